package opinions_test

import (
	"context"
	"slices"
	"testing"

	"ringback.app/app/opinions"
)

func TestACorrectionLeavesWhatItDidNotTouchAsTheBookHasItByNow(t *testing.T) {
	s := open(t)
	ctx := context.Background()
	saved := s.take(opinions.Form{Customer: maija.ID, Rating: "9", Words: "Lovely table", Themes: []string{"quality"}, Quote: &opinions.QuoteForm{Name: "Maija"}})
	origin := opinions.FormOf(saved.Opinion)
	form := origin
	form.Origin, form.Words = &origin, "Lovely table!"
	named := form
	named.Quote = &opinions.QuoteForm{Words: "Lovely table", Name: "M."}
	if _, err := s.desk.Withdraw(ctx, saved.Opinion.ID, ""); err != nil {
		t.Fatal(err)
	}
	again := opinions.FormOf(s.shop.Told[saved.Opinion.ID])
	again.Themes = []string{"quality", "price"}
	s.take(again) // meanwhile
	for _, late := range []opinions.Form{form, named} {
		s.take(late)
		o := s.shop.Told[saved.Opinion.ID]
		if o.Verbatim != "Lovely table!" || !slices.Equal(o.Themes, again.Themes) {
			t.Errorf("%q about %q", o.Verbatim, o.Themes)
		}
		if allowed, err := s.desk.Allowed(ctx); err != nil || len(allowed) != 0 || o.Quote.Withdrawn.IsZero() {
			t.Errorf("what was withdrawn may be published again: %+v, %v", o.Quote, err)
		}
	}
}
