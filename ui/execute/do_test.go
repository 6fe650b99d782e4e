package execute_test

import (
	"context"
	"errors"
	"testing"

	"ringback.app/ui/execute"
)

func TestOnlyWorkThatFailsIsToldOf(t *testing.T) {
	var told []error
	failed := func(err error) { told = append(told, err) }
	full := errors.New("the disk is full")
	for _, err := range []error{nil, full} {
		execute.Do(execute.AtOnce(), func(context.Context) error { return err }, failed)
	}
	if len(told) != 1 || !errors.Is(told[0], full) {
		t.Errorf("told of %v", told)
	}
}
