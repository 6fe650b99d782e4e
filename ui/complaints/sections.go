package complaints

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/review"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// promises draws what we said we would do, and whether we did.
func (p *Page) promises(d complaints.Dossier) fyne.CanvasObject {
	column := widgets.Column(8, widgets.SectionTitle(p.say.Say("complaints.promises", nil)))
	for i, one := range d.Complaint.Promises {
		kept := widgets.NewButton(widgets.Plain, p.say.Say("complaints.do.keep", nil), func() { p.keep(i) }).WithIcon(theme.IconCheck)
		if i == openPromise(d.Complaint) {
			kept = kept.WithKey("K")
		}
		column.Add(p.promise(d, one, kept))
	}
	if len(d.Complaint.Promises) == 0 {
		column.Add(widgets.NewParagraph(p.say.Say("complaints.promises.none", nil), widgets.Muted))
	}
	return column
}

func (p *Page) promise(d complaints.Dossier, one app.Promise, kept *widgets.Button) fyne.CanvasObject {
	now := d.At.In(p.zone())
	text := widgets.Column(0, widgets.NewParagraph(one.What, widgets.Body))
	args := app.Args{"By": p.say.By(one.By, now), "Kept": p.say.AtMoment(one.Kept, now)}
	key, style := "by", widgets.Small
	switch {
	case review.KeptLate(one, p.zone()):
		key = "kept-late"
	case !one.Kept.IsZero():
		key = "kept"
	case one.By.IsZero():
		key = "some-day"
	case one.By.Before(d.At):
		key, style = "late", widgets.Alarm
	}
	text.Add(widgets.NewText(p.say.Say("complaints.promise."+key, args), style))
	row := widgets.Row(8, widgets.Grow(text))
	if one.Kept.IsZero() {
		row.Add(kept)
	}
	return row
}

// remedy draws what was given, or is to be.
func (p *Page) remedy(d complaints.Dossier) fyne.CanvasObject {
	column := widgets.Column(8, widgets.SectionTitle(p.say.Say("complaints.remedy", nil)))
	now := d.At.In(p.zone())
	for _, earlier := range d.Complaint.Earlier {
		column.Add(widgets.NewParagraph(p.say.Given(earlier.Remedy), widgets.Body))
		args := app.Args{"When": p.say.AtMoment(earlier.At, now)}
		column.Add(widgets.NewParagraph(p.say.Say("complaints.remedy.earlier", args), widgets.Note))
	}
	r := d.Complaint.Remedy
	if r == nil {
		column.Add(widgets.NewParagraph(p.say.Say("complaints.remedy.none", nil), widgets.Muted))
		return column
	}
	column.Add(widgets.NewParagraph(p.say.Given(*r), widgets.Body))
	key, args := "", app.Args{"Who": r.By, "Why": r.Refused, "When": p.say.Moment(r.Allowed, now)}
	switch {
	case r.Refused != "":
		key = "refused"
	case d.Complaint.AwaitsOwner():
		key = "awaits"
	case d.Complaint.PutRight.IsZero():
		key = "decided"
	}
	if key != "" {
		column.Add(widgets.NewParagraph(p.say.Say("complaints.remedy."+key, args), widgets.Note))
	}
	return column
}

// mostSteps is how many steps of a complaint's story are told.
const mostSteps = 12

// story draws what was done about it, newest first.
func (p *Page) story(d complaints.Dossier) fyne.CanvasObject {
	column := widgets.Column(8, widgets.SectionTitle(p.say.Say("complaints.story", nil)))
	now := d.At.In(p.zone())
	if why := d.Complaint.ClosedWhy; why != "" {
		column.Add(widgets.NewParagraph(p.say.Say("complaints.closed-why", app.Args{"Why": why}), widgets.Body))
	}
	for _, s := range d.Steps[:min(len(d.Steps), mostSteps)] {
		what := p.say.Act(s.Act)
		if !s.Call.ID.IsZero() {
			what = p.say.Disposition(s.Call.Disposition)
		}
		column.Add(widgets.NewParagraph(p.say.Moment(s.At, now)+separator+p.byWhom(what, s.By, d), widgets.Note))
		if note := strings.TrimSpace(s.Call.Notes); note != "" {
			column.Add(widgets.NewParagraph(note, widgets.Body))
		}
		if s.Was != "" {
			column.Add(widgets.NewParagraph(p.say.Say("complaints.wished", app.Args{"Wish": s.Was}), widgets.Note))
		}
	}
	column.Add(widgets.NewParagraph(p.say.Moment(d.Complaint.Received, now)+separator+p.say.Stage(complaints.Received), widgets.Note))
	return column
}

func (p *Page) byWhom(what, by string, d complaints.Dossier) string {
	if by == "" {
		by = d.Plan.Owner
	}
	if by == "" {
		return what
	}
	return p.say.Say("complaints.by", app.Args{"What": what, "By": by})
}

// promisedCall draws a call that we said we would make.
func (p *Page) promisedCall(o complaints.Owed) fyne.CanvasObject {
	p.foot = nil
	now := p.Clock().In(p.board.zone)
	what := o.What
	if what == "" {
		what = p.say.Say("complaints.promise.call", nil)
	}
	sentence := p.say.Say("complaints.call.by", app.Args{"What": what, "By": p.say.By(o.By, now)})
	call := widgets.NewBigChoice(theme.IconPhone, p.say.Say("complaints.do.call", nil),
		p.say.Say("complaints.call.about", nil), func() { p.OnCall(o.Customer.ID, app.ID{}) })
	return widgets.EmptyState(theme.IconPhone, p.say.Called(o.Customer), sentence, call)
}

// nothing draws the right side when there is nothing to show, and says whether
// that is good.
func (p *Page) nothing() fyne.CanvasObject {
	p.foot, p.scroll = nil, nil
	key, icon := "complaints.nothing."+string(p.filter), theme.IconThank
	if p.filter == showsEnded {
		icon = theme.IconFix
	}
	return widgets.EmptyState(icon, p.say.Say(key, nil), p.say.Say(key+".more", nil))
}

// unread says that what belongs on the right side cannot be read, and why.
func (p *Page) unread(err error) fyne.CanvasObject {
	p.foot, p.scroll = nil, nil
	return widgets.Unread(p.say.Say("window.unread", nil), p.say.Error(err))
}
