package complaints

import (
	"slices"

	"ringback.app/app"
)

// Stage is how far a complaint has come.
type Stage uint8

// The stages, in their order. A complaint that was closed for a written reason
// is Closed, whatever it had come to.
const (
	Received Stage = iota
	Answered
	Promised
	PutRight
	Confirmed
	Closed
)

// Stages lists those that a complaint goes through on its way to the customer's
// word that it worked.
func Stages() []Stage { return []Stage{Received, Answered, Promised, PutRight, Confirmed} }

// String gives the stage's name as scripts know it.
func (s Stage) String() string {
	return [...]string{"received", "answered", "promised", "put-right", "confirmed", "closed"}[s]
}

// StageOf returns how far a complaint has come.
func StageOf(c app.Complaint) Stage {
	switch {
	case !c.Closed.IsZero():
		return Closed
	case !c.Confirmed.IsZero():
		return Confirmed
	case !c.PutRight.IsZero():
		return PutRight
	case c.Answered.IsZero():
		return Received
	case slices.ContainsFunc(c.Promises, func(p app.Promise) bool { return p.Kept.IsZero() || !p.Kept.Before(c.LastTold()) }):
		return Promised // what was kept before it was opened again did not put it right
	}
	return Answered
}
