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
	execute.Latest(p.Run, &p.readings, func(ctx context.Context) (complaints.Dossier, error) {
		return p.Desk.Dossier(ctx, a.draft.complaint)
	}, func(err error) {
		switch {
		case p.asking != a:
		case app.CodeOf(err) != app.CodeNotFound:
			p.Window.Failed(err)
		case !a.gone:
			a.gone = true
			p.fill(p.overFoot(widgets.Grow(widgets.EmptyState(theme.IconWarning,
				p.say.Say("complaints.gone", nil), p.say.Say("complaints.gone.more", nil)))))
		}
	}, func(read complaints.Dossier) {
		if p.asking == a {
			a.gone = false
			p.draw(read)
		}
	})
}
