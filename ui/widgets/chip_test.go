package widgets_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app/folding"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

func TestEnterTakesTheWordThatIsMeant(t *testing.T) {
	inLight(t)
	known := []string{"quality", "Anna", "price", "prices", "Élan"}
	for typed, tt := range map[string]struct {
		keys []fyne.KeyName
		want string
	}{
		"qua":     {[]fyne.KeyName{fyne.KeyReturn}, "quality"},
		"ann":     {[]fyne.KeyName{fyne.KeyReturn}, "Anna"},
		"elan":    {[]fyne.KeyName{fyne.KeyReturn}, "Élan"},
		"pri":     {[]fyne.KeyName{fyne.KeyReturn}, "pri"}, // two begin so
		"price":   {[]fyne.KeyName{fyne.KeyReturn}, "price"},
		"parking": {[]fyne.KeyName{fyne.KeyReturn}, "parking"},
		"quali":   {[]fyne.KeyName{fyne.KeyUp, fyne.KeyReturn}, "quali"},
		"qual,":   {nil, "qual"},
		"qual":    {nil, "quality"}, // saved without Enter
	} {
		t.Run(typed, func(t *testing.T) {
			f := widgets.NewChipField("theme", func(typed string) []string { return folding.Matching(known, typed) }, nil)
			w := test.NewTempWindow(t, f)
			w.Resize(fyne.NewSize(600, 200))
			pagetest.Keys(w.Canvas(), fyne.KeyTab, fyne.KeyReturn)
			pagetest.Type(w.Canvas(), typed)
			pagetest.Keys(w.Canvas(), tt.keys...)
			if got := f.Values(); !slices.Equal(got, []string{tt.want}) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
