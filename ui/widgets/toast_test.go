package widgets_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// clock waits until the test says so.
type clock struct {
	calls []*func()
	wait  time.Duration // of the last one
}

func (c *clock) after(d time.Duration, call func()) func() {
	c.wait = d
	mine := &call
	c.calls = append(c.calls, mine)
	return func() { c.calls = slices.DeleteFunc(c.calls, func(o *func()) bool { return o == mine }) }
}

// tick calls what was asked for first, which is the shortest wait of a toast.
func (c *clock) tick() {
	call := c.calls[0]
	c.calls = c.calls[1:]
	(*call)()
	c.calls = append(c.calls[len(c.calls)-1:], c.calls[:len(c.calls)-1]...)
}

func (c *clock) pass() {
	due := c.calls
	c.calls = nil
	for _, call := range due {
		(*call)()
	}
}

func TestAToastGoesByItselfAndLaterUnderThePointer(t *testing.T) {
	inLight(t)
	clock := &clock{}
	toasts := widgets.NewToasts(clock.after)
	entry := widgets.NewEntry("")
	w := show(t, fyne.NewSize(800, 300), container.NewStack(widgets.Column(0, entry), toasts))
	w.Canvas().Focus(entry)
	undone := 0
	toasts.Say(widgets.Toast{Text: "Saved", Action: "Undo", Do: func() { undone++ }})
	if w.Canvas().Focused() != fyne.Focusable(entry) {
		t.Error("the toast took the focus")
	}
	usual := clock.wait
	test.MoveMouse(w.Canvas(), fyne.NewPos(60, 220))
	if clock.wait <= 2*usual {
		t.Errorf("under the pointer the toast stays for %v", clock.wait)
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(300, 100))
	if clock.wait != usual {
		t.Errorf("after the pointer it stays for %v, not %v", clock.wait, usual)
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(60, 220)) // where the pointer is left
	clock.pass()
	if len(toasts.Texts()) != 0 || undone != 0 {
		t.Errorf("still says %q", toasts.Texts())
	}
}

func TestTheNewestToastTakesThePlaceOfTheOneBeforeButNotOfAnAlarm(t *testing.T) {
	inLight(t)
	toasts := widgets.NewToasts((&clock{}).after)
	show(t, fyne.NewSize(500, 300), toasts)
	for _, one := range []widgets.Toast{{Text: "a"}, {Text: "b"}, {Text: "full", Alarm: true}, {Text: "c"}, {Text: "d"}} {
		toasts.Say(one)
	}
	if want := []string{"full", "d"}; !slices.Equal(toasts.Texts(), want) {
		t.Errorf("shows %q, want %q", toasts.Texts(), want)
	}
}

func TestAnAlarmThatWasReadGivesWayToWhatWentWellThereSince(t *testing.T) {
	inLight(t)
	for name, tt := range map[string]struct {
		after  int // looks, seven to a second
		about  any
		stands bool
	}{
		"a second later":     {7, "note", false},
		"in the same deed":   {3, "note", true},
		"elsewhere":          {7, "list", true},
		"nobody knows where": {7, nil, true},
	} {
		t.Run(name, func(t *testing.T) {
			clock := &clock{}
			toasts := widgets.NewToasts(clock.after)
			show(t, fyne.NewSize(500, 300), toasts)
			toasts.Say(widgets.Toast{Text: "full", Alarm: true, About: "note"})
			for range tt.after {
				clock.tick()
			}
			toasts.Say(widgets.Toast{Text: "Saved", About: tt.about})
			if stands := slices.Contains(toasts.Texts(), "full"); stands != tt.stands || !slices.Contains(toasts.Texts(), "Saved") {
				t.Errorf("shows %q", toasts.Texts())
			}
		})
	}
}

func TestTheKeyOnAToastDoesWhatItOffers(t *testing.T) {
	inLight(t)
	toasts := widgets.NewToasts((&clock{}).after)
	show(t, fyne.NewSize(500, 300), toasts)
	undone := 0
	toasts.Say(widgets.Toast{Text: "Saved", Action: "Undo", Key: "Ctrl Z", Do: func() { undone++ }})
	if toasts.Act("Ctrl Y") || !toasts.Act("Ctrl Z") || toasts.Act("Ctrl Z") || undone != 1 {
		t.Errorf("undone %d times", undone)
	}
}

func TestToastsCoverNothingThatIsWorkedWith(t *testing.T) {
	const header = 52
	long := widgets.Toast{Text: "1 promised call came due while you were away. They are at the top of today’s list.", Action: "Today", Do: func() {}}
	for name, tt := range map[string]struct {
		scale float32
		size  fyne.Size
		onTop bool
	}{
		"the usual window":                    {1, fyne.NewSize(1180, 760), false},
		"a small window":                      {1, fyne.NewSize(800, 600), false},
		"large text in a small window":        {1.5, fyne.NewSize(800, 600), true},
		"the largest text in a small window":  {2, fyne.NewSize(800, 600), true},
		"the largest text in a larger window": {2, fyne.NewSize(1600, 1000), false},
	} {
		t.Run(name, func(t *testing.T) {
			test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light, tt.scale))
			toasts := widgets.NewToasts((&clock{}).after)
			w := show(t, tt.size, toasts)
			toasts.Say(long)
			var at fyne.Position
			var size fyne.Size
			for _, o := range test.LaidOutObjects(w.Content()) {
				words, ok := o.(*widgets.Paragraph)
				if ok && words.Text() == long.Text {
					at, size = fyne.CurrentApp().Driver().AbsolutePositionForObject(words), words.Size()
				}
			}
			if size.IsZero() {
				t.Fatal("it is not on show")
			}
			if tt.onTop {
				if at.Y > header*tt.scale || at.Y+size.Height > 2*header*tt.scale || at.X < 0 || at.X+size.Width > tt.size.Width {
					t.Errorf("it is at %v, %v large", at, size)
				}
				return
			}
			if list := (56 + 240) * tt.scale; at.X+size.Width > max(list, 0.42*tt.size.Width) || at.Y < tt.size.Height/2 {
				t.Errorf("it is at %v, %v large", at, size)
			}
		})
	}
}

func TestAToastGivesWayToWhatHasTheKeyboard(t *testing.T) {
	for name, size := range map[string]fyne.Size{"at the bottom": fyne.NewSize(1180, 400), "across the header": fyne.NewSize(600, 400)} {
		t.Run(name, func(t *testing.T) {
			inLight(t)
			clock := &clock{}
			toasts := widgets.NewToasts(clock.after)
			var entries []fyne.CanvasObject
			for range 9 {
				entries = append(entries, widgets.NewEntry(""))
			}
			w := show(t, size, container.NewStack(container.NewGridWithRows(len(entries), entries...), toasts))
			where := fyne.CurrentApp().Driver().AbsolutePositionForObject
			covers := func(o fyne.CanvasObject) bool {
				for _, laid := range test.LaidOutObjects(w.Content()) {
					if words, ok := laid.(*widgets.Paragraph); ok && words.Text() == "Saved" {
						from, to := where(words).Y, where(words).Y+words.Size().Height
						return from < where(o).Y+o.Size().Height && where(o).Y < to
					}
				}
				t.Fatal("it is not on show")
				return false
			}
			toasts.Say(widgets.Toast{Text: "Saved"})
			usual := -1
			for i, e := range entries {
				if covers(e) {
					usual = i
				}
			}
			if usual < 0 {
				t.Fatal("it covers nothing: the test shows nothing")
			}
			toasts.Say(widgets.Toast{Text: "Saved"})
			for i, e := range entries { // the keyboard goes through them while it is on show
				w.Canvas().Focus(e.(fyne.Focusable))
				clock.tick()
				if covers(e) {
					t.Errorf("it covers field %d", i)
				}
			}
			w.Canvas().Unfocus()
			clock.tick()
			if !covers(entries[usual]) {
				t.Error("it does not come back")
			}
			w.Canvas().Focus(entries[usual].(fyne.Focusable))
			toasts.Say(widgets.Toast{Text: "Saved"})
			if covers(entries[usual]) {
				t.Error("it comes over what has the keyboard")
			}
		})
	}
}

func TestALongNameMakesNoTallToastButWhatWentWrongIsSaidInFull(t *testing.T) {
	inLight(t)
	high := func(toast widgets.Toast) float32 {
		clock := &clock{}
		toasts := widgets.NewToasts(clock.after)
		show(t, fyne.NewSize(800, 600), container.NewStack(toasts))
		toasts.Say(toast)
		var size fyne.Size
		for _, o := range test.WidgetRenderer(toasts).Objects()[0].(*fyne.Container).Objects {
			size = o.Size()
		}
		return size.Height
	}
	name := strings.Repeat("Maija Korhonen ", 20)
	one, long, alarm := high(widgets.Toast{Text: "x"}), high(widgets.Toast{Text: name}), high(widgets.Toast{Text: name, Alarm: true})
	if one == 0 || long > one+80 || alarm < long+40 {
		t.Errorf("%v high with a word, %v with a name of %d letters, %v with an alarm", one, long, len(name), alarm)
	}
}
