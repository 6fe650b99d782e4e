package callsheet_test

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ringback.app/app/exporting/callsheet"
)

func sheet(people ...callsheet.Person) callsheet.Sheet {
	return callsheet.Sheet{
		Title: "Call sheet · Care Co", About: "12 people", Empty: "Nobody.", Groups: []callsheet.Group{{People: people}, {Heading: "Later", People: people}},
		Outcomes: []string{"Talked", "No answer", "Left a message", "Busy", "Call back later", "Wrong number", "Out of service", "Declined", "Do not call"},
		Score:    "Score", MaxScore: 10, Next: "Next call", Page: func(page, of string) string { return page + "/" + of },
		Made: time.Date(2026, time.November, 28, 9, 0, 0, 0, time.UTC),
	}
}

func draw(t interface{ Fatal(...any) }, s callsheet.Sheet) string {
	var out bytes.Buffer
	if err := callsheet.Write(&out, s); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var pageCount = regexp.MustCompile(`/Count ([0-9]+)`)

func pages(t *testing.T, pdf string) string {
	t.Helper()
	m := pageCount.FindStringSubmatch(pdf)
	if m == nil {
		t.Fatal("no pages")
	}
	return m[1]
}

func TestPagesAreFilled(t *testing.T) {
	person := callsheet.Person{
		Name: "Trần Thị Hương", Aside: "Care Co · 12347", Number: "+84 24 1234 5678",
		Why:   []string{"Oak table and 4 chairs, 9 days ago. Nobody has asked yet.", strings.Repeat("λόγος ", 100)},
		Facts: []string{"Łóżko (13 Nov, € 840.00)"},
	}
	few := draw(t, sheet(person))
	if got := pages(t, few); got != "1" {
		t.Errorf("two people take %s pages", got)
	}
	var many []callsheet.Person
	for range 6 {
		many = append(many, person)
	}
	if got := pages(t, draw(t, sheet(many...))); got != "4" {
		t.Errorf("twelve people take %s pages", got)
	}
	if !strings.Contains(few, "/MediaBox [0 0 595.28 841.89]") {
		t.Error("the paper is not A4")
	}
	letter := sheet(person)
	letter.Letter = true
	if !strings.Contains(draw(t, letter), "/MediaBox [0 0 612.00 792.00]") {
		t.Error("the paper is not Letter")
	}
}

func TestWhateverIsWrittenCanBeDrawn(t *testing.T) {
	text := rapid.OneOf(
		rapid.String(), rapid.StringMatching(`[😀語אبộ\n\x00-\x1f ]{0,300}`),
		rapid.SampledFrom([]string{"a\xff", "\U0010ffff", "\uffff", strings.Repeat("W", 9000)}),
	)
	// Reading the font takes most of the time: many people on few sheets.
	for seed := range 6 {
		var people []callsheet.Person
		next := seed * 1000
		said := func() string { next++; return text.Example(next) }
		for range 15 {
			people = append(people, callsheet.Person{Name: said(), Aside: said(), Number: said(), Why: []string{said()}, Facts: []string{said()}})
		}
		s := sheet(people...)
		s.Title, s.Next, s.Score, s.Outcomes = said(), said(), said(), []string{said(), said()}
		if !strings.HasPrefix(draw(t, s), "%PDF") {
			t.Fatalf("no PDF of seed %d", seed)
		}
	}
}

func TestAFullDiskIsSaid(t *testing.T) {
	broken := errors.New("broken")
	if err := callsheet.Write(failing{broken}, sheet()); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
