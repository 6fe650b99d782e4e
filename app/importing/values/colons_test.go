package values_test

import (
	"testing"

	"ringback.app/app/importing/values"
)

func TestAnAmountMayHaveAColonBeforeItsCents(t *testing.T) {
	for text, want := range map[string]int64{"80:50": 8050, "322:00": 32200, "1 250:50": 125050, "1.250:50": 125050, "80:50 kr": 8050, "1 250 000:50": 125000050, "12 500 000:00": 1250000000, "kr. 1.250.000:50": 125000050, "-80:50": -8050, "8:75": 875} {
		for _, point := range []values.Point{values.NoPoint, values.Comma, values.Dot} {
			a, err := values.ParseAmount(text, point)
			if got, _ := a.In(2); err != nil || got != want {
				t.Errorf("%s: %d, %v", text, got, err)
			}
		}
	}
	for _, text := range []string{"12:30", "8:05", "12:30:45", "12:30 PM", "80:5", "80:500", ":50"} {
		if a, err := values.ParseAmount(text, values.NoPoint); err == nil {
			t.Errorf("%s: %v", text, a)
		}
	}
	if a, err := values.ParseQuantity("80:50", values.NoPoint); err == nil {
		t.Errorf("so many things: %v", a)
	}
}
