package data_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
)

func (s *shop) said(c app.Customer, words string) app.Opinion {
	s.now = s.now.Add(time.Minute)
	return app.Opinion{ID: s.ids.Next(), Customer: c.ID, Taken: s.now, Source: app.FromCard, Verbatim: words}
}

func TestSearchFindsWhoSaidTheWords(t *testing.T) {
	s := newShop(t)
	anna, bo, wang := s.customer("Anna Korhonen", "+358401234567"), s.customer("Bo Ek", "+358401234568"), s.customer("Wang", "+358401234569")
	s.put(anna, bo, wang)
	s.put(
		s.said(anna, "The drawer squeaks, and nobody came to look at it although I asked twice."),
		s.said(bo, "Squeaky clean!\nThank you"), s.said(wang, "桌子很好"), s.said(app.Customer{}, "It squeaks"),
	)
	tests := map[string]struct {
		query string
		limit int
		want  []string
	}{
		"the newest first":                   {"squeak", 0, []string{"Bo Ek: Squeaky clean! Thank you", "Anna Korhonen: The drawer squeaks, and nobody came to look at it although I asked twice."}},
		"all words in one opinion":           {"drawer SQUEAKS", 0, []string{"Anna Korhonen: The drawer squeaks, and nobody came to look at it although I asked twice."}},
		"words of two opinions are not one":  {"drawer clean", 0, nil},
		"some words before it":               {"although", 0, []string{"Anna Korhonen: …to look at it although I asked twice."}},
		"no more than asked for":             {"squeak", 1, []string{"Bo Ek: Squeaky clean! Thank you"}},
		"a script without spaces":            {"很好", 0, []string{"Wang: 桌子很好"}},
		"two letters are too few":            {"sq", 0, nil},
		"inside a word is not its beginning": {"queak", 0, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			found, err := s.Search(t.Context(), tt.query, tt.limit)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range found {
				if f.Where != app.FoundSaid {
					t.Errorf("%s was found in %s", f.Name, f.Where)
				}
				got = append(got, f.Name+": "+f.Text)
			}
			if fmt.Sprint(got) != fmt.Sprint(tt.want) {
				t.Errorf("found %q", got)
			}
		})
	}
}

func TestWhoIsFoundByNameIsNotFoundAgainByWords(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	s.put(s.said(anna, "Anna here, all is well"))
	found, err := s.Search(t.Context(), "anna", 0)
	if err != nil || len(found) != 1 || found[0].Where != app.FoundName {
		t.Errorf("found %+v, %v", found, err)
	}
}

func TestLongWordsAreFoundAndTooLongOnesRefused(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	long := strings.Repeat("the same again and again ", 800) + "until the handle broke"
	s.put(s.said(anna, long))
	for _, word := range []string{"handle", "until"} {
		found, err := s.FindOpinions(t.Context(), app.OpinionQuery{Words: word})
		if err != nil || len(found) != 1 || found[0].Verbatim != long {
			t.Errorf("%q: %d found, %v", word, len(found), err)
		}
	}
	o := s.said(anna, strings.Repeat("ä", app.MaxVerbatim))
	s.put(o)
	o.Verbatim += "ä"
	_, err := s.Apply(t.Context(), app.Batch{Act: app.ActEditOpinion, Changes: []app.Change{app.Put(o)}})
	if app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("an opinion that is too long: %v", err)
	}
}

func TestOpinionsInManyBlocksComeNewestFirst(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	var records []app.Record
	for n := range 500 {
		o := s.said(anna, fmt.Sprintf("Word%d of many more words that fill the blocks quite a bit", n))
		if n%3 == 0 { // an older one, into a block that is full
			o.Taken = o.Taken.Add(-time.Duration(n) * time.Minute)
		}
		records = append(records, o)
		if len(records) == 7 {
			s.put(records...)
			records = nil
		}
	}
	s.put(records...)
	found, err := s.FindOpinions(t.Context(), app.OpinionQuery{Words: "word"})
	if err != nil || len(found) != 500 {
		t.Fatalf("%d found, %v", len(found), err)
	}
	for i := 1; i < len(found); i++ {
		if found[i].Taken.After(found[i-1].Taken) {
			t.Fatalf("number %d is newer than the one before it", i)
		}
	}
	if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("check: %+v, %v", problems, err)
	}
}
