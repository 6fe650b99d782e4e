package customers

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/app/wording"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// history draws every change that the journal keeps of the customer, newest
// first, each act with a way to take it back.
func (v *person) history() fyne.CanvasObject {
	column := widgets.Column(12)
	var batch app.ID
	for _, e := range v.read.History {
		if e.Batch != batch {
			batch = e.Batch
			if len(column.Objects) > 0 {
				column.Add(widgets.Line())
			}
			column.Add(v.act(e))
		}
		column.Add(v.event(e))
	}
	if len(column.Objects) == 0 {
		column.Add(widgets.NewParagraph(v.page.say.Say("people.history.none", nil), widgets.Muted))
	}
	return column
}

// act heads what was done in one go.
func (v *person) act(e customers.Event) fyne.CanvasObject {
	say := v.page.say
	line := say.Moment(e.At, v.now)
	if by := v.by(e.By); by != "" {
		line = say.Say("people.history.by", app.Args{"When": line, "By": by})
	}
	head := widgets.Row(12, widgets.NewText(v.whatWasDone(e), widgets.Strong), widgets.Grow(widgets.NewText(line, widgets.Small)))
	if e.Undone && e.Undoes != "" {
		return head // what brought it back says so
	}
	if e.Undone {
		head.Add(widgets.NewText(say.Say("people.undone", nil), widgets.Small))
		return head
	}
	word := "people.undo"
	if e.Act == app.ActImport || e.Act == app.ActSample {
		word = "people.undo.whole" // it put others on record too
	}
	head.Add(widgets.NewButton(widgets.Quiet, say.Say(word, nil), func() { v.page.undo(e.Batch) }).WithIcon(theme.IconUndo))
	return head
}

// whatWasDone names an act, and of an undo what it took or brought back.
func (v *person) whatWasDone(e customers.Event) string {
	say := v.page.say
	act := e.Act
	if e.Undoes != "" {
		act = e.Undoes
	}
	done := say.Act(act)
	if act == app.ActMerge && e.With != "" {
		done = say.Say("people.history.merged", app.Args{"Name": e.With})
	}
	what := app.Args{"What": done}
	switch {
	case e.Undoes == "":
		return done
	case e.Back:
		return say.Say("people.history.brought-back", what)
	}
	return say.Say("people.history.taken-back", what)
}

// event says what became of one record.
func (v *person) event(e customers.Event) fyne.CanvasObject {
	say := v.page.say
	box := widgets.Column(2)
	if what := say.Say("people.history."+string(e.What)+"."+kindKey(e.Kind), nil); what != v.whatWasDone(e) {
		box.Add(widgets.NewText(what, widgets.Note)) // else it would be said twice
	}
	for _, f := range e.Fields {
		before, after := v.value(f.Field, f.Before), v.value(f.Field, f.After)
		if before == after { // items that differ in their capitals
			before, after = v.asWritten(f.Before), v.asWritten(f.After)
		}
		args := app.Args{"Field": say.Say("people.field."+f.Field, nil), "Before": before, "After": after}
		switch {
		case before == "" && after == "":
			continue
		case before == "":
			box.Add(widgets.NewParagraph(say.Say("people.history.set", args), widgets.Body).AtMost(4))
		case after == "":
			box.Add(widgets.NewParagraph(say.Say("people.history.cleared", args), widgets.Body).AtMost(4))
		default:
			box.Add(widgets.NewParagraph(say.Say("people.history.replaced", args), widgets.Body).AtMost(4))
		}
	}
	return box
}

func kindKey(k app.Kind) string {
	switch k {
	case app.KindPurchase:
		return "purchase"
	case app.KindCall:
		return "call"
	case app.KindOpinion:
		return "opinion"
	case app.KindComplaint:
		return "complaint"
	}
	return "customer"
}

// value writes a value of the history as a person reads it.
func (v *person) value(field string, value any) string {
	say := v.page.say
	switch value := value.(type) {
	case string:
		return v.word(field, value)
	case []string:
		words := make([]string, len(value))
		for i, w := range value {
			words[i] = v.word(field, w)
		}
		return strings.Join(words, ", ")
	case bool:
		if value {
			return say.Say("people.yes", nil)
		}
		return say.Say("people.no", nil)
	case app.Day:
		return say.Day(value, app.DayOf(v.now))
	case app.Weekdays:
		return say.Weekdays(value)
	case app.Money:
		return say.Money(value)
	case []app.BoughtItem:
		return v.items(value, wording.ItemName)
	case []app.ThankYou:
		given := make([]string, len(value))
		for i, t := range value {
			given[i] = v.thankYou(t)
		}
		return strings.Join(given, "; ")
	case time.Time:
		return say.Moment(value, v.now)
	}
	return ""
}

// items names the lines of a receipt.
func (v *person) items(all []app.BoughtItem, called func(item string) string) string {
	said := make([]string, len(all))
	for i, b := range all {
		said[i] = v.page.say.Say("thing.bought.quantity", app.Args{"Quantity": v.page.say.Quantity(b.Quantity), "Item": called(b.Item)})
	}
	return strings.Join(said, ", ")
}

// asWritten names the lines of a receipt as the till wrote them; "" for anything else.
func (v *person) asWritten(value any) string {
	items, _ := value.([]app.BoughtItem)
	return v.items(items, func(item string) string { return item })
}

// word says a value that the book has in the words of scripts.
func (v *person) word(field, value string) string {
	say := v.page.say
	switch {
	case value == "":
		return ""
	case field == customers.FieldBirthday:
		return say.Birthday(value, app.DayOf(v.now))
	case field == customers.FieldOutcome:
		return say.Disposition(app.Disposition(value))
	case field == customers.FieldLanguage:
		return say.Tongue(value)
	case field == customers.FieldTimeZone:
		return say.TimeZone(value)
	case field == customers.FieldDoNotCall:
		return say.Purpose(app.Purpose(value))
	case field == customers.FieldRemedy, field == customers.FieldEarlier:
		return say.Remedy(app.RemedyKind(value))
	case field == customers.FieldFixWorked && value == "true":
		return say.Say("people.yes", nil)
	case field == customers.FieldFixWorked:
		return say.Say("people.no", nil)
	}
	return value
}
