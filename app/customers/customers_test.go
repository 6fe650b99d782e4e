package customers_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/customers"
)

// wrong returns the key of what is wrong with each field.
func wrong(err error) map[string]string {
	keys := make(map[string]string)
	var fields app.FieldErrors
	if errors.As(err, &fields) {
		for field, e := range fields {
			keys[field] = e.Key
		}
	}
	return keys
}

func TestANewCustomerIsKeptAsTyped(t *testing.T) {
	b, desk := shop(t)
	saved, err := desk.Save(t.Context(), customers.Form{
		Name: " Zoë  Müller ", Firm: "Müller & Töchter", Number: "1044",
		Phones:    []customers.PhoneField{{Label: "mobile", Typed: "07700 900123", Preferred: true}, {Typed: ""}},
		Emails:    []app.Email{{Address: "zoe@example.com"}},
		Addresses: []app.Address{{Street: "1 High Street", City: "Leeds"}, {Label: "home"}},
		Birthday:  "15.1.1970", Language: "EN-gb", TimeZone: "Europe/Paris", BestFrom: "9", BestTo: "5pm",
		Tags: "trade, trade , likes oak", Notes: "First line\nsecond",
		DoNotCall: []app.DoNotCall{{Purpose: app.PurposeMarketing, Reason: "asked"}},
		Draft:     "draft/new",
	}, "Mo")
	if err != nil {
		t.Fatal(err)
	}
	want := app.Customer{
		ID: saved.ID, Name: app.Name{Full: "Zoë Müller"}, Firm: "Müller & Töchter",
		Phones:    []app.Phone{{Label: "mobile", Typed: "07700 900123", E164: "+447700900123", Preferred: true}},
		Emails:    []app.Email{{Address: "zoe@example.com"}},
		Addresses: []app.Address{{Street: "1 High Street", City: "Leeds"}},
		Birthday:  "1970-01-15", Language: "en-GB", TimeZone: "Europe/Paris",
		BestTime: app.BestTime{From: 9 * 60, To: 17 * 60},
		Tags:     []string{"trade", "likes oak"}, Notes: "First line\nsecond",
		DoNotCall:  []app.DoNotCall{{Purpose: app.PurposeMarketing, Reason: "asked", Since: app.NewDay(2026, 11, 22)}},
		References: []app.Reference{{Kind: app.ReferenceShop, Value: "1044"}},
	}
	if got := b.customers[saved.ID]; !reflect.DeepEqual(got, want) {
		t.Errorf("kept\n%+v\nwant\n%+v", got, want)
	}
	if len(saved.Remarks) != 0 {
		t.Errorf("remarks %v", saved.Remarks)
	}
	batch := b.batches[0]
	if len(b.batches) != 1 || batch.Act != app.ActAddCustomer || batch.By != "Mo" || batch.Draft != "draft/new" || saved.Batch != batch.ID {
		t.Errorf("wrote %+v", b.batches)
	}
}

func TestWhatIsWrongWithAFormIsToldByField(t *testing.T) {
	for name, c := range map[string]struct {
		form customers.Form
		want map[string]string
	}{
		"neither name nor firm nor number": {
			customers.Form{Notes: "somebody"},
			map[string]string{"name": "error.customers.nobody"},
		},
		"a name of 10,000 characters": {
			customers.Form{Name: strings.Repeat("å", 10_000)},
			map[string]string{"name": "error.customers.name.long"},
		},
		"an e-mail address without an at sign": {
			customers.Form{Name: "A", Emails: []app.Email{{Address: "a@example.com"}, {Address: "example.com"}}},
			map[string]string{"emails.1": "error.customers.email.unreadable"},
		},
		"a birthday that is none": {
			customers.Form{Name: "A", Birthday: "31.2."},
			map[string]string{"birthday": "error.when.none"},
		},
		"a birthday still to come": {
			customers.Form{Name: "A", Birthday: "2027-01-01"},
			map[string]string{"birthday": "error.customers.birthday.ahead"},
		},
		"a weekday for a birthday": {
			customers.Form{Name: "A", Birthday: "fri"},
			map[string]string{"birthday": "error.customers.birthday.unreadable"},
		},
		"an unknown time zone and language": {
			customers.Form{Name: "A", TimeZone: "Mars/Base", Language: "klingonish tongue"},
			map[string]string{"time-zone": "error.customers.time-zone", "language": "error.customers.language"},
		},
		"the machine's own zone, which is another one elsewhere": {
			customers.Form{Name: "A", TimeZone: "Local"},
			map[string]string{"time-zone": "error.customers.time-zone"},
		},
		"a best time that ends before it begins": {
			customers.Form{Name: "A", BestFrom: "17", BestTo: "9"},
			map[string]string{"best-to": "error.customers.best-time"},
		},
		"a best time that ends as it begins": {
			customers.Form{Name: "A", BestFrom: "9", BestTo: "9"},
			map[string]string{"best-to": "error.customers.best-time.same"},
		},
		"no hour": {
			customers.Form{Name: "A", BestFrom: "early"},
			map[string]string{"best-from": "error.when.hour"},
		},
		"no day left": {
			customers.Form{Name: "A", NotOn: app.Week},
			map[string]string{"not-on": "error.customers.best-days"},
		},
		"a number without end": {
			customers.Form{Name: "A", Phones: []customers.PhoneField{{Typed: strings.Repeat("1", 101)}}},
			map[string]string{"phones.0": "error.customers.phone.long"},
		},
		"an unheard-of wish": {
			customers.Form{Name: "A", DoNotCall: []app.DoNotCall{{Purpose: "surveys"}}},
			map[string]string{"do-not-call.0": "error.customers.purpose"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			b, desk := shop(t)
			_, err := desk.Save(t.Context(), c.form, "")
			if got := wrong(err); !reflect.DeepEqual(got, c.want) {
				t.Errorf("told %v (%v), want %v", got, err, c.want)
			}
			said(t, err)
			if len(b.batches) != 0 {
				t.Error("something was written")
			}
		})
	}
}

func TestANameMayBeAsLongAsOneThatIsImported(t *testing.T) {
	_, desk := shop(t)
	if _, err := desk.Save(t.Context(), customers.Form{Name: strings.Repeat("å", app.NameLetters)}, ""); err != nil {
		t.Error(err)
	}
	half := strings.Repeat("å", app.NameLetters/2)
	if _, err := desk.Save(t.Context(), customers.Form{Given: half, Family: half}, ""); wrong(err)["name"] != "error.customers.name.long" {
		t.Errorf("a name that is too long with both its parts: %v", err)
	}
	_, err := desk.Save(t.Context(), customers.Form{Name: strings.Repeat("å", app.NameLetters+1)}, "")
	if got := wrong(err)["name"]; got != "error.customers.name.long" {
		t.Errorf("one letter more: %q", got)
	}
}

func TestWhateverIsTooLongSaysSo(t *testing.T) {
	_, desk := shop(t)
	long := strings.Repeat("å", 30_000)
	_, err := desk.Save(t.Context(), customers.Form{
		Name: long, Prefix: long, Given: long, Family: long, Firm: long, Number: long, Tags: long, Notes: long,
		Phones:    []customers.PhoneField{{Typed: long}, {Typed: "1", Label: long}},
		Emails:    []app.Email{{Address: long}, {Address: "a@example.com", Label: long}},
		Addresses: []app.Address{{City: long}},
		Birthday:  long, Language: long, TimeZone: long, BestFrom: long,
		DoNotCall: []app.DoNotCall{{Purpose: app.PurposeAny, Reason: long}},
	}, "")
	said(t, err)
	if got := wrong(err); len(got) != 18 {
		t.Errorf("told %d things: %v", len(got), got)
	}
}

func TestANumberThatCannotBeDialledIsKeptAndTold(t *testing.T) {
	b, desk := shop(t)
	saved, err := desk.Save(t.Context(), customers.Form{Phones: []customers.PhoneField{{Typed: "ask his wife"}}}, "")
	if err != nil {
		t.Fatal(err)
	}
	said(t, saved.Remarks)
	if got := wrong(saved.Remarks)["phones.0"]; got != "error.customers.phone.unreadable" {
		t.Errorf("told %v", saved.Remarks)
	}
	if p := b.customers[saved.ID].Phones[0]; p.Typed != "ask his wife" || p.Unfit != app.UnfitUnreadable {
		t.Errorf("kept %+v", p)
	}
}

func TestABirthdayMayHaveNoYear(t *testing.T) {
	for typed, want := range map[string]string{
		"15.1.": "--01-15", "29.2.": "--02-29", "22.11.": "--11-22", "22 nov": "--11-22", "--03-04": "--03-04",
		"15.1.1970": "1970-01-15", "2000-02-29": "2000-02-29", "22.11.2026": "2026-11-22", "1 feb 1930": "1930-02-01",
	} {
		_, desk := shop(t)
		checked, err := desk.Check(t.Context(), customers.Form{Name: "A", Birthday: typed})
		if err != nil || checked.Customer.Birthday != want {
			t.Errorf("%q is kept as %q (%v), want %q", typed, checked.Customer.Birthday, err, want)
		}
	}
}

// odd is a customer as an import may leave them: nothing of it would pass if a
// person typed it.
func odd() app.Customer {
	return app.Customer{
		ID:   app.ID{1},
		Name: app.Name{Full: strings.Repeat("x", 5000), Given: "x", Middle: "Y.", Family: "z", Suffix: "Jr"},
		Phones: []app.Phone{
			{Label: "fax,\nhome", Typed: "12", Unfit: app.UnfitFax},
			{Typed: "020 7946 0001", E164: "+442079460001", Unfit: app.UnfitWrong},
			{Typed: " 5 ", Unfit: app.UnfitUnreadable, Preferred: true},
		},
		Emails:     []app.Email{{Address: "nobody"}},
		Addresses:  []app.Address{{Street: "two\nlines"}},
		Birthday:   "circa 1970",
		Language:   "??",
		TimeZone:   "Pacific Standard Time",
		BestTime:   app.BestTime{To: 24 * 60, Not: 1},
		Tags:       []string{"a,b", strings.Repeat("t", 100)},
		Notes:      "bell\a",
		DoNotCall:  []app.DoNotCall{{Purpose: "odd"}},
		References: []app.Reference{{Kind: app.ReferenceVCard, Value: "u"}, {Kind: app.ReferenceShop, Value: "7"}, {Kind: app.ReferenceShop, Value: "8"}},
		Unknown:    []app.Property{{Name: "X-CAT"}},
		Archived:   true,
	}
}

func TestAFormThatNobodyTouchedChangesNothing(t *testing.T) {
	b, desk := shop(t)
	want := odd()
	b.customers[want.ID] = want
	checked, err := desk.Check(t.Context(), customers.FormOf(want))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(checked.Customer, want) {
		t.Errorf("became\n%+v\nwas\n%+v", checked.Customer, want)
	}
}

func TestATimeZoneMayBeAsFarFromUTCAsACardSaid(t *testing.T) {
	b, desk := shop(t)
	was := app.Customer{
		ID: odd().ID, Name: app.Name{Full: "Ann"}, TimeZone: "-05:00",
		Unknown: []app.Property{{Name: "TZ", Value: "-0500"}, {Name: "TZ", Value: "as at home"}, {Name: "X-CAT"}},
	}
	b.customers[was.ID] = was
	for typed, want := range map[string]string{"-05:00": "-05:00", "+0545": "+05:45", "UTC+2": "+02:00", "Asia/Tokyo": "Asia/Tokyo", "": ""} {
		form := customers.FormOf(was)
		form.TimeZone = typed
		checked, err := desk.Check(t.Context(), form)
		if err != nil {
			t.Fatal(err)
		}
		left := 3
		if want != was.TimeZone {
			left = 2 // the card's own would go out beside it
		}
		if got := checked.Customer; got.TimeZone != want || len(got.Unknown) != left {
			t.Errorf("typed as %q it is %q, beside %v", typed, got.TimeZone, got.Unknown)
		}
	}
}

func TestAnEditKeepsWhatTheFormDoesNotShow(t *testing.T) {
	b, desk := shop(t)
	b.customers[app.ID{1}] = odd()
	form := customers.FormOf(odd())
	form.Name, form.Number = "Ann Other", "9"
	form.Phones[1].Unfit = app.FitToCall
	if _, err := desk.Save(t.Context(), form, ""); err != nil {
		t.Fatal(err)
	}
	got := b.customers[app.ID{1}]
	if got.Name != (app.Name{Full: "Ann Other"}) {
		t.Errorf("the parts of another name stayed: %+v", got.Name)
	}
	wantRefs := []app.Reference{{Kind: app.ReferenceShop, Value: "9"}, {Kind: app.ReferenceVCard, Value: "u"}, {Kind: app.ReferenceShop, Value: "8"}}
	if !reflect.DeepEqual(got.References, wantRefs) || len(got.Unknown) != 1 || !got.Archived {
		t.Errorf("lost something: %+v", got)
	}
	if got.Phones[1].Unfit != app.FitToCall || got.Phones[1].E164 != "+442079460001" {
		t.Errorf("a number that is good again is %+v", got.Phones[1])
	}
	if b.batches[0].Act != app.ActEditCustomer {
		t.Errorf("act %s", b.batches[0].Act)
	}
}

func TestTheShopsNumberNamesOneCustomerOnly(t *testing.T) {
	b, desk := shop(t)
	b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}, Name: app.Name{Full: "Ann"}, References: []app.Reference{{Kind: app.ReferenceShop, Value: "7"}}}
	_, err := desk.Save(t.Context(), customers.Form{Name: "Bob", Number: "7"}, "")
	said(t, err)
	if got := wrong(err)["number"]; got != "error.customers.number.taken" {
		t.Errorf("told %v", err)
	}
}

func TestACustomerIsArchivedAndTakenOutAgain(t *testing.T) {
	b, desk := shop(t)
	b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}, Notes: "stays"}
	if _, err := desk.Archive(t.Context(), app.ID{1}, ""); err != nil || !b.customers[app.ID{1}].Archived {
		t.Errorf("%+v, %v", b.customers[app.ID{1}], err)
	}
	if _, err := desk.Unarchive(t.Context(), app.ID{1}, ""); err != nil || b.customers[app.ID{1}].Archived || b.customers[app.ID{1}].Notes != "stays" {
		t.Errorf("%+v, %v", b.customers[app.ID{1}], err)
	}
}

func TestNobodyIsThere(t *testing.T) {
	_, desk := shop(t)
	_, page := desk.Page(t.Context(), app.ID{9})
	_, save := desk.Save(t.Context(), customers.Form{ID: app.ID{9}, Name: "A"}, "")
	_, archive := desk.Archive(t.Context(), app.ID{9}, "")
	_, purchase := desk.SavePurchase(t.Context(), customers.PurchaseForm{Customer: app.ID{9}, Day: "today", Total: "1"}, "")
	_, remove := desk.RemovePurchase(t.Context(), app.ID{9}, "")
	for i, err := range []error{page, save, archive, purchase, remove} {
		if app.CodeOf(err) != app.CodeNotFound {
			t.Errorf("%d: %v", i, err)
		}
	}
}

func TestThePageNamesTheCurrenciesOfTheBookTheShopsOwnFirst(t *testing.T) {
	_, desk := shop(t)
	saved, err := desk.Save(t.Context(), customers.Form{Name: "Ann"}, "")
	if err != nil {
		t.Fatal(err)
	}
	page, err := desk.Page(t.Context(), saved.ID)
	if want := []string{"GBP", "USD", "EUR"}; err != nil || !slices.Equal(page.Currencies, want) {
		t.Errorf("%v, %v", page.Currencies, err)
	}
}

func TestThePageShowsEverythingAndWhatWasChangedByWhom(t *testing.T) {
	b, desk := shop(t)
	saved, err := desk.Save(t.Context(), customers.Form{Name: "Ann", Phones: []customers.PhoneField{{Typed: "07700 900123"}}}, "")
	if err != nil {
		t.Fatal(err)
	}
	form := customers.FormOf(b.customers[saved.ID])
	form.Name, form.Notes = "Ann Other", "likes oak"
	if _, err = desk.Save(t.Context(), form, "Mo"); err != nil {
		t.Fatal(err)
	}
	page, err := desk.Page(t.Context(), saved.ID)
	if err != nil {
		t.Fatal(err)
	}
	if page.Customer.Name.Full != "Ann Other" || page.Summary.Talk.Calls != 3 || page.Plan.Currency != "GBP" ||
		len(page.Calls) != 1 || len(page.Opinions) != 1 || len(page.Complaints) != 1 {
		t.Errorf("page %+v", page)
	}
	if len(page.History) != 2 {
		t.Fatalf("history %+v", page.History)
	}
	edit, add := page.History[0], page.History[1]
	want := []customers.FieldChange{
		{Field: "name", Before: "Ann", After: "Ann Other"},
		{Field: "notes", After: "likes oak"},
	}
	if edit.What != customers.Changed || edit.By != "Mo" || !edit.At.Equal(now) || !reflect.DeepEqual(edit.Fields, want) {
		t.Errorf("edit %+v", edit)
	}
	if add.What != customers.Added || len(add.Fields) != 2 || !reflect.DeepEqual(add.Fields[1].After, []string{"07700 900123"}) {
		t.Errorf("addition %+v", add)
	}
}

func TestAnEventNamesOnlyTheFieldsThatDiffer(t *testing.T) {
	worst, best := 0, 10
	yes := true
	for name, c := range map[string]struct {
		before, after app.Record
		want          []string
	}{
		"a purchase":  {app.Purchase{Day: 5, Total: 3, Currency: "EUR"}, app.Purchase{Day: 5, Total: 4, Currency: "EUR"}, []string{"total"}},
		"a call":      {nil, app.Call{Disposition: app.Talked, FixWorked: &yes}, []string{"outcome", "fix-worked"}},
		"an opinion":  {app.Opinion{Score: &worst}, app.Opinion{Score: &best}, []string{"score"}},
		"a nought":    {nil, app.Opinion{Score: &worst}, []string{"score"}},
		"a complaint": {app.Complaint{}, app.Complaint{PutRight: now, Remedy: &app.Remedy{Kind: app.RemedyRefund, Cost: app.Money{Minor: 5, Currency: "EUR"}}}, []string{"remedy", "cost", "put-right"}},
		"a removal":   {app.Purchase{SoldBy: "Mo"}, nil, []string{"sold-by"}},
		"the plan":    {app.Plan{}, app.Plan{Capacity: 3}, nil},
	} {
		event := customers.EventOf(app.Entry{Before: c.before, After: c.after})
		var got []string
		for _, f := range event.Fields {
			got = append(got, f.Field)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: fields %v, want %v", name, got, c.want)
		}
	}
}
