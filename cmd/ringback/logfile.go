package main

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
)

// mostLog is the size in bytes from which on a log is put aside and a new one
// begun; one old log is kept.
const mostLog = 1 << 20

// logFile is a log that is put aside when it is full: a window may be open for
// months. Other runs of the program may write to the same one.
type logFile struct {
	path    string
	writing sync.Mutex
	file    *os.File
	size    int64
}

// open opens the log at the path, a new one where it is full.
func (l *logFile) open() error {
	if err := os.MkdirAll(filepath.Dir(l.path), 0o700); err != nil {
		return err
	}
	if info, err := os.Stat(l.path); err == nil && info.Size() >= mostLog {
		if err := os.Rename(l.path, l.path+".1"); err != nil {
			return err
		}
	}
	file, err := os.OpenFile(l.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	info, err := file.Stat()
	if err != nil {
		return errors.Join(err, file.Close())
	}
	l.file, l.size = file, info.Size()
	return nil
}

// Write writes to the log. Where no new one can be begun, it goes on in the old.
func (l *logFile) Write(p []byte) (int, error) {
	l.writing.Lock()
	defer l.writing.Unlock()
	if l.size >= mostLog {
		full := l.file
		// Some systems do not rename what is open.
		if closing, opening := full.Close(), l.open(); opening != nil {
			again, err := os.OpenFile(l.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
			if err != nil {
				return 0, errors.Join(closing, opening, err)
			}
			l.file, l.size = again, 0
		}
	}
	n, err := l.file.Write(p)
	l.size += int64(n)
	return n, err
}

// Close closes the log.
func (l *logFile) Close() error {
	l.writing.Lock()
	defer l.writing.Unlock()
	return l.file.Close()
}
