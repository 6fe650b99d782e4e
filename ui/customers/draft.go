package customers

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/execute"
	"ringback.app/ui/keeping"
	"ringback.app/ui/widgets"
)

// keeper keeps what is typed in one form, over a crash too, until it is on
// record.
type keeper struct {
	*keeping.Keeper
	page *Page
	key  string
	// read returns the form as it is typed now; false if that is what the book
	// has anyway.
	read func() (customers.Draft, bool)

	saving bool          // it is on its way into the book
	veil   *widgets.Veil // over the form, while it is
}

func newKeeper(p *Page, key string, read func() (customers.Draft, bool)) *keeper {
	k := &keeper{page: p, key: key, read: read}
	k.Keeper = keeping.New(p.Run, p.After, p.Window.Failed, func() keeping.Write {
		draft, typed := read()
		return func(ctx context.Context) error {
			if !typed {
				return p.Desk.DropDraft(ctx, key)
			}
			return p.Desk.KeepDraft(ctx, key, draft)
		}
	})
	return k
}

// settle runs what throws the form away. Nothing of it is kept after that.
func (k *keeper) settle(work func() (done bool, err error)) error {
	return k.Settle(keeping.ForGood, work)
}

// record puts the form on record off the UI goroutine, and shows on it what came
// of that; nothing is done, pressed or typed on it while that is under way. Work tells
// whether it did: if not, the form is kept on as a draft.
func (k *keeper) record(work func(ctx context.Context) (done bool, err error), show func(done bool, err error)) {
	if k.saving {
		return
	}
	k.saving = true
	k.End()
	k.veil.Draw(k.page.Window.Focus)
	k.Saving(true)
	var done bool
	execute.Then(k.page.Run, func(ctx context.Context) error {
		return k.settle(func() (_ bool, err error) {
			done, err = work(ctx)
			return done, err
		})
	}, func(err error) {
		k.saving = false
		k.Saving(false)
		k.veil.Lift(k.page.Window.Focus)
		done = done && err == nil
		if !done {
			k.Touch()
		}
		show(done, err)
	})
}

// leave keeps what was typed as the form is left without saving it, and offers
// to throw it away. It is named: by then something else may be typed.
func (k *keeper) leave() {
	k.Now()
	if draft, typed := k.read(); typed && !k.saving {
		say := k.page.say
		k.page.Window.Offer(say.Say("people.draft.left", app.Args{"What": k.page.draftName(draft)}), say.Say("people.draft.drop", nil), func() { k.drop(nil) })
	}
}

// drop throws what was typed away.
func (k *keeper) drop(then func()) {
	k.End()
	p := k.page
	execute.Then(p.Run, func(ctx context.Context) error {
		return k.settle(func() (bool, error) { return true, p.Desk.DropDraft(ctx, k.key) })
	}, func(err error) {
		switch {
		case err != nil:
			p.Window.Failed(err)
		case then != nil:
			then()
		}
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
	var draft customers.Draft
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		draft, _, err = p.Desk.Draft(ctx, key)
		return err
	}, func(err error) {
		if mine != p.opened {
			return
		}
		if err != nil {
			p.Window.Failed(err)
		}
		show(draft)
	})
}

// offerDraft offers, once, to go on with what was typed when the program ended. What
// is about somebody whom an undo took out waits for them without a word.
func (p *Page) offerDraft() {
	if p.offered {
		return
	}
	p.offered = true
	mine := p.opened
	var drafts []customers.Draft
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		drafts, err = p.Desk.Drafts(ctx)
		drafts = slices.DeleteFunc(drafts, func(d customers.Draft) bool {
			_, _, _, unread := p.leftOf(ctx, d)
			return app.CodeOf(unread) == app.CodeNotFound
		})
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.Window.Failed(err)
		case len(drafts) > 0 && p.open == nil && mine == p.opened:
			say, draft := p.say, drafts[0]
			p.Window.Offer(say.Say("people.draft.waits", app.Args{"What": p.draftName(draft)}), say.Say("people.draft.go-on", nil),
				func() { p.goOn(draft) })
		}
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
