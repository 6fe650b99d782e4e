package files

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// The size of a sheet at the normal text size, where the window has the room.
const (
	sheetWidth  = 760
	sheetHeight = 600
)

// up is the name of the line that leads to the folder above.
const up = ".."

// sheet is the sheet on show.
type sheet struct {
	*Chooser
	endings []string
	chosen  func(paths []string)
	away    func() // takes it away; nil: it is gone

	content fyne.CanvasObject
	path    *widgets.Entry
	where   *widgets.Field // around path
	table   *widgets.Table
	none    *widgets.Paragraph
	empty   *fyne.Container // around none
	place   *place          // of a file to be written; nil: files are to be chosen
	act     *widgets.Button

	opened string  // the folder gone into; paths may be typed from there
	folder string  // the one on show, while a path is typed maybe another
	all    []entry // in it
	shown  []entry // of these, the ones that match what is typed
	marked []string
	moved  bool          // the person went to the line that is chosen
	asked  execute.Asked // counts readings; only the last one's answer is shown
	quiet  bool          // while the path is set from here
}

func newSheet(c *Chooser, endings []string, chosen func(paths []string)) *sheet {
	return &sheet{Chooser: c, endings: endings, chosen: chosen}
}

// begin shows the sheet: for choosing, or for writing a file of that name.
func (s *sheet) begin(name string) {
	title, act := "files.choose", "files.choose.do"
	if name != "" {
		s.place = newPlace(s, name)
		title, act = "files.save", "files.save.do"
	}
	say := s.say
	s.path = widgets.NewEntry(say.Say("files.path.example", nil))
	s.path.OnChanged = func(text string) { s.typed(text) }
	s.path.OnSubmitted = func(string) { s.goTo(s.path.Text) }
	s.path.OnKey = s.pathKey
	s.where = widgets.NewField(say.Say(title+".path", nil), s.path)
	s.where.SetHint(say.Say(title+".hint", nil))
	s.table = widgets.NewTable([]widgets.ColumnSpec{
		{Width: 20, Style: widgets.Heading.In(theme.ColorAccent)},
		{Title: say.Say("files.name", nil), Weight: 1},
		{Title: say.Say("files.size", nil), Width: 80, Right: true, Style: widgets.Note},
		{Title: say.Say("files.day", nil), Width: 96, Right: true, Style: widgets.Note},
	}, func(int) { s.moved = true }, s.open)
	if s.place == nil {
		s.table.OnMark = s.pointed
	}
	s.none = widgets.NewParagraph("", widgets.Muted)
	s.empty = widgets.Inset(s.none, 12, 20, 0, 20)
	s.act = widgets.NewButton(widgets.Primary, say.Say(act, nil), s.Save).WithKey(say.Say("files.key.do", nil))
	s.content = s.build(say.Say(title, nil))

	s.away = s.window.ShowSheet(s)
	folder := s.window.Folder()
	if folder == "" {
		folder = home()
	}
	s.show(folder, "", func(err error) {
		if err != nil { // the one used last is gone
			s.show(home(), "", nil)
		}
	})
}

func (s *sheet) build(title string) fyne.CanvasObject {
	cancel := widgets.NewButton(widgets.Plain, s.say.Say("files.cancel", nil), s.Back).WithKey(s.say.Say("files.key.cancel", nil))
	list := widgets.Column(0, s.table.Header(), widgets.Line(), s.empty, widgets.Grow(s.table))
	column := widgets.Column(10, widgets.NewText(title, widgets.Heading), s.where, widgets.Grow(widgets.Panel(list)))
	if s.place != nil {
		column.Add(s.place.field)
	}
	column.Add(widgets.Row(8, widgets.Space(), cancel, s.act))
	return widgets.Fixed(sheetWidth, sheetHeight, widgets.Floating(widgets.Inset(column, 20, 24, 20, 24)))
}

// Content is the sheet.
func (s *sheet) Content() fyne.CanvasObject { return s.content }

// First is the path, or the name of a file to be written, since that is all that
// is needed as a rule.
func (s *sheet) First() fyne.Focusable {
	if s.place != nil {
		return s.place.name
	}
	return s.path
}

// Back thinks better of it.
func (s *sheet) Back() { s.finish(nil) }

// finish takes the sheet away and hands over what was chosen.
func (s *sheet) finish(paths []string) {
	if s.away == nil {
		return
	}
	s.away()
	s.away = nil
	s.asked++
	if len(paths) > 0 {
		s.window.SetFolder(filepath.Dir(paths[len(paths)-1]))
	}
	s.chosen(paths)
}

// show reads a folder off the UI goroutine and shows its entries with those
// letters; read is then told how it went, nil says it below the path.
func (s *sheet) show(folder, letters string, read func(err error)) {
	s.list(folder, letters, func(err error) {
		if err == nil || s.opened == "" {
			s.opened = folder
			s.setPath(withEnd(folder, true) + letters)
		}
		if read != nil {
			read(err)
		} else {
			s.sayUnreadable(folder, err)
		}
	})
}

// list reads a folder and leaves the path as it is typed.
func (s *sheet) list(folder, letters string, done func(err error)) {
	execute.Latest(s.run, &s.asked, func(context.Context) ([]entry, error) { return read(folder, s.endings) }, done, func(all []entry) {
		s.folder, s.all = folder, all
		s.match(letters)
		done(nil)
	})
}

func (s *sheet) sayUnreadable(folder string, err error) {
	if err != nil {
		s.where.SetProblem(s.say.Say("files.unreadable", app.Args{"Path": folder}))
	}
}

// match shows the entries with those letters in their names.
func (s *sheet) match(letters string) {
	s.shown = matching(s.all, letters)
	if letters == "" && filepath.Dir(s.folder) != s.folder {
		s.shown = append([]entry{{name: up, folder: true}}, s.shown...)
	}
	s.table.SetRows(len(s.shown), s.cells)
	s.moved = false
	if len(s.shown) > 0 {
		s.table.Choose(0)
	}
	none := ""
	switch {
	case letters != "" && len(s.shown) == 0:
		none = s.say.Say("files.none.matching", app.Args{"Letters": letters})
	case len(s.all) == 0 && s.place == nil:
		none = s.say.Say("files.none", nil)
	}
	s.none.SetText(none)
	s.empty.Hidden = none == ""
	s.content.Refresh()
}

// cells writes a line of the table.
func (s *sheet) cells(row int) []string {
	e := s.shown[row]
	switch {
	case e.name == up:
		return []string{"", s.say.Say("files.up", nil)}
	case e.folder:
		return []string{"", e.name + separator}
	}
	mark := ""
	if slices.Contains(s.marked, s.pathOf(e)) {
		mark = "•"
	}
	return []string{mark, e.name, s.sizeOf(e), s.say.Day(app.DayOf(e.changed), app.DayOf(s.clock()))}
}

// sizeOf writes a size as people speak of it.
func (s *sheet) sizeOf(e entry) string {
	const kilo, mega = 1_000, 1_000_000
	if e.size < mega {
		return s.say.Say("files.kilobytes", app.Args{"Number": s.say.Number((e.size + kilo - 1) / kilo)})
	}
	return s.say.Say("files.megabytes", app.Args{"Number": s.say.Number((e.size + mega/2) / mega)})
}

func (s *sheet) pathOf(e entry) string { return filepath.Join(s.folder, e.name) }

// setPath writes the path for the person.
func (s *sheet) setPath(text string) {
	s.quiet = true
	s.path.TypeIn(text)
	s.quiet = false
	s.where.SetProblem("")
}
