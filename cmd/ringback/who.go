package main

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/texts"
	"ringback.app/data"
)

// who finds the customer that was named on the command line: by the ID that
// Ringback gave, or by the shop's own number for them, with or without a #. It
// returns an Error with CodeNotFound if there is none, and with CodeInvalid if
// several have the number.
func (s *session) who(book *data.Book, named string) (app.Customer, error) {
	if id, err := app.ParseID(named); err == nil {
		return book.Customer(s.ctx, id)
	}
	number := strings.TrimPrefix(strings.TrimSpace(named), "#")
	var found []app.ID
	err := book.Match(s.ctx, func(known importing.Known) (err error) {
		found, err = known.ByReference(app.ReferenceShop, number)
		return err
	})
	switch {
	case err != nil:
		return app.Customer{}, err
	case number == "" || len(found) == 0:
		return app.Customer{}, &app.Error{Code: app.CodeNotFound, Key: "error.command.nobody", Args: app.Args{"Text": named}}
	case len(found) > 1:
		return app.Customer{}, &app.Error{Code: app.CodeInvalid, Key: "error.command.several", Args: app.Args{"Number": number}}
	}
	return book.Customer(s.ctx, found[0])
}

// byName is who does something, as --by tells it, made fit to be kept.
type byName string

// UnmarshalText never fails.
func (n *byName) UnmarshalText(text []byte) error {
	*n = byName(texts.OneLine(string(text)))
	return nil
}
