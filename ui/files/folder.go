package files

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ringback.app/app/folding"
)

// entry is a file or a folder in a folder.
type entry struct {
	name    string
	folder  bool
	size    int64 // in bytes
	changed time.Time
}

// read lists the folders in a folder and its files of those endings, the folders
// first. What the system hides by a dot is left out.
func read(folder string, endings []string) ([]entry, error) {
	names, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var all []entry
	for _, n := range names {
		if strings.HasPrefix(n.Name(), ".") {
			continue
		}
		info, err := n.Info()
		if err == nil && info.Mode()&fs.ModeSymlink != 0 {
			info, err = os.Stat(filepath.Join(folder, n.Name()))
		}
		if err != nil { // gone meanwhile, or a link to nowhere
			continue
		}
		e := entry{n.Name(), info.IsDir(), info.Size(), info.ModTime()}
		if e.folder || slices.Contains(endings, strings.ToLower(filepath.Ext(e.name))) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(x, y entry) int {
		if x.folder != y.folder {
			if x.folder {
				return -1
			}
			return 1
		}
		return cmp.Compare(strings.ToLower(x.name), strings.ToLower(y.name))
	})
	return all, nil
}

// matching returns the entries with those letters in their names, whatever their
// case and accents; those whose names begin with them first.
func matching(all []entry, letters string) []entry {
	if letters == "" {
		return all
	}
	letters = folding.Fold(letters)
	var begin, inside []entry
	for _, e := range all {
		switch name := folding.Fold(e.name); {
		case strings.HasPrefix(name, letters):
			begin = append(begin, e)
		case strings.Contains(name, letters):
			inside = append(inside, e)
		}
	}
	return append(begin, inside...)
}
