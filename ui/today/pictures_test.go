package today_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/ui/theme"
)

// narrow is what the page has in a window of 800 by 600.
var narrow = fyne.NewSize(740, 548)

func TestPictures(t *testing.T) {
	tests := map[string]struct {
		look theme.Look
		size fyne.Size
		keys string
	}{
		"card-light":  {theme.Light, usual, ""},
		"card-dark":   {theme.Dark, usual, ""},
		"card-narrow": {theme.Light, narrow, ""},
		"note-light":  {theme.Light, usual, "1"},
		"note-narrow": {theme.Dark, narrow, "1"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := sit(t, wellKnown(newShop(4)), tt.look, tt.size)
			d.keys(tt.keys)
			test.AssertRendersToImage(t, name+".png", d.window.Canvas())
		})
	}
}

// wellKnown gives the first person a history, and the last a guard.
func wellKnown(s *shop) *shop {
	card, eight := s.cards[id(0)], 8
	card.Opinions = []app.Opinion{
		{Said: app.NewDay(2026, 9, 9), Source: app.FromCall, Score: &eight, Verbatim: "The lamp is lovely, but the parcel took two weeks.", Themes: []string{"delivery time"}},
		{Said: app.NewDay(2026, 3, 21), Source: app.FromCard, Verbatim: "Anna was so patient with us.", Praise: []string{"Anna"}},
	}
	card.Calls = []app.Call{{Start: morning.AddDate(0, -2, 0), End: morning.AddDate(0, -2, 0).Add(4 * time.Minute), Disposition: app.Talked}, {Start: morning.AddDate(0, -2, -1), Disposition: app.NoAnswer}}
	card.Complaints = []app.Complaint{{ID: id(50), Wrong: "One chair wobbles.", Wish: "A new chair", Received: morning.AddDate(0, 0, -1), Promises: []app.Promise{{What: "Swap the chair", By: morning.Add(7 * time.Hour)}}}}
	s.cards[id(0)] = card
	guarded := s.cards[id(3)]
	guarded.Because = &calllist.Because{Guard: calllist.GuardNoNumber}
	s.cards[id(3)] = guarded
	s.skipped = []calllist.Skipped{{Customer: guarded.Customer, Because: *guarded.Because}}
	return s
}

func TestThePageFitsIntoASmallWindow(t *testing.T) {
	for name, keys := range map[string]string{"card": "", "note": "1", "call back": "5", "do not call": "9"} {
		t.Run(name, func(t *testing.T) {
			d := sit(t, newShop(4), theme.Light, narrow)
			d.keys(keys)
			if least := d.page.Content().MinSize(); least.Width > narrow.Width || least.Height > narrow.Height {
				t.Errorf("it needs %v", least)
			}
		})
	}
}

func TestNothingIsCutOffWhenTheWindowShrinks(t *testing.T) {
	d := sit(t, newShop(4), theme.Light, usual)
	d.window.Resize(narrow)
	for _, words := range []string{"Call", "Do not call"} {
		if !walk(d.window.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) bool {
			text, ok := o.(*canvas.Text)
			return ok && text.Text == words && at.Y+o.Size().Height <= narrow.Height && at.X+o.Size().Width <= narrow.Width
		}) {
			t.Errorf("%q is not wholly in the window", words)
		}
	}
}
