package widgets_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/widgets"
)

// dropped is a list of many options at that height of a small window.
type dropped struct {
	*widgets.Select
	canvas fyne.Canvas
	told   []string
}

func dropIn(t *testing.T, y float32) *dropped {
	t.Helper()
	inLight(t)
	d := &dropped{}
	var options []widgets.Option
	for i := range 40 {
		options = append(options, widgets.Option{Key: fmt.Sprint(i), Text: fmt.Sprintf("%c %d", 'A'+i/4, i)})
	}
	options[8].Text = "Ätsch"
	d.Select = widgets.NewSelect("Choose", options, func(key string) { d.told = append(d.told, key) })
	w := test.NewTempWindow(t, container.NewWithoutLayout(d.Select))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	d.Select.Resize(fyne.NewSize(200, 36))
	d.Move(fyne.NewPos(20, y))
	d.canvas = w.Canvas()
	d.canvas.Focus(d.First())
	return d
}

// sees tells whether the option that has the keyboard is in the window and not
// scrolled out of sight.
func (d *dropped) sees(t *testing.T) {
	t.Helper()
	where := fyne.CurrentApp().Driver().AbsolutePositionForObject
	row := d.canvas.Focused().(fyne.CanvasObject)
	var scroll *container.Scroll
	for _, o := range test.LaidOutObjects(d.canvas.Overlays().Top()) {
		if s, ok := o.(*container.Scroll); ok {
			scroll = s
		}
	}
	top, bottom := where(scroll).Y, where(scroll).Y+scroll.Size().Height
	if y := where(row).Y; top < 0 || bottom > d.canvas.Size().Height || y < top-1 || y+row.Size().Height > bottom+1 {
		t.Errorf("the option is at %v, the list from %v to %v of %v", y, top, bottom, d.canvas.Size().Height)
	}
}

func TestAListOfManyOptionsStaysInTheWindow(t *testing.T) {
	for name, y := range map[string]float32{"with room below": 10, "with room above": 250, "in the middle": 140} {
		t.Run(name, func(t *testing.T) {
			d := dropIn(t, y)
			press(d.First(), fyne.KeyDown)
			d.sees(t)
			for _, keys := range [][]fyne.KeyName{{fyne.KeyEnd}, {fyne.KeyHome}, {fyne.KeyPageDown, fyne.KeyPageDown}, {fyne.KeyDown}, {fyne.KeyPageUp}, {fyne.KeyHome, fyne.KeyUp}} {
				for _, k := range keys {
					press(d.canvas.Focused(), k)
				}
				d.sees(t)
			}
			press(d.canvas.Focused(), fyne.KeyReturn)
			if d.Chosen() != "39" || len(d.told) != 1 || d.canvas.Overlays().Top() != nil || d.canvas.Focused() != d.First() {
				t.Errorf("chosen %q, told %q", d.Chosen(), d.told)
			}
		})
	}
}

func TestALetterLooksForAnOption(t *testing.T) {
	d := dropIn(t, 10)
	d.SetChosen("20")
	d.First().TypedRune('h')
	d.sees(t)
	press(d.canvas.Focused(), fyne.KeySpace)
	if d.Chosen() != "28" {
		t.Errorf("chosen %q", d.Chosen())
	}
	press(d.First(), fyne.KeySpace)
	for _, r := range "aaaaa7" { // over the end, and to the one whose dots are not typed; nothing begins with the last
		d.canvas.Focused().TypedRune(r)
	}
	press(d.canvas.Focused(), fyne.KeyEnter)
	if d.Chosen() != "8" {
		t.Errorf("chosen %q", d.Chosen())
	}
	press(d.First(), fyne.KeyDown)
	press(d.canvas.Focused(), fyne.KeyDown, fyne.KeyTab, fyne.KeyEscape)
	if d.canvas.Overlays().Top() != nil || d.Chosen() != "8" || d.canvas.Focused() != d.First() {
		t.Errorf("chosen %q", d.Chosen())
	}
}

func TestMoreLettersLookForTheOptionThatBeginsWithThem(t *testing.T) {
	d := dropIn(t, 10)
	for _, r := range "c 9" {
		if d.canvas.Overlays().Top() == nil {
			d.First().TypedRune(r)
			continue
		}
		d.canvas.Focused().TypedRune(r)
	}
	press(d.canvas.Focused(), fyne.KeyEnter)
	if d.Chosen() != "9" {
		t.Errorf("chosen %q", d.Chosen())
	}
}

func TestAPressBesideTheOptionsClosesThem(t *testing.T) {
	d := dropIn(t, 10)
	d.First().(fyne.Tappable).Tapped(nil)
	test.TapCanvas(d.canvas, fyne.NewPos(390, 290))
	if d.canvas.Overlays().Top() != nil || len(d.told) != 0 {
		t.Errorf("told %q", d.told)
	}
	press(d.First(), fyne.KeyDown)
	d.First().(fyne.CanvasObject).Hide()
	if d.canvas.Overlays().Top() != nil {
		t.Error("the options outlive their list")
	}
}

// framesOf returns the grounds that a widget draws, as far as they can be seen.
func framesOf(w fyne.Widget) []string {
	var frames []string
	for _, o := range test.WidgetRenderer(w).Objects() {
		if r, ok := o.(*canvas.Rectangle); ok && r.Visible() && r.StrokeWidth > 0 {
			frames = append(frames, fmt.Sprint(r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius, r.Position(), r.Size()))
		}
	}
	return frames
}

func TestAListHasTheFrameOfAField(t *testing.T) {
	d := dropIn(t, 10)
	entry := widgets.NewEntry("")
	entry.Resize(fyne.NewSize(200, 36))
	for _, focused := range []bool{true, false} {
		if !focused {
			d.canvas.Unfocus()
			entry.FocusLost()
		} else {
			entry.FocusGained()
		}
		got, want := framesOf(d.First().(fyne.Widget)), framesOf(entry)
		if len(got) == 0 || len(got) > len(want) || !slices.Equal(got, want[:len(got)]) { // Fyne draws more of a field
			t.Errorf("with the keyboard %v: the list has %q, a field %q", focused, got, want)
		}
	}
}
