package tables_test

import (
	"runtime"
	"strings"
	"testing"

	"ringback.app/app/importing/tables"
)

// TestQuotesThatAreMereSignsCostWhatTheyAreLong counts what is put by for lines
// to be read again: by how much of it there is for each byte of the file, it is
// seen whether each quote had the same lines looked at.
func TestQuotesThatAreMereSignsCostWhatTheyAreLong(t *testing.T) {
	const n = 5_000
	for name, tt := range map[string]struct {
		file string
		rows int
	}{
		"a quote on each line":                     {"a,b\n" + strings.Repeat("\"x\n", n), n + 1},
		"one on each row":                          {"a,b\n" + strings.Repeat("Ann,\"x\n", n), n + 1},
		"one on each row of other rows":            {"a,b\n" + strings.Repeat("Ann,\"x\nBo,y\n", n), 2*n + 1},
		"many on one line":                         {"a,b\n" + strings.Repeat("\"x,", n) + "\nAnn,y\n", 3},
		"doubled ones on one line":                 {"a,b\n\"x," + strings.Repeat("\"\"x,", n) + "\nAnn,y\n", 3},
		"many cells in quotes on one line":         {"a,b\n" + strings.Repeat("\"x\",", n) + "\nAnn,y\n", 3},
		"one on each line of words, and an end":    {"a,b\n" + strings.Repeat("\"x\n", n) + "\"\n", 2},
		"one on each line, and a line of a kind":   {"a,b\n" + strings.Repeat("\"x\ny\n", n) + "1,\"2", 2*n + 2},
		"cells of two lines, of which one is open": {"a,b\n" + strings.Repeat("\"x\ny\",z\n", n) + "1,\"2\n3", n + 3},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			r, err := tables.NewReader(strings.NewReader(tt.file), "utf-8", ',')
			if err != nil {
				t.Fatal(err)
			}
			rows := 0
			for ; err == nil; rows++ {
				_, err = r.Next()
			}
			runtime.ReadMemStats(&after)
			if rows-1 != tt.rows {
				t.Errorf("%d rows", rows-1)
			}
			const most = 400 // bytes for each of the file; what is kept of a line is more than a short line
			if each := int(after.TotalAlloc-before.TotalAlloc) / len(tt.file); each > most {
				t.Errorf("%d bytes for each of the file", each)
			}
		})
	}
}
