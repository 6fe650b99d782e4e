package main_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/merging"
	"ringback.app/data"
)

// inBook does something with the shell's book as a page would, while no command runs.
func (s *shell) inBook(do func(*data.Book)) {
	s.t.Helper()
	book, err := data.Open(s.t.Context(), s.book, data.Options{MustExist: true})
	if err != nil {
		s.t.Fatal(err)
	}
	do(book)
	if err := book.Close(); err != nil {
		s.t.Fatal(err)
	}
}

func (s *shell) people() map[string]app.Customer {
	s.t.Helper()
	all := make(map[string]app.Customer)
	s.inBook(func(book *data.Book) {
		var ids []app.ID
		err := book.Customers(s.t.Context(), func(c app.Listed) bool {
			ids = append(ids, c.ID)
			return true
		})
		for i := 0; err == nil && i < len(ids); i++ {
			var c app.Customer
			c, err = book.Customer(s.t.Context(), ids[i])
			all[c.Name.Full] = c
		}
		if err != nil {
			s.t.Fatal(err)
		}
	})
	return all
}

func TestWhatTheOwnerSettledStaysSoWithTheNextImportOfTheSameFile(t *testing.T) {
	s := newShell(t)
	file := s.file("contacts.vcf", ""+
		"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u1\r\nFN:Ann Smith\r\nTEL:+12025550144\r\nEMAIL:ann@example.com\r\nEND:VCARD\r\n"+
		"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:u2\r\nFN:Anne Smyth\r\nTEL:+12025550155\r\nEMAIL:smyth@example.com\r\nEND:VCARD\r\n"+
		"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jon Doe\r\nTEL:+12025550177\r\nBDAY:19710101\r\nEND:VCARD\r\n")
	s.must("import", file)
	own := filepath.Join(s.home, "before.vcf")
	s.must("export", "customers", "--format", "vcf", "-o", own)
	was := s.people()
	s.inBook(func(book *data.Book) {
		desk := merging.New(book)
		p, err := desk.Propose(t.Context(), was["Ann Smith"].ID, was["Anne Smyth"].ID)
		if err != nil {
			t.Fatal(err)
		}
		whose := merging.TakeKept
		if p.Kept.Customer.Name.Full != "Ann Smith" {
			whose = merging.TakeOther
		}
		_, err = desk.Merge(t.Context(), p, merging.Choices{merging.PartName: whose, merging.PartPhones: whose, merging.PartEmails: whose}, "")
		if err != nil {
			t.Fatal(err)
		}
		jon := was["Jon Doe"]
		jon.Name, jon.Birthday = app.Name{Full: "John Doe"}, "1970-01-01"
		_, err = book.Apply(t.Context(), app.Batch{Act: app.ActEditCustomer, Changes: []app.Change{app.Put(jon)}})
		if err != nil {
			t.Fatal(err)
		}
	})
	settled := s.people()
	if ann := settled["Ann Smith"]; len(settled) != 2 || len(ann.Phones) != 1 || len(ann.Emails) != 1 || settled["John Doe"].Birthday != "1970-01-01" {
		t.Fatalf("%+v", settled)
	}
	till := s.file("till.csv", "Receipt,Date,Name,Phone,Item,Amount\nR1,2026-09-04,Anne Smyth,+12025550155,Lamp,5\nR2,2026-09-05,Jon Doe,+12025550177,Lamp,5\n")
	for _, file := range []string{file, own, till} {
		all := s.lines("import", file)
		for _, item := range all[:len(all)-1] {
			if file != till && item["action"] != "same" {
				t.Errorf("%s: %v", filepath.Base(file), item)
			}
		}
		if diff := cmp.Diff(settled, s.people()); diff != "" {
			t.Errorf("%s:\n%s", filepath.Base(file), diff)
		}
	}
}
