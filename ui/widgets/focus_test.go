package widgets_test

import (
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// strike presses keys as a person does in a real window: it sends each as a key,
// and then as a letter to whatever has the focus by then.
func strike(c fyne.Canvas, text string) {
	for _, r := range text {
		name := fyne.KeyName(strings.ToUpper(string(r)))
		if r == ' ' {
			name = fyne.KeySpace
		}
		if c.Focused() != nil {
			pagetest.Keys(c, name)
		}
		if f := c.Focused(); f != nil {
			f.TypedRune(r)
		}
	}
}

func TestSpaceOnAChipRemovesOneWordAtATime(t *testing.T) {
	tests := map[string]struct {
		spaces int
		want   []string
	}{
		"once":                           {1, []string{"b", "c"}},
		"twice goes on to the next":      {2, []string{"c"}},
		"thrice takes the last away":     {3, nil},
		"once more begins another word":  {4, nil},
		"and then a space is just typed": {6, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			inLight(t)
			field := widgets.NewChipField("theme", nil, nil)
			field.SetValues([]string{"a", "b", "c"})
			w := show(t, fyne.NewSize(420, 120), field)
			w.Canvas().FocusNext()
			strike(w.Canvas(), strings.Repeat(" ", tt.spaces))
			if !slices.Equal(field.Values(), tt.want) {
				t.Errorf("left are %q, want %q", field.Values(), tt.want)
			}
			if w.Canvas().Focused() == nil {
				t.Error("the focus is nowhere")
			}
		})
	}
}

func TestDeleteAndBackspaceTakeTheWordAwayThatHasTheFocus(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyDelete, fyne.KeyBackspace} {
		t.Run(string(key), func(t *testing.T) {
			inLight(t)
			field := widgets.NewChipField("theme", nil, nil)
			field.SetValues([]string{"a", "b", "c"})
			w := show(t, fyne.NewSize(420, 120), field)
			press := func() { pagetest.Keys(w.Canvas(), key) }
			w.Canvas().FocusNext()
			w.Canvas().FocusNext()
			press()
			if want := []string{"a", "c"}; !slices.Equal(field.Values(), want) {
				t.Fatalf("left are %q, want %q", field.Values(), want)
			}
			press()
			press()
			press() // the button that adds words has the focus, and stays
			if left := field.Values(); len(left) > 0 || w.Canvas().Focused() == nil {
				t.Errorf("left are %q, and %v has the focus", left, w.Canvas().Focused())
			}
		})
	}
}

func TestTheLastWordRemovedLeavesTheFocusOnTheButton(t *testing.T) {
	inLight(t)
	field := widgets.NewChipField("theme", nil, nil)
	field.SetValues([]string{"a", "b"})
	w := show(t, fyne.NewSize(420, 120), field)
	w.Canvas().FocusNext()
	w.Canvas().FocusNext()
	strike(w.Canvas(), "  ") // b, and then a, which is the last one there is
	strike(w.Canvas(), " words,")
	if want := []string{"words"}; !slices.Equal(field.Values(), want) {
		t.Errorf("has %q, want %q", field.Values(), want)
	}
}

func TestWordsTypedAfterEscapeGoNowhere(t *testing.T) {
	inLight(t)
	field := widgets.NewChipField("theme", nil, nil)
	w := show(t, fyne.NewSize(420, 120), field)
	w.Canvas().FocusNext()
	strike(w.Canvas(), " abc")
	press(w.Canvas().Focused(), fyne.KeyEscape)
	strike(w.Canvas(), "ghost")
	if got := field.Values(); len(got) > 0 {
		t.Errorf("has %q, typed where nothing is to be seen", got)
	}
	strike(w.Canvas(), " seen")
	if want := []string{"seen"}; !slices.Equal(field.Values(), want) {
		t.Errorf("the button did not have the focus: %q, want %q", field.Values(), want)
	}
}

func TestAWordLeftByEscapeComesBackWithTheButton(t *testing.T) {
	inLight(t)
	field := widgets.NewChipField("theme", nil, nil)
	var typed []string
	field.OnTyped(func() { typed = field.Values() })
	w := show(t, fyne.NewSize(420, 120), field)
	w.Canvas().FocusNext()
	strike(w.Canvas(), " a whole sentence, ")
	strike(w.Canvas(), "half a word")
	if want := []string{"a whole sentence", "half a word"}; !slices.Equal(typed, want) {
		t.Errorf("told of %q, want %q", typed, want)
	}
	press(w.Canvas().Focused(), fyne.KeyEscape)
	if want := []string{"a whole sentence"}; !slices.Equal(typed, want) {
		t.Errorf("told of %q after Escape, want %q", typed, want)
	}
	strike(w.Canvas(), " ")
	press(w.Canvas().Focused(), fyne.KeyEnd, fyne.KeyReturn)
	if want := []string{"a whole sentence", "half a word"}; !slices.Equal(field.Values(), want) {
		t.Errorf("has %q, want %q", field.Values(), want)
	}
	field.OnTyped(func() { t.Error("setting the words is no typing") })
	field.SetValues(nil)
}

func TestTheSpaceThatPressedAButtonIsNotTyped(t *testing.T) {
	inLight(t)
	line := widgets.NewEntry("")
	var w fyne.Window
	save := widgets.NewButton(widgets.Plain, "Save", func() { w.Canvas().Focus(line) })
	w = show(t, fyne.NewSize(300, 120), widgets.Column(4, save, line))
	w.Canvas().Focus(save)
	strike(w.Canvas(), " so it is")
	if line.Text != "so it is" {
		t.Errorf("typed %q", line.Text)
	}
	w.Canvas().Unfocus()
	w.Canvas().Focus(line)
	strike(w.Canvas(), " ")
	if line.Text != "so it is " {
		t.Errorf("a space typed into the line is %q", line.Text)
	}
}

func TestTheKeysStayWithinAMenu(t *testing.T) {
	test.NewTempApp(t)
	done := ""
	item := func(text string) widgets.MenuItem {
		return widgets.MenuItem{Text: text, Do: func() { done += text }}
	}
	menu := widgets.NewMenu([]widgets.MenuItem{item("a"), {}, item("b"), item("c")})
	below := widgets.NewButton(widgets.Plain, "below", func() { done += "below" })
	w := test.NewTempWindow(t, widgets.Column(0, below, menu))
	w.Canvas().Focus(menu.First())
	for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyReturn, fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn} {
		pagetest.Keys(w.Canvas(), key)
	}
	if done != "cacb" {
		t.Errorf("did %q", done)
	}
}

func TestTheFocusIsSeenWhereverItIs(t *testing.T) {
	type focusable interface {
		fyne.Focusable
		fyne.CanvasObject
	}
	for name, make := range map[string]func() focusable{
		"the page on show": func() focusable {
			item := widgets.NewRailItem(theme.IconPhone, "Today", nil)
			item.SetCurrent(true)
			return item
		},
		"a list in which nobody is chosen": func() focusable {
			people := widgets.NewPeople(nil, nil)
			people.SetGroups(todaysGroups())
			return people
		},
		"a table, too": func() focusable {
			table := widgets.NewTable([]widgets.ColumnSpec{{Title: "Name", Weight: 1}}, nil, nil)
			table.SetRows(3, func(int) []string { return []string{"Maija"} })
			return table
		},
	} {
		t.Run(name, func(t *testing.T) {
			inLight(t)
			w := make()
			window := show(t, fyne.NewSize(320, 240), w)
			before := window.Canvas().Capture()
			window.Canvas().Focus(w)
			if differing(before, window.Canvas().Capture()) < 80 {
				t.Error("nobody sees that it has the focus")
			}
			window.Canvas().Unfocus()
			if n := differing(before, window.Canvas().Capture()); n != 0 {
				t.Errorf("%d points still show the focus", n)
			}
		})
	}
}

// The least contrast of what shows the focus that WCAG 2.2 asks for (1.4.11 and
// 2.4.13).
const leastOfFocus = 3

func TestTheFocusStandsOutFromWhatWasThereBefore(t *testing.T) {
	type focusable interface {
		fyne.Focusable
		fyne.CanvasObject
	}
	for name, make := range map[string]func() focusable{
		"a plain button":      func() focusable { return widgets.NewButton(widgets.Plain, "Copy", nil) },
		"the primary button":  func() focusable { return widgets.NewButton(widgets.Primary, "Call", nil) },
		"a quiet button":      func() focusable { return widgets.NewButton(widgets.Quiet, "home", nil) },
		"an item of the rail": func() focusable { return widgets.NewRailItem(theme.IconPhone, "Today", nil) },
		"the page on show": func() focusable {
			item := widgets.NewRailItem(theme.IconPhone, "Today", nil)
			item.SetCurrent(true)
			return item
		},
		"a word to take away": func() focusable { return widgets.NewChip("chairs", nil).(focusable) },
		"a box to tick":       func() focusable { return widgets.NewCheck("Serious", widgets.Body, nil) },
		"a ticked box": func() focusable {
			box := widgets.NewCheck("Serious", widgets.Body, nil)
			box.SetChecked(true)
			return box
		},
		"a choice": func() focusable {
			return widgets.NewChoice([]widgets.Option{{Key: "a", Text: "a week"}, {Key: "b", Text: "a month"}}, nil)
		},
		"a chosen score": func() focusable {
			score := widgets.NewScoreRow(nil)
			score.SetScore(6)
			return score
		},
		"a field": func() focusable { return widgets.NewEntry("") },
	} {
		t.Run(name, func(t *testing.T) {
			inLooks(t, func(t *testing.T, _ theme.Look) {
				w := make()
				window := show(t, fyne.NewSize(480, 120), widgets.Row(0, w))
				before := window.Canvas().Capture()
				window.Canvas().Focus(w)
				// Each side of the smallest, a box, with a line of a point.
				if n := standingOut(before, window.Canvas().Capture()); n < 4*18 {
					t.Errorf("%d points stand out", n)
				}
			})
		})
	}
}

// standingOut counts the points that have enough contrast with what they were.
func standingOut(before, after image.Image) (points int) {
	for y := range before.Bounds().Dy() {
		for x := range before.Bounds().Dx() {
			if contrast(before.At(x, y), after.At(x, y)) >= leastOfFocus {
				points++
			}
		}
	}
	return points
}

// contrast is the ratio that WCAG 2.2 defines.
func contrast(a, b color.Color) float64 {
	brighter, darker := luminance(a), luminance(b)
	return (max(brighter, darker) + 0.05) / (min(brighter, darker) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(channel uint32) float64 {
		v := float64(channel) / 0xffff
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// differing counts the points that are clearly another in one picture than in
// the other.
func differing(a, b image.Image) (points int) {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			r, g, _, _ := a.At(x, y).RGBA()
			s, h, _, _ := b.At(x, y).RGBA()
			if max(r, s)-min(r, s)+max(g, h)-min(g, h) > 0x5000 {
				points++
			}
		}
	}
	return points
}
