package contacts_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

// own is the heading of a table that Ringback wrote.
const own = "Customer number,Name,Name prefix,Given name,Middle name,Family name,Name suffix,Company,Phone,Phone label,Other phones,Email,Email label,Other emails,Street,Address line 2,PO box,Postal code,City,Region,Country,Address label,Other addresses,Birthday,Language,Time zone,Best time to call,Tags,Notes,Do not call,Other customer numbers,Card UIDs,Archived,ID"

func TestANameThatIsTooLongLeavesItsRowOut(t *testing.T) {
	long, most := strings.Repeat("é", app.NameLetters+1), strings.Repeat("é", app.NameLetters)
	for name, file := range map[string]importing.Source{
		"the name":                   importingtest.Table("Name,Phone", long+",+358401234567", "Mia Berg,+358401234568"),
		"of ten thousand":            importingtest.Table("Name,Phone", strings.Repeat("é", 10_000)+",+358401234567", "Mia Berg,+358401234568"),
		"a part of it":               importingtest.Table("First name,Last name,Phone", "Ann,"+long+",+358401234567", "Mia,Berg,+358401234568"),
		"its parts together":         importingtest.Table("First name,Last name,Phone", most+","+most+",+358401234567", "Mia,Berg,+358401234568"),
		"the parts of a card":        importingtest.Cards("BEGIN:VCARD", "N:"+most+";"+most, "TEL:+358401234567", "END:VCARD", "BEGIN:VCARD", "FN:Mia Berg", "END:VCARD"),
		"in a table of our own":      importingtest.Table(own, importingtest.Filled(own, map[string]string{"Name": long}), importingtest.Filled(own, map[string]string{"Name": "Mia Berg"})),
		"in one of our own, in part": importingtest.Table(own, importingtest.Filled(own, map[string]string{"Name": "Ann", "Given name": long}), importingtest.Filled(own, map[string]string{"Name": "Mia Berg"})),
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, file)
			if diff := cmp.Diff([]importing.Action{importing.Reject, importing.Create}, importingtest.Actions(p)); diff != "" {
				t.Error(diff)
			}
			left := p.Items[0]
			if diff := cmp.Diff([]string{"import.card.name-long"}, importingtest.ProblemKeys(left)); diff != "" || utf8.RuneCountInString(left.Name) > 100 {
				t.Errorf("%s %s", diff, left.Name)
			}
			if c := book.Anyone(t); c.Name.Full != "Mia Berg" {
				t.Errorf("%+v", c)
			}
		})
	}
}

func TestANameThatIsJustNotTooLongIsTaken(t *testing.T) {
	most := strings.Repeat("é", app.NameLetters)
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("Name,Phone", most+",+358401234567"))
	if c := book.Anyone(t); c.Name.Full != most {
		t.Errorf("%+v", c)
	}
}

func TestWhatIsTooLongForItsFieldIsCutWithAWord(t *testing.T) {
	long := func(letters int) string { return strings.Repeat("é", letters) }
	ours := func(column, text string) string {
		return importingtest.Filled(own, map[string]string{"Name": "Mia", column: text})
	}
	type cell struct {
		header, row, column string
		letters             int
		kept                func(app.Customer) string
	}
	firm := func(c app.Customer) string { return c.Firm }
	street := func(c app.Customer) string { return c.Addresses[0].Street }
	extra := func(c app.Customer) string { return c.Addresses[0].Extra }
	notes := func(c app.Customer) string { return c.Notes }
	for name, tt := range map[string]cell{
		"the firm":            {"Name,Phone,Company", "Mia,1234567," + long(1001), "Company", app.TextLetters, firm},
		"the street":          {"Name,Phone,Street,City", "Mia,1234567," + long(5000) + ",Oulu", "Street", app.TextLetters, street},
		"a street and number": {"Name,Phone,Street,House number,City", "Mia,1234567," + long(998) + ",12,Oulu", "House number", app.TextLetters, street},
		"a tag":               {"Name,Phone,Tags", "Mia,1234567," + long(301), "Tags", app.NameLetters, func(c app.Customer) string { return c.Tags[0] }},
		"the notes":           {"Name,Phone,Notes", "Mia,1234567," + long(app.NotesLetters+1), "Notes", app.NotesLetters, notes},
		"our own firm":        {own, ours("Company", long(1001)), "Company", app.TextLetters, firm},
		"our own street":      {own, ours("Street", long(1001)), "Street", app.TextLetters, street},
		"our own notes":       {own, ours("Notes", long(app.NotesLetters+1)), "Notes", app.NotesLetters, notes},
		"lines of an address": {"Name,Phone,Address line 2,Address line 3,Street,City", "Mia,1234567," + long(600) + "," + long(600) + ",High Street,Oulu", "Address line 3", app.TextLetters, extra},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(tt.header, tt.row))
			var said []app.Args
			for _, problem := range p.Items[0].Problems {
				if problem.Key == "import.row.shortened" {
					said = append(said, problem.Args)
				}
			}
			if diff := cmp.Diff([]app.Args{{"Line": 2, "Column": tt.column, "Letters": tt.letters}}, said); diff != "" {
				t.Error(diff)
			}
			if got := utf8.RuneCountInString(tt.kept(book.Anyone(t))); got != tt.letters {
				t.Errorf("%d letters", got)
			}
		})
	}
}
