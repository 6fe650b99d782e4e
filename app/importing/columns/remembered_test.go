package columns_test

import (
	"context"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
	"ringback.app/app/importing/values"
)

func TestWhatWasSaidOfAHeaderIsRemembered(t *testing.T) {
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	header := "who,when,what"
	told := importing.Options{Map: []columns.Mapping{
		{Column: "who", Field: fields.Customer},
		{Column: "When", Field: fields.Day, Order: values.MonthDay},
		{Column: "what", Field: fields.Item},
	}}
	p := importingtest.Look(t, book, told, importingtest.Table(header, "7,3/4/2026,Cup"))
	if len(book.Notes) != 0 {
		t.Error("a preview alone is remembered")
	}
	if _, err := im.Commit(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	p = importingtest.Look(t, book, importing.Options{}, importingtest.Table(header, "8,5/6/2026,Pot"))
	if got := p.Items[0].Day; got != app.NewDay(2026, time.May, 6) {
		t.Errorf("the next table is of %s", got)
	}
	for _, c := range p.Files[0].Columns {
		if !c.Remembered || c.Field == "" {
			t.Errorf("column %s is %q, remembered %t", c.Name, c.Field, c.Remembered)
		}
	}
	p = importingtest.Look(t, book, importing.Options{}, importingtest.Table(header, "8,5/6/2026,Pot", "8,31/6/2025,Pot", "8,30/6/2025,Pan"))
	if got := p.Items[len(p.Items)-1].Day; got != app.NewDay(2025, time.June, 30) {
		t.Errorf("a table that says itself that the day comes first is read as of %s", got)
	}
	otherwise := importing.Options{Map: []columns.Mapping{{Column: "when", Field: fields.Day, Order: values.DayMonth}}}
	if p = importingtest.Look(t, book, otherwise, importingtest.Table(header, "8,5/6/2026,Pot")); p.Items[0].Day != app.NewDay(2026, time.June, 5) {
		t.Errorf("told otherwise: %s", p.Items[0].Day)
	}
	if _, err := im.Read(context.Background(), []importing.Source{importingtest.Table("who,when,which", "8,2026-06-05,Pot")}, importing.Options{}); err == nil {
		t.Error("another header is taken for the one that is known")
	}
	for key := range book.Notes {
		book.Notes[key] = []byte("not ours")
	}
	if _, err := im.Read(context.Background(), []importing.Source{importingtest.Table(header, "8,2026-06-05,Pot")}, importing.Options{}); importingtest.KeyOf(err) != "error.import.no-customer" {
		t.Errorf("what is kept is damaged: %v", err)
	}
}

func TestWhatWasSaidOfAHeaderIsRememberedWhereAllOfTheTableIsOnRecord(t *testing.T) {
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	importingtest.Take(t, book, importingtest.Table("date,customer id,item,total", "2026-03-04,7,Cup,5.00"))
	batches := len(book.Log)
	told := importing.Options{Map: []columns.Mapping{{Column: "xyz", Field: fields.Total}}}
	for name, c := range map[string]struct {
		row  string
		want int
	}{
		"nothing of it is read":  {"2026-03-04,7,Cup,five", 0},
		"all of it is on record": {"2026-03-04,7,Cup,5.00", 1},
	} {
		p := importingtest.Look(t, book, told, importingtest.Table("date,customer id,item,xyz", c.row))
		clear(book.Notes)
		result, err := im.Commit(t.Context(), p)
		if err != nil || !result.Batch.IsZero() || len(book.Notes) != c.want || len(book.Log) != batches {
			t.Errorf("%s: %+v, %v; keeps %q", name, result, err, book.Notes)
		}
	}
}

func TestWishesAreAddedToACustomerAndNoneIsTakenBack(t *testing.T) {
	book := importingtest.NewShelf()
	ann := []string{"FN:Ann Bell", "TEL:+44 20 7946 0290"}
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card(append(ann, "X-RINGBACK-DO-NOT-CALL:marketing;2026-01-02;asked")...)))
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card(append(ann, "X-RINGBACK-DO-NOT-CALL:follow-up;2026-02-03;moved", "X-RINGBACK-BEST-TIME:17:00;19:00;mon")...)))
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card(append(ann, "X-RINGBACK-DO-NOT-CALL:marketing;2026-03-04;again", "X-RINGBACK-BEST-TIME:08:00;09:00;")...)))
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card(ann...)))
	c := book.Named(t, "Ann Bell")
	if len(book.Customers) != 1 || len(c.DoNotCall) != 2 || c.DoNotCall[0].Reason != "asked" || c.DoNotCall[1].Reason != "moved" {
		t.Errorf("%+v", c.DoNotCall)
	}
	if c.BestTime.From != 17*60 || c.BestTime.To != 19*60 {
		t.Errorf("best called %+v", c.BestTime)
	}
}
