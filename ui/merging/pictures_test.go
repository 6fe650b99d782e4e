package merging_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

// The page in a window of 1180 by 760, and in one of 800 by 600.
var (
	usual  = fyne.NewSize(1004, 708)
	narrow = fyne.NewSize(740, 548)
)

func TestPictures(t *testing.T) {
	for name, tt := range map[string]struct {
		look theme.Look
		size fyne.Size
		none bool
	}{
		"pair-light":  {theme.Light, usual, false},
		"pair-dark":   {theme.Dark, usual, false},
		"pair-narrow": {theme.Light, narrow, false},
		"none-light":  {theme.Light, usual, true},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk()
			if tt.none {
				d.pairs = nil
			}
			other := d.customers[id(2)]
			other.Phones = append(other.Phones, app.Phone{Typed: "09 123 4567", E164: "+35891234567", Unfit: app.UnfitWrong})
			d.customers[id(2)] = other
			s := open(t, d, tt.look, tt.size)
			s.Shown()
			test.AssertRendersToImage(t, name+".png", s.canvas)
		})
	}
}
