package opinions_test

import (
	"testing"

	"ringback.app/app"
)

func TestACorrectionThatWaitedDoesNotAllowWhatWasWithdrawnSince(t *testing.T) {
	s := open(t, told()...)
	s.Find(app.OpinionQuery{Words: "lovely"})
	s.press("May be quoted")
	s.Save()
	s.press("Correct")
	s.types(" and more")
	s.Back()
	s.press("Withdraw")
	s.press("Correct")
	s.Save()
	o := s.shop.Told[app.ID{0: 1}]
	if o.Quote == nil || o.Quote.Withdrawn.IsZero() {
		t.Errorf("it may be published again: %+v", o.Quote)
	}
	if o.Verbatim == told()[0].(app.Opinion).Verbatim {
		t.Errorf("the correction is lost: %q", o.Verbatim)
	}
}
