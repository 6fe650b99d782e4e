package review_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// number gives the keyboard to the tile, bar or line with that text.
func (s *stage) number(text string) fyne.Focusable {
	s.t.Helper()
	f := s.find(text).(fyne.Focusable)
	s.canvas.Focus(f)
	return f
}

// find returns the tile, bar or line with that text, or what somebody said.
func (s *stage) find(text string) fyne.CanvasObject {
	s.t.Helper()
	for _, o := range test.LaidOutObjects(s.Content()) {
		_, focusable := o.(fyne.Focusable)
		if _, tappable := o.(fyne.Tappable); focusable && tappable && pagetest.Has(o, text) {
			return o
		}
	}
	s.t.Fatalf("there is no number %q:\n%s", text, pagetest.Texts(s.Content()))
	return nil
}

func (s *stage) lastAsked() review.Question { return s.asked[len(s.asked)-1] }

func TestTheWordsBehindTheFirstThemeAreOnShow(t *testing.T) {
	s := begin(t)
	pagetest.Sees(t, s.Content(), "“delivery time”", "“Άργησε πολύ.”", "Ελένη Παπαδοπούλου · 18 Nov · 3", "open", "1 – 20 Nov, beside the 20 days before, 12 – 31 Oct")
	if s.lastAsked() != (review.Question{About: review.AboutTheme, Name: "delivery time"}) {
		t.Errorf("asked for %v", s.asked)
	}
	if s.periods[0] != reviewtest.Month() {
		t.Errorf("reviewed %v", s.periods)
	}
}

func TestEveryNumberLeadsToTheWordsBehindIt(t *testing.T) {
	s := begin(t)
	tests := map[string]review.Question{
		"of 91 calls":                       {About: review.AboutReached},
		"Have told us anything":             {About: review.AboutTold},
		"58 answers · before: +32":          {About: review.AboutDetractors},
		"1 late of 9":                       {About: review.AboutReplies},
		"6 unhappy, 11 quiet":               {About: review.AboutUnhappy},
		"price":                             {About: review.AboutTheme, Name: "price"},
		"Every buyer asked within 15 days":  {About: review.AboutStandard, Name: "0"},
		"Might (7–8)":                       {About: review.AboutPassives},
		"2 stars":                           {About: review.AboutStars, Name: "2"},
		"Put right (aim: 3 shop days)":      {About: review.AboutFixes},
		"From written to read":              {About: review.AboutLag},
		"Reading lamp":                      {About: review.AboutItem, Name: "Reading lamp"},
		"Pekka":                             {About: review.AboutSeller, Name: "Pekka"},
		"Bought again since":                {About: review.AboutKept},
		"Refund":                            {About: review.AboutRemedy, Name: "refund"},
		"Gone quiet, and not reached since": {About: review.AboutQuiet},
		"No answer":                         {About: review.AboutCalls, Name: "no-answer"},
		"Promises kept by their hour":       {About: review.AboutStandard, Name: "2"},
	}
	for text, want := range tests {
		s.number(text)
		s.keys(fyne.KeyReturn)
		if s.lastAsked() != want {
			t.Errorf("%s asks for %v", text, s.lastAsked())
		}
	}
}

func TestThePartsOfANumberAreChosenFromByTheArrows(t *testing.T) {
	s := begin(t)
	from := s.number("Have told us anything")
	s.keys(fyne.KeyReturn, fyne.KeyRight) // to the words
	s.keys(fyne.KeyRight)                 // to the next part
	if s.lastAsked() != (review.Question{About: review.AboutSilent}) {
		t.Errorf("asked for %v", s.lastAsked())
	}
	pagetest.Sees(t, s.Content(), "Told us 252", "Silent 412", "Nobody.")
	s.Back()
	if s.canvas.Focused() != from {
		t.Error("Escape does not lead back to the number")
	}
}

func TestTheLateOnesAreAChoiceOfTheirOwn(t *testing.T) {
	s := newStage()
	s.behind[1].Late = true
	s.set(t, theme.Light, usual).Shown()
	s.number("1 late of 9")
	s.keys(fyne.KeyReturn)
	pagetest.Sees(t, s.Content(), "All 9", "Late 1", "Maija Korhonen")
	s.keys(fyne.KeyRight, fyne.KeyRight)
	if want := (review.Question{About: review.AboutReplies, Late: true}); s.lastAsked() != want {
		t.Errorf("asked for %+v", s.lastAsked())
	}
	pagetest.Sees(t, s.Content(), "Aino Mäkinen")
	pagetest.Misses(t, s.Content(), "Maija Korhonen")
}

func TestAPersonIsAKeyAwayFromTheNumber(t *testing.T) {
	s := begin(t)
	s.number("quality")
	s.keys(fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn)
	if !slices.Equal(s.opened, []app.ID{reviewtest.ID(101)}) {
		t.Errorf("opened %v", s.opened)
	}
}

func TestWordsOfNobodyKnownLeadToWhereTheyAreMatched(t *testing.T) {
	s := begin(t)
	s.number("Nobody knows whose")
	s.keys(fyne.KeyReturn)
	if s.unmatched != 1 || len(s.opened) > 0 {
		t.Errorf("shown %d times, opened %v", s.unmatched, s.opened)
	}
}

func TestWhatTheySaidIsThatOfTheDaysOnShow(t *testing.T) {
	s := begin(t)
	pagetest.Press(t, s.Content(), "What they said")
	if !slices.Equal(s.sought, []app.OpinionQuery{{From: reviewtest.Month().From, To: reviewtest.Month().To}}) {
		t.Errorf("sought %v", s.sought)
	}
}

func TestPressedAgainANumberLeadsToItsWords(t *testing.T) {
	s := begin(t)
	s.number("quality")
	s.keys(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	if len(s.opened) != 1 {
		t.Errorf("opened %v", s.opened)
	}
}

func TestMoreWordsAreShownAFewAtATime(t *testing.T) {
	s := newStage()
	for range 9 {
		s.behind = append(s.behind, reviewtest.Slow()...)
	}
	s.behind = append(s.behind, review.Behind{Name: "The Last"})
	for i := range s.behind {
		s.behind[i].Customer = reviewtest.ID(byte(i + 1))
	}
	s.set(t, theme.Light, usual).Shown()
	pagetest.Misses(t, s.Content(), "The Last")
	pagetest.Press(t, s.Content(), "Show 25 more")
	s.keys(fyne.KeyReturn) // the keyboard goes on with the first of them
	pagetest.Press(t, s.Content(), "Show 10 more")
	s.keys(fyne.KeyReturn)
	if want := []app.ID{reviewtest.ID(7), reviewtest.ID(32)}; !slices.Equal(s.opened, want) {
		t.Errorf("opened %v", s.opened)
	}
	pagetest.Sees(t, s.Content(), "The Last")
	pagetest.Misses(t, s.Content(), "Show ")
}

func TestOtherDaysAreReviewed(t *testing.T) {
	s := begin(t)
	day := app.NewDay
	want := []review.Period{
		reviewtest.Month(),
		{From: day(2026, 10, 1), To: reviewtest.Today() + 1},
		{From: day(2026, 1, 1), To: reviewtest.Today() + 1},
		{From: day(2026, 9, 1), To: day(2026, 10, 1)},
	}
	s.keys(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	entries := s.entries()
	entries[0].SetText("1.11.")
	entries[1].SetText("30.11.") // still to come
	if got, to := s.periods[len(s.periods)-1], day(2026, 12, 1); got.To != to {
		t.Errorf("reviewed %v to %v", got.From, got.To)
	}
	entries[1].SetText("30.9.")
	entries[0].SetText("1.9.") // the last day is looked for anew
	if got := s.periods[len(s.periods)-1]; got != want[3] {
		t.Errorf("reviewed %v to %v", got.From, got.To)
	}
	for _, p := range want {
		if !slices.Contains(s.periods, p) {
			t.Errorf("%v to %v was not reviewed", p.From, p.To)
		}
	}
	pagetest.Sees(t, s.Content(), "1 – 30 Sep, beside the 30 days before, 2 – 31 Aug", "Tuesday 1 September")
}

func (s *stage) entries() []*widgets.Entry {
	var entries []*widgets.Entry
	for _, o := range test.LaidOutObjects(s.Content()) {
		if e, ok := o.(*widgets.Entry); ok && o.Visible() {
			entries = append(entries, e)
		}
	}
	return entries
}

func TestPraiseIsPassedOnAndTakenBack(t *testing.T) {
	s := begin(t)
	pagetest.Sees(t, s.Content(), "“Pekka carried it up four floors.”", "10 days overdue")
	pagetest.Press(t, s.Content(), "Told Anna")
	s.Changed(app.Changed{Act: app.ActPassOn})
	pagetest.Misses(t, s.Content(), "Told Anna")
	pagetest.Sees(t, s.Content(), "Told Pekka")
	s.undo()
	if !slices.Equal(s.told, []string{"Anna"}) || !slices.Equal(s.undone, []app.ID{reviewtest.ID(250)}) {
		t.Errorf("told %v, undone %v", s.told, s.undone)
	}
	s.err = &app.Error{Code: app.CodeStorage, Key: "error.internal"}
	pagetest.Press(t, s.Content(), "Told Pekka")
	if len(s.failed) != 1 {
		t.Errorf("failed %v", s.failed)
	}
}

func TestMorePraiseThanThereIsRoomForIsAButtonAway(t *testing.T) {
	s := newStage()
	for range 4 {
		s.praise = append(s.praise, s.praise...)
	}
	s.set(t, theme.Light, usual).Shown()
	pagetest.Press(t, s.Content(), "And 26 more")
	if s.allPraise != 1 {
		t.Error("it leads nowhere")
	}
}

func TestAChangeOfTheBookLeavesTheKeyboardWithItsNumber(t *testing.T) {
	s := begin(t)
	s.number("staff")
	s.keys(fyne.KeyReturn)
	s.figures.Themes[2].Count = 40
	s.Changed(app.Changed{})
	if f, ok := s.canvas.Focused().(fyne.CanvasObject); !ok || !pagetest.Has(f, "40") {
		t.Error("the keyboard is elsewhere")
	}
	if s.lastAsked().Name != "staff" {
		t.Errorf("asked for %v", s.lastAsked())
	}
	s.figures.Themes = s.figures.Themes[:1]
	s.Changed(app.Changed{})
	pagetest.Sees(t, s.Content(), "“delivery time”")
}

func TestManyBarsAreShownWhenAllAreAskedFor(t *testing.T) {
	s := newStage()
	for i := range 30 {
		s.figures.Items = append(s.figures.Items, review.Talk{Name: "Thing " + string(rune('A'+i)), Count: 1})
	}
	s.set(t, theme.Light, usual).Shown()
	pagetest.Misses(t, s.Content(), "Thing F")
	pagetest.Press(t, s.Content(), "Show all 33")
	pagetest.Sees(t, s.Content(), "Thing F", "Thing Z")
	if f, ok := s.canvas.Focused().(fyne.CanvasObject); !ok || !pagetest.Has(f, "Thing F") {
		t.Error("the keyboard is not with the first of the others")
	}
}

func TestAnUnseenPageReadsNothing(t *testing.T) {
	s := begin(t)
	s.Hidden()
	read := len(s.periods)
	s.Changed(app.Changed{})
	if len(s.periods) != read {
		t.Error("it did")
	}
	s.Shown()
	if len(s.periods) != read+1 {
		t.Error("shown again it shows what was")
	}
}

func TestTheMondaySheetGoesIntoAFile(t *testing.T) {
	s := begin(t)
	path := filepath.Join(t.TempDir(), "Monday.pdf")
	s.paths = []string{path}
	pagetest.Press(t, s.Content(), "Monday PDF")
	if _, err := os.Stat(path); err != nil || s.printed != 1 {
		t.Fatal(err, s.printed)
	}
	if len(s.offered) != 3 || s.offered[0] != "Review.pdf" || s.offered[2] != "Open" {
		t.Errorf("offered %q", s.offered)
	}
	s.boxed = []string{"田中 花子"}
	pagetest.Press(t, s.Content(), "Monday PDF")
	if said := s.offered[len(s.offered)-2]; !strings.HasSuffix(said, "Not printed as written, because the font lacks the letters or their direction: 田中 花子.") {
		t.Errorf("said %q", said)
	}
	s.err = errors.New("broken")
	pagetest.Press(t, s.Content(), "Monday PDF")
	if len(s.failed) != 1 {
		t.Errorf("failed %v", s.failed)
	}
	s.paths[0] = ""
	pagetest.Press(t, s.Content(), "Monday PDF")
	if s.printed != 3 {
		t.Error("it is drawn though nobody chose a place")
	}
}

func TestABookThatCannotBeReadIsSaidAndReadAgain(t *testing.T) {
	s := newStage()
	s.err = errors.New("broken")
	s.set(t, theme.Light, usual).Shown()
	if len(s.failed) != 1 {
		t.Errorf("failed %v", s.failed)
	}
	pagetest.Sees(t, s.Content(), "This cannot be shown")
	pagetest.Misses(t, s.Content(), "Adding up")
	s.err = nil
	s.Changed(app.Changed{})
	pagetest.Sees(t, s.Content(), "of 91 calls")
}

func TestThePageIsLeafedThroughByKeys(t *testing.T) {
	s := begin(t)
	s.canvas.Unfocus()
	words := s.find("“The parcel took two weeks.”")
	where := func() float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(words).Y
	}
	top := where()
	s.keys(fyne.KeyPageDown)
	if y := where(); y >= top || y < 0 {
		t.Errorf("the words went from %v to %v: out of sight", top, y)
	}
	s.keys(fyne.KeyEnd, fyne.KeyHome)
	if where() != top {
		t.Errorf("the words stay at %v", where())
	}
}

func TestEndLeafsThePageFromTheChoiceOfThePeriod(t *testing.T) {
	s := begin(t)
	words := s.find("“The parcel took two weeks.”")
	where := func() float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(words).Y }
	top, period := where(), s.canvas.Focused().(*widgets.Choice)
	was := period.Chosen()
	s.keys(fyne.KeyEnd)
	if where() >= top || period.Chosen() != was {
		t.Errorf("the words went from %v to %v, and %q was chosen", top, where(), period.Chosen())
	}
	s.keys(fyne.KeyHome)
	if where() != top {
		t.Errorf("the words stay at %v", where())
	}
}

func TestTheWordsOfANumberAtTheEndOfThePageAreInSight(t *testing.T) {
	s := newStage()
	for range 3 {
		s.praise = append(s.praise, s.praise...)
	}
	for _, b := range s.behind {
		b.Opinion.Verbatim = "The parcel took two weeks. " + strings.Repeat("Nobody rang. ", 20)
	}
	s.set(t, theme.Light, usual).Shown()
	s.canvas.Unfocus()
	s.keys(fyne.KeyEnd)
	s.number("Wrong number")
	s.keys(fyne.KeyReturn)
	title := s.find("“The parcel took two weeks.")
	if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(title).Y; y < 0 || y > usual.Height/4 {
		t.Errorf("they begin at %v", y)
	}
}

func TestNothingToReviewSaysWhatToDo(t *testing.T) {
	s := newStage()
	s.figures, s.praise = review.Figures{At: s.figures.At}, nil
	s.set(t, theme.Dark, usual).Shown()
	pagetest.Sees(t, s.Content(), "Nothing to review yet", "Type in a card")
	s.keys(fyne.KeyRight) // another period; nothing breaks
	s.Back()
	s.keys(fyne.KeyPageDown)
}
