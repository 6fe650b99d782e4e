package ui

import (
	"strings"

	"ringback.app/app"
)

// mostApart is how many letters tell one thing from another at the most.
const mostApart = 40

// tellApart adds to those that are named the same what tells them apart.
func (w *Window) tellApart(all []left) {
	times := make(map[string]int)
	for _, l := range all {
		times[l.What]++
	}
	for i := range all {
		if l := &all[i]; times[l.What] > 1 && l.Apart != "" {
			l.What = w.Voice.Say("window.left.apart", app.Args{"What": l.What, "Apart": inShort(l.Apart)})
		}
	}
}

// inShort returns the beginning of words, in one line.
func inShort(words string) string {
	short := []rune(strings.Join(strings.Fields(words), " "))
	if len(short) <= mostApart {
		return string(short)
	}
	return strings.TrimSpace(string(short[:mostApart-1])) + "…"
}
