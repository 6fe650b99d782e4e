package data_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/data"
)

// derivedHashes are what follows from the records of the small book below, by
// the version of how it is derived.
var derivedHashes = map[int]string{
	11: "a7cf509a2e64131e4800c40ded906f0e",
	12: "3eccc81f27a81024c9bc9998ce21315f",
	13: "29b7edd59e9398227f35390bbdea0098",
	14: "65b33a9fecc9b325fc4cc081b4fdbe29",
	15: "d021e4db53ebf9f463df24cfc7cc4f75",
	16: "d021e4db53ebf9f463df24cfc7cc4f75",
	17: "d021e4db53ebf9f463df24cfc7cc4f75",
	18: "d021e4db53ebf9f463df24cfc7cc4f75",
	19: "0954a60eed55ca34ea413113362451b0",
	20: "3a4ac114887b9ad842c9452ecdc1ae9a",
	21: "3a4ac114887b9ad842c9452ecdc1ae9a",
}

// What is derived is stored. A program that derives something else from the same
// records has to count derivedVersion up, or older books keep what they have.
func TestWhatIsDerivedChangesOnlyWithItsVersion(t *testing.T) {
	s := knownShop(t)
	s.live()

	derived, err := data.DumpDerived(t.Context(), s.Book)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.New()
	for _, key := range slices.Sorted(maps.Keys(derived)) {
		_, _ = fmt.Fprintf(sum, "%s=%s\n", key, derived[key])
	}
	got := hex.EncodeToString(sum.Sum(nil)[:16])
	if want := derivedHashes[data.DerivedVersion]; got != want {
		t.Errorf("version %d derives %s, not %s: count derivedVersion up, and add its hash here", data.DerivedVersion, got, want)
	}
}

// knownShop is a shop whose secret is known, so that its keys are the same each time.
func knownShop(t *testing.T) *shop {
	t.Helper()
	path := filepath.Join(t.TempDir(), "shop.book")
	s := &shop{t: t, now: noon}
	s.ids = app.NewIDs(func() time.Time { return s.now }, rand.NewChaCha8([32]byte{1}))
	options := data.Options{Clock: func() time.Time { return s.now }, IDs: s.ids, Plan: plan()}
	if err := data.CreateKnown(t.Context(), path, options); err != nil {
		t.Fatal(err)
	}
	s.open(path)
	return s
}

// live puts a bit of everything that something is derived from.
func (s *shop) live() {
	today := app.DayOf(noon)
	anna, ben := s.customer("Anna Korhonen", "+358401234567"), s.customer("Bén Smith", "+12125550123")
	anna.Emails = []app.Email{{Address: "anna@example.com"}}
	anna.References = []app.Reference{{Kind: app.ReferenceShop, Value: "4711"}}
	ben.TimeZone = "America/New_York"
	quiet, asked := s.customer("Carla Bianchi", "+390612345678"), s.customer("Dmitri Orlov", "+358401234568")
	quiet.Thanks = []app.ThankYou{{Day: today - 3, What: "Flowers"}}
	s.put(anna, ben, quiet, asked)
	s.put(s.purchase(anna, today-9, "Oak table"), s.purchase(ben, today-4, "Lamp"), s.purchase(ben, today-40, "Oak table"))
	for n := range app.Day(5) {
		s.put(s.purchase(quiet, today-120-20*n, "Coffee"))
	}
	posted := s.customer("Eeva Laine", "+358401234569")
	s.put(posted)
	s.put(s.purchase(posted, today-9, "Postage"))
	set := s.purchase(asked, today-9, "Oak table")
	set.Lines = append(set.Lines, app.Line{Item: "Oak chair", Quantity: 4 * app.One, Amount: 12000}, app.Line{Item: "Wax", Quantity: app.One, Amount: 900}, app.Line{Item: "Express shipping", Quantity: app.One, Amount: 19000})
	back := s.purchase(asked, today-7, "Oak table")
	set.Total, back.Total = 25800, -12900
	back.Returns, back.Lines[0].Quantity = set.ID, -app.One
	s.put(set, back)
	s.put(
		app.Call{ID: s.ids.Next(), Customer: asked.ID, Start: noon.Add(-time.Hour), Disposition: app.NoAnswer},
		app.Opinion{ID: s.ids.Next(), Customer: anna.ID, Taken: noon, Said: today, Source: app.FromCall, Verbatim: "Good"},
		app.Complaint{ID: s.ids.Next(), Customer: ben.ID, Received: noon.Add(-26 * time.Hour), Wrong: "A leg wobbles"},
		app.Complaint{
			ID: s.ids.Next(), Customer: asked.ID, Received: noon.AddDate(0, 0, -9), Wrong: "It creaks", Answered: noon.AddDate(0, 0, -8),
			Reopened: []app.Reopening{{At: noon.Add(-time.Hour), Why: "It creaks again", PutRight: noon.AddDate(0, 0, -7)}},
		},
		app.Complaint{
			ID: s.ids.Next(), Customer: ben.ID, Received: noon.AddDate(0, 0, -9), Wrong: "It hums", Closed: noon.AddDate(0, 0, -8), ClosedWhy: "Abroad",
			Promises: []app.Promise{{What: "A letter", By: noon.Add(3 * time.Hour)}},
		},
	)
	s.hear(ben)
	s.tried()
}

// tried puts somebody known by a number with the way out of no country, who was not
// reached, came to us since, and gave back later what they bought.
func (s *shop) tried() {
	c := s.customer("Fritz Berg", "")
	c.Phones = []app.Phone{{Typed: "0049 30 901820"}}
	s.put(c)
	today := app.DayOf(noon)
	bought := s.purchase(c, today-30, "Oak table")
	back := s.purchase(c, today-20, "Oak table")
	bought.Lines, bought.Total = append(bought.Lines, app.Line{Item: "Wax", Quantity: app.One, Amount: 900}), 13800
	back.Returns, back.Total, back.Lines[0].Quantity = bought.ID, -12900, -app.One
	s.put(bought, back)
	s.put(
		app.Call{ID: s.ids.Next(), Customer: c.ID, Start: noon.Add(-2 * time.Hour), Disposition: app.NoAnswer},
		app.Opinion{ID: s.ids.Next(), Customer: c.ID, Taken: noon.Add(-time.Hour), Said: today, Source: app.FromCard, Verbatim: "Fine"},
	)
}

// hear puts what reviews are made of.
func (s *shop) hear(from app.Customer) {
	score, stars := 3, 5
	bought := s.purchase(from, app.DayOf(noon)-2, "Oak table")
	bought.SoldBy = "Mia"
	s.put(
		bought,
		app.Opinion{
			ID: s.ids.Next(), Customer: from.ID, Taken: noon, Said: app.DayOf(noon) - 3, Source: app.FromLetter, Score: &score,
			Verbatim: "Ihan hyvä, mutta liian hidas. 桌子很好", Themes: []string{"Delivery"}, About: []app.ID{bought.ID},
		},
		app.Opinion{
			ID: s.ids.Next(), Taken: noon, Said: app.DayOf(noon), Source: app.FromCard, Stars: &stars, Sender: "A. Nonymous",
			Praise: []string{"Jim"}, Quote: &app.Quote{Words: "Thanks", Since: noon},
		},
		app.Opinion{
			ID: s.ids.Next(), Taken: noon, Source: app.FromVisit, Praise: []string{"Mia"},
			Passed: []app.Passed{{Staff: "Mia", At: noon.Add(time.Hour)}},
		},
		app.Call{
			ID: s.ids.Next(), Customer: from.ID, Start: noon.Add(-time.Hour), Disposition: app.Talked,
			Next: &app.NextStep{At: noon.Add(24 * time.Hour), Timed: true},
		},
		app.Complaint{
			ID: s.ids.Next(), Received: noon, PutRight: noon.Add(time.Hour),
			Promises: []app.Promise{{What: "A new leg", By: noon.Add(2 * time.Hour), Kept: noon.Add(time.Hour)}},
		},
	)
}
