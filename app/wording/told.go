package wording

import (
	"strings"

	"ringback.app/app"
)

// Called names a customer, also one of whom only a number or an address is known,
// or nothing.
func (v *Voice) Called(c app.Customer) string {
	l := app.Listed{Name: c.Called(), Firm: c.Firm, Reference: c.Reference(app.ReferenceShop)}
	if c.Name.Full != "" {
		return c.Name.Full
	}
	if phone, has := c.FirstPhone(); has {
		l.Phone = v.Phone(phone, "")
	}
	for _, e := range c.Emails {
		l.Emails = append(l.Emails, e.Address)
	}
	return v.Listed(l)
}

// Apart tells customers of one name apart: by number, telephone and town.
func (v *Voice) Apart(c app.Customer, shopCountry string) string {
	var parts []string
	if number := c.Reference(app.ReferenceShop); number != "" {
		parts = append(parts, v.Say("called.number", app.Args{"Number": number}))
	}
	if phone, has := c.FirstPhone(); has {
		parts = append(parts, v.Phone(phone, shopCountry))
	}
	if len(c.Addresses) > 0 && c.Addresses[0].City != "" {
		parts = append(parts, c.Addresses[0].City)
	}
	return strings.Join(parts, " · ")
}

// Listed names a customer of a list, as Called does.
func (v *Voice) Listed(l app.Listed) string {
	switch {
	case l.Name != "" && l.Name == l.Reference && l.Firm == "":
		return v.Say("called.numbered", app.Args{"Number": l.Reference})
	case l.Name != "":
		return l.Name
	case l.Phone != "":
		return l.Phone
	case len(l.Emails) > 0:
		return l.Emails[0]
	}
	return v.Say("called.nameless", nil)
}

// ListedWithFirm names a customer of a list with the firm they are of, and says
// who is archived.
func (v *Voice) ListedWithFirm(l app.Listed) string {
	name := v.Listed(l)
	if l.Firm != "" && l.Firm != name {
		name = v.Say("people.of-firm", app.Args{"Name": name, "Firm": l.Firm})
	}
	if l.Archived {
		name = v.Say("people.archived-name", app.Args{"Name": name})
	}
	return name
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
