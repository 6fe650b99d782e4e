package complaints

import (
	"context"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/ui/execute"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// readBehind reads the complaint anew that a question is asked about, and draws it
// behind the question. Where it is in the book no more, it says so: what is typed
// stays in sight.
func (p *Page) readBehind(a *ask) {
	p.readings++
	mine := p.readings
	var read complaints.Dossier
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		read, err = p.Desk.Dossier(ctx, a.draft.complaint)
		return err
	}, func(err error) {
		switch {
		case mine != p.readings || p.asking != a:
		case err == nil:
			a.gone = false
			p.draw(read)
		case app.CodeOf(err) != app.CodeNotFound:
			p.Window.Failed(err)
		case !a.gone:
			a.gone = true
			p.fill(p.overFoot(widgets.Grow(widgets.EmptyState(theme.IconWarning,
				p.say.Say("complaints.gone", nil), p.say.Say("complaints.gone.more", nil)))))
		}
	})
}
