package receipts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestThingsInOneCellAreToldApartByTheirCounts(t *testing.T) {
	tests := map[string]struct {
		header string
		cells  []string // of what was bought
		want   []string
	}{
		"a count before each":           {"", []string{"1 x Mug, 3 x Plate", "2x Candle, vanilla; 1x Mug"}, []string{"1×Mug=0 3×Plate=0 500", "2×Candle, vanilla=0 1×Mug=0 500"}},
		"a count behind each":           {"", []string{"Mug x 2; Plate x 1", "Mug*2, Plate*1", "Mug (x2) | Plate (x1)", "Candle, vanilla x 2"}, []string{"2×Mug=0 1×Plate=0 500", "2×Mug=0 1×Plate=0 500", "2×Mug=0 1×Plate=0 500", "2×Candle, vanilla=0 500"}},
		"no count of one":               {"", []string{"2 x Mug, Plate", "Plate", "Plate, Mug", "Candle, vanilla", "Mug"}, []string{"2×Mug=0 1×Plate=0 500", "1×Plate=0 500", "1×Plate=0 1×Mug=0 500", "1×Candle, vanilla=0 500", "1×Mug=0 500"}},
		"no counts at all":              {"", []string{"Mug, Plate", "Plate", "Mug"}, []string{"1×Mug, Plate=0 500", "1×Plate=0 500", "1×Mug=0 500"}},
		"measures":                      {"", []string{"10 x 15 photo frame", "2x4 timber", "Rug 80 x 200", "iPhone X 11"}, []string{"1×10 x 15 photo frame=0 500", "1×2x4 timber=0 500", "1×Rug 80 x 200=0 500", "1×iPhone X 11=0 500"}},
		"what they come to together":    {"Amount", []string{"2 x Mug, 1 x Plate", "1 x Plate"}, []string{"2×Mug=0 1×Plate=0 500", "1×Plate=500 500"}},
		"another column counts as many": {"Quantity,Total", []string{"2 x Mug, 1 x Plate#3"}, []string{"2×Mug=0 1×Plate=0 500"}},
		"another column counts packs":   {"Quantity,Total", []string{"6 x Pen#2"}, []string{"2×6 x Pen=0 500"}},
	}
	for name, tt := range tests {
		header := tt.header
		if header == "" {
			header = "Total"
		}
		lines := []string{"Date,Receipt,Email,Items," + header}
		for i, cell := range tt.cells {
			cell, count, counted := strings.Cut(cell, "#") // of the column of quantities
			row := fmt.Sprintf("2026-03-1%d,R%d,ann@x.example,%q,", i, i, cell)
			if counted {
				row += count + ","
			}
			lines = append(lines, row+"5")
		}
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Table(lines...))
		var got []string
		for _, sold := range book.Sold() {
			_, what, _ := strings.Cut(sold, ": ")
			got = append(got, strings.TrimSuffix(what, " GBP"))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
	}
}

func TestAThingOfACellOfSeveralIsGivenBack(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Date,Receipt,Email,Items,Total",
		"2026-03-01,1,ann@x.example,\"2x Mug, 1x Plate\",40", "2026-03-09,2,ann@x.example,1x Mug,-10"))
	if got := book.GivenBack(); !slices.Equal(got, []string{"2026-03-09 2 gives back 2026-03-01 1"}) {
		t.Errorf("%q", got)
	}
}
