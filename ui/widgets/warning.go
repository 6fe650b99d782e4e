package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ringback.app/ui/theme"
)

// NewWarning returns what stands above a page for as long as something is wrong
// with all of them: a sentence, and a button with what to do about it; without a
// word there is none.
func NewWarning(sentence, word string, do func()) *fyne.Container {
	buttons := Row(0)
	if word != "" {
		buttons.Add(NewButton(Plain, word, do))
	}
	return warning(sentence, buttons)
}

// barWidth is how wide the bar of work under way is beside a sentence.
const barWidth = 160

// NewWarningUnderWay returns a warning that has in the place of its button how far
// the work is that the button began.
func NewWarningUnderWay(sentence string, bar *ProgressLine) *fyne.Container {
	return warning(sentence, Row(0, Fixed(barWidth, 4, bar)))
}

func warning(sentence string, buttons fyne.CanvasObject) *fyne.Container {
	parts := container.New(&toastLayout{}, NewIcon(theme.IconWarning, theme.ColorLate, 18), NewParagraph(sentence, Body), buttons)
	return Column(0, On(theme.ColorLateSoft, Inset(parts, 8, 20, 8, 20)), Line())
}

// Unread returns what stands in the place of what cannot be read: what is wrong,
// and why.
func Unread(headline, sentence string) *fyne.Container {
	return EmptyState(theme.IconWarning, headline, sentence)
}
