package exporting_test

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"

	"ringback.app/app"
	"ringback.app/app/exporting"
)

// agreeing is a shop in which each customer was talked to on the 20th and a next
// step was agreed on.
func agreeing() *book {
	b := shop()
	b.plan = app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	b.plan.TimeZone, b.plan.Shop, b.plan.Owner, b.plan.Country = "Europe/Athens", "Care Co", "Jim", "FI"
	b.complaints, b.opinions = nil, nil
	names := []string{"Maija, Korhonen; \\\r\nEND:VCALENDAR", "Trần Hương", "Eleni", "Archived", "No-one reached"}
	steps := []*app.NextStep{
		{At: at(30, 15, 0), Timed: true, Note: "the chair,\nand the table"},
		{At: at(29, 0, 0), Note: "hear how it is"},
		nil,
		{At: at(30, 9, 0), Timed: true},
		nil,
	}
	b.customers, b.calls = map[app.ID]app.Customer{}, nil
	for i, name := range names {
		who := id(i + 1)
		b.customers[who] = app.Customer{
			ID: who, Name: app.Name{Full: name}, Archived: name == "Archived", Notes: "likes oak",
			Phones: []app.Phone{{Typed: fmt.Sprintf("040 123456%d", i), E164: fmt.Sprintf("+35840123456%d", i)}},
		}
		call := app.Call{ID: id(100 + i), Customer: who, Start: at(20, 10, 0), End: at(20, 10, 5), Disposition: app.Talked, Next: steps[i]}
		if name == "No-one reached" {
			call.Disposition, call.Start = app.NoAnswer, at(28, 8, 0)
		}
		if name == "Trần Hương" {
			call.Disposition = app.CallBack
		}
		b.calls = append(b.calls, call)
	}
	return b
}

func TestPlannedCallsBecomeACalendar(t *testing.T) {
	out, n := exportRecords(t, agreeing(), exporting.Planned, exporting.Filter{}, exporting.Calendar)
	calendar, err := ics.ParseCalendar(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(out, "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	type planned struct{ start, end, summary, description string }
	var got []planned
	for _, e := range calendar.Events() {
		value := func(p ics.ComponentProperty) string { return e.GetProperty(p).Value }
		got = append(got, planned{
			value(ics.ComponentPropertyDtStart), value(ics.ComponentPropertyDtEnd),
			value(ics.ComponentPropertySummary), value(ics.ComponentPropertyDescription),
		})
	}
	want := []planned{
		{"20261129", "20261130", "Call Trần Hương", "They asked to be called then: hear how it is\n040 1234561\nOak table and 4 × oak chair (2026-11-13)"},
		{"20261129T100000Z", "20261129T101500Z", "Call No-one reached", "Nobody was reached: another attempt\n040 1234564"},
		{"20261130T130000Z", "20261130T131500Z", `Call Maija, Korhonen; \ END:VCALENDAR`, "We promised to call: the chair, and the table\n040 1234560"},
	}
	b := agreeing()
	want[2].description += "\nOak table and 4 × oak chair (2026-11-13)"
	want[0].description = "They asked to be called then: hear how it is\n040 1234561"
	if b.purchases[id(30)].Customer != id(maija) || n != 3 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%d:\n got %q\nwant %q\n%s", n, got, want, out)
	}
}

func TestPlannedCallsOfAPeriodOrACustomer(t *testing.T) {
	day := func(d int) app.Day { return app.NewDay(2026, time.November, d) }
	for want, f := range map[int]exporting.Filter{
		2: {To: day(29)}, 1: {Customer: id(maija)}, 0: {From: day(30), Customer: id(trang)},
	} {
		if _, n := exportRecords(t, agreeing(), exporting.Planned, f, exporting.Calendar); n != want {
			t.Errorf("%+v: %d, want %d", f, n, want)
		}
	}
}

func TestWhoCannotBePrintedOnTheCallSheetIsNamed(t *testing.T) {
	b := agreeing()
	next := *b.calls[0].Next
	next.At = at(28, 8, 30)
	b.calls[0].Next = &next
	for i, c := range b.customers {
		c.Name.Full = "田中 花子"
		b.customers[i] = c
	}
	var boxed []string
	if _, err := records(t, b).Boxing(func(names []string) { boxed = names }).Write(context.Background(), io.Discard, exporting.CallSheet, exporting.Filter{}, exporting.PDF); err != nil {
		t.Fatal(err)
	}
	if want := []string{"田中 花子"}; !slices.Equal(boxed, want) {
		t.Errorf("named %q, want %q", boxed, want)
	}
}

func TestTheCallListGoesOnPaper(t *testing.T) {
	b := agreeing()
	next := *b.calls[0].Next
	next.At = at(28, 8, 30)
	b.calls[0].Next = &next
	out, n := exportRecords(t, b, exporting.CallSheet, exporting.Filter{}, exporting.PDF)
	if n != 1 || !strings.HasPrefix(out, "%PDF-1") || !strings.Contains(out, "%%EOF") {
		t.Errorf("%d people, %.20q", n, out)
	}
	if again, _ := exportRecords(t, b, exporting.CallSheet, exporting.Filter{}, exporting.PDF); again != out {
		t.Error("the same list makes another file")
	}
	b.customers, b.calls = nil, nil
	if out, n := exportRecords(t, b, exporting.CallSheet, exporting.Filter{}, exporting.PDF); n != 0 || !strings.HasPrefix(out, "%PDF-1") {
		t.Errorf("an empty list: %d people, %.20q", n, out)
	}
}

func TestAnAttemptWhoseHourIsPastIsPlannedForToday(t *testing.T) {
	b := agreeing()
	b.calls[4].Start = at(20, 8, 0) // nobody was reached
	b.calls[0].Next.At = at(26, 15, 0)
	begin := func(customer app.ID) string {
		t.Helper()
		out, n := exportRecords(t, b, exporting.Planned, exporting.Filter{Customer: customer}, exporting.Calendar)
		calendar, err := ics.ParseCalendar(strings.NewReader(out))
		if err != nil || n != 1 {
			t.Fatalf("%d calls, %v\n%s", n, err, out)
		}
		return calendar.Events()[0].GetProperty(ics.ComponentPropertyDtStart).Value
	}
	if got := begin(id(5)); got != "20261128" {
		t.Errorf("the attempt is on %s, not today", got)
	}
	if got := begin(id(1)); got != "20261126T130000Z" {
		t.Errorf("what was promised is on %s, not when it was promised for", got)
	}
	today := app.NewDay(2026, time.November, 28)
	if _, n := exportRecords(t, b, exporting.Planned, exporting.Filter{From: today, To: today}, exporting.Calendar); n != 1 {
		t.Errorf("%d calls are planned for today", n)
	}
}
