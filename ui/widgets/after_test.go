package widgets_test

import (
	"testing"
	"time"

	"ringback.app/ui/widgets"
)

func TestNothingComesAfterTheEnd(t *testing.T) {
	clock := &clock{}
	came := 0
	after, end := widgets.After(clock.after).Until()
	after(time.Minute, func() { came++ })
	after(time.Minute, func() { came++ })()
	clock.pass()
	after(time.Minute, func() { came++ })
	end()
	clock.pass()
	if came != 1 {
		t.Errorf("%d came, want the one before the end that was not taken back", came)
	}
}
