package columns_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestAColumnIsSaidNotToBeTakenWhereNothingIsMadeOfIt(t *testing.T) {
	for name, c := range map[string]struct {
		rows []string
		want []string
	}{
		"the credits of a ledger leave out their rows": {
			[]string{"Date,Customer Name,Phone,Document,Item,Debit,Credit", "2026-03-14,Bob Ek,+12025550144,D1,Mug,5.00,0", "2026-03-15,Bob Ek,+12025550144,D2,,0,5.00"},
			[]string{"Document"},
		},
		"whether something is paid is said of it": {
			[]string{"Date,Customer Name,Phone,Item,Amount,Is Paid", "2026-03-14,Bob Ek,+12025550144,Mug,5.00,yes", "2026-03-15,Bob Ek,+12025550144,Cup,5.00,no"}, nil,
		},
		"the zone of the hours": {
			[]string{"Date,Time,Time Zone,Customer Name,Phone,Item,Amount", "2026-03-14,10:00,Europe/Berlin,Bob Ek,+12025550144,Mug,5.00"}, nil,
		},
		"to whom money was sent back": {
			[]string{
				"Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Item Title",
				"03/14/2026,10:00:00,PDT,Bob Ek,Express Checkout Payment,Completed,USD,5.00,-0.50,4.50,bob@example.com,shop@example.com,T1,Mug",
			},
			[]string{"Fee", "Net"},
		},
		"a second name beside the column of customers": {
			[]string{"Date,Customer,Name,Phone,Item,Amount", "2026-03-14,Ann Bell,Bob Ek,+12025550144,Mug,5.00"},
			[]string{"Name"},
		},
		"the column of customers beside their names": {
			[]string{"Date,Customer,Customer Name,Phone,Item,Amount", "2026-03-14,Ann Bell,Bob Ek,+12025550144,Mug,5.00"},
			[]string{"Customer"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table(c.rows...))
			if got := p.Files[0].NotTaken; !slices.Equal(got, c.want) {
				t.Errorf("not taken is %q, want %q", got, c.want)
			}
		})
	}
}

func TestNobodyIsAskedWhatAColumnHoldsOfWhichSomethingIsMade(t *testing.T) {
	for name, rows := range map[string][]string{
		"the zone of the hours": {"Date,Time,Time Zone,Phone,Amount", "2026-03-14,10:00,Eastern Time,+12025550144,5.00", "2026-03-14,10:00,Pacific Time,+12025550145,6.00"},
		"who bought it":         {"Date,Buyer,Customer Name,Phone,Amount", "2026-03-14,Ann Bell,Ann Bell,+12025550144,5.00", "2026-03-15,Bob Ek,Bob Ek,+12025550145,6.00"},
	} {
		book := importingtest.NewShelf()
		_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{importingtest.Table(rows...)}, importing.Options{})
		if err != nil {
			t.Errorf("%s: asks %s, %v", name, importingtest.KeyOf(err), err.(*app.Error).Args["Column"])
		}
	}
}
