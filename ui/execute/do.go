package execute

import "context"

// Do does work off the window's goroutine, and tells on it what went wrong.
func Do(run Executor, work func(ctx context.Context) error, failed func(error)) {
	run.Go(func() {
		if err := work(context.Background()); err != nil {
			run.UI(func() { failed(err) })
		}
	})
}
