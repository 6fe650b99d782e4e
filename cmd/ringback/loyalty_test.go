package main_test

import (
	"strings"
	"testing"
)

func TestLoyaltyTellsCustomersApart(t *testing.T) {
	s := newShell(t)
	s.must("add", "customer", "--name", "Jan Nowak", "--number", "7")
	if text := s.must("loyalty"); !strings.Contains(text, "Nobody has bought yet") {
		t.Error(text)
	}
	s.maija()
	for _, day := range []string{"-160d", "-120d", "-80d"} {
		s.must("add", "purchase", "7", "--day", day, "--total", "10")
	}
	groups := s.lines("loyalty")
	var names []string
	for _, g := range groups {
		wantFields(t, g, "group customers year_value currency other_currencies")
		names = append(names, g["group"].(string))
		want := map[string]float64{"slipping": 1, "new": 1}[g["group"].(string)]
		if g["customers"] != want {
			t.Errorf("%v, want %v", g, want)
		}
	}
	if got := strings.Join(names, " "); got != "best regular new now-and-then slipping lapsed" {
		t.Errorf("groups %s", got)
	}
	jan := s.one("loyalty", "slipping")
	wantFields(t, jan, "id name reference group first_purchase last_purchase purchases gap_days quiet_from year_value spent currency recency frequency money other_currency")
	if jan["name"] != "Jan Nowak" || jan["gap_days"] != 40.0 || jan["year_value"] != 3000.0 || jan["recency"] != 0.0 || jan["purchases"] != 3.0 {
		t.Errorf("%v", jan)
	}
	if maija := s.one("loyalty", "new"); maija["gap_days"] != nil || maija["group"] != "new" {
		t.Errorf("%v", maija)
	}
	if text := s.must("loyalty", "slipping"); !strings.Contains(text, "Jan Nowak") || !strings.Contains(text, "every 6 weeks") || !strings.Contains(text, "150 %") {
		t.Error(text)
	}
	s.must("add", "purchase", "7", "--day", "-75d", "--total", "10", "--currency", "USD")
	if text := s.must("loyalty"); !strings.Contains(text, "One customer buys in another currency and is not in the sums.") {
		t.Error(text)
	}
	if jan := s.one("loyalty", "slipping"); jan["year_value"] != 0.0 || jan["other_currency"] != "USD" {
		t.Errorf("%v", jan)
	}
	if r := s.plain("loyalty", "rich"); r.code != 2 || !strings.Contains(r.complaint, "best, regular, new") {
		t.Errorf("%+v", r)
	}
}

func TestAThankYouIsPutOnRecordAndEndsTheReason(t *testing.T) {
	s := newShell(t)
	s.must("add", "customer", "--name", "Jan Nowak", "--number", "7", "--phone", "+358401234568")
	s.must("add", "purchase", "7", "--day", "2025-11-18", "--total", "10")
	thanked := func() bool { return !strings.Contains(s.must("--json", "today"), `"kind":"thank"`) }
	if thanked() {
		t.Fatal(s.must("today"))
	}
	if r := s.run("add", "thank-you", "7"); r.code != 2 || !strings.Contains(r.complaint, "what they were given") {
		t.Errorf("%+v", r)
	}
	wantFields(t, s.one("add", "thank-you", "7", "--what", "Flowers", "--cost", "15"), "id batch problems")
	if !thanked() {
		t.Errorf("still on the list: %s", s.must("today"))
	}
	given := s.one("show", "7").first(t, "thanks")
	wantFields(t, given, "day what cost currency by")
	if given["what"] != "Flowers" || given["cost"] != 1500.0 || given["day"] != "2026-11-20" {
		t.Errorf("%v", given)
	}
	if text := s.must("show", "7"); !strings.Contains(text, "Flowers · ") {
		t.Error(text)
	}
	s.must("undo")
	if thanked() {
		t.Error("what was taken back is taken as the thanks")
	}
}

func TestADayGoneByKnowsNothingOfWhatWasBoughtSince(t *testing.T) {
	s := newShell(t)
	s.maija() // who bought on 10 November
	for at, want := range map[string]string{"2026-11-09": "", "2026-11-10": "2026-11-10"} {
		last, _ := s.one("--at", at, "customers", "korhonen")["last_purchase"].(string)
		if last != want {
			t.Errorf("on %s: last bought %q", at, last)
		}
		if bought := len(s.lines("--at", at, "loyalty", "new")) > 0; bought != (want != "") {
			t.Errorf("on %s: on the roll: %v", at, bought)
		}
		if ahead := strings.Contains(s.must("--at", at, "show", "12347"), "still to come"); ahead != (want == "") {
			t.Errorf("on %s: to come: %v", at, ahead)
		}
	}
}
