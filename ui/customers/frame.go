package customers

import (
	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// formFrame puts a form under its title, with Save always in sight.
type formFrame struct {
	title      string
	resumed    fyne.CanvasObject // says that it goes on with a draft; nil: it does not
	problem    fyne.CanvasObject
	form       fyne.CanvasObject
	save, back func()
	keeper     *keeper
}

func (f formFrame) draw(say sayer) fyne.CanvasObject {
	save := widgets.NewButton(widgets.Primary, say.Say("people.form.save", nil), f.save).WithKey(say.Say("people.key.save", nil))
	back := widgets.NewButton(widgets.Plain, say.Say("people.form.back", nil), f.back).WithKey(say.Say("people.key.back", nil))
	head := widgets.Row(12, widgets.NewButton(widgets.Quiet, "", f.back).WithIcon(theme.IconBack).WithTip(say.Say("window.back", nil)), widgets.NewText(f.title, widgets.Heading))
	body := widgets.Column(8)
	if f.resumed != nil {
		body.Add(f.resumed)
	}
	body.Add(f.problem)
	f.keeper.veil = widgets.NewVeil(f.form)
	body.Add(f.keeper.veil.Content())
	return widgets.Sheet(head, body, widgets.Row(8, save, back, widgets.Grow(f.keeper.Line(say))))
}

// sayer says the window's sentences.
type sayer interface {
	Say(key string, args app.Args) string
}

// input is one field of a form that is typed in.
type input struct {
	field *widgets.Field
	entry *widgets.Entry
}

// newInput returns the field around an entry, filled. Touched is called when
// somebody types in it; what was wrong with it is forgotten then.
func newInput(label, text string, entry *widgets.Entry, touched func()) *input {
	entry.TypeIn(text)
	i := &input{entry: entry, field: widgets.NewField(label, entry)}
	entry.OnChanged = func(string) {
		if i.field.Problem() != "" {
			i.field.SetProblem("")
		}
		touched()
	}
	return i
}

func (i *input) text() string { return i.entry.Text }

// focusFirstWrong gives the keyboard to the first of the inputs with which
// something is wrong.
func (p *Page) focusFirstWrong(inputs []*input) {
	for _, i := range inputs {
		if i.field.Problem() != "" {
			p.Window.Focus(i.entry)
			return
		}
	}
}
