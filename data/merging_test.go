package data_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/merging"
	"ringback.app/data"
)

// twice is a shop in which one person is twice, with all that can be on record
// about each.
type twice struct {
	*shop
	desk        *merging.Desk
	anna, korho app.Customer
	theirs      app.Purchase // of korho
	complaint   app.Complaint
}

func newTwice(t *testing.T) *twice {
	s := &twice{shop: newShop(t)}
	s.desk = merging.New(s.Book)
	s.anna, s.korho = s.customer("Anna Korhonen", "+358401234567"), s.customer("A. Korhonen", "+358401234567")
	s.anna.Tags = []string{"regular"}
	s.anna.References = []app.Reference{{Kind: app.ReferenceShop, Value: "11"}, {Kind: app.ReferenceVCard, Value: "urn:uuid:1"}}
	s.korho.References = []app.Reference{{Kind: app.ReferenceShop, Value: "22"}, {Kind: app.ReferenceVCard, Value: "urn:uuid:2"}}
	s.korho.Phones = append(s.korho.Phones, app.Phone{Typed: "09 123 4567", E164: "+35891234567"})
	s.korho.Emails = []app.Email{{Address: "anna@example.com"}}
	s.theirs = s.purchase(s.korho, app.DayOf(noon)-30, "Lamp")
	call := app.Call{ID: s.ids.Next(), Customer: s.korho.ID, Start: noon.Add(-time.Hour), Disposition: app.Talked, About: []app.ID{s.theirs.ID}}
	opinion := app.Opinion{ID: s.ids.Next(), Customer: s.korho.ID, Taken: noon, Source: app.FromCall, Call: call.ID, Verbatim: "The lamp flickers"}
	s.complaint = app.Complaint{ID: s.ids.Next(), Customer: s.korho.ID, Opinion: opinion.ID, Received: noon, Wrong: "It flickers"}
	s.put(s.anna, s.korho, s.theirs, call, opinion, s.complaint,
		s.purchase(s.anna, app.DayOf(noon)-9, "Oak table"), s.purchase(s.anna, app.DayOf(noon)-60, "Oak chair"),
		s.purchase(s.anna, app.DayOf(noon)-70, "Rug"), s.purchase(s.anna, app.DayOf(noon)-80, "Mug"))
	return s
}

func (s *twice) merge() merging.Done {
	s.t.Helper()
	p, err := s.desk.Propose(s.t.Context(), s.anna.ID, s.korho.ID)
	if err != nil {
		s.t.Fatal(err)
	}
	if p.Kept.Customer.ID != s.anna.ID || p.Other.Calls != 1 || p.Other.Complaints != 1 {
		s.t.Fatalf("proposed %+v", p)
	}
	done, err := s.desk.Merge(s.t.Context(), p, nil, "Jim")
	if err != nil {
		s.t.Fatal(err)
	}
	return done
}

func (s *twice) whole() map[string]string {
	s.t.Helper()
	all, err := data.Dump(s.t.Context(), s.Book, false)
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

// sound sees that what is kept up to date is what would be made anew.
func (s *twice) sound() {
	s.t.Helper()
	problems, err := s.Check(s.t.Context())
	if err != nil || len(problems) > 0 {
		s.t.Errorf("check: %+v, %v", problems, err)
	}
}

func (s *twice) read(id app.ID) app.Customer {
	s.t.Helper()
	c, err := s.Customer(s.t.Context(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	return c
}

func (s *twice) purchases(id app.ID) int {
	s.t.Helper()
	all, err := s.Purchases(s.t.Context(), id, 0)
	if err != nil {
		s.t.Fatal(err)
	}
	return len(all)
}

func TestAMergeMovesEverythingToTheOneCustomer(t *testing.T) {
	s := newTwice(t)
	done := s.merge()
	s.sound()
	if _, err := s.Customer(t.Context(), s.korho.ID); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("the other is there still: %v", err)
	}
	sum, err := s.Summary(t.Context(), s.anna.ID)
	if err != nil {
		t.Fatal(err)
	}
	complaints, err := s.Complaints(t.Context(), s.anna.ID)
	if err != nil {
		t.Fatal(err)
	}
	if s.purchases(s.anna.ID) != 5 || sum.Talk.Calls != 1 || len(complaints) != 1 || done.Moved != 4 {
		t.Errorf("%d purchases, %d calls, %d complaints, moved %d", s.purchases(s.anna.ID), sum.Talk.Calls, len(complaints), done.Moved)
	}
	c := s.read(s.anna.ID)
	if len(c.Phones) != 2 || len(c.Emails) != 1 || len(c.References) != 4 || c.Name.Full != "Anna Korhonen" {
		t.Errorf("merged: %+v", c)
	}
	found, err := s.Search(t.Context(), "lamp", 10)
	if err != nil || len(found) != 1 || found[0].ID != s.anna.ID {
		t.Errorf("who bought the lamp: %+v, %v", found, err)
	}
}

func TestAMergeIsUndoneWhole(t *testing.T) {
	s := newTwice(t)
	before := s.whole()
	done := s.merge()
	if _, err := s.Undo(t.Context(), done.Batch, ""); err != nil {
		t.Fatal(err)
	}
	s.sound()
	if diff := cmp.Diff(before, s.whole()); diff != "" {
		t.Error(diff)
	}
}

func TestAMergeIsUndoneAfterOtherChanges(t *testing.T) {
	s := newTwice(t)
	done := s.merge()
	// Since then: a number of the other's turned out to be wrong, one was added,
	// so were a tag and notes, the name was corrected, something was bought, and
	// what they complained of was put right.
	c := s.read(s.anna.ID)
	c.Name.Full, c.Notes = "Anna Korhonen-Berg", "Rings back herself"
	c.Phones[1].Unfit = app.UnfitWrong
	c.Phones = append(c.Phones, app.Phone{Typed: "+358509999999", E164: "+358509999999"})
	c.Tags = append(c.Tags, "oak")
	s.complaint.Customer, s.complaint.PutRight = s.anna.ID, noon.Add(time.Hour)
	bought := s.purchase(s.anna, app.DayOf(noon), "Vase")
	s.put(c, s.complaint, bought)
	if _, err := s.Undo(t.Context(), done.Batch, ""); err != nil {
		t.Fatal(err)
	}
	s.sound()
	one, other := s.read(s.anna.ID), s.read(s.korho.ID)
	var numbers []string
	for _, p := range one.Phones {
		numbers = append(numbers, p.E164)
	}
	if got := strings.Join(numbers, " "); got != "+358401234567 +358509999999" {
		t.Errorf("the one has the numbers %s", got)
	}
	if one.Name.Full != "Anna Korhonen-Berg" || one.Notes != "Rings back herself" || strings.Join(one.Tags, " ") != "regular oak" || len(one.Emails) != 0 {
		t.Errorf("the one is %+v", one)
	}
	if diff := cmp.Diff(s.anna.References, one.References); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(s.korho, other, sameRecords); diff != "" {
		t.Error(diff)
	}
	if s.purchases(s.anna.ID) != 5 || s.purchases(s.korho.ID) != 1 {
		t.Errorf("they bought %d and %d", s.purchases(s.anna.ID), s.purchases(s.korho.ID))
	}
	complaint, err := s.Complaint(t.Context(), s.complaint.ID)
	if err != nil || complaint.Customer != s.korho.ID || complaint.PutRight.IsZero() {
		t.Errorf("the complaint is %+v, %v", complaint, err)
	}
}

func TestMergesAreUndoneOneAfterTheOther(t *testing.T) {
	s := newTwice(t)
	third := s.customer("Anna Korhonen", "+358401234567")
	s.put(third, s.purchase(third, app.DayOf(noon)-3, "Lamp"))
	before := s.whole()
	first := s.merge()
	p, err := s.desk.Propose(t.Context(), third.ID, s.anna.ID)
	if err != nil {
		t.Fatal(err)
	}
	second, err := s.desk.Merge(t.Context(), p, merging.Choices{merging.PartPhones: merging.TakeOther}, "")
	if err != nil {
		t.Fatal(err)
	}
	s.sound()
	for _, batch := range []app.ID{second.Batch, first.Batch} {
		if _, err := s.Undo(t.Context(), batch, ""); err != nil {
			t.Fatal(err)
		}
	}
	s.sound()
	if diff := cmp.Diff(before, s.whole()); diff != "" {
		t.Error(diff)
	}
}

func TestTheNextImportFindsTheOneCustomer(t *testing.T) {
	for name, card := range map[string]string{
		"by the other's UID":    "FN:A. Korhonen\r\nUID:urn:uuid:2",
		"by the other's number": "FN:A. Korhonen\r\nX-CUSTOMER-ID:22\r\nTEL:+35891234567",
		"by their own UID":      "FN:Anna Korhonen\r\nUID:urn:uuid:1",
	} {
		t.Run(name, func(t *testing.T) {
			s := newTwice(t)
			s.merge()
			source := importing.Bytes("phone.vcf", []byte("BEGIN:VCARD\r\nVERSION:3.0\r\n"+card+"\r\nEND:VCARD\r\n"))
			preview, err := importing.New(s.Book, s.ids).Read(t.Context(), []importing.Source{source}, importing.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if i := preview.Items[0]; i.Action != importing.Same && i.Action != importing.Update || i.ID != s.anna.ID {
				t.Errorf("%s, customer %v", i.Action, i.ID)
			}
		})
	}
}

func TestWhomAnImportCallsAPossibleDuplicateIsFoundThereToo(t *testing.T) {
	s := newShop(t)
	s.put(s.customer("Maija Korhonen", "+358401234567"))
	im := importing.New(s.Book, s.ids)
	card := "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:M. Korhonen\r\nTEL:+358401234567\r\nEND:VCARD\r\n"
	preview, err := im.Read(t.Context(), []importing.Source{importing.Bytes("phone.vcf", []byte(card))}, importing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	item := preview.Items[0]
	if item.Action != importing.Possible || len(item.Alike) != 1 {
		t.Fatalf("the import says %+v", item)
	}
	if _, err := im.Commit(t.Context(), preview); err != nil {
		t.Fatal(err)
	}
	desk := merging.New(s.Book)
	all, err := desk.Find(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	of, err := desk.FindOf(t.Context(), item.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 1 || all[0].A != item.Alike[0] || all[0].B != item.ID || len(of) != 1 || of[0].A != item.Alike[0] {
		t.Errorf("found %+v and %+v", all, of)
	}
}
