package exporting_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/exporting"
	"ringback.app/app/opinions"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

// meeting is what a made-up shop has for its Monday meeting.
type meeting struct {
	boxed   []string // named as not printed as they are written
	figures review.Figures
	cases   []complaints.Case
	praise  []opinions.Praised
	found   []opinions.Told
	asked   app.OpinionQuery
	err     error
}

func (m *meeting) Plan(context.Context) (app.Plan, error) { return reviewtest.Plan(), nil }
func (m *meeting) Figures(context.Context, review.Period) (review.Figures, error) {
	return m.figures, m.err
}

func (m *meeting) Open(context.Context) (complaints.Overview, error) {
	return complaints.Overview{Cases: m.cases}, nil
}

func (m *meeting) Praise(context.Context, int) (opinions.PraiseList, error) {
	return opinions.PraiseList{Waiting: m.praise}, nil
}

func (m *meeting) Find(_ context.Context, q app.OpinionQuery) ([]opinions.Told, error) {
	m.asked = q
	return m.found, nil
}

func (m *meeting) draw(t *testing.T) []byte {
	t.Helper()
	sentences, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	monday := exporting.NewMonday(exporting.Meeting{Plan: m, Sums: m, Complaints: m, Opinions: m}, sentences.In("en"))
	m.boxed = nil
	if m.boxed, err = monday.Write(context.Background(), &out, reviewtest.Month()); err != nil {
		t.Fatal(err)
	}
	if folder := os.Getenv("RINGBACK_SHEETS"); folder != "" { // to look at them
		name := strings.ReplaceAll(t.Name(), "/", "-") + ".pdf"
		if err := os.WriteFile(folder+"/"+name, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return out.Bytes()
}

func newMeeting() *meeting {
	m := &meeting{figures: reviewtest.Figures()}
	who := app.Customer{ID: reviewtest.ID(101), Name: app.Name{Full: "Ελένη Παπαδοπούλου"}}
	since := reviewtest.Now().AddDate(0, 0, -2)
	m.cases = []complaints.Case{
		{
			Complaint: app.Complaint{Received: since, Wrong: "The lamp arrived broken, and nobody rang me.", Wish: "A new lamp before Christmas", Promises: []app.Promise{{What: "A new lamp on Friday"}}},
			Customer:  who, OwnerMust: true, Clock: complaints.Clock{Kind: complaints.ClockReply, Late: true, Over: 130 * time.Minute},
		},
		{Complaint: app.Complaint{Received: since, Wrong: "Myöhästyi."}, Sender: "A. Mäkinen, Espoo", Clock: complaints.Clock{Kind: complaints.ClockFix, Ends: reviewtest.Now().Add(5 * time.Hour)}},
		{Complaint: app.Complaint{Received: since}, Clock: complaints.Clock{Kind: complaints.ClockCheck, Ends: reviewtest.Now().AddDate(0, 0, 2)}},
	}
	for _, o := range reviewtest.Praise() {
		m.praise = append(m.praise, opinions.Praised{Told: opinions.Told{Opinion: o, Who: who}, Staff: o.Praise[0]})
	}
	for _, b := range reviewtest.Slow() {
		m.found = append(m.found, opinions.Told{Opinion: *b.Opinion, Who: app.Customer{ID: b.Customer, Name: app.Name{Full: b.Name}}})
	}
	return m
}

func TestTheMondaySheetHasTwoPagesAndSaysWhatReviewSays(t *testing.T) {
	m := newMeeting()
	pdf := m.draw(t)
	if got := pageCount(t, pdf); got != "2" {
		t.Errorf("%s pages", got)
	}
	said := pdfText(t, pdf)
	for _, part := range []string{
		"Monday meeting · Care Co", "1 – 20 Nov, beside the 20 days before", "64", "of 91 calls", "+41", "2 h 10", "1 late of 9",
		"delivery time", "Every buyer asked within 15 days", "Would not (0–6)", "Oak table", "3 unhappy", "Pekka", "Page 1 of",
		"Still to put right", "Ελένη Παπαδοπούλου · since 18 Nov · the owner calls", "First reply 2 h late", "“The lamp arrived broken, and nobody rang me.”",
		"What would put it right: A new lamp before Christmas · We promised: A new lamp on Friday", "A. Mäkinen, Espoo", "Fix by 15:12",
		"Ask if it worked, from Sun 22 Nov", "“Anna was so patient with us.”", "For Anna", "“Myöhästyi, mutta soititte itse.”", "“Giao hàng chậm.”", "What we do about it",
	} {
		if !strings.Contains(said, part) {
			t.Errorf("%q is not in\n%s", part, said)
		}
	}
	if want := (app.OpinionQuery{From: reviewtest.Month().From, To: reviewtest.Month().To, Limit: 400}); m.asked != want {
		t.Errorf("looked for %+v", m.asked)
	}
}

func TestWhatWasOpenedAgainIsOnTheMondaySheetSinceThen(t *testing.T) {
	m := newMeeting()
	m.cases[0].Complaint.Reopened = []app.Reopening{{At: reviewtest.Now().AddDate(0, 0, -1)}}
	text := pdfText(t, m.draw(t))
	if want := "Ελένη Παπαδοπούλου · since yesterday"; !strings.Contains(text, want) {
		t.Errorf("%q is not in %s", want, text)
	}
}

func TestWhoCannotBePrintedOnTheMondaySheetIsNamed(t *testing.T) {
	m := newMeeting()
	m.draw(t)
	if m.boxed != nil {
		t.Errorf("named %q", m.boxed)
	}
	m.cases[1].Sender = "田中 花子"
	m.draw(t)
	if want := []string{"田中 花子"}; !slices.Equal(m.boxed, want) {
		t.Errorf("named %q, want %q", m.boxed, want)
	}
}

func TestTheMondaySheetHasTwoPagesWhateverThereIs(t *testing.T) {
	long := strings.Repeat("Παραδόθηκε με καθυστέρηση δύο εβδομάδων και κανείς δεν τηλεφώνησε. ", 40)
	tests := map[string]func(*meeting){
		"nothing at all": func(m *meeting) {
			*m = meeting{figures: review.Figures{Period: reviewtest.Month(), At: reviewtest.Now()}}
		},
		"more than fits": func(m *meeting) {
			for range 60 {
				m.cases = append(m.cases, complaints.Case{Complaint: app.Complaint{Wrong: long, Wish: long}, Sender: long, Clock: complaints.Clock{Kind: complaints.ClockFix}})
				m.praise = append(m.praise, opinions.Praised{Told: opinions.Told{Opinion: app.Opinion{Verbatim: long}}, Staff: long})
				m.found = append(m.found, opinions.Told{Opinion: app.Opinion{ID: reviewtest.ID(byte(len(m.found))), Verbatim: long}})
				m.figures.Themes = append(m.figures.Themes, review.Talk{Name: long, Count: 3})
				m.figures.Items = append(m.figures.Items, review.Talk{Name: long, Count: 3, Unhappy: 3})
				m.figures.Sellers = append(m.figures.Sellers, review.Talk{Name: long, Count: 3})
				m.figures.Standards = append(m.figures.Standards, review.Held{Standard: app.Standard{Words: long}, Tally: review.Tally{Of: 40}, Before: review.Tally{Of: 3}})
			}
		},
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			m := newMeeting()
			change(m)
			if got := pageCount(t, m.draw(t)); got != "2" {
				t.Errorf("%s pages", got)
			}
		})
	}
}

func TestTheSameMondaySheetIsTheSameFile(t *testing.T) {
	if !bytes.Equal(newMeeting().draw(t), newMeeting().draw(t)) {
		t.Error("it is another one")
	}
}

func TestVerbatimsAreOfTheUnhappyAndTheHappy(t *testing.T) {
	m := newMeeting()
	m.found = nil
	for i, score := range []int{10, 9, 10, 9, 3, 9, 0} {
		m.found = append(m.found, opinions.Told{Opinion: app.Opinion{ID: reviewtest.ID(byte(i + 1)), Score: &score, Verbatim: "What number " + string(rune('A'+i)) + " said"}})
	}
	said := pdfText(t, m.draw(t))
	for i, want := range []bool{true, true, true, false, true, false, true} {
		if got := strings.Contains(said, "What number "+string(rune('A'+i))+" said"); got != want {
			t.Errorf("%c is read out: %v", rune('A'+i), got)
		}
	}
}

func TestAMondaySheetThatCannotBeMadeIsSaid(t *testing.T) {
	sentences, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	m := newMeeting()
	monday := exporting.NewMonday(exporting.Meeting{Plan: m, Sums: m, Complaints: m, Opinions: m}, sentences.In("en"))
	if _, err := monday.Write(context.Background(), full{}, reviewtest.Month()); app.CodeOf(err) != app.CodeStorage {
		t.Errorf("a full disk: %v", err)
	}
	m.err = errors.New("broken")
	if _, err := monday.Write(context.Background(), &bytes.Buffer{}, reviewtest.Month()); !errors.Is(err, m.err) {
		t.Errorf("a broken book: %v", err)
	}
	if got := monday.Suggest(reviewtest.Month()); got != "Monday meeting 2026-11-01 to 2026-11-20.pdf" {
		t.Errorf("named %q", got)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

var pagesOf = regexp.MustCompile(`/Count ([0-9]+)`)

func pageCount(t *testing.T, pdf []byte) string {
	t.Helper()
	m := pagesOf.FindSubmatch(pdf)
	if m == nil {
		t.Fatal("no pages")
	}
	return string(m[1])
}

// shownText are the texts that a page's instructions draw, in UTF-16.
var shownText = regexp.MustCompile(`(?s)\(((?:[^\\()]|\\.)*)\)\s*Tj`)

// pdfText reads the texts out of an uncompressed copy of the PDF, a line each.
func pdfText(t *testing.T, pdf []byte) string {
	t.Helper()
	var said strings.Builder
	for _, stream := range streams(t, pdf) {
		for _, m := range shownText.FindAllSubmatch(stream, -1) {
			raw := unescaped(m[1])
			units := make([]uint16, 0, len(raw)/2)
			for i := 0; i+1 < len(raw); i += 2 {
				units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
			}
			said.WriteString(strings.ReplaceAll(string(utf16.Decode(units)), "\u00a0", " ") + "\n")
		}
	}
	return said.String()
}
