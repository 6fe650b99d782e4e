package data_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/opinions"
	"ringback.app/app/settings"
	"ringback.app/app/when"
	"ringback.app/data"
)

func TestForgettingDropsTheDraftsThatAreAboutThem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "shop.book")
	s, trudi, anna, _ := bookWithTrudi(t, path)
	complaints, err := s.Complaints(t.Context(), trudi.ID)
	if err != nil || len(complaints) != 1 {
		t.Fatal(complaints, err)
	}
	wrong, annas := complaints[0].ID.String(), s.ids.Next().String()
	for name, test := range map[string]struct{ key, value, left string }{
		"a card of theirs":               {"draft.opinion", `{"customer":"` + trudi.ID.String() + `","words":"Xylophonal"}`, ""},
		"a card about their complaint":   {"draft.opinion", `{"about":["` + wrong + `"],"words":"Xylophonal"}`, ""},
		"a card of somebody else's":      {"draft.opinion", `{"customer":"` + anna.ID.String() + `","words":"Fine"}`, "the same"},
		"a card signed with their name":  {"draft.opinion", `{"sender":"TRUDI  Wünderlich, Jena"}`, ""},
		"a card with their number":       {"draft.opinion", `{"sender":"+358 40 987-6543"}`, ""},
		"a card with their address":      {"draft.opinion", `{"sender":"<trudi@wunderlich.example>."}`, ""},
		"their call":                     {"draft.call." + trudi.ID.String(), `{}`, ""},
		"their purchase":                 {"draft.customers.purchase." + trudi.ID.String() + ".", `{}`, ""},
		"that they are two people":       {app.KeptStrangers + anna.ID.String() + "." + trudi.ID.String(), "\x01", ""},
		"that two others are two people": {app.KeptStrangers + anna.ID.String() + "." + annas, "\x01", "the same"},
		"their answer alone":             {app.KeptAnswers, `[{"complaint":"` + wrong + `","texts":{"a":"Xylophonal"}}]`, ""},
		"their answer among others": {
			app.KeptAnswers, `[{"complaint":"` + wrong + `","texts":{"a":"Xylophonal"}},{"complaint":"` + annas + `","texts":{"a":"Oak"}}]`,
			`[{"complaint":"` + annas + `","texts":{"a":"Oak"}}]`,
		},
		"what was told of them": {
			app.KeptReminders, `{"calls":[{"customer":"` + trudi.ID.String() + `","due":1},{"customer":"` + anna.ID.String() + `","due":1790000000}]}`,
			`{"calls":[{"customer":"` + anna.ID.String() + `","due":1790000000}]}`,
		},
		"settings of the shop": {app.KeptSettings, `{"owner":"Trudi Wunderlich"}`, "the same"},
		"what is no JSON":      {"mine", "Trudi Wunderlich rang", ""},
	} {
		t.Run(name, func(t *testing.T) {
			s, trudi := s, trudi
			path := filepath.Join(t.TempDir(), "copy.book")
			if err := s.Backup(t.Context(), path); err != nil {
				t.Fatal(err)
			}
			s = openShop(t, path)
			if err := s.Keep(t.Context(), test.key, []byte(test.value)); err != nil {
				t.Fatal(err)
			}
			if err := s.Forget(t.Context(), trudi.ID, "Jim"); err != nil {
				t.Fatal(err)
			}
			want := test.left
			if want == "the same" {
				want = test.value
			}
			if got, err := s.Kept(t.Context(), test.key); err != nil || string(got) != want {
				t.Errorf("left is %q, %v; want %q", got, err, want)
			}
			if raw, err := os.ReadFile(path); err != nil || bytes.Contains(raw, []byte("Xylophonal")) {
				t.Errorf("the file still says it, %v", err)
			}
		})
	}
}

func TestTheCardThatIsBeingTypedForSomebodyIsForgottenWithThem(t *testing.T) {
	s, trudi, _, _ := bookWithTrudi(t, filepath.Join(t.TempDir(), "shop.book"))
	desk := opinions.New(s.Book, func() time.Time { return noon }, s.ids, when.Typing{})
	if err := desk.KeepDraft(t.Context(), opinions.Form{Customer: trudi.ID, Source: app.FromCard, Words: "Xylophonal"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Forget(t.Context(), trudi.ID, "Jim"); err != nil {
		t.Fatal(err)
	}
	if d, ok, err := desk.Draft(t.Context()); ok || err != nil {
		t.Errorf("still there: %+v, %v", d, err)
	}
}

func TestWhatTheShopSaidOfItselfAndOfItsTablesIsForgottenWithNobody(t *testing.T) {
	s, trudi, _, _ := bookWithTrudi(t, filepath.Join(t.TempDir(), "shop.book"))
	plan := settings.New(s.Book, func() time.Time { return noon }, when.Typing{})
	if err := plan.KeepDraft(t.Context(), settings.Draft{Typed: settings.Form{Owner: "Trudi Wunderlich"}}); err != nil {
		t.Fatal(err)
	}
	table := columns.Table{Header: []string{"Trudi Wunderlich"}, Maps: []columns.Mapping{{Column: "Trudi Wunderlich", Field: fields.Name}}}
	mapping, said, err := table.ToRemember("EUR")
	if err != nil || mapping == "" {
		t.Fatal(mapping, err)
	}
	if err := s.Keep(t.Context(), mapping, said); err != nil {
		t.Fatal(err)
	}
	if err := s.Forget(t.Context(), trudi.ID, "Jim"); err != nil {
		t.Fatal(err)
	}
	if draft, _, err := plan.Draft(t.Context()); draft.Typed.Owner != "Trudi Wunderlich" || err != nil {
		t.Errorf("the settings that are being typed: %+v, %v", draft, err)
	}
	if left, err := s.Kept(t.Context(), mapping); !bytes.Equal(left, said) || err != nil {
		t.Errorf("the columns of a table: %q, %v", left, err)
	}
}

func TestForgettingLeavesTheUnsavedWordsOfOthers(t *testing.T) {
	for name, test := range map[string]struct {
		called, number string
		said           string
		stays          bool
	}{
		"a short name in longer words":      {"Al", "", "Also the table wobbles, said Alma", true},
		"a short name by itself":            {"Al", "", "Also the table wobbles, said Al.", false},
		"a name that JSON writes otherwise": {"Meyer & Sons", "", "It was Meyer & Sons", false},
		"a part of a name":                  {"Meyer & Sons", "", "It was Meyer", true},
		"a name of a few digits":            {"7", "", "at 7 o'clock, 7 chairs", true},
		"a name of many digits":             {"4711007", "", "see 4711007", false},
		"a number of a few digits":          {"Trudi Wunderlich", "4711", "4711 steps, lot 4711", true},
		"a number within another":           {"Trudi Wunderlich", "471100", "order 14711009", true},
		"a number":                          {"Trudi Wunderlich", "471 100", "on 47-11-00", false},
		"a name without spaces around it":   {"王小明", "", "我见到王小明了", false},
		"a name as it is accented":          {"Zoë Čapek", "", "zoe capek rang", false},
		"a word of the form and not of him": {"Notes", "", "nothing", true},
	} {
		t.Run(name, func(t *testing.T) {
			s := openShop(t, filepath.Join(t.TempDir(), "shop.book"))
			theirs, anna := app.Customer{ID: s.ids.Next(), Name: app.Name{Full: test.called}}, s.customer("Anna Korhonen", "+358401234567")
			if test.number != "" {
				theirs.Phones = []app.Phone{{Typed: test.number}}
			}
			s.put(theirs, anna)
			desk := calling.New(s.Book, func() time.Time { return noon }, s.ids)
			if err := desk.SaveDraft(t.Context(), anna.ID, calling.Draft{Notes: test.said}); err != nil {
				t.Fatal(err)
			}
			column := []byte(`[{"column":"Al","field":"name"}]`)
			if err := s.Keep(t.Context(), app.KeptMappings+"abc", column); err != nil {
				t.Fatal(err)
			}
			if err := s.Forget(t.Context(), theirs.ID, "Jim"); err != nil {
				t.Fatal(err)
			}
			if _, ok, err := desk.Draft(t.Context(), anna.ID); ok != test.stays || err != nil {
				t.Errorf("the draft stays: %v, %v", ok, err)
			}
			if v, err := s.Kept(t.Context(), app.KeptMappings+"abc"); err != nil || !bytes.Equal(v, column) {
				t.Errorf("the columns of a table: %q, %v", v, err)
			}
		})
	}
}

func TestForgettingEmptiesOnlyNotesThatNameThem(t *testing.T) {
	for note, want := range map[string]string{"Kalender.vcf": "Kalender.vcf", "al.vcf": "", "Mr_Al.vcf": ""} {
		s := openShop(t, filepath.Join(t.TempDir(), "shop.book"))
		al, anna := s.customer("Al", ""), s.customer("Anna Korhonen", "+358401234567")
		applied, err := s.Apply(t.Context(), app.Batch{Act: app.ActImport, Note: note, Changes: []app.Change{app.Put(al), app.Put(anna)}})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Forget(t.Context(), al.ID, "Jim"); err != nil {
			t.Fatal(err)
		}
		if b, err := s.Batch(t.Context(), applied.Batch); err != nil || b.Note != want {
			t.Errorf("of the note %q is left %q, %v", note, b.Note, err)
		}
	}
}

func TestWhatTheFileDidNotTakeIsForgottenOnlyWhereItIsAboutThem(t *testing.T) {
	s, trudi, anna, _ := bookWithTrudi(t, filepath.Join(t.TempDir(), "shop.book"))
	theirs, annas := "draft.call."+trudi.ID.String(), "draft.call."+anna.ID.String()
	data.Leave(s.Book, theirs, []byte(`{"notes":"Xylophonal"}`))
	data.Leave(s.Book, annas, []byte(`{"notes":"Oak"}`))
	if err := s.Forget(t.Context(), trudi.ID, "Jim"); err != nil {
		t.Fatal(err)
	}
	if left := s.Unkept(); len(left) > 0 {
		t.Errorf("unkept are %q", left)
	}
	for key, want := range map[string]string{theirs: "", annas: `{"notes":"Oak"}`} {
		if got, err := s.Kept(t.Context(), key); err != nil || string(got) != want {
			t.Errorf("under %s is kept %q, %v; want %q", key, got, err, want)
		}
	}
}
