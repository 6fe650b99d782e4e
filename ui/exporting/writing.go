package exporting

import (
	"context"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// writing is a file that is being written.
type writing struct {
	stop  context.CancelFunc
	ended chan struct{} // closed when nothing is written any more
	panel *widgets.ProgressPanel
	all   int // how many records it will be; 0: not known
}

// write writes the file off the UI goroutine, all or nothing.
func (p *Page) write(path string, o order) {
	all := 0
	if p.counted {
		all = p.count.Notes
	}
	p.stopCounting()
	p.form.fail("")
	p.form.said(nil)
	ctx, cancel := context.WithCancel(context.Background())
	file := filepath.Base(path)
	w := &writing{stop: cancel, ended: make(chan struct{}), all: all}
	w.panel = widgets.NewProgressPanel(p.say.Say("take.writing", app.Args{"File": file}), p.say.Say("take.stop", nil), cancel)
	p.writing = w
	title := widgets.NewText(p.say.Say("take.title", nil), widgets.Heading)
	p.fill(widgets.Sheet(title, widgets.Column(0, w.panel), nil))
	p.Window.Focus(nil)

	var count exporting.Count
	var boxed []string
	execute.Then(p.Run, func(context.Context) error {
		defer cancel()
		defer close(w.ended)
		return exporting.ToFile(path, func(to io.Writer) (err error) {
			count, err = p.writeTo(ctx, to, o, func(done int) { p.Run.UI(func() { p.progress(w, done) }) }, &boxed)
			return err
		})
	}, func(err error) { p.wrote(path, o.what, count, boxed, err) })
}

// writeTo writes what is asked for. Boxed are the names that paper cannot show.
func (p *Page) writeTo(ctx context.Context, to io.Writer, o order, progress func(done int), boxed *[]string) (exporting.Count, error) {
	if o.what == notes {
		return p.notes.Reporting(progress).Notes(ctx, to, o.filter, o.format)
	}
	n, err := p.records.Reporting(progress).Boxing(func(names []string) { *boxed = names }).Write(ctx, to, o.what, o.filter, o.format)
	return exporting.Count{Notes: n}, err
}

func (p *Page) progress(w *writing, done int) {
	part, all := 0.0, p.say.Number(int64(max(w.all, done)))
	if w.all > 0 {
		part = float64(done) / float64(w.all)
	}
	w.panel.Set(part, p.say.Say("take.progress", app.Args{"Done": p.say.Number(int64(done)), "All": all}))
}

// wrote says what came of the file, and shows the form again.
func (p *Page) wrote(path string, what exporting.Subject, count exporting.Count, boxed []string, err error) {
	p.writing = nil
	p.fill(p.sides)
	if p.shown {
		p.Window.Focus(p.form.save)
	}
	p.recount()
	switch {
	case err != nil && app.CodeOf(err) == app.CodeCancelled:
		p.Window.Toast(p.say.Say("take.stopped", nil), nil)
	case err != nil:
		p.form.fail(p.say.Error(err))
		if !p.shown {
			p.Window.Failed(err)
		}
	default:
		p.done(path, what, count, boxed)
	}
}

// done says what was written and where: on the page as long as it is seen, else
// in a message.
func (p *Page) done(path string, what exporting.Subject, count exporting.Count, boxed []string) {
	text := p.say.Count("take.done."+string(what), count.Notes, app.Args{
		"Number": p.say.Number(int64(count.Notes)), "File": filepath.Base(path), "Folder": filepath.Dir(path),
	})
	if len(boxed) > 0 {
		text += " " + p.say.Say("opinions.cards.boxed", app.Args{"Names": p.say.List(boxed)})
	}
	switch {
	case p.shown:
		result, first := p.result(text, path)
		p.form.said(result)
		p.Window.Focus(first)
	case p.OnOpen == nil:
		p.Window.Toast(text, nil)
	default:
		p.Window.Offer(text, p.say.Say("take.open", nil), func() { p.OnOpen(path) })
	}
}

// result says what was written, with the ways to it, and where the focus goes.
func (p *Page) result(text, path string) (result fyne.CanvasObject, first fyne.Focusable) {
	column := widgets.Column(8, widgets.TopRow(10, widgets.NewIcon(theme.IconCheck, theme.ColorAccent, 18), widgets.Grow(widgets.NewParagraph(text, widgets.Body))))
	first = p.form.save
	if p.OnOpen != nil {
		open := widgets.NewButton(widgets.Plain, p.say.Say("take.open", nil), func() { p.OnOpen(path) }).WithIcon(theme.IconFile)
		folder := widgets.NewButton(widgets.Plain, p.say.Say("take.open.folder", nil), func() { p.OnOpen(filepath.Dir(path)) })
		column.Add(widgets.Wrap(8, open, folder))
		first = open
	}
	return widgets.Soft(column), first
}
