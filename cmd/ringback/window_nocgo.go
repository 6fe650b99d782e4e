//go:build !cgo

package main

import (
	"ringback.app/app"
	"ringback.app/data"
)

// openWindow says that this build has no window: drawing one takes a C compiler.
func (s *session) openWindow(*data.Book, error) error {
	return &app.Error{Code: app.CodeNotFound, Key: "error.command.no-window"}
}
