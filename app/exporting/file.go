package exporting

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"ringback.app/app"
	"ringback.app/app/folders"
)

// ToFile writes a file all or nothing: what was there before stays until the
// new one is whole and on disk, and stays for good if writing fails. Only its
// owner may read a new file. A device or a pipe is written to as it is. It
// returns an Error with CodeNotFound where there is no such folder, CodeInvalid
// for a folder or a book, CodeStorage where the disk or the folder refuses, else the error
// of write.
func ToFile(path string, write func(io.Writer) error) error {
	// A link goes on pointing where it points.
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return &app.Error{Code: app.CodeInvalid, Key: "error.export.is-folder", Args: app.Args{"Path": path}}
	case err == nil && !info.Mode().IsRegular():
		return toDevice(path, write)
	case err == nil && info.Mode().Perm()&0o200 == 0:
		// Renaming over it would succeed, and is not what its owner wants.
		return refused(path, fs.ErrPermission)
	}
	if err := CheckTarget(path); err != nil {
		return err
	}
	return replace(path, write)
}

// unfinished is how a file is called until it is whole.
const unfinished = ".ringback-*.part"

// replace writes a new file beside the old one and renames it. The library that
// does this elsewhere does not build on Windows.
func replace(path string, write func(io.Writer) error) (err error) {
	// What a program that was ended left there holds what was exported then.
	_ = folders.Sweep(filepath.Dir(path), unfinished)
	f, err := os.CreateTemp(filepath.Dir(path), unfinished)
	if err != nil {
		return refused(path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, f.Close(), os.Remove(f.Name()))
		}
	}()
	if err := buffered(f, write); err != nil {
		return refused(path, err)
	}
	if err := f.Sync(); err != nil {
		return refused(path, err)
	}
	if err := f.Close(); err != nil {
		return refused(path, err)
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return refused(path, err)
	}
	// The file is whole and has its name, also where a power cut may take that away.
	_ = folders.Sync(filepath.Dir(path))
	return nil
}

func toDevice(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return refused(path, err)
	}
	if err := errors.Join(buffered(f, write), f.Close()); err != nil {
		return refused(path, err)
	}
	return nil
}

func buffered(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriter(w)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// refused says in a sentence why a file could not be written. An error that has
// a sentence of its own keeps it, unless the disk is behind it.
func refused(path string, err error) error {
	said := &app.Error{Code: app.CodeStorage, Args: app.Args{"Path": path, "Folder": filepath.Dir(path)}, Err: err}
	var own *app.Error
	switch {
	case errors.Is(err, fs.ErrNotExist):
		said.Code, said.Key = app.CodeNotFound, "error.export.no-folder"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		said.Key = "error.export.permission"
	case errors.Is(err, syscall.ENOSPC):
		said.Key = "error.export.full"
	case errors.Is(err, syscall.ENAMETOOLONG):
		said.Code, said.Key = app.CodeInvalid, "error.export.long-name"
	case errors.As(err, &own) && own.Code != app.CodeStorage:
		return err
	default:
		said.Key = "error.export.write-file"
	}
	return said
}
