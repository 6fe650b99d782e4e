package today

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/wording"
	"ringback.app/ui/widgets"
)

// whichCase asks what is to be put right is about: one of what was open before, or
// something new. Where nothing was open there is nothing to ask.
type whichCase struct {
	open   []app.Complaint
	choice *widgets.Choice // nil: nothing was open
	what   *widgets.Paragraph
	chose  func()
}

func newWhichCase(chose func()) *whichCase {
	return &whichCase{what: widgets.NewProblem(), chose: chose}
}

// offer lists what is open. What was chosen stays so if it is still among it; else
// it is that of which they say that the fix did not work, and nobody guesses more.
func (w *whichCase) offer(open []app.Complaint, failed func(app.Complaint) bool, say *wording.Voice) {
	chosen := w.chosen()
	if w.choice != nil && slices.EqualFunc(open, w.open, func(a, b app.Complaint) bool { return a.ID == b.ID }) {
		w.preset(failed)
		return
	}
	if w.open, w.choice = open, nil; len(open) == 0 {
		return
	}
	var options []widgets.Option
	for _, c := range open {
		options = append(options, widgets.Option{Key: c.ID.String(), Text: caseName(c, say)})
	}
	options = append(options, widgets.Option{Key: calling.OfNew, Text: say.Say("today.note.of.new", nil)})
	w.choice = widgets.NewChoice(options, func(string) {
		w.what.SetProblem("")
		w.chose()
	}).Must()
	w.choice.SetChosen(chosen)
	w.preset(failed)
}

func (w *whichCase) preset(failed func(app.Complaint) bool) {
	if w.chosen() != "" {
		return
	}
	if i := slices.IndexFunc(w.open, failed); i >= 0 {
		w.choice.SetChosen(w.open[i].ID.String())
	}
}

// caseNameLetters is how much of what went wrong fits side by side with others.
const caseNameLetters = 36

func caseName(c app.Complaint, say *wording.Voice) string {
	words := []rune(strings.Join(strings.Fields(c.Wrong), " "))
	if len(words) == 0 {
		return say.Say("today.note.of.unnamed", nil)
	}
	if len(words) > caseNameLetters {
		words = append(words[:caseNameLetters-1], '…')
	}
	return say.Quoted(string(words))
}

// chosen returns the ID of what is chosen or calling.OfNew, "" where nothing is.
func (w *whichCase) chosen() string {
	if w.choice == nil {
		return ""
	}
	return w.choice.Chosen()
}

// of returns the complaint it is about that was open before, nil if there is none
// or nobody said yet.
func (w *whichCase) of() *app.Complaint {
	chosen := w.chosen()
	for i := range w.open {
		if w.open[i].ID.String() == chosen {
			return &w.open[i]
		}
	}
	return nil
}

// asks tells whether there is a choice that nobody has made.
func (w *whichCase) asks() bool { return w.choice != nil && w.choice.Chosen() == "" }

// told returns from when the clock to its fix runs: of something new, and of what
// they say now did not work, from now.
func (w *whichCase) told(now time.Time) time.Time {
	if c := w.of(); c != nil && c.PutRight.IsZero() {
		return c.LastTold()
	}
	return now
}

// form lays the question out, nil if there is none.
func (w *whichCase) form(say *wording.Voice) fyne.CanvasObject {
	if w.choice == nil {
		return nil
	}
	return labelled(say.Say("today.note.of", nil), w.choice, w.what)
}
