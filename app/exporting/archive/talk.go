package archive

import (
	"time"

	"ringback.app/app"
)

// Call is a call as JSON.
type Call struct {
	ID          app.ID          `json:"id"`
	Customer    app.ID          `json:"customer"`
	Start       time.Time       `json:"start"`
	End         time.Time       `json:"end,omitzero"`
	By          string          `json:"by,omitempty"`
	Number      string          `json:"number,omitempty"`
	Disposition app.Disposition `json:"disposition"`
	Notes       string          `json:"notes,omitempty"`
	About       []app.ID        `json:"about,omitempty"` // purchases
	Reason      Reason          `json:"reason,omitempty"`
	Next        *Next           `json:"next,omitempty"`
	Anyway      string          `json:"anyway,omitempty"`
	Complaint   app.ID          `json:"complaint,omitzero"`
	FixWorked   *bool           `json:"fix_worked,omitempty"`
}

// Next is the next call agreed on.
type Next struct {
	At    time.Time `json:"at"`
	Timed bool      `json:"timed"` // an hour was named, not just a day
	Note  string    `json:"note,omitempty"`
}

// Opinion is an opinion as JSON.
type Opinion struct {
	ID       app.ID     `json:"id"`
	Customer app.ID     `json:"customer"`
	Said     app.Day    `json:"said"`
	Taken    time.Time  `json:"taken"`
	Source   app.Source `json:"source"`
	Score    *int       `json:"score,omitempty"` // 0 to 10
	Verbatim string     `json:"verbatim,omitempty"`
	Themes   []string   `json:"themes,omitempty"`
	Staff    []string   `json:"staff,omitempty"`
	Praise   []string   `json:"praise,omitempty"`
	Quote    *Quote     `json:"quote,omitempty"`
	Call     app.ID     `json:"call,omitzero"`
	About    []app.ID   `json:"about,omitempty"` // purchases
	Stars    *int       `json:"stars,omitempty"` // 1 to 5
	Sender   string     `json:"sender,omitempty"`
	Undated  bool       `json:"undated,omitempty"` // only one of said and taken is known
	Passed   []Passed   `json:"passed,omitempty"`
}

// Passed is praise that was passed on.
type Passed struct {
	Staff string    `json:"staff"`
	At    time.Time `json:"at"`
}

// Quote is a customer's leave to publish their words.
type Quote struct {
	Words     string    `json:"words,omitempty"`
	Where     string    `json:"where,omitempty"`
	Name      string    `json:"name,omitempty"`
	Since     time.Time `json:"since"`
	Withdrawn time.Time `json:"withdrawn,omitzero"`
}

// Complaint is a complaint as JSON; a stage not reached has no time.
type Complaint struct {
	ID        app.ID    `json:"id"`
	Customer  app.ID    `json:"customer"`
	Opinion   app.ID    `json:"opinion,omitzero"`
	Wrong     string    `json:"wrong,omitempty"`
	Wish      string    `json:"wish,omitempty"`
	Promises  []Promise `json:"promises,omitempty"`
	Remedy    *Remedy   `json:"remedy,omitempty"`
	Received  time.Time `json:"received"`
	Answered  time.Time `json:"answered,omitzero"`
	PutRight  time.Time `json:"put_right,omitzero"`
	Confirmed time.Time `json:"confirmed,omitzero"`
	Closed    time.Time `json:"closed,omitzero"`
	ClosedWhy string    `json:"closed_why,omitempty"`

	Themes   []string    `json:"themes,omitempty"`
	ForOwner bool        `json:"for_owner,omitempty"` // the owner must call
	Reopened []Reopening `json:"reopened,omitempty"`  // oldest first
	Earlier  []Given     `json:"earlier,omitempty"`   // remedies before it was opened again, oldest first
}

// Given is a remedy that was given, and when.
type Given struct {
	Remedy
	At time.Time `json:"at"`
}

// Reopening is when a customer said that it was not put right after all.
type Reopening struct {
	At       time.Time `json:"at"`
	Why      string    `json:"why,omitempty"`
	Answered time.Time `json:"answered,omitzero"`  // when they had first heard from us
	PutRight time.Time `json:"put_right,omitzero"` // when it had been put right, or was over
	Ended    time.Time `json:"ended,omitzero"`     // up to when it had been open; At: all the time
}

// Promise is what we said we would do.
type Promise struct {
	What string    `json:"what"`
	By   time.Time `json:"by,omitzero"`
	Kept time.Time `json:"kept,omitzero"`
}

// Remedy is what put it right.
type Remedy struct {
	Kind app.RemedyKind `json:"kind"`
	Note string         `json:"note,omitempty"`
	Cost Money          `json:"cost,omitzero"`
	By   string         `json:"by,omitempty"`

	Allowed time.Time `json:"allowed,omitzero"`
	Refused string    `json:"refused,omitempty"` // why the owner did not allow it
}

// CallOf returns the call as JSON, its times in UTC.
func CallOf(c app.Call) Call {
	return Call{
		ID: c.ID, Customer: c.Customer, Start: c.Start.UTC(), End: c.End.UTC(), By: c.By, Number: c.Number,
		Disposition: c.Disposition, Notes: c.Notes, About: c.About, Reason: Reason(c.Reason), Anyway: c.Anyway,
		Next:      one(c.Next, func(n app.NextStep) Next { return Next{n.At.UTC(), n.Timed, n.Note} }),
		Complaint: c.Complaint, FixWorked: c.FixWorked,
	}
}

// Record returns the call as the book keeps it.
func (c Call) Record() app.Record {
	return app.Call{
		ID: c.ID, Customer: c.Customer, Start: c.Start.UTC(), End: c.End.UTC(), By: c.By, Number: c.Number,
		Disposition: c.Disposition, Notes: c.Notes, About: c.About, Reason: app.ReasonKind(c.Reason), Anyway: c.Anyway,
		Next:      one(c.Next, func(n Next) app.NextStep { return app.NextStep{At: n.At.UTC(), Timed: n.Timed, Note: n.Note} }),
		Complaint: c.Complaint, FixWorked: c.FixWorked,
	}
}

// OpinionOf returns the opinion as JSON, its times in UTC.
func OpinionOf(o app.Opinion) Opinion {
	return Opinion{
		ID: o.ID, Customer: o.Customer, Said: o.Said, Taken: o.Taken.UTC(), Source: o.Source, Score: o.Score,
		Verbatim: o.Verbatim, Themes: o.Themes, Staff: o.Staff, Praise: o.Praise, Call: o.Call, About: o.About,
		Quote: one(o.Quote, func(q app.Quote) Quote {
			return Quote{q.Words, q.Where, q.Name, q.Since.UTC(), q.Withdrawn.UTC()}
		}),
		Stars: o.Stars, Sender: o.Sender, Undated: o.Undated,
		Passed: all(o.Passed, func(p app.Passed) Passed { return Passed{p.Staff, p.At.UTC()} }),
	}
}

// Record returns the opinion as the book keeps it.
func (o Opinion) Record() app.Record {
	return app.Opinion{
		ID: o.ID, Customer: o.Customer, Said: o.Said, Taken: o.Taken.UTC(), Source: o.Source, Score: o.Score,
		Verbatim: o.Verbatim, Themes: o.Themes, Staff: o.Staff, Praise: o.Praise, Call: o.Call, About: o.About,
		Quote: one(o.Quote, func(q Quote) app.Quote {
			return app.Quote{Words: q.Words, Where: q.Where, Name: q.Name, Since: q.Since.UTC(), Withdrawn: q.Withdrawn.UTC()}
		}),
		Stars: o.Stars, Sender: o.Sender, Undated: o.Undated,
		Passed: all(o.Passed, func(p Passed) app.Passed { return app.Passed{Staff: p.Staff, At: p.At.UTC()} }),
	}
}

// ComplaintOf returns the complaint as JSON, its times in UTC.
func ComplaintOf(c app.Complaint) Complaint {
	return Complaint{
		ID: c.ID, Customer: c.Customer, Opinion: c.Opinion, Wrong: c.Wrong, Wish: c.Wish,
		Promises: all(c.Promises, func(p app.Promise) Promise { return Promise{p.What, p.By.UTC(), p.Kept.UTC()} }),
		Remedy:   one(c.Remedy, remedyOf),
		Received: c.Received.UTC(), Answered: c.Answered.UTC(), PutRight: c.PutRight.UTC(),
		Confirmed: c.Confirmed.UTC(), Closed: c.Closed.UTC(), ClosedWhy: c.ClosedWhy,
		Themes: c.Themes, ForOwner: c.ForOwner,
		Reopened: all(c.Reopened, func(r app.Reopening) Reopening {
			return Reopening{r.At.UTC(), r.Why, r.Answered.UTC(), r.PutRight.UTC(), r.Ended.UTC()}
		}),
		Earlier: all(c.Earlier, func(g app.Given) Given { return Given{remedyOf(g.Remedy), g.At.UTC()} }),
	}
}

// Record returns the complaint as the book keeps it.
func (c Complaint) Record() app.Record {
	return app.Complaint{
		ID: c.ID, Customer: c.Customer, Opinion: c.Opinion, Wrong: c.Wrong, Wish: c.Wish,
		Promises: all(c.Promises, func(p Promise) app.Promise {
			return app.Promise{What: p.What, By: p.By.UTC(), Kept: p.Kept.UTC()}
		}),
		Remedy:   one(c.Remedy, Remedy.remedy),
		Received: c.Received.UTC(), Answered: c.Answered.UTC(), PutRight: c.PutRight.UTC(),
		Confirmed: c.Confirmed.UTC(), Closed: c.Closed.UTC(), ClosedWhy: c.ClosedWhy,
		Themes: c.Themes, ForOwner: c.ForOwner,
		Reopened: all(c.Reopened, func(r Reopening) app.Reopening {
			return app.Reopening{At: r.At.UTC(), Why: r.Why, Answered: r.Answered.UTC(), PutRight: r.PutRight.UTC(), Ended: r.Ended.UTC()}
		}),
		Earlier: all(c.Earlier, func(g Given) app.Given { return app.Given{Remedy: g.remedy(), At: g.At.UTC()} }),
	}
}

func remedyOf(r app.Remedy) Remedy {
	return Remedy{r.Kind, r.Note, Money(r.Cost), r.By, r.Allowed.UTC(), r.Refused}
}

func (r Remedy) remedy() app.Remedy {
	return app.Remedy{Kind: r.Kind, Note: r.Note, Cost: app.Money(r.Cost), By: r.By, Allowed: r.Allowed.UTC(), Refused: r.Refused}
}
