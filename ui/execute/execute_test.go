package execute_test

import (
	"testing"
	"time"

	"ringback.app/ui/execute"
)

func TestWorkThatPanicsBesideTheWindowIsToldOf(t *testing.T) {
	told := make(chan any, 1)
	execute.Aside(func(thrown any) { told <- thrown }).Go(func() { panic("a fault") })
	select {
	case thrown := <-told:
		if thrown != "a fault" {
			t.Errorf("told of %v", thrown)
		}
	case <-time.After(time.Minute):
		t.Error("nobody was told")
	}
}
