package importing

import (
	"context"
	"io"
	"sync/atomic"

	"ringback.app/app"
)

// often is after how many cards or rows it is looked whether to go on.
const often = 256

// step tells how far the reading has come, now and then, and whether it shall go
// on.
func (r *reading) step(ctx context.Context, n int) error {
	if n%often != 0 {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return &app.Error{Code: app.CodeCancelled, Key: "error.import.cancelled", Err: err}
	}
	if r.options.Progress != nil {
		r.at.Done = min(r.done.Load(), r.at.Total)
		r.at.Items = len(r.preview.Items)
		r.options.Progress(r.at)
	}
	return nil
}

// open opens a file so that what is read of it counts as progress, and ends with
// ctx however long its lines are.
func (r *reading) open(ctx context.Context, f *file) (io.Reader, io.Closer, error) {
	opened, err := f.Open()
	if err != nil {
		return nil, nil, f.failed(err)
	}
	return &counting{ctx: ctx, r: opened, n: &r.done}, opened, nil
}

// counting is a file being read under ctx.
type counting struct {
	ctx context.Context
	r   io.Reader
	n   *atomic.Int64
}

func (c *counting) Read(into []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.r.Read(into)
	c.n.Add(int64(n))
	return n, err
}
