package customers

import (
	"context"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/widgets"
)

// keepAfter is how long after a letter was typed the draft is on disk.
const keepAfter = 300 * time.Millisecond

// keeper keeps what is typed in one form, over a crash too, until it is on
// record.
type keeper struct {
	page *Page
	key  string
	// read returns the form as it is typed now; false if that is what the book
	// has anyway.
	read func() (customers.Draft, bool)

	stop   func() // takes the next keeping back; nil: none is waited for
	turn   int    // counts keepings
	failed bool   // that it cannot be kept was said

	mu      sync.Mutex
	kept    int  // the turn that the book has
	settled bool // it is on record, or thrown away: what comes late is dropped
}

// touch keeps the form soon, and not for every letter.
func (k *keeper) touch() {
	if k.stop != nil {
		return
	}
	k.stop = k.page.After(keepAfter, func() {
		k.stop = nil
		k.keep()
	})
}

// keep keeps the form as it is typed now, off the UI goroutine.
func (k *keeper) keep() {
	write := k.writing()
	k.page.Run.Go(func() {
		err := write(context.Background())
		k.page.Run.UI(func() {
			if err != nil && !k.failed {
				k.page.Window.Failed(err)
			}
			k.failed = err != nil
		})
	})
}

// writing returns what keeps the form as it is typed now. It may be called on
// any goroutine, and in any order with others of its kind.
func (k *keeper) writing() func(context.Context) error {
	k.turn++
	mine, desk := k.turn, k.page.Desk
	draft, typed := k.read()
	return func(ctx context.Context) error {
		k.mu.Lock()
		defer k.mu.Unlock()
		if k.settled || mine < k.kept {
			return nil
		}
		k.kept = mine
		if !typed {
			return desk.DropDraft(ctx, k.key)
		}
		return desk.KeepDraft(ctx, k.key, draft)
	}
}

// settle runs what puts the form on record, and with it drops its draft, while
// no keeping can come between. Work tells whether it did.
func (k *keeper) settle(work func() (bool, error)) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	done, err := work()
	k.settled = k.settled || done && err == nil
	return err
}

// end takes back the keeping that is waited for.
func (k *keeper) end() {
	if k.stop != nil {
		k.stop()
		k.stop = nil
	}
}

// leave keeps what was typed as the form is left without saving it, and offers
// to throw it away.
func (k *keeper) leave() {
	k.end()
	k.keep()
	if _, typed := k.read(); typed {
		say := k.page.say
		k.page.Window.Offer(say.Say("people.draft.left", nil), say.Say("people.draft.drop", nil), func() { k.drop(nil) })
	}
}

// drop throws what was typed away.
func (k *keeper) drop(then func()) {
	k.end()
	p := k.page
	p.Run.Go(func() {
		err := k.settle(func() (bool, error) { return true, p.Desk.DropDraft(context.Background(), k.key) })
		p.Run.UI(func() {
			switch {
			case err != nil:
				p.Window.Failed(err)
			case then != nil:
				then()
			}
		})
	})
}

// resumed says that a form goes on with what was typed before, and offers to
// begin it anew; nil if it does not.
func (k *keeper) resumed(saved time.Time, zone *time.Location, anew func()) fyne.CanvasObject {
	if saved.IsZero() {
		return nil
	}
	say := k.page.say
	line := say.Say("people.draft.resumed", app.Args{"When": say.Moment(saved.In(zone), k.page.Clock().In(zone))})
	button := widgets.NewButton(widgets.Quiet, say.Say("people.draft.anew", nil), func() { k.drop(anew) })
	return widgets.Row(12, widgets.Grow(widgets.NewParagraph(line, widgets.Note)), button)
}

// drafted reads what was typed before under that key and was not saved. Show is
// not called if something else was opened meanwhile. A draft that cannot be
// read is said, and the form begins anew.
func (p *Page) drafted(key string, show func(draft customers.Draft)) {
	p.opened++
	mine := p.opened
	p.Run.Go(func() {
		draft, _, err := p.Desk.Draft(context.Background(), key)
		p.Run.UI(func() {
			if mine != p.opened {
				return
			}
			if err != nil {
				p.Window.Failed(err)
			}
			show(draft)
		})
	})
}

// offerDraft offers, once, to go on with what was typed when the program ended.
func (p *Page) offerDraft() {
	if p.offered {
		return
	}
	p.offered = true
	p.Run.Go(func() {
		draft, ok, err := p.Desk.LatestDraft(context.Background())
		p.Run.UI(func() {
			switch {
			case err != nil:
				p.Window.Failed(err)
			case ok && p.open == nil:
				say := p.say
				p.Window.Offer(say.Say("people.draft.waits", app.Args{"What": p.draftName(draft)}), say.Say("people.draft.go-on", nil),
					func() { p.goOn(draft) })
			}
		})
	})
}

// draftName says what was being typed.
func (p *Page) draftName(draft customers.Draft) string {
	switch {
	case draft.Purchase != nil:
		return p.say.Say("people.draft.purchase", nil)
	case draft.Thanks != nil:
		return p.say.Say("people.draft.thanks", nil)
	case draft.Form.Name != "":
		return p.say.Say("people.draft.customer", app.Args{"Name": draft.Form.Name})
	}
	return p.say.Say("people.draft.somebody", nil)
}

// goOn opens the form that a draft belongs to.
func (p *Page) goOn(draft customers.Draft) {
	if f := draft.Form; f != nil && f.ID.IsZero() {
		p.Add()
		return
	}
	var whose app.ID
	switch {
	case draft.Thanks != nil:
		p.GiveThanks(draft.Thanks.Customer)
		return
	case draft.Form != nil:
		whose = draft.Form.ID
	default:
		whose = draft.Purchase.Customer
	}
	p.opened++
	p.read(whose, func(read customers.Page) {
		v := newPerson(p, read, tabPurchases, nil)
		p.show(v)
		if draft.Form != nil {
			v.edit()
			return
		}
		for _, bought := range read.Purchases {
			if bought.ID == draft.Purchase.ID {
				v.editPurchase(bought)
				return
			}
		}
		v.addPurchase()
	})
}
