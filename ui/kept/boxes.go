// Package kept asks which of the promises about a complaint are kept once it is put
// right.
package kept

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/app"
	"ringback.app/app/wording"
	"ringback.app/ui/widgets"
)

// Boxes are a box for each promise that is not kept yet, ticked from the start:
// whoever puts something right has mostly done what was promised, and sees it said.
// What is not ticked stays promised.
type Boxes struct {
	numbers []int // of the promises, counted from 0
	boxes   []*widgets.Check
	content fyne.CanvasObject
}

// mostInSight is how many boxes are seen at once; the rest is scrolled to.
const (
	mostInSight = 3
	boxHeight   = 30
	barWidth    = 10 // of the bar that scrolls them
	ringWidth   = 3  // around the box that has the keyboard
)

// New returns the boxes for the promises of a complaint. Changed is called when one
// is ticked or not any more.
func New(c app.Complaint, say *wording.Voice, now time.Time, changed func()) *Boxes {
	b := &Boxes{}
	column := widgets.Column(4)
	for i, p := range c.Promises {
		if !p.Kept.IsZero() {
			continue
		}
		box := widgets.NewCheck(say.CountsAsKept(p, now), widgets.Body, func(bool) { changed() })
		box.SetChecked(true)
		column.Add(box)
		b.numbers, b.boxes = append(b.numbers, i), append(b.boxes, box)
	}
	b.content = column
	if len(b.boxes) > mostInSight {
		b.content = widgets.Fixed(0, mostInSight*boxHeight, container.NewVScroll(widgets.Inset(column, 0, barWidth, 0, ringWidth)))
	}
	return b
}

// Content returns the boxes to be shown, nil if nothing is promised.
func (b *Boxes) Content() fyne.CanvasObject {
	if len(b.boxes) == 0 {
		return nil
	}
	return b.content
}

// Kept returns which promises are ticked, counted from 0.
func (b *Boxes) Kept() []int {
	var kept []int
	for i, box := range b.boxes {
		if box.Checked() {
			kept = append(kept, b.numbers[i])
		}
	}
	return kept
}

// Open returns which are not, as SetOpen reads it; "" if all are.
func (b *Boxes) Open() string {
	var open []string
	for i, box := range b.boxes {
		if !box.Checked() {
			open = append(open, strconv.Itoa(b.numbers[i]))
		}
	}
	return strings.Join(open, separator)
}

const separator = ","

// SetOpen ticks all but those, without a call of changed. A promise that has no box
// any more was kept meanwhile.
func (b *Boxes) SetOpen(open string) {
	unticked := strings.Split(open, separator)
	for i, box := range b.boxes {
		box.SetChecked(!slices.Contains(unticked, strconv.Itoa(b.numbers[i])))
	}
}
