package pagetest

import "slices"

// Slow is an Executor whose work waits, while it is told to, until it is let
// through.
type Slow struct {
	Waits  bool
	Closed bool // nothing comes back to the UI goroutine any more
	Late   bool // what comes back waits, too
	work   []func()
	back   []func()
}

// Go runs the work, or keeps it waiting.
func (s *Slow) Go(work func()) {
	if s.Waits {
		s.work = append(s.work, work)
		return
	}
	work()
}

// UI runs the work at once, or keeps it waiting.
func (s *Slow) UI(work func()) {
	switch {
	case s.Closed:
	case s.Late:
		s.back = append(s.back, work)
	default:
		work()
	}
}

// BringBack lets through what waited to come back, in its order or the other way
// round: answers come in any.
func (s *Slow) BringBack(backwards bool) {
	back := s.back
	s.Late, s.back = false, nil
	if backwards {
		slices.Reverse(back)
	}
	for _, work := range back {
		work()
	}
}

// CatchUp lets all work through that waits, and all that it asks for.
func (s *Slow) CatchUp() {
	for len(s.work) > 0 {
		next := s.work[0]
		s.work = s.work[1:]
		next()
	}
}

// AtOnce is an Executor that runs everything where it is called, before it returns.
type AtOnce struct{}

// Go runs the work.
func (AtOnce) Go(work func()) { work() }

// UI runs the work.
func (AtOnce) UI(work func()) { work() }

// Sturdy is an Executor that runs everything at once, and goes on where work panics,
// as the real window does.
type Sturdy struct{}

// Go runs the work.
func (Sturdy) Go(work func()) {
	defer func() { _ = recover() }()
	work()
}

// UI runs the work at once.
func (Sturdy) UI(work func()) { work() }
