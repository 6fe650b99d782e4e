//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rs/zerolog"

	"ringback.app/app"
)

// Without outlive each of these ends the test itself.
func TestTheWindowOutlivesTheTerminal(t *testing.T) {
	for name, happens := range map[string]func(*testing.T){
		"that is closed": func(t *testing.T) {
			if err := syscall.Kill(os.Getpid(), syscall.SIGHUP); err != nil {
				t.Fatal(err)
			}
		},
		"that nobody reads any more": func(t *testing.T) {
			if err := syscall.Kill(os.Getpid(), syscall.SIGPIPE); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := &session{ctx: t.Context(), log: zerolog.Nop()}
			defer signal.Reset(syscall.SIGHUP, syscall.SIGPIPE)
			defer s.outlive()()
			if !signal.Ignored(syscall.SIGHUP) || !signal.Ignored(syscall.SIGPIPE) {
				t.Fatal("it would not")
			}
			happens(t)
		})
	}
}

func TestWhoEndsTheWindowFromOutsideIsInTheLog(t *testing.T) {
	defer signal.Reset(syscall.SIGHUP, syscall.SIGPIPE)
	ctx, end := context.WithCancelCause(t.Context())
	written := make(line, 1)
	s := &session{ctx: ctx, log: zerolog.New(written)}
	defer s.outlive()()
	end(errors.New("terminated signal received"))
	select {
	case said := <-written:
		if !strings.Contains(said, "terminated") {
			t.Errorf("the log has %s", said)
		}
	case <-time.After(10 * time.Second):
		t.Error("the log has no word of it")
	}
}

// line is a log that hands over what is written.
type line chan string

func (l line) Write(p []byte) (int, error) {
	l <- string(bytes.Clone(p))
	return len(p), nil
}

func TestADisplayThatLetsNobodyInIsAnErrorAndNoFault(t *testing.T) {
	s := &session{main: &Main{Getenv: func(string) string { return ":7" }}}
	open := func(thrown any) (err error) {
		defer s.onScreen(&err)
		panic(thrown)
	}
	err := open(errors.New("NotInitialized: The GLFW library is not initialized"))
	var refused *app.Error
	if !errors.As(err, &refused) || refused.Key != "error.command.display-refused" || refused.Args["Display"] != ":7" {
		t.Errorf("the error is %v", err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a fault of ours was taken for the display's")
		}
	}()
	_ = open("something else")
}
