package data_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
)

func TestATakenBackThankYouLeavesThoseGivenSince(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	flowers := app.ThankYou{Day: app.DayOf(noon) - 3, What: "Flowers", Cost: app.Money{Minor: 1500, Currency: "EUR"}}
	card := app.ThankYou{Day: app.DayOf(noon) - 1, What: "A card", By: "Mo"}
	anna.Thanks = []app.ThankYou{flowers}
	first := s.put(anna)
	anna.Thanks = []app.ThankYou{flowers, card}
	second := s.put(anna)
	thanked := func(want app.Day, thanks ...app.ThankYou) {
		t.Helper()
		got, err := s.Customer(ctx, anna.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(thanks, got.Thanks, sameRecords); diff != "" {
			t.Error(diff)
		}
		if summary, err := s.Summary(ctx, anna.ID); err != nil || summary.Reach.Thanked != want {
			t.Errorf("thanked on %v, %v, want %v", summary.Reach.Thanked, err, want)
		}
	}
	thanked(card.Day, flowers, card)
	if _, err := s.Undo(ctx, first, ""); err != nil {
		t.Fatal(err)
	}
	thanked(card.Day, card)
	if _, err := s.Undo(ctx, second, ""); err != nil {
		t.Fatal(err)
	}
	thanked(0)
}
