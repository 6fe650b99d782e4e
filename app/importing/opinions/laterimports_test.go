package opinions_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// lampAndVase are two orders of one customer.
var lampAndVase = importing.Bytes("orders.csv", []byte("Order,Date,Customer,Email,Item,Qty,Amount\n1001,2026-03-01,Ann Lee,ann@x.com,Lamp,1,129.95\n1003,2026-03-09,Ann Lee,ann@x.com,Vase,1,35.00\n"))

func TestAnOpinionThatComesInAgainWithMoreOrLessOfItsLineIsOne(t *testing.T) {
	type step = []importing.Source
	words := importingtest.Told("Date,Email,Comment", "2026-03-10,ann@x.com,Lovely lamp")
	rated := importingtest.Told("Date,Email,Comment,Stars", "2026-03-10,ann@x.com,Lovely lamp,5")
	other := importingtest.Told("Date,Email,Comment,Stars", "2026-03-10,ann@x.com,Lovely lamp,4")
	ordered := importingtest.Told("Date,Email,Order,Comment,Stars", "2026-03-10,ann@x.com,1001,Lovely lamp,5")
	numbered := importingtest.Told("Review ID,Date,Email,Comment,Stars", "r1,2026-03-10,ann@x.com,Lovely lamp,5")
	numberedAndOrdered := importingtest.Told("Review ID,Date,Email,Order,Comment,Stars", "r1,2026-03-10,ann@x.com,1001,Lovely lamp,5")
	onlyStars := importingtest.Told("Order,Date,Stars,Comment", "1001,2026-03-10,5,")
	told := []string{"import.opinion.kept-rating"}
	for name, tt := range map[string]struct {
		imports []step
		of      string // the receipt of the order that it is about
		told    []string
	}{
		"the order later":                       {imports: []step{{rated}, {ordered}}, of: "1001"},
		"the order later, in one import":        {imports: []step{{rated, ordered}}, of: "1001"},
		"the order and the stars later":         {imports: []step{{words}, {ordered}}, of: "1001"},
		"the order first":                       {imports: []step{{ordered}, {rated}}, of: "1001"},
		"the order first, in one import":        {imports: []step{{ordered, rated}}, of: "1001"},
		"the stars first":                       {imports: []step{{rated}, {words}}},
		"the order only at first, then neither": {imports: []step{{ordered}, {words}}, of: "1001"},
		"with other stars":                      {imports: []step{{rated}, {other}}, told: told},
		"with other stars, in one import":       {imports: []step{{rated, other}}, told: told},
		"with other stars and the order":        {imports: []step{{other}, {ordered}}, of: "1001", told: told},
		"a number later":                        {imports: []step{{rated}, {numbered}}},
		"a number first":                        {imports: []step{{numbered}, {rated}}},
		"a number, and the order later":         {imports: []step{{numbered}, {numberedAndOrdered}}, of: "1001"},
		"before its customer":                   {imports: []step{{rated}, {lampAndVase}, {rated}}},
		"before its customer, the order later":  {imports: []step{{rated}, {lampAndVase}, {ordered}}, of: "1001"},
		"stars of an order first":               {imports: []step{{onlyStars}, {ordered}}, of: "1001"},
		"stars of an order last":                {imports: []step{{ordered}, {onlyStars}}, of: "1001"},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			if !strings.HasPrefix(name, "before its customer") {
				importingtest.Take(t, book, lampAndVase)
			}
			var problems []string
			for _, files := range tt.imports {
				problems = importingtest.Problems(importingtest.Take(t, book, files...))
			}
			o := importingtest.OpinionsOf(book)["Lovely lamp"]
			if len(book.Others) != 1 || book.Customers[o.Customer].Name.Full != "Ann Lee" || o.Sender != "" || !o.Rated() || !slices.Equal(problems, tt.told) {
				t.Errorf("%+v, told %q", book.Others, problems)
			}
			if tt.of != "" && (len(o.About) != 1 || book.Bought[o.About[0]].Receipt != tt.of) {
				t.Errorf("it is about %v", o.About)
			}
			last := tt.imports[len(tt.imports)-1]
			if p := importingtest.Take(t, book, last...); p.Summary.Opinions.Created+p.Summary.Opinions.Updated != 0 {
				t.Errorf("again: %+v", p.Summary.Opinions)
			}
		})
	}
}

func TestWhatIsSaidOfAnotherOrderOrUnderAnotherNumberIsAnother(t *testing.T) {
	for name, files := range map[string][2]importing.Source{
		"another order": {
			importingtest.Told("Date,Order,Comment,Stars", "2026-03-10,1001,Good,5"),
			importingtest.Told("Date,Order,Comment,Stars", "2026-03-10,1003,Good,5"),
		},
		"another number": {
			importingtest.Told("Review ID,Date,Email,Comment,Stars", "r1,2026-03-10,ann@x.com,Good,5"),
			importingtest.Told("Review ID,Date,Email,Comment,Stars", "r2,2026-03-10,ann@x.com,Good,5"),
		},
		"another line of a file that has the first too": {
			importingtest.Told("Date,Email,Comment,Stars", "2026-03-10,ann@x.com,Good,5"),
			importingtest.Told("Date,Email,Comment,Stars", "2026-03-10,ann@x.com,Good,4", "2026-03-10,ann@x.com,Good,5"),
		},
		"another day": {
			importingtest.Told("Date,Email,Comment,Stars", "2026-03-10,ann@x.com,Good,5"),
			importingtest.Told("Date,Email,Comment,Stars", "2026-03-11,ann@x.com,Good,5"),
		},
		"of nobody, in few words": {
			importingtest.Told("Date,Comment,Stars", "2026-03-10,Good,5"),
			importingtest.Told("Date,Order,Comment,Stars", "2026-03-10,1003,Good,5"),
		},
	} {
		for _, together := range []bool{true, false} {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, lampAndVase)
			if together {
				importingtest.Take(t, book, files[:]...)
			} else {
				importingtest.Take(t, book, files[0])
				importingtest.Take(t, book, files[1])
			}
			if len(book.Others) != 2 {
				t.Errorf("%s (in one import: %v): %+v", name, together, book.Others)
			}
		}
	}
}

func TestWordsThatComeInLaterUnderANumberAreKept(t *testing.T) {
	book := importingtest.NewShelf()
	bare := importingtest.Told("Review ID,Date,Email,Comment,Stars", "r1,2026-03-10,ann@x.com,,1")
	full := importingtest.Told("Review ID,Date,Email,Comment,Stars", "r1,2026-03-10,ann@x.com,It broke at once,1")
	importingtest.Take(t, book, bare)
	for _, file := range []importing.Source{full, bare} { // and none at the end takes them away
		if got := importingtest.Problems(importingtest.Take(t, book, file)); len(got) != 0 {
			t.Errorf("%q", got)
		}
	}
	if o, kept := importingtest.OpinionsOf(book)["It broke at once"]; !kept || len(book.Others) != 1 || o.Stars == nil || *o.Stars != 1 {
		t.Errorf("%+v", book.Others)
	}
}

func TestAnImportedOpinionIsNotTakenForOneOfACall(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, lampAndVase)
	for _, p := range book.Bought {
		if p.Receipt == "1001" {
			o := app.Opinion{ID: book.IDs.Next(), Customer: p.Customer, Said: p.Day + 9, Source: app.FromCall, Stars: importingtest.Of(5), About: []app.ID{p.ID}}
			book.Others[o.ID] = o
		}
	}
	importingtest.Take(t, book, importingtest.Told("Date,Order,Comment,Stars", "2026-03-10,1001,Good,5"))
	if len(book.Others) != 2 {
		t.Errorf("%+v", book.Others)
	}
}
