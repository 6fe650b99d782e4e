package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/rs/zerolog"

	"ringback.app/app"
	"ringback.app/app/settings"
	"ringback.app/app/when"
	"ringback.app/app/wording"
	"ringback.app/assets"
	"ringback.app/data"
)

// session is one run of the program: what the commands work with.
type session struct {
	ctx     context.Context
	main    *Main
	places  places
	voice   *wording.Voice
	out     *paper
	ids     *app.IDs
	log     zerolog.Logger
	logFile *logFile

	asJSON  bool
	at      moment    // --at
	started time.Time // when the window was opened: from then on the time of --at runs
	named   string    // the book that was named, "" for the usual one
	typed   bool      // it was named on the command line
	shop    *data.Book
	changed atomic.Bool    // the book, in this run
	zone    *time.Location // the shop's, once the book is open
}

func newSession(ctx context.Context, m *Main) (*session, error) {
	sentences, err := wording.Load(assets.Translations())
	if err != nil {
		return nil, err
	}
	s := &session{
		ctx: ctx, main: m, places: newPlaces(m.Getenv), log: zerolog.Nop(),
		out: newPaper(m.Stdout, m.Columns), zone: time.Local,
	}
	s.voice = sentences.In(languageOf(s.locale("LC_MESSAGES")))
	s.ids = app.NewIDs(s.clock, rand.Reader)
	return s, nil
}

// run reads the command line and does what it says.
func (s *session) run(args []string) error {
	typed, err := s.parse(args)
	if err != nil || typed == nil {
		return cmp.Or(err, s.flush())
	}
	s.asJSON, s.at = typed.grammar.JSON, typed.grammar.At
	if typed.grammar.Book != nil {
		if s.named, s.typed = *typed.grammar.Book, true; s.named == "" {
			return usageError{&app.Error{Code: app.CodeInvalid, Key: "error.command.no-book-name"}}
		}
	} else {
		s.named = s.main.Getenv("RINGBACK_BOOK")
	}
	level, err := s.logLevel(typed.grammar.LogLevel)
	if err != nil {
		return err
	}
	if typed.grammar.Version {
		s.out.line(s.say("command.version", app.Args{"Version": version}))
		return s.out.flush()
	}
	s.startLog(level)
	err = typed.run(s)
	return cmp.Or(err, s.flush()) // what was found out before an error counts, too
}

// flush writes out what is left. Where that fails, it tells whoever has changed the
// book that this need not be done again.
func (s *session) flush() error {
	err := s.out.flush()
	if err != nil && s.changed.Load() {
		return &app.Error{Code: app.CodeStorage, Key: "error.command.print.done", Err: err}
	}
	return err
}

func (s *session) close() error {
	var errs []error
	if s.shop != nil {
		errs = append(errs, s.shop.Close())
	}
	if s.logFile != nil {
		errs = append(errs, s.logFile.Close())
	}
	return errors.Join(errs...)
}

// clock is the machine's, or stands still at the time of --at, but for a window:
// a day is its noon in the shop.
func (s *session) clock() time.Time {
	if s.at.isZero() {
		return s.main.Clock()
	}
	at := s.at.in(s.zone)
	if s.started.IsZero() {
		return at
	}
	return at.Add(s.main.Clock().Sub(s.started))
}

// now is the clock of the shop's wall.
func (s *session) now() time.Time { return s.clock().In(s.zone) }

func (s *session) today() app.Day { return app.DayOf(s.now()) }

func (s *session) say(key string, args app.Args) string { return s.voice.Say(key, args) }

// The ways to open a book.
type opening uint8

const (
	toRead  opening = iota // a book that was named must be there
	toWrite                // a new one is made, unless backups of one are there
	anew                   // a new one is made
)

// book opens the book, once.
func (s *session) book(how opening) (*data.Book, error) {
	if s.shop != nil {
		return s.shop, nil
	}
	path, err := s.bookPath()
	if err != nil {
		return nil, err
	}
	shop, err := s.openBook(path, how)
	if err != nil {
		return nil, err
	}
	plan, err := shop.Plan(s.ctx)
	if err != nil {
		return nil, errors.Join(err, shop.Close())
	}
	last, err := shop.Batches(s.ctx, 1)
	if err != nil {
		return nil, errors.Join(err, shop.Close())
	}
	if len(last) > 0 {
		s.ids.After(last[0].ID)
	}
	s.shop, s.zone = shop, plan.Location()
	shop.Subscribe(func(app.Changed) { s.changed.Store(true) })
	// What a forgetting left to be done. That it cannot be is said in the log and
	// tried again the next time: the book is there to be worked with.
	if err := s.renewCopies(s.ctx, shop); err != nil {
		s.note(err)
	}
	return shop, nil
}

func (s *session) openBook(path string, how opening) (*data.Book, error) {
	shipped, err := settings.ParseCallingHours(assets.CallingHours())
	if err != nil {
		return nil, err
	}
	if err := s.lost(path); err != nil && how != anew {
		return nil, err
	}
	return data.Open(s.ctx, path, data.Options{
		Clock: s.clock, IDs: s.ids, Log: s.log,
		Plan:      settings.NewPlan(s.machine(), shipped.Hours, s.voice),
		MustExist: how == toRead && s.named != "",
	})
}

// bookPath returns where the book lies. The folder of the usual place is made;
// one that somebody names has to be there.
func (s *session) bookPath() (string, error) {
	if s.named != "" {
		return s.named, nil
	}
	path, err := s.places.book()
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", &app.Error{
			Code: app.CodeStorage, Key: "error.command.no-folder",
			Args: app.Args{"Folder": filepath.Dir(path)}, Err: err,
		}
	}
	return path, nil
}

// machine tells where this machine stands.
func (s *session) machine() settings.Machine {
	m := settings.Machine{Locales: []string{s.locale("LC_MONETARY")}, Zones: []string{s.main.Getenv("TZ")}}
	if zone, err := os.ReadFile("/etc/timezone"); err == nil {
		m.Zones = append(m.Zones, string(zone))
	}
	if link, err := os.Readlink("/etc/localtime"); err == nil {
		m.Zones = append(m.Zones, link)
	}
	return m
}

// locale returns the locale for that purpose, as POSIX orders them.
func (s *session) locale(purpose string) string {
	for _, variable := range []string{"LC_ALL", purpose, "LANG"} {
		if locale := s.main.Getenv(variable); locale != "" {
			return locale
		}
	}
	return ""
}

// languageOf returns the BCP 47 tag of a locale such as fi_FI.UTF-8.
func languageOf(locale string) string {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	if locale == "C" || locale == "POSIX" {
		return ""
	}
	return strings.ReplaceAll(locale, "_", "-")
}

func (s *session) words() *when.Words { return when.WordsOf(s.voice) }

func (s *session) order() when.Order { return when.OrderOf(s.locale("LC_TIME")) }

// typing is how the person at this machine types days and hours.
func (s *session) typing() when.Typing { return when.Typing{Words: s.words(), Order: s.order()} }

// reading is how days and hours of the command line are read. The book must be
// open.
func (s *session) reading(lean when.Lean) when.Options {
	return s.typing().Options(s.clock, s.zone, lean)
}

// day reads a day of the command line; none is the zero Day.
func (s *session) day(text string, lean when.Lean) (app.Day, error) {
	if text == "" {
		return 0, nil
	}
	return dayOf(text, s.reading(lean))
}

// lastDay reads the last day of a period that begins on that day; 0 where it has no
// beginning. None is the zero Day.
func (s *session) lastDay(text string, from app.Day) (app.Day, error) {
	if text == "" {
		return 0, nil
	}
	o := s.reading(when.Behind)
	o.Since = from
	return dayOf(text, o)
}

func dayOf(text string, o when.Options) (app.Day, error) {
	day, err := when.ParseDay(text, o)
	if err != nil {
		return 0, usageError{err}
	}
	return day, nil
}
