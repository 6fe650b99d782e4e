package widgets

import (
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"ringback.app/app"
)

// heldKey is how long a letter must rest before it counts again: one that is held down
// repeats after half a second, and must not do its work again and again.
const heldKey = 700 * time.Millisecond

// Held tells a letter that is pressed from one that is held down.
type Held struct {
	clock app.Clock
	key   rune
	at    time.Time
}

// NewHeld returns one that no letter was pressed at yet.
func NewHeld(clock app.Clock) Held { return Held{clock: clock} }

// Again tells whether the letter is the one before, held down.
func (h *Held) Again(key rune) bool {
	now := h.clock()
	again := key == h.key && now.Sub(h.at) < heldKey && !now.Before(h.at)
	h.key, h.at = key, now
	return again
}

// Key tells that a key was pressed: the letter has been let go, unless it is that of a
// letter, which comes as a key before it comes as a letter.
func (h *Held) Key(name fyne.KeyName) {
	if utf8.RuneCountInString(string(name)) != 1 {
		h.key = 0
	}
}
