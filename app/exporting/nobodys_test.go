package exporting_test

import (
	"encoding/json"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/exporting"
)

func TestWhatNobodyKnowsTheOwnerOfGoesOutUnderItsSender(t *testing.T) {
	b := shop()
	b.opinions = append(b.opinions, app.Opinion{
		ID: id(21), Said: app.NewDay(2026, 11, 21), Taken: at(21, 9, 0), Source: app.FromCard, Verbatim: "It squeaks", Sender: "A. K., Espoo",
	})
	b.complaints = append(b.complaints, app.Complaint{
		ID: id(41), Opinion: id(21), Wrong: "It squeaks", Received: at(21, 9, 0), Earlier: []app.Given{
			{Remedy: app.Remedy{Kind: app.RemedyRepair, Cost: app.Money{Minor: 4000, Currency: "EUR"}}, At: at(22, 9, 0)},
		},
	})
	for _, what := range []exporting.Subject{exporting.Opinions, exporting.Complaints} {
		out, n := exportRecords(t, b, what, exporting.Filter{}, exporting.CSV)
		found := 0
		for _, row := range rows(t, out) {
			if row["Customer"] == "A. K., Espoo" && row["ID of the customer"] == "" {
				found++
				if what == exporting.Complaints && row["Given before, in vain"] != "2026-11-22 09:00 Repair, €\u00a040.00" {
					t.Errorf("given before: %q", row["Given before, in vain"])
				}
			}
		}
		if n != 2 || found != 1 {
			t.Errorf("%s: %d rows, %d of nobody's\n%s", what, n, found, out)
		}
		out, n = exportRecords(t, b, what, exporting.Filter{}, exporting.JSON)
		found = 0
		for line := range strings.Lines(out) {
			var record map[string]any
			if err := json.Unmarshal([]byte(line), &record); err != nil {
				t.Fatal(err)
			}
			if _, known := record["customer"]; !known && record["sender"] == "A. K., Espoo" {
				found++
			}
		}
		if n != 2 || found != 1 {
			t.Errorf("%s as JSON: %d lines, %d of nobody's\n%s", what, n, found, out)
		}
		if _, n = exportRecords(t, b, what, exporting.Filter{Customer: id(trang)}, exporting.CSV); n != 0 {
			t.Errorf("%s of somebody: %d", what, n)
		}
	}
}
