package pagetest

// Slow is an Executor whose work waits, while it is told to, until it is let
// through.
type Slow struct {
	Waits  bool
	Closed bool // nothing comes back to the UI goroutine any more
	work   []func()
}

// Go runs the work, or keeps it waiting.
func (s *Slow) Go(work func()) {
	if s.Waits {
		s.work = append(s.work, work)
		return
	}
	work()
}

// UI runs the work at once.
func (s *Slow) UI(work func()) {
	if !s.Closed {
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
