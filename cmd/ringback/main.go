// Command ringback knows whom a small shop should ring today, and why. Without
// a command it opens its window; with one it does the same work for scripts.
//
// This package is flags, log, wiring and printing, and nothing else: grammar.go
// says what can be typed, one file a command does it, window.go opens the
// window. The shop itself is in package app.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
	_ "time/tzdata" // machines without zone files

	"golang.org/x/term"

	"ringback.app/app"
)

// version and build are the program's own; FyneApp.toml has the same, which a
// test holds.
const (
	version = "0.1.0"
	build   = 1
)

// The exit codes. They are a promise to scripts.
const (
	exitDone  = 0
	exitFail  = 1
	exitUsage = 2
)

func main() {
	ctx, stop := untilTold()
	m := &Main{
		Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Clock: time.Now, Columns: terminalWidth(os.Stdout),
	}
	code := m.Run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// untilTold returns a context that ends when somebody tells the program from
// outside to end. Told again it ends there and then, as programs do: what it is
// at may be waiting for a system call that never returns.
func untilTold() (ctx context.Context, stop func()) {
	ctx, stop = signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// Main is the whole program, so that a test can run it as a shell does.
type Main struct {
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Clock          app.Clock
	Columns        int // how wide the terminal is; 0: it is none, and lines are not broken
}

// Run does what the arguments ask for and returns the exit code: 0 done, 1 could
// not, 2 wrong usage. What it opened is closed when it returns.
func (m *Main) Run(ctx context.Context, args []string) (code int) {
	s, err := newSession(ctx, m)
	if err != nil {
		// Without its sentences the program cannot speak: it was built wrongly.
		_, _ = fmt.Fprintln(m.Stderr, err)
		return exitFail
	}
	defer func() {
		if p := recover(); p != nil {
			code = s.panicked(p)
		}
		if err := s.close(); err != nil && code == exitDone {
			code = s.failed(err)
		}
	}()
	if err := s.run(args); err != nil {
		return s.failed(err)
	}
	return exitDone
}

// usageError is an error that another command line mends.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// exitCode tells what a script is told of an error. A form that cannot be taken
// was filled in on the command line.
func exitCode(err error) int {
	var usage usageError
	var form app.FieldErrors
	if errors.As(err, &usage) || errors.As(err, &form) {
		return exitUsage
	}
	return exitFail
}

// terminalWidth is the width of the terminal, 0 if it is none.
func terminalWidth(f *os.File) int {
	if !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}
