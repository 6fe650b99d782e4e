package exporting

import (
	"encoding/binary"
	"os"

	"ringback.app/app"
)

// CheckTarget returns an Error with CodeInvalid if the file at the path is a book,
// open or not, or a backup of one: nothing that goes out may take its place,
// whatever the file is called and by whichever link. A file that is not there, or
// cannot be read, is no book.
func CheckTarget(path string) error {
	if !isBook(path) {
		return nil
	}
	return &app.Error{Code: app.CodeInvalid, Key: "error.export.is-book", Args: app.Args{"Path": path}}
}

// How a book's file shows what it is: a bbolt file has one meta page at its
// beginning and another a page later, and each says so behind its header
// (go.etcd.io/bbolt, internal/common/meta.go).
const (
	boltMagic   = 0xED0CDAED
	boltVersion = 2
	boltHeader  = 16
	minBoltPage = 1 << 10
	maxBoltPage = 1 << 16
)

// isBook tells whether one of the meta pages is there: a backup whose other one is
// lost can still be opened.
func isBook(path string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer func() { _ = f.Close() }()
	if isMeta(f, 0) {
		return true
	}
	for page := int64(minBoltPage); page <= maxBoltPage; page *= 2 {
		if isMeta(f, page) {
			return true
		}
	}
	return false
}

func isMeta(f *os.File, at int64) bool {
	var says [8]byte
	if _, err := f.ReadAt(says[:], at+boltHeader); err != nil {
		return false
	}
	n := binary.NativeEndian
	return n.Uint32(says[:]) == boltMagic && n.Uint32(says[4:]) == boltVersion
}
