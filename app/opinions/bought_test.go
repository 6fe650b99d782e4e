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

func TestACardIsAboutAPurchaseWhereNoOtherIsInQuestion(t *testing.T) {
	day := app.NewDay(2026, time.November, 2)
	returned := bought(2, maija.ID, day+1, "")
	returned.Returns = app.ID{15: 1}
	returned.Lines = []app.Line{{Item: "Lamp", Quantity: -app.One, Amount: -100}}
	for name, tt := range map[string]struct {
		bought []app.Record
		form   opinions.Form
		want   int
	}{
		"the only one":             {bought: []app.Record{bought(1, maija.ID, day, "")}, want: 1},
		"one before it, one after": {bought: []app.Record{bought(1, maija.ID, day, ""), bought(3, maija.ID, day+12, "")}, want: 1},
		"one, and one long ago":    {bought: []app.Record{bought(1, maija.ID, day, ""), bought(2, maija.ID, day-200, "")}, want: 1},
		"one, and what came back":  {bought: []app.Record{bought(1, maija.ID, day, ""), returned}, want: 1},
		"two of the last weeks":    {bought: []app.Record{bought(1, maija.ID, day, ""), bought(2, maija.ID, day-60, "")}},
		"two of one day":           {bought: []app.Record{bought(1, maija.ID, day, ""), bought(2, maija.ID, day, "")}},
		"one of long ago":          {bought: []app.Record{bought(1, maija.ID, day-200, "")}},
		"one of somebody else's":   {bought: []app.Record{bought(1, huong.ID, day, "")}},
		"the only one, refused":    {bought: []app.Record{bought(1, maija.ID, day, "")}, form: opinions.Form{Chosen: true}},
	} {
		t.Run(name, func(t *testing.T) {
			tt.form.Customer, tt.form.Said, tt.form.Rating = maija.ID, "9 Nov", "9"
			o := open(t, tt.bought...).take(tt.form).Opinion
			if len(o.About) != tt.want || tt.want == 1 && o.About[0] != (app.ID{14: 1, 15: 1}) {
				t.Errorf("%v", o.About)
			}
		})
	}
}
