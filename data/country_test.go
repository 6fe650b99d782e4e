package data_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/settings"
	"ringback.app/app/when"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

func TestWhoCameBeforeTheCountryWasSetIsFoundAfterwards(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna", "")
	anna.Phones = []app.Phone{{Typed: "040 1234567"}}
	s.put(anna)
	found := func() (ids []app.ID) {
		t.Helper()
		err := s.Match(t.Context(), func(k importing.Known) (err error) {
			ids, err = k.ByPhone("+358401234567")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return ids
	}
	catalogue, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	desk := settings.New(s, func() time.Time { return s.now }, when.Typing{Words: when.WordsOf(catalogue.In("en"))})
	form, err := desk.Form(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	form.Country = "FI"
	set, err := desk.Save(t.Context(), form, "")
	if err != nil {
		t.Fatal(err)
	}
	if ids := found(); !slices.Equal(ids, []app.ID{anna.ID}) {
		t.Errorf("found %v, want Anna", ids)
	}
	if _, err := s.Undo(t.Context(), set.Batch, ""); err != nil {
		t.Fatal(err)
	}
	again, err := s.Customer(t.Context(), anna.ID)
	if diff := cmp.Diff(anna, again, sameRecords); diff != "" || err != nil || len(found()) > 0 {
		t.Errorf("after the undo (%v): %s", err, diff)
	}
}
