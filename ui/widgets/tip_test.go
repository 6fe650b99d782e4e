package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// tipped shows two icons in the corner at the bottom right of a window, and a
// narrow rail's item at the top left.
func tipped(t *testing.T) (c fyne.Canvas, wait *clock, first, plain *widgets.Button, item *widgets.RailItem) {
	t.Helper()
	inLight(t)
	wait = &clock{}
	first = widgets.NewButton(widgets.Quiet, "", nil).WithIcon(theme.IconBack).WithTip("Edit this purchase")
	plain = widgets.NewButton(widgets.Plain, "Save", nil)
	item = widgets.NewRailItem(theme.IconPeople, "Customers", nil)
	item.SetNarrow(true)
	w := test.NewTempWindow(t, container.NewStack(container.NewWithoutLayout(first, plain, item), widgets.NewTips(wait.after)))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	widgets.Place(item, 10, 10, 36, 36)
	widgets.Place(first, 360, 264, 34, 34)
	widgets.Place(plain, 100, 100, 80, 34)
	return w.Canvas(), wait, first, plain, item
}

// said returns the text on show and where it is, nil if it is not.
func said(c fyne.Canvas, words string) *widgets.Text {
	for _, o := range test.LaidOutObjects(c.Content()) {
		if text, ok := o.(*widgets.Text); ok && text.Text() == words {
			return text
		}
	}
	return nil
}

func TestTheWordsOfAnIconAreShownWhileThePointerRestsOnIt(t *testing.T) {
	c, wait, _, _, _ := tipped(t)
	test.MoveMouse(c, fyne.NewPos(370, 280))
	if said(c, "Edit this purchase") != nil {
		t.Error("they are shown at once")
	}
	wait.pass()
	words := said(c, "Edit this purchase")
	if words == nil {
		t.Fatal("they are not shown")
	}
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject(words)
	if where.Y+words.Size().Height > 264 || where.X+words.Size().Width > 400 {
		t.Errorf("at %v they lie over the icon, or outside the window", where)
	}
	test.MoveMouse(c, fyne.NewPos(200, 200))
	if said(c, "Edit this purchase") != nil {
		t.Error("they stay")
	}
}

func TestTheWordsOfAnIconAreShownWhileItHasTheKeys(t *testing.T) {
	c, wait, first, plain, _ := tipped(t)
	c.Focus(first)
	wait.pass()
	if said(c, "Edit this purchase") == nil {
		t.Fatal("they are not shown")
	}
	c.Focus(plain)
	wait.pass()
	if said(c, "Edit this purchase") != nil {
		t.Error("they stay")
	}
}

func TestWordsDoNotStayWhereAnIconWasBeforeTheWindowGrew(t *testing.T) {
	c, wait, _, _, _ := tipped(t)
	test.MoveMouse(c, fyne.NewPos(370, 280))
	wait.pass()
	c.(interface{ Resize(size fyne.Size) }).Resize(fyne.NewSize(600, 400))
	if said(c, "Edit this purchase") != nil {
		t.Error("they stay")
	}
}

func TestAPressTakesTheWordsOfAnIconAway(t *testing.T) {
	c, wait, first, _, _ := tipped(t)
	test.MoveMouse(c, fyne.NewPos(370, 280))
	test.Tap(first)
	wait.pass()
	if said(c, "Edit this purchase") != nil {
		t.Error("they are shown")
	}
}

func TestANarrowRailNamesItsPagesBesideThem(t *testing.T) {
	c, wait, _, _, item := tipped(t)
	test.MoveMouse(c, fyne.NewPos(20, 20))
	wait.pass()
	words := said(c, "Customers")
	if words == nil {
		t.Fatal("it is not named")
	}
	if where := fyne.CurrentApp().Driver().AbsolutePositionForObject(words); where.X < 46 || where.Y > 46 {
		t.Errorf("at %v the name lies over the item, or elsewhere", where)
	}
	test.MoveMouse(c, fyne.NewPos(200, 200))
	widgets.Place(item, 10, 10, 160, 36)
	item.SetNarrow(false)
	test.MoveMouse(c, fyne.NewPos(20, 20))
	if len(wait.calls) != 0 {
		t.Error("a wide rail names its pages twice")
	}
}

func TestTheWordsOfABoxThatHasNoRoomForThemAreShownBesideIt(t *testing.T) {
	inLight(t)
	wait := &clock{}
	words := "Kept: Give them a voucher for a set of chair cushions of their choice"
	box := widgets.NewCheck(words, widgets.Body, nil)
	w := test.NewTempWindow(t, container.NewStack(container.NewWithoutLayout(box), widgets.NewTips(wait.after)))
	w.Resize(fyne.NewSize(700, 300))
	for wide, shown := range map[float32]bool{200: true, 680: false} {
		widgets.Place(box, 10, 100, wide, 26)
		w.Canvas().Focus(box)
		wait.pass()
		if got := said(w.Canvas(), words) != nil; got != shown {
			t.Errorf("%v wide: shown is %v", wide, got)
		}
		w.Canvas().Unfocus()
	}
}
