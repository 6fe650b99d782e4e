package files_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
)

// point presses the pointer's button on the line of that name, so far from its
// left edge.
func (d *desk) point(name string, x float32, with fyne.KeyModifier) {
	d.t.Helper()
	type line interface {
		fyne.CanvasObject
		fyne.Tappable
		desktop.Mouseable
	}
	var last line
	for _, o := range test.LaidOutObjects(d.canvas().Overlays().Top()) {
		if l, ok := o.(line); ok {
			last = l
		}
		if text, ok := o.(*canvas.Text); !ok || text.Text != name {
			continue
		}
		at := fyne.PointEvent{Position: fyne.NewPos(x, 8)}
		at.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Add(at.Position)
		last.MouseDown(&desktop.MouseEvent{PointEvent: at, Modifier: with, Button: desktop.MouseButtonPrimary})
		last.MouseUp(&desktop.MouseEvent{PointEvent: at})
		last.Tapped(&at)
		d.now = d.now.Add(time.Second) // as slow as people are
		return
	}
	d.t.Fatalf("there is no line %q in\n%s", name, d.reads())
}

func TestFilesAreMarkedWithThePointer(t *testing.T) {
	const firstColumn, name = 20, 200
	also, through := fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift
	tests := map[string]func(*desk){
		"in the first column": func(d *desk) {
			d.point("contacts.vcf", firstColumn, 0)
			d.sees("Choose 1 file")
			d.point("purchases.csv", firstColumn, 0)
		},
		"with Ctrl": func(d *desk) {
			d.point("contacts.vcf", name, also)
			d.point("purchases.csv", name, also)
		},
		"with Ctrl beside the one that was chosen": func(d *desk) {
			d.point("contacts.vcf", name, 0)
			d.point("purchases.csv", name, also)
		},
		"with Shift": func(d *desk) {
			d.point("contacts.vcf", name, 0)
			d.point("purchases.csv", name, through)
		},
		"with Shift from a folder on": func(d *desk) {
			d.point("Shop/", name, 0)
			d.point("purchases.csv", name, through)
		},
		"and the mark taken away": func(d *desk) {
			d.point("purchases.csv", firstColumn, 0)
			d.point("purchases.csv", firstColumn, 0)
			d.point("contacts.vcf", firstColumn, 0)
			d.point("purchases.csv", name, also)
		},
	}
	for name, mark := range tests {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, theme.Light)
			d.choose()
			mark(d)
			d.sees("Choose 2 files", "•")
			d.accept()
			d.expects("contacts.vcf", "purchases.csv")
		})
	}
}

func TestTheKeysAreAtTheLineThatWasMarkedWithThePointer(t *testing.T) {
	for name, other := range map[string]string{"contacts.vcf": "purchases.csv", "purchases.csv": "contacts.vcf"} {
		d := newDesk(t, theme.Light)
		d.choose()
		d.point("contacts.vcf", 20, 0)
		d.point("purchases.csv", 20, 0)
		d.point(name, 20, 0)   // takes its mark away
		d.press(fyne.KeySpace) // and gives it back
		d.accept()
		d.expects(other, name)
	}
}

func TestAPressOnAFileMarksNothing(t *testing.T) {
	d := newDesk(t, theme.Light)
	d.choose()
	d.point("contacts.vcf", 200, 0)
	d.point("purchases.csv", 200, 0)
	d.accept()
	d.expects("purchases.csv")
}
