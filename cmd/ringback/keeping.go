package main

import (
	"errors"
	"os"

	"ringback.app/app"
	"ringback.app/data"
)

// What a check says that found something: that the book need only be rebuilt, or that
// nothing but a backup helps.
const (
	problemsFound = "error.command.problems"
	recordsFaulty = "error.command.problems.records"
)

// checkCommand looks whether the book is whole.
type checkCommand struct {
	Rebuild bool
}

type checkFields struct {
	OK       bool     `json:"ok"`
	Problems []string `json:"problems"`
}

func (c *checkCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	if c.Rebuild {
		if err := book.Rebuild(s.ctx); err != nil {
			return err
		}
	}
	found, err := book.Check(s.ctx)
	if err != nil {
		return err
	}
	problems, why := []string{}, problemsFound
	for _, p := range found {
		problems = append(problems, s.say(p.Key, p.Args))
		if !p.IsDerived() {
			why = recordsFaulty
		}
	}
	if s.asJSON {
		s.out.json(checkFields{OK: len(problems) == 0, Problems: problems})
	} else {
		for _, problem := range problems {
			s.out.line(problem)
		}
	}
	if len(problems) > 0 {
		return &app.Error{Code: app.CodeDamaged, Key: why, Args: app.Args{"Path": book.Path()}}
	}
	if !s.asJSON {
		s.out.line(s.say("command.check.done", nil))
	}
	return nil
}

// compactCommand gives back the room that nothing uses any more.
type compactCommand struct{}

type compactFields struct {
	Before int64 `json:"before"`
	After  int64 `json:"after"`
}

func (c *compactCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	before := sizeOf(book.Path())
	if err := book.Compact(s.ctx); err != nil {
		return err
	}
	after := sizeOf(book.Path())
	if s.asJSON {
		s.out.json(compactFields{before, after})
		return nil
	}
	s.out.line(s.say("command.compact.done", app.Args{"Before": s.kilobytes(before), "After": s.kilobytes(after)}))
	return nil
}

// backupCommand writes a checked copy of the book.
type backupCommand struct {
	File string `arg:""`
}

type backupFields struct {
	File  string `json:"file"`
	Bytes int64  `json:"bytes"`
}

func (c *backupCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	if err := book.Backup(s.ctx, c.File); err != nil {
		return err
	}
	size := sizeOf(c.File)
	if s.asJSON {
		s.out.json(backupFields{c.File, size})
		return nil
	}
	s.out.line(s.say("command.backup.done", app.Args{"File": c.File, "Size": s.kilobytes(size)}))
	return nil
}

// restoreCommand puts a backup in the place of the book.
type restoreCommand struct {
	File string `arg:""`
}

type restoreFields struct {
	Book string `json:"book"`
	File string `json:"file"`
}

func (c *restoreCommand) run(s *session) error {
	path, err := s.bookPath()
	if err != nil {
		return err
	}
	if err := data.Restore(s.ctx, c.File, path); err != nil {
		return asBackup(err)
	}
	if s.asJSON {
		s.out.json(restoreFields{Book: path, File: c.File})
		return nil
	}
	s.out.line(s.say("command.restore.done", app.Args{"File": c.File, "Path": path}))
	return nil
}

// asBackup says of a file that is no book that it is no backup: what else is said
// of one advises to restore, which this was.
func asBackup(err error) error {
	var e *app.Error
	if !errors.As(err, &e) || e.Key != "error.book.not-a-book" {
		return err
	}
	return &app.Error{Code: e.Code, Key: "error.command.not-a-backup", Args: e.Args, Err: err}
}

// sizeOf is the size of a file in bytes, 0 if it cannot be told.
func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// kilobytes writes a size in whole kilobytes, for people.
func (s *session) kilobytes(bytes int64) string { return s.voice.Number((bytes + 999) / 1000) }
