package widgets_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

func press(w fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		key := &fyne.KeyEvent{Name: k}
		if held, is := w.(desktop.Keyable); is {
			held.KeyDown(key)
		}
		w.TypedKey(key)
	}
}

func TestKeysMoveThroughPeople(t *testing.T) {
	tests := map[string]struct {
		keys []fyne.KeyName
		want string
	}{
		"down begins with the first":          {[]fyne.KeyName{fyne.KeyDown}, "jan"},
		"down passes over headings":           {[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown}, "huong"},
		"up at the top stays":                 {[]fyne.KeyName{fyne.KeyHome, fyne.KeyUp}, "jan"},
		"end is the last":                     {[]fyne.KeyName{fyne.KeyEnd}, "tom"},
		"down at the end stays":               {[]fyne.KeyName{fyne.KeyEnd, fyne.KeyDown}, "tom"},
		"home comes back":                     {[]fyne.KeyName{fyne.KeyEnd, fyne.KeyHome}, "jan"},
		"page down goes further than one":     {[]fyne.KeyName{fyne.KeyHome, fyne.KeyPageDown}, "tom"},
		"page up goes back further than one":  {[]fyne.KeyName{fyne.KeyEnd, fyne.KeyPageUp}, "jan"},
		"up from the last passes the heading": {[]fyne.KeyName{fyne.KeyEnd, fyne.KeyUp, fyne.KeyUp}, "huong"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			inLight(t)
			var chosen, opened []string
			people := widgets.NewPeople(func(key string) { chosen = append(chosen, key) }, func(key string) { opened = append(opened, key) })
			people.SetGroups(todaysGroups())
			show(t, fyne.NewSize(340, 620), people)
			press(people, tt.keys...)
			if people.Chosen() != tt.want || chosen[len(chosen)-1] != tt.want {
				t.Errorf("chosen %q, told %v, want %q", people.Chosen(), chosen, tt.want)
			}
			press(people, fyne.KeyReturn)
			if len(opened) != 1 || opened[0] != tt.want {
				t.Errorf("opened %v, want %q", opened, tt.want)
			}
		})
	}
}

func TestWhoeverIsChosenStaysChosenInANewList(t *testing.T) {
	inLight(t)
	told := 0
	people := widgets.NewPeople(func(string) { told++ }, nil)
	people.SetGroups(todaysGroups())
	if !people.Choose("maija") || people.Choose("nobody") || !people.Choose("maija") {
		t.Fatal("maija is there and nobody is not")
	}
	people.SetGroups(todaysGroups()[2:])
	if people.Chosen() != "maija" {
		t.Errorf("chosen %q after others came", people.Chosen())
	}
	people.SetGroups(todaysGroups()[:1])
	if people.Chosen() != "" || people.First() != "jan" || people.Len() != 1 {
		t.Errorf("chosen %q, first %q, of %d", people.Chosen(), people.First(), people.Len())
	}
	people.SetGroups(nil)
	press(people, fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn)
	if people.First() != "" || told != 0 {
		t.Errorf("an empty list names %q, and told %d times", people.First(), told)
	}
}

func TestATableHasObjectsOnlyForWhatIsInSight(t *testing.T) {
	inLight(t)
	asked := map[int]bool{}
	var at int
	table := widgets.NewTable([]widgets.ColumnSpec{{Title: "Name", Weight: 1}}, func(row int) { at = row }, nil)
	table.SetRows(100_000, func(row int) []string {
		asked[row] = true
		return []string{fmt.Sprint("row ", row)}
	})
	w := show(t, fyne.NewSize(300, 480), table)
	if len(asked) > 14 {
		t.Errorf("asked for %d rows to show 10", len(asked))
	}
	press(table, fyne.KeyEnd)
	if at != 99_999 || !slices.Contains(written(w.Content()), "row 99999") {
		t.Errorf("End goes to %d and shows %q", at, written(w.Content()))
	}
	press(table, fyne.KeyHome)
	if at != 0 || !slices.Contains(written(w.Content()), "row 0") {
		t.Errorf("Home goes to %d and shows %q", at, written(w.Content()))
	}
	table.SetRows(1, func(int) []string { return []string{"alone"} })
	if got := written(w.Content()); !slices.Equal(got, []string{"alone"}) || table.Chosen() != -1 {
		t.Errorf("shows %q, chosen %d", got, table.Chosen())
	}
}

func TestAScoreIsTypedWithDigits(t *testing.T) {
	tests := map[string]struct {
		typed string
		want  int
	}{
		"seven": {"7", 7}, "ten": {"10", 10}, "nought": {"0", 0}, "the last one counts": {"37", 7}, "one, again": {"101", 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			inLight(t)
			told := -2
			row := widgets.NewScoreRow(func(score int) { told = score })
			w := show(t, fyne.NewSize(500, 80), row)
			w.Canvas().Focus(row)
			strike(w.Canvas(), tt.typed)
			if row.Score() != tt.want || told != tt.want {
				t.Errorf("score %d, told %d, want %d", row.Score(), told, tt.want)
			}
			press(row, fyne.KeyBackspace)
			if row.Score() != -1 || told != -1 {
				t.Errorf("after Backspace: score %d, told %d", row.Score(), told)
			}
		})
	}
}

func TestAChoiceIsMadeByPressAndByArrows(t *testing.T) {
	inLight(t)
	var told []string
	choice := widgets.NewChoice([]widgets.Option{{Key: "3d", Text: "+ 3 days"}, {Key: "1w", Text: "+ 1 week"}}, func(key string) { told = append(told, key) })
	w := show(t, fyne.NewSize(400, 80), choice)
	second := fyne.NewPos(150, 30)
	test.TapCanvas(w.Canvas(), second)
	if choice.Chosen() != "1w" || w.Canvas().Focused() != fyne.Focusable(choice) {
		t.Fatalf("a press chose %q, the focus is on %T", choice.Chosen(), w.Canvas().Focused())
	}
	test.TapCanvas(w.Canvas(), second)
	press(choice, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	if want := []string{"1w", "", "1w", "3d"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
	choice.Must()
	press(choice, fyne.KeyDelete)
	if choice.Chosen() != "3d" {
		t.Errorf("what must be chosen was taken back")
	}
}

func TestKeysNobodyUsesGoToTheWindow(t *testing.T) {
	inLight(t)
	note := widgets.NewNote("", 3)
	line := widgets.NewEntry("")
	button := widgets.NewButton(widgets.Plain, "Copy", nil)
	people := widgets.NewPeople(nil, nil)
	people.SetGroups(todaysGroups())
	w := show(t, fyne.NewSize(400, 500), widgets.Column(4, note, line, button, widgets.Grow(people)))
	var keys, runes []string
	w.Canvas().SetOnTypedKey(func(k *fyne.KeyEvent) { keys = append(keys, string(k.Name)) })
	w.Canvas().SetOnTypedRune(func(r rune) { runes = append(runes, string(r)) })
	for _, f := range []fyne.Focusable{note, line, button, people} {
		w.Canvas().Focus(f)
		press(f, fyne.KeyEscape)
	}
	if len(keys) != 4 {
		t.Errorf("the window got the keys %v", keys)
	}
	test.Type(people, "1")
	test.Type(button, "2")
	test.Type(line, "3")
	if !slices.Equal(runes, []string{"1", "2"}) || line.Text != "3" {
		t.Errorf("the window got %q, the line %q", runes, line.Text)
	}
	if note.AcceptsTab() {
		t.Error("Tab does not leave the note")
	}
}

func TestAnEntryUndoesItsOwnTyping(t *testing.T) {
	inLight(t)
	line := widgets.NewEntry("")
	w := show(t, fyne.NewSize(300, 80), line)
	w.Canvas().Focus(line)
	test.Type(line, "words")
	line.TypedShortcut(&fyne.ShortcutUndo{})
	if line.Text == "words" {
		t.Error("undo left the words")
	}
}

func TestAnEntryThatWasEmptiedHasNothingToUndo(t *testing.T) {
	inLight(t)
	line := widgets.NewEntry("")
	w := show(t, fyne.NewSize(300, 80), line)
	w.Canvas().Focus(line)
	test.Type(line, "words")
	line.SetText("") // they were saved
	for range 10 {
		line.TypedShortcut(&fyne.ShortcutUndo{})
		line.TypedShortcut(&fyne.ShortcutRedo{})
	}
	if line.Text != "" {
		t.Errorf("the entry holds %q", line.Text)
	}
}

func TestAParsedFieldSaysHowItUnderstands(t *testing.T) {
	inLight(t)
	changes := 0
	field := widgets.NewParsedField("By", "", readDay, func() { changes++ })
	w := show(t, fyne.NewSize(300, 140), field)
	height := field.MinSize().Height
	w.Canvas().Focus(field.Entry())

	test.Type(field.Entry(), "fri")
	if day, ok := field.Value(); !ok || day != 5 || !slices.Contains(written(field), "Friday 26 November") {
		t.Errorf("fri is %v, %v; shows %q", day, ok, written(field))
	}
	test.Type(field.Entry(), "x")
	if _, ok := field.Value(); ok || field.Problem() != "" {
		t.Errorf("while typing it complains: %q", field.Problem())
	}
	w.Canvas().Unfocus()
	if field.Problem() == "" || field.Check() {
		t.Error("it does not complain when it is left")
	}
	field.SetText("")
	if _, ok := field.Value(); ok || !field.Check() {
		t.Error("an empty field is a mistake")
	}
	if field.MinSize().Height != height {
		t.Errorf("the field jumped from %v to %v", height, field.MinSize().Height)
	}
	if changes != 5 {
		t.Errorf("told of %d changes of 5", changes)
	}
}

func TestWhatIsWrongHasRoomBelowIt(t *testing.T) {
	inLight(t)
	field := widgets.NewField("Birthday", widgets.NewEntry(""))
	show(t, fyne.NewSize(420, 240), field)
	was := field.MinSize().Height
	field.SetProblem("“soon” is not a day.")
	if room := field.MinSize().Height - was; room < 4 || room > 12 {
		t.Errorf("the sentence has %g below it, want a little room", room)
	}
	field.SetProblem("")
	if left := field.MinSize().Height - was; left != 0 {
		t.Errorf("without a sentence %g of room is left", left)
	}
}

func TestAChipFieldGrowsAndShrinksByTheKeyboard(t *testing.T) {
	inLight(t)
	known := []string{"quality", "quantity", "staff"}
	var told []string
	field := widgets.NewChipField("theme", func(typed string) []string {
		return slices.DeleteFunc(slices.Clone(known), func(k string) bool { return !strings.HasPrefix(k, typed) })
	}, func(values []string) { told = values })
	w := show(t, fyne.NewSize(420, 120), field)
	test.TapCanvas(w.Canvas(), fyne.NewPos(40, 25)) // the add button
	entry, ok := w.Canvas().Focused().(*widgets.Entry)
	if !ok {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	test.Type(entry, "qua")
	if got := written(field); !slices.Contains(got, "quality") || slices.Contains(got, "staff") {
		t.Errorf("offers %q for “qua”", got)
	}
	press(entry, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	test.Type(entry, "parking,")
	test.Type(entry, "quantity")
	press(entry, fyne.KeyReturn)
	if want := []string{"quantity", "parking"}; !slices.Equal(told, want) || !slices.Equal(field.Values(), want) {
		t.Errorf("has %q, told %q, want %q", field.Values(), told, want)
	}
	press(entry, fyne.KeyBackspace)
	test.Type(entry, "half a wo")
	if want := []string{"quantity", "half a wo"}; !slices.Equal(field.Values(), want) {
		t.Errorf("has %q, want %q: what is typed must not be lost", field.Values(), want)
	}
}

func TestASplitThatFoldsShowsOneSideAtATime(t *testing.T) {
	inLight(t)
	left, right, back := widgets.NewText("left", widgets.Body), widgets.NewText("right", widgets.Body), widgets.NewText("back", widgets.Body)
	split := widgets.NewSplit(left, right, 344, nil)
	split.Fold(back)
	w := show(t, fyne.NewSize(900, 332), split)
	if split.Folded() || !left.Visible() || !right.Visible() || back.Visible() {
		t.Fatal("it folds though there is room")
	}
	w.Resize(fyne.NewSize(400, 332))
	if !split.Folded() || left.Visible() || !right.Visible() || !back.Visible() {
		t.Fatal("without room it does not show the right side alone")
	}
	split.ShowLeft(true)
	if !left.Visible() || right.Visible() || back.Visible() {
		t.Error("the left side is not shown alone")
	}
}

func TestASplitIsDraggedWithinItsLimits(t *testing.T) {
	inLight(t)
	moved := float32(0)
	left, right := widgets.NewText("left", widgets.Body), widgets.NewText("right", widgets.Body)
	split := widgets.NewSplit(left, right, 344, func(width float32) { moved = width })
	w := show(t, fyne.NewSize(1032, 332), split)
	test.Drag(w.Canvas(), fyne.NewPos(16+344, 100), 40, 0)
	if moved < 380 || left.Size().Width != moved || split.Width() != moved {
		t.Errorf("moved to %v, the left is %v wide", moved, left.Size().Width)
	}
	test.Drag(w.Canvas(), fyne.NewPos(16+moved, 100), -900, 0)
	if moved != 240 {
		t.Errorf("the left can be %v wide", moved)
	}
}

func TestACheckIsTickedBySpace(t *testing.T) {
	inLight(t)
	told := false
	check := widgets.NewCheck("May quote", widgets.Body, func(checked bool) { told = checked })
	press(check, fyne.KeySpace)
	if !check.Checked() || !told {
		t.Errorf("checked %v, told %v", check.Checked(), told)
	}
	check.Disable()
	press(check, fyne.KeySpace)
	if !check.Checked() {
		t.Error("a disabled box was pressed")
	}
}

func TestASelectTellsKeysAndNotWhatIsSetFromOutside(t *testing.T) {
	inLight(t)
	var told []string
	s := widgets.NewSelect("Choose", []widgets.Option{{Key: "a", Text: "Apology"}, {Key: "r", Text: "Refund"}}, func(key string) { told = append(told, key) })
	s.SetChosen("r")
	if s.Chosen() != "r" || len(told) != 0 {
		t.Errorf("chosen %q, told %q", s.Chosen(), told)
	}
	s.SetChosen("no such")
	if s.Chosen() != "" {
		t.Errorf("chosen %q", s.Chosen())
	}
}

func TestAKeyHeldDownPressesAButtonOnce(t *testing.T) {
	inLight(t)
	pressed := 0
	first := widgets.NewButton(widgets.Plain, "First", nil)
	second := widgets.NewButton(widgets.Plain, "Second", func() { pressed++ })
	w := show(t, fyne.NewSize(300, 120), widgets.Column(0, first, second))
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace} {
		pressed = 0
		w.Canvas().Focus(first)
		pagetest.Keys(w.Canvas(), key)
		w.Canvas().Focus(second) // what the first did led here
		pagetest.Hold(w.Canvas(), key)
		if pressed != 0 {
			t.Errorf("%s went down elsewhere, and pressed it", key)
		}
		pagetest.Keys(w.Canvas(), key)
		pagetest.Hold(w.Canvas(), key)
		if pressed != 1 {
			t.Errorf("%s pressed it %d times", key, pressed)
		}
	}
}
