package reminders

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"ringback.app/app"
)

// keptAs is the word under which the book keeps what was told.
const keptAs = app.KeptReminders

// memory is what was told already. It goes by what was told and not by a moment
// up to which everything was, so that a clock set back neither repeats nor
// swallows anything.
type memory struct {
	Calls    []toldCall `json:"calls,omitempty"`
	Mornings []toldDay  `json:"mornings,omitempty"`
}

type toldCall struct {
	Customer app.ID `json:"customer"`
	Due      int64  `json:"due"` // Unix seconds
	Told     int64  `json:"told"`
}

type toldDay struct {
	Day  app.Day `json:"day"`
	Told int64   `json:"told"`
}

const (
	// callsKept is for how long a call is kept as told after its hour and after
	// it was told, should it still stand unmet: once a season it may be told
	// again.
	callsKept = 92 * 24 * time.Hour
	// daysKept is for how long a morning is.
	daysKept = 7 * 24 * time.Hour
	// trusted is how far ahead of now something can have been told by a clock
	// that was merely corrected. What lies further ahead was told by a clock that
	// was wrong, at a moment when it was not due, and is told again.
	trusted = 24 * time.Hour
)

// forget drops what need not, or must not, be known any more.
func (m *memory) forget(now time.Time) {
	stale := func(told int64, kept time.Duration) bool {
		at := time.Unix(told, 0)
		return at.After(now.Add(trusted)) || at.Before(now.Add(-kept))
	}
	m.Calls = slices.DeleteFunc(slices.Clone(m.Calls), func(c toldCall) bool { return stale(c.Told, callsKept) })
	m.Mornings = slices.DeleteFunc(slices.Clone(m.Mornings), func(d toldDay) bool { return stale(d.Told, daysKept) })
}

// tell notes that a call was told, and returns whether it was not before.
func (m *memory) tell(a appointment, now time.Time) bool {
	due := a.due.Unix()
	if slices.ContainsFunc(m.Calls, func(c toldCall) bool { return c.Customer == a.customer && c.Due == due }) {
		return false
	}
	m.Calls = append(m.Calls, toldCall{a.customer, due, now.Unix()})
	return true
}

// greet notes that a day's number was told, and returns whether it was not
// before.
func (m *memory) greet(day app.Day, now time.Time) bool {
	if slices.ContainsFunc(m.Mornings, func(d toldDay) bool { return d.Day == day }) {
		return false
	}
	m.Mornings = append(m.Mornings, toldDay{day, now.Unix()})
	return true
}

func (m *memory) same(other memory) bool {
	return slices.Equal(m.Calls, other.Calls) && slices.Equal(m.Mornings, other.Mornings)
}

// remember reads what was told before the program started.
func (r *Reminders) remember(ctx context.Context) error {
	if r.told != nil {
		return nil
	}
	kept, err := r.book.Kept(ctx, keptAs)
	if err != nil {
		return err
	}
	told := new(memory)
	if kept != nil && json.Unmarshal(kept, told) != nil {
		// Telling something twice does less harm than telling nothing.
		told = new(memory)
	}
	r.told = told
	return nil
}

func (r *Reminders) keep(ctx context.Context) error {
	value, err := json.Marshal(r.told)
	if err != nil {
		return fmt.Errorf("keep reminders: %w", err)
	}
	return r.book.Keep(ctx, keptAs, value)
}
