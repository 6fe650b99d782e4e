package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCustomersAreFound(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	s.must("add", "customer", "--name", "Éva Åkesson")
	for _, query := range [][]string{{"korhonen"}, {"123", "4567"}, {"oak", "chair"}, {"12347"}, {"maija@"}} {
		found := s.lines(append([]string{"customers"}, query...)...)
		if len(found) != 1 || found[0]["id"] != id {
			t.Errorf("%v found %v", query, found)
		}
	}
	found := s.lines("customers")
	if len(found) != 2 || found[0]["name"] != "Éva Åkesson" {
		t.Fatalf("all, by name: %v", found)
	}
	wantFields(t, found[1], "id name phones emails reference last_purchase archived")
	want := object{
		"id": id, "name": "Maija Korhonen", "phones": []any{"+358401234567"}, "emails": []any{"maija@example.com"},
		"reference": "12347", "last_purchase": "2026-11-10", "archived": false,
	}
	if diff := cmp.Diff(want, found[1]); diff != "" {
		t.Error(diff)
	}
	if text := s.must("customers", "nobody"); !strings.HasPrefix(text, "Nobody was found.") {
		t.Error(text)
	}
}

func TestShowKnowsAllOfACustomer(t *testing.T) {
	s := newShell(t)
	id := s.maija()
	s.must("log", "12347", "--outcome", "talked", "--score", "3", "--said", "One chair is broken", "--theme", "quality",
		"--complaint", "--wish", "A new chair", "--promise", "Bring one", "--promised-by", "tue", "--by", "Jim")
	byID, byNumber, byHash := s.one("show", id), s.one("show", "12347"), s.one("show", "#12347")
	if cmp.Diff(byID, byNumber)+cmp.Diff(byID, byHash) != "" {
		t.Error("by ID and by number something else is shown")
	}
	wantFields(t, byID, "id name firm reference phones emails language time_zone tags notes do_not_call archived thanks purchases calls opinions complaints")
	wantFields(t, byID.first(t, "phones"), "number typed label preferred unfit")
	wantFields(t, byID.first(t, "purchases"), "id day receipt lines total currency sold_by return returns")
	wantFields(t, byID.first(t, "purchases").first(t, "lines"), "item quantity amount code")
	wantFields(t, byID.first(t, "calls"), "id start end by number outcome notes next anyway")
	wantFields(t, byID.first(t, "opinions"), "id said score stars day source themes staff praise quote")
	wantFields(t, byID.first(t, "complaints"), "id wrong wish promises received answered answered_again put_right confirmed open stage themes remedy reopened earlier closed closed_why")
	if promise := byID.first(t, "complaints").first(t, "promises"); promise["what"] != "Bring one" || promise["by"] != "2026-11-24T17:00:00+02:00" {
		t.Errorf("promised: %v", promise)
	}
	text := s.must("show", "12347")
	for _, part := range []string{"Maija Korhonen", "040 1234567", "A-1", "One chair is broken", "Talked", "Jim"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
}

func TestAddSaysWhatItKeptAllTheSame(t *testing.T) {
	s := newShell(t)
	added := s.one("add", "customer", "--name", "Tom", "--phone", "12")
	wantFields(t, added, "id batch problems")
	if problems := added["problems"].([]any); len(problems) != 1 || !strings.Contains(problems[0].(string), "“12”") {
		t.Errorf("%v", added)
	}
	bought := s.one("add", "purchase", added["id"].(string), "--item", "-2 x Lamp = -30", "--item", "A=B club card = 5", "--currency", "GBP")
	wantFields(t, bought, "id batch problems")
	receipt := s.one("show", added["id"].(string)).first(t, "purchases")
	want := []any{
		map[string]any{"item": "Lamp", "quantity": -2.0, "amount": -3000.0, "code": ""},
		map[string]any{"item": "A=B club card", "quantity": 1.0, "amount": 500.0, "code": ""},
	}
	if diff := cmp.Diff(want, receipt["lines"]); diff != "" {
		t.Error(diff)
	}
	if receipt["total"] != -2500.0 || receipt["currency"] != "GBP" || receipt["day"] != "2026-11-20" {
		t.Errorf("%v", receipt)
	}
}

const (
	cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:one\r\nFN:Aino Mäkinen\r\nX-CUSTOMER-ID:12348\r\nTEL;TYPE=CELL:+358 40 765 4321\r\nEMAIL:aino@example.com\r\nEND:VCARD\r\n"
	till  = "InvoiceNo,Description,Quantity,InvoiceDate,UnitPrice,CustomerID\n536365,LAMP,2,2026-11-10 08:26:00,2.55,12348\n536365,SHADE,1,2026-11-10 08:26:00,3.00,12348\n536366,BOX,1,2026-11-11 09:00:00,1.00,\n"
)

// An order that the shop's next export shows cancelled is nobody's after-purchase
// call any more, until that import is undone.
func TestAnOrderCancelledSinceIsNotAskedAbout(t *testing.T) {
	s := newShell(t)
	const header = "Order,Status,Date,Customer ID,Customer,Phone,Item,Total\n"
	const order = "7,%s,2026-11-13 10:00:00,12348,Aino Mäkinen,+358 40 765 4321,Lamp,25.00\n"
	asked := func() int { return len(s.lines("today")) }
	s.must("import", s.file("october.csv", header+fmt.Sprintf(order, "completed")))
	if n := asked(); n != 1 {
		t.Fatalf("%d are called", n)
	}
	text := s.must("import", s.file("november.csv", header+fmt.Sprintf(order, "cancelled")))
	if !strings.Contains(text, "1 order was cancelled since") || asked() != 0 {
		t.Errorf("%d are called after: %s", asked(), text)
	}
	s.must("undo")
	if n := asked(); n != 1 {
		t.Errorf("undone, and %d are called", n)
	}
}

func TestALongNameIsPrintedInShortBesideItsProblem(t *testing.T) {
	s := newShell(t)
	long := "Receipt,Date,Customer ID,Name,Item,Price\n1,2026-02-31,7," + strings.Repeat("Mia ", 100) + ",Lamp,1\n2,2026-02-28,7," + strings.Repeat("Mia ", 100) + ",Lamp,1,extra\n"
	got := s.must("import", "--dry-run", s.file("till.csv", long))
	if strings.Contains(got, strings.Repeat("Mia ", 16)) || !strings.Contains(got, "Mia Mia Mia") || !strings.Contains(got, "extra") {
		t.Errorf("%s", got)
	}
}

func TestImportTellsOfEachCardAndReceipt(t *testing.T) {
	s := newShell(t)
	contacts, purchases := s.file("contacts.vcf", cards), s.file("purchases.csv", till)

	dry := s.lines("import", "--dry-run", contacts, purchases)
	if dry[len(dry)-1].inner(t, "summary")["batch"] != "" {
		t.Errorf("a dry run wrote: %v", dry)
	}
	if _, err := os.Stat(s.book); err == nil {
		t.Error("a dry run made a book")
	}

	all := s.lines("import", contacts, purchases)
	if len(all) != 3 {
		t.Fatalf("%d lines: %v", len(all), all)
	}
	fields := "file index name phones emails action id problems kind customer receipt day items total currency alike"
	wantFields(t, all[0], fields)
	wantFields(t, all[1], fields)
	card := all[0]
	if card["file"] != "contacts.vcf" || card["index"] != 0.0 || card["name"] != "Aino Mäkinen" || card["action"] != "create" ||
		cmp.Diff([]any{"+358 40 765 4321"}, card["phones"])+cmp.Diff([]any{"aino@example.com"}, card["emails"]) != "" {
		t.Errorf("%v", card)
	}
	if bought := all[1]; bought["total"] != 810.0 || bought["currency"] != "EUR" || cmp.Diff([]any{"LAMP", "SHADE"}, bought["items"]) != "" {
		t.Errorf("the receipt: %v", bought)
	}
	summary := all[2].inner(t, "summary")
	wantFields(t, summary, "read created updated same duplicates rejected batch contacts purchases calls opinions complaints returns cancelled_since by_order number_only no_country no_one_lines no_one_receipts bad_lines undone_lines no_sale_lines below_lines not_taken one_each customers_by_order hidden taken_as_sold left_as_no_sale beside taken_as into_sample currency_set")
	if summary["read"] != 2.0 || summary["created"] != 2.0 || summary["no_one_lines"] != 1.0 || summary["batch"] == "" {
		t.Errorf("%v", summary)
	}

	before := s.changes()
	again := s.lines("import", contacts, purchases)
	if got := again[2].inner(t, "summary"); got["same"] != 2.0 || got["batch"] != "" {
		t.Errorf("a second time: %v", got)
	}
	if diff := cmp.Diff(before, s.changes()); diff != "" {
		t.Error("importing the same again changed the book", diff)
	}
	if text := s.must("import", contacts); !strings.Contains(text, "nothing was written") {
		t.Error(text)
	}
	s.must("undo", summary["batch"].(string))
	if left := s.lines("customers"); len(left) != 0 {
		t.Errorf("undone, and there is %v", left)
	}
}

func TestASampleIsAShopToLookAround(t *testing.T) {
	s := newShell(t)
	made := s.one("sample", "--customers", "30", "--purchases", "120", "--seed", "5")
	wantFields(t, made, "customers purchases calls opinions complaints batches")
	if made["customers"] != 30.0 || made["purchases"] != 120.0 {
		t.Errorf("%v", made)
	}
	if len(s.lines("today")) == 0 {
		t.Error("there is nobody to call in it")
	}
	if r := s.run("sample"); r.code != 1 || r.complaint == "" {
		t.Errorf("over a book with customers: %+v", r)
	}
}

func TestTheBookIsKept(t *testing.T) {
	s := newShell(t)
	s.maija()
	checked := s.one("check")
	wantFields(t, checked, "ok problems")
	if checked["ok"] != true {
		t.Errorf("%v", checked)
	}
	s.must("check", "--rebuild")
	compacted := s.one("compact")
	wantFields(t, compacted, "before after")
	backup := filepath.Join(s.home, "backup.book")
	wrote := s.one("backup", backup)
	wantFields(t, wrote, "file bytes")
	if r := s.run("backup", backup); r.code != 1 || r.complaint == "" {
		t.Errorf("over a file that is there: %+v", r)
	}
	s.must("add", "customer", "--name", "Tom")
	restored := s.one("restore", backup)
	wantFields(t, restored, "book file")
	if left := s.lines("customers"); len(left) != 1 {
		t.Errorf("restored, and there is %v", left)
	}
}

func TestTheRealShop(t *testing.T) {
	corpus := os.Getenv("RINGBACK_CORPUS")
	shop := filepath.Join(corpus, "..", "shop")
	if _, err := os.Stat(shop); corpus == "" || err != nil {
		t.Skip("RINGBACK_CORPUS names no corpus with a shop beside it")
	}
	s := newShell(t)
	all := s.lines("import", filepath.Join(shop, "contacts.vcf"), filepath.Join(shop, "purchases.csv"))
	summary := all[len(all)-1].inner(t, "summary")
	if got := summary.inner(t, "contacts")["created"]; got != 948.0 {
		t.Errorf("%v people", got)
	}
	due := s.lines("--at", "2010-12-20T10:00:00Z", "today")
	if len(due) != 12 {
		t.Errorf("%d people to call", len(due))
	}
	for _, d := range due {
		if d["reason"] == "" || len(d["purchases"].([]any)) == 0 {
			t.Errorf("%v", d)
		}
	}
	if skipped := s.lines("--at", "2010-12-20T10:00:00Z", "today", "--skipped"); len(skipped) == 0 {
		t.Error("nobody is skipped")
	}
}

func TestShowTellsInWordsWhatTheyToldUs(t *testing.T) {
	s := newShell(t)
	s.maija()
	s.must("log", "12347", "--outcome", "talked", "--score", "9", "--said", "Anna was so kind", "--praise", "Anna")
	text := s.must("show", "12347")
	for _, part := range []string{"“Anna was so kind”", "praised Anna"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
	if strings.Contains(text, "may be quoted") {
		t.Errorf("may be quoted:\n%s", text)
	}
	s.must("log", "12347", "--outcome", "talked", "--said", "Lovely", "--quote", "--anyway", "They rang us")
	if text := s.must("show", "12347"); strings.Count(text, "may be quoted") != 1 {
		t.Errorf("not said once that they may be quoted:\n%s", text)
	}
}

func TestTheSampleIsLeftAndWhoIsRealStays(t *testing.T) {
	s := newShell(t)
	s.must("sample", "--customers", "30", "--purchases", "120")
	card := s.file("k.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Maija Korhonen\nTEL:+358 40 7654321\nEND:VCARD\n")
	dry := s.run("--json", "import", "--dry-run", card)
	if dry.code != 0 || !strings.Contains(dry.complaint, "ringback sample --leave") || !strings.Contains(dry.out, `"into_sample":true`) {
		t.Errorf("a made-up shop is not told of: %+v", dry)
	}
	if r := s.run("import", card); r.code != 0 {
		t.Fatalf("%+v", r)
	}
	left := s.one("sample", "--leave")
	wantFields(t, left, "batch changed")
	if found := s.lines("customers"); len(found) != 1 || found[0]["name"] != "Maija Korhonen" {
		t.Errorf("left in the book: %v", found)
	}
	if again := s.run("--json", "import", "--dry-run", card); again.code != 0 || again.complaint != "" || !strings.Contains(again.out, `"into_sample":false`) {
		t.Errorf("without the made-up shop: %+v", again)
	}
	if r := s.run("sample", "--leave"); r.code != 1 || !strings.Contains(r.complaint, "no made-up shop") {
		t.Errorf("left twice: %+v", r)
	}
	if r := s.run("sample", "--leave", "--seed", "1"); r.code != 2 || r.complaint == "" {
		t.Errorf("to leave and to make one: %+v", r)
	}
}

func TestOfFoldersAloneNoTableIsPrinted(t *testing.T) {
	s := newShell(t)
	r := s.plain("import", t.TempDir())
	if r.code != 1 || r.complaint == "" || strings.Contains(r.out, "possible duplicates") {
		t.Errorf("%+v", r)
	}
}
