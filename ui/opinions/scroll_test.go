package opinions_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
)

func TestTheFormGoesBackToItsTopForTheNextCard(t *testing.T) {
	s := show(t, open(t).shop.Shop, theme.Light, fyne.NewSize(740, 548))
	s.types("mai", fyne.KeyReturn)
	s.types("", fyne.KeyReturn)
	s.types("2", fyne.KeyReturn)
	s.types("It wobbles.", fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	s.types("A new chair", fyne.KeyTab)
	s.types("Swap it", fyne.KeyTab)
	s.types("tue 17:00", fyne.KeyTab)
	if s.scrolled() == 0 {
		t.Fatal("all of the form is in sight")
	}
	s.Save()
	if at := s.scrolled(); at != 0 {
		t.Errorf("scrolled down by %v", at)
	}
}

// scrolled is how far the form is scrolled down.
func (s *stage) scrolled() float32 {
	s.t.Helper()
	for _, o := range test.LaidOutObjects(s.Content()) {
		if scroll, ok := o.(*container.Scroll); ok {
			return scroll.Offset.Y
		}
	}
	s.t.Fatal("nothing scrolls")
	return 0
}
