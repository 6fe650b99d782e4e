package today

import (
	"context"

	"ringback.app/app"
	"ringback.app/app/calling"
)

// done is what was put on record, as far as it comes back when it is undone.
type done struct {
	customer app.ID
	anyway   string         // why they were called though a guard spoke against it
	written  *calling.Draft // the note, nil if there was none
}

// record says what was put on record and offers to take it back.
func (p *Page) record(said string, batch app.ID, d done) {
	p.done[batch] = d
	p.Window.Toast(said, func() { p.undo(batch) })
}

// undo takes a batch back; the book tells when it is.
func (p *Page) undo(batch app.ID) {
	var err error
	p.run(func(ctx context.Context) { _, err = p.Book.Undo(ctx, batch, p.by()) }, func() {
		if err != nil {
			p.Window.Failed(err)
		}
	})
}

// bringBack shows the person again of whom something was taken back, whoever
// took it back. The words of a note are a draft again.
func (p *Page) bringBack(d done) {
	var err error
	p.run(func(ctx context.Context) {
		if d.written != nil {
			err = p.drafts.reopen(ctx, d.customer, *d.written)
		}
	}, func() {
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
