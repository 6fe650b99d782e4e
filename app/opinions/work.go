package opinions

import (
	"context"
	"time"

	"ringback.app/app"
	"ringback.app/app/drafts"
)

// Work names something that is being done about an opinion: a form that is filled
// in.
type Work struct {
	Customer app.ID // whose opinion it is; zero: nobody knows
	Opinion  app.ID
	What     string
}

// The sorts of work.
const (
	Correcting  = "correct"  // what is on record
	Complaining = "complain" // making it a complaint; of the form, what is to be put right
	Quoting     = "quote"    // noting what may be published; of the form, that
)

// WorkOn names what is being done about the opinion.
func WorkOn(o app.Opinion, what string) Work { return Work{o.Customer, o.ID, what} }

// Begun is a form as far as it was filled in: it is kept until it is on record,
// also over a crash.
type Begun struct {
	Saved time.Time `json:"saved"`
	Form  Form      `json:"form"`
}

// key is the one under which the book keeps it. It has the customer in it: what
// is kept of somebody goes with them.
func (w Work) key() string {
	return DraftKey + "." + w.Customer.String() + "." + w.Opinion.String() + "." + w.What
}

func (d *Desk) begun() drafts.Shelf[Begun] {
	return drafts.Shelf[Begun]{Book: d.book, Unreadable: "error.opinion.begun"}
}

// KeepBegun keeps what was typed so far, in place of what was kept before.
func (d *Desk) KeepBegun(ctx context.Context, w Work, form Form) error {
	return d.begun().Put(ctx, w.key(), Begun{Saved: d.now(), Form: form})
}

// Begun returns what was typed and is not on record yet; false if there is
// nothing. It returns an Error with CodeDamaged if what is kept cannot be read.
func (d *Desk) Begun(ctx context.Context, w Work) (Begun, bool, error) {
	begun, kept, err := d.begun().Get(ctx, w.key())
	if err == nil && kept {
		begun.Form, err = d.pinned(ctx, begun.Form, begun.Saved)
	}
	return begun, kept, err
}

// DropBegun forgets what was typed.
func (d *Desk) DropBegun(ctx context.Context, w Work) error { return d.book.Drop(ctx, w.key()) }
