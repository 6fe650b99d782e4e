package data_test

import (
	"runtime"
	"sync"
	"testing"

	"ringback.app/app"
)

// What is typed while somebody else writes, an import for one, is found at once: whoever
// leaves a form and goes on with it has all of it before them.
func TestWhatIsKeptWhileOthersWriteIsFoundAtOnce(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	const key = "draft.a"
	s.keep(t, key, "old")
	var typing sync.WaitGroup
	_, err := s.Act(t.Context(), func() (app.Batch, error) {
		for _, text := range []string{"new", "newer"} {
			typing.Go(func() {
				if err := s.Keep(t.Context(), key, []byte(text)); err != nil {
					t.Error(err)
				}
			})
			if !s.finds(t, key, text) {
				t.Errorf("%q is not found while others write", text)
			}
		}
		return app.Batch{Changes: []app.Change{app.Put(anna)}}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	typing.Wait()
	if value, err := s.Kept(t.Context(), key); err != nil || string(value) != "newer" {
		t.Errorf("%q, %v", value, err)
	}
	if held := s.Unkept(); len(held) != 0 {
		t.Errorf("%q are not on the disk", held)
	}
}

func TestADraftThatWaitedWhileItWentOnRecordDoesNotComeBack(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	const key = "draft.a"
	var typing sync.WaitGroup
	_, err := s.Act(t.Context(), func() (app.Batch, error) {
		typing.Go(func() {
			if err := s.Keep(t.Context(), key, []byte("late")); err != nil {
				t.Error(err)
			}
		})
		s.finds(t, key, "late")
		return app.Batch{Changes: []app.Change{app.Put(anna)}, Draft: key}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	typing.Wait()
	if value, err := s.Kept(t.Context(), key); err != nil || value != nil {
		t.Errorf("%q, %v", value, err)
	}
}

func (s *shop) keep(t *testing.T, key, text string) {
	t.Helper()
	if err := s.Keep(t.Context(), key, []byte(text)); err != nil {
		t.Fatal(err)
	}
}

// finds tells whether the text comes to be kept while others run.
func (s *shop) finds(t *testing.T, key, text string) bool {
	t.Helper()
	for range 100_000 {
		value, err := s.Kept(t.Context(), key)
		if err != nil {
			t.Error(err)
			return false
		}
		if string(value) == text {
			return true
		}
		runtime.Gosched()
	}
	return false
}
