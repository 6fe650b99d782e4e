// Package zips opens archives that came from anywhere without letting them fill
// the memory.
package zips

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"ringback.app/app"
)

// What an archive may hold. Workbooks of a million rows pack into some 100 MB,
// at about a tenth of their size; text that packs into less than a hundredth
// is made for it.
const (
	MaxPacked    = 256 << 20 // bytes of the archive itself
	MaxUnpacked  = 1 << 30   // bytes of all it holds
	maxEntries   = 10_000
	maxRatio     = 200
	ratioMatters = 16 << 20 // bytes; what is smaller does no harm
)

const encrypted = 0x1 // the bit of a member's flags that says so (APPNOTE 4.4.4)

// IsZip tells whether a file that begins so is an archive.
func IsZip(sample []byte) bool { return bytes.HasPrefix(sample, []byte("PK\x03\x04")) }

// Open opens an archive. It returns an Error with CodeInvalid, which does not
// name the file, if it is broken, locked by a password, or would unpack to more
// than any file that a shop has.
func Open(content []byte) (*zip.Reader, error) {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, invalid("error.import.zip-broken", fmt.Errorf("open an archive: %w", err))
	}
	if len(z.File) > maxEntries {
		return nil, invalid("error.import.zip-large", nil)
	}
	var all uint64
	for _, f := range z.File {
		// Sizes are what the archive says; a reader of it stops there.
		size, packed := f.UncompressedSize64, f.CompressedSize64
		if size > MaxUnpacked || packed > uint64(len(content)) {
			return nil, invalid("error.import.zip-large", nil)
		}
		if all += size; all > MaxUnpacked || size > ratioMatters && size/maxRatio > packed {
			return nil, invalid("error.import.zip-large", nil)
		}
		if f.Flags&encrypted != 0 {
			return nil, invalid("error.import.zip-locked", nil)
		}
	}
	return z, nil
}

// Members returns the files of an archive, without what systems put beside them.
func Members(z *zip.Reader) []*zip.File {
	var members []*zip.File
	for _, f := range z.File {
		name := strings.ReplaceAll(f.Name, "\\", "/")
		if f.FileInfo().IsDir() || strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(name, "__MACOSX/") {
			continue
		}
		members = append(members, f)
	}
	return members
}

// Unpacked is how many bytes an archive says that it holds.
func Unpacked(z *zip.Reader) (all uint64) {
	for _, f := range z.File {
		all += f.UncompressedSize64
	}
	return all
}

// Has tells whether the archive has a file of that path.
func Has(z *zip.Reader, name string) bool { return Find(z, name) != nil }

// Find returns the archive's file of that path, nil if it has none.
func Find(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if strings.EqualFold(strings.ReplaceAll(f.Name, "\\", "/"), name) {
			return f
		}
	}
	return nil
}

// Read reads a file of an archive of at most limit bytes. It returns the error of
// ctx when that ends.
func Read(ctx context.Context, f *zip.File, limit int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, invalid("error.import.zip-broken", err)
	}
	defer r.Close()
	// What the archive says was looked at as it was opened. Without it the file would
	// be in memory twice over while it grows.
	content := bytes.NewBuffer(make([]byte, 0, min(f.UncompressedSize64, uint64(limit))+bytes.MinRead))
	_, err = content.ReadFrom(io.LimitReader(until{ctx, r}, limit+1))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, invalid("error.import.zip-broken", err)
	}
	if int64(content.Len()) > limit {
		return nil, invalid("error.import.zip-large", nil)
	}
	return content.Bytes(), nil
}

// until reads until ctx ends.
type until struct {
	ctx context.Context
	r   io.Reader
}

func (u until) Read(into []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.r.Read(into)
}

func invalid(key string, err error) error {
	return &app.Error{Code: app.CodeInvalid, Key: key, Args: app.Args{}, Err: err}
}
