package main

import (
	"errors"
	"net"
	"regexp"
	"runtime"
	"runtime/debug"

	"ringback.app/app"
	"ringback.app/data/single"
)

// windowCommand opens the window: what Ringback does when nothing else is asked
// of it.
type windowCommand struct{}

func (c *windowCommand) run(s *session) (err error) {
	if err := s.display(); err != nil {
		return err
	}
	defer s.outlive()()
	defer s.onScreen(&err)
	s.started = s.main.Clock()
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(windowMemory))
	book, err := s.book(toWrite)
	if app.CodeOf(err) == app.CodeBusy {
		var raised bool
		if raised, err = s.raiseOther(err); raised {
			return err
		}
	}
	if err != nil && !s.showsWhy(err) {
		return err
	}
	return s.openWindow(book, err)
}

// showsWhy tells whether a window says why the book does not open. Who started
// the program from an icon reads nothing else; who typed the name of a book did so
// where an error is read, too, unless there is more to do about it than to read it.
func (s *session) showsWhy(refused error) bool {
	return !s.typed || app.IsBookLost(refused) || app.CodeOf(refused) == app.CodeDamaged && s.lastCopy().Path != ""
}

// windowMemory is from how many bytes on garbage is collected sooner: the memory
// of the window's library and the pages of the book that are mapped come on top,
// so that an import of 100,000 cards stays below 600 MiB.
const windowMemory = 320 << 20

// localDisplay is an X display of this machine, such as ":0" or ":99.0".
var localDisplay = regexp.MustCompile(`^(?:unix)?:(\d+)(?:\.\d+)?$`)

// display returns an Error with CodeNotFound if there is no screen to open a
// window on. A display that is named and does not answer is found out here,
// since the window's library would fall over it.
func (s *session) display() error {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" || s.main.Getenv("WAYLAND_DISPLAY") != "" {
		return nil
	}
	name := s.main.Getenv("DISPLAY")
	if name == "" {
		return &app.Error{Code: app.CodeNotFound, Key: "error.command.no-display"}
	}
	number := localDisplay.FindStringSubmatch(name)
	if number == nil {
		return nil // over a network, or named in a way of its own
	}
	var errs []error
	for _, socket := range []string{"/tmp/.X11-unix/X" + number[1], "@/tmp/.X11-unix/X" + number[1]} {
		c, err := net.Dial("unix", socket)
		if err == nil {
			return c.Close()
		}
		errs = append(errs, err)
	}
	return &app.Error{
		Code: app.CodeNotFound, Key: "error.command.display-refused",
		Args: app.Args{"Display": name}, Err: errors.Join(errs...),
	}
}

// raiseOther asks the copy that has the book open to raise its window, and says
// whether it did. Where nothing answers it is no window that has the book: the
// error that the book is busy stands.
func (s *session) raiseOther(busy error) (raised bool, err error) {
	path, err := s.bookPath()
	if err != nil {
		return false, err
	}
	if err := single.Raise(s.ctx, s.places.sockets(), path); err != nil {
		s.note(err)
		return false, busy
	}
	return true, &app.Error{Code: app.CodeBusy, Key: "error.command.raised", Args: app.Args{"Book": path}}
}
