package customers_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/pagetest"
)

func TestEveryComplaintLeadsToWhereItIsPutRight(t *testing.T) {
	page := maija()
	received := time.Date(2026, time.November, 18, 9, 0, 0, 0, time.UTC)
	page.Complaints = []app.Complaint{
		{ID: id(40), Customer: id(1), Wrong: "One chair wobbles", Received: received, Reopened: []app.Reopening{{At: received, Why: "The glue does not hold"}}, Earlier: []app.Given{{Remedy: app.Remedy{Kind: app.RemedyRepair, Note: "Glue"}, At: received}}},
		{ID: id(41), Customer: id(1), Wrong: "It squeaked", Received: received, Confirmed: received},
	}
	s := show(t, page)
	var opened []app.ID
	s.OnComplaint = func(complaint app.ID) { opened = append(opened, complaint) }
	s.Open(id(1))
	pagetest.Keys(s.canvas, fyne.KeyRight)
	s.sees(t, "One chair wobbles", "It squeaked", "Not put right after all", "“The glue does not hold”", "Given in vain: Repair: Glue")
	s.press(t, "Put it right")
	s.press(t, "See it, or open it again")
	if len(opened) != 2 || opened[0] != id(40) || opened[1] != id(41) {
		t.Errorf("opened %v", opened)
	}
}
