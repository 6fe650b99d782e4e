package data_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
)

func TestAnImportFindsPeopleByTheirName(t *testing.T) {
	s := newShop(t)
	ann, bob := s.customer("Ann-Marie Korhonen", "+358401234567"), s.customer("Bo Ek", "+358401234568")
	s.put(ann, bob)
	for name, c := range map[string]struct {
		words []string
		want  []app.ID
	}{
		"all words":              {[]string{"ann-marie", "korhonen"}, []app.ID{ann.ID}},
		"short words":            {[]string{"bo", "ek"}, []app.ID{bob.ID}},
		"a word that nobody has": {[]string{"ann-marie", "virtanen"}, nil},
		"no word":                {nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			err := s.Match(t.Context(), func(known importing.Known) error {
				got, err := known.ByName(c.words)
				if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] {
					t.Errorf("found %v, want %v", got, c.want)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestThePreviewOfAnImportKnowsWhoWasForgotten(t *testing.T) {
	s := newShop(t)
	ann := s.customer("Ann Bell", "+442079460290")
	s.put(ann)
	if err := s.Forget(t.Context(), ann.ID, ""); err != nil {
		t.Fatal(err)
	}
	card := "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Bell\r\nTEL:+44 20 7946 0290\r\nEND:VCARD\r\n"
	p, err := importing.New(s.Book, s.ids).Read(t.Context(), []importing.Source{importing.Bytes("a.vcf", []byte(card))}, importing.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if p.Summary.Rejected != 1 || p.Items[0].Problems[0].Key != "import.card.forgotten" {
		t.Errorf("%+v", p.Items[0])
	}
}

func TestANumberWithTheWayOutBeforeItsCountryIsFoundByTheOneWithAPlus(t *testing.T) {
	for _, two := range [][2]app.Phone{
		{{Typed: "0049 30 901820"}, {Typed: "+49 30 901820", E164: "+4930901820"}},
		{{Typed: "+49 30 901820", E164: "+4930901820"}, {Typed: "0049 30 901820"}},
	} {
		s := newShop(t)
		ann := s.customer("Ann Lee", "")
		ann.Phones = two[:1]
		s.put(ann)
		ask := func(want bool) {
			t.Helper()
			must(t, s.Match(t.Context(), func(known importing.Known) error {
				ids, err := known.ByPhone(two[1].Dialled())
				if err != nil {
					return err
				}
				gone, err := known.Forgotten(app.Customer{Phones: two[1:]})
				if len(ids) > 0 != want || gone == want {
					t.Errorf("%s finds %v, and forgotten is %v", two[1].Typed, ids, gone)
				}
				return err
			}))
		}
		ask(true)
		must(t, s.Forget(t.Context(), ann.ID, ""))
		ask(false)
		mustBeWhole(t, s)
	}
}

func TestAnImportDoesNotBringBackWhatWasTakenOutByHand(t *testing.T) {
	s := newShop(t)
	ann := s.customer("Ann Bell", "+442079460290")
	ann.References = []app.Reference{{Kind: app.ReferenceVCard, Value: "1"}}
	s.put(ann)
	file := []importing.Source{importing.Bytes("a.vcf", []byte("BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:Ann Bell\r\nTEL:+44 20 7946 0291\r\nEND:VCARD\r\n"))}
	im := importing.New(s.Book, s.ids)
	read := func() importing.Item {
		t.Helper()
		p, err := im.Read(t.Context(), file, importing.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return p.Items[0]
	}
	if read().Action != importing.Update {
		t.Fatal("the number is not added")
	}
	both := ann
	both.Phones = append(both.Phones[:1:1], app.Phone{Typed: "+44 20 7946 0291", E164: "+442079460291"})
	came := s.put(both)
	edited, err := s.Apply(t.Context(), app.Batch{Act: app.ActEditCustomer, Changes: []app.Change{app.Put(ann)}})
	if err != nil {
		t.Fatal(err)
	}
	if got := read(); got.Action != importing.Same || len(got.Problems) != 1 || got.Problems[0].Key != "import.card.taken-out" {
		t.Errorf("taken out by hand: %+v", got)
	}
	for _, batch := range []app.ID{edited.Batch, came} {
		if _, err := s.Undo(t.Context(), batch, ""); err != nil {
			t.Fatal(err)
		}
	}
	if got := read(); got.Action != importing.Update {
		t.Errorf("taken back: %s", got.Action)
	}
}

func TestWhoBecameOneWithSomebodyWhoStayedAsTheyWereIsNotBroughtBack(t *testing.T) {
	s := newShop(t)
	will, bill := s.customer("William Smith", "+12025550144"), s.customer("Bill Smith", "+12025550144")
	s.put(will, bill)
	merge := app.Batch{Act: app.ActMerge, Changes: []app.Change{app.Put(will), app.Remove(app.KindCustomer, bill.ID)}}
	merged, err := s.Apply(t.Context(), merge)
	if err != nil {
		t.Fatal(err)
	}
	file := []importing.Source{importing.Bytes("a.vcf", []byte("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bill Smith\r\nTEL:+12025550144\r\nEND:VCARD\r\n"))}
	read := func() importing.Item {
		t.Helper()
		p, err := importing.New(s.Book, s.ids).Read(t.Context(), file, importing.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return p.Items[0]
	}
	if got := read(); got.Action != importing.Same || got.Customer != will.ID || len(got.Problems) != 1 || got.Problems[0].Key != "import.card.formerly" {
		t.Errorf("merged: %+v", got)
	}
	if all, err := s.History(t.Context(), will.ID, 0); err != nil || len(all) != 2 || all[0].With != "Bill Smith" {
		t.Errorf("%+v, %v", all, err)
	}
	undone, err := s.Undo(t.Context(), merged.Batch, "")
	if err != nil {
		t.Fatal(err)
	}
	if got := read(); got.Action != importing.Same || got.Customer != bill.ID || len(got.Problems) > 0 {
		t.Errorf("two again: %+v", got)
	}
	if _, err := s.Undo(t.Context(), undone.Batch, ""); err != nil {
		t.Fatal(err)
	}
	if got := read(); got.Action != importing.Same || got.Customer != will.ID {
		t.Errorf("merged after all: %+v", got)
	}
	if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("check: %+v, %v", problems, err)
	}
}
