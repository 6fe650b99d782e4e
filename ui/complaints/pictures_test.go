package complaints_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
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

func TestThatTheOwnerMustCallIsInSightInANarrowList(t *testing.T) {
	s := newShop()
	s.complaint(1, "Ελένη Παπαδοπούλου", "One chair wobbles, and I did not want to bother you about it.", morning, func(c *app.Complaint) { c.ForOwner = true })
	s.complaint(2, "Maximiliane von und zu Hohenstein-Altenburg", "The lamp that you sent me flickers.", morning, func(c *app.Complaint) { c.ForOwner = true })
	d := sit(t, s, theme.Light, narrow)
	if said := strings.Count(pagetest.Texts(d.page.Content()), "owner must call"); said != 2 {
		t.Errorf("in sight %d times", said)
	}
}
