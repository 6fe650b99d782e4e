package files

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// typed follows the path as it is typed: it shows the folder, and in it what
// matches the letters after the last separator.
func (s *sheet) typed(text string) {
	if s.quiet {
		return
	}
	s.where.SetProblem("")
	folder, letters := split(expand(text, s.opened))
	if folder == s.folder {
		s.asked++ // a folder still being read is not the one on show
		s.match(letters)
		return
	}
	s.list(folder, letters, func(err error) {
		if err != nil { // half a name is no mistake yet
			s.folder, s.all = folder, nil
			s.match(letters)
		}
	})
}

// pathKey leads from the path into the list.
func (s *sheet) pathKey(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp:
		s.window.Focus(s.table)
		s.table.TypedKey(key)
		return true
	}
	return false
}

// goTo opens the folder that was typed, or chooses the file.
func (s *sheet) goTo(text string) {
	path := expand(text, s.opened)
	execute.Latest(s.run, &s.asked, func(context.Context) (os.FileInfo, error) { return os.Stat(path) }, func(error) {
		switch folder, letters := split(path); {
		case folder == s.folder && letters != "" && len(s.shown) > 0:
			s.open(max(0, s.table.Chosen()))
		default:
			s.where.SetProblem(s.say.Say("files.missing", app.Args{"Path": path}))
		}
	}, func(info os.FileInfo) {
		if !info.IsDir() {
			s.take(filepath.Clean(path))
			return
		}
		if s.place == nil && filepath.Clean(path) == s.folder { // there is nothing but its files to choose
			s.window.Focus(s.table)
		}
		s.show(filepath.Clean(path), "", nil)
	})
}

// open opens the folder in that line, or chooses the file.
func (s *sheet) open(row int) {
	switch e := s.shown[row]; {
	case e.name == up:
		s.goUp()
	case e.folder:
		s.show(s.pathOf(e), "", nil)
	default:
		s.take(s.pathOf(e))
	}
}

// take chooses a file, with those that are marked; for one to be written it
// takes the folder and the name.
func (s *sheet) take(path string) {
	if s.place == nil {
		if !slices.Contains(s.marked, path) {
			s.marked = append(s.marked, path)
		}
		s.finish(s.marked)
		return
	}
	s.place.name.SetText(filepath.Base(path))
	s.show(filepath.Dir(path), "", nil)
	s.window.Focus(s.place.name)
}

// goUp shows the folder above, with the one left chosen.
func (s *sheet) goUp() {
	left := filepath.Base(s.folder)
	above := filepath.Dir(s.folder)
	s.show(above, "", func(err error) {
		s.sayUnreadable(above, err)
		if row := slices.IndexFunc(s.shown, func(e entry) bool { return e.name == left }); row >= 0 {
			s.table.Choose(row)
		}
	})
}

// TypedKey takes the keys that the list has no use for.
func (s *sheet) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace:
		s.mark(s.table.Chosen())
	case fyne.KeyBackspace:
		_, letters := split(expand(s.path.Text, s.opened))
		if letters == "" {
			s.goUp()
			return
		}
		_, last := utf8.DecodeLastRuneInString(s.path.Text)
		s.path.SetText(s.path.Text[:len(s.path.Text)-last])
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd:
		s.window.Focus(s.table)
		s.table.TypedKey(key)
	}
}

// TypedRune narrows the list down: letters typed in it go to the end of the path.
// A space has come as a key, which marks.
func (s *sheet) TypedRune(r rune) {
	if r != ' ' {
		s.path.TypeIn(s.path.Text + string(r))
	}
}

// mark marks the file in that line, or takes its mark away.
func (s *sheet) mark(row int) {
	if s.place != nil || row < 0 || row >= len(s.shown) || s.shown[row].folder {
		return
	}
	path := s.pathOf(s.shown[row])
	if at := slices.Index(s.marked, path); at >= 0 {
		s.marked = slices.Delete(s.marked, at, at+1)
	} else {
		s.marked = append(s.marked, path)
	}
	s.showMarks()
}

// pointed marks with the pointer: the file in that line, with it the chosen one if
// none is marked yet, or all from the chosen one on.
func (s *sheet) pointed(row int, how widgets.Marking) {
	from := row
	if s.moved {
		from = s.table.Chosen()
	}
	if how == widgets.MarkThrough {
		for _, e := range s.shown[min(from, row) : max(from, row)+1] {
			if path := s.pathOf(e); !e.folder && !slices.Contains(s.marked, path) {
				s.marked = append(s.marked, path)
			}
		}
		s.showMarks()
		return
	}
	if how == widgets.MarkAlso && len(s.marked) == 0 && from != row {
		s.mark(from)
	}
	s.mark(row)
}

// SelectAll marks all files on show, or takes their marks away if all have one.
func (s *sheet) SelectAll() {
	var files, without []string
	for _, e := range s.shown {
		if e.folder {
			continue
		}
		path := s.pathOf(e)
		files = append(files, path)
		if !slices.Contains(s.marked, path) {
			without = append(without, path)
		}
	}
	switch {
	case s.place != nil || len(files) == 0:
		return
	case len(without) > 0:
		s.marked = append(s.marked, without...)
	default:
		s.marked = slices.DeleteFunc(s.marked, func(path string) bool { return slices.Contains(files, path) })
	}
	s.showMarks()
}

// showMarks shows which files are marked, and how many.
func (s *sheet) showMarks() {
	s.act.SetText(s.say.Say("files.choose.do", nil))
	if n := len(s.marked); n > 0 {
		s.act.SetText(s.say.Count("files.choose.marked", n, app.Args{"Number": s.say.Number(int64(n))}))
	}
	s.table.Again(len(s.shown), s.cells, s.table.Chosen())
	s.content.Refresh()
}

// Save takes the files that are marked, or else what the keys are at: it opens a
// folder that the person went to.
func (s *sheet) Save() {
	row := s.table.Chosen()
	switch {
	case s.place != nil:
		s.place.save()
	case len(s.marked) > 0:
		s.finish(s.marked)
	case row >= 0 && row < len(s.shown) && (s.moved || !s.shown[row].folder):
		s.open(row)
	default:
		s.goTo(s.path.Text)
	}
}
