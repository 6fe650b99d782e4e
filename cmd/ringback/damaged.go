//go:build cgo

package main

import (
	"context"

	"ringback.app/data"
	"ringback.app/ui"
	"ringback.app/ui/rescue"
)

// offerBackup shows why the book does not open, and goes on with its last good
// backup if the person wants that.
func (d *desktop) offerBackup() {
	ui.Dress(d.fyne)
	w := rescue.New(d.fyne, d.refused, rescue.Services{
		Clock: d.wall, Run: d.run,
		LastGood: d.lastGood, Restore: d.restore,
		OnRestored: func() {
			if err := d.begin(); err != nil {
				d.refused = err
			}
		},
	}, d.voice)
	stop := context.AfterFunc(d.ctx, func() { d.run.UI(w.Fyne().Close) })
	d.atEnd(func() { stop() })
	w.Show()
}

// restore puts a backup in the place of the book, and opens it.
func (d *desktop) restore(ctx context.Context, backup string) error {
	path, err := d.bookPath()
	if err != nil {
		return err
	}
	if err := data.Restore(ctx, backup, path); err != nil {
		return err
	}
	shop, err := d.book(toWrite)
	if err != nil {
		return err
	}
	d.shop, d.refused = shop, nil
	return nil
}
