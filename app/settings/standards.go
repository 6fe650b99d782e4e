package settings

import (
	"reflect"
	"slices"
	"strconv"

	"ringback.app/app"
	"ringback.app/app/amounts"
	"ringback.app/app/folding"
	"ringback.app/app/texts"
)

// leastDigits is how many a number that can be rung has.
const leastDigits = 3

// Measures lists what standards can be measured by, in the order in which they
// are offered.
func Measures() []app.Measure {
	return []app.Measure{
		app.MeasureAsked, app.MeasureAnswered, app.MeasureFixed, app.MeasurePromises,
		app.MeasurePassed, app.MeasureRead, app.MeasureTheme,
	}
}

// standardsOf returns the standards of the plan, or those of a shop that has set
// none.
func standardsOf(p app.Plan) []app.Standard {
	if p.Standards == nil {
		return app.DefaultStandards()
	}
	return p.Standards
}

func standardFields(p app.Plan) []StandardField {
	var fields []StandardField
	for _, s := range standardsOf(p) {
		f := StandardField{Measure: s.Measure, Words: s.Words, Theme: s.Theme}
		if s.Measure.InDays() {
			f.Within = strconv.Itoa(s.Within)
		}
		fields = append(fields, f)
	}
	return fields
}

// standards reads the standards. Those of a shop that has set none stay unset
// until they are changed, so that better ones can be shipped.
func (k *check) standards() []app.Standard {
	if len(k.form.Standards) > app.PlanStandards {
		k.errs.Add(FieldStandards, "error.settings.many", app.Args{"Length": len(k.form.Standards), "Most": app.PlanStandards})
		return k.was.Standards
	}
	all := []app.Standard{}
	for i, f := range k.form.Standards {
		at := FieldAt(FieldStandards, i)
		s := app.Standard{Measure: f.Measure, Words: k.line(at, f.Words)}
		switch {
		case f.Measure == "" && texts.OneLine(f.Words+f.Within+f.Theme) == "":
			continue
		case !slices.Contains(Measures(), f.Measure):
			k.errs.Add(at, "error.settings.standard.measure", nil)
		case f.Measure.InDays():
			s.Within = k.number(at, f.Within, app.RangesOfPlan().StandardIn)
		case f.Measure == app.MeasureTheme:
			if s.Theme = k.line(at, f.Theme); s.Theme == "" {
				k.errs.Add(at, "error.settings.standard.theme", nil)
			}
		}
		all = append(all, s)
	}
	if k.was.Standards == nil && reflect.DeepEqual(all, app.DefaultStandards()) {
		return nil
	}
	return all
}

func passOnWithin(p app.Plan) int {
	if p.PassOnWithin == 0 {
		return app.DefaultPassOn
	}
	return p.PassOnWithin
}

func (k *check) passOn() int {
	days := k.number(FieldPassOnWithin, k.form.PassOnWithin, app.RangesOfPlan().PassOnWithin)
	if k.was.PassOnWithin == 0 && days == app.DefaultPassOn {
		return 0
	}
	return days
}

// direct reads the owner's direct number, which is printed as it is typed.
func (k *check) direct() string {
	text := k.line(FieldDirect, k.form.Direct)
	if text != "" && len(folding.Digits(text)) < leastDigits {
		k.errs.Add(FieldDirect, "error.settings.direct", app.Args{"Text": texts.Quoted(text)})
	}
	return text
}

// money reads an amount of the plan's currency; nothing is none.
func (k *check) money(field, text, code string) int64 {
	text = texts.OneLine(text)
	if text == "" {
		return 0
	}
	if _, ok := amounts.Digits(code); !ok {
		return 0 // the currency itself is wrong, and says so
	}
	minor, ok := amounts.Parse(text, code)
	if !ok || minor < 0 {
		k.errs.Add(field, "error.settings.money", app.Args{"Text": texts.Quoted(text), "Currency": code, "Example": amounts.Example(12, code)})
	}
	return minor
}

// money writes what check.money reads; no money is "".
func money(minor int64, code string) string {
	if minor == 0 {
		return ""
	}
	digits, ok := amounts.Digits(code)
	if !ok {
		digits = 2
	}
	return amounts.Format(minor, digits)
}
