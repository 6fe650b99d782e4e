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
		var what fyne.CanvasObject = NewText(fact.What, Body)
		if fact.Quiet {
			what = NewParagraph(fact.What, Muted)
		}
		f.column.Add(container.New(factLayout{f},
			NewText(fact.When, Muted), what, NewText(fact.Amount, Body.Aligned(fyne.TextAlignTrailing))))
	}
	f.column.Refresh()
}

// whenWidth holds a day with its year.
const whenWidth = 92

// factLayout is that of one line: when, what, amount.
type factLayout struct{ of *Facts }

// when returns the width of the days, the same in all lines: where there is
// little room no more than they need.
func (l factLayout) when(room float32) float32 {
	usual, share := theme.Px(whenWidth), 0.3*room
	if usual <= share {
		return usual
	}
	var need float32
	for _, line := range l.of.column.Objects {
		need = max(need, wide(line.(*fyne.Container).Objects[0]))
	}
	return min(usual, max(share, need+theme.Px(12)))
}

func (factLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(theme.Px(whenWidth+80), max(o[0].MinSize().Height, o[1].MinSize().Height))
}

func (l factLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	when := l.when(size.Width)
	line := o[0].MinSize().Height
	amount := wide(o[2])
	room := max(0, size.Width-when-amount-theme.Px(8))
	place(o[0], 0, 0, when-theme.Px(8), line)
	place(o[1], when, 0, room, max(line, fitTo(o[1], room)))
	place(o[2], size.Width-amount, 0, amount, line)
}
