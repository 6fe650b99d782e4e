package customers

import (
	"errors"
	"fmt"
	"time"

	"ringback.app/app"
	"ringback.app/app/texts"
	"ringback.app/app/when"
)

// birthday reads a day with a year, or one that comes round every year, which
// is kept as --MM-DD.
func (k *check) birthday() string {
	text := texts.OneLine(k.form.Birthday)
	if text == "" || text == k.was.Birthday {
		return text
	}
	if t, err := time.Parse("--01-02", text); err == nil {
		return t.Format("--01-02")
	}
	now := k.desk.clock()
	day, err := k.dayAsOf(text, now)
	if err == nil && day > app.DayOf(now.In(k.plan.Location())) {
		err = &app.Error{Key: "error.customers.birthday.ahead", Args: app.Args{"Day": texts.Quoted(text)}}
	}
	if err != nil {
		k.keep(FieldBirthday, err)
		return ""
	}
	// A text without a year names another day four years on: that tells it from
	// one with a year, and 29 February comes round in four.
	later, err := k.dayAsOf(text, now.AddDate(4, 0, 0))
	if err != nil || later == day {
		return day.String()
	}
	_, month, dom := day.Date()
	if _, m, d := later.Date(); m != month || d != dom {
		k.errs.Add(FieldBirthday, "error.customers.birthday.unreadable", app.Args{"Day": texts.Quoted(text)})
		return ""
	}
	return fmt.Sprintf("--%02d-%02d", month, dom)
}

func (k *check) dayAsOf(text string, now time.Time) (app.Day, error) {
	o := k.desk.when(k.plan, when.Behind)
	o.Clock = func() time.Time { return now }
	m, err := when.Parse(text, o)
	var typed *app.Error
	if err == nil && m.Timed || errors.As(err, &typed) && typed.Key == "error.when.number" {
		return 0, &app.Error{Key: "error.customers.birthday.unreadable", Args: app.Args{"Day": texts.Quoted(text)}}
	}
	return m.Day, err
}
