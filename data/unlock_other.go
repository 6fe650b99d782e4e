//go:build !unix || solaris || aix

package data

import "os"

// unlock does nothing: here closing the file lets go of bbolt's lock.
func unlock(*os.File) error { return nil }
