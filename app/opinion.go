package app

import "time"

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
	Customer ID        `cbor:"2,keyasint"`
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
}

// Quote is a customer's leave to publish their words.
type Quote struct {
	Words     string    `cbor:"1,keyasint,omitempty"`
	Where     string    `cbor:"2,keyasint,omitempty"`
	Name      string    `cbor:"3,keyasint,omitempty"` // the name to print
	Since     time.Time `cbor:"4,keyasint"`
	Withdrawn time.Time `cbor:"5,keyasint,omitzero"`
}

// MaxScore is the best score a customer can give; the least is 0.
const MaxScore = 10
