package customers_test

import (
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ringback.app/app"
)

func TestAPersonReadAnewLeavesTheKeyboardWhereItIs(t *testing.T) {
	s := show(t, maija())
	s.Open(id(1))
	search := widget.NewEntry() // above the page
	s.canvas.SetContent(container.NewBorder(search, nil, nil, nil, s.Content()))
	s.canvas.Focus(search)
	s.Changed(app.Changed{})
	if s.canvas.Focused() != search {
		t.Errorf("the keyboard went to %T", s.canvas.Focused())
	}
}
