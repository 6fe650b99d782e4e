package data_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/data"
)

func TestBookOfTheFirstFormatIsTheSameBookAfterwards(t *testing.T) {
	s := newShop(t)
	ctx := t.Context()
	s.live()
	before, err := data.Dump(ctx, s.Book, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := data.ToFormat1(ctx, s.Book); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}

	again := openShop(t, s.Path())
	after, err := data.Dump(ctx, again.Book, true)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("the book differs:\n%s", diff)
	}
	if problems, err := again.Check(ctx); err != nil || len(problems) > 0 {
		t.Errorf("check: %+v, %v", problems, err)
	}
	if _, err := again.Undo(ctx, [16]byte{}, ""); err != nil {
		t.Errorf("undo what was done before: %v", err)
	}
}
