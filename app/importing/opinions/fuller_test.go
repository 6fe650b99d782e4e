package opinions_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestWordsThatCameInWithoutWhatWasGivenGetItFromTheSameFile(t *testing.T) {
	file := importingtest.Told("Date,Comment,Marks,About", "2026-11-01,Fine,4,delivery", "2026-11-02,Good,5,", "2026-11-02,Good,5,", "2026-11-02,Good,3,", "2026-11-03,,2,")
	said := importing.Options{Map: []columns.Mapping{{Column: "Marks", Field: fields.Stars}, {Column: "About", Field: fields.Theme}}}
	book := importingtest.NewShelf()
	first := importingtest.Take(t, book, file)
	for _, want := range []importing.Counts{{Read: 5, Updated: 4, Created: 1}, {Read: 5, Same: 5}} {
		p := importingtest.Look(t, book, said, file)
		if _, err := importing.New(book, book.IDs).Commit(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		if p.Summary.Opinions != want {
			t.Errorf("%+v after %+v, want %+v", p.Summary.Opinions, first.Summary.Opinions, want)
		}
	}
	var stars []int
	for _, r := range book.Others {
		o, is := r.(app.Opinion)
		if !is || o.Stars == nil || o.Verbatim == "Fine" && !slices.Equal(o.Themes, []string{"delivery"}) {
			t.Fatalf("%+v", o)
		}
		stars = append(stars, *o.Stars)
	}
	if slices.Sort(stars); !slices.Equal(stars, []int{2, 3, 4, 5, 5}) {
		t.Errorf("%v", stars)
	}
}

func TestAnOpinionWithANumberGetsWhatItLacksAndKeepsWhatItHas(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Told("Response ID,Date,Comment,Marks", "r1,2026-11-01,Fine,4", "r2,2026-11-02,Good,"))
	p := importingtest.Take(t, book, importingtest.Told("Response ID,Date,Comment,Rating", "r1,2026-11-01,Fine,4", "r2,2026-11-02,Good,5"))
	if p.Summary.Opinions != (importing.Counts{Read: 2, Updated: 2}) || len(importingtest.Problems(p)) != 0 {
		t.Errorf("%+v, %q", p.Summary.Opinions, importingtest.Problems(p))
	}
	p = importingtest.Take(t, book, importingtest.Told("Response ID,Date,Comment,Rating", "r1,2026-11-01,Fine,3", "r2,2026-11-02,Good,"))
	if got := importingtest.Problems(p); !slices.Equal(got, []string{"import.opinion.kept-rating"}) || p.Summary.Opinions.Same != 2 {
		t.Errorf("%+v, %q", p.Summary.Opinions, got)
	}
	if o := importingtest.OpinionsOf(book)["Fine"]; o.Stars == nil || *o.Stars != 4 {
		t.Errorf("%+v", o)
	}
}

func TestTwoFilesOfOneImportSayOneOpinionTogether(t *testing.T) {
	rated := importingtest.Told("Response ID,Date,Comment,Rating", "r1,2026-11-01,Fine,4", "r2,2026-11-02,Good,5")
	themed := importingtest.Told("Response ID,Date,Comment,Theme", "r1,2026-11-01,Fine,delivery", "r2,2026-11-02,Good,price")
	for name, imports := range map[string][][]importing.Source{
		"with a number":                          {{rated, themed}},
		"with a number, which the book has bare": {{importingtest.Told("Response ID,Date,Comment", "r1,2026-11-01,Fine", "r2,2026-11-02,Good")}, {rated, themed}},
		"with a number, and a file that adds nothing first": {
			{importingtest.Told("Response ID,Date,Comment", "r1,2026-11-01,Fine", "r2,2026-11-02,Good")},
			{importingtest.Told("Response ID,Date,Comment", "r1,2026-11-01,Fine", "r2,2026-11-02,Good"), rated, themed},
		},
		"by their words, the fuller first": {{
			importingtest.Told("Date,Comment,Rating,Theme", "2026-11-01,Fine,4,delivery", "2026-11-02,Good,5,price"),
			importingtest.Told("Date,Comment", "2026-11-01,Fine", "2026-11-02,Good"),
		}},
		"by their words": {{
			importingtest.Told("Date,Comment", "2026-11-01,Fine", "2026-11-02,Good"),
			importingtest.Told("Date,Comment,Rating,Theme", "2026-11-01,Fine,4,delivery", "2026-11-02,Good,5,price"),
		}},
	} {
		book := importingtest.NewShelf()
		for _, files := range imports {
			importingtest.Take(t, book, files...)
		}
		all := importingtest.OpinionsOf(book)
		fine, good := all["Fine"], all["Good"]
		if len(book.Others) != 2 || fine.Stars == nil || *fine.Stars != 4 || good.Stars == nil || *good.Stars != 5 ||
			!slices.Equal(fine.Themes, []string{"delivery"}) || !slices.Equal(good.Themes, []string{"price"}) {
			t.Errorf("%s: %+v", name, all)
		}
		if p := importingtest.Take(t, book, imports[len(imports)-1]...); p.Summary.Opinions.Created+p.Summary.Opinions.Updated != 0 {
			t.Errorf("%s, again: %+v", name, p.Summary.Opinions)
		}
	}
}

func TestALineIsNotTakenForOneThatAnotherLineOfItsFileIs(t *testing.T) {
	known := importingtest.Told("Date,Comment,Rating", "2026-11-01,Good,")
	for name, lines := range map[string][]string{
		"the newest last":  {"2026-11-01,Good,", "2026-11-01,Good,5"},
		"the newest first": {"2026-11-01,Good,5", "2026-11-01,Good,"},
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, known)
		file := importingtest.Told("Date,Comment,Rating", lines...)
		importingtest.Take(t, book, file)
		rated := 0
		for _, r := range book.Others {
			if o, is := r.(app.Opinion); is && o.Rated() {
				rated++
			}
		}
		if len(book.Others) != 2 || rated != 1 {
			t.Errorf("%s: %+v", name, book.Others)
		}
		if p := importingtest.Take(t, book, file); p.Summary.Opinions.Created+p.Summary.Opinions.Updated != 0 {
			t.Errorf("%s, again: %+v", name, p.Summary.Opinions)
		}
	}
}

func TestOfTwoLinesWithOneNumberTheSecondIsToldWhereItSaysOtherwise(t *testing.T) {
	for name, tt := range map[string]struct {
		second string
		want   []string
	}{
		"other words":    {"r1,2026-11-01,\"Good, but late\",2", []string{"import.opinion.kept"}},
		"another rating": {"r1,2026-11-01,Good,2", []string{"import.opinion.kept-rating"}},
		"the same":       {"r1,2026-11-01,Good,5", nil},
	} {
		p := importingtest.Take(t, importingtest.NewShelf(), importingtest.Told("Response ID,Date,Comment,Rating", "r1,2026-11-01,Good,5", tt.second))
		if got := importingtest.Problems(p); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Told("Response ID,Date,Comment,Rating", "r1,2026-11-01,Good,", "r1,2026-11-01,Good,5"))
	if o := importingtest.OpinionsOf(book)["Good"]; o.Stars == nil || *o.Stars != 5 {
		t.Errorf("%+v", o)
	}
}
