package importing

import (
	"errors"
	"path/filepath"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// scaleAsked is the key of an error that asks on which scale opinions were rated.
const scaleAsked = "error.import.scale"

// mostWays is how many columns are offered to choose from.
const mostWays = 24

// showProblem says why the files cannot be imported.
func (p *Page) showProblem(err error) {
	p.stage = told
	again := widgets.NewButton(widgets.Plain, p.say.Say("bring.other", nil), p.begin).WithKey(p.say.Say("bring.key.back", nil))
	box := widgets.Callout(theme.ColorLate, widgets.Inset(widgets.NewParagraph(p.say.Error(err), widgets.Body), 4, 4, 4, 4))
	p.show(page(p.say.Say("bring.title", nil), box, widgets.Row(0, again)), again)
}

// ask asks what the files leave open; false if there is nothing to ask.
func (p *Page) ask(err error) bool {
	var e *app.Error
	if !errors.As(err, &e) {
		return false
	}
	table, ok := columns.Asks(err)
	if ok && e.Key != scaleAsked { // of which the columns are known
		p.showMapping(p.askingOf(e, table))
		return true
	}
	question, ways := waysToRead(err)
	if len(ways) == 0 {
		return false
	}
	p.stage, p.save = asks, nil
	say := p.say
	source, inside := p.sourceAsked(e)
	choices := widgets.Wrap(8)
	var first *widgets.Button
	for _, way := range ways {
		text := way.column
		if way.key != "" {
			text = say.Say(way.key, nil)
		}
		button := widgets.NewButton(widgets.Plain, text, func() { p.answer(source, inside, way.mapping) })
		if first == nil {
			first = button
		}
		choices.Add(button)
	}
	back := widgets.NewButton(widgets.Plain, p.wayBack(), p.Back).WithKey(say.Say("bring.key.back", nil))
	box := widgets.Panel(widgets.Inset(widgets.Column(12, widgets.NewParagraph(say.Say(question, e.Args), widgets.Body), choices), 4, 4, 4, 4))
	buttons := widgets.Wrap(8)
	if leave := p.leaveOut(source, inside); leave != nil {
		buttons.Add(leave)
	}
	buttons.Add(back)
	p.show(page(say.Say("bring.title", nil), box, buttons), first)
	return true
}

// answer reads the files with what was said of a column: of one file, or of all
// where it is not known which asked.
func (p *Page) answer(source int, inside string, said columns.Mapping) {
	if source < 0 {
		p.options.Map = withMapping(p.options.Map, said)
		p.read()
		return
	}
	p.correct(source, inside, "", func(told *importing.Told) { told.Map = withMapping(told.Map, said) })
}

// sourceAsked finds the file that an error asks about, and which it is inside
// that; -1 if it is not known.
func (p *Page) sourceAsked(why *app.Error) (source int, inside string) {
	from, inside := importing.Where(why)
	if source = p.sourceOf(from); source >= 0 {
		return source, inside
	}
	title, _ := why.Args["File"].(string)
	return p.sourceNamed(title), ""
}

// sourceNamed finds the file that an error names, with its sheet if it has
// several; -1 if it is none of them, but in an archive say.
func (p *Page) sourceNamed(title string) int {
	found := -1
	for i, s := range p.sources {
		label := filepath.Base(filepath.FromSlash(s.Name))
		if title != label && !strings.HasPrefix(title, label+" (") {
			continue
		}
		if found >= 0 {
			return -1 // two of that name
		}
		found = i
	}
	return found
}

// way is one of the ways in which a table can be read.
type way struct {
	key     string // of the words for it; "" if it is a column
	column  string
	mapping columns.Mapping
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
	case "error.import.day-order", "error.import.year-order", "error.import.said-order", "error.import.days-mixed":
		field, _ := e.Args["Field"].(string)
		if field == "" {
			field = string(fields.Day)
		}
		question = "bring.ask"
		if e.Key == "error.import.days-mixed" {
			question = "bring.ask.days-mixed"
		}
		if e.Key == "error.import.year-order" {
			question = "bring.ask.year"
			ways = append(ways, way{"bring.year-first", "", columns.Mapping{Column: column, Field: fields.Field(field), Order: values.YearFirst}})
		}
		return question, append(ways, []way{
			{"bring.day-first", "", columns.Mapping{Column: column, Field: fields.Field(field), Order: values.DayMonth}},
			{"bring.month-first", "", columns.Mapping{Column: column, Field: fields.Field(field), Order: values.MonthDay}},
		}...)
	case "error.import.point":
		field, _ := e.Args["Field"].(string)
		return "bring.ask", []way{
			{"bring.comma", "", columns.Mapping{Column: column, Field: fields.Field(field), Point: values.Comma}},
			{"bring.point", "", columns.Mapping{Column: column, Field: fields.Field(field), Point: values.Dot}},
		}
	case "error.import.number-or-name":
		return "bring.ask.number-or-name", []way{
			{"bring.is-number", "", columns.Mapping{Column: column, Field: fields.Customer}},
			{"bring.is-name", "", columns.Mapping{Column: column, Field: fields.Name}},
		}
	case scaleAsked:
		return "bring.ask.scale", []way{
			{"bring.is-stars", "", columns.Mapping{Column: column, Field: fields.Stars}},
			{"bring.is-score", "", columns.Mapping{Column: column, Field: fields.Score}},
		}
	case "error.import.currency":
		field, _ := e.Args["Field"].(string)
		codes, _ := e.Args["Codes"].([]string)
		for _, code := range codes {
			ways = append(ways, way{column: code, mapping: columns.Mapping{Column: column, Field: fields.Field(field), Money: code}})
		}
		return "bring.ask.currency", ways
	case "error.import.no-customer":
		return "bring.ask.customer", columnsFor(fields.Customer, e)
	case "error.import.no-day":
		return "bring.ask.day", columnsFor(fields.Day, e)
	}
	return "", nil
}

// columnsFor offers every column of the file as the one that holds the field.
func columnsFor(field fields.Field, e *app.Error) []way {
	names, _ := e.Args["Names"].([]string)
	var ways []way
	for _, name := range names {
		if name != "" && len(ways) < mostWays {
			ways = append(ways, way{column: name, mapping: columns.Mapping{Column: name, Field: field}})
		}
	}
	return ways
}
