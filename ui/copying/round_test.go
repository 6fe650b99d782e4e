package copying_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"ringback.app/app/backups"
	"ringback.app/ui/copying"
	"ringback.app/ui/pagetest"
)

// desk is a shelf, a window and a clock in one.
type desk struct {
	waits time.Duration // until the next look; 0: none is waited for
	ring  func()
	err   error
	looks int
	said  []error
	fault bool
}

func (d *desk) Keep(ctx context.Context) (backups.Copy, error) {
	d.looks++
	if d.fault {
		panic("a fault of ours")
	}
	return backups.Copy{}, errors.Join(d.err, ctx.Err())
}

func (d *desk) Failed(err error) { d.said = append(d.said, err) }

func (d *desk) after(wait time.Duration, do func()) (stop func()) {
	d.waits, d.ring = wait, do
	return func() { d.waits, d.ring = 0, nil }
}

func (d *desk) round() *copying.Round {
	return copying.New(copying.Services{Shelf: d, Window: d, Run: pagetest.AtOnce{}, After: d.after})
}

func TestTheBookIsLookedAtSoonAfterTheStartAndThenEachHour(t *testing.T) {
	d := &desk{}
	r := d.round()
	r.Start()
	if d.looks != 0 || d.waits == 0 || d.waits > 10*time.Second {
		t.Fatalf("after the start: %d looks, the next in %v", d.looks, d.waits)
	}
	d.ring()
	if d.looks != 1 || d.waits != time.Hour {
		t.Errorf("after the first: %d looks, the next in %v", d.looks, d.waits)
	}
	r.Close()
	if d.waits != 0 {
		t.Error("a closed round waits for its next look")
	}
}

func TestWhatFailsEachHourIsSaidOnce(t *testing.T) {
	d := &desk{err: errors.New("full")}
	d.round().Start()
	for range 3 {
		d.ring()
	}
	if len(d.said) != 1 {
		t.Fatalf("said %d times", len(d.said))
	}
	d.err = nil
	d.ring()
	d.err = errors.New("full again")
	d.ring()
	if len(d.said) != 2 {
		t.Errorf("after it went well in between: said %d times", len(d.said))
	}
}

func TestARoundThatWasClosedSaysNothing(t *testing.T) {
	d := &desk{}
	r := d.round()
	r.Start()
	ring := d.ring
	r.Close()
	ring()
	if len(d.said) != 0 || d.waits != 0 {
		t.Errorf("said %v, the next look in %v", d.said, d.waits)
	}
}

func TestAFaultEndsOneLookAndNotTheRound(t *testing.T) {
	d := &desk{fault: true}
	r := copying.New(copying.Services{Shelf: d, Window: d, Run: pagetest.Sturdy{}, After: d.after})
	r.Start()
	d.ring()
	if d.looks != 1 || d.waits != time.Hour || len(d.said) != 1 {
		t.Errorf("%d looks, the next in %v, said %v", d.looks, d.waits, d.said)
	}
}
