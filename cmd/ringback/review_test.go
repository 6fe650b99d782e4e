package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// reviewed is a shop in which 12 customers bought and were rung on 17 November,
// eleven of whom talked: six promoters, three passives and two detractors.
func reviewed(t *testing.T) *shell {
	t.Helper()
	s := newShell(t)
	scores := []string{"10", "9", "10", "9", "10", "9", "8", "7", "8", "3", "0"}
	for i := range 12 {
		number := "7" + string(rune('a'+i))
		s.must("add", "customer", "--name", "Customer "+number, "--number", number, "--phone", "040 123 45"+string(rune('0'+i/10))+string(rune('0'+i%10)))
		s.must("add", "purchase", number, "--day", "2026-11-10", "--item", "Oak table", "--total", "100", "--sold-by", "Anna")
		if i < len(scores) {
			s.must("--at", "2026-11-17", "log", number, "--outcome", "talked", "--score", scores[i], "--said", "What "+number+" said of it", "--theme", "quality")
		} else {
			s.must("--at", "2026-11-17", "log", number, "--outcome", "no-answer")
		}
	}
	return s
}

func TestReviewAddsUpWhatCustomersSaid(t *testing.T) {
	s := reviewed(t)
	r := s.one("review")
	wantFields(t, r, "period before at currency calls coverage nps csat first_reply fix promises lag themes items sellers remedies thanks outcome risk standards praise")
	for field, want := range map[string]object{
		"period":      {"from": "2026-11-01", "to": "2026-11-20"},
		"before":      {"from": "2026-10-12", "to": "2026-10-31"},
		"calls":       {"made": 12.0, "reached": 11.0},
		"coverage":    {"buyers": 12.0, "told": 11.0, "silent": 1.0, "percent": 92.0},
		"nps":         {"answers": 11.0, "promoters": 6.0, "passives": 3.0, "detractors": 2.0, "score": 36.0},
		"csat":        {"answers": 0.0, "percent": nil},
		"first_reply": {"done": 0.0, "median_minutes": nil, "p90_minutes": nil, "target_minutes": 240.0},
		"outcome":     {"complaints": 0.0},
	} {
		got := r.inner(t, field)
		if now, ok := got["now"].(map[string]any); ok {
			wantFields(t, got, "now before")
			got = now
		}
		for name, value := range want {
			if diff := cmp.Diff(value, got[name]); diff != "" {
				t.Errorf("%s: %s: %s", field, name, diff)
			}
		}
	}
	if diff := cmp.Diff(object{"name": "quality", "now": 11.0, "before": 0.0, "happy": 6.0, "unhappy": 2.0}, r.first(t, "themes")); diff != "" {
		t.Error(diff)
	}
	text := s.must("review")
	for _, part := range []string{
		"1 – 20 Nov, beside the 20 days before, 12 – 31 Oct", "Reached", "11 of 12 calls", "92 %", "+36", "What they talk about", "quality", "new", "Our standards", "Would they recommend us?", "Anna",
	} {
		if !strings.Contains(strings.ReplaceAll(text, "\u00a0", " "), part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
}

func TestReviewOfOtherDays(t *testing.T) {
	s := reviewed(t)
	if r := s.one("review", "--from", "2026-09-01", "--to", "30.9.2026"); r.inner(t, "period")["to"] != "2026-09-30" || r.inner(t, "calls").inner(t, "now")["made"] != 0.0 {
		t.Errorf("%v", r)
	}
	for _, command := range [][]string{{"review"}, {"export", "notes"}, {"opinions"}} {
		if r := s.run(append(command, "--from", "1.11.", "--to", "30.11.")...); r.code != 0 {
			t.Errorf("%v to the end of the month: %+v", command, r)
		}
	}
	if r := s.one("review", "--from", "1.11.", "--to", "30.11."); r.inner(t, "period")["to"] != "2026-11-30" {
		t.Errorf("%v", r)
	}
	if r := s.one("review", "--to", "2026-10-15"); r.inner(t, "period")["from"] != "2026-10-01" {
		t.Errorf("%v", r)
	}
	for _, args := range [][]string{{"review", "--from", "2026-11-20", "--to", "2026-11-01"}, {"review", "--format", "html"}, {"review", "--from", "soonish"}} {
		if r := s.run(args...); r.code != 2 || r.complaint == "" || r.out != "" {
			t.Errorf("%v: %+v", args, r)
		}
	}
}

func TestReviewOfAnEmptyBookSaysSo(t *testing.T) {
	if text := emptyShop(t).must("review"); !strings.Contains(text, "Nothing to review yet") {
		t.Error(text)
	}
}

func TestReviewGoesIntoFiles(t *testing.T) {
	s := reviewed(t)
	for name, begins := range map[string]string{"monday.pdf": "%PDF", "review.json": "{", "review.txt": "1 – 20 Nov"} {
		path := filepath.Join(s.home, name)
		s.must("review", "-o", path)
		if got, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(got), begins) {
			t.Errorf("%s: %.40s, %v", name, got, err)
		}
	}
	if out := s.must("review", "--format", "pdf"); !strings.HasPrefix(out, "%PDF") {
		t.Errorf("%.40s", out)
	}
	if r := s.one("review", "--format", "pdf", "-o", filepath.Join(s.home, "again.pdf")); !strings.HasSuffix(r["file"].(string), "again.pdf") {
		t.Errorf("%v", r)
	}
}

// emptyShop is a shop with a customer who never bought anything.
func emptyShop(t *testing.T) *shell {
	t.Helper()
	s := newShell(t)
	s.must("add", "customer", "--name", "Jan Nowak")
	return s
}
