package app

import (
	"cmp"
	"slices"
	"time"
)

// Complaint is an opinion that asks for something to be put right. Its stages
// have a time each; the zero time is a stage not reached.
type Complaint struct {
	ID        ID        `cbor:"1,keyasint"`
	Customer  ID        `cbor:"2,keyasint"` // zero while nobody knows whose it is
	Opinion   ID        `cbor:"3,keyasint,omitzero"`
	Wrong     string    `cbor:"4,keyasint,omitempty"` // what went wrong, in their words
	Wish      string    `cbor:"5,keyasint,omitempty"` // what would put it right, in their eyes
	Promises  []Promise `cbor:"6,keyasint,omitempty"`
	Remedy    *Remedy   `cbor:"7,keyasint,omitempty"`
	Received  time.Time `cbor:"8,keyasint"`
	Answered  time.Time `cbor:"9,keyasint,omitzero"`
	PutRight  time.Time `cbor:"10,keyasint,omitzero"`
	Confirmed time.Time `cbor:"11,keyasint,omitzero"` // the customer said that it worked
	Closed    time.Time `cbor:"12,keyasint,omitzero"` // closed without that, for ClosedWhy
	ClosedWhy string    `cbor:"13,keyasint,omitempty"`

	Themes   []string    `cbor:"14,keyasint,omitempty"` // what its opinion is about, which they follow
	ForOwner bool        `cbor:"15,keyasint,omitempty"` // serious: the owner must call
	Reopened []Reopening `cbor:"16,keyasint,omitempty"` // oldest first
	Earlier  []Given     `cbor:"17,keyasint,omitempty"` // what was given before it was opened again, oldest first
}

// Given is a remedy that was given, and when.
type Given struct {
	Remedy Remedy    `cbor:"1,keyasint"`
	At     time.Time `cbor:"2,keyasint"`
}

// Reopening is when a customer said that it was not put right after all.
type Reopening struct {
	At  time.Time `cbor:"1,keyasint"`
	Why string    `cbor:"2,keyasint,omitempty"`
	// Answered is when they had first heard from us, kept where they are to be
	// answered anew and Complaint.Answered is free for that.
	Answered time.Time `cbor:"3,keyasint,omitzero"`
	// PutRight is when it had been put right, or was over otherwise, whichever came
	// first: Complaint.PutRight is free for the next time.
	PutRight time.Time `cbor:"4,keyasint,omitzero"`
	// Ended is when it had been confirmed or closed; At where it had not, and was open
	// all the time. It is zero in records of old, which did not keep it.
	Ended time.Time `cbor:"5,keyasint,omitzero"`
}

// Open tells whether the complaint still waits for somebody.
func (c Complaint) Open() bool { return c.Confirmed.IsZero() && c.Closed.IsZero() }

// Ended returns when it was confirmed or closed; zero while it is open.
func (c Complaint) Ended() time.Time {
	if c.Closed.IsZero() {
		return c.Confirmed
	}
	return c.Closed
}

// FixIn returns what was said of the fix in a call, also in one about several
// complaints, and whether it was asked about at all.
func (c Complaint) FixIn(call Call) (worked, asked bool) {
	switch {
	case call.FixWorked == nil:
		return false, false
	case call.Start.Equal(c.Confirmed):
		return true, true
	}
	return false, slices.ContainsFunc(c.Reopened, func(r Reopening) bool { return r.At.Equal(call.Start) })
}

// SpokenOfIn tells whether a call of the same customer was about it, among others
// perhaps: it was made for it, or they told of it then, or what came of its fix.
func (c Complaint) SpokenOfIn(call Call) bool {
	_, asked := c.FixIn(call)
	return call.Complaint == c.ID || call.Start.Equal(c.Received) || asked
}

// Given returns all that was given about it, oldest first: also what did not put
// it right in the end, since it was spent all the same.
func (c Complaint) Given() []Given {
	given := slices.Clone(c.Earlier)
	if c.Remedy != nil && !c.PutRight.IsZero() {
		given = append(given, Given{*c.Remedy, c.PutRight})
	}
	return given
}

// AwaitsOwner tells whether a member of staff wants to give a remedy that the
// owner has to allow first.
func (c Complaint) AwaitsOwner() bool {
	r := c.Remedy
	return c.Open() && r != nil && c.PutRight.IsZero() && r.By != "" && r.Allowed.IsZero() && r.Refused == ""
}

// AnswerFrom returns from when the clock to our reply runs: from the moment the
// customer told us, or told us last that it was not put right. A call in which
// they said so was itself our reply, and starts no clock.
func (c Complaint) AnswerFrom() time.Time {
	if n := len(c.Reopened); n > 0 {
		if last := c.Reopened[n-1].At; c.Answered.IsZero() || !c.Answered.Before(last) {
			return last
		}
	}
	return c.Received
}

// FirstReply returns when the customer first heard from us, by an answer, the fix
// or the end, however often they told us again since; and false if they have not.
func (c Complaint) FirstReply() (time.Time, bool) {
	for _, r := range c.Reopened {
		if !r.Answered.IsZero() {
			return r.Answered, true
		}
	}
	first := earliest(c.Answered, c.PutRight, c.Confirmed, c.Closed)
	return first, !first.IsZero()
}

// earliest returns the earliest of the times that there are, zero for none.
func earliest(times ...time.Time) time.Time {
	var first time.Time
	for _, t := range times {
		if !t.IsZero() && (first.IsZero() || t.Before(first)) {
			first = t
		}
	}
	return first
}

// LastTold returns when the customer last told us that something is not right: at
// first, or when it was opened again. The clock to the fix runs from there: that
// they were content meanwhile is not held against the shop.
func (c Complaint) LastTold() time.Time {
	if n := len(c.Reopened); n > 0 {
		return c.Reopened[n-1].At
	}
	return c.Received
}

// Fixing is a stretch for which something waited to be put right.
type Fixing struct {
	From, Till time.Time // Till is zero while it waits
	// Ended is up to when it was open in all: what was put right is, until they say
	// that it worked. It is zero while it is open.
	Ended time.Time
}

// Fixings returns all stretches for which it waited, oldest first: there is one
// more with each time it was opened again. One of old of which nobody kept when it
// was put right is left out, and where nobody kept when it ended it ended by then:
// that they were content meanwhile is not held against the shop.
func (c Complaint) Fixings() []Fixing {
	var all []Fixing
	from := c.Received
	for _, r := range c.Reopened {
		till := r.PutRight
		for _, g := range c.Earlier {
			if till.IsZero() && !g.At.Before(from) && !g.At.After(r.At) {
				till = g.At
			}
		}
		if !till.IsZero() {
			all = append(all, Fixing{from, till, cmp.Or(r.Ended, till)})
		}
		from = r.At
	}
	return append(all, Fixing{from, c.FixedAt(), c.Ended()})
}

// FixedAt returns when it was put right, or was over otherwise, whichever came
// first; zero while it waits.
func (c Complaint) FixedAt() time.Time { return earliest(c.PutRight, c.Confirmed, c.Closed) }

// FirstAnswer returns when the customer was first answered, however often it was
// opened again since; zero if they were not.
func (c Complaint) FirstAnswer() time.Time {
	for _, r := range c.Reopened {
		if !r.Answered.IsZero() {
			return r.Answered
		}
	}
	if n := len(c.Reopened); n > 0 && c.Answered.After(c.Reopened[n-1].At) {
		return time.Time{} // a reopening of old that did not keep it
	}
	return c.Answered
}

// AnsweredAgain returns when the customer was answered who last said that it was
// not put right: in that very call, or later. It is zero if they were not, or it
// was never opened again.
func (c Complaint) AnsweredAgain() time.Time {
	n := len(c.Reopened)
	switch {
	case n == 0 || c.Answered.IsZero():
		return time.Time{}
	case c.Answered.Before(c.Reopened[n-1].At):
		return c.Reopened[n-1].At
	}
	return c.Answered
}

// FirstReplyFrom returns from when the clock to FirstReply runs: from the moment
// the customer told us. Only where a reopening did not keep what we had answered
// before does it run from there.
func (c Complaint) FirstReplyFrom() time.Time {
	for _, r := range c.Reopened {
		if !r.Answered.IsZero() {
			return c.Received
		}
	}
	return c.AnswerFrom()
}

// Promise is what we said we would do, and by when.
type Promise struct {
	What string    `cbor:"1,keyasint"`
	By   time.Time `cbor:"2,keyasint,omitzero"`
	Kept time.Time `cbor:"3,keyasint,omitzero"`
}

// RemedyKind is what kind of thing put it right.
type RemedyKind string

// What puts things right.
const (
	RemedyApology      RemedyKind = "apology"
	RemedyRefund       RemedyKind = "refund"
	RemedyReplacement  RemedyKind = "replacement"
	RemedyRepair       RemedyKind = "repair"
	RemedyCompensation RemedyKind = "compensation"
	RemedyOther        RemedyKind = "other"
)

// Remedy is what put it right, and what that cost. Before the complaint is put
// right, it is what somebody wants to give.
type Remedy struct {
	Kind    RemedyKind `cbor:"1,keyasint"`
	Note    string     `cbor:"2,keyasint,omitempty"`
	Cost    Money      `cbor:"3,keyasint,omitzero"`
	By      string     `cbor:"4,keyasint,omitempty"` // who gives it
	Allowed time.Time  `cbor:"5,keyasint,omitzero"`  // since when it may be given: the owner allowed it, or need not be asked
	Refused string     `cbor:"6,keyasint,omitempty"` // why the owner does not allow it
}
