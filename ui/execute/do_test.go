package execute_test

import (
	"context"
	"errors"
	"testing"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/pagetest"
)

func TestOnlyWorkThatFailsIsToldOf(t *testing.T) {
	var told []error
	failed := func(err error) { told = append(told, err) }
	full := errors.New("the disk is full")
	for _, err := range []error{nil, full} {
		execute.Do(pagetest.AtOnce{}, func(context.Context) error { return err }, failed)
	}
	if len(told) != 1 || !errors.Is(told[0], full) {
		t.Errorf("told of %v", told)
	}
}

func TestWorkThatPanicsIsToldToWhoeverWaitsForItsEnd(t *testing.T) {
	thrown := make(chan any, 1)
	beside := beside{execute.Aside(func(what any) { thrown <- what })}
	for name, begin := range map[string]func(tell func(error)){
		"work": func(tell func(error)) {
			execute.Then(beside, func(context.Context) error { panic("a fault") }, tell)
		},
		"work that is told of if it fails": func(tell func(error)) {
			execute.Do(beside, func(context.Context) error { panic("a fault") }, tell)
		},
		"a question": func(tell func(error)) {
			execute.Latest(beside, new(execute.Asked), func(context.Context) (int, error) { panic("a fault") }, tell, func(int) { tell(nil) })
		},
	} {
		t.Run(name, func(t *testing.T) {
			told := make(chan error, 1)
			begin(func(err error) { told <- err })
			var internal *app.Error
			if err := <-told; !errors.As(err, &internal) || internal.Code != app.CodeInternal || internal.Key != "error.internal" {
				t.Errorf("told of %v", err)
			}
			if what := <-thrown; what != "a fault" {
				t.Errorf("thrown was %v", what)
			}
		})
	}
}

// beside does its work on goroutines, and what is for the window's on the same.
type beside struct{ execute.Executor }

func (beside) UI(work func()) { work() }
