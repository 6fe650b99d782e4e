package app_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
)

// sale is a purchase of things, the dearest first, or a return of them at a
// little less than their price.
func sale(n byte, day app.Day, returns byte, things ...app.BoughtItem) app.Purchase {
	p := app.Purchase{ID: id(n), Day: day, Currency: "EUR"}
	if returns != 0 {
		p.Returns = id(returns)
	}
	price := int64(1e12)
	for _, thing := range things {
		amount := int64(thing.Quantity/app.One) * price
		price /= 10
		p.Lines = append(p.Lines, app.Line{Item: thing.Item, Quantity: thing.Quantity, Amount: amount})
		p.Total += amount
	}
	if p.IsReturn() {
		p.Total++
	}
	return p
}

func pieces(item string, n app.Quantity) app.BoughtItem {
	return app.BoughtItem{Item: item, Quantity: n * app.One}
}

// numbered are that many things, of which there is one or minus one.
func numbered(count int, each app.Quantity) []app.BoughtItem {
	all := make([]app.BoughtItem, count)
	for i := range all {
		all[i] = pieces(fmt.Sprintf("Thing %d", i+1), each)
	}
	return all
}

func TestRecentPurchasesNameWhatWasKept(t *testing.T) {
	day := app.NewDay(2026, time.March, 1)
	set := sale(1, day, 0, pieces("Oak table", 1), pieces("Oak chair", 4))
	const table = "Oak table 1 + Oak chair 4"
	tests := map[string]struct {
		all  []app.Purchase
		want []string // newest first
	}{
		"nothing given back":                              {[]app.Purchase{set}, []string{table}},
		"a part, by its receipt":                          {[]app.Purchase{set, sale(2, day+2, 1, pieces("Oak table", -1))}, []string{"Oak chair 4"}},
		"a part, without a receipt":                       {[]app.Purchase{set, sale(2, day+2, 0, pieces("Oak table", -1))}, []string{"Oak chair 4"}},
		"a part, on the same day":                         {[]app.Purchase{set, sale(2, day, 0, pieces("Oak table", -1))}, []string{"Oak chair 4"}},
		"a part, by another way to write it":              {[]app.Purchase{set, sale(2, day+2, 0, pieces("OAK TABLE", -1))}, []string{"Oak chair 4"}},
		"some of several":                                 {[]app.Purchase{set, sale(2, day+2, 1, pieces("Oak chair", -1))}, []string{"Oak table 1 + Oak chair 3"}},
		"several returns add up":                          {[]app.Purchase{set, sale(2, day+2, 1, pieces("Oak chair", -1)), sale(3, day+3, 0, pieces("Oak chair", -3))}, []string{"Oak table 1"}},
		"all of it, in several returns without a receipt": {[]app.Purchase{set, sale(2, day+2, 0, pieces("Oak chair", -4)), sale(3, day+3, 0, pieces("Oak table", -1))}, nil},
		"more than there was":                             {[]app.Purchase{set, sale(2, day+2, 0, pieces("Oak table", -2))}, []string{table}},
		"before it was bought":                            {[]app.Purchase{set, sale(2, day-2, 0, pieces("Oak table", -1))}, []string{table}},
		"of a purchase that is not there":                 {[]app.Purchase{set, sale(2, day+2, 9, pieces("Oak table", -1))}, []string{table}},
		"something else":                                  {[]app.Purchase{set, sale(2, day+2, 0, pieces("Lamp", -1))}, []string{table}},
		"without a receipt, the latest purchase gives": {
			[]app.Purchase{set, sale(2, day+1, 0, pieces("Oak chair", 3), pieces("Lamp", 1)), sale(3, day+2, 0, pieces("Oak chair", -2))},
			[]string{"Oak chair 1 + Lamp 1", table},
		},
		"without a receipt, the latest that has enough gives": {
			[]app.Purchase{set, sale(2, day+1, 0, pieces("Oak chair", 3)), sale(3, day+2, 2, pieces("Oak chair", -2)), sale(4, day+2, 0, pieces("Oak chair", -2))},
			[]string{"Oak chair 1", "Oak table 1 + Oak chair 2"},
		},
		"what is left is named from the others": {
			[]app.Purchase{sale(1, day, 0, numbered(9, 1)...), sale(2, day+2, 1, numbered(3, -1)...)},
			[]string{"Thing 4 1 + Thing 5 1 and 4"},
		},
		"what is left of much and has no name is counted": {
			[]app.Purchase{sale(1, day, 0, numbered(9, 1)...), sale(2, day+2, 1, numbered(7, -1)...)},
			[]string{" and 3"},
		},
		"all of much": {
			[]app.Purchase{sale(1, day, 0, numbered(9, 2)...), sale(2, day+2, 1, numbered(9, -2)...)},
			nil,
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var all []app.Bought
			for _, p := range tt.all {
				all = append(all, p.InBrief(app.Plan{}))
			}
			got, _ := app.SummarizeBuying(all)
			if again, _ := app.SummarizeBuying(all); !cmp.Equal(got, again) {
				t.Error("summing up changed what was summed up")
			}
			var names []string
			for _, b := range got.Recent {
				if len(b.Items) > app.HeadlineItems || b.Rest != nil {
					t.Errorf("a summary names too much: %v and %v", b.Items, b.Rest)
				}
				names = append(names, headline(b))
			}
			if diff := cmp.Diff(tt.want, names); diff != "" || got.Count != len(tt.want) {
				t.Errorf("%d purchases: %s", got.Count, diff)
			}
		})
	}
}

func headline(b app.Bought) string {
	var said string
	for i, item := range b.Items {
		if i > 0 {
			said += " + "
		}
		said += fmt.Sprintf("%s %d", item.Item, item.Quantity/app.One)
	}
	if b.More > 0 {
		said += fmt.Sprintf(" and %d", b.More)
	}
	return said
}
