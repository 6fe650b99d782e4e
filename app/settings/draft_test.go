package settings_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/settings"
)

func TestADraftIsKeptUntilItIsSaved(t *testing.T) {
	b, d := desk(t)
	if _, ok, err := d.Draft(t.Context()); ok || err != nil {
		t.Fatalf("a draft before anything was typed: %v", err)
	}
	was := form(t, d)
	typed := was
	typed.Shop = "Care & Co"
	if err := d.KeepDraft(t.Context(), settings.Draft{Was: was, Typed: typed}); err != nil {
		t.Fatal(err)
	}
	got, ok, err := d.Draft(t.Context())
	if !ok || err != nil || !got.Saved.Equal(now) {
		t.Fatal(ok, err, got.Saved)
	}
	if diff := cmp.Diff(typed, got.Over(form(t, d))); diff != "" {
		t.Error(diff)
	}
	typed.Draft = settings.DraftKey
	if _, err := d.Save(t.Context(), typed, ""); err != nil || b.batches[0].Draft != settings.DraftKey {
		t.Errorf("the batch drops %q, %v", b.batches[0].Draft, err)
	}
	if err := d.DropDraft(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := d.Draft(t.Context()); ok || err != nil {
		t.Error("a draft that was dropped is there:", err)
	}
}

func TestADraftThatCannotBeReadIsDamaged(t *testing.T) {
	b, d := desk(t)
	b.kept[settings.DraftKey] = []byte("{")
	if _, _, err := d.Draft(t.Context()); app.CodeOf(err) != app.CodeDamaged || english(t).Error(err) == "" {
		t.Errorf("%v", err)
	}
}

func TestADraftLeavesWhatWasNotTouchedAsThePlanHasIt(t *testing.T) {
	_, d := desk(t)
	was := form(t, d)
	for name, touch := range map[string]func(f *settings.Form, by string){
		"a line":        func(f *settings.Form, by string) { f.Shop = by },
		"hours":         func(f *settings.Form, by string) { f.Open[2] = by },
		"a rest":        func(f *settings.Form, by string) { f.Recycle[app.Busy] = by },
		"a list":        func(f *settings.Form, by string) { f.ItemTags = []settings.ItemTagField{{Tag: by}} },
		"calling days":  func(f *settings.Form, by string) { f.CallingDays = app.Weekdays(len(by)) },
		"all standards": func(f *settings.Form, by string) { f.Standards = nil },
	} {
		t.Run(name, func(t *testing.T) {
			typed, now := form(t, d), form(t, d)
			touch(&typed, "the draft")
			now.Owner, now.Open[3], now.Recycle[app.NoAnswer] = "Ann", "10–12", "9"
			got := settings.Draft{Was: was, Typed: typed}.Over(now)
			want := now
			want.Recycle = map[app.Disposition]string{}
			for outcome, days := range now.Recycle {
				want.Recycle[outcome] = days
			}
			touch(&want, "the draft")
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if reflect.DeepEqual(now, got) {
				t.Error("the plan itself was changed")
			}
			again := now
			if touch(&again, "another"); name != "all standards" {
				if diff := cmp.Diff(want, (settings.Draft{Was: was, Typed: typed}).Over(again)); diff != "" {
					t.Error("what both touched is not as it was typed:", diff)
				}
			}
		})
	}
}
