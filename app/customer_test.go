package app_test

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
)

func TestCallablePutsThePreferredFirstAndLeavesOutTheUnfit(t *testing.T) {
	c := app.Customer{Phones: []app.Phone{
		{Typed: "1", E164: "+1"},
		{Typed: "2", Unfit: app.UnfitFax},
		{Typed: "3", Preferred: true},
	}}
	got := c.Callable()
	if len(got) != 2 || got[0].Dialled() != "3" || got[1].Dialled() != "+1" {
		t.Errorf("%+v", got)
	}
}

func TestTheFirstPhoneIsOneThatACallCanGoToIfThereIsAny(t *testing.T) {
	fax := app.Phone{Typed: "1", Unfit: app.UnfitFax}
	for want, phones := range map[string][]app.Phone{
		"":  nil,
		"1": {fax, {Typed: "2", Unfit: app.UnfitFax}},
		"2": {fax, {Typed: "2"}, {Typed: "3"}},
		"3": {fax, {Typed: "2"}, {Typed: "3", Preferred: true}},
	} {
		if got, has := (app.Customer{Phones: phones}).FirstPhone(); got.Typed != want || has != (want != "") {
			t.Errorf("of %+v it is %q, %t; want %q", phones, got.Typed, has, want)
		}
	}
}

func TestANumberIsDialledWithoutTheExtensionBehindIt(t *testing.T) {
	for typed, want := range map[string]string{
		"404-555-1212 x12": "404-555-1212", "404-555-1212x12": "404-555-1212", "404-555-1212 (ext. 12)": "404-555-1212",
		"404-555-1212": "404-555-1212",
	} {
		if got := (app.Phone{Typed: typed, Extension: "12"}).Dialled(); got != want {
			t.Errorf("of %q it is %q", typed, got)
		}
	}
	if got := (app.Phone{Typed: "0800 FLOWERS"}).Dialled(); got != "0800 FLOWERS" {
		t.Errorf("letters that are no extension are left out: %q", got)
	}
}

func TestRefusesByPurpose(t *testing.T) {
	marketing := app.Customer{DoNotCall: []app.DoNotCall{{Purpose: app.PurposeMarketing}}}
	if _, no := marketing.Refuses(app.PurposeFollowUp); no {
		t.Error("marketing refused, yet follow-up is taken for refused")
	}
	if _, no := marketing.Refuses(app.GoingQuiet.Purpose()); !no {
		t.Error("winning back is marketing")
	}
	anything := app.Customer{DoNotCall: []app.DoNotCall{{Purpose: app.PurposeAny}}}
	if _, no := anything.Refuses(app.PurposeFollowUp); !no {
		t.Error("any call was refused")
	}
}

func TestIDsAscendAndReadBack(t *testing.T) {
	now := time.Date(2026, time.March, 1, 9, 0, 0, 0, time.UTC)
	ids := app.NewIDs(func() time.Time { return now }, rand.Reader)
	last := app.ID{}
	for range 1000 {
		next := ids.Next()
		if next.Compare(last) <= 0 {
			t.Fatal("an ID does not come after the one before")
		}
		back, err := app.ParseID(next.String())
		if err != nil || back != next {
			t.Fatalf("%v reads back as %v, %v", next, back, err)
		}
		last = next
	}
	if _, err := app.ParseID("not an id"); app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("ParseID of nonsense: %v", err)
	}
}

func TestErrorsKeepWhatIsPrivateOutOfTheLog(t *testing.T) {
	err := &app.Error{Code: app.CodeInvalid, Key: "error.x", Args: app.Args{"Name": "Maija"}, Err: errors.New("cause")}
	if strings.Contains(err.Error(), "Maija") {
		t.Errorf("the log would say %q", err)
	}
}

func TestFieldErrorsKeepTheFirstComplaintOfAField(t *testing.T) {
	errs := app.FieldErrors{}
	if errs.Err() != nil {
		t.Error("no complaints are an error")
	}
	errs.Add("name", "error.first", nil)
	errs.Add("name", "error.second", nil)
	errs.Add("day", "error.day", nil)
	var e *app.Error
	if !errors.As(errs.Err(), &e) || e.Field != "day" || errs["name"].Key != "error.first" {
		t.Errorf("%v", errs)
	}
}
