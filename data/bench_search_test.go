package data_test

import (
	"testing"
)

// Each keystroke in the search field, the first 20 found. Budget: 5 ms. The bare
// limit is finding the lines that are shown.
func BenchmarkSearch(b *testing.B) {
	book := benchBook(b)
	for _, query := range []string{
		"a", "s", "sm", "smi", "smith", "anna", "anna smith", "zoe", "son", "0", "07", "077", "0770", "7700900",
		"e", "oak", "oak table", "round oak table", "anna oak", "example", "qqq",
	} {
		b.Run(query, func(b *testing.B) {
			found, err := book.Search(b.Context(), query, 20)
			if err != nil {
				b.Fatal(err)
			}
			var spots []spot
			for _, f := range found {
				spots = append(spots, spot{"lines", f.ID[:]})
			}
			against(b, func() error {
				_, err := book.Search(b.Context(), query, 20)
				return err
			}, gets(book, spots))
			b.ReportMetric(float64(len(found)), "people")
		})
	}
}
