package opinions_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestTheFormGoesBackToItsTopForTheNextCard(t *testing.T) {
	s := show(t, open(t).shop.Shop, theme.Light, fyne.NewSize(740, 548))
	s.types("mai", fyne.KeyReturn)
	s.types("", fyne.KeyReturn)
	s.types("2", fyne.KeyReturn)
	s.types("It wobbles.", fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab)
	s.types("A new chair", fyne.KeyTab)
	s.types("Swap it", fyne.KeyTab)
	s.types("24 dec")
	s.inSight("That is after your own target")
	s.key(fyne.KeyTab)
	if s.scrolled() == 0 {
		t.Fatal("all of the form is in sight")
	}
	s.Save()
	if at := s.scrolled(); at != 0 {
		t.Errorf("scrolled down by %v", at)
	}
}

// inSight fails the test if the paragraph that has those words is not seen whole.
func (s *stage) inSight(words string) {
	s.t.Helper()
	var scroll *container.Scroll
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, o := range test.LaidOutObjects(s.Content()) {
		if one, ok := o.(*container.Scroll); ok && scroll == nil {
			scroll = one
		}
		if p, ok := o.(*widgets.Paragraph); ok && strings.Contains(p.Text(), words) {
			if end, bottom := at(p).Y+p.Size().Height, at(scroll).Y+scroll.Size().Height; end > bottom {
				s.t.Errorf("%q ends at %v, below %v", p.Text(), end, bottom)
			}
			return
		}
	}
	s.t.Errorf("%q is not there", words)
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

func TestTheWordsHaveTheRoomThatThePageHas(t *testing.T) {
	high := func(size fyne.Size) float32 {
		for _, o := range test.LaidOutObjects(show(t, open(t).shop.Shop, theme.Light, size).Content()) {
			if words, ok := o.(*widgets.Entry); ok && words.MultiLine {
				return words.Size().Height
			}
		}
		return 0
	}
	small, large := high(fyne.NewSize(740, 548)), high(fyne.NewSize(1424, 948))
	if least := widgets.NewNote("", 3).MinSize().Height; small != least || large < 2*least {
		t.Errorf("they are %.0f high in a small window, %.0f in a large one", small, large)
	}
}
