package exporting

import (
	"path/filepath"
	"slices"
	"strings"

	"ringback.app/app"
)

// endings are those by which programs tell what is in a file, and what of ours may
// be in such a one; nothing for kinds of files that are not written here. Any other
// ending says nothing, and fits whatever is written.
var endings = map[string][]Format{
	"csv": {CSV}, "json": {JSON}, "jsonl": {JSON}, "ndjson": {JSON}, "md": {Markdown, Text}, "markdown": {Markdown, Text},
	"vcf": {VCard, VCard3}, "vcard": {VCard, VCard3}, "ics": {Calendar}, "ical": {Calendar}, "pdf": {PDF},
	"xlsx": nil, "xlsm": nil, "xls": nil, "ods": nil, "tsv": nil, "docx": nil, "doc": nil, "odt": nil, "rtf": nil,
	"html": nil, "htm": nil, "xml": nil, "zip": nil, "png": nil, "jpg": nil, "jpeg": nil,
}

// Text is plain text, for people.
const Text Format = "text"

// CheckEnding returns an Error with CodeInvalid for a file whose name says that
// something else is in it than any of the formats: what opens it by its name would
// not know what it holds.
func CheckEnding(path string, formats ...Format) error {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	fits, known := endings[ending]
	if !known || slices.ContainsFunc(formats, func(f Format) bool { return slices.Contains(fits, f) }) {
		return nil
	}
	var right []string
	for _, f := range formats {
		name := "." + f.Extension()
		if f == Text {
			name = ".txt"
		}
		if !slices.Contains(right, name) {
			right = append(right, name)
		}
	}
	return &app.Error{
		Code: app.CodeInvalid, Key: "error.export.ending", Field: "file",
		Args: app.Args{"File": filepath.Base(path), "Ending": "." + ending, "Endings": strings.Join(right, ", ")},
	}
}

// FormatOf returns which of the formats the ending of a file's name stands for;
// "" if it is none of theirs.
func FormatOf(path string, formats []Format) Format {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	for _, f := range formats {
		if slices.Contains(endings[ending], f) {
			return f
		}
	}
	return ""
}
