package complaints_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
)

func TestPictures(t *testing.T) {
	tests := map[string]struct {
		shop *shop
		look theme.Look
		size fyne.Size
		keys string
	}{
		"case-light":   {busy(), theme.Light, usual, ""},
		"case-dark":    {busy(), theme.Dark, usual, ""},
		"case-narrow":  {busy(), theme.Light, narrow, ""},
		"remedy-light": {busy(), theme.Light, usual, "4"},
		"empty-light":  {newShop(), theme.Light, usual, ""},
		"many-dark":    {many(40), theme.Dark, usual, "2"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			d := sit(t, tt.shop, tt.look, tt.size)
			d.keys(tt.keys)
			test.AssertRendersToImage(t, name+".png", d.window.Canvas())
		})
	}
}
