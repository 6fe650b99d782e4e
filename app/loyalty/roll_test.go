package loyalty_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/loyalty"
)

func TestWhatACustomerIs(t *testing.T) {
	tests := map[string]struct {
		ago  []int // days since each purchase
		want loyalty.Kind
	}{
		"who first bought 89 days ago is new":                 {[]int{89}, loyalty.Newcomer},
		"who first bought 90 days ago is not":                 {[]int{90, 10}, loyalty.Occasional},
		"who came lately and has bought on two days is new":   {[]int{80, 10}, loyalty.Newcomer},
		"who came lately and has bought on three days is not": {[]int{80, 40, 10}, loyalty.Regular},
		"who bought on three days, the last one lately":       {[]int{160, 130, 30}, loyalty.Regular},
		"who bought three things on one day is no regular":    {[]int{100, 100, 100, 10}, loyalty.Occasional},
		// Every 40 days: quiet from 60 days on, lapsed from 120.
		"a day before their silence is one":       {[]int{139, 99, 59}, loyalty.Regular},
		"on the day of it":                        {[]int{140, 100, 60}, loyalty.Slipping},
		"on the last day before twice as long":    {[]int{199, 159, 119}, loyalty.Slipping},
		"at twice as long":                        {[]int{200, 160, 120}, loyalty.Lapsed},
		"whose own gap is short, by the 30 days":  {[]int{139, 134, 29}, loyalty.Regular},
		"by the shop's gap under three days":      {[]int{200, 74}, loyalty.Occasional},
		"quiet by the shop's gap of 50 days":      {[]int{200, 75}, loyalty.Slipping},
		"lapsed by the shop's gap after one only": {[]int{150}, loyalty.Lapsed},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			s.Gap = 100
			c := s.bought("Maija", 100, tt.ago...)
			m, ok := of(s.roll(), c)
			if !ok || m.Kind != tt.want {
				t.Errorf("%v, %v; want %s", m, ok, tt.want)
			}
		})
	}
}

func TestWhereNobodyCameTwiceNobodySlips(t *testing.T) {
	s := open(t)
	c := s.bought("Maija", 100, 900)
	if m, _ := of(s.roll(), c); m.Kind != loyalty.Occasional || !m.QuietFrom.IsZero() {
		t.Errorf("%+v", m)
	}
}

func TestTheBestAreAmongTheBestFifthOfBoth(t *testing.T) {
	s := open(t)
	var ids []app.ID
	// Each bought one time more than the one before, and a day later.
	for n := range 10 {
		ago := []int{200}
		for i := range n + 2 {
			ago = append(ago, 20-n+10*i)
		}
		ids = append(ids, s.bought("P", int64(100*(n+1)), ago...))
	}
	roll := s.roll()
	marks := func(n int) loyalty.Marks {
		m, _ := of(roll, ids[n])
		return m.Marks
	}
	for n := range ids {
		want := n/2 + 1
		if got := marks(n); got != (loyalty.Marks{Recency: want, Frequency: want, Money: want}) {
			t.Errorf("number %d has %+v, want %d", n, got, want)
		}
	}
	if best := roll.In(loyalty.Best); len(best) != 2 || best[0].Customer != ids[9] || best[1].Customer != ids[8] {
		t.Errorf("best: %+v", best)
	}
}

func TestMarks(t *testing.T) {
	tests := map[string]struct {
		spent []int64
		want  []int
	}{
		"four cannot be cut in five":              {[]int64{1, 2, 3, 4}, []int{0, 0, 0, 0}},
		"five are":                                {[]int64{5, 1, 4, 2, 3}, []int{5, 1, 4, 2, 3}},
		"seven, as even as can be":                {[]int64{1, 2, 3, 4, 5, 6, 7}, []int{1, 2, 2, 3, 4, 4, 5}},
		"all alike are in the middle":             {[]int64{2, 2, 2, 2, 2, 2}, []int{3, 3, 3, 3, 3, 3}},
		"four in five alike, and one that is not": {[]int64{1, 1, 1, 1, 9}, []int{3, 3, 3, 3, 5}},
		"whoever is alike has the same":           {[]int64{1, 2, 2, 3, 4, 4, 4, 5, 6, 7}, []int{1, 2, 2, 2, 3, 3, 3, 4, 5, 5}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			var ids []app.ID
			for _, cents := range tt.spent {
				ids = append(ids, s.bought("P", cents, 10))
			}
			roll := s.roll()
			var got []int
			for _, id := range ids {
				m, _ := of(roll, id)
				got = append(got, m.Marks.Money)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheRollCountsWhoBought(t *testing.T) {
	s := open(t)
	s.Gap = 100
	s.bought("Nobody", 100)
	gone := s.bought("Gone", 100, 10)
	who := s.Customers[gone]
	who.Archived = true
	s.Put(who)
	small, large := s.bought("Small", 100, 500, 75), s.bought("Large", 900, 75, 200)
	foreign := s.bought("Foreign", 0, 300)
	s.Put(app.Purchase{ID: s.id(), Customer: foreign, Day: today - 76, Total: 99900, Currency: "SEK"})
	roll := s.roll()
	if roll.Count() != 3 {
		t.Errorf("%d people", roll.Count())
	}
	if _, ok := of(roll, gone); ok {
		t.Error("who is archived is on the roll")
	}
	if m, _ := of(roll, foreign); !m.IsAbroad() || m.Year(roll.Currency) != (app.Money{Minor: 99900, Currency: "SEK"}) || roll.Others() != 1 {
		t.Errorf("%+v buys in crowns; of such there are %d", m, roll.Others())
	}
	if m, _ := of(roll, large); m.IsAbroad() || m.Year(roll.Currency) != (app.Money{Minor: 1800, Currency: "EUR"}) {
		t.Errorf("%+v does not", m)
	}
	var order []app.ID
	for _, m := range roll.In(loyalty.Slipping) {
		order = append(order, m.Customer)
	}
	if diff := cmp.Diff([]app.ID{large, small, foreign}, order); diff != "" {
		t.Errorf("the most valuable first, of what is in the plan's currency:\n%s", diff)
	}
	want := []loyalty.Group{
		{Kind: loyalty.Best},
		{Kind: loyalty.Regular},
		{Kind: loyalty.Newcomer},
		{Kind: loyalty.Occasional},
		{Kind: loyalty.Slipping, Count: 3, YearValue: 1900, Others: 1},
		{Kind: loyalty.Lapsed},
	}
	if diff := cmp.Diff(want, roll.Groups()); diff != "" {
		t.Error(diff)
	}
	people, err := s.desk().People(t.Context(), roll.In(loyalty.Slipping), 2)
	if err != nil || len(people) != 2 || people[0].Customer.Called() != "Large" {
		t.Errorf("people %+v, %v", people, err)
	}
}
