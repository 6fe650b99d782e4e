package pagetest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ringback.app/app/wording"
	"ringback.app/assets"
	"ringback.app/ui/theme"
)

// Begin starts an app in that look for as long as the test runs, and returns the
// voice that speaks English.
func Begin(t *testing.T, look theme.Look) *wording.Voice {
	t.Helper()
	App(t).Settings().SetTheme(theme.New(look, 1))
	return English(t)
}

// App starts an app for as long as the test runs. The clock by which Fyne throws
// away what it has not drawn for a minute moves only when something is drawn: it is
// set here, or what a test makes more than a minute after the last picture would be
// thrown away before its own is drawn, and that picture would be empty.
func App(t *testing.T) fyne.App {
	t.Helper()
	a := test.NewTempApp(t)
	test.NewCanvas().Capture()
	return a
}

// English returns the voice that speaks English in the window.
func English(t *testing.T) *wording.Voice {
	t.Helper()
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	return catalogue.In("en").InWindow()
}

// Type types letters wherever the keyboard is, as a window hands them on.
func Type(c fyne.Canvas, text string) {
	for _, r := range text {
		if name, ok := keyOf(r); ok {
			Keys(c, name)
		}
		letter(c, r)
	}
}

// HoldLetter is what the key of a letter or a digit does that is held down, wherever
// the keyboard is.
func HoldLetter(c fyne.Canvas, r rune) {
	if name, ok := keyOf(r); ok {
		Hold(c, name)
	}
	letter(c, r)
}

func letter(c fyne.Canvas, r rune) {
	if f := c.Focused(); f != nil {
		f.TypedRune(r)
	} else if typed := c.OnTypedRune(); typed != nil {
		typed(r)
	}
}

// keyOf is the key that a letter or a digit comes as before it comes as one, as Fyne
// names it; false of what has another on each keyboard.
func keyOf(r rune) (fyne.KeyName, bool) {
	switch {
	case r >= 'a' && r <= 'z':
		return fyne.KeyName(r - 'a' + 'A'), true
	case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		return fyne.KeyName(r), true
	}
	return "", false
}

// Hold is what a key does that is held down, wherever the keyboard is.
func Hold(c fyne.Canvas, name fyne.KeyName) {
	if f := c.Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: name})
	} else if typed := c.OnTypedKey(); typed != nil {
		typed(&fyne.KeyEvent{Name: name})
	}
}

// Keys presses keys wherever the keyboard is, as a window hands them on; Tab
// moves it.
func Keys(c fyne.Canvas, names ...fyne.KeyName) {
	for _, name := range names {
		key := &fyne.KeyEvent{Name: name}
		f := c.Focused()
		takes, _ := f.(fyne.Tabbable)
		switch {
		case name == fyne.KeyTab && (takes == nil || !takes.AcceptsTab()):
			c.FocusNext()
		case f != nil:
			if held, is := f.(desktop.Keyable); is {
				held.KeyDown(key)
			}
			f.TypedKey(key)
		case c.OnTypedKey() != nil:
			c.OnTypedKey()(key)
		}
	}
}

// Page is a page that takes the keys nothing else on it does.
type Page interface {
	Content() fyne.CanvasObject
	TypedKey(*fyne.KeyEvent)
	TypedRune(rune)
	Back()
}

// Open shows the page in a window of that size, which hands it keys as the real
// window does.
func Open(t *testing.T, page Page, size fyne.Size) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, page.Content())
	w.SetPadded(false)
	w.Resize(size)
	w.Canvas().SetOnTypedKey(func(key *fyne.KeyEvent) {
		if key.Name == fyne.KeyEscape {
			page.Back()
			return
		}
		page.TypedKey(key)
	})
	w.Canvas().SetOnTypedRune(page.TypedRune)
	return w
}
