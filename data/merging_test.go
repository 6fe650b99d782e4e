package data_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/importing"
	"ringback.app/app/merging"
	"ringback.app/app/opinions"
	"ringback.app/app/when"
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

// Each kind of likeness that an import names is found afterwards, in the whole
// book and for the new one alone: the preview promises it.
func TestWhomAnImportCallsAPossibleDuplicateIsFoundThereToo(t *testing.T) {
	for name, c := range map[string]struct {
		before, card string // properties of the cards
		want         string // the sentence; empty: the import says nothing, and nobody is found
	}{
		"an initial with her number":   {"FN:Maija Korhonen|TEL:+358401234567", "FN:M. Korhonen|TEL:+358401234567", "number"},
		"no name with her number":      {"FN:Maija Korhonen|TEL:+358401234567", "TEL:+358401234567", "number"},
		"half of her name":             {"FN:Ann Bell|EMAIL:ann@example.com", "FN:Ann|EMAIL:ann@example.com", "email"},
		"another number of the shop's": {"FN:Ann Bell|TEL:+442079460290|X-CUSTOMER-ID:7", "FN:Ann Bell|TEL:+442079460290|X-CUSTOMER-ID:8", "told-apart"},
		"a mark used twice":            {"UID:u|FN:Ann Bell|TEL:+442079460290", "UID:u|FN:Bo Ek|TEL:+46701234567", "card"},
		"a name alone":                 {"FN:Anna Long|TEL:+14045551212|EMAIL:a@x.example", "FN:Anna Long|ORG:Firm|NOTE:second one|ADR:;;Street 1;Town;;123;", "name"},
		"a name, in another order":     {"FN:Dr. Anna Long|TEL:+14045551212", "FN:Long, Anna", "name"},
		"a name, and words for a call": {"FN:Anna Long|TEL:+14045551212", "FN:Anna Long|TEL:ask her mother", "name"},
		"a name that the shop numbers": {"FN:Anna Long|X-CUSTOMER-ID:7", "FN:Anna Long", "name"},
		"a firm's name":                {"FN:Long Ltd|ORG:Long Ltd|TEL:+14045551212", "ORG:Long Ltd", "name"},
		"another address":              {"FN:Ann Bell|ADR:;;1 High Street;York;;;", "FN:Ann Bell|ADR:;;2 High Street;York;;;", "name"},
		"another birthday":             {"FN:Ann Bell|BDAY:1980-02-03", "FN:Ann Bell|BDAY:1981-02-03", "name"},
		"another extension":            {"FN:Ann Bell|TEL:+1 404 555 1212 x12", "FN:A. Bell|TEL:+1 404 555 1212 x13", ""},
		"another number":               {"FN:Ann Bell|TEL:+442079460290", "FN:Ann Bell|TEL:+442079460291", ""},
		"mail and a number":            {"FN:Ann Bell|TEL:+442079460290", "FN:Ann Bell|EMAIL:ann@example.com", ""},
		"a household":                  {"FN:Ann Bell|TEL:+442079460290", "FN:Bob Bell|TEL:+442079460290", ""},
		"a slip in her name":           {"FN:Anna Berg|TEL:+442079460290", "FN:Hanna Berg|TEL:+442079460290", "number"},
		"a slip in a family's name":    {"FN:Stefan Meier|EMAIL:sm@example.com", "FN:Stefan Maier|EMAIL:sm@example.com", "email"},
		"a letter too few":             {"FN:John Smith|TEL:+442079460290", "FN:Jon Smith|TEL:+442079460290", "number"},
		"a slip, and another number":   {"FN:John Smith|TEL:+442079460290", "FN:Jon Smith|TEL:+442079460291", ""},
		"twins":                        {"FN:Tom Bell|TEL:+442079460290|BDAY:1980-02-03", "FN:Eva Bell|TEL:+442079460290|BDAY:1980-02-03", "born-together"},
		"a son":                        {"FN:Ann Bell|TEL:+442079460290", "FN:Ann Bell Jr.", ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t)
			im := importing.New(s.Book, s.ids)
			take := func(properties string) importing.Item {
				t.Helper()
				card := "BEGIN:VCARD\r\nVERSION:3.0\r\n" + strings.ReplaceAll(properties, "|", "\r\n") + "\r\nEND:VCARD\r\n"
				preview, err := im.Read(t.Context(), []importing.Source{importing.Bytes("phone.vcf", []byte(card))}, importing.Options{})
				if err != nil {
					t.Fatal(err)
				}
				if _, err := im.Commit(t.Context(), preview); err != nil {
					t.Fatal(err)
				}
				return preview.Items[0]
			}
			before, item := take(c.before), take(c.card)
			said := ""
			for _, p := range item.Problems {
				if rest, ok := strings.CutPrefix(p.Key, "import.alike."); ok {
					said = rest
				}
			}
			if said != c.want || (item.Action == importing.Possible) != (c.want != "") {
				t.Fatalf("the import says %q, and does %s", said, item.Action)
			}
			var want [][2]app.ID
			for _, id := range item.Alike {
				want = append(want, [2]app.ID{id, item.ID})
			}
			if c.want != "" && (len(want) != 1 || want[0][0] != before.ID) {
				t.Errorf("it may be %v", item.Alike)
			}
			desk := merging.New(s.Book)
			all, err := desk.Find(t.Context())
			if got := twos(all); err != nil || !slices.Equal(got, want) {
				t.Errorf("found %v, %v; want %v", got, err, want)
			}
			for _, id := range []app.ID{before.ID, item.ID} {
				of, err := desk.FindOf(t.Context(), id)
				if got := twos(of); err != nil || !slices.Equal(got, want) {
					t.Errorf("found for one %v, %v; want %v", got, err, want)
				}
			}
		})
	}
}

func twos(pairs []merging.Pair) (ids [][2]app.ID) {
	for _, p := range pairs {
		ids = append(ids, [2]app.ID{p.A, p.B})
	}
	return ids
}

// Everything that is typed about the other would have nobody to be saved for.
func TestNothingTypedIsLeftBehindByAMerge(t *testing.T) {
	clock := func() time.Time { return noon }
	for name, keep := range map[string]func(*twice) error{
		"a call": func(s *twice) error {
			return calling.New(s, clock, s.ids).SaveDraft(t.Context(), s.korho.ID, calling.Draft{})
		},
		"an answer": func(s *twice) error {
			to := calling.AnswerTo{Customer: s.korho.ID, Question: "fixed", Complaint: s.complaint.ID}
			return calling.New(s, clock, s.ids).KeepAnswer(t.Context(), calling.Answer{AnswerTo: to, Text: "Oak"})
		},
		"an opinion": func(s *twice) error {
			work := opinions.WorkOn(app.Opinion{ID: s.ids.Next(), Customer: s.korho.ID}, opinions.Correcting)
			return opinions.New(s, clock, s.ids, when.Typing{}).KeepBegun(t.Context(), work, opinions.Form{Words: "Oak"})
		},
		"a card": func(s *twice) error {
			return opinions.New(s, clock, s.ids, when.Typing{}).KeepDraft(t.Context(), opinions.Form{Customer: s.korho.ID, Words: "Oak"})
		},
	} {
		s := newTwice(t)
		if err := keep(s); err != nil {
			t.Fatal(err)
		}
		p, err := s.desk.Propose(t.Context(), s.anna.ID, s.korho.ID)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.desk.Merge(t.Context(), p, nil, "Jim"); app.CodeOf(err) != app.CodeConflict {
			t.Errorf("%s is typed: %v", name, err)
		}
	}
}

// A number that a merge brought was corrected since; the merge is undone, and then
// the correction: it does not come back to who never had it.
func TestWhatAMergeHadBroughtStaysAwayWhicheverIsUndoneFirst(t *testing.T) {
	for name, order := range map[string][]int{"the merge first": {0, 1}, "the correction first": {1, 0}} {
		t.Run(name, func(t *testing.T) {
			s := newTwice(t)
			before := s.whole()
			merge := s.merge()
			c := s.read(s.anna.ID)
			c.Phones[1] = app.Phone{Typed: "+358509999999", E164: "+358509999999"}
			c.Tags = nil
			applied, err := s.Apply(t.Context(), app.Batch{Act: app.ActEditCustomer, Changes: []app.Change{app.Put(c)}})
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range order {
				s.undo([]app.ID{merge.Batch, applied.Batch}[i])
			}
			if diff := cmp.Diff(before, s.whole()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
