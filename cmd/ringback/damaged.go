package main

import (
	"context"
	"errors"

	"ringback.app/app"
	"ringback.app/data"
	"ringback.app/ui"
	"ringback.app/ui/rescue"
)

// offerBackup shows why the book does not open, and goes on with its last good
// backup if the person wants that.
func (d *desktop) offerBackup() { d.openRescue(d.refused, false) }

// offerCopy shows beside the window that the book proved to be damaged, and goes
// on with its last good backup if the person wants that. Until then what can be
// read of the book can still be worked with.
func (d *desktop) offerCopy(damage error) {
	if d.rescue != nil {
		d.rescue.Fyne().RequestFocus()
		return
	}
	d.openRescue(damage, true)
	// With the window the question goes, too, unless it is the answer that closes it.
	shop := d.shop
	d.window.Fyne().SetOnClosed(func() {
		if d.rescue != nil && d.shop == shop {
			d.rescue.Fyne().Close()
		}
	})
}

func (d *desktop) openRescue(why error, opened bool) {
	ui.Dress(d.fyne)
	path, err := d.bookPath()
	if err != nil {
		d.note(err) // it was found before: the book was asked for there
	}
	var stop func() bool
	var next reopened // by what the window does off the UI goroutine, one after the other
	goOn := func(how opening) func(context.Context) error {
		return func(context.Context) (err error) {
			next, err = d.goOn(how)
			return err
		}
	}
	window := rescue.New(d.fyne, why, rescue.Services{
		Clock: d.wall, Run: d.run, Book: path, Opened: opened,
		LastGood: d.lastGood, Begin: goOn(anew), Again: goOn(toWrite),
		Restore: func(ctx context.Context, backup string) (err error) {
			next, err = d.restore(ctx, backup, why)
			return err
		},
		OnRestored: func() { d.beginAgain(next) },
		OnClosed: func() {
			stop()
			d.rescue = nil
			d.closed()
		},
	}, d.voice)
	stop = context.AfterFunc(d.ctx, func() { d.run.UI(window.Fyne().Close) })
	d.rescue = window
	d.opened()
	window.Show()
}

// reopened is a book that is gone on with.
type reopened struct {
	shop       *data.Book
	notCarried error // of what was typed in the one before, something did not come along
}

// restore puts a backup in the place of the book, and opens it. What was being
// typed goes along.
func (d *desktop) restore(ctx context.Context, backup string, why error) (reopened, error) {
	path, err := d.bookPath()
	if err != nil {
		return reopened{}, err
	}
	if shop := d.letGo(why); shop != nil {
		d.unkept = shop.Unkept() // until it is in a book again
	}
	typed := carryOut(ctx, path, d.unkept)
	if err := data.Restore(ctx, backup, path); err != nil {
		return reopened{}, err
	}
	shop, err := d.book(toWrite)
	if err != nil {
		return reopened{}, err
	}
	d.unkept = nil
	return reopened{shop, typed.into(ctx, shop, path)}, nil
}

// goOn opens the book that did not open before: an empty one where one was lost, or
// one that was in use.
func (d *desktop) goOn(how opening) (reopened, error) {
	shop, err := d.book(how)
	if app.CodeOf(err) == app.CodeBusy {
		_, err = d.raiseOther(err)
	}
	return reopened{shop: shop}, err
}

// beginAgain shows the window on the book, and says what of the words that were
// being typed did not come along.
func (d *desktop) beginAgain(next reopened) {
	d.shop, d.refused = next.shop, nil
	if err := d.begin(); err != nil {
		d.refused = err
		return
	}
	if next.notCarried != nil {
		d.note(next.notCarried)
		d.window.Failed(next.notCarried)
	}
}

// letGo closes the window and the book, if they are open, and returns it: nothing
// can take the place of a book that is open. It is called off the UI goroutine.
func (d *desktop) letGo(why error) *data.Book {
	left := make(chan *data.Book, 1)
	d.run.UI(func() {
		shop := d.shop
		if shop != nil {
			d.shop, d.session.shop, d.refused = nil, nil, why
			if err := errors.Join(d.window.Leave(), d.end()); err != nil {
				d.note(err) // of a damaged book no more than this can be expected
			}
		}
		left <- shop
	})
	shop := <-left
	if shop != nil {
		if err := shop.Close(); err != nil {
			d.note(err)
		}
	}
	return shop
}
