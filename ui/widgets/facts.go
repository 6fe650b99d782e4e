package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
)

// Fact is a line of three: when, what, and how much.
type Fact struct {
	When   string
	What   string
	Amount string
	Quiet  bool // in the muted colour, over as many lines as it needs
}

// Facts shows lines whose whens, whats and amounts stand below each other.
type Facts struct {
	composite
	column *fyne.Container
}

// NewFacts returns the lines.
func NewFacts(facts ...Fact) *Facts {
	f := &Facts{column: Column(8)}
	f.compose(f, f.column)
	f.Set(facts...)
	return f
}

// Set shows other lines.
func (f *Facts) Set(facts ...Fact) {
	f.column.RemoveAll()
	for _, fact := range facts {
		what := NewParagraph(fact.What, Body).AtMost(mostLines)
		if fact.Quiet {
			what = NewParagraph(fact.What, Muted)
		}
		f.column.Add(container.New(factLayout{f},
			NewText(fact.When, Muted), what, NewText(fact.Amount, Body.Aligned(fyne.TextAlignTrailing))))
	}
	f.column.Refresh()
}

// mostLines is how many lines a what has at most; the last ends in an ellipsis.
// Two things of usual names and how many there are besides have room in a column.
const mostLines = 5

// The measures of a line.
const (
	whenWidth  = 108 // the most room for days
	whenLeast  = 48
	whenGap    = 16 // between day and what
	amountGap  = 12 // between what and amount
	leastWhats = 80
)

// factLayout is that of one line: when, what, amount.
type factLayout struct{ of *Facts }

// when returns the width of the days, the same in all lines: no more than they
// need.
func (l factLayout) when() float32 {
	need := theme.Px(whenLeast)
	for _, line := range l.of.column.Objects {
		need = max(need, wide(line.(*fyne.Container).Objects[0]))
	}
	return min(theme.Px(whenWidth), need+theme.Px(whenGap))
}

func (factLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(whenWidth+leastWhats), max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (l factLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	when := l.when()
	line := o[0].MinSize().Height
	amount := wide(o[2])
	room := size.Width - when
	if amount > 0 {
		room -= amount + theme.Px(amountGap)
	}
	room = max(0, room)
	Place(o[0], 0, 0, when-theme.Px(8), line)
	Place(o[1], when, 0, room, max(line, fitTo(o[1], room)))
	Place(o[2], size.Width-amount, 0, amount, line)
}
