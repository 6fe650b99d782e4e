package settings

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/settings"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// save puts a form on record.
type save func(ctx context.Context, form settings.Form, by string) (app.Applied, error)

// otherCurrency tells whether the form has another currency than the plan that it
// shows.
func (f *form) otherCurrency(filled settings.Form) bool {
	return !strings.EqualFold(strings.TrimSpace(filled.Currency), f.was.Currency)
}

// look finds out what the book holds in the currency that the plan has up to now,
// and asks what is meant by the other one where that is something.
func (p *Page) look(form *form, filled settings.Form, by string) {
	p.saving = true
	form.saving.SetText(p.say.Say("settings.looking", nil))
	var held settings.Held
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		held, err = p.Desk.Held(ctx, filled)
		return err
	}, func(err error) {
		p.saving = false
		form.saving.SetText("")
		switch {
		case p.form != form:
		case err != nil:
			form.fail(err)
		case held.Purchases == 0:
			p.write(form, filled, by, p.Desk.Save, "")
		default:
			form.ask(held, filled)
		}
	})
}

// ask asks whether the amounts on record were meant in the new currency all along.
// It goes away when anything else is typed.
func (f *form) ask(held settings.Held, filled settings.Form) {
	p := f.page
	args := app.Args{"Number": p.say.Number(int64(held.Purchases)), "Was": held.Was, "Currency": held.Wanted}
	answer := func(key string, save save, done string) *widgets.Button {
		return widgets.NewButton(widgets.Plain, p.say.Say(key, args), func() {
			f.unask()
			p.write(f, filled, p.By(), save, done)
		})
	}
	f.yes = answer("settings.held.yes", p.Desk.SaveRestating, p.say.Count("settings.held.saved", held.Purchases, args))
	back := widgets.NewButton(widgets.Quiet, p.say.Say("settings.held.back", nil), p.Back).WithKey(p.say.Say("settings.key.back", nil))
	f.stand(widgets.Column(8,
		widgets.NewParagraph(p.say.Count("settings.held", held.Purchases, args), widgets.Strong),
		widgets.NewParagraph(p.say.Say("settings.held.means", args), widgets.Note),
		widgets.Wrap(8, f.yes, answer("settings.held.no", p.Desk.Save, ""), back)))
	if p.shown {
		p.Window.Focus(f.yes)
	}
}

// asks tells whether it is asked what the currency is meant for.
func (f *form) asks() bool { return f.yes != nil }

// unask takes the question away, and leaves what is typed.
func (f *form) unask() {
	if f.asks() {
		f.yes = nil
		f.stand(f.buttons)
	}
}

// stand puts something below the form: how to save it, or what is asked before.
func (f *form) stand(o fyne.CanvasObject) {
	f.foot.Objects = []fyne.CanvasObject{o}
	f.content.Refresh()
}
