//go:build unix && !solaris && !aix

package data

import (
	"os"
	"syscall"
)

// unlock lets go of bbolt's lock of a file. Closing the file does not, as long as a
// map of it is left.
func unlock(f *os.File) error {
	return os.NewSyscallError("flock", syscall.Flock(int(f.Fd()), syscall.LOCK_UN))
}
