package tellus_test

import (
	"context"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/exporting/tellus"
)

func TestWhatFindsTheOwnerOfACardIsPrintedWhole(t *testing.T) {
	languages := []string{"de", "el", "en", "es", "fi", "fr", "it", "nl", "pl", "pt", "sv", "vi"}
	numbers := map[string][2]string{
		"ordinary": {"10012", "261016-894"},
		"short":    {"7", "75"},
		"long":     {"C-2026-000010012", "2026/10/16-POS03-000894"},
	}
	for _, language := range languages {
		for name, n := range numbers {
			b := shop()
			b.customers[0].Language = language
			b.customers[0].References[0].Value = n[0]
			b.purchases[2].Receipt = n[1]
			cards, err := printer(t, b).Cards(context.Background(), tellus.Order{Customers: []app.ID{maija}})
			if err != nil || len(cards) != 1 {
				t.Fatal(cards, err)
			}
			for paper, letter := range map[string]bool{"A4": false, "Letter": true} {
				lines, err := tellus.Foot(cards[0].Whose, letter)
				if err != nil {
					t.Fatal(err)
				}
				if got := strings.Join(lines, " · "); got != cards[0].Whose || len(lines) > 2 || name == "short" && len(lines) > 1 {
					t.Errorf("%s in %s on %s: %q", name, language, paper, lines)
				}
				for _, whole := range []string{n[0], n[1], "2026-11-19"} {
					if !strings.Contains(strings.Join(lines, "\n"), whole) {
						t.Errorf("%s in %s on %s: %q is not whole in %q", name, language, paper, whole, lines)
					}
				}
			}
		}
	}
}

func TestWhatFitsOnNoCardIsCutAtItsEnd(t *testing.T) {
	lines, err := tellus.Foot("Customer no. "+strings.Repeat("9", 200)+" · Receipt 1", false)
	if err != nil || len(lines) != 2 || !strings.HasSuffix(lines[0], "…") || lines[1] != "Receipt 1" {
		t.Errorf("%q, %v", lines, err)
	}
}
