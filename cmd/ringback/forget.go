package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/backups"
	"ringback.app/data"
)

// forgetCommand erases a customer so that they stay erased.
type forgetCommand struct {
	ID string `arg:"" name:"id"`
	By byName `placeholder:"NAME"`
}

type forgottenFields struct {
	ID     app.ID   `json:"id"`
	Copies []string `json:"copies"` // that may still hold them
}

func (c *forgetCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	who, err := s.who(book, c.ID)
	if err != nil {
		return err
	}
	if err := book.Forget(s.ctx, who.ID, string(c.By)); err != nil {
		return err
	}
	// What is begun is not left half done: who interrupts now does so too late.
	if err := s.renewCopies(context.WithoutCancel(s.ctx), book); err != nil {
		return &app.Error{
			Code: app.CodeOf(err), Key: "error.command.forget-copies", Err: err,
			Args: app.Args{
				"Name": s.voice.Called(who), "Folder": backups.Folder(book.Path()), "Problem": s.voice.Error(err),
			},
		}
	}
	left := s.otherCopies(book)
	if s.asJSON {
		s.out.json(forgottenFields{who.ID, left})
		return nil
	}
	s.out.line(s.say("command.forget.done", app.Args{"Name": s.voice.Called(who)}))
	if len(left) > 0 {
		s.out.line(s.say("command.forget.left", nil))
	}
	for _, path := range left {
		s.out.line(path)
	}
	return nil
}

// otherCopies names the files beside the book that may be copies of it and are not
// Ringback's to throw away: what restore set aside, and what somebody put among
// the copies under a name of their own.
func (s *session) otherCopies(book *data.Book) []string {
	left := []string{}
	add := func(folder string, such func(name string) bool) {
		files, err := os.ReadDir(folder)
		if err != nil {
			return // who may not look is not told
		}
		for _, f := range files {
			path := filepath.Join(folder, f.Name())
			if !f.Type().IsRegular() || !such(f.Name()) {
				continue
			}
			if another, err := book.Another(s.ctx, path); err == nil && !another {
				left = append(left, path)
			}
		}
	}
	folder, name := filepath.Split(book.Path())
	add(folder, func(file string) bool { return strings.HasPrefix(file, name+".replaced-") })
	copies, _ := backups.List(backups.Folder(book.Path()))
	add(backups.Folder(book.Path()), func(file string) bool {
		return !slices.ContainsFunc(copies, func(c backups.Copy) bool { return filepath.Base(c.Path) == file })
	})
	return left
}

// renewCopies replaces the copies that Ringback made by itself if they still hold
// somebody who was forgotten. Those that were made since stay: a book that was
// put back from one of them lacks what they hold.
func (s *session) renewCopies(ctx context.Context, book *data.Book) error {
	if due, err := book.CopiesToRenew(ctx); err != nil || !due {
		return err
	}
	copies, err := backups.List(backups.Folder(book.Path()))
	if err != nil {
		return err
	}
	old := slices.ContainsFunc(copies, func(c backups.Copy) bool {
		holds, failed := book.HoldsForgotten(ctx, c.Path)
		err = failed
		return holds || failed != nil
	})
	if err == nil && old {
		err = s.shelf(book).Renew(ctx)
	}
	if err != nil {
		return err
	}
	return book.CopiesRenewed(ctx)
}
