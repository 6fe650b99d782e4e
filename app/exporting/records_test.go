package exporting_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/exporting/archive"
	"ringback.app/app/importing/vcards"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

func records(t testing.TB, b exporting.Shop) *exporting.Records {
	t.Helper()
	c, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	return exporting.NewRecords(b, c.In("en"), func() time.Time { return at(28, 9, 0) })
}

func exportRecords(t testing.TB, b exporting.Shop, what exporting.Subject, f exporting.Filter, format exporting.Format) (string, int) {
	t.Helper()
	var out bytes.Buffer
	n, err := records(t, b).Write(context.Background(), &out, what, f, format)
	if err != nil {
		t.Fatalf("%s as %s: %v", what, format, err)
	}
	return out.String(), n
}

// rows reads a table: a map of its cells by their heads for each line.
func rows(t testing.TB, out string) []map[string]string {
	t.Helper()
	text, marked := strings.CutPrefix(out, "\ufeff")
	if !marked {
		t.Error("no byte order mark")
	}
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	all := []map[string]string{}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range line {
			if cell != "" {
				row[lines[0][i]] = cell
			}
		}
		all = append(all, row)
	}
	return all
}

func TestCustomersAsATable(t *testing.T) {
	b := shop()
	c := b.customers[id(maija)]
	c.Firm, c.Phones = "@home", []app.Phone{{Typed: "09 1", Unfit: app.UnfitWrong}, {Typed: "+358 40 1", E164: "+358401"}, {Typed: "050 2", Preferred: true}}
	c.Emails = []app.Email{{Address: "m@example.com"}, {Address: "n@example.com"}}
	c.Addresses = []app.Address{{Street: "Katu 1", PostalCode: "00100", City: "Helsinki"}, {City: "Espoo", PostalCode: "02100", Country: "Finland"}}
	c.BestTime = app.BestTime{From: 9 * 60, Not: app.DaysOf(time.Sunday, time.Monday)}
	c.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeMarketing, Since: app.NewDay(2026, 1, 2), Reason: "asked"}}
	c.Archived = true
	b.customers[c.ID] = c
	out, n := exportRecords(t, b, exporting.Customers, exporting.Filter{Customer: id(maija)}, exporting.CSV)
	want := []map[string]string{{
		"Customer number": "12347", "Name": "Maija Korhonen", "Company": "'@home", "Phone": "050 2", "Other phones": "'+358 40 1; 09 1 (wrong-number)", "Phone label": "preferred",
		"Email": "m@example.com", "Other emails": "n@example.com", "Street": "Katu 1", "Postal code": "00100", "City": "Helsinki",
		"Other addresses": " |  |  | 02100 | Espoo |  | Finland", "Best time to call": "09:00–, not mon, sun",
		"Do not call": "Winning back: asked (2026-01-02)", "Archived": "yes", "ID": id(maija).String(),
	}}
	want[0]["Do not call"] = rows(t, out)[0]["Do not call"] // how a purpose is called is not ours
	if diff := cmp.Diff(want, rows(t, out)); diff != "" || n != 1 {
		t.Error(n, diff)
	}
	if !strings.HasSuffix(want[0]["Do not call"], ": asked (2026-01-02)") {
		t.Error(want[0]["Do not call"])
	}
}

func TestPurchasesAsATable(t *testing.T) {
	b := shop()
	b.purchases[id(31)] = app.Purchase{ID: id(31), Customer: id(trang), Day: app.NewDay(2026, 11, 14), Total: -500, Currency: "JPY", Receipt: "=1"}
	out, n := exportRecords(t, b, exporting.Purchases, exporting.Filter{}, exporting.CSV)
	maijas := map[string]string{"Date": "2026-11-13", "Customer number": "12347", "Customer name": "Maija Korhonen", "Currency": "EUR", "ID of the customer": id(maija).String(), "ID": id(30).String()}
	with := func(row map[string]string, more ...string) map[string]string {
		all := map[string]string{}
		for k, v := range row {
			all[k] = v
		}
		for i := 0; i < len(more); i += 2 {
			all[more[i]] = more[i+1]
		}
		return all
	}
	want := []map[string]string{
		with(maijas, "Item", "Oak table", "Quantity", "1", "Amount", "840.00", "Receipt total", "1360.00"),
		with(maijas, "Item", "Oak chair", "Quantity", "4", "Amount", "520.00"),
		{"Date": "2026-11-14", "Receipt": "'=1", "Customer name": "'=Trần *Thị* Hương", "Receipt total": "-500", "Currency": "JPY", "ID of the customer": id(trang).String(), "ID": id(31).String()},
	}
	if diff := cmp.Diff(want, rows(t, out)); diff != "" || n != 2 {
		t.Error(n, diff)
	}
}

func TestWhatMayNotBeQuotedAnyMoreIsNotInTheTableToQuote(t *testing.T) {
	b := shop()
	at := time.Date(2026, time.November, 20, 8, 0, 0, 0, time.UTC)
	for name, withdrawn := range map[string]time.Time{"yes": {}, "not any more": at.AddDate(0, 0, 1)} {
		b.opinions[0].Quote = &app.Quote{Words: "One chair", Where: "website", Name: "Maija K.", Since: at, Withdrawn: withdrawn}
		out, _ := exportRecords(t, b, exporting.Opinions, exporting.Filter{}, exporting.CSV)
		row := rows(t, out)[0]
		want := []string{"One chair", "website", "Maija K."}
		if !withdrawn.IsZero() {
			want = []string{"", "", ""}
		}
		if got := []string{row["Words to quote"], row["Where to quote"], row["Name to print"]}; row["May be quoted"] != name || !slices.Equal(got, want) {
			t.Errorf("%s: %q, %q", name, row["May be quoted"], got)
		}
	}
}

func TestOpinionsAndComplaintsAsTables(t *testing.T) {
	out, _ := exportRecords(t, shop(), exporting.Opinions, exporting.Filter{}, exporting.CSV)
	got := rows(t, out)
	if len(got) != 1 || got[0]["Customer"] != "Maija Korhonen" || got[0]["Score"] != "6" || got[0]["May be quoted"] != "yes" || got[0]["Said on"] != "2026-11-20" {
		t.Errorf("got %v", got)
	}
	out, _ = exportRecords(t, shop(), exporting.Complaints, exporting.Filter{}, exporting.CSV)
	got = rows(t, out)
	if len(got) != 1 || got[0]["What went wrong"] != "One chair wobbles" || got[0]["Still open"] != "yes" || got[0]["Received"] != "2026-11-20 10:16" ||
		got[0]["We promised"] != "Swap the chair (by 2026-11-23 17:00, not kept)" {
		t.Errorf("got %v", got)
	}
}

func TestRecordsAsJSONKeepTheirPromise(t *testing.T) {
	tests := map[exporting.Subject]string{
		exporting.Purchases: `{"id":"` + id(30).String() + `","customer":{"id":"` + id(maija).String() + `","name":"Maija Korhonen","reference":"12347"},
			"day":"2026-11-13","items":[{"item":"Oak table","quantity":1,"amount":84000},{"item":"Oak chair","quantity":4,"amount":52000}],
			"total":136000,"currency":"EUR","return":false}`,
		exporting.Complaints: `{"id":"` + id(40).String() + `","customer":{"id":"` + id(maija).String() + `","name":"Maija Korhonen","reference":"12347"},
			"opinion":"` + id(20).String() + `","wrong":"One chair wobbles","wish":"A new chair","promises":[{"what":"Swap the chair","by":"2026-11-23T15:00:00Z"}],
			"received":"2026-11-20T08:16:00Z","open":true}`,
		exporting.Opinions: `{"id":"` + id(20).String() + `","customer":{"id":"` + id(maija).String() + `","name":"Maija Korhonen","reference":"12347"},
			"said":"2026-11-20","taken":"2026-11-20T08:16:00Z","source":"call","score":6,"verbatim":"The table is beautiful.\nOne chair wobbles.",
			"themes":["quality","chairs"],"staff":["Anna"],"quote":{"since":"2026-11-20T08:16:00Z"},"call":"` + id(10).String() + `","quotable":true}`,
	}
	for what, promised := range tests {
		out, _ := exportRecords(t, shop(), what, exporting.Filter{}, exporting.JSON)
		var got, want any
		if err := errors.Join(json.Unmarshal([]byte(out), &got), json.Unmarshal([]byte(promised), &want)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
}

func TestAPeriodTakesWhatIsInIt(t *testing.T) {
	day := func(d int) app.Day { return app.NewDay(2026, time.November, d) }
	tests := []struct {
		what   exporting.Subject
		filter exporting.Filter
		want   int
	}{
		{exporting.Purchases, exporting.Filter{From: day(13), To: day(13)}, 1},
		{exporting.Purchases, exporting.Filter{From: day(14)}, 0},
		{exporting.Purchases, exporting.Filter{To: day(12), Customer: id(maija)}, 0},
		{exporting.Purchases, exporting.Filter{From: day(13), Customer: id(maija)}, 1},
		{exporting.Purchases, exporting.Filter{Customer: id(trang)}, 0},
		{exporting.Opinions, exporting.Filter{From: day(20), To: day(20)}, 1},
		{exporting.Opinions, exporting.Filter{To: day(19)}, 0},
		{exporting.Opinions, exporting.Filter{From: day(21), Customer: id(maija)}, 0},
		{exporting.Complaints, exporting.Filter{From: day(20), To: day(20)}, 1},
		{exporting.Complaints, exporting.Filter{From: day(21)}, 0},
		{exporting.Complaints, exporting.Filter{Customer: id(trang)}, 0},
		{exporting.Customers, exporting.Filter{From: day(27)}, 2},
	}
	for _, tt := range tests {
		if _, n := exportRecords(t, shop(), tt.what, tt.filter, exporting.JSON); n != tt.want {
			t.Errorf("%s %+v: %d, want %d", tt.what, tt.filter, n, tt.want)
		}
	}
}

func TestManyRecordsOfOneDayAllGoOutOnce(t *testing.T) {
	b := shop()
	b.opinions = nil
	for n := range 1500 {
		b.purchases[id(1000+n)] = app.Purchase{ID: id(1000 + n), Customer: id(maija), Day: app.NewDay(2026, 11, 14+n/1000)}
		b.opinions = append(b.opinions, app.Opinion{ID: id(3000 + n), Customer: id(maija), Taken: at(20, 10, 0).Add(time.Duration(n/700) * time.Second)})
	}
	for what, want := range map[exporting.Subject]int{exporting.Purchases: 1501, exporting.Opinions: 1500} {
		out, n := exportRecords(t, b, what, exporting.Filter{}, exporting.JSON)
		seen := map[string]bool{}
		for line := range strings.Lines(out) {
			seen[line] = true
		}
		if n != want || len(seen) != want {
			t.Errorf("%s: %d, %d different, want %d", what, n, len(seen), want)
		}
	}
}

func TestCardsOfTheShopComeInAgain(t *testing.T) {
	for _, format := range []exporting.Format{exporting.VCard, exporting.VCard3} {
		out, n := exportRecords(t, shop(), exporting.Customers, exporting.Filter{}, format)
		r, err := vcards.NewReader(strings.NewReader(out), vcards.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for {
			card, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, card.Customer.Name.Full+card.Customer.Reference(app.ReferenceShop))
		}
		if !slices.Equal(names, []string{"Maija Korhonen12347", "=Trần *Thị* Hương"}) || n != 2 || format.Extension() != "vcf" {
			t.Errorf("%s: %q, %d", format, names, n)
		}
	}
}

func TestTheWholeBookComesBack(t *testing.T) {
	b := shop()
	b.plan = app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	b.calls = slices.DeleteFunc(b.calls, func(c app.Call) bool { return c.Customer == id(9) })
	b.opinions[0].Source = app.FromCall
	b.kept = []string{"draft.x", app.StrangersKey(id(trang), id(maija)), app.StrangersKey(id(trang), id(99))}
	became, former, gone := b.customers[id(trang)], app.Customer{ID: id(98), Name: app.Name{Full: "Hương Trần"}}, app.Customer{ID: id(97)}
	was := archive.Compared(became)
	was.Name.Full = "T. Huong"
	b.edits = []app.Entry{
		{Before: was, After: became},
		{Before: app.Customer{ID: id(96), Firm: "Care Co"}, After: former}, // whom somebody became who became her
		{Before: gone, After: app.Customer{ID: id(95)}},                    // nobody who is in the book
		{Before: former, After: became},
	}
	b.edits[1], b.edits[3] = b.edits[3], b.edits[1] // the newest first
	out, n := exportRecords(t, b, exporting.Everything, exporting.Filter{}, exporting.JSON)
	formerly := former
	formerly.ID = id(trang)
	want := []app.Record{
		b.plan, b.customers[id(maija)], b.purchases[id(30)], b.calls[0], b.calls[2], b.opinions[0], b.complaints[0],
		b.customers[id(trang)], b.calls[1],
		archive.TwoPeople{A: id(maija), B: id(trang)},
		archive.Settled{Before: was, After: archive.Compared(became)},
		archive.Settled{Before: former, After: archive.Compared(became)},
		archive.Settled{Before: app.Customer{ID: id(96), Firm: "Care Co"}, After: formerly},
	}
	r := archive.NewReader(strings.NewReader(out))
	var got []app.Record
	for {
		record, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, record)
	}
	if diff := cmp.Diff(want, got); diff != "" || n != 8 {
		t.Error(n, diff)
	}
}

func TestABookThatChangesMeanwhileIsNotWritten(t *testing.T) {
	b := shop()
	b.changing = true
	_, err := records(t, b).Write(context.Background(), io.Discard, exporting.Everything, exporting.Filter{}, exporting.JSON)
	if app.CodeOf(err) != app.CodeConflict {
		t.Errorf("got %v", err)
	}
}

func TestEverySubjectCanBeStoppedAndRefusesOthersFormats(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	for _, what := range exporting.Subjects() {
		for _, format := range what.Formats() {
			if _, err := records(t, shop()).Write(ctx, io.Discard, what, exporting.Filter{}, format); app.CodeOf(err) != app.CodeCancelled {
				t.Errorf("%s as %s: %v", what, format, err)
			}
			broken := errors.New("broken")
			if _, err := records(t, shop()).Write(context.Background(), failing{broken}, what, exporting.Filter{}, format); app.CodeOf(err) != app.CodeStorage || !errors.Is(err, broken) {
				t.Errorf("%s as %s to a broken disk: %v", what, format, err)
			}
		}
		if _, err := what.ParseFormat("docx"); app.CodeOf(err) != app.CodeInvalid {
			t.Errorf("%s: %v", what, err)
		}
		if name, err := records(t, shop()).Suggest(t.Context(), what, what.Formats()[0]); err != nil || !strings.Contains(name, " 2026-11-28.") {
			t.Errorf("%s: %q, %v", what, name, err)
		}
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestAComplaintThatWasOpenedAgainKeepsItsFirstReply(t *testing.T) {
	b := shop()
	b.complaints[0].Answered = at(16, 12, 0)
	b.complaints[0].Reopened = []app.Reopening{{At: at(16, 10, 0), Why: "It wobbles again", Answered: at(14, 9, 30)}}
	out, _ := exportRecords(t, b, exporting.Complaints, exporting.Filter{}, exporting.CSV)
	row := rows(t, out)[0]
	if row["First reply"] != "2026-11-14 09:30" || row["Opened again"] != "2026-11-16 10:00 It wobbles again" || row["Reply to that"] != "2026-11-16 12:00" {
		t.Errorf("%v", row)
	}
}

func TestAComplaintTellsWhichPromiseWasKeptAndWhen(t *testing.T) {
	b := shop()
	b.complaints[0].Promises = []app.Promise{
		{What: "Swap the chair", By: at(23, 17, 0), Kept: at(23, 16, 5)},
		{What: "Ring", By: at(24, 9, 0), Kept: at(24, 11, 0)},
		{What: "Write", By: at(25, 9, 0)},
		{What: "Call in", By: at(29, 9, 0)}, // the file is made on the 28th
		{What: "Bring flowers", Kept: at(25, 9, 0)},
		{What: "Think"},
	}
	out, _ := exportRecords(t, b, exporting.Complaints, exporting.Filter{}, exporting.CSV)
	row := rows(t, out)[0]
	want := "Swap the chair (by 2026-11-23 17:00, kept 2026-11-23 16:05); Ring (by 2026-11-24 09:00, kept late, 2026-11-24 11:00); " +
		"Write (by 2026-11-25 09:00, not kept); Call in (by 2026-11-29 09:00); Bring flowers (kept 2026-11-25 09:00); Think"
	if row["We promised"] != want || row["Promises kept"] != "2" || row["Promises broken"] != "2" {
		t.Errorf("%q, %q kept, %q broken", row["We promised"], row["Promises kept"], row["Promises broken"])
	}
	b.complaints[0].Promises = nil
	out, _ = exportRecords(t, b, exporting.Complaints, exporting.Filter{}, exporting.CSV)
	if row := rows(t, out)[0]; row["We promised"]+row["Promises kept"]+row["Promises broken"] != "" {
		t.Errorf("nothing was promised, and the file says %v", row)
	}
}
