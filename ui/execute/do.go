package execute

import (
	"context"

	"ringback.app/app"
)

// Then does work off the window's goroutine, and tells on it how that ended: with
// an Error with CodeInternal where the work panicked, so that nobody waits for its
// end. The panic itself is for the Executor.
func Then(run Executor, work func(ctx context.Context) error, done func(error)) {
	run.Go(func() {
		var err error = &app.Error{Code: app.CodeInternal, Key: "error.internal"}
		defer func() { run.UI(func() { done(err) }) }()
		err = work(context.Background())
	})
}

// Do does work off the window's goroutine, and tells on it what went wrong.
func Do(run Executor, work func(ctx context.Context) error, failed func(error)) {
	Then(run, work, func(err error) {
		if err != nil {
			failed(err)
		}
	})
}
