package archive_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
)

func TestWhatWasDecidedOfCustomersComesBack(t *testing.T) {
	ann, bo := app.Customer{ID: id(1), Name: app.Name{Full: "Ann Lee"}}, app.Customer{ID: id(2)}
	was := app.Customer{ID: id(3), Name: app.Name{Full: "A. Lee"}, Phones: []app.Phone{{Typed: "040 123"}}}
	want := []app.Record{ann, bo, archive.TwoPeople{A: id(1), B: id(2)}, archive.Settled{Before: was, After: ann}}
	text := write(t, want...)
	got, err := read(text)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !strings.HasSuffix(text, `,"two_people":1,"settled":1}`+"\n") {
		t.Errorf("they are not counted: %s", text)
	}
	for name, tt := range map[string]struct {
		record app.Record
		key    string
	}{
		"two of whom one is nobody":    {archive.TwoPeople{A: id(1), B: id(9)}, "error.archive.ownerless"},
		"one person as two":            {archive.TwoPeople{A: id(1), B: id(1)}, "error.archive.line"},
		"who became nobody":            {archive.Settled{Before: was, After: app.Customer{ID: id(9)}}, "error.archive.ownerless"},
		"nobody who became somebody":   {archive.Settled{After: ann}, "error.archive.line"},
		"more telephones than anybody": {archive.Settled{Before: app.Customer{ID: id(3), Phones: make([]app.Phone, 1001)}, After: ann}, "error.archive.line"},
	} {
		var refused *app.Error
		if _, err := read(write(t, ann, bo, tt.record)); !errors.As(err, &refused) || refused.Key != tt.key {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestALineThatWasKeptIsOneRecordAndNoMore(t *testing.T) {
	want := archive.Settled{Before: app.Customer{ID: id(3), Name: app.Name{Full: "A. Lee"}}, After: app.Customer{ID: id(1), Name: app.Name{Full: "Ann Lee"}}}
	line, err := archive.Line(want)
	if err != nil {
		t.Fatal(err)
	}
	for after, whole := range map[string]bool{"": true, "\n": true, " ": true, "}": false, "]": false, "{}": false, "x": false} {
		got, err := archive.ParseSettled(append(slices.Clip(line), after...))
		if (err == nil) != whole || whole && !cmp.Equal(got, want) {
			t.Errorf("with %q behind it: %+v, %v", after, got, err)
		}
	}
}
