package single_test

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/data/single"
)

// shortFolder is a folder whose name leaves room for that of a socket.
func shortFolder(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "rb")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

func listen(t *testing.T, folder, book string) chan struct{} {
	t.Helper()
	raised := make(chan struct{}, 8)
	l, err := single.Listen(folder, book, func() bool { raised <- struct{}{}; return true })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return raised
}

func TestTheSecondCopyRaisesTheFirst(t *testing.T) {
	folder, book := shortFolder(t), filepath.Join(t.TempDir(), "ringback.book")
	raised := listen(t, folder, book)
	for range 2 {
		if err := single.Raise(t.Context(), folder, book); err != nil {
			t.Fatal(err)
		}
		<-raised
	}
}

func TestABookIsTheSameByAnyOfItsNames(t *testing.T) {
	folder, home := shortFolder(t), t.TempDir()
	book, link := filepath.Join(home, "book"), filepath.Join(home, "link")
	if err := os.WriteFile(book, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(book, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	raised := listen(t, folder, book)
	t.Chdir(home)
	for _, name := range []string{"book", "./book", link} {
		if err := single.Raise(t.Context(), folder, name); err != nil {
			t.Fatal(name, err)
		}
		<-raised
	}
}

func TestNobodyAnswers(t *testing.T) {
	folder, home := shortFolder(t), t.TempDir()
	raised := listen(t, folder, filepath.Join(home, "one"))
	err := single.Raise(t.Context(), folder, filepath.Join(home, "another"))
	if app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("for another book: %v", err)
	}
	if len(raised) > 0 {
		t.Error("the window of another book was raised")
	}

	l, err := single.Listen(folder, filepath.Join(home, "closed"), func() bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := single.Raise(t.Context(), folder, filepath.Join(home, "closed")); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("after it closed: %v", err)
	}
}

func TestWhatACrashLeftIsClearedAway(t *testing.T) {
	folder, book := shortFolder(t), filepath.Join(t.TempDir(), "book")
	// A socket that nobody listens on: what is left when a copy is killed.
	l, err := single.Listen(folder, book, func() bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(left) != 1 {
		t.Fatal(left, err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	dead, err := net.ListenUnix("unix", &net.UnixAddr{Name: left[0], Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	dead.SetUnlinkOnClose(false)
	if err := dead.Close(); err != nil {
		t.Fatal(err)
	}
	if err := single.Raise(t.Context(), folder, book); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("a dead socket: %v", err)
	}
	raised := listen(t, folder, book)
	if err := single.Raise(t.Context(), folder, book); err != nil {
		t.Fatal(err)
	}
	<-raised
}

func TestAFolderThatOthersMayWriteToIsNotTrusted(t *testing.T) {
	folder := filepath.Join(shortFolder(t), "open")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	if l, err := single.Listen(folder, "book", func() bool { return true }); err == nil {
		t.Error("it listened there", l.Close())
	} else if strings.Contains(err.Error(), folder) {
		t.Error("it says where, and that goes into the log:", err)
	}
}

func TestWhyNobodyIsHeardIsSaidWithoutTheFolder(t *testing.T) {
	folder := filepath.Join(shortFolder(t), strings.Repeat("long", 50)) // too long for a socket
	if l, err := single.Listen(folder, "book", func() bool { return true }); err == nil {
		t.Error("it listened there", l.Close())
	} else if strings.Contains(err.Error(), "longlong") {
		t.Error(err)
	}
}

func TestAFolderOfSomebodyElseIsNotTrusted(t *testing.T) {
	folder := shortFolder(t)
	listen(t, folder, "book")
	if err := os.Chown(folder, 65534, 65534); err != nil {
		t.Skip("only root can give a folder away:", err)
	}
	t.Cleanup(func() { _ = os.Chown(folder, os.Getuid(), os.Getgid()) })
	if l, err := single.Listen(folder, "another", func() bool { return true }); err == nil {
		t.Error("it listened there", l.Close())
	}
	if err := single.Raise(t.Context(), folder, "book"); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("who listens there was believed: %v", err)
	}
}

func TestWhoSaysSomethingElseIsNotHeard(t *testing.T) {
	folder, book := shortFolder(t), filepath.Join(t.TempDir(), "book")
	raised := listen(t, folder, book)
	sockets, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(sockets) != 1 {
		t.Fatal(sockets, err)
	}
	for _, words := range []string{"hello\n", "raise", string(make([]byte, 1000))} {
		c, err := net.Dial("unix", sockets[0])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.Write([]byte(words)); err != nil {
			t.Fatal(err)
		}
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := single.Raise(t.Context(), folder, book); err != nil {
		t.Fatal(err)
	}
	<-raised
	if len(raised) > 0 {
		t.Error("it was raised by other words")
	}
}
