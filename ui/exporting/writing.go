package exporting

import (
	"context"
	"io"
	"path/filepath"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/ui/widgets"
)

// writing is a file that is being written.
type writing struct {
	stop  context.CancelFunc
	ended chan struct{} // closed when nothing is written any more
	panel *widgets.ProgressPanel
	all   int // how many notes it will be; 0: not known
}

// write writes the file off the UI goroutine, all or nothing.
func (p *Page) write(path string, filter exporting.Filter, format exporting.Format) {
	all := 0
	if p.counted {
		all = p.count.Notes
	}
	p.stopCounting()
	p.form.fail("")
	ctx, cancel := context.WithCancel(context.Background())
	file := filepath.Base(path)
	w := &writing{stop: cancel, ended: make(chan struct{}), all: all}
	w.panel = widgets.NewProgressPanel(p.say.Say("take.writing", app.Args{"File": file}), p.say.Say("take.stop", nil), cancel)
	p.writing = w
	title := widgets.NewText(p.say.Say("take.title", nil), widgets.Heading)
	p.fill(widgets.Sheet(title, w.panel, nil))
	p.Window.Focus(nil)

	exporter := p.exporter.Reporting(func(done int) { p.Run.UI(func() { p.progress(w, done) }) })
	p.Run.Go(func() {
		var count exporting.Count
		err := exporting.ToFile(path, func(to io.Writer) error {
			var err error
			count, err = exporter.Notes(ctx, to, filter, format)
			return err
		})
		close(w.ended)
		cancel()
		p.Run.UI(func() { p.wrote(path, count, err) })
	})
}

func (p *Page) progress(w *writing, done int) {
	part, all := 0.0, p.say.Number(int64(max(w.all, done)))
	if w.all > 0 {
		part = float64(done) / float64(w.all)
	}
	w.panel.Set(part, p.say.Say("take.progress", app.Args{"Done": p.say.Number(int64(done)), "All": all}))
}

// wrote says what came of the file, and shows the form again.
func (p *Page) wrote(path string, count exporting.Count, err error) {
	p.writing = nil
	p.fill(p.form.content)
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
		p.done(path, count)
	}
}

func (p *Page) done(path string, count exporting.Count) {
	text := p.say.Count("take.done", count.Notes, app.Args{"Number": p.say.Number(int64(count.Notes)), "File": filepath.Base(path)})
	if p.OnOpen == nil {
		p.Window.Toast(text, nil)
		return
	}
	p.Window.Offer(text, p.say.Say("take.open", nil), func() { p.OnOpen(path) })
}
