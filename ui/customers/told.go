package customers

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/wording"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// purchases draws the receipts, newest first.
func (v *person) purchases() fyne.CanvasObject {
	say := v.page.say
	column := widgets.Column(12)
	if len(v.read.Purchases) == 0 {
		column.Add(widgets.NewParagraph(say.Say("people.purchases.none", nil), widgets.Muted))
	}
	for _, p := range v.read.Purchases {
		column.Add(v.receiptPanel(p))
	}
	return column
}

// receiptLines is how many lines of a receipt are drawn at first.
const receiptLines = 12

// receiptPanel draws a receipt; a long one shows the rest of its lines when it
// is asked to.
func (v *person) receiptPanel(p app.Purchase) fyne.CanvasObject {
	panel := container.NewStack()
	panel.Objects = []fyne.CanvasObject{widgets.Panel(v.receipt(p, func() {
		v.whole[p.ID] = true
		panel.Objects = []fyne.CanvasObject{widgets.Panel(v.receipt(p, nil))}
		v.side.Refresh()
		v.page.Window.Focus(v.tabs)
	}))}
	return panel
}

func (v *person) receipt(p app.Purchase, more func()) fyne.CanvasObject {
	say := v.page.say
	title := []string{say.DayLong(p.Day, app.DayOf(v.now))}
	if p.Receipt != "" {
		title = append(title, say.Say("people.receipt", app.Args{"Receipt": p.Receipt}))
	}
	if p.SoldBy != "" {
		title = append(title, say.Say("people.sold-by", app.Args{"Staff": p.SoldBy}))
	}
	head := widgets.Row(8, widgets.Grow(widgets.NewText(strings.Join(title, separator), widgets.Label)))
	if p.Day > app.DayOf(v.now) { // neither the page's head nor anything else counts it yet
		head.Add(widgets.NewPill(say.Say("people.to-come", nil), widgets.Calm))
	}
	if p.IsReturn() {
		head.Add(widgets.NewPill(say.Say("people.returned", nil), widgets.Soon))
	}
	head.Add(widgets.NewButton(widgets.Quiet, "", func() { v.editPurchase(p) }).WithIcon(theme.IconEdit).WithTip(say.Say("people.purchase.change", nil)))
	lines := p.Lines
	if len(lines) > receiptLines+1 && !v.whole[p.ID] {
		lines = lines[:receiptLines]
	}
	var facts []widgets.Fact
	for _, l := range lines {
		facts = append(facts, widgets.Fact{
			When: say.Quantity(l.Quantity), What: wording.ItemName(l.Item),
			Amount: say.Money(app.Money{Minor: l.Amount, Currency: p.Currency}),
		})
	}
	total := widgets.NewFacts(widgets.Fact{
		What:   say.Say("people.receipt.total", nil),
		Amount: say.Money(app.Money{Minor: p.Total, Currency: p.Currency}),
	})
	column := widgets.Column(8, head, widgets.NewFacts(facts...))
	if left := len(p.Lines) - len(lines); left > 0 {
		all := widgets.NewButton(widgets.Quiet, say.Count("people.receipt.more", left, app.Args{"Number": say.Number(int64(left))}), more).WithIcon(theme.IconDown)
		column.Add(widgets.Row(0, all))
	}
	column.Add(total)
	return column
}

// told draws what they said, in their own words, and what was to be put right.
func (v *person) told() fyne.CanvasObject {
	say := v.page.say
	column := widgets.Column(12)
	if v.page.OnTold != nil && v.page.OnCard != nil {
		id := v.customer()
		card := widgets.NewButton(widgets.Quiet, say.Say("opinions.print-card", nil), func() { v.page.OnCard(id) }).WithIcon(theme.IconPrint)
		write := widgets.NewButton(widgets.Plain, say.Say("opinions.write-down", nil), func() { v.page.OnTold(id) }).WithIcon(theme.IconEdit)
		column.Add(widgets.Row(8, widgets.Space(), card, write))
	}
	for _, c := range v.read.Complaints {
		column.Add(v.complaint(c))
	}
	for _, o := range v.read.Opinions {
		line := say.Told(o, app.DayOf(v.now))
		if words := say.Quoted(o.Verbatim); words != "" {
			column.Add(widgets.Quote(words, line))
		} else {
			column.Add(widgets.Quote(line, ""))
		}
	}
	if len(v.read.Complaints)+len(v.read.Opinions) == 0 {
		column.Add(widgets.NewParagraph(say.Say("people.told.none", nil), widgets.Muted))
	}
	return column
}

func (v *person) complaint(c app.Complaint) fyne.CanvasObject {
	say := v.page.say
	state, mood := "people.complaint.open", widgets.Late
	switch {
	case !c.Open():
		state, mood = "people.complaint.closed", widgets.Good
	case !c.PutRight.IsZero():
		state, mood = "people.complaint.put-right", widgets.Soon
	}
	head := widgets.Row(8,
		widgets.Grow(widgets.NewText(say.Say("people.complaint", app.Args{"When": say.Moment(c.Received, v.now)}), widgets.Label)),
		widgets.NewPill(say.Say(state, nil), mood))
	box := widgets.Column(6, head, widgets.NewParagraph(c.Wrong, widgets.Body))
	for _, r := range c.Reopened {
		again := app.Args{"When": say.Moment(r.At, v.now), "Why": say.Quoted(r.Why)}
		box.Add(widgets.NewParagraph(say.Say("people.complaint.reopened", again), widgets.Body))
	}
	for _, g := range c.Earlier {
		box.Add(widgets.NewParagraph(say.Say("people.complaint.vain", app.Args{"Remedy": say.Given(g.Remedy)}), widgets.Note))
	}
	if c.Wish != "" {
		box.Add(widgets.NewParagraph(say.Say("people.complaint.wish", app.Args{"Wish": c.Wish}), widgets.Note))
	}
	for _, p := range c.Promises {
		key := "people.complaint.promised"
		if !p.Kept.IsZero() {
			key = "people.complaint.kept"
		}
		box.Add(widgets.NewParagraph(say.Say(key, app.Args{"Promise": p.What}), widgets.Note))
	}
	if v.page.OnComplaint != nil {
		words, icon := "people.complaint.go", theme.IconFix
		if !c.Open() { // it may be not right after all
			words, icon = "people.complaint.go.ended", theme.IconUndo
		}
		box.Add(widgets.Row(0, widgets.NewButton(widgets.Plain, say.Say(words, nil), func() { v.page.OnComplaint(c.ID) }).WithIcon(icon)))
	}
	return widgets.Panel(box)
}

// calls draws every call, newest first.
func (v *person) calls() fyne.CanvasObject {
	say := v.page.say
	if len(v.read.Calls) == 0 {
		return widgets.NewParagraph(say.Say("people.calls.none", nil), widgets.Muted)
	}
	column := widgets.Column(12)
	if v.page.OnExport != nil {
		export := widgets.NewButton(widgets.Quiet, say.Say("people.export-calls", nil), func() { v.page.OnExport(v.customer()) }).WithIcon(theme.IconExport)
		column.Add(widgets.Row(0, widgets.Space(), export))
	}
	there := app.Location(v.read.Customer.TimeZone, v.now.Location())
	for _, c := range v.read.Calls {
		line := []string{say.Moment(c.Start, v.now)}
		if c.End.After(c.Start) && c.Disposition == app.Talked {
			line = append(line, say.Duration(c.End.Sub(c.Start)))
		}
		if by := v.by(c.By); by != "" {
			line = append(line, by)
		}
		if c.Number != "" {
			line = append(line, say.Phone(app.Phone{Typed: c.Number, E164: c.Number}, v.read.Plan.Country))
		}
		box := widgets.Column(2, widgets.NewText(say.Disposition(c.Disposition), widgets.Strong), widgets.NewParagraph(strings.Join(line, separator), widgets.Small))
		for _, more := range lines(widgets.Body, c.Notes) {
			box.Add(more)
		}
		if c.Anyway != "" {
			box.Add(widgets.NewParagraph(say.Say("people.calls.anyway", app.Args{"Reason": c.Anyway}), widgets.Note))
		}
		if c.Next != nil {
			box.Add(widgets.NewParagraph(say.Say("people.calls.next", app.Args{"When": say.NextCall(*c.Next, there, v.now)}), widgets.Note))
		}
		column.Add(box)
		column.Add(widgets.Line())
	}
	column.Objects = column.Objects[:len(column.Objects)-1]
	return column
}

// by names who did something: the owner if nobody is named.
func (v *person) by(name string) string {
	if name == "" {
		return v.read.Plan.Owner
	}
	return name
}
