package main

import (
	"context"
	"os/signal"
	"strings"
	"syscall"

	"ringback.app/app"
)

// outlive lets the window live on when the terminal is closed that it was
// started from, or when nobody reads any more what is printed there: of either
// of them a program ends without a word. What else ends it from outside is noted
// in the log until stop is called.
func (s *session) outlive() (stop func()) {
	signal.Ignore(syscall.SIGHUP, syscall.SIGPIPE)
	told := context.AfterFunc(s.ctx, func() {
		s.log.Warn().AnErr("cause", context.Cause(s.ctx)).Msg("told from outside to end")
	})
	return func() { told() }
}

// onScreen turns what the window's library throws where the display does not let
// it in, for want of a permission for instance, into an Error with CodeNotFound.
func (s *session) onScreen(err *error) {
	thrown := recover()
	if thrown == nil {
		return
	}
	fault, ok := thrown.(error)
	if !ok || !strings.HasPrefix(fault.Error(), "NotInitialized:") { // as GLFW calls it
		panic(thrown)
	}
	*err = &app.Error{
		Code: app.CodeNotFound, Key: "error.command.display-refused",
		Args: app.Args{"Display": s.main.Getenv("DISPLAY")}, Err: fault,
	}
}
