package app

import "time"

// Disposition is what came of a call.
type Disposition string

// The dispositions, in the order of their keys 1 to 9 in the window.
const (
	Talked       Disposition = "talked"
	NoAnswer     Disposition = "no-answer"
	LeftMessage  Disposition = "left-message"
	Busy         Disposition = "busy"
	CallBack     Disposition = "call-back-later"
	WrongNumber  Disposition = "wrong-number"
	OutOfService Disposition = "out-of-service"
	Declined     Disposition = "declined"
	DoNotRing    Disposition = "do-not-call"
)

// Dispositions lists them in the order of their keys 1 to 9.
func Dispositions() []Disposition {
	return []Disposition{Talked, NoAnswer, LeftMessage, Busy, CallBack, WrongNumber, OutOfService, Declined, DoNotRing}
}

// Reached tells whether the customer themselves was on the line.
func (d Disposition) Reached() bool {
	return d == Talked || d == CallBack || d == Declined || d == DoNotRing
}

// Settles tells whether such a call settles what the customer was to be called
// about: all that reach them do, but the one they put off.
func (d Disposition) Settles() bool { return d.Reached() && d != CallBack }

// Unanswered tells whether another attempt is called for.
func (d Disposition) Unanswered() bool { return d == NoAnswer || d == LeftMessage || d == Busy }

// Call is one attempt to reach a customer, whatever came of it.
type Call struct {
	ID          ID          `cbor:"1,keyasint"`
	Customer    ID          `cbor:"2,keyasint"`
	Start       time.Time   `cbor:"3,keyasint"`
	End         time.Time   `cbor:"4,keyasint,omitzero"`
	By          string      `cbor:"5,keyasint,omitempty"`
	Number      string      `cbor:"6,keyasint,omitempty"` // as dialled
	Disposition Disposition `cbor:"7,keyasint"`
	Notes       string      `cbor:"8,keyasint,omitempty"`
	About       []ID        `cbor:"9,keyasint,omitempty"`  // the purchases it was about
	Reason      ReasonKind  `cbor:"10,keyasint,omitempty"` // why they were on the list
	Next        *NextStep   `cbor:"11,keyasint,omitempty"`
	Anyway      string      `cbor:"12,keyasint,omitempty"` // why they were called though the list said not to
	Complaint   ID          `cbor:"13,keyasint,omitzero"`  // the complaint it was about
	FixWorked   *bool       `cbor:"14,keyasint,omitempty"` // what they said of the fix, if asked
}

// NextStep is the next call agreed on.
type NextStep struct {
	At    time.Time `cbor:"1,keyasint"`           // the hour, or the start of the shop's day
	Timed bool      `cbor:"2,keyasint,omitempty"` // an hour was named, not just a day
	Note  string    `cbor:"3,keyasint,omitempty"`
}

// ReasonKind is why a customer is on the call list. A lower kind comes first.
type ReasonKind uint8

// The kinds, in the order of the list.
const (
	NoReason ReasonKind = iota
	Promised
	Complained
	CheckFix
	CallAgain
	AfterPurchase
	GoingQuiet
	NeverAsked
	Thank
)

// ReasonKinds lists the kinds in the order of the list.
func ReasonKinds() []ReasonKind {
	return []ReasonKind{Promised, Complained, CheckFix, CallAgain, AfterPurchase, GoingQuiet, NeverAsked, Thank}
}

// String gives the kind's name as scripts know it.
func (k ReasonKind) String() string {
	names := [...]string{"", "promise", "complaint", "check-fix", "call-back", "after-purchase", "going-quiet", "never-asked", "thank"}
	if int(k) >= len(names) {
		return ""
	}
	return names[k]
}

// MarshalText writes the kind's name.
func (k ReasonKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Purpose is what a call of that kind is for, as far as a customer may object.
func (k ReasonKind) Purpose() Purpose {
	if k == GoingQuiet {
		return PurposeMarketing
	}
	return PurposeFollowUp
}
