//go:build !unix

package single

import "io/fs"

// isOurs trusts the folder: it lies among the person's own, where the system lets
// nobody else in.
func isOurs(fs.FileInfo) bool { return true }
