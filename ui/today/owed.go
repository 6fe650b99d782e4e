package today

import (
	"cmp"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/wording"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// owedActs is what can be done about what we owe a customer.
type owedActs struct {
	kept     func(complaint app.ID, promise int)
	putRight func(complaint app.ID)
}

// complaintsBox draws what the card of somebody opens with for whom something is
// to be put right: what went wrong, how to speak with them, and what we said we
// would do about it, which does not push the one before out of sight.
func complaintsBox(card calling.Card, by string, say *wording.Voice, do owedActs) fyne.CanvasObject {
	first := card.Complaints[0]
	wrong := widgets.Column(12, widgets.SectionTitle(say.Say("today.wrong", nil)), complaintWords(first, card, say))
	owed := complaintOwed(first, card, say, do)
	if len(card.Complaints) > 1 {
		further := widgets.Column(12, widgets.SectionTitle(say.Say("today.wrong.further", nil)))
		for _, c := range card.Complaints[1:] {
			further.Add(widgets.Column(6, complaintWords(c, card, say), complaintOwed(c, card, say, do)))
		}
		owed = widgets.Column(sectionGap, owed, further)
	}
	three, never := say.HowToSpeak()
	speak := widgets.Column(8, widgets.SectionTitle(say.Say("today.speak", nil)),
		widgets.Numbered(three...), widgets.NewParagraph(never, widgets.Note))
	box := widgets.Column(12)
	if card.OwnerMust() {
		box.Add(ownerLine(card, by, say))
	}
	box.Add(container.New(&wrongLayout{}, wrong, speak, owed))
	return widgets.Callout(theme.ColorSoon, box)
}

// ownerLine says that the owner must call: to staff, that it is not theirs.
func ownerLine(card calling.Card, by string, say *wording.Voice) fyne.CanvasObject {
	key := "today.owner.you"
	if !card.Plan.IsOwner(by) {
		key = "today.owner.staff"
	}
	return widgets.Row(8, widgets.NewIcon(theme.IconWarning, theme.ColorLate, 18),
		widgets.Grow(widgets.NewParagraph(say.Say(key, app.Args{"Owner": card.Plan.Owner}), widgets.Strong)))
}

// owedSection draws "Open promises": the call that was agreed on, and what we said
// we would do about complaints that are over.
func owedSection(card calling.Card, say *wording.Voice, kept func(complaint app.ID, promise int)) fyne.CanvasObject {
	section := widgets.Column(8, widgets.SectionTitle(say.Say("today.owed", nil)))
	talk := card.Summary.Talk
	if talk.Next != nil {
		section.Add(agreedCall(card, say))
	}
	owed := slices.DeleteFunc(slices.Clone(talk.Owed), func(o app.OwedPromise) bool {
		_, above := complaintOn(card, o.Complaint) // which names them itself
		return above
	})
	for _, o := range owed {
		section.Add(promise(app.Promise{What: o.What, By: o.By}, card, say, func() { kept(o.Complaint, o.Number) }))
	}
	if talk.Next == nil && len(owed) == 0 {
		section.Add(widgets.NewText(say.Say("today.owed.none", nil), widgets.Muted))
	}
	return section
}

// agreedCall names the call that is agreed on: what about, and when.
func agreedCall(card calling.Card, say *wording.Voice) fyne.CanvasObject {
	next := card.Summary.Talk.Next
	what := next.Note
	switch {
	case what != "":
	case card.Summary.Talk.NextAsked:
		what = say.Say("today.owed.asked", nil)
	default:
		what = say.Say("today.owed.call", nil)
	}
	return widgets.Column(0, widgets.NewParagraph(what, widgets.Body), agreedLine(*next, card, say))
}

// agreedLine says when a call is agreed on, by both clocks.
func agreedLine(next app.NextStep, card calling.Card, say *wording.Voice) fyne.CanvasObject {
	now := card.At.In(card.Plan.Location())
	end := next.At
	if !next.Timed {
		end = (app.DayOf(end.In(now.Location())) + 1).Start(now.Location())
	}
	return due(say.NextCall(next, cmp.Or(card.There, now.Location()), now), end, now, say)
}

// dueLine says by when something is promised.
func dueLine(by time.Time, card calling.Card, say *wording.Voice) fyne.CanvasObject {
	now := card.At.In(card.Plan.Location())
	return due(say.By(by, now), by, now, say)
}

// due says when something is to be done, in red when that is past.
func due(when string, end, now time.Time, say *wording.Voice) fyne.CanvasObject {
	style, key := widgets.Small, "today.owed.by"
	if end.Before(now) {
		style, key = widgets.Alarm, "today.owed.late"
	}
	return widgets.NewText(say.Say(key, app.Args{"When": when}), style)
}

// complaintWords draws what went wrong, in their words.
func complaintWords(c app.Complaint, card calling.Card, say *wording.Voice) fyne.CanvasObject {
	now := card.At.In(card.Plan.Location())
	line := say.Say("today.owed.since", app.Args{"When": say.AtMoment(c.Received, now)})
	if !c.PutRight.IsZero() {
		line = say.Say("today.owed.put-right", app.Args{"When": say.AtMoment(c.PutRight, now)})
	}
	column := widgets.Column(6, quoted(inBrief(c.Wrong), line, say))
	for _, r := range c.Reopened {
		told := say.Say("complaints.words.reopened", app.Args{"When": say.Moment(r.At, now)})
		column.Add(quoted(inBrief(r.Why), told, say))
	}
	if c.Wish != "" {
		column.Add(widgets.NewParagraph(say.Say("today.owed.wish", app.Args{"Wish": c.Wish}), widgets.Note))
	}
	return column
}

// complaintOwed draws what was done about it, what we said we would do, and the way
// to put it right.
func complaintOwed(c app.Complaint, card calling.Card, say *wording.Voice, do owedActs) fyne.CanvasObject {
	now := card.At.In(card.Plan.Location())
	column := widgets.Column(6)
	for _, g := range c.Earlier {
		vain := say.Say("complaints.remedy.earlier", app.Args{"When": say.AtMoment(g.At, now)})
		column.Add(widgets.Column(0, widgets.NewParagraph(say.Given(g.Remedy), widgets.Body), widgets.NewParagraph(vain, widgets.Note)))
	}
	for i, p := range c.Promises {
		if p.Kept.IsZero() {
			column.Add(promise(p, card, say, func() { do.kept(c.ID, i) }))
		}
	}
	if c.Remedy != nil {
		column.Add(remedyLine(c, say))
	}
	if c.PutRight.IsZero() {
		button := widgets.NewButton(widgets.Plain, say.Say("today.owed.fix", nil), func() { do.putRight(c.ID) })
		column.Add(widgets.Row(8, button.WithIcon(theme.IconFix)))
	}
	return column
}

// remedyLine says what was given, or is to be, and whether the owner allows it.
func remedyLine(c app.Complaint, say *wording.Voice) fyne.CanvasObject {
	key := "today.owed.remedy"
	switch {
	case c.AwaitsOwner():
		key = "today.owed.remedy.awaits"
	case c.Remedy.Refused != "":
		key = "today.owed.remedy.refused"
	}
	return widgets.NewParagraph(say.Say(key, app.Args{"Remedy": say.Given(*c.Remedy), "Why": c.Remedy.Refused}), widgets.Note)
}

func promise(p app.Promise, card calling.Card, say *wording.Voice, kept func()) fyne.CanvasObject {
	text := widgets.Column(0, widgets.NewParagraph(p.What, widgets.Body))
	if !p.By.IsZero() {
		text.Add(dueLine(p.By, card, say))
	}
	button := widgets.NewButton(widgets.Plain, say.Say("today.owed.kept", nil), kept)
	return widgets.Row(8, widgets.Grow(text), button.WithIcon(theme.IconCheck))
}
