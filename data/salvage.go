package data

import (
	"bytes"
	"context"
	"os"

	"ringback.app/data/pages"
)

// Salvage reads from a closed book that is damaged what is kept under words with
// that beginning. A bad page takes nothing with it but what lies on it, and what it
// alone leads to. What is found may have been overwritten: it is for the caller to
// judge. Beside what it could read it returns an Error, with CodeDamaged or
// CodeStorage, if there may have been more.
func Salvage(ctx context.Context, path, prefix string) (map[string][]byte, error) {
	kept := make(map[string][]byte)
	path, err := place(path)
	if err != nil {
		return kept, err
	}
	f, err := os.Open(path)
	if err != nil {
		return kept, storage("look for what is kept", path, err)
	}
	defer func() { _ = f.Close() }()
	m, err := pages.ReadMeta(f)
	if err != nil {
		return kept, notABook(path, err)
	}
	err = pages.Salvage(ctx, f, m, inKept.String(), func(key, value []byte) {
		if bytes.HasPrefix(key, []byte(prefix)) {
			kept[string(key)] = bytes.Clone(value)
		}
	})
	if err != nil {
		return kept, damagedAt(path, err)
	}
	return kept, nil
}
