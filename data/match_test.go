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
