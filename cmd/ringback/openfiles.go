package main

import (
	"net/url"
	"path/filepath"

	"ringback.app/app"
)

// importable lists the endings of the files that the Import page takes.
func importable() []string {
	return []string{".vcf", ".csv", ".tsv", ".txt", ".xlsx", ".zip", ".json"}
}

// showFile opens a file in the program that the system has for it.
func (d *desktop) showFile(path string) {
	if err := d.fyne.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
		d.window.Failed(&app.Error{Code: app.CodeNotFound, Key: "error.command.open", Args: app.Args{"File": path}, Err: err})
	}
}
