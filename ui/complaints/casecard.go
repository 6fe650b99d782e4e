package complaints

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// caseLeft is the share of the left column: what the customer said is longer
// than what we did.
const caseLeft = 0.56

// caseCard draws a complaint: who and how long above, what can be done below,
// and between them all that is known, which scrolls where it does not fit.
func (p *Page) caseCard(d complaints.Dossier) fyne.CanvasObject {
	body := widgets.Column(16)
	for _, box := range p.callouts(d) {
		body.Add(box)
	}
	body.Add(p.stages(d))
	body.Add(widgets.Sections(caseLeft, p.words(d), p.speak(), p.promises(d), p.remedy(d), p.story(d)))
	p.scroll = container.NewVScroll(widgets.Inset(body, 16, 24, 20, 24))
	return p.overFoot(widgets.Inset(p.head(d), 16, 24, 12, 24), widgets.Line(), widgets.Grow(p.scroll))
}

// overFoot draws those above the foot: a question that is asked, or else what can be
// done.
func (p *Page) overFoot(above ...fyne.CanvasObject) fyne.CanvasObject {
	foot := fyne.CanvasObject(nil)
	if p.asking != nil {
		foot = p.asking.content
	} else {
		foot = p.footOf()
	}
	p.foot = container.NewStack(foot)
	return widgets.Column(0, append(above, widgets.Line(), widgets.Inset(p.foot, 12, 24, 12, 24))...)
}

// head draws who complained, and how long it has been open.
func (p *Page) head(d complaints.Dossier) fyne.CanvasObject {
	name := p.name()
	buttons := widgets.Row(12)
	if !d.Customer.ID.IsZero() {
		buttons.Add(widgets.NewButton(widgets.Quiet, "", func() { p.OnCustomer(d.Customer.ID) }).WithIcon(theme.IconPerson).WithTip(p.say.Say("complaints.customer", nil)))
	}
	for _, one := range p.reaching(d.Complaint) {
		buttons.Add(p.button(one))
	}
	row := widgets.NameHead(widgets.NewAvatar(name, widgets.AvatarOnCard), widgets.NewParagraph(name, widgets.Heading).AtMost(3), nil, buttons)
	clock := widgets.TopRow(8)
	if pill := p.say.Running(d.Clock, d.At, d.Plan); pill.Text != "" {
		clock.Add(widgets.NewPill(pill.Text, mood(pill.Mood)))
	}
	clock.Add(widgets.Grow(widgets.NewParagraph(strings.Join(p.clockLine(d), separator), widgets.Note).AtMost(4)))
	return widgets.Column(10, row, clock)
}

// target says by when the shop itself wants it put right, where that is over or
// passes before what was promised.
func (p *Page) target(d complaints.Dossier) []string {
	c := d.Clock
	key := "complaints.clock.target"
	switch {
	case c.Kind == complaints.ClockFix || c.Target.IsZero():
		return nil
	case c.Missed:
		key += "-late"
	case c.Kind != complaints.ClockPromise || !c.Target.Before(c.Ends):
		return nil
	}
	return []string{p.say.Say(key, app.Args{"Target": p.say.By(c.Target, d.At.In(p.zone()))})}
}

// clockLine says what the clock runs to, and for how long it has run.
func (p *Page) clockLine(d complaints.Dossier) []string {
	now := d.At.In(p.zone())
	args := app.Args{"By": p.say.By(d.Clock.Ends, now), "Hours": p.say.OpenTime(int(d.Clock.Open/time.Minute), d.Plan)}
	var parts []string
	if d.Clock.Kind != complaints.NoClock {
		key := "complaints.clock." + string(d.Clock.Kind)
		if d.Clock.Ends.Before(d.At) && d.Clock.Kind != complaints.ClockCheck {
			key += "-late"
		}
		parts = append(parts, p.say.Say(key, args))
		parts = append(parts, p.target(d)...)
		parts = append(parts, p.say.Say("complaints.clock.open", args))
	} else {
		parts = append(parts, p.say.Say("complaints.clock.was-open", args))
	}
	return parts
}

// callouts draws what must not be overlooked.
func (p *Page) callouts(d complaints.Dossier) []fyne.CanvasObject {
	var boxes []fyne.CanvasObject
	c := d.Complaint
	add := func(line fyne.ThemeColorName, text string, buttons ...*widgets.Button) {
		row := widgets.Column(8, widgets.NewParagraph(text, widgets.Strong))
		if len(buttons) > 0 {
			row.Add(widgets.ButtonRow(buttons...))
		}
		boxes = append(boxes, widgets.Callout(line, row))
	}
	if d.OwnerMust && c.Open() {
		add(theme.ColorLate, p.ownerSentence(d))
	}
	if c.AwaitsOwner() {
		args := app.Args{"Who": c.Remedy.By, "Remedy": p.say.Given(*c.Remedy), "Owner": d.Plan.Owner}
		if p.ownerHere() {
			var buttons []*widgets.Button
			for _, one := range p.deeds() {
				if one.key == 'a' || one.key == 'n' {
					buttons = append(buttons, p.button(one))
				}
			}
			add(theme.ColorSoon, p.say.Say("complaints.awaits.you", args), buttons...)
		} else {
			add(theme.ColorSoon, p.say.Say("complaints.awaits.staff", args))
		}
	}
	if len(d.Again) > 0 {
		args := app.Args{"Themes": p.say.List(d.Again)}
		if len(d.Before) > 0 {
			args["When"] = p.say.Day(d.Before[0].Said, p.today(d))
			args["Wrong"] = oneLine(d.Before[0].Wrong, mostOfLine)
		}
		add(theme.ColorSoon, p.say.Say("complaints.again", args))
	}
	if d.Customer.ID.IsZero() {
		key := "complaints.nobody"
		if c.Opinion.IsZero() {
			key = "complaints.nobody.lost"
		}
		add(theme.ColorSoon, p.say.Say(key, nil))
	}
	return boxes
}

func (p *Page) ownerSentence(d complaints.Dossier) string {
	key := "complaints.owner."
	if p.ownerHere() {
		key += "you-"
	} else {
		key += "staff-"
	}
	if d.Complaint.ForOwner {
		key += "serious"
	} else {
		key += "valuable"
	}
	return p.say.Say(key, app.Args{"Owner": d.Plan.Owner})
}

// stages draws how far it has come.
func (p *Page) stages(d complaints.Dossier) fyne.CanvasObject {
	c := d.Complaint
	var promised time.Time
	if len(c.Promises) > 0 {
		promised = c.Answered // a promise is given with an answer, or after it
	}
	at := map[complaints.Stage]time.Time{
		complaints.Received: c.Received, complaints.Answered: c.Answered, complaints.Promised: promised,
		complaints.PutRight: c.PutRight, complaints.Confirmed: c.Confirmed,
	}
	var steps []widgets.Step
	for _, s := range complaints.Stages() {
		if s == complaints.Confirmed && !c.Closed.IsZero() && c.Confirmed.IsZero() {
			continue // it ended without that
		}
		step := widgets.Step{Text: p.say.Stage(s), Done: !at[s].IsZero()}
		if step.Done && s != complaints.Promised {
			step.When = p.say.Day(app.DayOf(at[s].In(p.zone())), p.today(d))
		}
		steps = append(steps, step)
	}
	if !c.Closed.IsZero() {
		steps = append(steps, widgets.Step{Text: p.say.Stage(complaints.Closed), When: p.say.Day(app.DayOf(c.Closed.In(p.zone())), p.today(d)), Done: true})
	}
	return widgets.NewStages(steps...)
}

func (p *Page) today(d complaints.Dossier) app.Day { return app.DayOf(d.At.In(p.zone())) }

// words draws what they said, what would put it right in their eyes, and what it
// is about.
func (p *Page) words(d complaints.Dossier) fyne.CanvasObject {
	c := d.Complaint
	source := ""
	if !d.Opinion.ID.IsZero() {
		source = p.say.Told(d.Opinion, p.today(d))
	}
	column := widgets.Column(8, widgets.SectionTitle(p.say.Say("complaints.words", nil)), quote(p.say.Quoted(c.Wrong), source))
	if said := d.Opinion.Verbatim; said != "" && said != c.Wrong {
		column.Add(widgets.NewParagraph(p.say.Say("complaints.words.all", app.Args{"Words": said}), widgets.Note))
	}
	for _, r := range c.Reopened {
		line := p.say.Say("complaints.words.reopened", app.Args{"When": p.say.Moment(r.At, d.At.In(p.zone()))})
		column.Add(quote(p.say.Quoted(r.Why), line))
	}
	wish, style := c.Wish, widgets.Body
	if wish == "" {
		wish, style = p.say.Say("complaints.wish.none", nil), widgets.Muted
	}
	column.Add(widgets.Gap(0, 4))
	column.Add(widgets.SectionTitle(p.say.Say("complaints.wish", nil)))
	column.Add(widgets.NewParagraph(wish, style))
	if len(d.Bought) > 0 {
		column.Add(widgets.Gap(0, 4))
		column.Add(widgets.SectionTitle(p.say.Say("complaints.about", nil)))
		var facts []widgets.Fact
		for _, b := range d.Bought {
			facts = append(facts, widgets.Fact{
				When: p.say.Day(b.Day, p.today(d)), What: p.say.Bought(b.InBrief(d.Plan)),
				Amount: p.say.Money(app.Money{Minor: b.Total, Currency: b.Currency}),
			})
		}
		column.Add(widgets.NewFacts(facts...))
	}
	return column
}

// quote draws somebody's words with where they come from below; without words it
// is the line alone.
func quote(words, line string) fyne.CanvasObject {
	if words == "" {
		return widgets.Quote(line, "")
	}
	return widgets.Quote(words, line)
}

// speak draws how to speak with them.
func (p *Page) speak() fyne.CanvasObject {
	three, never := p.say.HowToSpeak()
	return widgets.Column(8, widgets.SectionTitle(p.say.Say("complaints.speak", nil)),
		widgets.Numbered(three...), widgets.NewParagraph(never, widgets.Note))
}
