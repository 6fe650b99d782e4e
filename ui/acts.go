package ui

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ringback.app/app"
	"ringback.app/ui/widgets"
)

// act is something the window does, with the key that does it.
type act struct {
	words string       // the key of its words
	key   fyne.KeyName // with Ctrl, or Command on a Mac
	also  []fyne.Shortcut
	do    func()
	ends  bool // the last of its part of the menu
	write bool // it changes the book, or what is typed
}

// primary is Ctrl, or Command on a Mac.
func primary(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func alt(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// plusKeys are the keys with a plus on them, as keyboards differ: alone, with
// Shift, and the one that has it above the equals sign.
func plusKeys() []fyne.Shortcut {
	shifted := fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift
	return []fyne.Shortcut{
		primary(fyne.KeyEqual),
		&desktop.CustomShortcut{KeyName: fyne.KeyEqual, Modifier: shifted},
		&desktop.CustomShortcut{KeyName: fyne.KeyPlus, Modifier: shifted},
	}
}

// allActs lists what the window does, in the order of its menu.
func (w *Window) allActs() []act {
	acts := []act{
		{words: "window.act.search", key: fyne.KeyK, also: []fyne.Shortcut{primary(fyne.KeyF)}, do: w.goSearch},
	}
	if w.pages.Customers != nil {
		acts = append(acts, act{words: "window.act.add", key: fyne.KeyN, do: w.AddCustomer})
	}
	if w.pages.Opinions != nil {
		acts = append(acts, act{words: "window.act.type", key: fyne.KeyT, do: w.TypeOpinion})
	}
	if w.pages.Loyalty != nil {
		acts = append(acts, act{words: "window.act.loyalty", key: fyne.KeyL, do: w.GoLoyalty})
	}
	acts = append(acts,
		act{words: "window.act.save", key: fyne.KeyReturn, also: []fyne.Shortcut{primary(fyne.KeyEnter)}, do: w.save, write: true},
		act{words: "window.act.left", key: fyne.KeyU, do: w.showLeft},
		act{words: "window.act.undo", key: fyne.KeyZ, do: w.undo, write: true},
		act{words: "window.act.redo", key: fyne.KeyY, also: []fyne.Shortcut{
			&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		}, do: w.redo, ends: true, write: true})
	for i, p := range w.pages.all() {
		digit := fyne.KeyName(rune('1' + i))
		page := act{words: w.nameOf(p), key: digit, also: []fyne.Shortcut{alt(digit)}, do: func() { w.turnTo(p) }}
		if own := w.keyOf(p); own != "" {
			page.key, page.also = own, append(page.also, primary(digit))
		}
		acts = append(acts, page)
	}
	acts[len(acts)-1].ends = true
	return append(acts,
		act{words: "window.act.desk", key: fyne.KeyD, do: w.showDesk, ends: true},
		act{words: "window.act.larger", key: fyne.KeyPlus, also: plusKeys(), do: func() { w.SetTextSize(w.TextSize() + textStep) }},
		act{words: "window.act.smaller", key: fyne.KeyMinus, do: func() { w.SetTextSize(w.TextSize() - textStep) }},
		act{words: "window.act.normal", key: fyne.Key0, do: func() { w.SetTextSize(1) }, ends: true},
		act{words: "window.act.keys", key: fyne.KeyF1, do: w.showKeys},
		act{words: "window.act.quit", key: fyne.KeyQ, also: []fyne.Shortcut{primary(fyne.KeyW)}, do: w.Close},
	)
}

func (w *Window) nameOf(p Page) string {
	switch p {
	case w.pages.Today:
		return "window.today"
	case w.pages.Customers:
		return "window.customers"
	case w.pages.PutRight:
		return "window.put-right"
	case w.pages.Review:
		return "window.review"
	case w.pages.Import:
		return "window.import"
	case w.pages.Export:
		return "window.export"
	}
	return "window.settings"
}

// keyOf returns the letter that leads to a page besides its number, "" if there
// is none.
func (w *Window) keyOf(p Page) fyne.KeyName {
	switch p {
	case w.pages.Import:
		return fyne.KeyI
	case w.pages.Export:
		return fyne.KeyE
	}
	return ""
}

// shortcut returns the act's own shortcut, nil for a key without Ctrl.
func (a act) shortcut() fyne.Shortcut {
	switch a.key {
	case fyne.KeyF1:
		return nil
	case fyne.KeyZ:
		return &fyne.ShortcutUndo{}
	case fyne.KeyY:
		return &fyne.ShortcutRedo{}
	}
	return primary(a.key)
}

// listen lets the shortcuts and keys work. They are the canvas' own and not a
// main menu's, because Fyne shows a main menu as a bar inside the window, which
// ours has no room for; our entries hand on every shortcut that they do not
// use, so these work while one is typed in. On a Mac the menu is at the top of
// the screen, and gets them too.
func (w *Window) listen() {
	c := w.window.Canvas()
	for _, a := range w.acts {
		do := func(fyne.Shortcut) { w.press(a) }
		if s := a.shortcut(); s != nil {
			c.AddShortcut(s, do)
		}
		for _, s := range a.also {
			c.AddShortcut(s, do)
		}
	}
	c.AddShortcut(&widgets.TooLong{}, w.refusePaste)
	c.AddShortcut(&fyne.ShortcutSelectAll{}, func(fyne.Shortcut) {
		if s, ok := w.sheet.(AllSelecter); ok {
			s.SelectAll()
		}
	})
	c.SetOnTypedKey(w.typedKey)
	if c, ok := c.(desktop.Canvas); ok {
		w.tellsDown = true
		c.SetOnKeyDown(func(key *fyne.KeyEvent) { w.down = key.Name })
	}
	c.SetOnTypedRune(w.typedRune)
	if runtime.GOOS == "darwin" {
		w.window.SetMainMenu(w.macMenu())
	}
}

// refusePaste says why nothing was pasted.
func (w *Window) refusePaste(s fyne.Shortcut) {
	if long, ok := s.(*widgets.TooLong); ok {
		w.toasts.Say(widgets.Toast{Alarm: true, Text: w.Voice.Say("window.too-long", app.Args{
			"Number": w.Voice.Number(int64(long.Letters)), "Most": w.Voice.Number(widgets.MostTyped),
		})})
	}
}

// press does what the keys of an act stand for. With something dropped down over
// the page nobody means what is behind it to be saved, or taken back.
func (w *Window) press(a act) {
	if !a.write || !w.overlay.open() {
		w.act(a)
	}
}

func (w *Window) act(a act) {
	if w.sheet != nil {
		if a.key == fyne.KeyReturn {
			w.sheet.Save()
		}
		return
	}
	w.overlay.close()
	a.do()
}

// isHeld tells Enter that goes down from one that is held down: that one has done
// something already, in a line that had the keyboard until then, and would go on doing.
func (w *Window) isHeld(key fyne.KeyName) bool {
	if !w.tellsDown || w.window.Canvas().Focused() != nil || key != fyne.KeyReturn && key != fyne.KeyEnter {
		return false
	}
	held := w.down != key
	w.down = ""
	return held
}

// typedKey takes the keys that nothing with the focus has taken.
func (w *Window) typedKey(key *fyne.KeyEvent) {
	switch {
	case w.isHeld(key.Name):
	case w.sheet != nil && key.Name == fyne.KeyEscape:
		w.sheet.Back()
	case w.sheet != nil:
		w.sheet.TypedKey(key)
	case key.Name == fyne.KeyF1:
		w.showKeys()
	case w.overlay.open():
		w.overlay.typedKey(key.Name)
	case key.Name == fyne.KeyEscape && w.found.layer.Visible():
		w.found.close()
	default:
		w.pageKey(key)
	}
}

func (w *Window) pageKey(key *fyne.KeyEvent) {
	if b, ok := w.current.(Backer); ok && key.Name == fyne.KeyEscape {
		b.Back()
		return
	}
	if k, ok := w.current.(KeyTaker); ok {
		k.TypedKey(key)
	}
}

func (w *Window) typedRune(r rune) {
	if w.sheet != nil {
		w.sheet.TypedRune(r)
		return
	}
	if w.overlay.open() {
		return
	}
	if r == '/' {
		w.goSearch()
		return
	}
	if t, ok := w.current.(RuneTaker); ok {
		t.TypedRune(r)
	}
}

// turnTo shows a page. The one on show already gives the keyboard to what it begins
// with, unless somebody is at work in it.
func (w *Window) turnTo(p Page) {
	if widgets.HasKeyboard(w.rail.content) {
		w.window.Canvas().Unfocus()
	}
	if p == w.current && w.window.Canvas().Focused() == nil {
		p.Hidden()
		p.Shown()
		return
	}
	w.Go(p)
}

func (w *Window) goSearch() {
	if now := w.window.Canvas().Focused(); now != fyne.Focusable(w.header.search) {
		w.found.was = now
	}
	w.Focus(w.header.search)
	w.header.search.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (w *Window) save() {
	if s, ok := w.current.(Saver); ok {
		s.Save()
	}
}

// showMenu drops down the menu with everything the window does.
func (w *Window) showMenu() {
	var items []widgets.MenuItem
	for _, a := range w.acts {
		items = append(items, widgets.MenuItem{Text: w.Voice.Say(a.words, nil), Key: w.capOf(a.key), Do: func() { w.act(a) }})
		if a.ends {
			items = append(items, widgets.MenuItem{})
		}
	}
	w.overlay.drop(widgets.NewMenu(items))
}

// macMenu is the menu at the top of a Mac's screen.
func (w *Window) macMenu() *fyne.MainMenu {
	var items []*fyne.MenuItem
	for _, a := range w.acts {
		item := fyne.NewMenuItem(w.Voice.Say(a.words, nil), func() { w.press(a) })
		item.Shortcut = a.shortcut()
		items = append(items, item)
		if a.ends {
			items = append(items, fyne.NewMenuItemSeparator())
		}
	}
	items[len(items)-1].IsQuit = true
	return fyne.NewMainMenu(fyne.NewMenu(w.Voice.Say("window.title", nil), items...))
}

// capOf writes Ctrl and a key as people read it on the key caps.
func (w *Window) capOf(key fyne.KeyName) string {
	name := string(key)
	switch key {
	case fyne.KeyF1:
		return name
	case fyne.KeyReturn:
		name = w.Voice.Say("window.key.enter", nil)
	}
	if runtime.GOOS == "darwin" {
		return "⌘ " + strings.ToUpper(name)
	}
	return w.Voice.Say("window.key.ctrl", nil) + " " + name
}
