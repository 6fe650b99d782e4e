package wording

// Every says how often somebody buys who buys every so many half days, as
// app.Buying has it: "every 5 weeks"; "" for 0.
func (v *Voice) Every(halfDays int) string {
	days := (halfDays + 1) / 2
	switch {
	case days <= 0:
		return ""
	case days < rhythmInDays:
		return v.Count("reason.going-quiet.every.days", days, nil)
	case days < rhythmInWeeks:
		return v.Count("reason.going-quiet.every.weeks", (days+3)/7, nil)
	}
	return v.Count("reason.going-quiet.every.months", monthsIn(days), nil)
}
