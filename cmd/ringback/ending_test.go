package main

import (
	"testing"

	"ringback.app/data/single"
)

func TestTheProgramEndsWithItsWindowThoughTheLoopOfTheWindowsDoesNot(t *testing.T) {
	home := t.TempDir()
	s := newSessionIn(t, home)
	d := newShopDesk(t, s)
	var codes []int
	exit := func(code int) { codes = append(codes, code) }
	if d.endIfStuck(); len(codes) != 0 {
		t.Fatal("the program ended though its window is open")
	}
	d.window.Close()
	d.ending.exit = exit // only now: nothing shall go off later
	if err := single.Raise(t.Context(), s.places.sockets(), d.book); err == nil {
		t.Error("another copy is told that a window came that has closed")
	}
	if d.endIfStuck(); len(codes) != 1 || codes[0] != exitDone {
		t.Fatalf("ended with %v", codes)
	}
	s.shop = nil
	again := newSessionIn(t, home)
	if _, err := again.book(toWrite); err != nil {
		t.Errorf("the book is still locked: %v", err)
	}
	d.ending.over.Store(true)
	if d.endIfStuck(); len(codes) != 1 {
		t.Error("the program ended though the loop has returned")
	}
}
