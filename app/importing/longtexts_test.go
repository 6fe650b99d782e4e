package importing_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// What is taken in at its longest, whatever the file, goes out and comes back as it is.
func TestTheLongestTextsComeBackAsTheyWentOut(t *testing.T) {
	long := func(letters int) string { return strings.Repeat("é", letters) }
	cells := strings.Join([]string{long(app.NameLetters), "+358401234567", long(5000), long(5000), long(5000), "Oulu", long(70_000)}, ",")
	card := importingtest.Cards(
		"BEGIN:VCARD", "VERSION:3.0", "FN:"+long(app.NameLetters), "ORG:"+long(5000), "TEL:+358401234567", "ADR:;;"+long(5000)+";Oulu;;;",
		"CATEGORIES:"+long(5000), "NOTE:"+long(70_000), "END:VCARD",
	)
	for name, file := range map[string]importing.Source{
		"a table":              importingtest.Table("Name,Phone,Company,Street,Tags,City,Notes", cells),
		"a card":               card,
		"a table of purchases": importingtest.Table("Date,Customer ID,Name,Company,Item,Price", "2026-01-02,7,"+long(5000)+","+long(5000)+",Lamp,5"),
		"parts of a name":      importingtest.Table("Date,Customer ID,First name,Last name,Item,Price", "2026-01-02,7,"+long(300)+","+long(300)+",Lamp,5"),
	} {
		for _, format := range []exporting.Format{exporting.CSV, exporting.VCard, exporting.VCard3} {
			t.Run(name+" as "+string(format), func(t *testing.T) {
				book, again := importingtest.NewShelf(), importingtest.NewShelf()
				importingtest.Take(t, book, file)
				var out bytes.Buffer
				records := exporting.NewRecords(stock{Shelf: book}, voices, time.Now)
				if _, err := records.Write(t.Context(), &out, exporting.Customers, exporting.Filter{}, format); err != nil {
					t.Fatal(err)
				}
				p := importingtest.Take(t, again, importing.Bytes("again."+format.Extension(), out.Bytes()))
				if problems := importingtest.Problems(p); len(problems) > 0 {
					t.Errorf("said: %.200v", problems)
				}
				if len(book.Customers) != 1 || len(again.Customers) != 1 {
					t.Fatalf("%d went out, %d came back", len(book.Customers), len(again.Customers))
				}
				was, is := slices.Collect(maps.Values(book.Customers))[0], slices.Collect(maps.Values(again.Customers))[0]
				if diff := cmp.Diff(was, is, cmpopts.IgnoreFields(app.Customer{}, "ID", "References"), cmpopts.EquateEmpty()); diff != "" {
					t.Errorf("%.500s", diff)
				}
			})
		}
	}
}
