package drafts_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/drafts"
)

// book keeps values in memory; a key that is in failing cannot be read.
type book struct {
	kept    map[string][]byte
	failing map[string]error
}

func (b book) Keep(_ context.Context, key string, value []byte) error {
	b.kept[key] = value
	return nil
}

func (b book) Kept(_ context.Context, key string) ([]byte, error) { return b.kept[key], b.failing[key] }

func (b book) Drop(_ context.Context, key string) error {
	delete(b.kept, key)
	return nil
}

type note struct {
	About string `json:"about"`
	Words string `json:"words"`
}

func shelf(b book) drafts.Shelf[note] {
	return drafts.Shelf[note]{
		Book: b, Unreadable: "error.calling.draft.unreadable",
		Sound: func(key string, n note) bool { return key == "draft."+n.About },
	}
}

func TestWhatIsPutIsThereUntilItIsDropped(t *testing.T) {
	b := book{kept: map[string][]byte{}}
	s := shelf(b)
	if n, kept, err := s.Get(t.Context(), "draft.maija"); n != (note{}) || kept || err != nil {
		t.Errorf("at first %+v, %v, %v", n, kept, err)
	}
	want := note{"maija", "The chair"}
	if err := s.Put(t.Context(), "draft.maija", want); err != nil {
		t.Fatal(err)
	}
	if n, kept, err := s.Get(t.Context(), "draft.maija"); n != want || !kept || err != nil {
		t.Errorf("then %+v, %v, %v", n, kept, err)
	}
}

func TestOnlyADraftThatCannotBeReadIsUnreadable(t *testing.T) {
	damaged := &app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}
	for name, c := range map[string]struct {
		value      string
		failing    error
		unreadable bool
	}{
		"half a draft":                {`{"about":"maija","wor`, nil, true},
		"the draft of something else": {`{"about":"tom"}`, nil, true},
		"a book that is damaged":      {`{"about":"maija"}`, damaged, false},
		"a disk that failed":          {`{"about":"maija"}`, errors.New("input/output error"), false},
	} {
		t.Run(name, func(t *testing.T) {
			b := book{map[string][]byte{"draft.maija": []byte(c.value)}, map[string]error{"draft.maija": c.failing}}
			n, kept, err := shelf(b).Get(t.Context(), "draft.maija")
			if n != (note{}) || kept || err == nil || drafts.IsUnreadable(err) != c.unreadable {
				t.Errorf("got %+v, %v, %v", n, kept, err)
			}
			if c.failing != nil && !errors.Is(err, c.failing) {
				t.Errorf("the cause is lost: %v", err)
			}
		})
	}
	if drafts.IsUnreadable(nil) {
		t.Error("no error is unreadable")
	}
}

func TestOneThatCannotBeReadCostsNoneOfTheOthers(t *testing.T) {
	b := book{kept: map[string][]byte{
		"draft.a": []byte(`{"about":"a","words":"One"}`), "draft.b": []byte("{"),
		"draft.c": []byte(`{"about":"c"}`), "draft.d": []byte(`{"about":"d","words":"Two"}`),
	}}
	keys, want := []string{"draft.a", "draft.b", "draft.d"}, []note{{"a", "One"}, {"d", "Two"}}
	if all, err := shelf(b).All(t.Context(), keys); err != nil || !slices.Equal(all, want) {
		t.Errorf("got %+v, %v", all, err)
	}
	b.failing = map[string]error{"draft.c": errors.New("input/output error")}
	if all, err := shelf(b).All(t.Context(), append(keys, "draft.c")); !errors.Is(err, b.failing["draft.c"]) || !slices.Equal(all, want) {
		t.Errorf("with one that fails: %+v, %v", all, err)
	}
}
