package settings

import (
	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// textStep is how much one press changes the size of the text.
const textStep = 0.1

// window asks how the window looks. It works at once and needs no saving.
func (f *form) window() fyne.CanvasObject {
	w, say := f.page.Window, f.page.say
	looks := map[string]theme.Look{"system": theme.System, "light": theme.Light, "dark": theme.Dark}
	choice := widgets.NewChoice([]widgets.Option{
		{Key: "system", Text: say.Say("settings.look.system", nil)},
		{Key: "light", Text: say.Say("settings.look.light", nil)},
		{Key: "dark", Text: say.Say("settings.look.dark", nil)},
	}, func(key string) { w.SetLook(looks[key]) }).Must()
	for key, look := range looks {
		if look == w.Look() {
			choice.SetChosen(key)
		}
	}
	size := widgets.NewText("", widgets.Body)
	show := func() { size.SetText(say.Say("settings.text-size", app.Args{"Size": scale(w.TextSize())})) }
	change := func(by float64) func() {
		return func() {
			w.SetTextSize(w.TextSize() + by)
			show()
		}
	}
	show()
	smaller := widgets.NewButton(widgets.Plain, say.Say("settings.smaller", nil), change(-textStep))
	larger := widgets.NewButton(widgets.Plain, say.Say("settings.larger", nil), change(textStep))
	return f.section("window", widgets.Row(8, choice), widgets.Gap(0, 4), widgets.Row(8, smaller, larger, size), widgets.Gap(0, 8))
}
