package exporting_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/spreadsheet"
	"ringback.app/app/wording"
	"ringback.app/assets"
)

var athens = func() *time.Location {
	zone, err := time.LoadLocation("Europe/Athens")
	if err != nil {
		panic(err)
	}
	return zone
}()

func at(day, hour, minute int) time.Time {
	return time.Date(2026, time.November, day, hour, minute, 0, 0, athens)
}

const (
	maija = 1
	trang = 2
)

// shop is a book with a talked call that opened a complaint, a call nobody
// answered, and one of a customer who is gone.
func shop() *book {
	score := 6
	worked := true
	return &book{
		plan: app.Plan{Owner: "Jim", Shop: "Care Co", TimeZone: "Europe/Athens"},
		customers: map[app.ID]app.Customer{
			id(maija): {ID: id(maija), Name: app.Name{Full: "Maija Korhonen"}, References: []app.Reference{{Kind: app.ReferenceShop, Value: "12347"}}},
			id(trang): {ID: id(trang), Name: app.Name{Full: "=Trần *Thị* Hương"}},
		},
		purchases: map[app.ID]app.Purchase{
			id(30): {ID: id(30), Customer: id(maija), Day: app.NewDay(2026, 11, 13), Total: 136000, Currency: "EUR", Lines: []app.Line{
				{Item: "Oak table", Quantity: app.One, Amount: 84000}, {Item: "Oak chair", Quantity: 4 * app.One, Amount: 52000},
			}},
		},
		calls: []app.Call{
			{
				ID: id(10), Customer: id(maija), Start: at(20, 10, 12), End: at(20, 10, 16), Number: "+358401234567",
				Disposition: app.Talked, Notes: "+ call the joiner\n# today", About: []app.ID{id(30), id(31)}, Reason: app.AfterPurchase,
				Next: &app.NextStep{At: at(27, 15, 0), Timed: true, Note: "hear of the chair"},
			},
			{ID: id(11), Customer: id(trang), Start: at(20, 23, 59), By: "Anna", Disposition: app.NoAnswer},
			{ID: id(12), Customer: id(9), Start: at(21, 0, 0), Disposition: app.Busy},
			{ID: id(13), Customer: id(maija), Start: at(27, 15, 5), End: at(27, 15, 6), Disposition: app.Talked, Complaint: id(40), FixWorked: &worked},
		},
		opinions: []app.Opinion{{
			ID: id(20), Customer: id(maija), Call: id(10), Said: app.NewDay(2026, 11, 20), Score: &score,
			Verbatim: "The table is beautiful.\nOne chair wobbles.", Themes: []string{"quality", "chairs"},
			Staff: []string{"Anna"}, Quote: &app.Quote{Since: at(20, 10, 16)}, Taken: at(20, 10, 16), Source: app.FromCall,
		}},
		complaints: []app.Complaint{{
			ID: id(40), Customer: id(maija), Opinion: id(20), Wrong: "One chair wobbles", Wish: "A new chair",
			Promises: []app.Promise{{What: "Swap the chair", By: at(23, 17, 0)}}, Received: at(20, 10, 16),
		}},
	}
}

func exporter(t testing.TB, b exporting.Book) *exporting.Exporter {
	t.Helper()
	c, err := wording.Load(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	return exporting.New(b, c.In("en"), func() time.Time { return at(28, 9, 0) })
}

func export(t testing.TB, b *book, f exporting.Filter, format exporting.Format) (string, exporting.Count) {
	t.Helper()
	var out bytes.Buffer
	count, err := exporter(t, b).Notes(context.Background(), &out, f, format)
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), count
}

// ids reads which calls an export as JSON holds.
func ids(t testing.TB, out string) []int {
	t.Helper()
	var found []int
	for line := range strings.Lines(out) {
		var note struct{ ID app.ID }
		if err := json.Unmarshal([]byte(line), &note); err != nil {
			t.Fatal(err)
		}
		found = append(found, int(note.ID[15]))
	}
	return found
}

func TestFilter(t *testing.T) {
	day := func(d int) app.Day { return app.NewDay(2026, time.November, d) }
	tests := map[string]struct {
		filter exporting.Filter
		want   []int
	}{
		"everything":                        {exporting.Filter{}, []int{10, 11, 12, 13}},
		"a day ends at the shop's midnight": {exporting.Filter{From: day(20), To: day(20)}, []int{10, 11}},
		"a day begins at it":                {exporting.Filter{From: day(21)}, []int{12, 13}},
		"up to a day":                       {exporting.Filter{To: day(21)}, []int{10, 11, 12}},
		"a customer":                        {exporting.Filter{Customer: id(maija)}, []int{10, 13}},
		"a customer in a period":            {exporting.Filter{Customer: id(maija), From: day(21)}, []int{13}},
		"an outcome":                        {exporting.Filter{Outcomes: []app.Disposition{app.Busy, app.NoAnswer}}, []int{11, 12}},
		"a customer's outcome":              {exporting.Filter{Customer: id(trang), Outcomes: []app.Disposition{app.Talked}}, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			out, count := export(t, shop(), tt.filter, exporting.JSON)
			if diff := cmp.Diff(tt.want, ids(t, out)); diff != "" {
				t.Error(diff)
			}
			if count.Notes != len(tt.want) {
				t.Errorf("counted %d", count.Notes)
			}
			before, err := exporter(t, shop()).Count(context.Background(), tt.filter)
			if err != nil || before != count {
				t.Errorf("counted %+v beforehand and wrote %+v, %v", before, count, err)
			}
		})
	}
}

func TestCSVIsSafeAndWhole(t *testing.T) {
	out, count := export(t, shop(), exporting.Filter{}, exporting.CSV)
	if want := (exporting.Count{Notes: 4, Customers: 3}); count != want {
		t.Errorf("counted %+v", count)
	}
	text, marked := strings.CutPrefix(out, "\ufeff")
	if !marked {
		t.Error("no byte order mark: Excel would spoil the accents")
	}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("a spreadsheet would run %q", cell)
			}
		}
	}
	got := map[string]string{}
	for i, head := range rows[0] {
		got[head] = rows[1][i]
	}
	want := map[string]string{
		"Day": "2026-11-20", "Time": "10:12", "Customer": "Maija Korhonen", "Customer number": "12347",
		"Number called": "'+358401234567", "Called by": "Jim", "Outcome": "Talked", "Minutes": "4", "Why": "After a purchase",
		"Bought": "Oak table and 4 × oak chair", "Bought on": "2026-11-13", "Score": "6",
		"What they said": "The table is beautiful.\nOne chair wobbles.", "Themes": "quality, chairs", "Served by": "Anna",
		"Praised": "", "May be quoted": "yes", "Notes": "'+ call the joiner\n# today", "To put right": "One chair wobbles",
		"What would put it right": "A new chair", "We promised": "Swap the chair (by 2026-11-23 17:00, not kept)",
		"Next call": "2026-11-27 15:00", "Next call about": "hear of the chair", "Called anyway because": "", "ID": id(10).String(),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if name := spreadsheet.Unguard(rows[2][2]); name != "=Trần *Thị* Hương" {
		t.Errorf("the name came back as %q", name)
	}
}

func TestMarkdownReadsWell(t *testing.T) {
	out, _ := export(t, shop(), exporting.Filter{From: app.NewDay(2026, 11, 20), To: app.NewDay(2026, 11, 21)}, exporting.Markdown)
	want := `# Call notes

Care Co · Friday 20 November to Saturday 21 November · written out on Saturday 28 November 2026

## Friday 20 November 2026

### 10:12 · Maija Korhonen

Talked, 4 min, by Jim · +358401234567

About: Oak table and 4 × oak chair (13 Nov, € 1,360.00)

> The table is beautiful.  
> One chair wobbles.

6 of 10 · Themes: quality and chairs · Served by Anna · May be quoted

\+ call the joiner  
\# today

**To put right:** One chair wobbles  
What would put it right: A new chair  
We promised: Swap the chair, by Mon 23 Nov, 17:00

**Next call:** Friday 27 November, 15:00: hear of the chair

### 23:59 · =Trần \*Thị\* Hương

No answer, by Anna

## Saturday 21 November 2026

### 00:00 · A customer without a name

Busy, by Jim

---

3 calls with 3 people.

`
	if diff := cmp.Diff(want, strings.ReplaceAll(out, "\u00a0", " ")); diff != "" {
		t.Error(diff)
	}
}

func TestNothingToExportIsSaid(t *testing.T) {
	out, count := export(t, shop(), exporting.Filter{To: app.NewDay(2020, 1, 1)}, exporting.Markdown)
	if count.Notes != 0 || !strings.Contains(out, "There are no calls to show.") {
		t.Errorf("%d notes: %s", count.Notes, out)
	}
}

func TestJSONKeepsItsPromise(t *testing.T) {
	out, _ := export(t, shop(), exporting.Filter{Customer: id(maija), To: app.NewDay(2026, 11, 20)}, exporting.JSON)
	var got, want any
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(`{
		"id": "`+id(10).String()+`", "start": "2026-11-20T10:12:00+02:00", "end": "2026-11-20T10:16:00+02:00",
		"customer": {"id": "`+id(maija).String()+`", "name": "Maija Korhonen", "reference": "12347"},
		"by": "Jim", "number": "+358401234567", "disposition": "talked", "reason": "after-purchase",
		"notes": "+ call the joiner\n# today",
		"purchases": [{"id": "`+id(30).String()+`", "day": "2026-11-13", "total": 136000, "currency": "EUR", "items": [
			{"item": "Oak table", "quantity": 1, "amount": 84000}, {"item": "Oak chair", "quantity": 4, "amount": 52000}]}],
		"opinion": {"id": "`+id(20).String()+`", "said": "2026-11-20", "score": 6, "verbatim": "The table is beautiful.\nOne chair wobbles.",
			"themes": ["quality", "chairs"], "staff": ["Anna"], "quote": true},
		"complaint": {"id": "`+id(40).String()+`", "opened": true, "open": true, "wrong": "One chair wobbles", "wish": "A new chair",
			"promises": [{"what": "Swap the chair", "by": "2026-11-23T17:00:00+02:00"}]},
		"next": {"at": "2026-11-27T15:00:00+02:00", "timed": true, "note": "hear of the chair"}
	}`), &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestManyCallsAtOneMomentAllGoOutOnce(t *testing.T) {
	b := shop()
	b.calls = nil
	for n := range 1500 {
		start := at(20, 10, 0)
		if n >= 900 {
			start = start.Add(time.Duration(n/100) * time.Second)
		}
		b.calls = append(b.calls, app.Call{ID: id(n), Customer: id(maija), Start: start, Disposition: app.NoAnswer})
	}
	var out bytes.Buffer
	reported := 0
	count, err := exporter(t, b).Reporting(func(done int) { reported = done }).
		Notes(context.Background(), &out, exporting.Filter{}, exporting.JSON)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for line := range strings.Lines(out.String()) {
		seen[line] = true
	}
	if count.Notes != 1500 || len(seen) != 1500 || reported != 1500 {
		t.Errorf("%d notes, %d different, %d reported", count.Notes, len(seen), reported)
	}
}

func TestWhatCannotBeMeantIsRefused(t *testing.T) {
	tests := map[string]struct {
		filter exporting.Filter
		format exporting.Format
		code   app.Code
	}{
		"a period turned round":   {exporting.Filter{From: 20, To: 10}, exporting.CSV, app.CodeInvalid},
		"a format we do not have": {exporting.Filter{}, "docx", app.CodeInvalid},
		"a customer unknown":      {exporting.Filter{Customer: id(99)}, exporting.CSV, app.CodeNotFound},
	}
	for name, tt := range tests {
		var out bytes.Buffer
		_, err := exporter(t, shop()).Notes(context.Background(), &out, tt.filter, tt.format)
		if app.CodeOf(err) != tt.code || out.Len() > 0 {
			t.Errorf("%s: %v, %q written", name, err, out.String())
		}
	}
	if _, err := exporting.ParseFormat("CSV?"); app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("parsed: %v", err)
	}
}

func TestStoppingEndsAnExport(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err := exporter(t, shop()).Notes(ctx, io.Discard, exporting.Filter{}, exporting.CSV)
	if app.CodeOf(err) != app.CodeCancelled || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestStoppingEndsACount(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	count, err := exporter(t, shop()).Count(ctx, exporting.Filter{})
	if app.CodeOf(err) != app.CodeCancelled || count != (exporting.Count{}) {
		t.Errorf("got %+v, %v", count, err)
	}
}

func TestACallAboutSeveralComplaintsTellsOfEach(t *testing.T) {
	b := shop()
	call := b.calls[3]
	b.complaints[0].Confirmed = call.Start
	b.complaints = append(b.complaints,
		app.Complaint{
			ID: id(41), Customer: id(maija), Wrong: "A door hangs", Received: at(21, 9, 0),
			Reopened: []app.Reopening{{At: call.Start, Why: "It fell off"}},
		},
		app.Complaint{ID: id(42), Customer: id(maija), Wrong: "The bill is wrong", Received: call.Start},
		app.Complaint{ID: id(43), Customer: id(maija), Wrong: "Of another day", Received: at(22, 9, 0)},
	)
	only := exporting.Filter{Customer: id(maija), From: app.NewDay(2026, 11, 27)}
	notes, _ := export(t, b, only, exporting.Markdown)
	for _, said := range []string{"One chair wobbles", "A door hangs", "The bill is wrong", "The fix worked", "The fix did not work"} {
		if strings.Count(notes, said) != 1 {
			t.Errorf("%q is not once in\n%s", said, notes)
		}
	}
	if strings.Contains(notes, "Of another day") {
		t.Errorf("another complaint is in\n%s", notes)
	}
	table, _ := export(t, b, only, exporting.CSV)
	if !strings.Contains(table, "One chair wobbles; A door hangs; The bill is wrong") {
		t.Errorf("the table: %s", table)
	}
	lines, _ := export(t, b, only, exporting.JSON)
	var note struct {
		Complaint struct {
			FixWorked *bool `json:"fix_worked"`
		}
		Others []struct {
			Wrong     string
			Opened    bool
			FixWorked *bool `json:"fix_worked"`
		} `json:"other_complaints"`
	}
	if err := json.Unmarshal([]byte(lines), &note); err != nil {
		t.Fatal(err)
	}
	if worked := note.Complaint.FixWorked; worked == nil || !*worked || len(note.Others) != 2 {
		t.Fatalf("%s", lines)
	}
	if door, bill := note.Others[0], note.Others[1]; door.FixWorked == nil || *door.FixWorked || door.Opened || !bill.Opened || bill.FixWorked != nil {
		t.Errorf("%s", lines)
	}
}

func TestWhatWasRefusedInACallIsSaid(t *testing.T) {
	b := shop()
	call := &b.calls[3]
	call.Disposition = app.DoNotRing
	c := b.customers[call.Customer]
	c.DoNotCall = []app.DoNotCall{
		{Purpose: app.PurposeMarketing, Since: app.DayOf(call.Start)},
		{Purpose: app.PurposeFollowUp, Since: app.NewDay(2020, 1, 1)},
	}
	b.customers[call.Customer] = c
	notes, _ := export(t, b, exporting.Filter{Customer: c.ID, From: app.DayOf(call.Start)}, exporting.Markdown)
	if !strings.Contains(notes, ": calls to win them back") || strings.Contains(notes, "calls about what they bought") {
		t.Errorf("not said what was refused in\n%s", notes)
	}
}
