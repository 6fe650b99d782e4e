// Package pagetest reads a page and presses its buttons as a person does, for
// the tests of pages.
package pagetest

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/widgets"
)

// Texts lists every text in sight, a line each, in the order in which it is
// drawn; what stands in an entry is in brackets.
func Texts(page fyne.CanvasObject) string {
	var b strings.Builder
	for _, o := range test.LaidOutObjects(page) {
		if !o.Visible() {
			continue
		}
		switch o := o.(type) {
		case interface{ Text() string }:
			b.WriteString(o.Text() + "\n")
		case *widgets.Entry:
			b.WriteString("[" + o.Text + "]\n")
		case *canvas.Text:
			b.WriteString(o.Text + "\n")
		}
	}
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

// Sees fails the test for each text that is not in sight.
func Sees(t *testing.T, page fyne.CanvasObject, wanted ...string) {
	t.Helper()
	all := Texts(page)
	for _, w := range wanted {
		if !strings.Contains(all, w) {
			t.Errorf("%q is not in sight:\n%s", w, all)
		}
	}
}

// Misses fails the test for each text that is in sight.
func Misses(t *testing.T, page fyne.CanvasObject, unwanted ...string) {
	t.Helper()
	all := Texts(page)
	for _, u := range unwanted {
		if strings.Contains(all, u) {
			t.Errorf("%q is in sight:\n%s", u, all)
		}
	}
}

// Press presses the button with that text.
func Press(t *testing.T, page fyne.CanvasObject, text string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(page) {
		if b, ok := o.(*widgets.Button); ok && b.Text() == text {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("there is no button %q:\n%s", text, Texts(page))
}

// Has tells whether the text is in sight on an object.
func Has(o fyne.CanvasObject, text string) bool { return strings.Contains(Texts(o), text) }
