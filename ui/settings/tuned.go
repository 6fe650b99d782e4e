package settings

import (
	"context"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/settings"
	"ringback.app/ui/loyalty/tuning"
)

// tuning returns what says, as the rules above it are changed, whom they would
// have named in the last month.
func (f *form) tuning() fyne.CanvasObject {
	p := f.page
	f.tuned = tuning.New(tuning.Services{
		Rules: p.Rules, Run: p.Run, After: p.After,
		OnSize: func() {
			if f.content != nil {
				f.content.Refresh()
			}
		},
	}, p.say)
	for _, name := range []string{
		settings.FieldQuietPercent, settings.FieldQuietDays, settings.FieldAskWeekly,
		settings.FieldThankCounts, settings.FieldThankYears, settings.FieldThankDays,
	} {
		f.texts[name].OnChanged = func(string) {
			f.try()
			f.touch()
		}
	}
	return f.tuned.Content()
}

// try tries the rules as they are typed now.
func (f *form) try() {
	if !f.changed() {
		f.tuned.Clear()
		return
	}
	filled, desk := f.filled(), f.page.Desk
	f.tuned.Try(func(ctx context.Context) (app.Plan, error) { return desk.Check(ctx, filled) })
}
