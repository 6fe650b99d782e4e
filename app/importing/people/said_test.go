package people_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/exporting/cards"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestTheNOfACardIsTakenWithItsNameAlone(t *testing.T) {
	const lists = "N;SORT-AS=Stev:Stevenson;John;Philip,Paul;;"
	for _, tt := range []struct {
		first, later []string
		out          string
	}{
		{[]string{"FN:John Stevenson"}, []string{"FN:John Stevenson", lists}, lists},
		{[]string{"FN:John Stevenson", lists}, []string{"FN:John Stevenson", "N:Stevenson;John;;;"}, lists},
		{[]string{"FN:John Stevenson", lists}, []string{"FN:John Stevenson", "N:Stevens;John;A,B;;"}, lists},
		{[]string{"FN:John Stevenson", "N:Stevens;John;;;"}, []string{"FN:John Stevenson", lists}, "N:Stevens;John;;;"},
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Cards(importingtest.Card(append(tt.first, "UID:1")...)))
		later := importingtest.Cards(importingtest.Card(append(tt.later, "UID:1")...))
		if p := importingtest.Take(t, book, later); len(importingtest.Problems(p)) > 0 {
			t.Errorf("of %q is said %q", tt.later, importingtest.Problems(p))
		}
		if out := string(cards.Append(nil, book.Anyone(t), cards.V4, "")); !strings.Contains(out, "\r\n"+tt.out+"\r\n") || strings.Count(out, "\r\nN") != 1 {
			t.Errorf("after %q it is\n%s", tt.later, out)
		}
		if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, later)); got[0] != importing.Same {
			t.Errorf("%q a second time is %s", tt.later, got)
		}
	}
}

func TestAnotherFirmIsToldOnce(t *testing.T) {
	for _, first := range []string{"ORG:Care Co", "ORG;LANGUAGE=en:Care Co", "ORG:Care Co;Sales"} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", first)))
		p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", "ORG;LANGUAGE=en:Bell & Sons")))
		if got := importingtest.Problems(p); !slices.Equal(got, []string{"import.card.kept"}) || len(p.Items[0].Added) > 0 {
			t.Errorf("after %s is said %q, and added %v", first, got, p.Items[0].Added)
		}
	}
}

func TestWhatALaterCardSaysOfANumberIsAdded(t *testing.T) {
	const number, second = "TEL;PID=1.1:+49309018201", "TEL;PID=2.1:+49309018202"
	const home = `ADR;LABEL="Parcels: 1 High St, Leeds":;;1 High St;Leeds;;;`
	for _, tt := range []struct {
		name         string
		first, later []string
		out          []string // lines of what goes out
		added        []string
	}{
		{
			"of a number and an address that are new",
			[]string{number},
			[]string{number, second, "EMAIL;PID=1.1:eva@x.example"},
			[]string{number, second, "EMAIL;PID=1.1:eva@x.example"},
			[]string{"TEL +49309018202", "EMAIL eva@x.example"},
		},
		{"of one that is there", []string{"TEL:+49309018201"}, []string{number}, []string{number}, []string{"TEL +49309018201 (PID)"}},
		{"of one that is written otherwise", []string{"TEL:+49 30 9018201"}, []string{number}, []string{"TEL;PID=1.1:+49 30 9018201"}, []string{"TEL +49 30 9018201 (PID)"}},
		{"more of one of which something was said", []string{number}, []string{"TEL;X-SIM=2:+49309018201"}, []string{"TEL;PID=1.1;X-SIM=2:+49309018201"}, []string{"TEL +49309018201 (X-SIM)"}},
		{"otherwise of one of which that was said", []string{number}, []string{"TEL;PID=3.1:+49309018201"}, []string{number}, nil},
		{
			"of a place that is filled in",
			[]string{home},
			[]string{"ADR:;;1 High St;Leeds;;LS1;UK"},
			[]string{`ADR;LABEL="Parcels: 1 High St, Leeds":;;1 High St;Leeds;;LS1;UK`},
			[]string{"ADR 1 High St, Leeds, LS1, UK"},
		},
		{
			"of a place of which less is said",
			[]string{"ADR:;;1 High St;Leeds;;LS1;UK"},
			[]string{home},
			[]string{`ADR;LABEL="Parcels: 1 High St, Leeds":;;1 High St;Leeds;;LS1;UK`},
			[]string{"ADR 1 High St, Leeds, LS1, UK (LABEL)"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			of := func(lines []string) importing.Source {
				return importingtest.Cards(importingtest.Card(slices.Concat([]string{"UID:u1", "FN:Eva Lang", "N:Lang;Eva;;;"}, lines)...))
			}
			importingtest.Take(t, book, of(tt.first))
			p := importingtest.Take(t, book, of(tt.later))
			if len(importingtest.Problems(p)) > 0 {
				t.Errorf("said is %q of %v", importingtest.Problems(p), p.Items[0].Problems)
			}
			var added []string
			for _, a := range p.Items[0].Added {
				added = append(added, a.What+" "+a.Text)
			}
			if !slices.Equal(added, tt.added) {
				t.Errorf("added is %q, want %q", added, tt.added)
			}
			out := strings.ReplaceAll(string(cards.Append(nil, book.Anyone(t), cards.V4, "")), "\r\n ", "")
			for _, line := range tt.out {
				if !strings.Contains(out, "\r\n"+line+"\r\n") {
					t.Errorf("no %s in\n%s", line, out)
				}
			}
			again := importingtest.Look(t, book, importing.Options{}, of(tt.later))
			if got := importingtest.Actions(again); got[0] != importing.Same || len(importingtest.Problems(again)) > 0 {
				t.Errorf("the same card again is %s, and %q is said", got, importingtest.Problems(again))
			}
		})
	}
}
