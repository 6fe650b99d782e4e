package data

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"ringback.app/app"
)

// guarded turns a panic into an error: one with CodeDamaged for what bbolt does
// about a damaged file, a panic or a fault in the mapped memory, and one with
// CodeInternal for our own fault. The error carries what was said.
func guarded(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		what := fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		if isFault(p) || boltPanicked() {
			err = damaged(what)
		} else {
			err = &app.Error{Code: app.CodeInternal, Key: "error.internal", Err: what}
		}
	}()
	return do()
}

// isFault tells whether memory was read that is not there, as behind the end of
// the mapped file. A nil pointer of ours has no address.
func isFault(p any) bool {
	err, ok := p.(error)
	var fault interface {
		runtime.Error
		Addr() uintptr
	}
	return ok && errors.As(err, &fault)
}

// boltPanicked tells of the panic that is being recovered from whether it was
// bbolt that gave up, and not something of ours that bbolt called.
func boltPanicked() bool {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(1, callers)])
	for panicked, more := false, true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			panicked = true
		case panicked && strings.HasPrefix(f.Function, "go.etcd.io/bbolt"):
			return true
		case panicked && strings.HasPrefix(f.Function, "ringback.app/"):
			return false
		}
	}
	return false
}
