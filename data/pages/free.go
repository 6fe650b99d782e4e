package pages

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// The layout of bbolt's list of free pages (go.etcd.io/bbolt,
// internal/freelist/shared.go): their numbers, eight bytes each; where the
// page's count cannot hold how many, it is this and the first number says.
const (
	freePage  = 0x10
	manyPages = 0xFFFF
)

// freePages reads the list of free pages of a file that has one. bbolt takes
// the list on trust, and would write over whatever page it names.
func freePages(file io.ReaderAt, m Meta) ([]uint64, error) {
	page, err := (&reading{file: file, meta: m, seen: make(map[uint64]bool)}).read(m.freelist)
	if err != nil {
		return nil, fmt.Errorf("the list of free pages: %w", err)
	}
	n := binary.NativeEndian
	if n.Uint16(page[8:]) != freePage {
		return nil, errors.New("the list of free pages is none")
	}
	count, list := uint64(n.Uint16(page[10:])), page[pageHeaderSize:]
	if count == manyPages {
		count, list = n.Uint64(list), list[8:]
	}
	if count > uint64(len(list))/8 {
		return nil, errors.New("the list of free pages runs out of its page")
	}
	free := make([]uint64, count)
	for i := range free {
		free[i] = n.Uint64(list[i*8:])
		if free[i] < 2 || free[i] >= m.pages || free[i] == m.freelist || i > 0 && free[i] <= free[i-1] {
			return nil, fmt.Errorf("the list of free pages names page %d", free[i])
		}
	}
	return free, nil
}

// CheckFree returns what is wrong with the list of free pages by itself, if the file
// has one.
func CheckFree(file io.ReaderAt, m Meta) error { return checkFree(file, m, nil) }

// checkFree returns what is wrong with the list of free pages: it must name
// none that is in use.
func checkFree(file io.ReaderAt, m Meta, used map[uint64]bool) error {
	if !m.ListsFree() {
		return nil
	}
	free, err := freePages(file, m)
	if err != nil {
		return err
	}
	for _, page := range free {
		if used[page] {
			return fmt.Errorf("page %d is in use and listed as free", page)
		}
	}
	return nil
}
