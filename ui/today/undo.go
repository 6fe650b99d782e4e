package today

import (
	"bytes"
	"context"
	"encoding/json"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/ui/execute"
)

// done is what was put on record, as far as it comes back when it is undone.
type done struct {
	customer app.ID
	anyway   string         // why they were called though a guard spoke against it
	written  *calling.Draft // the note, nil if there was none
	answers  []calling.Answer
}

// record says what was put on record and offers to take it back.
func (p *Page) record(said string, batch app.ID, d done) {
	p.done[batch] = d
	p.Window.Toast(said, func() { p.undo(batch) })
}

// undo takes a batch back; the book tells when it is.
func (p *Page) undo(batch app.ID) {
	by := p.by()
	execute.Do(p.Run, func(ctx context.Context) error {
		_, err := p.Book.Undo(ctx, batch, by)
		return err
	}, p.Window.Failed)
}

// bringBack shows the person again of whom something was taken back, whoever
// took it back. The words of a note are a draft again.
func (p *Page) bringBack(d done) {
	p.offRecord(d.answers)
	execute.Then(p.Run, func(ctx context.Context) error {
		if d.written == nil {
			return nil
		}
		return p.drafts.reopen(ctx, d.customer, *d.written)
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		if p.mode != writesNote { // nothing is taken from under the fingers
			if d.anyway != "" {
				p.anyway[d.customer] = d.anyway
			}
			p.choose(d.customer)
			p.guest = true // until the list is read that has them again
		}
		p.reload()
	})
}

// onRecordAgain drops the draft that undoing made of a note, now that the undo was
// taken back: saved once more it would be on record twice. What was written since
// stays.
func (p *Page) onRecordAgain(d done) {
	p.stale = p.stale || p.chosen == d.customer
	p.onRecord(d.customer, app.ID{}, aboutCalls()...)
	if d.written == nil {
		p.reload()
		return
	}
	if n := p.note; n != nil && n.customer() == d.customer {
		if !alike(n.draft(), *d.written) {
			return
		}
		p.closeNote()
	}
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		kept, there, readErr := p.Desk.Draft(ctx, d.customer)
		if err = readErr; err == nil && there && alike(kept, *d.written) {
			err = p.drafts.settle(d.customer, *d.written, func() error { return p.Desk.DropDraft(ctx, d.customer) })
		}
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
		}
		p.reload()
	})
}

// alike tells whether two drafts say the same, whenever they were kept.
func alike(a, b calling.Draft) bool {
	a.Saved, b.Saved = time.Time{}, time.Time{}
	a.Until, b.Until = time.Time{}, time.Time{}
	a.Typed, b.Typed = time.Time{}, time.Time{}
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}
