package widgets_test

import (
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/ui/pagetest"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// inLight gives the test an app in the light look.
func inLight(t *testing.T) {
	t.Helper()
	pagetest.App(t).Settings().SetTheme(theme.New(theme.Light, 1))
}

// written returns the lines that an object shows, from top to bottom.
func written(o fyne.CanvasObject) []string {
	var lines []string
	for _, part := range test.LaidOutObjects(o) {
		if t, ok := part.(*canvas.Text); ok && t.Visible() && t.Text != "" {
			lines = append(lines, t.Text)
		}
	}
	return lines
}

func TestALineIsCutWhereItsRoomEnds(t *testing.T) {
	tests := map[string]struct {
		text  string
		width float32
		whole bool
	}{
		"fits":                   {"Maija Korhonen", 200, true},
		"too long":               {"Maija Korhonen", 60, false},
		"Vietnamese":             {"Trần Thị Hương Giang Nguyễn", 90, false},
		"accents apart":          {strings.Repeat("e\u0301", 60), 90, false},
		"Greek":                  {"Παπαδοπούλου-Κωνσταντινίδου", 120, false},
		"ten thousand letters":   {strings.Repeat("Maija ", 1700), 120, false},
		"a second line":          {"Maija\nKorhonen", 300, false},
		"no room for any letter": {"Maija", 3, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			inLight(t)
			text := widgets.NewText(tt.text, widgets.Body)
			text.Resize(fyne.NewSize(tt.width, 20))
			shown := strings.Join(written(text), "|")
			if tt.whole != (shown == tt.text) {
				t.Errorf("shows %q", shown)
			}
			if size := fyne.MeasureText(shown, 14, fyne.TextStyle{}); tt.width > 20 && size.Width > tt.width+1 {
				t.Errorf("%q is %v wide and has %v", shown, size.Width, tt.width)
			}
			letters := []rune(strings.TrimSuffix(shown, "…"))
			if n := len(letters); n > 0 && n < len([]rune(tt.text)) && unicode.Is(unicode.Mn, []rune(tt.text)[n]) {
				t.Errorf("%q parts a letter from its accent", shown)
			}
		})
	}
}

func TestWhatIsWrittenFromTheRightStaysWhole(t *testing.T) {
	inLight(t)
	tests := map[string]struct {
		text  string
		width float32
		want  string
	}{
		"a double name":           {"שרה כהן-לוי", 400, "שרה כהן\u05BEלוי"},
		"a double name elsewhere": {"Anna-Maria", 400, "Anna-Maria"},
		"a day":                   {"תאריך 2026-11-20", 400, "תאריך 2026-11-20"},
		"a name cut off":          {strings.Repeat("محمد", 40), 60, "…م"},
		"a latin one cut off":     {strings.Repeat("Maija", 40), 60, "Maij"},
	}
	for name, tt := range tests {
		for _, shown := range []fyne.CanvasObject{widgets.NewText(tt.text, widgets.Body), widgets.NewParagraph(tt.text, widgets.Body).AtMost(1)} {
			shown.Resize(fyne.NewSize(tt.width, 40))
			if lines := written(shown); len(lines) != 1 || !strings.HasPrefix(lines[0], tt.want) {
				t.Errorf("%s: %q, want %q", name, lines, tt.want)
			}
		}
	}
}

func TestALineNeverPushesOthersAside(t *testing.T) {
	inLight(t)
	long := widgets.NewText(strings.Repeat("a name without an end ", 40), widgets.Strong)
	number := widgets.NewText("+358 40 123 4567", widgets.Body)
	row := widgets.Row(8, long, widgets.Space(), number)
	row.Resize(fyne.NewSize(400, 24))
	if got, want := number.Size().Width, number.Preferred().Width; got < want {
		t.Errorf("the number has %v of %v", got, want)
	}
	if right := number.Position().X + number.Size().Width; right > 400.5 {
		t.Errorf("the row ends at %v, its room at 400", right)
	}
}

func TestAParagraphBreaksAndTakesTheHeightItNeeds(t *testing.T) {
	tests := map[string]struct {
		text string
		most int
		want []string
	}{
		"one line":            {"a short one", 0, []string{"a short one"}},
		"its own line breaks": {"one\ntwo\n\nthree", 0, []string{"one", "two", "three"}},
		"two lines":           {"Good morning Maija, this is Jim.", 0, []string{"Good morning Maija,", "this is Jim."}},
		"a space that holds":  {"A lampshade, linen\u00a0×\u00a02", 0, []string{"A lampshade,", "linen\u00a0×\u00a02"}},
		"parts of a line":     {"2 purchases, € 1,396 · served by Jonas", 0, []string{"2 purchases, € 1,396", "served by Jonas"}},
		"a part on each line": {"Sold by Anna-Maria · served by Jonas", 0, []string{"Sold by Anna-Maria ·", "served by Jonas"}},
		"a long double name":  {"Freiherr Maximilian-Ferdinand von Au", 0, []string{"Freiherr", "Maximilian-", "Ferdinand von Au"}},
		"a number that fits":  {"Receipt no. 2026-11-20", 0, []string{"Receipt no.", "2026-11-20"}},
		"at most one line":    {"Good morning Maija, this is Jim.", 1, []string{"Good morning Maij…"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			inLight(t)
			p := widgets.NewParagraph(tt.text, widgets.Body).AtMost(tt.most)
			widgets.Column(0, p).Resize(fyne.NewSize(140, 500))
			got := written(p)
			if strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestAWordTooLongForALineIsBrokenAndNotCutOff(t *testing.T) {
	inLight(t)
	const word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
	p := widgets.NewParagraph(word, widgets.Body)
	widgets.Column(0, p).Resize(fyne.NewSize(140, 500))
	if got := written(p); strings.Join(got, "") != word || len(got) < 3 {
		t.Errorf("got %q", got)
	}
}

func TestWhatStandsBelowAParagraphKeepsClearOfIt(t *testing.T) {
	inLight(t)
	p := widgets.NewParagraph(strings.Repeat("many words ", 30), widgets.Body)
	below := widgets.NewText("below", widgets.Body)
	column := widgets.Column(8, p, below)
	for _, width := range []float32{400, 160, 300} {
		column.Resize(fyne.NewSize(width, 900))
		if end := p.Position().Y + p.MinSize().Height; below.Position().Y < end {
			t.Errorf("at %v: below begins at %v, the paragraph ends at %v", width, below.Position().Y, end)
		}
	}
}

func TestInitials(t *testing.T) {
	tests := map[string]string{
		"Maija Korhonen": "MK", "Ελένη Παπαδοπούλου": "ΕΠ", "Trần Thị Hương": "TH", "łukasz wójcik": "ŁW",
		"Cher": "C", "  ": "", "": "", "4711": "4", "(Firm) Müller & Söhne": "FS", "O’Connor, Tom": "OT",
	}
	for name, want := range tests {
		if got := widgets.Initials(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

func TestHowManyThereAreBesidesTwoThingsIsNotCutOff(t *testing.T) {
	inLight(t)
	facts := widgets.NewFacts(widgets.Fact{
		When: "16 Dec", What: "72 × set of 72 skull paper doilies, 48 × set of 72 pink heart paper doilies and 10 more", Amount: "€ 892.80",
	})
	facts.Resize(fyne.NewSize(340, 400))
	if shown := strings.Join(written(facts), " "); !strings.Contains(shown, "and 10 more") {
		t.Errorf("shows %q", shown)
	}
}
