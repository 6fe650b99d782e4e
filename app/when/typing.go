package when

import (
	"time"

	"ringback.app/app"
)

// Typing is how the person at the desk types days and hours.
type Typing struct {
	Words *Words
	Order Order
}

// Options returns how to read what they type on a clock in that zone.
func (t Typing) Options(clock app.Clock, zone *time.Location, lean Lean) Options {
	return Options{Clock: clock, Zone: zone, Words: t.Words, Order: t.Order, Lean: lean}
}
