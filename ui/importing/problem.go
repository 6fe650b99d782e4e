package importing

import (
	"errors"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/tables"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// mostWays is how many columns are offered to choose from.
const mostWays = 24

// showProblem says why the files cannot be imported, and offers what helps.
func (p *Page) showProblem(err error) {
	var e *app.Error
	if table, ok := importing.Asks(err); ok && errors.As(err, &e) {
		p.showMapping(e, table)
		return
	}
	say := p.say
	again := widgets.NewButton(widgets.Plain, say.Say("bring.other", nil), p.begin).WithKey(say.Say("bring.key.back", nil))
	box := widgets.Callout(theme.ColorLate, widgets.Inset(widgets.NewParagraph(say.Error(err), widgets.Body), 4, 4, 4, 4))
	question, ways := waysToRead(err)
	if len(ways) == 0 {
		p.show(page(say.Say("bring.title", nil), box, widgets.Row(0, again)), again)
		return
	}
	errors.As(err, &e)
	choices := widgets.Wrap(8)
	var first *widgets.Button
	for _, way := range ways {
		text := way.column
		if way.key != "" {
			text = say.Say(way.key, nil)
		}
		button := widgets.NewButton(widgets.Plain, text, func() {
			p.options.Map = append(p.options.Map, way.mapping)
			p.read()
		})
		if first == nil {
			first = button
		}
		choices.Add(button)
	}
	box = widgets.Panel(widgets.Inset(widgets.Column(12, widgets.NewParagraph(say.Say(question, e.Args), widgets.Body), choices), 4, 4, 4, 4))
	p.show(page(say.Say("bring.title", nil), box, widgets.Row(0, again)), first)
}

// way is one of the ways in which a table can be read.
type way struct {
	key     string // of the words for it; "" if it is a column
	column  string
	mapping importing.Mapping
}

// waysToRead returns the ways to read a table that an error asks about, and the
// key of the question. A script is told of them in the error's own words.
func waysToRead(err error) (question string, ways []way) {
	var e *app.Error
	if !errors.As(err, &e) {
		return "", nil
	}
	column, _ := e.Args["Column"].(string)
	switch e.Key {
	case "error.import.day-order":
		return "bring.ask", []way{
			{"bring.day-first", "", importing.Mapping{Column: column, Field: importing.FieldDay, Order: tables.DayMonth}},
			{"bring.month-first", "", importing.Mapping{Column: column, Field: importing.FieldDay, Order: tables.MonthDay}},
		}
	case "error.import.point":
		field, _ := e.Args["Field"].(string)
		return "bring.ask", []way{
			{"bring.comma", "", importing.Mapping{Column: column, Field: importing.Field(field), Point: tables.Comma}},
			{"bring.point", "", importing.Mapping{Column: column, Field: importing.Field(field), Point: tables.Dot}},
		}
	case "error.import.no-customer":
		return "bring.ask.customer", columnsFor(importing.FieldCustomer, e)
	case "error.import.no-day":
		return "bring.ask.day", columnsFor(importing.FieldDay, e)
	}
	return "", nil
}

// columnsFor offers every column of the file as the one that holds the field.
func columnsFor(field importing.Field, e *app.Error) []way {
	names, _ := e.Args["Names"].([]string)
	var ways []way
	for _, name := range names {
		if name != "" && len(ways) < mostWays {
			ways = append(ways, way{column: name, mapping: importing.Mapping{Column: name, Field: field}})
		}
	}
	return ways
}
