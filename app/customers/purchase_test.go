package customers_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/customers"
)

func TestAPurchaseIsReckonedExactly(t *testing.T) {
	b, desk := shop(t)
	b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}}
	saved, err := desk.SavePurchase(t.Context(), customers.PurchaseForm{
		Customer: app.ID{1}, Day: "fri", Receipt: "R 7", SoldBy: "Mo",
		Lines: []customers.LineField{
			{Item: "Oak table", Amount: "1,234.10"},
			{Item: "Oil", Quantity: "1,5", Amount: "0.20", Code: "O1"},
			{},
		},
	}, "")
	if err != nil {
		t.Fatal(err)
	}
	want := app.Purchase{
		ID: saved.ID, Customer: app.ID{1}, Day: app.NewDay(2026, 11, 20), Receipt: "R 7", SoldBy: "Mo",
		Lines: []app.Line{
			{Item: "Oak table", Quantity: 1000, Amount: 123410},
			{Item: "Oil", Quantity: 1500, Amount: 20, Code: "O1"},
		},
		Total: 123430, Currency: "GBP",
	}
	if got := b.purchases[saved.ID]; !reflect.DeepEqual(got, want) {
		t.Errorf("kept\n%+v\nwant\n%+v", got, want)
	}
	if b.batches[0].Act != app.ActAddPurchase {
		t.Errorf("act %s", b.batches[0].Act)
	}
}

func TestAPurchaseThatNobodyTouchedStaysAsItIs(t *testing.T) {
	b, desk := shop(t)
	b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}}
	for name, p := range map[string]app.Purchase{
		"with a discount": {Total: 900, Currency: "EUR", Lines: []app.Line{{Item: "a", Quantity: 1000, Amount: 1000}}},
		"without lines":   {Total: -900, Currency: "EUR"},
		"in yen":          {Total: 1500, Currency: "JPY", Lines: []app.Line{{Item: "a", Quantity: 333, Amount: 1500}}},
		"in dinars":       {Total: 1500, Currency: "KWD", Lines: []app.Line{{Item: "a", Quantity: -2000, Amount: 1500}}, Returns: app.ID{4}},
		"of what nobody may type": {Total: 500, Currency: "EUR", Lines: []app.Line{
			{Item: "cancelled", Quantity: 0, Amount: 0},
			{Item: strings.Repeat("long ", 100), Quantity: 1000, Amount: 500},
			{Item: "taken back for nothing", Quantity: -1000, Amount: 100},
			{Quantity: 1000, Amount: -100},
		}},
		"of a long receipt":   {Total: 600, Currency: "EUR", Lines: slices.Repeat([]app.Line{{Item: "a", Quantity: 1000, Amount: 1}}, 600)},
		"from the far future": {Day: app.NewDay(2040, 1, 1), Total: 1, Currency: "EUR"},
	} {
		p.ID, p.Customer = app.ID{2}, app.ID{1}
		if p.Day == 0 {
			p.Day = app.NewDay(2020, 1, 1)
		}
		if name == "in dinars" {
			p.Lines[0].Amount, p.Total = -1500, -1500
		}
		b.purchases[p.ID] = p
		checked, err := desk.CheckPurchase(t.Context(), customers.PurchaseFormOf(p))
		if err != nil || !reflect.DeepEqual(checked.Purchase, p) {
			t.Errorf("%s: became %+v (%v), was %+v", name, checked.Purchase, err, p)
		}
	}
}

func TestALineThatATillWroteStandsBesideOneThatIsCorrected(t *testing.T) {
	b, desk := shop(t)
	b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}}
	was := app.Purchase{ID: app.ID{2}, Customer: app.ID{1}, Day: app.NewDay(2020, 1, 1), Total: 500, Currency: "EUR", Lines: []app.Line{
		{Item: "cancelled"}, {Item: "shelf", Quantity: app.One, Amount: 500},
	}}
	b.purchases[was.ID] = was
	form := customers.PurchaseFormOf(was)
	form.Lines[1].Item, form.Total = "oak shelf", ""
	if _, err := desk.SavePurchase(t.Context(), form, ""); err != nil {
		t.Fatal(err)
	}
	if got := b.purchases[was.ID].Lines; !reflect.DeepEqual(got, []app.Line{was.Lines[0], {Item: "oak shelf", Quantity: app.One, Amount: 500}}) {
		t.Errorf("kept %+v", got)
	}
	form = customers.PurchaseFormOf(was)
	form.Currency = "JPY"
	if _, err := desk.SavePurchase(t.Context(), form, ""); err == nil {
		t.Error("cents were taken for yen")
	}
}

func TestWhatIsWrongWithAPurchaseIsToldByField(t *testing.T) {
	lines := func(l ...customers.LineField) []customers.LineField { return l }
	for name, c := range map[string]struct {
		form customers.PurchaseForm
		want map[string]string
	}{
		"no day":           {customers.PurchaseForm{Total: "1"}, map[string]string{"day": "error.when.day.empty"}},
		"a day to come":    {customers.PurchaseForm{Day: "tomorrow", Total: "1"}, map[string]string{"day": "error.when.ahead"}},
		"a day that is no": {customers.PurchaseForm{Day: "30.2.", Total: "1"}, map[string]string{"day": "error.when.none"}},
		"nothing bought":   {customers.PurchaseForm{Day: "today"}, map[string]string{"lines.0.item": "error.customers.purchase.nothing"}},
		"an amount without an item": {
			customers.PurchaseForm{Day: "today", Lines: lines(customers.LineField{Item: "a"}, customers.LineField{Amount: "3"})},
			map[string]string{"lines.1.item": "error.customers.item.missing"},
		},
		"words for numbers": {
			customers.PurchaseForm{Day: "today", Lines: lines(customers.LineField{Item: "a", Quantity: "a few", Amount: "cheap"})},
			map[string]string{"lines.0.quantity": "error.customers.quantity", "lines.0.amount": "error.customers.amount"},
		},
		"none of it": {
			customers.PurchaseForm{Day: "today", Lines: lines(customers.LineField{Item: "a", Quantity: "0"})},
			map[string]string{"lines.0.quantity": "error.customers.quantity"},
		},
		"an unknown currency": {
			customers.PurchaseForm{Day: "today", Total: "1", Currency: "euros"},
			map[string]string{"currency": "error.customers.currency"},
		},
		"an item without end": {
			customers.PurchaseForm{Day: "today", Lines: lines(customers.LineField{Item: strings.Repeat("a", 301)})},
			map[string]string{"lines.0.item": "error.customers.item.long"},
		},
		"lines that come to more than all money": {
			customers.PurchaseForm{Day: "today", Lines: lines(customers.LineField{Item: "a", Amount: "99999999999"}, customers.LineField{Item: "b", Amount: "99999999999"})},
			map[string]string{"total": "error.customers.total.large"},
		},
		"lines without end": {
			customers.PurchaseForm{Day: "today", Total: "1", Lines: make([]customers.LineField, 501)},
			map[string]string{"lines": "error.customers.lines.many"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			b, desk := shop(t)
			b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}}
			c.form.Customer = app.ID{1}
			_, err := desk.SavePurchase(t.Context(), c.form, "")
			if got := wrong(err); !reflect.DeepEqual(got, c.want) {
				t.Errorf("told %v (%v), want %v", got, err, c.want)
			}
			said(t, err)
			if len(b.batches) != 0 {
				t.Error("something was written")
			}
		})
	}
}

func TestWhatIsWrongWithMoneyIsToldInTheWordsAndTheCurrencyTyped(t *testing.T) {
	b, desk := shop(t)
	b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}}
	for currency, want := range map[string][3]string{
		"dollars": {customers.FieldCurrency, "Currency", "dollars"},
		"jpy":     {customers.FieldTotal, "Example", "1234"},
		"eur":     {customers.FieldTotal, "Example", "1234.50"},
	} {
		_, err := desk.SavePurchase(t.Context(), customers.PurchaseForm{Customer: app.ID{1}, Day: "today", Total: "5.5555", Currency: currency}, "")
		var fields app.FieldErrors
		if !errors.As(err, &fields) || fields[want[0]] == nil || fields[want[0]].Args[want[1]] != want[2] {
			t.Errorf("%s: told %v, want %v", currency, err, want)
		}
	}
}

func TestAReturnNeedsItsMinusOnlyOnce(t *testing.T) {
	b, desk := shop(t)
	b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}}
	saved, err := desk.SavePurchase(t.Context(), customers.PurchaseForm{
		Customer: app.ID{1}, Day: "today", Returns: app.ID{5},
		Lines: []customers.LineField{{Item: "Chair", Quantity: "-2", Amount: "80"}},
	}, "")
	if err != nil {
		t.Fatal(err)
	}
	if p := b.purchases[saved.ID]; p.Total != -8000 || !p.IsReturn() || p.Returns != (app.ID{5}) {
		t.Errorf("kept %+v", p)
	}
}

func TestAReceiptEnteredTwiceIsTold(t *testing.T) {
	b, desk := shop(t)
	b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}}
	b.purchases[app.ID{2}] = app.Purchase{ID: app.ID{2}, Customer: app.ID{1}, Receipt: "R 7"}
	saved, err := desk.SavePurchase(t.Context(), customers.PurchaseForm{Customer: app.ID{1}, Day: "today", Total: "1", Receipt: "R 7"}, "")
	if err != nil || wrong(saved.Remarks)["receipt"] != "error.customers.receipt.known" {
		t.Errorf("told %v, %v", saved.Remarks, err)
	}
	said(t, saved.Remarks)
}

func TestAPurchaseIsRemoved(t *testing.T) {
	b, desk := shop(t)
	b.purchases[app.ID{2}] = app.Purchase{ID: app.ID{2}}
	if _, err := desk.RemovePurchase(t.Context(), app.ID{2}, "Mo"); err != nil {
		t.Fatal(err)
	}
	if len(b.purchases) != 0 || b.batches[0].Act != app.ActRemovePurchase {
		t.Errorf("left %v by %v", b.purchases, b.batches)
	}
}

func TestAPurchaseWithoutAnAmountSaysSo(t *testing.T) {
	tests := map[string]struct {
		total, amount string
		said          bool
	}{
		"nothing typed":    {"", "", true},
		"a total":          {"9", "", false},
		"an amount":        {"", "9", false},
		"given away":       {"0", "", false},
		"an item for free": {"", "0", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			b, desk := shop(t)
			b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}}
			saved, err := desk.SavePurchase(t.Context(), customers.PurchaseForm{
				Customer: app.ID{1}, Day: "fri", Total: tt.total, Lines: []customers.LineField{{Item: "Lamp", Amount: tt.amount}},
			}, "")
			if err != nil {
				t.Fatal(err)
			}
			if said := saved.Remarks[customers.FieldTotal] != nil; said != tt.said {
				t.Errorf("remarks %v", saved.Remarks)
			}
		})
	}
}
