package people_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app/exporting/cards"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestWhatALaterCardSaysOfANumberIsAdded(t *testing.T) {
	const number, second = "TEL;PID=1.1:+49309018201", "TEL;PID=2.1:+49309018202"
	const home = `ADR;LABEL="Parcels: 1 High St, Leeds":;;1 High St;Leeds;;;`
	for _, tt := range []struct {
		name         string
		first, later []string
		out          []string // lines of what goes out
		added        []string
	}{
		{"of a number and an address that are new", []string{number}, []string{number, second, "EMAIL;PID=1.1:eva@x.example"},
			[]string{number, second, "EMAIL;PID=1.1:eva@x.example"}, []string{"TEL +49309018202", "EMAIL eva@x.example"}},
		{"of one that is there", []string{"TEL:+49309018201"}, []string{number}, []string{number}, []string{"TEL +49309018201 (PID)"}},
		{"of one that is written otherwise", []string{"TEL:+49 30 9018201"}, []string{number}, []string{"TEL;PID=1.1:+49 30 9018201"}, []string{"TEL +49 30 9018201 (PID)"}},
		{"more of one of which something was said", []string{number}, []string{"TEL;X-SIM=2:+49309018201"}, []string{"TEL;PID=1.1;X-SIM=2:+49309018201"}, []string{"TEL +49309018201 (X-SIM)"}},
		{"otherwise of one of which that was said", []string{number}, []string{"TEL;PID=3.1:+49309018201"}, []string{number}, nil},
		{"of a place that is filled in", []string{home}, []string{"ADR:;;1 High St;Leeds;;LS1;UK"},
			[]string{`ADR;LABEL="Parcels: 1 High St, Leeds":;;1 High St;Leeds;;LS1;UK`}, []string{"ADR 1 High St, Leeds, LS1, UK"}},
		{"of a place of which less is said", []string{"ADR:;;1 High St;Leeds;;LS1;UK"}, []string{home},
			[]string{`ADR;LABEL="Parcels: 1 High St, Leeds":;;1 High St;Leeds;;LS1;UK`}, []string{"ADR 1 High St, Leeds, LS1, UK (LABEL)"}},
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
