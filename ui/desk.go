package ui

import (
	"context"
	"slices"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// keptDesk is the name under which is remembered who sits at this desk.
const keptDesk = "window.desk"

// AtDesk returns who sits at this desk, as a name of the staff; "" is the owner.
// It is remembered on this machine alone: another desk has somebody else.
func (w *Window) AtDesk() string { return w.kept.preferences.String(keptDesk) }

// SetAtDesk says who sits at this desk, "" for the owner. Pages show anew what
// depends on it: what to say first, and what may be given.
func (w *Window) SetAtDesk(name string) {
	if name == w.AtDesk() {
		return
	}
	w.kept.preferences.SetString(keptDesk, name)
	w.header.showNow()
	w.pages.tell(app.Changed{})
}

// showDesk drops down the owner and the staff, to choose who sits here.
func (w *Window) showDesk() {
	var plan app.Plan
	execute.Then(w.Run, func(ctx context.Context) (err error) {
		plan, err = w.Book.Plan(ctx)
		return err
	}, func(err error) {
		if err != nil {
			w.Failed(err)
			return
		}
		w.overlay.drop(widgets.NewMenu(w.deskItems(plan)))
	})
}

// deskItems are who can sit at the desk. Whoever sits there now is among them,
// also if they are not of the staff any more.
func (w *Window) deskItems(plan app.Plan) []widgets.MenuItem {
	now := w.AtDesk()
	names := append([]string{""}, plan.Staff...)
	if !slices.Contains(names, now) {
		names = append(names, now)
	}
	var items []widgets.MenuItem
	for _, name := range names {
		item := widgets.MenuItem{Text: name, Do: func() {
			w.overlay.close()
			w.SetAtDesk(name)
		}}
		if name == "" {
			item.Text = w.Voice.Say("window.desk.owner", app.Args{"Name": plan.Owner})
		}
		if name == now {
			item.Key = w.Voice.Say("window.desk.here", nil)
		}
		items = append(items, item)
	}
	if len(plan.Staff) == 0 && w.pages.Settings != nil {
		items = append(items, widgets.MenuItem{}, widgets.MenuItem{Text: w.Voice.Say("window.desk.staff", nil), Do: func() {
			w.overlay.close()
			w.Go(w.pages.Settings)
		}})
	}
	return items
}
