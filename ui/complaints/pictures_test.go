package complaints_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
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

func TestTheListGivesWayToTheCaseInTheSameWindowAsThatOfToday(t *testing.T) {
	for name, tt := range map[string]struct {
		size fyne.Size
		text float32
		both bool
	}{
		"a small window":                  {narrow, 1, true},
		"a small window with larger text": {narrow, 1.3, false},
		"a narrow one":                    {fyne.NewSize(690, 548), 1, false},
	} {
		t.Run(name, func(t *testing.T) {
			d := sit(t, busy(), theme.Light, tt.size)
			fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, tt.text))
			d.page.Content().Refresh()
			for _, o := range test.LaidOutObjects(d.page.Content()) {
				if sides, ok := o.(*widgets.Split); ok && sides.Folded() == tt.both {
					t.Errorf("the list is beside the case: %v", !sides.Folded())
				}
			}
			d.sees("In their words")
		})
	}
}
