package values

import (
	"strings"

	"ringback.app/app/amounts"
)

// Point is the sign before the decimal places in a column.
type Point byte

// The signs. Undecided is a column in which every number could be read either
// way (1,234).
const (
	NoPoint   Point = 0 // no number of the column needs one
	Dot       Point = '.'
	Comma     Point = ','
	Undecided Point = '?'
	Mixed     Point = '!' // some rows can only be read one way, some only the other
)

// Points gathers how the numbers of a column are written.
type Points struct {
	dot, comma, either bool
	without            bool   // a number has neither sign
	Example            string // a number that can be read either way
	proved             Point
}

// Prove takes into account that a number of the column that can be read either way
// comes to what another column says with that sign before its decimals.
func (p *Points) Prove(sign Point) {
	if p.proved != NoPoint && p.proved != sign {
		sign = Mixed
	}
	p.proved = sign
}

// Proved is the sign that other columns prove of numbers that can be read either way;
// NoPoint if they do not, or prove both.
func (p *Points) Proved() Point {
	if p.proved == Mixed || p.Point() != Undecided {
		return NoPoint
	}
	return p.proved
}

// AllEither tells whether each number of the column can be read either way.
func (p *Points) AllEither() bool { return p.Point() == Undecided && !p.without }

// See takes a number of the column into account.
func (p *Points) See(text string) {
	switch pointOf(text) {
	case Dot:
		p.dot = true
	case Comma:
		p.comma = true
	case Undecided:
		if !p.either {
			p.either, p.Example = true, text
		}
	default:
		p.without = p.without || strings.ContainsAny(text, "0123456789")
	}
}

// Point returns what the column's numbers say.
func (p *Points) Point() Point {
	switch {
	case p.dot && p.comma:
		return Mixed
	case p.dot:
		return Dot
	case p.comma:
		return Comma
	case p.either:
		return Undecided
	}
	return NoPoint
}

// pointOf tells which sign must be the decimal one. What is no number says nothing.
func pointOf(text string) Point {
	n := takeApart(text)
	if !strings.ContainsAny(n.figures, ".,") {
		return NoPoint
	}
	if n.even != NoPoint {
		return n.even
	}
	_, dot := n.read(Dot)
	_, comma := n.read(Comma)
	switch {
	case dot && comma:
		return n.withoutCents()
	case dot:
		return Dot
	case comma:
		return Comma
	}
	return NoPoint
}

// withoutCents is the decimal sign of a number that could be read either way, by
// the currency beside it: one without decimals has thousands there, as in 75.000đ.
func (n number) withoutCents() Point {
	codes := Currencies(n.before + " " + n.after)
	if len(codes) == 0 {
		return Undecided
	}
	if digits, ok := amounts.Digits(codes[0]); !ok || digits > 0 {
		return Undecided
	}
	if strings.Contains(n.figures, ".") {
		return Comma
	}
	return Dot
}
