package opinions_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

func TestThatNothingWasSaidIsSoUntilSomethingIs(t *testing.T) {
	const nothing = "Nothing was said yet"
	for name, do := range map[string]func(*stage){
		"their words": func(s *stage) { s.types("So") },
		"a score": func(s *stage) {
			s.canvas.FocusPrevious()
			s.types("9")
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			s.types("12347", fyne.KeyReturn)
			s.Save()
			s.sees(nothing)
			do(s)
			s.misses(nothing)
		})
	}
}

func TestTheNumberShownOfASenderIsTheOneToCall(t *testing.T) {
	for name, tt := range map[string]struct {
		phones []app.Phone
		want   string
	}{
		"the preferred":          {[]app.Phone{{Typed: "040 111 1111"}, {Typed: "040 222 2222", Preferred: true}}, "040 222 2222"},
		"one that is in service": {[]app.Phone{{Typed: "040 111 1111", Unfit: app.UnfitDead}, {Typed: "040 222 2222"}}, "040 222 2222"},
		"the only one":           {[]app.Phone{{Typed: "040 111 1111", Unfit: app.UnfitDead}}, "040 111 1111"},
	} {
		t.Run(name, func(t *testing.T) {
			pekka := app.Customer{ID: app.ID{15: 9}, Name: app.Name{Full: "Pekka Salo"}, Phones: tt.phones}
			s := open(t, pekka)
			s.types("Pekka")
			s.sees(tt.want)
			s.types("", fyne.KeyReturn)
			s.sees("Pekka Salo", tt.want)
		})
	}
}

func TestTheKeyboardStaysOnTheTabs(t *testing.T) {
	s := open(t, told()...)
	s.ShowPraise()
	s.Type()
	var tabs *widgets.Choice
	for _, o := range test.LaidOutObjects(s.Content()) {
		if c, ok := o.(*widgets.Choice); ok && pagetest.Has(c, "Praise") {
			tabs = c
		}
	}
	s.window.Focus(tabs)
	for range 4 {
		s.key(fyne.KeyRight)
		if s.canvas.Focused() != fyne.Focusable(tabs) {
			t.Fatalf("it is on %T at %q", s.canvas.Focused(), tabs.Chosen())
		}
	}
	if tabs.Chosen() != "quotes" {
		t.Error(tabs.Chosen())
	}
}

func TestTheNextPraiseHasTheKeyboardWhenOneWasPassedOn(t *testing.T) {
	s := open(t, told()...)
	s.ShowPraise()
	for s.canvas.Focused() == nil || s.canvas.Focused().(*widgets.Button).Text() != "Told Pekka" {
		s.canvas.FocusNext()
	}
	s.key(fyne.KeySpace)
	if b, ok := s.canvas.Focused().(*widgets.Button); !ok || b.Text() != "Told Anna" {
		t.Errorf("it is on %T", s.canvas.Focused())
	}
}
