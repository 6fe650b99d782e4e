package importingtest

import (
	"context"
	"errors"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
)

// ArgsOf returns the gaps of the error.
func ArgsOf(err error) app.Args {
	var e *app.Error
	errors.As(err, &e)
	return e.Args
}

// Cards returns a file of cards.
func Cards(lines ...string) importing.Source {
	return importing.Bytes("people.vcf", []byte(strings.Join(lines, "\r\n")+"\r\n"))
}

// Card returns a card of those lines.
func Card(lines ...string) string {
	return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD"
}

// Table returns a file of those lines.
func Table(lines ...string) importing.Source {
	return importing.Bytes("till.csv", []byte(strings.Join(lines, "\n")+"\n"))
}

// Look reads the files without writing.
func Look(t *testing.T, book *Shelf, o importing.Options, files ...importing.Source) *importing.Preview {
	t.Helper()
	p, err := importing.New(book, book.IDs).Read(context.Background(), files, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Take reads the files and writes what comes of them.
func Take(t *testing.T, book *Shelf, files ...importing.Source) *importing.Preview {
	t.Helper()
	p := Look(t, book, importing.Options{}, files...)
	if _, err := importing.New(book, book.IDs).Commit(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	return p
}

// Actions returns what comes of each item.
func Actions(p *importing.Preview) []importing.Action {
	var all []importing.Action
	for _, i := range p.Items {
		all = append(all, i.Action)
	}
	return all
}

// Problems returns the keys of all problems.
func Problems(p *importing.Preview) []string {
	var all []string
	for _, i := range p.Items {
		for _, e := range i.Problems {
			all = append(all, e.Key)
		}
	}
	return all
}

// KeyOf returns the key of the error.
func KeyOf(err error) string {
	var e *app.Error
	if errors.As(err, &e) {
		return e.Key
	}
	return ""
}

// ProblemKeys returns the keys of the problems of an item.
func ProblemKeys(item importing.Item) []string {
	var keys []string
	for _, p := range item.Problems {
		keys = append(keys, p.Key)
	}
	return keys
}

// AsError returns the error that a person is told.
func AsError(err error) *app.Error {
	var e *app.Error
	if errors.As(err, &e) {
		return e
	}
	return nil
}
