//go:build unix

package single

import (
	"io/fs"
	"os"
	"syscall"
)

// isOurs tells whether the folder belongs to who runs this, and nobody else may
// write to it. In /tmp anybody may have been there first.
func isOurs(folder fs.FileInfo) bool {
	owner, ok := folder.Sys().(*syscall.Stat_t)
	return ok && int(owner.Uid) == os.Getuid() && folder.Mode().Perm()&0o022 == 0
}
