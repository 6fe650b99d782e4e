// Package assets holds what the program carries with it: its sentences, its
// pictures and the rules that come from outside.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed translations/*.json
var translations embed.FS

// Translations returns the files of sentences, area.language.json each.
func Translations() fs.FS {
	sub, err := fs.Sub(translations, "translations")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}
