package widgets_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/widgets"
)

func TestWordsAreTypedWithCommasOrTakenFromWhatIsOffered(t *testing.T) {
	known := []string{"quality", "delivery time", "delight"}
	offer := func(typed string) (words []string) {
		for _, k := range known {
			if strings.HasPrefix(k, typed) {
				words = append(words, k)
			}
		}
		return words
	}
	tests := map[string]struct {
		typed string
		keys  []fyne.KeyName
		want  []string
		next  bool // Enter goes on to the next field
	}{
		"as they are":                {"lamps, Parking ,lamps,", nil, []string{"lamps", "Parking"}, false},
		"the first offer with Enter": {"del", []fyne.KeyName{fyne.KeyReturn}, []string{"delivery time"}, false},
		"another offer with Down":    {"lamps, del", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, []string{"lamps", "delight"}, false},
		"their own with Up":          {"del", []fyne.KeyName{fyne.KeyUp, fyne.KeyReturn}, []string{"del"}, false},
		"one letter is no choice":    {"d", []fyne.KeyName{fyne.KeyReturn}, []string{"d"}, false},
		"one with Down, none typed":  {"", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, []string{"quality"}, false},
		"nothing begun goes on":      {"lamps,", []fyne.KeyName{fyne.KeyReturn}, []string{"lamps"}, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			test.NewTempApp(t)
			changed, next := 0, false
			e := widgets.NewWordsEntry("themes", offer, func() { changed++ }, func() { next = true })
			w := test.NewTempWindow(t, e)
			w.Canvas().Focus(e.Entry())
			test.Type(e.Entry(), tt.typed)
			for _, key := range tt.keys {
				e.Entry().TypedKey(&fyne.KeyEvent{Name: key})
			}
			if got := e.Values(); !slices.Equal(got, tt.want) || next != tt.next {
				t.Errorf("%q, next %v", got, next)
			}
			if tt.typed != "" && changed == 0 {
				t.Error("nobody was told")
			}
			e.SetValues([]string{"a", "b"})
			if got := e.Values(); !slices.Equal(got, []string{"a", "b"}) {
				t.Errorf("set, they are %q", got)
			}
		})
	}
}

func TestAHalfTypedNameIsTheOneThatGoesOnWithIt(t *testing.T) {
	known := []string{"Priya", "Anna", "Annika"}
	offer := func(typed string) (words []string) {
		for _, k := range known {
			if strings.HasPrefix(k, typed) {
				words = append(words, k)
			}
		}
		return words
	}
	tests := map[string]struct {
		typed string
		keys  []fyne.KeyName
		want  []string
	}{
		"the only one":        {"Pri", nil, []string{"Priya"}},
		"after another":       {"Zoe, Pri", nil, []string{"Zoe", "Priya"}},
		"whole already":       {"Priya", nil, []string{"Priya"}},
		"one of two":          {"Ann", nil, []string{"Ann"}},
		"nobody known":        {"Zo", nil, []string{"Zo"}},
		"a letter":            {"P", nil, []string{"P"}},
		"their own with Up":   {"Pri", []fyne.KeyName{fyne.KeyUp}, []string{"Pri"}},
		"nothing, all before": {"Zoe,", nil, []string{"Zoe"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			test.NewTempApp(t)
			e := widgets.NewWordsEntry("names", offer, func() {}, func() {}).Whole()
			after := widgets.NewEntry("")
			w := test.NewTempWindow(t, widgets.Column(0, e, after))
			w.Canvas().Focus(e.Entry())
			test.Type(e.Entry(), tt.typed)
			for _, key := range tt.keys {
				e.Entry().TypedKey(&fyne.KeyEvent{Name: key})
			}
			if got := e.Values(); !slices.Equal(got, tt.want) {
				t.Errorf("saved at once, they are %q", got)
			}
			w.Canvas().Focus(after)
			if got := e.Values(); !slices.Equal(got, tt.want) {
				t.Errorf("left, they are %q", got)
			}
		})
	}
}

func TestOffersOfSeveralLinesCoverNothingAndKeepTheirRoom(t *testing.T) {
	inLight(t)
	names := []string{"Anna Virtanen", "Tom", "Mikko", "Sanna-Kaisa", "Jonas Holm"}
	var around *fyne.Container
	e := widgets.NewWordsEntry("names", func(string) []string { return names }, func() {}, func() {}).OnGrown(func() { around.Refresh() })
	below := widgets.NewEntry("below")
	around = widgets.Column(6, e, below)
	w := show(t, fyne.NewSize(180, 400), around)
	before := below.Position().Y
	w.Canvas().Focus(e.Entry())
	open := below.Position().Y
	high := e.Entry().Size().Height
	for _, o := range test.LaidOutObjects(e) {
		if text, ok := o.(*canvas.Text); ok && slices.Contains(names, text.Text) {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(e).Y
			high = max(high, at+o.Size().Height)
		}
	}
	if open <= before || high > open {
		t.Errorf("what is below stood at %v, stands at %v, and the offers reach to %v", before, open, high)
	}
	w.Canvas().Focus(below)
	if below.Position().Y != open {
		t.Error("it jumps back as the offers go")
	}
}
