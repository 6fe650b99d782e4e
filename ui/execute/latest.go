package execute

import "context"

// Asked counts what was asked, on the window's goroutine. To add one to it is to
// have no use for the answers that are still to come.
type Asked int

// Latest reads off the window's goroutine, and shows on it what was read, or what
// failed, unless something else was asked since: answers come in any order, and
// only that to the last question is right.
func Latest[T any](run Executor, asked *Asked, read func(ctx context.Context) (T, error), failed func(error), show func(T)) {
	*asked++
	mine := *asked
	var answer T
	Then(run, func(ctx context.Context) (err error) {
		answer, err = read(ctx)
		return err
	}, func(err error) {
		switch {
		case mine != *asked:
		case err != nil:
			failed(err)
		default:
			show(answer)
		}
	})
}
