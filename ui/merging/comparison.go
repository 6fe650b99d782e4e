package merging

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/merging"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// separator stands between the parts of a line.
const separator = " · "

// labelWidth is how wide the column is that names the parts and has the
// choices.
const labelWidth = 196

// comparison is two customers side by side.
type comparison struct {
	page     *Page
	proposal merging.Proposal
	country  string // the shop's
	today    app.Day
	choices  merging.Choices

	content fyne.CanvasObject
	count   *widgets.Text
	skip    *widgets.Button
	first   fyne.Focusable // the first choice, or else Merge
}

func newComparison(p *Page, proposal merging.Proposal, plan app.Plan) *comparison {
	c := &comparison{
		page: p, proposal: proposal, country: plan.Country, choices: merging.Choices{},
		today: app.DayOf(p.Clock().In(plan.Location())),
	}
	say := p.say
	c.count = widgets.NewText("", widgets.Muted)
	merge := widgets.NewButton(widgets.Primary, say.Say("merging.merge", nil), p.Save).WithKey(say.Say("people.key.save", nil))
	apart := widgets.NewButton(widgets.Plain, say.Say("merging.two", nil), p.apart)
	c.skip = widgets.NewButton(widgets.Plain, say.Say("merging.next", nil), p.next)
	back := widgets.NewButton(widgets.Quiet, "", p.Back).WithIcon(theme.IconBack).WithTip(say.Say("window.back", nil))
	head := widgets.Row(12, back, widgets.NewText(say.Say("merging.title", nil), widgets.Heading), c.count, widgets.Space())
	note := widgets.NewParagraph(say.Say("merging.note", nil), widgets.Note.Aligned(fyne.TextAlignTrailing)).AtMost(2)
	body := c.body()
	if c.first == nil {
		c.first = merge
	}
	c.content = widgets.Sheet(head, body, widgets.Row(8, merge, apart, c.skip, widgets.Grow(note)))
	c.place()
	return c
}

// is tells whether that is the proposal on show.
func (c *comparison) is(p merging.Proposal) bool { return reflect.DeepEqual(c.proposal, p) }

// place says which of how many pairs is on show.
func (c *comparison) place() {
	l, say := &c.page.looking, c.page.say
	n := len(l.pairs)
	c.count.SetText("")
	if n > 1 && !c.page.isNamed() {
		c.count.SetText(say.Say("merging.place", app.Args{
			"At": say.Number(int64(l.index(c.page.at) + 1)), "All": say.Number(int64(n)),
		}))
		c.skip.Show()
	} else {
		c.skip.Hide()
	}
}

func (c *comparison) body() fyne.CanvasObject {
	column := widgets.Column(12,
		widgets.NewParagraph(c.signs(), widgets.Muted),
		c.row(widgets.Space(), c.head(c.proposal.Kept), c.head(c.proposal.Other)), widgets.Line())
	for _, f := range c.proposal.Fields {
		column.Add(c.field(f))
	}
	if n := c.proposal.Twins; n > 0 {
		text := c.page.say.Count("merging.twins", n, app.Args{"Number": c.page.say.Number(int64(n))})
		column.Add(widgets.NewParagraph(text, widgets.Note))
	}
	return column
}

// row is a line of the three columns.
func (c *comparison) row(label, one, other fyne.CanvasObject) fyne.CanvasObject {
	return widgets.TopRow(20, widgets.Fixed(labelWidth, 0, label), widgets.Grow(widgets.Columns(20, nil, one, other)))
}

// signs says what speaks for the two being one.
func (c *comparison) signs() string {
	say := c.page.say
	if signs := c.named(c.proposal.Signs); signs != "" {
		return say.Say("merging.signs", app.Args{"Signs": signs})
	}
	if common := c.named(c.proposal.Common); common != "" {
		return say.Say("merging.common", app.Args{"Signs": common})
	}
	return say.Say("merging.sign.none", nil)
}

// named names the signs in a row; "" if there are none.
func (c *comparison) named(signs []merging.Sign) string {
	say := c.page.say
	var parts []string
	for _, s := range signs {
		value := s.Value
		for _, p := range c.proposal.Kept.Customer.Phones {
			if s.What == merging.SamePhone && p.Typed == s.Value {
				value = say.Phone(p, c.country)
			}
		}
		parts = append(parts, say.Say("merging.sign."+string(s.What), app.Args{"Value": value}))
	}
	return say.List(parts)
}

// head names one of the two, and what is on record about them.
func (c *comparison) head(s merging.Side) fyne.CanvasObject {
	say, name := c.page.say, c.page.say.Called(s.Customer)
	var parts []string
	add := func(key string, n int) {
		if n > 0 {
			parts = append(parts, say.Count(key, n, app.Args{"Number": say.Number(int64(n))}))
		}
	}
	add("merging.purchases", s.Purchases)
	add("merging.calls", s.Calls)
	add("merging.opinions", s.Opinions)
	add("merging.complaints", s.Complaints)
	if len(parts) == 0 {
		parts = []string{say.Say("merging.nothing", nil)}
	}
	if !s.LastBought.IsZero() {
		parts = append(parts, say.Say("merging.last", app.Args{"Day": say.Day(s.LastBought, c.today)}))
	}
	if s.Customer.Archived {
		parts = append(parts, say.Say("people.archived", nil))
	}
	return widgets.TopRow(12, widgets.NewAvatar(name, widgets.AvatarInList), widgets.Grow(widgets.Column(2,
		widgets.NewParagraph(name, widgets.Strong), widgets.NewParagraph(strings.Join(parts, separator), widgets.Small))))
}

// field shows a part of both, and where they differ a choice. What is taken
// stands out.
func (c *comparison) field(f merging.Field) fyne.CanvasObject {
	say := c.page.say
	one := widgets.NewParagraph(c.value(c.proposal.Kept.Customer, f.Part), widgets.Body)
	other := widgets.NewParagraph(c.value(c.proposal.Other.Customer, f.Part), widgets.Body)
	label := widgets.NewText(say.Say("people.field."+string(f.Part), nil), widgets.Label)
	if len(f.Options) == 0 {
		return c.row(label, one, other)
	}
	show := func(take merging.Take) {
		one.SetStyle(taken(take != merging.TakeOther))
		other.SetStyle(taken(take != merging.TakeKept))
	}
	options := make([]widgets.Option, len(f.Options))
	for i, o := range f.Options {
		options[i] = widgets.Option{Key: string(o), Text: say.Say("merging.take."+string(o), nil)}
	}
	choice := widgets.NewChoice(options, func(key string) {
		c.choices[f.Part] = merging.Take(key)
		show(merging.Take(key))
	}).Must()
	choice.SetChosen(string(f.Take))
	show(f.Take)
	if c.first == nil {
		c.first = choice
	}
	return c.row(widgets.Column(4, label, choice), one, other)
}

// taken is how a value looks that is taken, or is not.
func taken(is bool) widgets.Style {
	if is {
		return widgets.Strong
	}
	return widgets.Muted
}

// value writes what a customer has of a part, each thing on a line of its own.
func (c *comparison) value(of app.Customer, part merging.Part) string {
	say := c.page.say
	switch part {
	case merging.PartName:
		return of.Name.Full
	case merging.PartFirm:
		return of.Firm
	case merging.PartNumber:
		return of.Reference(app.ReferenceShop)
	case merging.PartPhones:
		return lines(of.Phones, c.phone)
	case merging.PartEmails:
		return lines(of.Emails, func(e app.Email) string { return e.Address })
	case merging.PartAddresses:
		return lines(of.Addresses, c.address)
	case merging.PartBirthday:
		return say.Birthday(of.Birthday, c.today)
	case merging.PartLanguage:
		return say.Tongue(of.Language)
	case merging.PartTimeZone:
		return say.TimeZone(of.TimeZone)
	case merging.PartBestTime:
		return say.BestTime(of.BestTime)
	case merging.PartTags:
		return strings.Join(of.Tags, ", ")
	case merging.PartNotes:
		return of.Notes
	case merging.PartDoNotCall:
		return lines(of.DoNotCall, c.refusal)
	}
	return ""
}

func (c *comparison) refusal(d app.DoNotCall) string {
	parts := []string{c.page.say.Say("people.refuses."+string(d.Purpose), nil)}
	if d.Reason != "" {
		parts = append(parts, d.Reason)
	}
	if !d.Since.IsZero() {
		parts = append(parts, c.page.say.Say("people.refuses.since", app.Args{"OnDay": c.page.say.OnDay(d.Since, c.today)}))
	}
	return strings.Join(parts, separator)
}

func (c *comparison) phone(p app.Phone) string {
	say := c.page.say
	text := say.Phone(p, c.country)
	if p.Label != "" {
		text += separator + p.Label
	}
	if p.Unfit != app.FitToCall {
		text += separator + say.Unfit(p.Unfit)
	}
	return text
}

func (c *comparison) address(a app.Address) string {
	var parts []string
	for _, text := range []string{a.POBox, a.Extra, a.Street, strings.TrimSpace(a.PostalCode + " " + a.City), a.Region, c.page.say.Country(a.Country)} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, ", ")
}

func lines[T any](all []T, line func(T) string) string {
	var texts []string
	for _, one := range all {
		texts = append(texts, line(one))
	}
	return strings.Join(texts, "\n")
}
