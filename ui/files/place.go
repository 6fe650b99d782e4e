package files

import (
	"context"
	"os"
	"path/filepath"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// place is where a file is to be written.
type place struct {
	of      *sheet
	name    *widgets.Entry
	field   *widgets.Field // around name
	ending  string         // goes behind a name without one
	replace string         // the path of the file that was said to be there already
}

func newPlace(s *sheet, name string) *place {
	p := &place{of: s, name: widgets.NewEntry(""), ending: filepath.Ext(name)}
	p.field = widgets.NewField(s.say.Say("files.save.name", nil), p.name)
	p.name.TypeIn(name)
	p.name.OnChanged = func(string) {
		p.replace = ""
		p.field.SetProblem("")
	}
	p.name.OnSubmitted = func(string) { p.save() }
	return p
}

// path returns the whole path that was typed, "" if there is no name. The folder
// is the one that stands in the path, even where it is not the one on show.
func (p *place) path() string {
	if p.name.Text == "" {
		return ""
	}
	folder := filepath.Clean(expand(p.of.path.Text, p.of.opened))
	path := filepath.Clean(expand(p.name.Text, folder))
	if filepath.Ext(path) == "" {
		path += p.ending
	}
	return path
}

// save hands over the path. That a file is there already is said first; the
// same once more replaces it.
func (p *place) save() {
	s, path := p.of, p.path()
	if path == "" {
		p.fail("files.save.nameless", nil)
		return
	}
	name := app.Args{"File": filepath.Base(path), "Path": filepath.Dir(path)}
	var there os.FileInfo // nil: nothing is
	execute.Latest(s.run, &s.asked, func(context.Context) (folder os.FileInfo, err error) {
		if info, err := os.Lstat(path); err == nil {
			there = info
		}
		if folder, err = os.Stat(filepath.Dir(path)); err != nil {
			return nil, nil
		}
		return folder, exporting.CheckTarget(path)
	}, func(err error) { p.refuse(s.say.Error(err)) }, func(folder os.FileInfo) {
		switch {
		case folder == nil || !folder.IsDir():
			p.fail("files.save.no-folder", name)
		case there != nil && there.IsDir():
			p.fail("files.save.is-folder", name)
		case there != nil && p.replace != path:
			p.fail("files.save.taken", name)
			p.replace = path
		default:
			s.finish([]string{path})
		}
	})
}

func (p *place) fail(key string, args app.Args) { p.refuse(p.of.say.Say(key, args)) }

func (p *place) refuse(why string) {
	p.field.SetProblem(why)
	p.of.window.Focus(p.name)
}
