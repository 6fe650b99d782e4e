package app

import (
	"slices"
	"time"
)

// Source is where an opinion came from.
type Source string

// Where opinions come from.
const (
	FromCall   Source = "call"
	FromCard   Source = "card"
	FromVisit  Source = "visit"
	FromLetter Source = "letter"
	FromWeb    Source = "web"
)

// Opinion is what a customer said, word for word.
type Opinion struct {
	ID       ID        `cbor:"1,keyasint"`
	Customer ID        `cbor:"2,keyasint"` // zero while nobody knows whose it is
	Said     Day       `cbor:"3,keyasint"` // when they said or wrote it
	Taken    time.Time `cbor:"4,keyasint"` // when we took it down
	Source   Source    `cbor:"5,keyasint"`
	Score    *int      `cbor:"6,keyasint,omitempty"` // 0 to 10, if given
	Verbatim string    `cbor:"7,keyasint,omitempty"`
	Themes   []string  `cbor:"8,keyasint,omitempty"`
	Staff    []string  `cbor:"9,keyasint,omitempty"`  // who served them
	Praise   []string  `cbor:"10,keyasint,omitempty"` // who earned praise
	Quote    *Quote    `cbor:"11,keyasint,omitempty"`
	Call     ID        `cbor:"12,keyasint,omitzero"`  // the call it was said in
	About    []ID      `cbor:"13,keyasint,omitempty"` // the purchases it is about
	Stars    *int      `cbor:"14,keyasint,omitempty"` // 1 to 5, where they were asked on that scale
	Sender   string    `cbor:"15,keyasint,omitempty"` // who it is from as the card says, while Customer is zero
	Passed   []Passed  `cbor:"16,keyasint,omitempty"` // whom of Praise we told
	Undated  bool      `cbor:"17,keyasint,omitempty"` // only one of Said and Taken is known, and stands in for the other
}

// Passed is praise that was passed on to whom it was for.
type Passed struct {
	Staff string    `cbor:"1,keyasint"`
	At    time.Time `cbor:"2,keyasint"`
}

// Unhappy tells whether the score or the stars say that something is to be put
// right: a detractor's 0 to 6, or less than the 4 stars of the satisfied.
func (o Opinion) Unhappy() bool {
	return o.Score != nil && *o.Score <= MaxUnhappy || o.Stars != nil && *o.Stars < Satisfied
}

// Rated tells whether the customer gave a score or stars.
func (o Opinion) Rated() bool { return o.Score != nil || o.Stars != nil }

// Unthanked names who was praised and has not been told, in the order of Praise.
func (o Opinion) Unthanked() []string {
	var names []string
	for _, name := range o.Praise {
		if !slices.ContainsFunc(o.Passed, func(p Passed) bool { return p.Staff == name }) {
			names = append(names, name)
		}
	}
	return names
}

// Quote is a customer's leave to publish their words.
type Quote struct {
	Words     string    `cbor:"1,keyasint,omitempty"`
	Where     string    `cbor:"2,keyasint,omitempty"`
	Name      string    `cbor:"3,keyasint,omitempty"` // the name to print
	Since     time.Time `cbor:"4,keyasint"`
	Withdrawn time.Time `cbor:"5,keyasint,omitzero"`
}

// The scales. NPS takes 0 to MaxScore: MaxUnhappy and less are detractors,
// Promoting and more promoters. CSAT takes 1 to MaxStars, of which Satisfied and
// more are the satisfied.
const (
	MaxScore   = 10
	MaxUnhappy = 6
	Promoting  = 9
	MaxStars   = 5
	Satisfied  = 4
)
