package importing_test

import (
	"strings"
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestAReceiptThatTheBookHasOtherwiseSaysHowTheyDiffer(t *testing.T) {
	book := importingtest.NewShelf()
	header := "receipt,date,customer id,item,quantity,amount,currency"
	importingtest.Take(t, book, importingtest.Table(header, "1,2026-03-01,7,Cup,2,10,EUR", "1,2026-03-01,7,Mug,1,5,EUR"))
	p := importingtest.Take(t, book, importingtest.Table(header, "1,2026-03-01,7,Cup,2,10,EUR", "1,2026-03-01,7,Vase,3,9,EUR"))
	if len(p.Items) != 1 || len(p.Items[0].Problems) != 1 {
		t.Fatalf("%+v", p.Items)
	}
	const want = "Receipt 1 is in the book with other lines; the book’s were kept. Only the file has 3 × Vase € 9.00. Only the book has 1 × Mug € 5.00."
	if got := strings.ReplaceAll(voices.Error(p.Items[0].Problems[0]), "\u00a0", " "); got != want {
		t.Errorf("it says %q", got)
	}
}

func TestATotalThatIsNotTheBooksIsSaidInItsMoney(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("receipt,date,customer id,item,amount,currency", "1,2026-03-01,7,Cup,10,EUR"))
	p := importingtest.Take(t, book, importingtest.Table("receipt,date,customer id,total,currency", "1,2026-03-01,7,12.50,EUR"))
	const want = "Receipt 1 comes to € 12.50 here, and to € 10.00 as it was known before; that was kept."
	if got := strings.ReplaceAll(voices.Error(p.Items[0].Problems[0]), "\u00a0", " "); got != want {
		t.Errorf("it says %q", got)
	}
}
