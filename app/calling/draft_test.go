package calling_test

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/calling"
)

func TestADraftIsKeptUntilTheCallIsOnRecord(t *testing.T) {
	s, ctx := open(t), context.Background()
	if _, ok, err := s.desk.Draft(ctx, maija); ok || err != nil {
		t.Fatalf("a draft before anything was typed: %v", err)
	}
	draft := calling.Draft{Disposition: app.Talked, Score: "9 or so", Verbatim: "Half a sen", Fixes: []calling.Fix{{Worked: false}}}
	if err := s.desk.SaveDraft(ctx, maija, draft); err != nil {
		t.Fatal(err)
	}
	got, ok, err := s.desk.Draft(ctx, maija)
	draft.Saved = s.now
	if diff := cmp.Diff(draft, got); !ok || err != nil || diff != "" {
		t.Errorf("%v, %v, %s", ok, err, diff)
	}
	if all, err := s.desk.Drafts(ctx); err != nil || !slices.Equal(all, []app.ID{maija}) {
		t.Errorf("%v, %v", all, err)
	}
	s.refuse(calling.Report{Disposition: "sung"}, "disposition")
	if _, ok, _ := s.desk.Draft(ctx, maija); !ok {
		t.Error("a report that was refused cost the draft")
	}
	s.log(calling.Report{Disposition: app.Talked})
	if _, ok, err := s.desk.Draft(ctx, maija); ok || err != nil {
		t.Errorf("still there: %v", err)
	}
}

func TestADraftCanBeDropped(t *testing.T) {
	s, ctx := open(t), context.Background()
	if err := s.desk.SaveDraft(ctx, maija, calling.Draft{Notes: "x"}); err != nil {
		t.Fatal(err)
	}
	if err := s.desk.DropDraft(ctx, maija); err != nil {
		t.Fatal(err)
	}
	if all, err := s.desk.Drafts(ctx); err != nil || len(all) != 0 {
		t.Errorf("%v, %v", all, err)
	}
}

func TestADraftThatCannotBeReadSaysSo(t *testing.T) {
	s, ctx := open(t), context.Background()
	if err := s.book.Keep(ctx, calling.DraftKey(maija), []byte("{")); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.desk.Draft(ctx, maija); app.CodeOf(err) != app.CodeDamaged {
		t.Errorf("%v", err)
	}
}
