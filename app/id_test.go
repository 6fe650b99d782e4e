package app_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"ringback.app/app"
)

func TestAClockBefore1970GivesIDs(t *testing.T) {
	now := time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	ids := app.NewIDs(func() time.Time { return now }, rand.NewChaCha8([32]byte{}))
	first := ids.Next()
	if second := ids.Next(); second.Compare(first) <= 0 {
		t.Errorf("%s comes before %s", second, first)
	}
	now = time.Unix(1, 0)
	if third := ids.Next(); first.Compare(third) >= 0 {
		t.Errorf("%s of 1904 comes after %s of 1970", first, third)
	}
}
