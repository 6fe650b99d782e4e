package importing

import (
	"slices"
	"strconv"
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
	"ringback.app/ui/widgets"
)

// reread shows the first rows as they would be read now.
func (m *mapping) reread() {
	how := m.how()
	m.rows.Objects = nil
	for _, row := range m.file.First {
		who, what, wrong := how.read(row)
		if who == "" {
			who = m.page.say.Say("bring.map.nobody", nil)
		}
		one := widgets.Column(1, widgets.NewText(who, widgets.Strong))
		if what != "" {
			one.Add(widgets.NewParagraph(what, widgets.Note))
		}
		if wrong != "" {
			one.Add(widgets.NewParagraph(wrong, widgets.Alarm))
		}
		m.rows.Add(one)
	}
	m.rows.Refresh()
}

// howRead is how the rows of a table are read.
type howRead struct {
	*mapping
	order  values.Order
	points map[fields.Field]values.Point
}

// how finds out what the rows themselves say of their days and numbers, where
// nobody has said it yet.
func (m *mapping) how() howRead {
	h := howRead{mapping: m, order: m.order, points: make(map[fields.Field]values.Point)}
	var orders values.Orders
	if m.page.Clock != nil {
		orders.Year = m.page.Clock().Year()
	}
	for i, field := range m.fields {
		var points values.Points
		for _, row := range m.file.First {
			if field == fields.Day {
				orders.See(row[i])
			}
			points.See(row[i])
		}
		h.points[field] = points.Point()
		if c := m.file.Columns[i]; c.Field == field && c.Point != values.NoPoint {
			h.points[field] = c.Point
		}
	}
	h.agree()
	if h.order == values.AnyOrder {
		h.order = orders.Order()
	}
	return h
}

// agree has columns that leave it open where decimals begin follow the others where
// these are of one mind, as the table is read then.
func (h howRead) agree() {
	said := values.NoPoint
	for _, field := range fields.Numbers() {
		switch point := h.points[field]; {
		case point != values.Dot && point != values.Comma:
		case said == values.NoPoint:
			said = point
		case said != point:
			return
		}
	}
	for _, field := range fields.Numbers() {
		if h.points[field] == values.Undecided && said != values.NoPoint {
			h.points[field] = said
		}
	}
}

// The fields that say who somebody is, those by which they are known where there
// are none of these, and those that are numbers.
var (
	naming = []fields.Field{
		fields.Name, fields.Given, "middle", fields.Family, fields.Firm, fields.Customer,
	}
	reaching = []fields.Field{
		fields.Email, fields.Phone, fields.Mobile, fields.Home, fields.Work,
	}
	numbering = []fields.Field{fields.Quantity, fields.Price, fields.Amount, fields.Total}
)

// read says of a row who it is about, what it says, and what of it cannot be
// read.
func (h howRead) read(row []string) (who, what, wrong string) {
	var names, known, facts, problems []string
	for i, field := range h.fields {
		text := strings.TrimSpace(row[i])
		if text == "" || field == "" || field == fields.Ignore {
			continue
		}
		value, ok := h.value(field, text)
		switch {
		case !ok:
			problems = append(problems, h.page.say.Say("bring.map.wrong", app.Args{
				"Text": text, "Field": h.page.say.Say("bring.field."+string(field), nil),
			}))
		case slices.Contains(naming, field):
			names = append(names, value)
		case len(known) == 0 && slices.Contains(reaching, field):
			known, facts = []string{value}, append(facts, value)
		default:
			facts = append(facts, value)
		}
	}
	if len(names) == 0 {
		names, facts = known, slices.DeleteFunc(facts, func(fact string) bool { return slices.Contains(known, fact) })
	}
	return strings.Join(names, " "), strings.Join(facts, " · "), strings.Join(problems, " ")
}

// value says how the text of a cell is read; false if it cannot be.
func (h howRead) value(field fields.Field, text string) (string, bool) {
	switch {
	case field == fields.Day:
		return h.day(text)
	case slices.Contains(reaching, field):
		return text, field.Reaches(text) || written.IsPlaceholder(text)
	case field == fields.Customer, field == fields.Receipt:
		return texts.ShopNumber(text), true
	case slices.Contains(numbering, field):
		number, ok := h.number(field, text)
		return h.page.say.Say("bring.map.value", app.Args{
			"Field": h.page.say.Say("bring.field."+string(field), nil), "Value": number,
		}), ok
	}
	return text, true
}

// number says which number a text is, or which two it may be where nothing tells
// yet; false if it is none.
func (h howRead) number(field fields.Field, text string) (string, bool) {
	if amount, err := field.Number(text, h.points[field]); err == nil {
		return inFigures(amount), true
	}
	if said := h.points[field]; said == values.Dot || said == values.Comma {
		return "", false
	}
	one, notOne := field.Number(text, values.Dot)
	other, notOther := field.Number(text, values.Comma)
	if notOne != nil || notOther != nil {
		return "", false
	}
	return h.page.say.Say("bring.map.which", app.Args{"One": inFigures(one), "Other": inFigures(other)}), true
}

// day says which day a text names, or which two it may name where nothing tells
// yet; false if it names none.
func (h howRead) day(text string) (string, bool) {
	say := h.page.say
	day, _, err := values.ParseDay(text, h.order)
	if err == nil {
		return say.Day(day, 0), true
	}
	first, second := values.DayMonth, values.MonthDay
	switch h.order {
	case values.AskOrder, values.OrderMixed:
	case values.AskYear:
		if first = values.YearFirst; !isDay(text, second) {
			second = values.DayMonth
		}
	default:
		return "", false
	}
	one, _, notFirst := values.ParseDay(text, first)
	other, _, notSecond := values.ParseDay(text, second)
	if notFirst != nil || notSecond != nil {
		return "", false
	}
	return say.Say("bring.map.which", app.Args{"One": say.Day(one, 0), "Other": say.Day(other, 0)}), true
}

func isDay(text string, order values.Order) bool {
	_, _, err := values.ParseDay(text, order)
	return err == nil
}

// inFigures writes a number with a point before its decimals.
func inFigures(a values.Amount) string {
	digits := strconv.FormatInt(a.Units, 10)
	sign := ""
	if a.Units < 0 {
		sign, digits = "-", digits[1:]
	}
	for len(digits) <= a.Places {
		digits = "0" + digits
	}
	if a.Places == 0 {
		return sign + digits
	}
	return sign + digits[:len(digits)-a.Places] + "." + digits[len(digits)-a.Places:]
}
