package widgets_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/widgets"
)

func TestADoubleClickDoesNotPressWhatHasComeUnderThePointer(t *testing.T) {
	inLight(t)
	now := time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC)
	row := widgets.Row(0)
	var pressed []string
	var swap func(name string)
	swap = func(name string) {
		row.Objects = []fyne.CanvasObject{widgets.NewButton(widgets.Plain, name, func() {
			pressed = append(pressed, name)
			swap(name + "'")
		})}
		row.Refresh()
	}
	swap("Maija")
	again := 0
	next := widgets.NewButton(widgets.Plain, "Next", func() { again++ })
	w := test.NewTempWindow(t, container.NewStack(widgets.Column(40, row, next), widgets.NewClicks(func() time.Time { return now }, (&clock{}).after)))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	click := func(x, y float32) { test.TapCanvas(w.Canvas(), fyne.NewPos(x, y)) }

	click(20, 10)
	now = now.Add(200 * time.Millisecond)
	click(22, 11)
	if len(pressed) != 1 {
		t.Fatalf("pressed %q", pressed)
	}
	now = now.Add(400 * time.Millisecond)
	click(22, 11)
	if len(pressed) != 2 {
		t.Errorf("pressed %q, and the last was meant", pressed)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(next).AddXY(5, 5)
	for range 3 { // what stays where it is can be pressed as fast as one likes
		click(at.X, at.Y)
	}
	if again != 3 {
		t.Errorf("pressed %d times", again)
	}
}

func TestADoubleClickLeavesTheKeyboardWhereTheFirstClickGaveIt(t *testing.T) {
	inLight(t)
	now := time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC)
	later := &clock{}
	row := widgets.Row(0)
	var w fyne.Window
	entry := widgets.NewEntry("")
	row.Objects = []fyne.CanvasObject{widgets.NewButton(widgets.Plain, "Promise", func() {
		row.Objects = []fyne.CanvasObject{widgets.Column(0, widgets.NewText("What do we promise?", widgets.Strong), entry)}
		row.Refresh()
		w.Canvas().Focus(entry)
	})}
	w = test.NewTempWindow(t, container.NewStack(widgets.Column(0, row), widgets.NewClicks(func() time.Time { return now }, later.after)))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))

	test.TapCanvas(w.Canvas(), fyne.NewPos(20, 10))
	w.Canvas().Unfocus() // as the driver does for a click on words
	later.pass()
	if w.Canvas().Focused() != fyne.Focusable(entry) {
		t.Errorf("the keyboard is on %T", w.Canvas().Focused())
	}
}
