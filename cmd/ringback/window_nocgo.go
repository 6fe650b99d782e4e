//go:build !cgo

package main

import (
	"fyne.io/fyne/v2"

	"ringback.app/app"
)

// driver says that this build has no window: drawing one takes a C compiler.
func (s *session) driver() (fyne.App, error) {
	return nil, &app.Error{Code: app.CodeNotFound, Key: "error.command.no-window"}
}
