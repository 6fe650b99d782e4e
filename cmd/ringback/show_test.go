package main_test

import (
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/data"
)

func TestShowSaysWhenSomebodyLikesToBeCalledAndWhatWasNotedOfThem(t *testing.T) {
	s := newShell(t)
	id, err := app.ParseID(s.maija())
	if err != nil {
		t.Fatal(err)
	}
	book, err := data.Open(t.Context(), s.book, data.Options{MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	who, err := book.Customer(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	who.BestTime, who.Notes = app.BestTime{From: 18 * 60}, "Not on Sundays."
	_, err = book.Apply(t.Context(), app.Batch{Act: app.ActEditCustomer, Changes: []app.Change{app.Put(who)}})
	if closeErr := book.Close(); err != nil || closeErr != nil {
		t.Fatal(err, closeErr)
	}
	text := s.must("show", id.String())
	for _, part := range []string{"after 18:00", "Not on Sundays."} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in\n%s", part, text)
		}
	}
}
