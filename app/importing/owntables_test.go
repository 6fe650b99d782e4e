package importing_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// comesBack holds that a table written of one book is nothing new to it, and
// makes an empty one equal to it.
func comesBack(t *rapid.T, from, empty *importingtest.Shelf, sources []importing.Source, counts func(importing.Summary) importing.Counts, records int) {
	for name, into := range map[string]*importingtest.Shelf{"the same book": from, "an empty book": empty} {
		im := importing.New(into, into.IDs)
		p, err := im.Read(context.Background(), sources, importing.Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		want := importing.Counts{Read: records, Same: records}
		if into != from {
			want = importing.Counts{Read: records, Created: records}
		}
		if got := counts(p.Summary); got != want {
			t.Fatalf("%s: %+v of %+v", name, got, want)
		}
		for _, i := range p.Items {
			if len(i.Problems) > 0 {
				t.Fatalf("%s: %v", name, i.Problems)
			}
		}
		if _, err := im.Commit(context.Background(), p); err != nil {
			t.Fatal(err)
		}
	}
}

func twoCustomers(s *importingtest.Shelf) []app.ID {
	var ids []app.ID
	for _, c := range []app.Customer{
		{Name: app.Name{Full: "Ann Bell"}, References: []app.Reference{{Kind: app.ReferenceShop, Value: "17850"}}},
		{Firm: "Bell & Sons", Phones: []app.Phone{{Typed: "+44 20 7946 0290", E164: "+442079460290"}}},
	} {
		c.ID = s.IDs.Next()
		s.Customers[c.ID] = c
		ids = append(ids, c.ID)
	}
	return ids
}

func TestTheTableOfPurchasesComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := importingtest.NewShelf()
		who := twoCustomers(from)
		for n := range rapid.IntRange(1, 4).Draw(t, "purchases") {
			p := app.Purchase{
				ID: from.IDs.Next(), Customer: who[n%2], Day: app.NewDay(2026, 3, rapid.IntRange(1, 31).Draw(t, "day")),
				Receipt:  rapid.SampledFrom([]string{"", "1001", "C1001", "#7"}).Draw(t, "receipt"),
				Currency: rapid.SampledFrom([]string{"GBP", "JPY", "EUR"}).Draw(t, "currency"),
				SoldBy:   rapid.SampledFrom([]string{"", "Anna", "=Anna"}).Draw(t, "seller"),
			}
			for range rapid.IntRange(0, 2).Draw(t, "lines") {
				l := app.Line{
					Item: "I" + drawText(t), Code: rapid.SampledFrom([]string{"", "85123A"}).Draw(t, "code"),
					Quantity: app.Quantity(rapid.IntRange(1, 3000).Draw(t, "quantity")), Amount: int64(rapid.IntRange(0, 300000).Draw(t, "amount")),
				}
				if p.Receipt == "C1001" {
					l.Quantity, l.Amount = -l.Quantity, -l.Amount
				}
				p.Lines, p.Total = append(p.Lines, l), p.Total+l.Amount
			}
			if len(p.Lines) == 0 {
				p.Total = int64(rapid.IntRange(-100, 300000).Draw(t, "total"))
			}
			from.Bought[p.ID] = p
		}
		order := rapid.Uint64().Draw(t, "order")
		empty := importingtest.NewShelf()
		comesBack(t, from, empty, []importing.Source{
			importing.Bytes("p.csv", []byte(moved(t, written(t, from, exporting.Purchases), order))),
			importing.Bytes("c.csv", []byte(moved(t, written(t, from, exporting.Customers), order))),
		}, func(s importing.Summary) importing.Counts { return s.Receipts }, len(from.Bought))
		for id, p := range from.Bought {
			p.Returns = app.ID{} // is told by what they are, if at all
			got := empty.Bought[id]
			got.Returns = app.ID{}
			if diff := cmp.Diff(p, got, cmpopts.EquateEmpty()); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

func TestTheTableOfOpinionsComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := importingtest.NewShelf()
		who := twoCustomers(from)
		for n := range rapid.IntRange(1, 3).Draw(t, "opinions") {
			score := rapid.IntRange(0, 10).Draw(t, "score")
			o := app.Opinion{
				ID: from.IDs.Next(), Customer: who[n%2], Said: app.NewDay(2026, 3, 1), Taken: time.Date(2026, 3, 1, 10, n, 0, 0, time.UTC),
				Verbatim: "V" + drawText(t) + "\nbut", Themes: []string{"quality, mostly", "chairs"}, Staff: []string{"Anna"}, Praise: []string{"Anna", "Bo"},
				Source: rapid.SampledFrom([]app.Source{app.FromCall, app.FromCard, app.FromWeb}).Draw(t, "source"),
			}
			if score < 6 {
				o.Stars = new(int)
				*o.Stars = 1 + score%5
			} else {
				o.Score = &score
			}
			if rapid.Bool().Draw(t, "quotable") {
				o.Quote = &app.Quote{Words: "lovely", Where: "in the window", Name: "Ann B.", Since: o.Taken}
			}
			from.Others[o.ID] = o
		}
		order := rapid.Uint64().Draw(t, "order")
		empty := importingtest.NewShelf()
		comesBack(t, from, empty, []importing.Source{
			importing.Bytes("o.csv", []byte(moved(t, written(t, from, exporting.Opinions), order))),
			importing.Bytes("c.csv", []byte(moved(t, written(t, from, exporting.Customers), order))),
		}, func(s importing.Summary) importing.Counts { return s.Opinions }, len(from.Others))
		if diff := cmp.Diff(from.Others, empty.Others, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestTablesForPeopleAreRefusedByName(t *testing.T) {
	s := importingtest.NewShelf()
	who := twoCustomers(s)
	complaint := app.Complaint{ID: s.IDs.Next(), Customer: who[0], Wrong: "It squeaks", Received: time.Now().Add(-time.Hour)}
	call := app.Call{ID: s.IDs.Next(), Customer: who[0], Start: time.Now().Add(-time.Hour), Disposition: app.Talked, Notes: "nice"}
	s.Others[complaint.ID], s.Others[call.ID] = complaint, call
	for want, table := range map[string]string{
		"error.import.own-complaints": written(t, s, exporting.Complaints),
		"error.import.own-notes":      notesOf(t, s),
		"error.import.own-quotes":     quotesOf(t, s),
	} {
		_, err := importing.New(s, s.IDs).Read(context.Background(), []importing.Source{importing.Bytes("t.csv", []byte(table))}, importing.Options{})
		if app.CodeOf(err) != app.CodeInvalid || importingtest.KeyOf(err) != want {
			t.Errorf("%v is not %s", err, want)
		}
	}
}
