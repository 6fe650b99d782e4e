package cells_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/exporting/cells"
)

func text(t *rapid.T, least string) string {
	return strings.TrimSpace(rapid.StringMatching(least+`([a-z;,|:()\\+"'ü ]{0,12}[a-z)\\;,])?`).Draw(t, "text"))
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		flip := func() bool { return rapid.Bool().Draw(t, "bool") }
		label := rapid.OneOf(rapid.SampledFrom([]string{"", "work fax", "preferred", "wrong-number", "+1", "(a) b", `\`}), rapid.Just("l"+text(t, "x"))).Draw(t, "label")
		phone := app.Phone{
			Label: label, Typed: text(t, `[0-9(]{1,4}`), Preferred: flip(),
			Unfit: rapid.SampledFrom([]app.UnfitFor{app.FitToCall, app.UnfitWrong, app.UnfitDead}).Draw(t, "unfit"),
			E164:  rapid.SampledFrom([]string{"", "+358401234567"}).Draw(t, "e164"),
		}
		email := app.Email{Label: label, Address: text(t, "x"), Preferred: flip()}
		address := app.Address{Label: label, Street: text(t, "s"), City: text(t, ""), Country: text(t, ""), POBox: text(t, ""), Extra: text(t, ""), Region: text(t, ""), PostalCode: text(t, "")}
		refusal := app.DoNotCall{
			Purpose: rapid.SampledFrom([]app.Purpose{app.PurposeAny, app.PurposeFollowUp, app.PurposeMarketing}).Draw(t, "purpose"),
			Reason:  text(t, ""), Since: app.Day(rapid.SampledFrom([]int{0, 700000}).Draw(t, "day")),
		}
		best := app.BestTime{
			From: app.Minute(rapid.IntRange(0, 1439).Draw(t, "from")), To: app.Minute(rapid.IntRange(0, 1440).Draw(t, "to")),
			Not: app.Weekdays(rapid.IntRange(0, int(app.Week)).Draw(t, "not")),
		}
		things := cells.Things(cells.List([]string{cells.Phone(phone), cells.Email(email), cells.Address(address)}))
		if len(things) != 3 {
			t.Fatalf("%q", things)
		}
		if diff := cmp.Diff(phone, cells.ReadPhone(things[0])); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(email, cells.ReadEmail(things[1])); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(address, cells.ReadAddress(things[2])); diff != "" {
			t.Fatal(diff)
		}
		two := []app.DoNotCall{refusal, {Purpose: app.PurposeAny, Reason: "moved; (away)"}}
		refusals, unsure := cells.ReadRefusals(cells.List([]string{cells.Refusal(two[0]), cells.Refusal(two[1])}))
		if diff := cmp.Diff(two, refusals); diff != "" || unsure != nil {
			t.Fatal(diff, unsure)
		}
		if got, ok := cells.ReadBestTime(cells.BestTime(best)); !ok || got != best {
			t.Fatalf("%q is %+v of %+v", cells.BestTime(best), got, best)
		}
		words := []string{"a" + text(t, ""), `b,\c`}
		if diff := cmp.Diff(words, cells.ReadWords(cells.Words(words))); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestCellsReadWell(t *testing.T) {
	work := app.Phone{Label: "work", Typed: "040 123 4567", E164: "+358401234567", Preferred: true}
	old := app.Phone{Typed: "(404) 555-1212", Unfit: app.UnfitDead}
	if got, want := cells.List([]string{cells.Phone(work), cells.Phone(old)}),
		"040 123 4567 (work, preferred, +358401234567); (404) 555-1212 (out-of-service)"; got != want {
		t.Errorf("got %q", got)
	}
	if got, want := cells.BestTime(app.BestTime{From: 540, To: 720, Not: app.DaysOf(time.Saturday, time.Sunday)}), "09:00–12:00, not sat, sun"; got != want {
		t.Errorf("got %q", got)
	}
	if got, want := cells.Refusal(app.DoNotCall{Purpose: app.PurposeMarketing, Reason: "asked us twice", Since: app.NewDay(2026, 11, 1)}), "marketing: asked us twice (2026-11-01)"; got != want {
		t.Errorf("got %q", got)
	}
}

func TestAWishInOtherWordsIsAWishNotToBeCalledAtAll(t *testing.T) {
	for cell, want := range map[string][]app.DoNotCall{
		"": nil, "no": nil, "FALSE": nil, "n/a": nil, "N/A": nil, "-": nil, "–": nil, "none": nil, "Nein": nil, "no; n/a": nil,
		"yes":                         {{Purpose: app.PurposeAny}},
		"2026-11-01":                  {{Purpose: app.PurposeAny, Since: app.NewDay(2026, 11, 1)}},
		"Marketing (2026-11-01)":      {{Purpose: app.PurposeMarketing, Since: app.NewDay(2026, 11, 1)}},
		"never on the phone (mobile)": {{Purpose: app.PurposeAny, Reason: "never on the phone (mobile)"}},
		"marketing: (mobile)":         {{Purpose: app.PurposeMarketing, Reason: "(mobile)"}},
	} {
		got, unsure := cells.ReadRefusals(cell)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", cell, diff)
		}
		if other := strings.HasPrefix(cell, "never"); other != slices.Contains(unsure, cell) {
			t.Errorf("%q: not sure of %q", cell, unsure)
		}
	}
}

func TestWhatIsNoBestTimeIsNotReadAsOne(t *testing.T) {
	for _, cell := range []string{"mornings", "25:00–26:00", "not someday", "9"} {
		if got, ok := cells.ReadBestTime(cell); ok {
			t.Errorf("%q is %+v", cell, got)
		}
	}
}
