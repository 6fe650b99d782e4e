package kept_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/kept"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
)

var now = time.Date(2026, 11, 20, 10, 12, 0, 0, time.UTC)

// promised is a complaint with three promises, the second of which is kept.
func promised() app.Complaint {
	return app.Complaint{Promises: []app.Promise{
		{What: "Swap the\nchair", By: now.Add(2 * time.Hour)}, {What: "Call back", Kept: now}, {What: "Send a voucher"},
	}}
}

func TestEachOpenPromiseCountsAsKeptUntilSpaceUnticksIt(t *testing.T) {
	say := pagetest.Begin(t, theme.Light)
	touched := 0
	boxes := kept.New(promised(), say, now, func() { touched++ })
	w := test.NewWindow(boxes.Content())
	defer w.Close()
	w.Resize(fyne.NewSize(600, 200))
	pagetest.Sees(t, boxes.Content(), "Kept: Swap the chair (by 12:12)", "Kept: Send a voucher")
	pagetest.Misses(t, boxes.Content(), "Call back")
	if got := boxes.Kept(); !slices.Equal(got, []int{0, 2}) || boxes.Open() != "" {
		t.Fatalf("kept %v, open %q", got, boxes.Open())
	}
	pagetest.Keys(w.Canvas(), fyne.KeyTab, fyne.KeyTab, fyne.KeySpace)
	if got := boxes.Kept(); !slices.Equal(got, []int{0}) || boxes.Open() != "2" || touched != 1 {
		t.Errorf("kept %v, open %q, touched %d times", got, boxes.Open(), touched)
	}
}

func TestWhatStaysOpenComesBack(t *testing.T) {
	say := pagetest.Begin(t, theme.Light)
	untouched := func() { t.Error("touched") }
	for open, want := range map[string][]int{"": {0, 2}, "0": {2}, "0,2": nil, "1,2": {0}} {
		boxes := kept.New(promised(), say, now, untouched)
		boxes.SetOpen(open)
		if got := boxes.Kept(); !slices.Equal(got, want) {
			t.Errorf("of %q: kept %v, want %v", open, got, want)
		}
	}
}

func TestWhereNothingIsPromisedThereIsNothingToTick(t *testing.T) {
	boxes := kept.New(app.Complaint{}, pagetest.Begin(t, theme.Light), now, nil)
	if boxes.Content() != nil || boxes.Kept() != nil || boxes.Open() != "" {
		t.Errorf("%v, %v, %q", boxes.Content(), boxes.Kept(), boxes.Open())
	}
}
