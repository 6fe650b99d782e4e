package settings

import (
	"context"
	"maps"
	"reflect"
	"time"

	"ringback.app/app"
	"ringback.app/app/drafts"
)

// Draft is the form as far as it was typed: it is kept until it is saved, also
// over a crash.
type Draft struct {
	Saved time.Time `json:"saved"`
	Was   Form      `json:"was"`   // what the plan was when it was typed
	Typed Form      `json:"typed"` // what it was made into
}

// DraftKey is the key under which the book keeps the draft.
const DraftKey = app.KeptSettings

func (d *Desk) drafts() drafts.Shelf[Draft] {
	return drafts.Shelf[Draft]{Book: d.book, Unreadable: "error.settings.draft"}
}

// KeepDraft keeps what was typed so far, in place of what was kept before.
func (d *Desk) KeepDraft(ctx context.Context, draft Draft) error {
	draft.Saved = d.clock()
	return d.drafts().Put(ctx, DraftKey, draft)
}

// Draft returns what was typed and is not saved; false if there is nothing. It
// returns an Error with CodeDamaged if what is kept cannot be read.
func (d *Desk) Draft(ctx context.Context) (Draft, bool, error) { return d.drafts().Get(ctx, DraftKey) }

// DropDraft forgets what was typed.
func (d *Desk) DropDraft(ctx context.Context) error { return d.book.Drop(ctx, DraftKey) }

// Over lays what was typed over the plan as it is now. Fields that were not
// touched stay as the plan has them: it may have been changed since.
func (d Draft) Over(now Form) Form {
	over := now
	was, typed, out := reflect.ValueOf(d.Was), reflect.ValueOf(d.Typed), reflect.ValueOf(&over).Elem()
	for i := range out.NumField() {
		if !reflect.DeepEqual(was.Field(i).Interface(), typed.Field(i).Interface()) {
			out.Field(i).Set(typed.Field(i))
		}
	}
	over.Draft = now.Draft
	over.Open = now.Open
	for day, hours := range d.Typed.Open {
		if hours != d.Was.Open[day] {
			over.Open[day] = hours
		}
	}
	over.Recycle = maps.Clone(now.Recycle)
	for outcome, days := range d.Typed.Recycle {
		if days != d.Was.Recycle[outcome] {
			over.Recycle[outcome] = days
		}
	}
	return over
}
