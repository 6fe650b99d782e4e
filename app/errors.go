package app

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Code tells a program what kind of error it met.
type Code string

// The codes. They are a promise to scripts and do not change meaning.
const (
	CodeInvalid   Code = "invalid"   // what was given cannot be taken
	CodeNotFound  Code = "not-found" // no such record, file or place
	CodeConflict  Code = "conflict"  // changed by somebody else meanwhile
	CodeBusy      Code = "busy"      // the book is open elsewhere
	CodeNewer     Code = "newer"     // written by a newer version
	CodeDamaged   Code = "damaged"   // the file is not whole, or not ours
	CodeStorage   Code = "storage"   // the disk or the folder refuses
	CodeCancelled Code = "cancelled" // stopped by the person
	CodeInternal  Code = "internal"  // our own fault
)

// Args fill the gaps of a sentence. Long numbers, an Act, a Moment and a CardProperty
// are put into words where an Error is.
type Args map[string]any

// Moment is when something was, to be told beside now; both in the shop's zone.
type Moment struct{ At, Now time.Time }

// CardProperty is a property of a card as vCard names it (RFC 6350, 6), to be told in
// the words of people.
type CardProperty string

// Goods are lines of a receipt, to be told in a sentence.
type Goods struct {
	Lines    []Line
	Currency string
}

// Error is an error with a code for programs and a sentence for a person. The
// sentence is kept as a key into the translations and what fills its gaps.
type Error struct {
	Code  Code
	Key   string
	Args  Args
	Field string // the field of a form it belongs to, if any
	Err   error  // what lies behind it, for the log
}

// Error writes a line for logs; a person is shown the sentence behind Key. Args
// may hold names and are left out.
func (e *Error) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Code, e.Key)
	if e.Field != "" {
		fmt.Fprintf(&b, " (%s)", e.Field)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

// Unwrap returns what lies behind the error.
func (e *Error) Unwrap() error { return e.Err }

// Invalid returns an Error with CodeInvalid.
func Invalid(key string, args Args) *Error {
	return &Error{Code: CodeInvalid, Key: key, Args: args}
}

// InvalidLine returns an Error with CodeInvalid about a line of a file, which Args
// has as Line.
func InvalidLine(key string, line int, args Args) *Error {
	if args == nil {
		args = Args{}
	}
	args["Line"] = line
	return Invalid(key, args)
}

// CodeOf returns the code of the error, or CodeInternal if it has none.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return CodeInternal
}

// IsBookDamaged tells whether the error is that part of the book cannot be read.
// A draft or somebody's file can be damaged, too, and cost nothing else.
func IsBookDamaged(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Code == CodeDamaged && strings.HasPrefix(e.Key, "error.book.")
}

// BookGone is the key of the error that the book's file is where its name leads no
// more.
const BookGone = "error.book.gone"

// IsBookGone tells whether the error is that the file of the open book was deleted,
// moved or replaced.
func IsBookGone(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Key == BookGone
}

// BookOverwritten is the key of the error that another file was copied into that of
// the open book.
const BookOverwritten = "error.book.overwritten"

// IsBookOverwritten tells whether the error is that another file was copied into that
// of the open book.
func IsBookOverwritten(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Key == BookOverwritten
}

// BookLost is the key of the error that a book is not there, though backups of it
// are.
const BookLost = "error.book.lost"

// IsBookLost tells whether the error is that a book is not there, though backups of
// it are, good ones or not.
func IsBookLost(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Key == BookLost
}

// FieldErrors are what is wrong with a form, by field.
type FieldErrors map[string]*Error

// Add notes what is wrong with a field; the first complaint about it stays.
func (f FieldErrors) Add(field, key string, args Args) {
	if _, ok := f[field]; !ok {
		f[field] = &Error{Code: CodeInvalid, Key: key, Args: args, Field: field}
	}
}

// Err returns the errors as one, or nil if there are none.
func (f FieldErrors) Err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

func (f FieldErrors) Error() string {
	lines := make([]string, 0, len(f))
	for _, e := range f.Unwrap() {
		lines = append(lines, e.Error())
	}
	return strings.Join(lines, "; ")
}

// Unwrap returns the errors in the order of their fields.
func (f FieldErrors) Unwrap() []error {
	errs := make([]error, 0, len(f))
	for _, field := range slices.Sorted(maps.Keys(f)) {
		errs = append(errs, f[field])
	}
	return errs
}
