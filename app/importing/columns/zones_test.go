package columns_test

import (
	"context"
	"testing"
	"time"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestASaleIsOfTheDayOnWhichItWasWhereTheShopIs(t *testing.T) {
	const stripe = "id,Description,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer ID,Customer Description,Customer Email"
	const square = "Date,Time,Time Zone,Item,Qty,Gross Sales,Net Sales,Transaction ID,Payment ID,Customer Name,Customer ID"
	const till = "Receipt,Date,Customer ID,Item,Total"
	for name, tt := range map[string]struct {
		zone string
		rows []string
		day  string // of the last row
	}{
		"Stripe's in the evening in New York":       {"America/New_York", []string{stripe, "ch_1,Order 12,2024-03-15 02:12,25.00,0.00,usd,Paid,cus_1,Ann Lee,ann@example.com"}, "2024-03-14"},
		"Stripe's in the morning in Auckland":       {"Pacific/Auckland", []string{stripe, "ch_1,Order 12,2024-03-14 21:30,25.00,0.00,usd,Paid,cus_1,Ann Lee,ann@example.com"}, "2024-03-15"},
		"Square's in the zone that it names":        {"America/New_York", []string{square, "2024-03-14,22:30:00,Pacific Time (US & Canada),Mug,1,$5.00,$5.00,T1,P1,Ann Lee,C1"}, "2024-03-15"},
		"Square's in the shop's own":                {"America/New_York", []string{square, "2024-03-14,22:30:00,Eastern Time (US & Canada),Mug,1,$5.00,$5.00,T1,P1,Ann Lee,C1"}, "2024-03-14"},
		"an hour with its distance":                 {"America/New_York", []string{till, "1,2024-03-15 02:12:00 +0000,7,Mug,5.00"}, "2024-03-14"},
		"an hour in the zone of nobody knows where": {"America/New_York", []string{till, "1,2024-03-15 02:12:00,7,Mug,5.00"}, "2024-03-15"},
		"days that are written as midnights":        {"America/New_York", []string{till, "1,2024-03-14T00:00:00Z,7,Mug,5.00", "2,2024-03-15T00:00:00Z,7,Mug,5.00"}, "2024-03-15"},
		"a midnight among hours":                    {"America/New_York", []string{till, "1,2024-03-14T10:12:00Z,7,Mug,5.00", "2,2024-03-15T00:00:00Z,7,Mug,5.00"}, "2024-03-14"},
		"a mere day below a head with a zone":       {"America/New_York", []string{"Receipt,Date (UTC),Customer ID,Item,Total", "1,2024-03-14,7,Mug,5.00"}, "2024-03-14"},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			book.Settings.TimeZone, book.Settings.Currency = tt.zone, "USD"
			p := importingtest.Look(t, book, importing.Options{}, importingtest.Table(tt.rows...))
			if got := p.Items[len(p.Items)-1].Day.String(); got != tt.day || len(p.Files[0].NotTaken) > 0 && p.Files[0].NotTaken[0] == "Time Zone" {
				t.Errorf("it is of %s, want %s; not taken %v", got, tt.day, p.Files[0].NotTaken)
			}
		})
	}
}

func TestAReceiptIsTheSameWhereverTheShopIsTakenToBe(t *testing.T) {
	book := importingtest.NewShelf()
	im := importing.New(book, book.IDs)
	file := importingtest.Table("Receipt,Date,Customer ID,Item,Total", "1,2024-03-15 02:12:00 +0000,7,Mug,5.00")
	book.Settings.TimeZone = "UTC"
	if _, err := im.Commit(context.Background(), importingtest.Look(t, book, importing.Options{}, file)); err != nil {
		t.Fatal(err)
	}
	book.Settings.TimeZone = "America/New_York"
	if p := importingtest.Look(t, book, importing.Options{}, file); p.Items[0].Action != importing.Same {
		t.Errorf("it is %s", p.Items[0].Action)
	}
}

func TestAnOpinionIsOfTheDayOnWhichItWasSaidWhereTheShopIs(t *testing.T) {
	at := func(zone string) *importing.Preview {
		book := importingtest.NewShelf()
		book.Settings.TimeZone = zone
		return importingtest.Look(t, book, importing.Options{Clock: func() time.Time { return time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC) }},
			importingtest.Table("E-mail,Said on,Words,Score", "ann@example.com,2024-03-15T02:12:00Z,Lovely,9"))
	}
	newYork, utc := at("America/New_York").Items[0], at("UTC").Items[0]
	if newYork.Day.String() != "2024-03-14" || utc.Day.String() != "2024-03-15" {
		t.Errorf("said on %s in New York and on %s in UTC", newYork.Day, utc.Day)
	}
	if newYork.ID != utc.ID {
		t.Error("the same line is another opinion where the shop is elsewhere")
	}
}
