package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"time"

	"ringback.app/app"
	"ringback.app/app/backups"
	"ringback.app/data"
)

// shelf is where the copies of the book lie that are made without being asked.
// They go by the machine's clock, whatever --at says.
func (s *session) shelf(book *data.Book) *backups.Shelf {
	return backups.New(book, book.Path(), s.wall)
}

// wall is the machine's clock in the zone of the shop, whatever --at says.
func (s *session) wall() time.Time { return s.main.Clock().In(s.zone) }

// lastCopy returns the newest of those copies, whole or not, the zero Copy if there
// is none: to read one takes its time where the book is large.
func (s *session) lastCopy() backups.Copy {
	path, err := s.bookPath()
	if err != nil {
		return backups.Copy{}
	}
	there, err := backups.List(backups.Folder(path))
	if err != nil || len(there) == 0 {
		return backups.Copy{}
	}
	return there[0]
}

// lastGood returns the last good backup of the book that was asked for.
func (s *session) lastGood(ctx context.Context) (backups.Copy, bool) {
	path, err := s.bookPath()
	if err != nil {
		return backups.Copy{}, false
	}
	return backups.LastGood(ctx, path, data.Whole)
}

// lost returns an Error if there is no book at the path, though backups of one are
// beside it, be they good or not: whoever began a new book there would take all for
// lost.
func (s *session) lost(path string) error {
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	folder := backups.Folder(path)
	if there, err := backups.List(folder); err != nil || len(there) == 0 {
		return nil
	}
	args := app.Args{"Path": path, "Folder": folder}
	if last, found := backups.LastGood(s.ctx, path, data.Whole); found {
		args["Backup"], args["When"] = last.Path, s.voice.Moment(last.Taken, s.wall())
	} else {
		args["Damaged"] = true
	}
	return &app.Error{Code: app.CodeNotFound, Key: app.BookLost, Args: args}
}

// withBackup says that the book is damaged, and how to put its last good backup in
// its place; "" if that is not what is wrong, or it has none.
func (s *session) withBackup(err error) string {
	var known *app.Error
	if !errors.As(err, &known) || known.Code != app.CodeDamaged || known.Key == problemsFound {
		return ""
	}
	path, err := s.bookPath()
	if err != nil || !sameFile(known.Args["Path"], path) {
		return ""
	}
	last, found := s.lastGood(s.ctx)
	if !found {
		return ""
	}
	return s.say("error.command.backup", app.Args{
		"Path": path, "Backup": last.Path, "When": s.voice.Moment(last.Taken, s.wall()),
	})
}

// sameFile tells whether the file that an error names, if it names one, is the
// book: a backup can be damaged, too.
func sameFile(named any, book string) bool {
	if named == nil {
		return true
	}
	path, _ := named.(string)
	one, errOne := os.Stat(path)
	other, errOther := os.Stat(book)
	return errOne == nil && errOther == nil && os.SameFile(one, other)
}
