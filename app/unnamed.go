package app

import (
	"io/fs"
	"os"
	"strings"
)

// Unnamed is what an error says without the names of the files that it is about,
// for the log: people call files after people.
func Unnamed(err error) string {
	if err == nil {
		return ""
	}
	said := err.Error()
	behind(err, func(one error) {
		switch e := one.(type) {
		case *fs.PathError:
			said = strings.ReplaceAll(said, e.Error(), e.Op+": "+e.Err.Error())
		case *os.LinkError:
			said = strings.ReplaceAll(said, e.Error(), e.Op+": "+e.Err.Error())
		}
	})
	return said
}

// behind calls back with the error and all that it wraps.
func behind(err error, see func(error)) {
	if err == nil {
		return
	}
	see(err)
	switch wrapping := err.(type) {
	case interface{ Unwrap() error }:
		behind(wrapping.Unwrap(), see)
	case interface{ Unwrap() []error }:
		for _, one := range wrapping.Unwrap() {
			behind(one, see)
		}
	}
}
