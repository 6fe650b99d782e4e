package opinions

import (
	"context"

	"ringback.app/ui/keeping"
)

// Left reads whether a card was typed that is not on record. One that cannot be
// read is said where cards are typed in.
func (p *Page) Left(ctx context.Context) ([]keeping.Left, error) {
	_, begun, err := p.Desk.Draft(ctx)
	if !begun || err != nil {
		return nil, keeping.Unread(err)
	}
	return []keeping.Left{{
		What: p.say.Say("opinions.left", nil), GoOn: p.Type,
		Open: func() bool { return p.shown && p.open == tab(p.typing) },
	}}, nil
}
