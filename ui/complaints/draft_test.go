package complaints_test

import (
	"testing"
	"time"

	"ringback.app/ui/execute"
)

// lateFirst lets the first work wait until it is told to go on.
type lateFirst struct {
	execute.Executor
	first func()
}

func (l *lateFirst) Go(work func()) {
	if l.first == nil {
		l.first = work
		return
	}
	work()
}

func TestWhatIsTypedBeforeTheDraftsWereReadCostsNoneOfThem(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.Add(-2*time.Hour))
	s.complaint(2, "Tom Bell", "The lamp hums.", morning.Add(-time.Hour))
	d := begin(t, s)
	d.page.Open(id(101))
	d.keys("2")
	d.keys("Swap the ch")
	d.pass(time.Second)

	late := &lateFirst{Executor: execute.AtOnce()}
	s.run = late
	again := begin(t, s) // the program was killed
	again.page.Open(id(102))
	again.keys("2")
	again.keys("Send ano")
	again.pass(time.Second)
	late.first()
	again.pass(time.Second)

	s.run = nil
	for n, words := range map[int]string{101: "[Swap the ch]", 102: "[Send ano]"} {
		third := begin(t, s) // and once more
		third.page.Open(id(n))
		third.keys("2")
		third.sees(words)
	}
}
