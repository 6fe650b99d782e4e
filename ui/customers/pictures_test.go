package customers_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/customers"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// The page in a window of 1180 by 760, and in one of 800 by 600.
var (
	usual  = fyne.NewSize(1004, 708)
	narrow = fyne.NewSize(740, 548)
)

func TestPictures(t *testing.T) {
	tests := map[string]struct {
		look theme.Look
		size fyne.Size
		open func(*testing.T, *stage)
	}{
		"list-light":    {theme.Light, usual, func(*testing.T, *stage) {}},
		"person-light":  {theme.Light, usual, func(_ *testing.T, s *stage) { s.Open(id(1)) }},
		"person-dark":   {theme.Dark, usual, func(_ *testing.T, s *stage) { s.Open(id(1)) }},
		"person-narrow": {theme.Light, narrow, func(_ *testing.T, s *stage) { s.Open(id(1)) }},
		"form-light":    {theme.Light, usual, editMaija},
		"form-dark":     {theme.Dark, usual, editMaija},
		"purchase-light": {theme.Light, usual, func(t *testing.T, s *stage) {
			s.Open(id(1))
			s.press(t, "Add a purchase")
			test.Type(s.canvas.Focused(), "Walnut shelf")
		}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			page := maija()
			page.Customer.Addresses = []app.Address{{Street: "Mannerheimintie 1", PostalCode: "00100", City: "Helsinki", Country: "FI"}}
			page.Customer.Language, page.Customer.BestTime = "fi", app.BestTime{From: 10 * 60, Not: app.DaysOf(time.Sunday)}
			d := &desk{pages: map[app.ID]customers.Page{id(1): page}, drafts: map[string]customers.Draft{}}
			s := open(t, d, tt.look, tt.size)
			tt.open(t, s)
			test.AssertRendersToImage(t, name+".png", s.canvas)
		})
	}
}

// editMaija opens the form with something wrong in it.
func editMaija(t *testing.T, s *stage) {
	t.Helper()
	s.Open(id(1))
	s.press(t, "Edit")
	s.desk.err = app.FieldErrors{customers.FieldBirthday: {Code: app.CodeInvalid, Key: "error.customers.birthday.unreadable", Args: app.Args{"Day": "31.2."}}}
	s.Save()
}

func TestThePageFitsIntoASmallWindow(t *testing.T) {
	for name, look := range map[string]func(*stage){
		"list":     func(*stage) {},
		"person":   func(s *stage) { s.Open(id(1)) },
		"form":     func(s *stage) { s.Add() },
		"purchase": func(s *stage) { s.Open(id(1)); s.press(t, "Add a purchase") },
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, &desk{pages: map[app.ID]customers.Page{id(1): maija()}, drafts: map[string]customers.Draft{}}, theme.Light, narrow)
			look(s)
			if least := s.Content().MinSize(); least.Width > narrow.Width || least.Height > narrow.Height {
				t.Errorf("it needs %v", least)
			}
		})
	}
}

func TestALongNameIsReadWholeOnItsPage(t *testing.T) {
	const name, firm = "Maximilian-Ferdinand Freiherr von und zu Hohenstein-Waldenburg", "Donaudampfschifffahrt und Söhne in Wien"
	for look, text := range map[string]float32{"in a small window": 1, "in a small window with larger text": 1.25} {
		t.Run(look, func(t *testing.T) {
			page := maija()
			page.Customer.Name, page.Customer.Firm = app.Name{Full: name}, firm
			s := open(t, &desk{pages: map[app.ID]customers.Page{id(1): page}, drafts: map[string]customers.Draft{}}, theme.Light, narrow)
			fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, text))
			s.Open(id(1))
			s.Content().Refresh()
			written := linesOf(s.Content())
			for _, words := range []string{name, firm} {
				if !strings.Contains(written, words) {
					t.Errorf("%q is not to be read in %q", words, written)
				}
			}
			if least := s.Content().MinSize(); least.Width > narrow.Width {
				t.Errorf("it needs %v", least)
			}
			s.sees(t, "Edit", "Add a purchase", "Call")
		})
	}
}

// linesOf returns the lines that paragraphs show, as they are broken.
func linesOf(o fyne.CanvasObject) string {
	var lines []string
	for _, part := range test.LaidOutObjects(o) {
		if p, ok := part.(*widgets.Paragraph); ok {
			for _, line := range test.LaidOutObjects(p) {
				if text, ok := line.(*canvas.Text); ok && text.Visible() {
					lines = append(lines, text.Text)
				}
			}
		}
	}
	return strings.ReplaceAll(strings.Join(lines, " "), "- ", "-")
}
