package wording

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// Reason says why a customer is on the list, as a person would say it: "Oak
// table and 4 × oak chair, 9 days ago. Nobody has asked yet." The zone is the
// shop's; days and hours are told by it.
func (v *Voice) Reason(r calllist.Reason, now time.Time, zone *time.Location) string {
	now = now.In(zone)
	switch r.Kind {
	case app.Promised:
		return v.promised(r, now)
	case app.Complained:
		return v.complained(r, now)
	case app.CheckFix:
		return v.checkFix(r)
	case app.CallAgain:
		return v.callAgain(r, now)
	case app.AfterPurchase:
		return v.afterPurchase(r, now)
	case app.NeverAsked:
		return v.Say("reason.never-asked", v.boughtAgo(r, now))
	case app.GoingQuiet:
		return v.goingQuiet(r)
	case app.Thank:
		return v.thank(r)
	}
	return v.Say("reason.none", nil)
}

func (v *Voice) promised(r calllist.Reason, now time.Time) string {
	said := ""
	if r.Owed {
		return v.Say("reason.promise.owed", app.Args{"By": v.By(r.By, now), "Promise": strings.TrimRight(sentence(r.Promise), ".!")})
	}
	if r.By.IsZero() {
		said = v.Say("reason.promise.day", app.Args{"OnDay": v.OnDay(app.DayOf(r.Due.In(now.Location())), app.DayOf(now))})
	} else {
		said = v.Say("reason.promise.hour", app.Args{"By": v.theirs(v.Moment(r.By, now), r, now)})
	}
	return v.noted(said, r.Promise)
}

// noted adds what was written down about a call when it was agreed on.
func (v *Voice) noted(said, note string) string {
	if strings.TrimSpace(note) == "" {
		return said
	}
	return v.Say("reason.noted", app.Args{"Reason": said, "Note": sentence(note)})
}

func (v *Voice) checkFix(r calllist.Reason) string {
	said := v.Say("reason.check-fix.unnamed", nil)
	if r.Wrong != "" {
		wrong := clause(r.Wrong)
		said = v.Say("reason.check-fix", app.Args{"Wrong": wrong, "Ended": ended(wrong)})
	}
	return v.forOwner(said, r)
}

// forOwner adds what a complaint waits for the owner with.
func (v *Voice) forOwner(said string, r calllist.Reason) string {
	if r.ForOwner {
		said = v.Say("reason.noted", app.Args{"Reason": said, "Note": v.Say("reason.complaint.owner", nil)})
	}
	if r.Awaits {
		said = v.Say("reason.noted", app.Args{"Reason": said, "Note": v.Say("reason.complaint.awaits", nil)})
	}
	return said
}

func (v *Voice) complained(r calllist.Reason, now time.Time) string {
	key := "reason.complaint.reply"
	switch {
	case r.ByPromise, r.Answered && r.Promise != "":
		key = "reason.complaint.promised"
	case r.Answered:
		key = "reason.complaint.fix"
	}
	if r.Late && r.By.Before(now) { // else it is late by the shop's own target alone
		key += "-late"
	}
	wrong := clause(r.Wrong)
	if wrong == "" {
		wrong = v.Say("reason.complaint.unnamed", nil)
	}
	said := v.Say(key, app.Args{
		"Wrong": wrong, "Ended": ended(wrong), "By": v.By(r.By, now), "Promise": strings.TrimRight(clause(r.Promise), "!"),
	})
	if r.Again {
		said = v.Say("reason.noted", app.Args{"Reason": said, "Note": v.Say("reason.complaint.again", nil)})
	}
	return v.forOwner(said, r)
}

func (v *Voice) callAgain(r calllist.Reason, now time.Time) string {
	if r.Asked {
		return v.noted(v.askedFor(r, now), r.Promise)
	}
	last := app.Args{"When": v.partOfDay(r.LastTry.In(now.Location()), now)}
	if r.LastTry.IsZero() {
		return v.Say("reason.call-back.again", nil)
	}
	said := v.Say("reason.call-back.no-answer", last)
	switch r.LastWas {
	case app.Busy:
		said = v.Say("reason.call-back.busy", last)
	case app.LeftMessage:
		said = v.Say("reason.call-back.left-message", last)
	case app.WrongNumber, app.OutOfService:
		said = v.Say("reason.call-back.unfit", last)
	}
	switch {
	case r.Other:
		return v.Say("reason.noted", app.Args{"Reason": said, "Note": v.Say("reason.call-back.other", nil)})
	case r.Tries > 1:
		return v.Say("reason.noted", app.Args{"Reason": said, "Note": v.Count("reason.call-back.tries", r.Tries, nil)})
	}
	return said
}

func (v *Voice) askedFor(r calllist.Reason, now time.Time) string {
	due := r.Due.In(now.Location())
	day := v.OnDay(app.DayOf(due), app.DayOf(now))
	switch {
	case due.Equal(app.DayOf(due).Start(due.Location())):
		return v.Say("reason.call-back.asked-day", app.Args{"OnDay": day})
	case app.DayOf(due) == app.DayOf(now):
		return v.Say("reason.call-back.asked-today", app.Args{"Clock": v.theirs(v.Clock(due), r, now)})
	}
	return v.Say("reason.call-back.asked", app.Args{"OnDay": day, "Clock": v.theirs(v.Clock(due), r, now)})
}

// theirs adds what the customer's clock shows at the hour of an agreed call.
func (v *Voice) theirs(said string, r calllist.Reason, now time.Time) string {
	shop := now.Location()
	return v.Clocks(said, r.Due, shop, app.Location(r.Zone, shop))
}

// The hours at which the parts of a day end.
const (
	noon    = 12
	evening = 18
)

// partOfDay tells a moment as people remember it: "on Thursday morning".
func (v *Voice) partOfDay(t, now time.Time) string {
	part := "evening"
	switch {
	case t.Hour() < noon:
		part = "morning"
	case t.Hour() < evening:
		part = "afternoon"
	}
	day, today := app.DayOf(t), app.DayOf(now)
	switch away := today - day; {
	case away == 0:
		return v.Say("date.part.today-"+part, nil)
	case away < 7:
		return v.Say("date.part.near-"+part, app.Args{"OnDay": v.OnDay(day, today)})
	}
	return v.OnDay(day, today)
}

func (v *Voice) afterPurchase(r calllist.Reason, now time.Time) string {
	args := v.boughtAgo(r, now)
	if r.Heard.IsZero() {
		return v.Say("reason.after-purchase", args)
	}
	args["OnDay"] = v.OnDay(app.DayOf(r.Heard.In(now.Location())), app.DayOf(now))
	return v.Say("reason.after-purchase.heard", args)
}

func (v *Voice) boughtAgo(r calllist.Reason, now time.Time) app.Args {
	if r.Bought == nil {
		return app.Args{"Bought": v.Say("thing.bought.nothing", nil), "Ago": v.Ago(app.DayOf(now)-app.Day(r.Days), app.DayOf(now))}
	}
	return app.Args{"Bought": v.Bought(*r.Bought), "Ago": v.Ago(r.Bought.Day, app.DayOf(now))}
}

// Up to how many days a rhythm is told in days, and in weeks.
const (
	rhythmInDays  = 14
	rhythmInWeeks = 70
)

func (v *Voice) goingQuiet(r calllist.Reason) string {
	rhythm := r.Gap
	if rhythm == 0 {
		rhythm = r.Days
	}
	unit, gap, days := "months", monthsIn(r.Gap), monthsIn(r.Days)
	switch {
	case rhythm < rhythmInDays:
		unit, gap, days = "days", r.Gap, r.Days
	case rhythm < rhythmInWeeks:
		unit, gap, days = "weeks", (r.Gap+3)/7, r.Days/7
	}
	nothing := v.Count("reason.going-quiet.nothing."+unit, days, nil)
	if r.Gap == 0 {
		return v.Say("reason.going-quiet.shop", app.Args{"Nothing": nothing})
	}
	if gap > 1 {
		// The unit was just named.
		nothing = v.Say("reason.going-quiet.nothing.same", app.Args{"Count": days})
	}
	return v.Say("reason.going-quiet.own", app.Args{
		"Every":   v.Count("reason.going-quiet.every."+unit, gap, nil),
		"Nothing": nothing,
	})
}

func (v *Voice) thank(r calllist.Reason) string {
	switch r.Thank {
	case calllist.ThankPraise:
		if len(r.Staff) == 0 {
			return v.Say("reason.thank.praise-us", nil)
		}
		return v.Say("reason.thank.praise", app.Args{"Staff": v.List(r.Staff)})
	case calllist.ThankQuote:
		return v.Say("reason.thank.quote", nil)
	case calllist.ThankYears:
		return v.Count("reason.thank.years", r.Count, nil)
	}
	return v.Count("reason.thank.purchases", r.Count, nil)
}

// List names several people or things: "Anna, Ben and Carla".
func (v *Voice) List(names []string) string {
	said := ""
	for i, name := range names {
		switch {
		case i == 0:
			said = name
		case i == len(names)-1:
			said = v.Say("thing.bought.and", app.Args{"First": said, "Second": name})
		default:
			said = v.Say("thing.bought.comma", app.Args{"First": said, "Second": name})
		}
	}
	return said
}

// clauseLength is how many characters of what somebody wrote a sentence quotes.
const clauseLength = 120

// clause returns the beginning of what somebody wrote, fit to stand inside a
// sentence: its lines as one, not too long, without its full stop.
func clause(text string) string {
	text = oneLine(text)
	if utf8.RuneCountInString(text) > clauseLength {
		text = string([]rune(text)[:clauseLength])
		if cut := strings.LastIndexByte(text, ' '); cut > 0 {
			text = text[:cut]
		}
		return strings.TrimRight(text, " .,;:") + "…"
	}
	return strings.TrimRight(text, ".")
}

// oneLine sets the lines of a text behind each other, with a comma between where the
// one before has no sign at its end.
func oneLine(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.Join(strings.Fields(line), " ")
		last, _ := utf8.DecodeLastRuneInString(b.String())
		switch {
		case line == "":
			continue
		case b.Len() > 0 && unicode.IsPunct(last):
			b.WriteString(" ")
		case b.Len() > 0:
			b.WriteString(", ")
		}
		b.WriteString(line)
	}
	return b.String()
}

// ended tells whether a clause has a sign of its own at its end, behind which a
// full stop would be one too many. Greek asks with a semicolon.
func ended(clause string) bool {
	last, _ := utf8.DecodeLastRuneInString(clause)
	return strings.ContainsRune("?!…;\u037e؟？！。", last)
}

// sentence returns what clause does, from a capital to a full stop.
func sentence(text string) string {
	text = clause(text)
	first, size := utf8.DecodeRuneInString(text)
	text = string(unicode.ToUpper(first)) + text[size:]
	if ended(text) {
		return text
	}
	return text + "."
}
