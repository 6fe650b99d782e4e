package customers

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/widgets"
)

// addressInputs are the postal addresses, one below the other. One that is emptied
// goes.
type addressInputs struct {
	content *fyne.Container
	all     []*addressInput
}

func newAddressInputs(f *form, was []app.Address) *addressInputs {
	if len(was) == 0 {
		was = []app.Address{{}}
	}
	a := &addressInputs{content: widgets.Column(2)}
	for _, one := range was {
		in := newAddressInput(f, one)
		if len(was) > 1 && one.Label != "" {
			in.parts[0].field.SetHint(one.Label)
		}
		a.all = append(a.all, in)
		a.content.Add(in.content)
	}
	return a
}

// filled returns the addresses as they are typed now.
func (a *addressInputs) filled() []app.Address {
	var now []app.Address
	for _, in := range a.all {
		if typed := in.filled(); !isBare(typed) {
			now = append(now, typed)
		}
	}
	return now
}

// take shows the problems that are about the addresses and takes them out.
func (a *addressInputs) take(problems map[string]string) {
	n := 0 // the form leaves empty ones out, and its errors count without them
	for _, in := range a.all {
		street := in.parts[0].field
		street.SetProblem("")
		if isBare(in.filled()) {
			continue
		}
		at := customers.FieldAt(customers.FieldAddresses, n)
		street.SetProblem(problems[at])
		delete(problems, at)
		n++
	}
}

func isBare(a app.Address) bool { return a == app.Address{Label: a.Label} }

// addressInput is one postal address. What few addresses have is asked only where
// it is in there already.
type addressInput struct {
	content *fyne.Container
	was     app.Address
	parts   []*input // in the order of partsOf, nil: not asked; the street is first
	begun   []string // what the parts showed at first, which may have been cut to one line
}

// addressPart is a part of an address, under the name of its field.
type addressPart struct {
	name string
	text *string
	rare bool
}

func partsOf(a *app.Address) []addressPart {
	return []addressPart{
		{"street", &a.Street, false},
		{"extra", &a.Extra, true},
		{"po-box", &a.POBox, true},
		{"postal-code", &a.PostalCode, false},
		{"city", &a.City, false},
		{"country", &a.Country, false},
		{"region", &a.Region, true},
	}
}

func newAddressInput(f *form, was app.Address) *addressInput {
	a := &addressInput{was: was, content: widgets.Column(2)}
	town := widgets.Columns(12, []float32{2, 3, 3})
	for _, part := range partsOf(&was) {
		if part.rare && *part.text == "" {
			a.parts, a.begun = append(a.parts, nil), append(a.begun, "")
			continue
		}
		i := newInput(f.page.say.Say("people.field."+part.name, nil), *part.text, widgets.NewEntry(""), f.touch)
		f.inputs, a.parts, a.begun = append(f.inputs, i), append(a.parts, i), append(a.begun, i.text())
		switch part.name {
		case "postal-code", "city", "country":
			if len(town.Objects) == 0 {
				a.content.Add(town)
			}
			town.Add(i.field)
		default:
			a.content.Add(i.field)
		}
	}
	return a
}

// filled is the address as it is typed now; what was not touched is as it was.
func (a *addressInput) filled() app.Address {
	now := a.was
	for i, part := range partsOf(&now) {
		if in := a.parts[i]; in != nil && in.text() != a.begun[i] {
			*part.text = strings.TrimSpace(in.text())
		}
	}
	return now
}
