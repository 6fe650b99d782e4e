package importing

import (
	"testing"

	"ringback.app/app/importing/vcards"
)

func TestAFaultInReadingAheadIsThatOfWhoWaits(t *testing.T) {
	a := readAhead(&vcards.Reader{}) // one that was never made: reading from it is a fault
	defer a.stop()
	defer func() {
		if recover() == nil {
			t.Error("who waits was not told of the fault")
		}
	}()
	card, err := a.next()
	t.Errorf("read %v, %v", card, err)
}
