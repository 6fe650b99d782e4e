package today

import (
	"context"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
)

// shelf keeps drafts in memory.
type shelf struct {
	Desk
	kept map[app.ID]calling.Draft
}

func (s shelf) SaveDraft(_ context.Context, customer app.ID, d calling.Draft) error {
	s.kept[customer] = d
	return nil
}

func TestADraftIsSettledWithItsOwnNoteAndNoOther(t *testing.T) {
	s := shelf{kept: make(map[app.ID]calling.Draft)}
	k := newDrafts(s)
	maija, start := app.ID{15: 1}, time.Date(2026, time.November, 20, 10, 0, 0, 0, time.UTC)
	noted := calling.Draft{Start: start, Verbatim: "All well"}
	if err := k.settle(maija, noted, func() error { return nil }); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		draft calling.Draft
		kept  bool
	}{
		"the note that is on record, late":           {noted, false},
		"the next one":                               {calling.Draft{Start: start.Add(time.Hour), Verbatim: "One more"}, true},
		"the next one, after the clock was set back": {calling.Draft{Start: start.Add(-time.Hour), Verbatim: "One more"}, true},
	} {
		delete(s.kept, maija)
		if err := k.save(t.Context(), maija, tt.draft); err != nil {
			t.Fatal(err)
		}
		if _, kept := s.kept[maija]; kept != tt.kept {
			t.Errorf("%s: kept %t", name, kept)
		}
	}
}
