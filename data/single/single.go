// Package single lets one copy of the program speak to another that has the
// same book open: a second copy asks the first to raise its window.
//
// The lock on the book is what keeps two copies apart; this is only the way to
// tell the one that has it. A copy that has opened the book listens on a socket
// that is named by a hash of the book's place, so whatever is left there from
// before is stale and may be cleared away.
package single

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"ringback.app/app"
)

// The two words that are said on the socket, a line each.
const (
	wordRaise  = "raise"
	wordRaised = "raised"
)

// patience is how long one copy waits for the other. A copy that lives answers
// at once.
const patience = 2 * time.Second

// Listener is the ear of the copy that has the book open.
type Listener struct {
	socket net.Listener
	raise  func() bool
	talks  sync.WaitGroup
}

// Listen has raise called whenever another copy asks for the window of that
// book, each time on a goroutine of its own; it tells whether a window came. The caller has the book open. The
// folder is one that only this user can write to; it is made if it is missing.
func Listen(folder, book string, raise func() bool) (*Listener, error) {
	if err := own(folder); err != nil {
		return nil, fmt.Errorf("listen for other copies: %w", err)
	}
	path := socketPath(folder, book)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("clear a stale socket: %w", err)
	}
	socket, err := net.Listen("unix", path)
	if err != nil {
		var failed *net.OpError
		if errors.As(err, &failed) {
			err = failed.Err // without the path: this goes into the log
		}
		return nil, fmt.Errorf("listen for other copies: %w", err)
	}
	l := &Listener{socket: socket, raise: raise}
	l.talks.Go(l.accept)
	return l, nil
}

// Close stops listening and returns when nobody is being answered any more.
func (l *Listener) Close() error {
	err := l.socket.Close() // takes the socket's file away, too
	l.talks.Wait()
	return err
}

func (l *Listener) accept() {
	for {
		caller, err := l.socket.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err != nil {
			// Out of descriptors, say. It passes, or the program ends.
			time.Sleep(100 * time.Millisecond)
			continue
		}
		l.talks.Go(func() { l.answer(caller) })
	}
}

func (l *Listener) answer(caller net.Conn) {
	defer func() { _ = caller.Close() }()
	if err := caller.SetDeadline(time.Now().Add(patience)); err != nil {
		return
	}
	if heard(caller) != wordRaise {
		return
	}
	if l.raise() {
		_, _ = fmt.Fprintln(caller, wordRaised)
	}
}

// Raise asks the copy that has the book open to raise its window. It returns an
// Error with CodeNotFound if no copy with a window answers.
func Raise(ctx context.Context, folder, book string) error {
	if err := trusted(folder); err != nil {
		return nobody(err)
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var d net.Dialer
	other, err := d.DialContext(ctx, "unix", socketPath(folder, book))
	if err != nil {
		return nobody(err)
	}
	defer func() { _ = other.Close() }()
	if err := other.SetDeadline(time.Now().Add(patience)); err != nil {
		return nobody(err)
	}
	if _, err := fmt.Fprintln(other, wordRaise); err != nil {
		return nobody(err)
	}
	if word := heard(other); word != wordRaised {
		return nobody(errors.New("another answer than expected"))
	}
	return nil
}

func nobody(err error) error {
	return &app.Error{Code: app.CodeNotFound, Key: "error.command.no-window-open", Err: err}
}

// heard reads one short line; "" if there is none.
func heard(c net.Conn) string {
	line, err := bufio.NewReaderSize(c, 64).ReadSlice('\n')
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(line))
}

// own makes the folder, and sees to it that nobody else can put a socket there.
func own(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return trusted(folder)
}

// trusted returns an error for a folder in which somebody else can put a socket.
func trusted(folder string) error {
	info, err := os.Lstat(folder)
	if err != nil {
		return err
	}
	if !info.IsDir() || !isOurs(info) {
		return errors.New("others may write to the folder")
	}
	return nil
}

// socketPath is short, as the name of a socket must be (104 bytes on a Mac), and
// tells nothing of the book.
func socketPath(folder, book string) string {
	sum := sha256.Sum256([]byte(whereabouts(book)))
	return filepath.Join(folder, hex.EncodeToString(sum[:8])+".sock")
}

// whereabouts is the one way to write the book's place.
func whereabouts(book string) string {
	if whole, err := filepath.Abs(book); err == nil {
		book = whole
	}
	if real, err := filepath.EvalSymlinks(book); err == nil {
		book = real
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		book = strings.ToLower(book)
	}
	return book
}
