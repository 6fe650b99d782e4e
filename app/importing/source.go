package importing

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
	"ringback.app/app/importing/charsets"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/vcards"
	"ringback.app/app/importing/workbooks"
	"ringback.app/app/importing/written"
)

// Source is a file to import. It may be opened more than once.
type Source struct {
	Name string // as the person knows it
	Size int64  // in bytes; 0 if not known
	Open func() (io.ReadCloser, error)

	Told                   // of this file, before what the Options say of all
	Inside map[string]Told // of the files in an archive, by File.Inside, before what is said of the archive
}

// Told is what the person says of a file.
type Told struct {
	Charset   string
	Delimiter byte // of a table; 0: found out
	Map       []columns.Mapping
	LeaveOut  bool // nothing of it shall be read
}

// Tell changes what is said of a file in an archive, or of the file itself where
// inside is "". What a copy of the Source says stays as it is.
func (s *Source) Tell(inside string, change func(*Told)) {
	if inside == "" {
		change(&s.Told)
		return
	}
	told := s.Inside[inside]
	change(&told)
	s.Inside = maps.Clone(s.Inside)
	if s.Inside == nil {
		s.Inside = make(map[string]Told)
	}
	s.Inside[inside] = told
}

// of returns the options as they are for that file.
func (o Options) of(s Source) Options {
	if s.Charset != "" {
		o.Charset = s.Charset
	}
	if s.Delimiter != 0 {
		o.Delimiter = s.Delimiter
	}
	if len(s.Map) == 0 {
		return o
	}
	all := slices.Clone(s.Map)
	for _, m := range o.Map {
		if !slices.ContainsFunc(s.Map, func(own columns.Mapping) bool { return written.Plain(own.Column) == written.Plain(m.Column) }) {
			all = append(all, m)
		}
	}
	o.Map = all
	return o
}

// Path returns the file at the path. What is wrong with it is found out when it
// is read.
func Path(path string) Source {
	s := Source{Name: path, Open: func() (io.ReadCloser, error) { return openFile(path) }}
	if info, err := os.Stat(path); err == nil {
		s.Size = info.Size()
	}
	return s
}

// openFile opens a file or a folder, and nothing that would have the program wait
// for what comes out of it, or that is gone once it was read.
func openFile(path string) (io.ReadCloser, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if mode := info.Mode(); !mode.IsRegular() && !mode.IsDir() {
		return nil, app.Invalid("error.import.no-file", app.Args{"File": filepath.Base(path)})
	}
	return os.Open(path)
}

// Bytes returns a file that is at hand already.
func Bytes(name string, content []byte) Source {
	return Source{Name: name, Size: int64(len(content)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(content)), nil
	}}
}

// Kind is what a file holds, by what is in it and not by its name.
type Kind string

// The kinds of file.
const (
	KindCards     Kind = "contacts"
	KindPurchases Kind = "purchases"
	KindOpinions  Kind = "opinions"

	KindFile Kind = "file" // of an Item: a file, a sheet, or a file in an archive, that was left out whole

	// What a whole book holds beside these.
	KindBook       Kind = "book"
	KindPlan       Kind = "plan"
	KindCalls      Kind = "calls"
	KindComplaints Kind = "complaints"
)

// maxFile is the largest file that is read; a book of that size would not fit on
// the desktops that Ringback runs on.
const maxFile = 4 << 30

// look is what the first bytes of a file tell.
type look struct {
	kind Kind
	columns.Table
	sheet     *workbooks.Sheet // of a workbook
	sheetName string           // where the workbook has several
	hidden    Hidden           // of the sheet
}

// isTable tells whether it has columns.
func (l look) isTable() bool { return l.Header != nil }

// examine finds out what a file is. It returns an Error with CodeNotFound or
// CodeStorage if it cannot be read, and with CodeInvalid if it is nothing that
// can be imported.
func examine(ctx context.Context, s Source, o opening) (look, error) {
	charset, args := o.Charset, app.Args{"File": s.label()}
	if s.Size > maxFile {
		return look{}, app.Invalid("error.import.large", args)
	}
	sample, err := s.sample(charsets.SampleSize)
	if err != nil {
		return look{}, s.failed(err)
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(sample, []byte("\ufeff")))) == 0 {
		return look{}, app.Invalid("error.import.empty", args)
	}
	if charset == "" {
		if charset, err = s.guessCharset(ctx); err != nil {
			return look{}, s.failed(err)
		}
	} else if _, err := charsets.Find(charset); err != nil {
		return look{}, err
	}
	text := sample
	if charsets.IsWide(charset) {
		if text, err = decodeSample(sample, charset); err != nil {
			return look{}, err
		}
	}
	switch {
	case archive.IsArchive(text):
		return look{kind: KindBook, Table: columns.Table{Title: s.label(), Charset: "utf-8"}}, nil
	case vcards.IsCards(text):
		return look{kind: KindCards, Table: columns.Table{Title: s.label(), Charset: charset}}, nil
	case isQRText(text):
		return look{}, app.Invalid("error.import.qr-text", args)
	case isMarkup(text):
		return look{}, app.Invalid("error.import.markup", args)
	case isBinary(text):
		return look{}, app.Invalid("error.import.binary", args)
	case isJSON(text):
		return look{}, app.Invalid("error.import.json", args)
	}
	delimiter := o.Delimiter
	if delimiter == 0 {
		delimiter = tables.Delimiter(text)
	}
	if delimiter == 0 {
		return look{}, app.Invalid("error.import.neither", args)
	}
	return look{Table: columns.Table{Title: s.label(), Charset: charset, Delimiter: delimiter}}.ofTable(s, o, sample)
}

// ofTable finds out what a table is of, by its first bytes.
func (l look) ofTable(s Source, o opening, sample []byte) (_ look, err error) {
	l.kind = KindPurchases
	if err := l.readHeader(sample); errors.Is(err, io.EOF) {
		return l, app.Invalid("error.import.neither", app.Args{"File": s.label()})
	} else if err != nil {
		return l, err
	}
	if l.Maps, err = columns.MapsFor(l.Table, o.Map, o.recall); err != nil {
		return l, err
	}
	if err := l.IsOurs(); err != nil {
		return l, err
	}
	l.kind = l.kindOfTable()
	return l, nil
}

// kindOfTable is what a table is of, by its columns.
func (l look) kindOfTable() Kind {
	if _, ok := columns.ReadContacts(l.Table); ok && !l.AreOpinionsOfPeople() {
		return KindCards
	}
	if l.IsOpinions() {
		return KindOpinions
	}
	return KindPurchases
}

// readHeader takes the first rows out of the first bytes of a table.
func (l *look) readHeader(sample []byte) error {
	t, err := tables.NewReader(bytes.NewReader(sample), l.Charset, l.Delimiter)
	if err != nil {
		return err
	}
	_, err = l.Begin(t)
	return err
}

func decodeSample(sample []byte, charset string) ([]byte, error) {
	r, err := charsets.NewReader(bytes.NewReader(sample), charset)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("decode the first bytes: %w", err)
	}
	return text, nil
}

// sample returns the first bytes of the file, at most so many.
func (s Source) sample(most int64) ([]byte, error) {
	f, err := s.Open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most))
}

// guessCharset guesses it by the whole file if it must.
func (s Source) guessCharset(ctx context.Context) (string, error) {
	f, err := s.Open()
	if err != nil {
		return "", err
	}
	defer f.Close()
	return charsets.GuessAll(&counting{ctx: ctx, r: f, n: new(atomic.Int64)})
}

// label is the file's name without its folders.
func (s Source) label() string { return filepath.Base(filepath.FromSlash(s.Name)) }

// failed tells a person why a file could not be read.
func (s Source) failed(err error) error {
	var ours *app.Error
	if errors.As(err, &ours) {
		return err
	}
	e := &app.Error{Code: app.CodeStorage, Key: "error.import.unreadable", Args: app.Args{"File": s.label()}, Err: err}
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		e.Code, e.Key = app.CodeCancelled, "error.import.cancelled"
	case errors.Is(err, fs.ErrNotExist):
		e.Code, e.Key = app.CodeNotFound, "error.import.missing"
		e.Args = app.Args{"File": s.Name} // its folder may be what is wrong
	case errors.Is(err, fs.ErrPermission):
		e.Key = "error.import.permission"
	case isFolder(s.Name):
		e.Code, e.Key = app.CodeInvalid, "error.import.folder"
	}
	return e
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// isJSON tells whether it is JSON, of which only a whole book is read.
func isJSON(sample []byte) bool {
	text := bytes.TrimSpace(bytes.TrimPrefix(sample, []byte("\ufeff")))
	if len(text) < 2 || text[0] != '{' && text[0] != '[' {
		return false
	}
	inside := bytes.TrimSpace(text[1:])
	return len(inside) > 0 && (inside[0] == '"' || text[0] == '[' && inside[0] == '{')
}

// isQRText tells whether it is what stands in a QR code of somebody: MECARD, which
// telephones read off cards.
func isQRText(text []byte) bool {
	return bytes.HasPrefix(bytes.ToUpper(bytes.TrimSpace(bytes.TrimPrefix(text[:min(len(text), 64)], []byte("\ufeff")))), []byte("MECARD:"))
}

// isMarkup tells whether it is a page of HTML or XML, which some programs write
// under the name of an Excel workbook.
func isMarkup(text []byte) bool {
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(text[:min(len(text), 256)], []byte("\ufeff"))))
	return slices.ContainsFunc([]string{"<!doctype html", "<html", "<head", "<meta", "<style", "<table", "<?xml"}, func(tag string) bool {
		return bytes.HasPrefix(start, []byte(tag))
	})
}

// isBinary tells whether it is no text: it has NULs, or many of the control
// characters that text does not have.
func isBinary(sample []byte) bool {
	sample = sample[:min(len(sample), 8<<10)]
	control := 0
	for _, b := range sample {
		if b < ' ' && !strings.ContainsRune("\t\n\r\f\x1b", rune(b)) {
			control++
		}
	}
	const few = 2 // that a text may have by mistake
	return control > few && control*50 > len(sample)
}
