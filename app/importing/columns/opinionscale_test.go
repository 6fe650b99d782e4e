package columns_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestAScaleThatCanBeTwoIsAsked(t *testing.T) {
	file := importingtest.Told("Date,Feedback,Score", "2026-11-01,Fine,4", "2026-11-02,Good,5")
	book := importingtest.NewShelf()
	_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{})
	if why := new(app.Error); !errors.As(err, &why) || why.Args["Few"] != 2 || why.Args["All"] != 2 {
		t.Fatalf("how many are stars is not told: %v", err)
	}
	if table, ok := columns.Asks(err); !ok || !slices.Equal(table.Names, []string{"Date", "Feedback", "Score"}) {
		t.Fatalf("%v", err)
	}
	for said, want := range map[fields.Field]app.Opinion{fields.Stars: {Stars: importingtest.Of(4)}, fields.Score: {Score: importingtest.Of(4)}} {
		book := importingtest.NewShelf()
		p := importingtest.Look(t, book, importing.Options{Map: []columns.Mapping{{Column: "Score", Field: said}}}, file)
		if _, err := importing.New(book, book.IDs).Commit(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		o := importingtest.OpinionsOf(book)["Fine"]
		if diff := cmp.Diff(want, app.Opinion{Score: o.Score, Stars: o.Stars}); diff != "" {
			t.Error(said, diff)
		}
	}
	if p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Told("Date,Feedback,Score", "2026-11-01,Fine,4", "2026-11-02,Good,10")); p.Summary.Opinions.Created != 2 {
		t.Errorf("a ten says that it goes to ten: %+v", p.Summary.Opinions)
	}
	if p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Told("Date,Feedback,Rating", "2026-11-01,Fine,4", "2026-11-02,Good,9")); p.Items[1].Problems != nil {
		t.Errorf("so does a nine: %+v", p.Items)
	}
}

func TestOneBadRatingChangesNoOther(t *testing.T) {
	for _, tt := range []struct {
		header, slip string
		asked        bool
		bad          int // ratings that are left out
	}{
		{"Stars", "11", false, 1},
		{"Stars", "7", false, 1},
		{"Stars", "0", false, 1},
		{"review_score", "11", false, 1},
		{"review_score", "7", true, 0},
		{"Rating", "0", true, 0},
		{"Score", "11", true, 0},
		{"Score", "7", true, 0},
		{"Stars", "5", false, 0},
	} {
		t.Run(tt.header+" with a "+tt.slip, func(t *testing.T) {
			lines := []string{"2026-11-01,The slip," + tt.slip}
			for i := range 25 {
				lines = append(lines, fmt.Sprintf("2026-11-02,Words %d,%d", i, 5-i%5/4))
			}
			file := importingtest.Told("Date,Feedback,"+tt.header, lines...)
			book := importingtest.NewShelf()
			if tt.asked {
				_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{})
				if _, ok := columns.Asks(err); !ok || importingtest.KeyOf(err) != "error.import.scale" {
					t.Fatalf("nobody was asked: %v", err)
				}
				return
			}
			p := importingtest.Take(t, book, file)
			all := importingtest.OpinionsOf(book)
			stars, bad := 0, 0
			for _, o := range all {
				if o.Stars != nil && *o.Stars >= 4 && o.Score == nil {
					stars++
				}
			}
			for _, i := range p.Items {
				bad += len(i.Problems)
				for _, problem := range i.Problems {
					if problem.Args["Text"] != tt.slip {
						t.Errorf("%v is said of it", problem.Args)
					}
				}
			}
			if len(all) != 26 || stars != 26-tt.bad || bad != tt.bad || tt.bad > 0 && all["The slip"].Rated() {
				t.Errorf("%d opinions, %d with 4 or 5 stars, %d problems, the slip %+v", len(all), stars, bad, all["The slip"])
			}
		})
	}
}

func TestAColumnThatSaysHowFarItsRatingsGoIsNotAsked(t *testing.T) {
	for name, want := range map[string]app.Opinion{
		"Rating (1-5)":       {Stars: importingtest.Of(4)},
		"Score out of 5":     {Stars: importingtest.Of(4)},
		"Bewertung (1–5)":    {Stars: importingtest.Of(4)},
		"Score (0-10)":       {Score: importingtest.Of(4)},
		"Rating (1-10)":      {Score: importingtest.Of(4)},
		"CSAT":               {Stars: importingtest.Of(4)},
		"Overall rating":     {Stars: importingtest.Of(4)},
		"Valoración (1 a 5)": {Stars: importingtest.Of(4)},
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Told("Date,Feedback,"+name, "2026-11-01,Fine,4", "2026-11-02,Good,5"))
		o := importingtest.OpinionsOf(book)["Fine"]
		if diff := cmp.Diff(want, app.Opinion{Score: o.Score, Stars: o.Stars}); diff != "" {
			t.Error(name, diff)
		}
	}
	for name, taken := range map[string]bool{"Score (1-5)": false, "Score": true} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Told("Date,Feedback,"+name, "2026-11-01,Fine,8", "2026-11-02,Good,9"))
		if o := importingtest.OpinionsOf(book)["Fine"]; o.Rated() != taken || o.Stars != nil {
			t.Errorf("%s: an eight came in as %+v", name, o)
		}
	}
}
