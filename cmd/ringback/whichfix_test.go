package main_test

import (
	"crypto/rand"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/data"
)

func TestLogIsToldWhichOfSeveralFixesIsMeant(t *testing.T) {
	s := newShell(t)
	s.maija()
	var ids []string
	for _, wrong := range []string{"A door hangs", "It flickers"} {
		ids = append(ids, s.one("add", "opinion", "--customer", "12347", "--words", wrong, "--complaint")["complaint"].(string))
	}
	s.putRight(ids...)
	r := s.run("log", "12347", "--outcome", "talked", "--fix-worked", "yes")
	if r.code == 0 || !strings.Contains(r.complaint, "Say which of them") || !strings.Contains(r.complaint, ids[1]) {
		t.Errorf("%d, %s", r.code, r.complaint)
	}
	if r := s.run("log", "12347", "--outcome", "talked", "--which", "12347", "--fix-worked", "yes"); r.code != 2 {
		t.Errorf("%d, %s", r.code, r.complaint)
	}
	if logged := s.one("log", "12347", "--outcome", "talked", "--which", ids[1], "--fix-worked", "yes"); logged["complaint"] != ids[1] {
		t.Errorf("%v", logged)
	}
	if left := s.one("complaints"); left["id"] != ids[0] {
		t.Errorf("still open: %v", left)
	}
}

// putRight puts complaints right, as only the window does.
func (s *shell) putRight(ids ...string) {
	s.t.Helper()
	s.mend(ids, func(desk *complaints.Desk, complaint app.ID) error {
		_, err := desk.PutRight(s.t.Context(), complaint, nil, nil, "")
		return err
	})
}

// mend does something about complaints.
func (s *shell) mend(ids []string, how func(desk *complaints.Desk, complaint app.ID) error) {
	s.t.Helper()
	book, err := data.Open(s.t.Context(), s.book, data.Options{MustExist: true, Clock: func() time.Time { return now }})
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	clock := func() time.Time { return now }
	desk := complaints.New(book, clock, app.NewIDs(clock, rand.Reader))
	for _, id := range ids {
		complaint, err := app.ParseID(id)
		if err != nil {
			s.t.Fatal(err)
		}
		if err := how(desk, complaint); err != nil {
			s.t.Fatal(err)
		}
	}
}

func TestLogTakesAnswersAboutSeveralFixesAndSomethingElse(t *testing.T) {
	s := newShell(t)
	s.maija()
	var ids []string
	for _, wrong := range []string{"A door hangs", "It flickers"} {
		ids = append(ids, s.one("add", "opinion", "--customer", "12347", "--words", wrong, "--complaint")["complaint"].(string))
	}
	s.putRight(ids...)
	logged := s.one("log", "12347", "--outcome", "talked", "--said", "The door fell off, and the bill is wrong",
		"--fix-worked", ids[1]+"=yes,"+ids[0]+"=no", "--else", "The bill is wrong")
	if logged["complaint"] != ids[0] {
		t.Errorf("%v", logged)
	}
	open := s.run("complaints")
	for _, line := range []string{"A door hangs", "The bill is wrong"} {
		if !strings.Contains(open.out, line) {
			t.Errorf("%q is not among %s", line, open.out)
		}
	}
	if strings.Contains(open.out, "It flickers") {
		t.Errorf("still open: %s", open.out)
	}
}

func TestLogAsksWhetherItIsAboutWhatIsOpenOrSomethingNew(t *testing.T) {
	s := newShell(t)
	s.maija()
	lamp := s.one("add", "opinion", "--customer", "12347", "--words", "Lamp flickers", "--complaint", "--wish", "A new lamp")["complaint"].(string)
	chair := []string{"log", "12347", "--outcome", "talked", "--said", "Chair without legs", "--complaint", "--wish", "Four legs"}
	if r := s.run(chair...); r.code == 0 || !strings.Contains(r.complaint, lamp) || !strings.Contains(r.complaint, "something new") {
		t.Errorf("%d, %s", r.code, r.complaint)
	}
	if left := s.one("complaints"); left["wish"] != "A new lamp" {
		t.Errorf("%v", left)
	}
	if logged := s.one(append(chair, "--which", lamp)...); logged["complaint"] != lamp {
		t.Errorf("%v", logged)
	}
	if logged := s.one(append(chair, "--wrong", "Chair without legs")...); logged["complaint"] == lamp {
		t.Errorf("%v", logged)
	}
}

func TestLogDoesNotTakeWhatWasPutRightForSomethingNew(t *testing.T) {
	s := newShell(t)
	s.maija()
	lamp := s.one("add", "opinion", "--customer", "12347", "--words", "Lamp flickers", "--complaint")["complaint"].(string)
	s.putRight(lamp)
	again := []string{"log", "12347", "--outcome", "talked", "--which", lamp, "--said", "The new one flickers too", "--complaint", "--wish", "My money back"}
	r := s.run(again...)
	for _, part := range []string{"“Lamp flickers” was put right", "--fix-worked " + lamp + "=no", "--wrong"} {
		if r.code == 0 || !strings.Contains(r.complaint, part) {
			t.Errorf("%d, %s: want %q", r.code, r.complaint, part)
		}
	}
	if logged := s.one(append(again, "--fix-worked", lamp+"=no")...); logged["complaint"] != lamp {
		t.Errorf("%v", logged)
	}
}

func TestWhatTheySayOnceItIsOpenedAgainIsFound(t *testing.T) {
	s := newShell(t)
	s.maija()
	lamp := s.one("add", "opinion", "--customer", "12347", "--words", "Lamp flickers", "--complaint")["complaint"].(string)
	s.putRight(lamp)
	s.mend([]string{lamp}, func(desk *complaints.Desk, complaint app.ID) error {
		_, err := desk.Reopen(t.Context(), complaint, "Now it hums all night", app.FromVisit, "")
		return err
	})
	found := s.one("opinions", "hums night")
	if found["words"] != "Now it hums all night" || found["source"] != "visit" {
		t.Errorf("%v", found)
	}
	if found := s.one("customers", "hums"); found["name"] == "" {
		t.Errorf("%v", found)
	}
}
