package files

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

const separator = string(filepath.Separator)

// expand returns the whole path of what a person typed or pasted: in quotes, as
// the address of a file, beginning with the home folder's ~, either also behind the
// folder on show, after a separator, or within that folder. A separator at its end,
// which says that a folder is meant, stays.
func expand(text, folder string) string {
	text = strings.TrimSpace(text)
	for _, quote := range []string{`"`, "'"} {
		if inside, ok := strings.CutPrefix(text, quote); ok {
			text = strings.TrimSuffix(inside, quote)
		}
	}
	if address, err := url.Parse(text); err == nil && address.Scheme == "file" {
		text = filepath.FromSlash(address.Path)
	}
	// A whole path that is typed behind the folder on show begins anew.
	if at := strings.LastIndex(text, "//"); at > 0 {
		text = text[at+1:]
	}
	if rest, ok := strings.CutPrefix(text, withEnd(folder, true)); ok && strings.HasPrefix(rest, "~/") {
		text = rest
	}
	if rest, ok := strings.CutPrefix(text, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		text = home() + separator + rest
	}
	if !filepath.IsAbs(text) {
		text = folder + separator + text
	}
	return withEnd(filepath.Clean(text), os.IsPathSeparator(text[len(text)-1]))
}

// split parts a whole path into the folder and the beginning of a name in it.
func split(path string) (folder, letters string) {
	return filepath.Clean(filepath.Dir(path)), path[strings.LastIndexAny(path, "/"+separator)+1:]
}

// withEnd writes a folder with a separator at its end, or without.
func withEnd(folder string, ends bool) string {
	if ends && !os.IsPathSeparator(folder[len(folder)-1]) {
		return folder + separator
	}
	return folder
}

// home returns the person's own folder, or where the program was started if the
// system does not say.
func home() string {
	if h, err := os.UserHomeDir(); err == nil {
		return h
	}
	if here, err := os.Getwd(); err == nil {
		return here
	}
	return separator
}
