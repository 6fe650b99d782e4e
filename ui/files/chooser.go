// Package files lets a person choose files, or the place for a new one, by the
// keyboard alone: in a sheet over the window, with a path to type or paste and
// the folder's entries below it.
package files

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/wording"
	"ringback.app/ui"
	"ringback.app/ui/execute"
)

// Window is what a sheet asks of the window that it lies over.
type Window interface {
	// ShowSheet lays the sheet over the window until it is taken away.
	ShowSheet(s ui.Sheet) (takeAway func())
	// Focus gives the keyboard to the object.
	Focus(object fyne.Focusable)
	// Folder returns the folder in which a file was chosen last, "" for none.
	Folder() string
	// SetFolder remembers it.
	SetFolder(folder string)
}

// Chooser shows the sheets. Its methods are called on the UI goroutine.
type Chooser struct {
	window Window
	run    execute.Executor
	clock  app.Clock
	say    *wording.Voice
}

// New returns a chooser. Folders are read off the UI goroutine.
func New(window Window, run execute.Executor, clock app.Clock, say *wording.Voice) *Chooser {
	return &Chooser{window, run, clock, say}
}

// Choose lets the person choose files with those endings (".csv", in lower case)
// and hands over their paths, none if they thought better of it.
func (c *Chooser) Choose(endings []string, chosen func(paths []string)) {
	newSheet(c, endings, chosen).begin("")
}

// Place lets the person choose where a file goes, that name being proposed, and
// hands over its path, "" if they thought better of it. A file that is there
// already they have said twice to replace.
func (c *Chooser) Place(name string, chosen func(path string)) {
	s := newSheet(c, []string{strings.ToLower(filepath.Ext(name))}, func(paths []string) {
		chosen(strings.Join(paths, ""))
	})
	s.begin(name)
}
