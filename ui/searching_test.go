package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

func TestTheSearchDropsDownWhileOneTypes(t *testing.T) {
	s := newShop(t, theme.Light)
	s.canvas().OnTypedRune()('/')
	field := s.search(t)
	if s.canvas().Focused() != fyne.Focusable(field) {
		t.Fatalf("the focus is on %T", s.canvas().Focused())
	}
	test.Type(field, "ma")
	if !s.reads("Maija Korhonen") || !s.reads("Maple reading lamp") || !s.reads("Bought") {
		t.Fatalf("the window shows %q", s.written())
	}
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := "open " + (app.ID{2}).String(); !slices.Contains(s.customers.told, want) {
		t.Errorf("Customers was told %q, want %q", s.customers.told, want)
	}
	if s.reads("Maple reading lamp") || field.Text != "" || s.canvas().Focused() == fyne.Focusable(field) {
		t.Error("the search stayed open")
	}
}

func TestEnterOpensWhomTheSearchFindsHoweverFastItIsTyped(t *testing.T) {
	for typed, want := range map[string]string{"map": "shown, open " + (app.ID{3}).String(), "nobody": ""} {
		s := newShop(t, theme.Light)
		field := s.search(t)
		s.Focus(field)
		field.SetText("ma")
		s.slow.Waits = true
		field.SetText(typed)
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if len(s.customers.told) != 0 {
			t.Errorf("%q: Customers was told %q before the answer came", typed, s.customers.told)
		}
		s.slow.CatchUp()
		if got := strings.Join(s.customers.told, ", "); got != want {
			t.Errorf("%q: Customers was told %q, want %q", typed, got, want)
		}
	}
}

func TestASearchThatFindsMoreThanItShowsSaysSo(t *testing.T) {
	s := newShop(t, theme.Light)
	const words = "There are more: type another word, or look in Customers."
	field := s.search(t)
	s.Focus(field)
	for query, more := range map[string]bool{"eight": false, "nine": true} {
		field.SetText(query)
		if !s.reads("Amelia 8") || s.reads("Amelia 9") || s.reads(words) != more {
			t.Errorf("of %s the window shows %q", query, s.written())
		}
	}
	field.SetText("nobody")
	if s.reads(words) {
		t.Errorf("of nobody the window shows %q", s.written())
	}
}

func TestASearchThatFindsNobodySaysSo(t *testing.T) {
	s := newShop(t, theme.Light)
	field := s.search(t)
	s.Focus(field)
	field.SetText("nobody")
	if !s.reads("Nobody here matches “nobody”.") {
		t.Errorf("the window shows %q", s.written())
	}
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.reads("Nobody here matches “nobody”.") || field.Text != "" {
		t.Error("Escape left the search open")
	}
}
