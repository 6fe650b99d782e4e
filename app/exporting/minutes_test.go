package exporting_test

import (
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/exporting"
)

func TestHowLongACallTookIsSaidTheSameInEveryFormat(t *testing.T) {
	for took, want := range map[time.Duration]struct{ column, sentence string }{
		0:                {"", "Talked, by Jim"},
		20 * time.Second: {"1", "Talked, 20 s, by Jim"},
		65 * time.Second: {"1", "Talked, 1 min, by Jim"},
		90 * time.Second: {"2", "Talked, 2 min, by Jim"},
		29 * time.Minute: {"29", "Talked, 29 min, by Jim"},
	} {
		b := shop()
		b.calls = b.calls[:1]
		b.calls[0].Disposition, b.calls[0].End = app.Talked, b.calls[0].Start.Add(took)
		table, _ := export(t, b, exporting.Filter{}, exporting.CSV)
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(table, "\ufeff"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, head := range rows[0] {
			if head == "Minutes" && rows[1][i] != want.column {
				t.Errorf("%s: %q minutes in the table, want %q", took, rows[1][i], want.column)
			}
		}
		if text, _ := export(t, b, exporting.Filter{}, exporting.Markdown); !strings.Contains(text, want.sentence) {
			t.Errorf("%s: no %q in\n%s", took, want.sentence, text)
		}
	}
}
