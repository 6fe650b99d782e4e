package today

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
)

// blank tells whether nothing was written yet. Who served them is filled in
// from the receipt and is not writing.
func blank(d calling.Draft) bool {
	words := d.Verbatim + d.Wrong + d.Wish + d.Promise + d.Notes + d.PromiseDay + d.PromiseHour + d.Next + d.NextHour
	return d.Score+d.Stars == "" && len(d.Fixes) == 0 && !d.Quote && !d.ToPutRight && d.Else == nil &&
		len(d.Themes)+len(d.Praised) == 0 && strings.TrimSpace(words) == ""
}

// drafts keeps what is being written. Its calls may come from any goroutine and
// in any order: a save that is late never brings back what is on record.
type drafts struct {
	desk Desk

	mu      sync.Mutex
	settled map[app.ID][]time.Time // the starts of the notes that are on record
}

func newDrafts(desk Desk) *drafts {
	return &drafts{desk: desk, settled: make(map[app.ID][]time.Time)}
}

// save keeps the draft as it is, or drops it when nothing is written.
func (k *drafts) save(ctx context.Context, customer app.ID, d calling.Draft) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if slices.ContainsFunc(k.settled[customer], d.Start.Equal) {
		return nil
	}
	if blank(d) {
		if err := k.desk.DropDraft(ctx, customer); err != nil {
			return fmt.Errorf("drop an empty draft: %w", err)
		}
		return nil
	}
	if err := k.desk.SaveDraft(ctx, customer, d); err != nil {
		return fmt.Errorf("keep a draft: %w", err)
	}
	return nil
}

// settle runs what puts the note on record, and with it drops its draft, while
// no save can come between.
func (k *drafts) settle(customer app.ID, d calling.Draft, work func() error) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if err := work(); err != nil {
		return err
	}
	k.settled[customer] = append(k.settled[customer], d.Start)
	return nil
}

// reopen keeps a draft again whose note was taken back.
func (k *drafts) reopen(ctx context.Context, customer app.ID, d calling.Draft) error {
	k.mu.Lock()
	k.settled[customer] = slices.DeleteFunc(k.settled[customer], d.Start.Equal)
	k.mu.Unlock()
	return k.save(ctx, customer, d)
}

// latest returns whom a draft is about that waits, the one written last; the
// zero ID if there is none. A draft that cannot be read is left alone.
func (k *drafts) latest(ctx context.Context) (app.ID, error) {
	waiting, err := k.desk.Drafts(ctx)
	if err != nil {
		return app.ID{}, fmt.Errorf("look for drafts: %w", err)
	}
	var last app.ID
	var saved time.Time
	for _, id := range waiting {
		d, ok, err := k.desk.Draft(ctx, id)
		if err != nil || !ok {
			continue
		}
		if last.IsZero() || d.Saved.After(saved) {
			last, saved = id, d.Saved
		}
	}
	return last, nil
}
