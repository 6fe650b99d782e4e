package ui

import "ringback.app/app"

// tellApart adds to those that are named the same what tells them apart.
func (w *Window) tellApart(all []left) {
	times := make(map[string]int)
	for _, l := range all {
		times[l.What]++
	}
	for i := range all {
		if l := &all[i]; times[l.What] > 1 && l.Apart != "" {
			l.What = w.Voice.Say("window.left.apart", app.Args{"What": l.What, "Apart": l.Apart})
		}
	}
}
