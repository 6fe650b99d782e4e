package settings

import (
	"context"
	"reflect"

	"ringback.app/ui/keeping"
)

// Left reads whether settings were typed that are not on record. What cannot be
// read is said on the page.
func (p *Page) Left(ctx context.Context) ([]keeping.Left, error) {
	draft, typed, err := p.Desk.Draft(ctx)
	if !typed || err != nil {
		return nil, keeping.Unread(err)
	}
	read, err := p.Desk.Form(ctx)
	if err != nil || reflect.DeepEqual(draft.Over(read), read) {
		return nil, err
	}
	return []keeping.Left{{What: p.say.Say("settings.left", nil), Open: func() bool { return p.shown }}}, nil
}
