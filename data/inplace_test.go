package data_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"

	"ringback.app/app"
	"ringback.app/data"
)

// taken are the ways in which a book's file is taken away while it is open.
var taken = map[string]func(t *testing.T, path string){
	"deleted": func(t *testing.T, path string) { must(t, os.Remove(path)) },
	"moved":   func(t *testing.T, path string) { must(t, os.Rename(path, path+".elsewhere")) },
	"replaced by another file": func(t *testing.T, path string) {
		must(t, os.WriteFile(path+".new", []byte("from another desk"), 0o600), os.Rename(path+".new", path))
	},
	"deleted with its folder": func(t *testing.T, path string) { must(t, os.RemoveAll(filepath.Dir(path))) },
	"moved with its folder": func(t *testing.T, path string) {
		must(t, os.Rename(filepath.Dir(path), filepath.Dir(path)+".elsewhere"))
	},
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestABookWhoseFileIsTakenAwayTakesNothingUntilItIsPutBack(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be taken away there")
	}
	for name, take := range taken {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			folder := filepath.Join(t.TempDir(), "shop")
			must(t, os.Mkdir(folder, 0o700))
			s := openShop(t, filepath.Join(folder, "shop.book"))
			anna, bo := s.customer("Anna Korhonen", "+358401234567"), s.customer("Bo Ek", "+358401234568")
			s.put(anna)
			must(t, s.InPlace())
			take(t, s.Path())
			if err := s.InPlace(); !app.IsBookGone(err) {
				t.Errorf("it is said to be in its place: %v", err)
			}
			batch := app.Batch{Act: app.ActAddCustomer, Changes: []app.Change{app.Put(bo)}}
			for what, do := range map[string]func() error{
				"a change":     func() error { _, err := s.Apply(ctx, batch); return err },
				"an undo":      func() error { _, err := s.Undo(ctx, app.ID{}, ""); return err },
				"a draft":      func() error { return s.Keep(ctx, "draft.a", []byte("begun")) },
				"a forgetting": func() error { return s.Forget(ctx, anna.ID, "") },
				"compacting":   func() error { return s.Compact(ctx) },
				"rebuilding":   func() error { return s.Rebuild(ctx) },
			} {
				if err := do(); !app.IsBookGone(err) {
					t.Errorf("%s: %v", what, err)
				}
			}
			if _, err := s.Customer(ctx, anna.ID); err != nil {
				t.Errorf("it cannot be read: %v", err)
			}
			if problems, err := s.Check(ctx); err != nil || len(problems) > 0 {
				t.Errorf("something is said to be wrong with it: %v, %v", problems, err)
			}
			said, err := s.PutBack(ctx, nil)
			must(t, err, s.InPlace())
			if _, err := s.Apply(ctx, batch); err != nil {
				t.Fatalf("put back, it takes nothing: %v", err)
			}
			must(t, s.Close())
			again := openShop(t, s.Path())
			mustBeWhole(t, again)
			for _, c := range []app.Customer{anna, bo} {
				if _, err := again.Customer(ctx, c.ID); err != nil {
					t.Errorf("%s: %v", c.Name.Full, err)
				}
			}
			if draft, err := again.Kept(ctx, "draft.a"); err != nil || string(draft) != "begun" {
				t.Errorf("of what was typed meanwhile there is %q, %v", draft, err)
			}
			aside, err := os.ReadFile(s.Path() + ".replaced-1")
			if (err == nil) != (said == s.Path()+".replaced-1") {
				t.Errorf("it says that %q was set aside", said)
			}
			if replaced := name == "replaced by another file"; replaced != (err == nil && string(aside) == "from another desk") {
				t.Errorf("set aside is %q, %v", aside, err)
			}
		})
	}
}

func TestABookWhoseFileIsTakenAwayWhileItIsWrittenTakesNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be taken away there")
	}
	for name, take := range taken {
		for what, write := range map[string]func(s *shop, c app.Customer, meanwhile func()) error{
			"a change": func(s *shop, c app.Customer, meanwhile func()) error {
				_, err := s.Apply(t.Context(), app.Batch{
					Act: app.ActAddCustomer, Changes: []app.Change{app.Put(c)}, Progress: func(float64) { meanwhile() },
				})
				return err
			},
			"compacting": func(s *shop, _ app.Customer, meanwhile func()) error {
				return data.CompactWhile(t.Context(), s.Book, meanwhile)
			},
		} {
			t.Run(name+", during "+what, func(t *testing.T) {
				folder := filepath.Join(t.TempDir(), "shop")
				must(t, os.Mkdir(folder, 0o700))
				s := openShop(t, filepath.Join(folder, "shop.book"))
				anna := s.customer("Anna Korhonen", "+358401234567")
				var once sync.Once
				meanwhile := func() { once.Do(func() { take(t, s.Path()) }) }
				if err := write(s, anna, meanwhile); !app.IsBookGone(err) {
					t.Errorf("written, it says %v", err)
				}
				if _, err := s.Customer(t.Context(), anna.ID); app.CodeOf(err) != app.CodeNotFound {
					t.Errorf("what was refused is there: %v", err)
				}
				if now, err := os.ReadFile(s.Path()); err == nil && string(now) != "from another desk" {
					t.Error("what took its place was written over")
				}
				_, err := s.PutBack(t.Context(), nil)
				must(t, err, write(s, anna, meanwhile))
				mustBeWhole(t, s)
			})
		}
	}
}

func TestABookInItsPlaceIsNotWrittenAnew(t *testing.T) {
	s := newShop(t)
	before, err := os.Stat(s.Path())
	must(t, err)
	_, err = s.PutBack(t.Context(), nil)
	must(t, err)
	must(t, s.Compact(t.Context()), s.InPlace()) // which does take its place
	_, err = s.PutBack(t.Context(), nil)
	must(t, err)
	if after, err := os.Stat(s.Path()); err != nil || os.SameFile(before, after) {
		t.Errorf("compacted, it is the same file, %v", err)
	}
}

func TestPuttingABookBackTellsHowFarItIs(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be taken away there")
	}
	s := newShop(t)
	must(t, os.Remove(s.Path()))
	var told []float64
	_, err := s.PutBack(t.Context(), func(part float64) { told = append(told, part) })
	must(t, err)
	if n := len(told); n < 3 || !slices.IsSorted(told) || told[0] <= 0 || told[0] > 0.5 || told[n-1] > 1 || told[n-1] < 0.8 {
		t.Errorf("it told %v", told)
	}
}

func TestABookThatIsOpenElsewhereIsNotPutAside(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be taken away there")
	}
	s := newShop(t)
	must(t, os.Remove(s.Path()))
	other := openShop(t, s.Path())
	if _, err := s.PutBack(t.Context(), nil); app.CodeOf(err) != app.CodeBusy {
		t.Errorf("put back over an open book: %v", err)
	}
	must(t, other.Close())
	_, err := s.PutBack(t.Context(), nil)
	must(t, err, s.InPlace())
}

func TestWhatTheFileDidNotTakeIsFoundAndWrittenLater(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be moved there")
	}
	s := newShop(t)
	ctx := t.Context()
	must(t, s.Keep(ctx, "draft.a", []byte("a")), s.Keep(ctx, "draft.b", []byte("b")))
	must(t, os.Rename(s.Path(), s.Path()+".elsewhere"))
	if s.Keep(ctx, "draft.b", []byte("more")) == nil || s.Keep(ctx, "draft.c", []byte("c")) == nil || s.Drop(ctx, "draft.a") == nil {
		t.Fatal("it was written")
	}
	look := func(b *data.Book) {
		t.Helper()
		keys, err := b.KeptKeys(ctx, "draft.")
		must(t, err)
		if len(keys) != 2 || keys[0] != "draft.b" || keys[1] != "draft.c" {
			t.Errorf("kept are %q", keys)
		}
		for key, want := range map[string]string{"draft.a": "", "draft.b": "more", "draft.c": "c"} {
			if value, err := b.Kept(ctx, key); err != nil || string(value) != want {
				t.Errorf("under %s is kept %q, %v; want %q", key, value, err, want)
			}
		}
	}
	look(s.Book)
	if err := s.KeepAgain(ctx); !app.IsBookGone(err) {
		t.Errorf("tried again: %v", err)
	}
	look(s.Book)
	must(t, os.Rename(s.Path()+".elsewhere", s.Path()), s.KeepAgain(ctx))
	if left := s.Unkept(); len(left) > 0 {
		t.Errorf("left are %q", left)
	}
	must(t, s.Close())
	look(openShop(t, s.Path()).Book)
}

func TestABookThatIsOpenedAnewIsNoOther(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be taken away there")
	}
	ctx := t.Context()
	s, other := newShop(t), newShop(t)
	anna, ida := s.customer("Anna Korhonen", "+358401234567"), other.customer("Ida Lind", "+358402234567")
	s.put(anna)
	other.put(ida)
	theirs := filepath.Join(t.TempDir(), "copy.book")
	must(t, other.Backup(ctx, theirs), os.Rename(s.Path(), s.Path()+".elsewhere"), os.Rename(theirs, s.Path()))
	whole, err := os.ReadFile(s.Path())
	must(t, err)
	for what, err := range map[string]error{
		"opening it after a commit that failed": data.Doubt(ctx, s.Book, s.ids.Next()),
		"reading":                               func() error { _, err := s.Customer(ctx, ida.ID); return err }(),
	} {
		if !app.IsBookOverwritten(err) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if s.Keep(ctx, "draft.a", []byte("begun")) == nil {
		t.Error("it was written into the other one")
	}
	must(t, s.Close())
	if now, err := os.ReadFile(s.Path()); err != nil || !bytes.Equal(now, whole) {
		t.Errorf("the other one is not as it was: %v", err)
	}

	s, again := newShop(t), filepath.Join(t.TempDir(), "copy.book")
	s.put(anna)
	must(t, s.Backup(ctx, again), os.Rename(again, s.Path()))
	if err := data.Doubt(ctx, s.Book, s.ids.Next()); app.IsBookOverwritten(err) {
		t.Errorf("a copy of its own: %v", err)
	}
	if _, err := s.Customer(ctx, anna.ID); err != nil {
		t.Error(err)
	}
}

func TestABookThatIsCopiedOverStaysAsItWasCopied(t *testing.T) {
	elsewhere := newShop(t)
	for n := range 40 {
		elsewhere.put(elsewhere.customer("Ida Lind", fmt.Sprintf("+3584022345%02d", n)))
	}
	for name, from := range map[string]func(t *testing.T, s *shop) *data.Book{
		"by an older copy":   func(_ *testing.T, s *shop) *data.Book { return s.Book },
		"by another book":    func(*testing.T, *shop) *data.Book { return elsewhere.Book },
		"by one of its size": func(t *testing.T, _ *shop) *data.Book { return newShop(t).Book },
	} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			s := newShop(t)
			anna, bo := s.customer("Anna Korhonen", "+358401234567"), s.customer("Bo Ek", "+358401234568")
			copied := s.Path() + ".copy"
			must(t, from(t, s).Backup(ctx, copied))
			s.put(anna)
			must(t, s.InPlace())
			whole, err := os.ReadFile(copied)
			must(t, err, os.WriteFile(s.Path(), whole, 0o600)) // into the same file
			if err := s.InPlace(); !app.IsBookOverwritten(err) {
				t.Errorf("asked, it says %v", err)
			}
			batch := app.Batch{Act: app.ActAddCustomer, Changes: []app.Change{app.Put(bo)}}
			for what, do := range map[string]func() error{
				"a change":        func() error { _, err := s.Apply(ctx, batch); return err },
				"a draft":         func() error { return s.Keep(ctx, "draft.a", []byte("begun")) },
				"compacting":      func() error { return s.Compact(ctx) },
				"putting it back": func() error { _, err := s.PutBack(ctx, nil); return err },
			} {
				if err := do(); !app.IsBookOverwritten(err) {
					t.Errorf("%s: %v", what, err)
				}
			}
			must(t, s.Close())
			if now, err := os.ReadFile(s.Path()); err != nil || !bytes.Equal(now, whole) {
				t.Errorf("it is not as it was copied: %v", err)
			}
		})
	}
}
