//go:build cgo

package main

import (
	"net/url"
	"os"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"ringback.app/app"
)

// chooseFile lets the person choose a file to import. Fyne's own dialog, which
// Linux has to make do with, takes one at a time; several can be dropped.
func (d *desktop) chooseFile(chosen func(paths []string)) {
	open := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			d.window.Failed(err)
		case file != nil:
			path := file.URI().Path()
			_ = file.Close()
			chosen([]string{path})
		}
	}, d.window.Fyne())
	// Fyne's dialog has no size to set before it is shown.
	open.Show()
	open.Resize(d.dialogSize())
}

// choosePlace lets the person choose the folder for a file of that name. Fyne's
// dialog for saving would empty a file that is there before the new one is
// whole, so a name that is taken gets a number.
func (d *desktop) choosePlace(name string, chosen func(path string)) {
	place := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			d.window.Failed(err)
			chosen("")
		case folder == nil:
			chosen("")
		default:
			chosen(freeName(folder.Path(), name))
		}
	}, d.window.Fyne())
	place.Show()
	place.Resize(d.dialogSize())
}

func (d *desktop) dialogSize() fyne.Size {
	whole := d.window.Fyne().Canvas().Size()
	return fyne.NewSize(min(900, whole.Width-60), min(640, whole.Height-60))
}

// showFile opens a file in the program that the system has for it.
func (d *desktop) showFile(path string) {
	if err := d.fyne.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		d.window.Failed(&app.Error{Code: app.CodeNotFound, Key: "error.command.open", Args: app.Args{"File": path}, Err: err})
	}
}

// freeName returns the path of the name in the folder, numbered if it is taken.
func freeName(folder, name string) string {
	ending := filepath.Ext(name)
	stem := name[:len(name)-len(ending)]
	path := filepath.Join(folder, name)
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = filepath.Join(folder, stem+" ("+strconv.Itoa(n)+")"+ending)
	}
}
