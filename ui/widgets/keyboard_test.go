package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestWhatIsWrongTakesRoomOnlyWhileItIsSaid(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	problem := widgets.NewProblem()
	for _, text := range []string{"", "This is no day.", ""} {
		problem.SetProblem(text)
		if problem.Text() != text || problem.Visible() != (text != "") {
			t.Errorf("%q: reads %q, visible: %v", text, problem.Text(), problem.Visible())
		}
	}
}

func TestTheKeyboardIsFoundWhereItIs(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, 1))
	off := widgets.NewButton(widgets.Plain, "Off", nil)
	off.Disable()
	left := widgets.Column(0, widgets.NewText("Left", widgets.Body), off, widgets.NewEntry(""), widgets.NewEntry(""))
	right := widgets.Column(0, widgets.NewEntry(""))
	if widgets.HasKeyboard(left) {
		t.Error("what no window shows has the keyboard")
	}
	w := test.NewTempWindow(t, container.NewGridWithColumns(2, left, right))
	w.Resize(fyne.NewSize(400, 200))
	first := widgets.FirstFocusable(left)
	if first != left.Objects[2].(fyne.Focusable) {
		t.Fatalf("%T is the first, want the entry below the button that is off", first)
	}
	if widgets.HasKeyboard(left) {
		t.Error("the keyboard is somewhere though nothing has it")
	}
	w.Canvas().Focus(first)
	if !widgets.HasKeyboard(left) || widgets.HasKeyboard(right) {
		t.Error("the keyboard is not where it is")
	}
	if widgets.FirstFocusable(widgets.NewText("Words", widgets.Body)) != nil {
		t.Error("words take the keyboard")
	}
}
