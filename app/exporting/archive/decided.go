package archive

import (
	"errors"

	"ringback.app/app"
)

// TwoPeople is that the owner decided of two customers who may be one that they are
// two. It is not a record of the book's, but is written and read like one.
type TwoPeople struct {
	A app.ID `json:"a"`
	B app.ID `json:"b"`
}

// Key is of no sort of record.
func (t TwoPeople) Key() (app.Kind, app.ID) { return 0, t.A }

// Whose is the first of the two.
func (t TwoPeople) Whose() app.ID { return t.A }

// Settled is what a person changed of a customer's record by hand, or by making one of
// two: by it an import knows whom a file means that says what was, and does not bring
// that back. Of the records only what an import compares is written. After has the ID
// of whom the customer is now; Before that of whom they were.
type Settled struct {
	Before, After app.Customer
}

// Key is of no sort of record.
func (s Settled) Key() (app.Kind, app.ID) { return 0, s.Before.ID }

// Whose is who the customer is now.
func (s Settled) Whose() app.ID { return s.After.ID }

// Compared is of a customer what Settled has of them.
func Compared(c app.Customer) app.Customer {
	c.DoNotCall, c.Unknown, c.Archived, c.Thanks = nil, nil, false, nil
	return c
}

type (
	twoPeopleLine struct {
		Kind string `json:"kind"`
		TwoPeople
	}
	settledLine struct {
		Kind   string   `json:"kind"`
		Before Customer `json:"before"`
		After  Customer `json:"after"`
	}
)

func settledOf(s Settled) settledLine {
	return settledLine{kindSettled, CustomerOf(Compared(s.Before)), CustomerOf(Compared(s.After))}
}

func (l twoPeopleLine) check() error {
	if l.A == l.B {
		return errors.New("two people are one")
	}
	return nil
}

// Record is the line as it is read.
func (l twoPeopleLine) Record() app.Record { return l.TwoPeople }

func (l settledLine) check() error {
	if l.Before.ID.IsZero() {
		return errors.New("no id")
	}
	return errors.Join(l.Before.check(), l.After.check())
}

// Record is the line as it is read.
func (l settledLine) Record() app.Record {
	before, _ := l.Before.Record().(app.Customer)
	after, _ := l.After.Record().(app.Customer)
	return Settled{before, after}
}

// ParseSettled reads what Line wrote of a Settled.
func ParseSettled(line []byte) (Settled, error) {
	record, err := read[settledLine](line)
	s, _ := record.(Settled)
	return s, err
}

// Line is a record as it stands in a line.
func Line(r app.Record) ([]byte, error) { return text(r) }
