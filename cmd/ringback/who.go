package main

import (
	"reflect"
	"strings"

	"github.com/alecthomas/kong"

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

// Decode reads a name as any other text: a flag without one is wrong usage.
func (n *byName) Decode(ctx *kong.DecodeContext) error {
	var typed string
	if err := text(ctx, reflect.ValueOf(&typed).Elem()); err != nil {
		return err
	}
	*n = byName(texts.OneLine(typed))
	return nil
}
