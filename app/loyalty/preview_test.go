package loyalty_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/loyalty"
)

// names returns who is named, by name.
func names(people []loyalty.Person) []string {
	var all []string
	for _, p := range people {
		all = append(all, p.Customer.Called())
	}
	return all
}

func (s *shop) preview(change func(*app.Plan)) loyalty.Preview {
	s.t.Helper()
	plan := s.Plan
	change(&plan)
	p, err := s.desk().Preview(s.t.Context(), plan, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return p
}

// regulars are a shop of people who bought every 40 days, each a week longer
// ago than the one before: 10, 17, 24 … days.
func regulars(t *testing.T) *shop {
	s := open(t)
	for n := range 12 {
		last := 10 + 7*n
		s.bought(fmt.Sprintf("P%d", n), int64(100*(n+1)), last+80, last+40, last)
	}
	return s
}

func TestAPreviewSaysWhoWouldHaveBeenNamed(t *testing.T) {
	s := regulars(t)
	// Quiet after 60 days: from P8, of 66 days, on. After 40: from P5, of 45, on.
	got := s.preview(func(p *app.Plan) { p.Quiet.Percent = 100 })
	if got.Before != 4 || got.After != 7 || got.MoreAdded != 0 || got.Same() {
		t.Errorf("%+v", got)
	}
	if diff := cmp.Diff([]string{"P7", "P6", "P5"}, names(got.Added)); diff != "" || got.Gone != nil {
		t.Errorf("added %s, gone %v", diff, names(got.Gone))
	}
	if got.Kinds[0] != (loyalty.Shift{Kind: app.GoingQuiet, Before: 4, After: 7}) {
		t.Errorf("kinds %+v", got.Kinds)
	}
	if got.To-got.From != loyalty.PreviewDays || got.To != today+1 {
		t.Errorf("from %v to %v", got.From, got.To)
	}
}

func TestAPreviewSaysWhoWouldNotHaveBeen(t *testing.T) {
	got := regulars(t).preview(func(p *app.Plan) { p.Quiet.MinDays = 1000 })
	if got.Before != 4 || got.After != 0 || got.MoreGone != 1 || len(got.Added) != 0 {
		t.Errorf("%+v", got)
	}
	if diff := cmp.Diff([]string{"P11", "P10", "P9"}, names(got.Gone)); diff != "" {
		t.Error(diff)
	}
}

func TestAPreviewOfTheSameRulesChangesNothing(t *testing.T) {
	if got := regulars(t).preview(func(p *app.Plan) { p.Capacity = 99 }); !got.Same() || got.Before != got.After || got.Before == 0 {
		t.Errorf("%+v", got)
	}
}

func TestAPreviewOfTheWeeklyDraw(t *testing.T) {
	s := open(t)
	for n := range 40 {
		s.bought(fmt.Sprintf("P%d", n), 100, 100)
	}
	got := s.preview(func(p *app.Plan) { p.AskWeekly = 2 })
	// 30 days up to a Friday touch five weeks; the lot may fall on one twice.
	at := slices.IndexFunc(got.Kinds, func(s loyalty.Shift) bool { return s.Kind == app.NeverAsked })
	if n := got.Kinds[at]; n.Before != 0 || n.After < 8 || n.After > 10 {
		t.Errorf("%+v", n)
	}
}

func TestAPreviewOfWhomToThank(t *testing.T) {
	s := open(t)
	s.bought("Fifth", 100, 500, 300, 200, 100, 5)
	s.bought("Third", 100, 500, 200, 5)
	got := s.preview(func(p *app.Plan) { p.Thank = app.ThankRule{Purchases: []int{3}, Days: 3} })
	if diff := cmp.Diff([]string{"Third"}, names(got.Added)); diff != "" {
		t.Error(diff)
	}
}

func TestAPreviewTellsHowFarItIsAndStopsWhenAsked(t *testing.T) {
	s := open(t)
	for n := range 100 {
		s.bought(fmt.Sprintf("P%d", n), 100)
	}
	var parts []float64
	if _, err := s.desk().Preview(t.Context(), s.Plan, func(part float64) { parts = append(parts, part) }); err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(parts) || len(parts) < 50 || parts[len(parts)-1] != 1 {
		t.Errorf("told %v", parts)
	}
	ctx, cancel := context.WithCancel(t.Context())
	s.onRead = func(int) { cancel() }
	if _, err := s.desk().Preview(ctx, s.Plan, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
