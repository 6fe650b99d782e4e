package customers_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/customers"
)

func TestACorrectionOfAPurchaseLeavesWhatItDidNotTouchAsTheBookHasItByNow(t *testing.T) {
	b, desk := shop(t)
	ann, bo := app.Customer{ID: app.ID{15: 1}, Name: app.Name{Full: "Ann"}}, app.Customer{ID: app.ID{15: 2}, Name: app.Name{Full: "Bo"}}
	b.customers[ann.ID], b.customers[bo.ID] = ann, bo
	bought := app.Purchase{
		ID: app.ID{14: 1}, Customer: ann.ID, Day: app.NewDay(2026, 11, 13), Receipt: "R1", Currency: "GBP", Total: 12900, SoldBy: "Anna",
		Lines: []app.Line{{Item: "Table", Quantity: app.One, Amount: 12900}},
	}
	origin := customers.PurchaseFormOf(bought)
	form := origin
	form.Origin, form.Receipt = &origin, "R-corrected"
	now := bought
	now.Customer, now.SoldBy, now.Total = bo.ID, "Mo", 17900
	now.Lines = []app.Line{bought.Lines[0], {Item: "Chair", Quantity: app.One, Amount: 5000}}
	b.purchases[now.ID] = now // by an import and a merge since
	saved, err := desk.SavePurchase(t.Context(), form, "")
	if err != nil || len(saved.Remarks) > 0 {
		t.Fatal(saved.Remarks, err)
	}
	got := b.purchases[now.ID]
	if got.Receipt != "R-corrected" || got.Customer != bo.ID || got.SoldBy != "Mo" || got.Total != 17900 || len(got.Lines) != 2 {
		t.Errorf("%+v", got)
	}

	b.purchases[now.ID] = now
	form.SoldBy, form.Lines = "Jo", []customers.LineField{{Item: "Oak table", Quantity: "1", Amount: "129.00"}}
	saved, err = desk.SavePurchase(t.Context(), form, "")
	if err != nil {
		t.Fatal(err)
	}
	if saved.Remarks[customers.FieldLines] == nil || saved.Remarks[customers.FieldSoldBy] == nil || b.purchases[now.ID].SoldBy != "Jo" {
		t.Errorf("what both changed: %+v, said %+v", b.purchases[now.ID], saved.Remarks)
	}
}
