package wording

import (
	"strings"

	"ringback.app/app"
)

// Called names a customer, also one of whom only a number is known, or nothing.
func (v *Voice) Called(c app.Customer) string {
	called := c.Called()
	switch {
	case called != "" && c.Name.Full == "" && c.Firm == "":
		return v.Say("called.numbered", app.Args{"Number": called})
	case called != "":
		return called
	}
	if phones := c.Callable(); len(phones) > 0 {
		return v.Phone(phones[0], "")
	}
	return v.Say("called.nameless", nil)
}

// Quoted puts somebody's words in quotation marks; no words stay none.
func (v *Voice) Quoted(words string) string {
	if words = strings.TrimSpace(words); words == "" {
		return ""
	}
	return v.Say("told.quote", app.Args{"Words": words})
}

// Told says when and how a customer told us, and what of: "9 Sep, in a call · 8
// · delivery time".
func (v *Voice) Told(o app.Opinion, today app.Day) string {
	parts := []string{v.Say("told.when", app.Args{"Day": v.Day(o.Said, today), "Source": v.Source(o.Source)})}
	if o.Score != nil {
		parts = append(parts, v.Number(int64(*o.Score)))
	}
	if o.Stars != nil {
		parts = append(parts, v.Say("told.stars", app.Args{"Stars": *o.Stars, "Most": app.MaxStars}))
	}
	if len(o.Themes) > 0 {
		parts = append(parts, strings.Join(o.Themes, ", "))
	}
	if len(o.Praise) > 0 {
		parts = append(parts, v.Say("told.praised", app.Args{"Staff": v.List(o.Praise)}))
	}
	if o.Quote != nil && o.Quote.Withdrawn.IsZero() {
		parts = append(parts, v.Say("told.quotable", nil))
	}
	return strings.Join(parts, " · ")
}
