package importing_test

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// wholeBook is a file as "export all" writes it.
func wholeBook(t *testing.T, records ...app.Record) importing.Source {
	t.Helper()
	var out bytes.Buffer
	w, err := archive.NewWriter(&out, time.Unix(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return importing.Bytes("all.jsonl", out.Bytes())
}

func TestAWholeBookIsMergedByID(t *testing.T) {
	book := importingtest.NewShelf()
	ann := app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Ann Bell"}}
	bo := app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Bo Ek"}}
	cup := app.Purchase{ID: book.IDs.Next(), Customer: ann.ID, Day: app.NewDay(2026, time.March, 1), Currency: "GBP"}
	call := app.Call{ID: book.IDs.Next(), Customer: bo.ID, Start: time.Unix(1e9, 0).UTC(), Disposition: app.Dispositions()[0]}
	other := book.Settings
	other.Owner = "Somebody Else"
	mine := ann
	mine.Notes = "the owner's own words"
	book.Customers[ann.ID] = mine
	book.Customers[bo.ID] = bo

	file := wholeBook(t, other, ann, cup, bo, call)
	p := importingtest.Take(t, book, file)
	want := []importing.Action{importing.Same, importing.Same, importing.Create, importing.Same, importing.Create}
	for i, item := range p.Items {
		if item.Action != want[i] {
			t.Errorf("record %d is %s, want %s", i, item.Action, want[i])
		}
	}
	if key := p.Items[0].Problems[0].Key; key != "import.book.plan-kept" {
		t.Errorf("of the plan: %s", key)
	}
	if key := p.Items[1].Problems[0].Key; key != "import.book.kept" || book.Customers[ann.ID].Notes != mine.Notes {
		t.Errorf("of a customer who differs: %s", key)
	}
	if book.Settings.Owner == other.Owner || len(book.Bought) != 1 || len(book.Others) != 1 {
		t.Errorf("%d purchases, %d calls", len(book.Bought), len(book.Others))
	}
	if p.Items[4].Name != "Bo Ek" || p.Summary.Calls.Created != 1 || p.Summary.Receipts.Created != 1 {
		t.Errorf("%+v", p.Summary)
	}
}

func TestAWholeBookSaysNothingOfWhoWasForgotten(t *testing.T) {
	book := importingtest.NewShelf()
	book.Forgotten = map[string]bool{"zeb@example.com": true}
	zeb := app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Zeb"}, Emails: []app.Email{{Address: "zeb@example.com"}}}
	ann := app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Ann Bell"}}
	shared := ann // she had his address once
	shared.Emails = zeb.Emails
	called := ann
	called.Name = app.Name{Full: "Annie"}
	p := importingtest.Take(
		t, book, wholeBook(
			t, zeb, ann,
			app.Purchase{ID: book.IDs.Next(), Customer: zeb.ID, Day: app.NewDay(2026, time.March, 1), Currency: "GBP"},
			app.Call{ID: book.IDs.Next(), Customer: zeb.ID, Start: time.Unix(1e9, 0).UTC(), Disposition: app.Talked},
			archive.TwoPeople{A: zeb.ID, B: ann.ID},
			archive.Settled{Before: app.Customer{ID: zeb.ID, Name: app.Name{Full: "Zebulon"}}, After: zeb},
			archive.Settled{Before: shared, After: ann},
			archive.Settled{Before: called, After: ann},
		),
	)
	if p.Summary.Created != 1 || p.Summary.Rejected != 3 || p.Summary.Receipts.Rejected != 1 || p.Summary.Calls.Rejected != 1 {
		t.Errorf("%+v", p.Summary)
	}
	for _, i := range []int{0, 2, 3} {
		if item := p.Items[i]; !item.ID.IsZero() || item.Problems[0].Key != "import.book.forgotten" {
			t.Errorf("record %d: %+v", i, item)
		}
	}
	if len(book.Customers) != 1 || len(book.Bought) != 0 || len(book.Others) != 0 {
		t.Errorf("took in %v", book.Customers)
	}
	if len(book.Notes) != 1 || !bytes.Contains(slices.Concat(slices.Collect(maps.Values(book.Notes))...), []byte("Annie")) {
		t.Errorf("keeps %q", book.Notes)
	}
}

func TestAWholeBookOfBeforeBringsNobodyBackWhoBecameOneWithAnother(t *testing.T) {
	book := importingtest.NewShelf()
	ann := app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Ann Smith"}, Emails: []app.Email{{Address: "ann@example.com"}}}
	annie := app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Annie Smyth"}}
	bought := func(of app.Customer, receipt string) app.Purchase {
		return app.Purchase{ID: book.IDs.Next(), Customer: of.ID, Receipt: receipt, Day: app.NewDay(2026, time.March, 1), Currency: "GBP"}
	}
	vase, twin, lamp := bought(ann, "R1"), bought(ann, "R2"), bought(ann, "R3")
	moved, both := vase, bought(annie, "R2")
	moved.Customer = annie.ID
	call := app.Call{ID: book.IDs.Next(), Customer: ann.ID, Start: time.Unix(1e9, 0).UTC(), Disposition: app.Talked}
	book.Customers[annie.ID], book.Bought[moved.ID], book.Bought[both.ID] = annie, moved, both
	line, err := archive.Line(archive.Settled{Before: ann, After: annie})
	if err != nil {
		t.Fatal(err)
	}
	book.Notes[app.KeptSettled+annie.ID.String()+".000000001."+ann.ID.String()] = line

	p := importingtest.Take(t, book, wholeBook(t, ann, annie, vase, twin, lamp, call))
	want := []importing.Action{importing.Same, importing.Same, importing.Same, importing.Same, importing.Create, importing.Create}
	for i, item := range p.Items {
		if item.Action != want[i] || item.Customer != annie.ID {
			t.Errorf("record %d is %s of %s, want %s", i, item.Action, item.Customer, want[i])
		}
	}
	if key := importingtest.Problems(p); !slices.Equal(key, []string{"import.book.became"}) {
		t.Errorf("says %q", key)
	}
	if len(book.Customers) != 1 || len(book.Bought) != 3 || book.Bought[lamp.ID].Customer != annie.ID || len(book.Others) != 1 {
		t.Errorf("%v, %v, %v", book.Customers, book.Bought, book.Others)
	}
}

// Of whom the book has already, it has what was decided here.
func TestAWholeBookDecidesOnlyOfWhomTheBookGetsWithIt(t *testing.T) {
	book := importingtest.NewShelf()
	ann, bo := app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Ann Bell"}}, app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Bo Ek"}}
	eve := app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Eve Day"}}
	book.Customers[ann.ID], book.Customers[bo.ID] = ann, bo
	was := func(c app.Customer, name string) archive.Settled {
		before := c
		before.Name.Full = name
		return archive.Settled{Before: before, After: c}
	}
	p := importingtest.Take(t, book, wholeBook(
		t, ann, bo, eve,
		archive.TwoPeople{A: ann.ID, B: bo.ID}, archive.TwoPeople{A: eve.ID, B: bo.ID}, archive.TwoPeople{A: ann.ID, B: eve.ID},
		was(ann, "Annie"), was(eve, "Evie"),
	))
	if p.Summary.Created != 1 {
		t.Fatalf("%+v", p.Summary)
	}
	settled := 0
	for key, value := range book.Notes {
		if strings.HasPrefix(key, app.KeptSettled) {
			settled++
			if !bytes.Contains(value, []byte("Evie")) {
				t.Errorf("keeps %s", value)
			}
		}
	}
	apart := func(a, b app.Customer) bool { return book.Notes[app.StrangersKey(a.ID, b.ID)] != nil }
	if settled != 1 || apart(ann, bo) || !apart(eve, bo) || !apart(ann, eve) {
		t.Errorf("keeps %q", slices.Sorted(maps.Keys(book.Notes)))
	}
}

func TestWhatAnotherClockDatedOfADayToComeIsMarked(t *testing.T) {
	book := importingtest.NewShelf()
	ann := app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Ann Bell"}}
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	later := now.AddDate(0, 0, 1)
	p := importingtest.Look(
		t, book, importing.Options{Clock: func() time.Time { return now }}, wholeBook(
			t, ann,
			app.Purchase{ID: book.IDs.Next(), Customer: ann.ID, Day: app.DayOf(later), Currency: "GBP"}, // something ordered
			app.Call{ID: book.IDs.Next(), Customer: ann.ID, Start: later, Disposition: app.Talked},
			app.Opinion{ID: book.IDs.Next(), Customer: ann.ID, Taken: later, Source: app.FromCall, Verbatim: "Fine"},
			app.Complaint{ID: book.IDs.Next(), Customer: ann.ID, Received: later, Wrong: "It creaks"},
			app.Call{ID: book.IDs.Next(), Customer: ann.ID, Start: now, Disposition: app.Talked},
		),
	)
	for i, want := range []bool{false, false, true, true, true, false} {
		item := p.Items[i]
		marked := slices.ContainsFunc(item.Problems, func(p *app.Error) bool { return p.Key == "import.book.ahead" })
		if marked != want || item.Action != importing.Create {
			t.Errorf("record %d: %s, %v", i, item.Action, item.Problems)
		}
	}
}

func TestAnEmptyBookTakesThePlanOfAWholeOne(t *testing.T) {
	book := importingtest.NewShelf()
	plan := book.Settings
	plan.Owner = "Jim"
	importingtest.Take(t, book, wholeBook(t, plan))
	if book.Settings.Owner != "Jim" {
		t.Errorf("the owner is %q", book.Settings.Owner)
	}
}

func TestAWholeBookThatCannotBeTakenInSaysWhy(t *testing.T) {
	book := importingtest.NewShelf()
	whole := wholeBook(t, app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Ann"}})
	opened, err := whole.Open()
	if err != nil {
		t.Fatal(err)
	}
	var content bytes.Buffer
	if _, err := content.ReadFrom(opened); err != nil {
		t.Fatal(err)
	}
	cut := content.Bytes()[:bytes.LastIndexByte(bytes.TrimSpace(content.Bytes()), '\n')+1]
	for name, damaged := range map[string][]byte{
		"error.archive.cut": cut, "error.archive.newer": []byte("{\"kind\":\"book\",\"format\":99}\n"), "error.archive.line": append(slices.Clip(cut), "{}\n"...),
	} {
		_, err := importing.New(book, book.IDs).Read(context.Background(), []importing.Source{importing.Bytes("damaged.jsonl", damaged)}, importing.Options{})
		var told *app.Error
		if importingtest.KeyOf(err) != name || !errors.As(err, &told) || told.Args["File"] != "damaged.jsonl" {
			t.Errorf("%s: got %v", name, err)
		}
	}
	p := importingtest.Look(t, book, importing.Options{}, whole, importingtest.Cards(importingtest.Card("FN:Ann")))
	if got := importingtest.Problems(p); !slices.Equal(got, []string{"error.import.book-alone"}) || p.Summary.Created != 1 {
		t.Errorf("beside another file: %q, %+v", got, p.Summary)
	}
}

func TestAWholeBookInAnArchiveIsReadAsIfItLayBesideIt(t *testing.T) {
	book := importingtest.NewShelf()
	ann := app.Customer{ID: book.IDs.Next(), Name: app.Name{Full: "Ann Bell"}}
	content := string(importingtest.Content(t, wholeBook(t, ann)))
	for name, members := range map[string]map[string]string{
		"alone":         {"ringback.json": content},
		"beside a note": {"ringback.json": content, "note.txt": "for the new computer"},
	} {
		p := importingtest.Look(t, book, importing.Options{}, importing.Bytes("all.zip", importingtest.Packed(t, members)))
		if p.Files[0].Kind != importing.KindBook || p.Summary.Contacts.Created != 1 || book.Customers[ann.ID].ID != (app.ID{}) {
			t.Errorf("%s: %+v", name, p.Summary)
		}
	}
	p := importingtest.Look(t, book, importing.Options{}, importing.Bytes("all.zip", importingtest.Packed(t, map[string]string{
		"ringback.json": content, "people.vcf": importingtest.Card("FN:Bo Ek", "TEL:+12025550144"),
	})))
	if p.Summary.Contacts.Created != 1 || p.Items[0].Problems[0].Key != "error.import.book-alone" {
		t.Errorf("beside cards: %+v", p.Items)
	}
}
