package execute_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"ringback.app/ui/execute"
)

// waits holds back what is to be done off the window's goroutine.
type waits struct{ work []func() }

func (w *waits) Go(work func()) { w.work = append(w.work, work) }
func (w *waits) UI(work func()) { work() }

func TestOnlyTheAnswerToTheLastQuestionIsShown(t *testing.T) {
	var run waits
	var asked execute.Asked
	var shown []string
	ask := func(what string, err error) {
		execute.Latest(&run, &asked, func(context.Context) (string, error) { return what, err },
			func(err error) { shown = append(shown, err.Error()) }, func(s string) { shown = append(shown, s) })
	}
	ask("the first", nil)
	ask("", errors.New("the second failed"))
	ask("the third", nil)
	for _, n := range []int{2, 0, 1} {
		run.work[n]()
	}
	if want := []string{"the third"}; !slices.Equal(shown, want) {
		t.Errorf("showed %q, want %q", shown, want)
	}
	ask("", errors.New("the last failed"))
	run.work[3]()
	if want := []string{"the third", "the last failed"}; !slices.Equal(shown, want) {
		t.Errorf("showed %q, want %q", shown, want)
	}
	ask("the fourth", nil)
	asked++
	run.work[4]()
	if len(shown) != 2 {
		t.Errorf("showed %q, though nobody wants to know any more", shown)
	}
}
