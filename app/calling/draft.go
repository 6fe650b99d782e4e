package calling

import (
	"context"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/drafts"
)

// Draft is what was typed in a note so far, as it was typed: it is kept until
// the call is on record, also over a crash.
type Draft struct {
	Saved       time.Time       `json:"saved"`
	Start       time.Time       `json:"start,omitzero"` // when the call began
	Until       time.Time       `json:"until,omitzero"` // when something was typed while they talked, at last
	Typed       time.Time       `json:"typed,omitzero"` // when it was taken down: its days are those of then
	Number      string          `json:"number,omitempty"`
	Disposition app.Disposition `json:"disposition,omitempty"`
	By          string          `json:"by,omitempty"`
	Notes       string          `json:"notes,omitempty"`
	Next        string          `json:"next,omitempty"`
	NextHour    string          `json:"nextHour,omitempty"`
	Anyway      string          `json:"anyway,omitempty"`

	Score    string   `json:"score,omitempty"`
	Stars    string   `json:"stars,omitempty"`
	Verbatim string   `json:"verbatim,omitempty"`
	Themes   []string `json:"themes,omitempty"`
	Staff    []string `json:"staff,omitempty"`
	Praised  []string `json:"praised,omitempty"`
	Quote    bool     `json:"quote,omitempty"`

	ToPutRight  bool   `json:"toPutRight,omitempty"` // the part about a complaint is open
	Wrong       string `json:"wrong,omitempty"`
	Wish        string `json:"wish,omitempty"`
	Promise     string `json:"promise,omitempty"`
	PromiseDay  string `json:"promiseDay,omitempty"`
	PromiseHour string `json:"promiseHour,omitempty"`
	Serious     bool   `json:"serious,omitempty"`
	Of          string `json:"of,omitempty"` // the open complaint that is about, or OfNew
	Case        app.ID `json:"case,omitzero"`
	Fixes       []Fix  `json:"fixes,omitempty"`

	Else *DraftWrong `json:"else,omitempty"` // something else that went wrong
}

// OfNew is Draft.Of where it is about no complaint that was open.
const OfNew = "new"

// DraftWrong is what was typed of something else to put right.
type DraftWrong struct {
	Of      string `json:"of,omitempty"` // as Draft.Of
	Wrong   string `json:"wrong,omitempty"`
	Wish    string `json:"wish,omitempty"`
	Promise string `json:"promise,omitempty"`
	By      string `json:"by,omitempty"`
	Serious bool   `json:"serious,omitempty"`
}

const draftPrefix = app.KeptDrafts + "call."

// DraftKey is the key under which the book keeps the draft of a call to that
// customer.
func DraftKey(customer app.ID) string { return draftPrefix + customer.String() }

func (d *Desk) drafts() drafts.Shelf[Draft] {
	return drafts.Shelf[Draft]{Book: d.book, Unreadable: "error.calling.draft.unreadable"}
}

// SaveDraft keeps what was typed so far, in place of what was kept before.
func (d *Desk) SaveDraft(ctx context.Context, customer app.ID, draft Draft) error {
	draft.Saved = d.now()
	return d.drafts().Put(ctx, DraftKey(customer), draft)
}

// Draft returns what was typed about a call to that customer and is not on
// record yet; false if there is nothing. It returns an Error with CodeDamaged
// if what is kept cannot be read.
func (d *Desk) Draft(ctx context.Context, customer app.ID) (Draft, bool, error) {
	return d.drafts().Get(ctx, DraftKey(customer))
}

// DropDraft forgets what was typed about a call to that customer.
func (d *Desk) DropDraft(ctx context.Context, customer app.ID) error {
	return d.book.Drop(ctx, DraftKey(customer))
}

// Drafts names the customers about whom something was typed that is not on
// record yet, in the order of their IDs.
func (d *Desk) Drafts(ctx context.Context) ([]app.ID, error) {
	keys, err := d.book.KeptKeys(ctx, draftPrefix)
	if err != nil {
		return nil, err
	}
	var customers []app.ID
	for _, key := range keys {
		if id, err := app.ParseID(strings.TrimPrefix(key, draftPrefix)); err == nil {
			customers = append(customers, id)
		}
	}
	return customers, nil
}
