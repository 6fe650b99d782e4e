package opinions_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/opinions"
)

func bought(n byte, customer app.ID, day app.Day, receipt string) app.Purchase {
	return app.Purchase{ID: app.ID{14: 1, 15: n}, Customer: customer, Day: day, Receipt: receipt, Total: 100, Currency: "EUR"}
}

func TestAReceiptSaysWhoseACardIsAndWhatItIsAbout(t *testing.T) {
	day := app.NewDay(2026, time.November, 2)
	s := open(t, bought(1, huong.ID, day, "R105-2"), bought(2, huong.ID, day+3, "R106"), bought(3, maija.ID, day, "R1"), bought(4, huong.ID, day, "R1"))
	for name, f := range map[string]opinions.Form{
		"by its own": {Receipt: "r105-2"}, "as the sender": {Sender: "R105-2"}, "of the customer": {Customer: huong.ID, Receipt: "R105-2"},
	} {
		t.Run(name, func(t *testing.T) {
			f.Rating = "9"
			if o := s.take(f).Opinion; o.Customer != huong.ID || !slices.Equal(o.About, []app.ID{{14: 1, 15: 1}}) || o.Sender != "" {
				t.Errorf("%+v", o)
			}
		})
	}
	all, err := s.desk.Candidates(context.Background(), "R105-2", 5)
	if err != nil || len(all) == 0 || all[0].Customer.ID != huong.ID || len(all[0].About) != 1 {
		t.Errorf("%+v, %v", all, err)
	}
	s.shop.Batches = nil
	_, err = s.desk.Take(context.Background(), opinions.Form{Receipt: "R1", Rating: "9"}, "")
	s.refused(err, map[string]string{opinions.FieldReceipt: "error.cards.receipt"})
}

func TestACardIsAboutTheLastPurchaseBeforeIt(t *testing.T) {
	day := app.NewDay(2026, time.November, 2)
	for name, tt := range map[string]struct {
		bought []app.Record
		want   int
	}{
		"the last before it":     {[]app.Record{bought(1, maija.ID, day, ""), bought(2, maija.ID, day-9, ""), bought(3, maija.ID, day+12, "")}, 1},
		"two of one day":         {[]app.Record{bought(1, maija.ID, day, ""), bought(2, maija.ID, day, "")}, 0},
		"one of long ago":        {[]app.Record{bought(1, maija.ID, day-200, "")}, 0},
		"one of somebody else's": {[]app.Record{bought(1, huong.ID, day, "")}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			o := open(t, tt.bought...).take(opinions.Form{Customer: maija.ID, Said: "9 Nov", Rating: "9"}).Opinion
			if len(o.About) != tt.want || tt.want == 1 && o.About[0] != (app.ID{14: 1, 15: 1}) {
				t.Errorf("%v", o.About)
			}
		})
	}
}
