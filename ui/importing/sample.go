package importing

import (
	"context"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// lookForSample finds out whether the book holds made-up people, whom what is
// real must not be mixed with, and shows so.
func (p *Page) lookForSample() {
	holds := false
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		holds, err = p.Book.HoldsSample(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		was := p.madeUp
		p.madeUp = holds
		switch {
		case holds == was:
		case p.stage == waits:
			p.begin()
		case p.stage == previews:
			p.readAnew() // it is matched with other people now
		}
	})
}

// aboutSample says that the book holds made-up people, with the way to begin in
// earnest; none if it does not.
func (p *Page) aboutSample() []fyne.CanvasObject {
	if !p.madeUp {
		return nil
	}
	leave := widgets.NewButton(widgets.Plain, p.say.Say("sample.leave", nil), p.leaveSample).WithIcon(theme.IconShop)
	return []fyne.CanvasObject{widgets.Column(8,
		widgets.NewParagraph(p.say.Say("sample.in-book", nil), widgets.Note.In(theme.ColorSoon)),
		widgets.Row(0, leave))}
}

// leaveSample takes the made-up people out of the book.
func (p *Page) leaveSample() {
	by := p.By()
	var left app.Applied
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		left, err = p.Book.LeaveSample(ctx, by)
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		p.Window.Toast(p.say.Say("sample.left", nil), func() { p.bringBack(left.Batch) })
	})
}

// bringBack takes back that the made-up people were taken out; the window says so.
func (p *Page) bringBack(batch app.ID) {
	by := p.By()
	execute.Do(p.Run, func(ctx context.Context) error {
		_, err := p.Book.Undo(ctx, batch, by)
		return err
	}, p.Window.Failed)
}
