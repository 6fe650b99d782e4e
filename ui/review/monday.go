package review

import (
	"context"
	"io"
	"path/filepath"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/ui/execute"
)

// printMonday asks for a place and writes the sheet for the Monday meeting
// there: the figures on show, as PDF.
func (p *Page) printMonday() {
	if !p.known {
		return
	}
	period := p.period
	p.OnSave(p.Monday.Suggest(period), func(path string) {
		if path == "" {
			return
		}
		p.head.monday.Disable()
		var boxed []string
		execute.Then(p.Run, func(ctx context.Context) error {
			return exporting.ToFile(path, func(w io.Writer) (err error) {
				boxed, err = p.Monday.Write(ctx, w, period)
				return err
			})
		}, func(err error) {
			if p.known {
				p.head.monday.Enable()
			}
			p.printed(path, boxed, err)
		})
	})
}

func (p *Page) printed(path string, boxed []string, err error) {
	if err != nil {
		p.Window.Failed(err)
		return
	}
	said := p.say.Say("review.monday.done", app.Args{"File": filepath.Base(path), "Folder": filepath.Dir(path)})
	if len(boxed) > 0 {
		said += " " + p.say.Say("opinions.cards.boxed", app.Args{"Names": p.say.List(boxed)})
	}
	if p.OnOpen == nil {
		p.Window.Toast(said, nil)
		return
	}
	p.Window.Offer(said, p.say.Say("review.monday.open", nil), func() { p.OnOpen(path) })
}
