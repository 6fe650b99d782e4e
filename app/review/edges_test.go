package review_test

import (
	"slices"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest/recount"
)

// Nine in ten took no longer than the 90th percentile, and fewer took less: by
// nearest rank it is the first of the times in order of which that holds.
func TestTheNinetiethPercentileIsTheFirstThatNineInTenKeep(t *testing.T) {
	day := app.DayOf(recount.Now()) - 40
	told := day.Start(time.UTC)
	for n := 1; n <= 41; n++ {
		shop := &recount.Shop{Plan: app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week})}
		for i := range shop.Plan.Open {
			shop.Plan.Open[i] = []app.Span{{From: 0, To: 24 * 60}}
		}
		for i := range n {
			fixed := told.Add(time.Duration(i+1) * time.Minute)
			shop.Complaints = append(shop.Complaints, app.Complaint{ID: app.ID{15: byte(i + 1)}, Received: told, Answered: fixed, PutRight: fixed})
		}
		f, err := review.New(shop, recount.Now).Figures(t.Context(), review.Period{From: day, To: day + 1})
		if err != nil {
			t.Fatal(err)
		}
		want := 1
		for 10*want < 9*n {
			want++
		}
		if f.Fixes.Now.P90 != want || f.Replies.Now.P90 != want {
			t.Errorf("of 1 to %d minutes: %d and %d, want %d", n, f.Fixes.Now.P90, f.Replies.Now.P90, want)
		}
	}
}

func TestABuyerOfTheLastYearBoughtWithinThe365DaysUpToTheEnd(t *testing.T) {
	end := app.DayOf(recount.Now())
	for ago, want := range map[app.Day]int{0: 1, 364: 1, 365: 0} {
		who := app.Customer{ID: app.ID{15: 7}}
		shop := &recount.Shop{
			Plan: app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week}), Customers: []app.Customer{who},
			Purchases: []app.Purchase{{ID: app.ID{15: 8}, Customer: who.ID, Day: end - ago, Total: 5000, Currency: "EUR"}},
		}
		f, err := review.New(shop, recount.Now).Figures(t.Context(), review.Period{From: end - 9, To: end + 1})
		if err != nil {
			t.Fatal(err)
		}
		if got := f.Coverage.Now.Buyers; got != want {
			t.Errorf("bought %d days before the end: %d buyers, want %d", ago, got, want)
		}
	}
}

func TestWhatIsNoGoodsIsNoneOfTheItemsWhateverThePlanWas(t *testing.T) {
	day := app.DayOf(recount.Now())
	two := 2
	who := app.Customer{ID: app.ID{15: 7}}
	shop := &recount.Shop{
		Plan: app.DefaultPlan(app.CallingHours{To: 24 * 60, Days: app.Week}), Customers: []app.Customer{who},
		Purchases: []app.Purchase{{
			ID: app.ID{15: 8}, Customer: who.ID, Day: day - 3, Currency: "EUR",
			Lines: []app.Line{{Item: "POSTAGE"}, {Item: "Oak table"}, {Item: "Gift wrap"}},
		}},
		Opinions: []app.Opinion{{ID: app.ID{15: 9}, Customer: who.ID, Taken: recount.Now(), Score: &two, About: []app.ID{{15: 8}}}},
	}
	for _, tt := range []struct{ charges, want []string }{
		{nil, []string{"Gift wrap", "Oak table"}},
		{[]string{"gift wrap"}, []string{"Oak table", "POSTAGE"}},
		{[]string{}, []string{"Gift wrap", "Oak table", "POSTAGE"}},
	} {
		shop.Plan.Charges = tt.charges
		f, err := review.New(shop, recount.Now).Figures(t.Context(), review.Period{From: day, To: day + 1})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, item := range f.Items {
			got = append(got, item.Name)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q are no goods: items %q, want %q", tt.charges, got, tt.want)
		}
	}
}
