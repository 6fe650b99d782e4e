package archive_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
)

var made = time.Date(2026, time.November, 22, 9, 0, 0, 0, time.UTC)

func write(t interface{ Fatal(...any) }, records ...app.Record) string {
	var out bytes.Buffer
	w, err := archive.NewWriter(&out, made)
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
	return out.String()
}

func read(text string) ([]app.Record, error) {
	r := archive.NewReader(strings.NewReader(text))
	var records []app.Record
	for {
		record, err := r.Next()
		if errors.Is(err, io.EOF) {
			return records, nil
		}
		if err != nil {
			return records, err
		}
		records = append(records, record)
	}
}

// Whatever a book holds comes back as it was.
func TestWhatGoesOutComesBackEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawBook(t)
		text := write(t, want...)
		got, err := read(text)
		if err != nil {
			t.Fatal(err, text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		for line := range strings.Lines(text) {
			if !json.Valid([]byte(line)) {
				t.Fatalf("not JSON: %q", line)
			}
		}
	})
}

func TestTheDefaultPlanComesBackEqual(t *testing.T) {
	want := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	got, err := read(write(t, want))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]app.Record{want}, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheFormatIsWhatIsPromised(t *testing.T) {
	score := 9
	got := write(
		t,
		app.Customer{
			ID: id(1), Name: app.Name{Full: "Maija <Korhonen>"}, BestTime: app.BestTime{From: 9 * 60, Not: app.DaysOf(time.Sunday)},
			Phones:    []app.Phone{{Typed: "040 123", Unfit: app.UnfitWrong}},
			DoNotCall: []app.DoNotCall{{Purpose: app.PurposeMarketing, Since: app.NewDay(2026, 11, 1)}},
		},
		app.Purchase{
			ID: id(2), Customer: id(1), Day: app.NewDay(2026, 11, 13), Total: 1250, Currency: "EUR",
			Lines: []app.Line{{Item: "Cheese", Quantity: 1500, Amount: 1250}},
		},
		app.Opinion{ID: id(3), Customer: id(1), Said: app.NewDay(2026, 11, 20), Taken: made, Source: app.FromCard, Score: &score},
	)
	a, b, c := id(1).String(), id(2).String(), id(3).String()
	want := `{"kind":"book","format":2,"made":"2026-11-22T09:00:00Z"}
{"kind":"customer","id":"` + a + `","name":{"full":"Maija <Korhonen>"},"phones":[{"typed":"040 123","unfit":"wrong-number"}],"best_time":{"from":"09:00","not":["sun"]},"do_not_call":[{"purpose":"marketing","since":"2026-11-01"}]}
{"kind":"purchase","id":"` + b + `","customer":"` + a + `","day":"2026-11-13","items":[{"item":"Cheese","quantity":1.5,"amount":1250}],"total":1250,"currency":"EUR"}
{"kind":"opinion","id":"` + c + `","customer":"` + a + `","said":"2026-11-20","taken":"2026-11-22T09:00:00Z","source":"card","score":9}
{"kind":"end","customers":1,"purchases":1,"calls":0,"opinions":1,"complaints":0}
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !archive.IsArchive([]byte(got[:60])) || !archive.IsArchive([]byte("\ufeff\n"+got)) || archive.IsArchive([]byte(`{"kind":"customer"}`)) {
		t.Error("an archive is not told by its first line")
	}
}

func TestWhatIsNoWholeArchiveIsRefused(t *testing.T) {
	whole := write(t, app.Customer{ID: id(1)}, app.Purchase{ID: id(2), Customer: id(1)})
	lines := strings.SplitAfter(strings.TrimSuffix(whole, "\n"), "\n")
	customer, purchase, end := lines[1], lines[2], lines[3]
	tests := map[string]struct {
		text string
		code app.Code
		key  string
		line int
	}{
		"nothing":                     {"", app.CodeInvalid, "error.archive.neither", 0},
		"something else":              {"a,b\n1,2\n", app.CodeInvalid, "error.archive.neither", 1},
		"no first line":               {customer, app.CodeInvalid, "error.archive.neither", 1},
		"cut off between lines":       {lines[0] + customer, app.CodeDamaged, "error.archive.cut", 2},
		"cut off in a line":           {lines[0] + customer[:20], app.CodeInvalid, "error.archive.line", 2},
		"a line taken out":            {lines[0] + customer + end, app.CodeDamaged, "error.archive.count", 0},
		"a customer taken out":        {lines[0] + purchase + end, app.CodeInvalid, "error.archive.ownerless", 2},
		"a record twice":              {lines[0] + customer + customer, app.CodeInvalid, "error.archive.twice", 3},
		"two archives in one":         {whole + whole, app.CodeInvalid, "error.archive.after-end", 5},
		"a newer format":              {`{"kind":"book","format":3,"new":[]}`, app.CodeNewer, "error.archive.newer", 0},
		"a format that is none":       {`{"kind":"book"}`, app.CodeInvalid, "error.archive.line", 1},
		"a kind that is none":         {lines[0] + `{"kind":"invoice"}`, app.CodeInvalid, "error.archive.line", 2},
		"a field that is none":        {lines[0] + `{"kind":"customer","id":"` + id(1).String() + `","nmae":{}}`, app.CodeInvalid, "error.archive.line", 2},
		"no id":                       {lines[0] + `{"kind":"customer"}`, app.CodeInvalid, "error.archive.line", 2},
		"an outcome that is none":     {lines[0] + customer + `{"kind":"call","id":"` + id(3).String() + `","customer":"` + id(1).String() + `","start":"2026-11-22T09:00:00Z","disposition":"x"}`, app.CodeInvalid, "error.archive.line", 3},
		"a quantity of four decimals": {lines[0] + customer + `{"kind":"purchase","items":[{"item":"x","quantity":1.0001}]}`, app.CodeInvalid, "error.archive.line", 3},
		"a line of 20 MB":             {lines[0] + strings.Repeat("x", 20<<20), app.CodeInvalid, "error.archive.line", 2},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := read(tt.text)
			var e *app.Error
			if !errors.As(err, &e) || e.Code != tt.code || e.Key != tt.key {
				t.Fatalf("got %v, want %s %s", err, tt.code, tt.key)
			}
			if tt.line > 0 && e.Args["Line"] != tt.line {
				t.Errorf("says line %v, not %d", e.Args["Line"], tt.line)
			}
		})
	}
}

func TestWhatCannotBeWrittenIsSaid(t *testing.T) {
	broken := errors.New("broken")
	if _, err := archive.NewWriter(failing{broken}, made); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func FuzzReader(f *testing.F) {
	f.Add(write(f, app.Customer{ID: id(1)}, app.Call{ID: id(2), Customer: id(1), Start: made, Disposition: app.Busy}))
	f.Add(write(f, app.DefaultPlan(app.CallingHours{})))
	f.Fuzz(func(t *testing.T, text string) {
		records, err := read(text)
		if err != nil {
			return
		}
		// What was read can be written, and says the same again.
		again, err := read(write(t, records...))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(records, again); diff != "" {
			t.Fatal(diff)
		}
	})
}
