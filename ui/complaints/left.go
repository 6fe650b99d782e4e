package complaints

import (
	"context"
	"encoding/json"

	"ringback.app/app"
	"ringback.app/ui/keeping"
)

// Left reads what was typed about complaints and is not on record. What cannot be
// read is left alone.
func (p *Page) Left(ctx context.Context) ([]keeping.Left, error) {
	value, err := p.Book.Kept(ctx, draftsKey)
	var typed []typed
	if err != nil || json.Unmarshal(value, &typed) != nil {
		return nil, err
	}
	var all []keeping.Left
	named := make(map[app.ID]bool)
	for _, t := range typed {
		read, err := p.Desk.Dossier(ctx, t.Complaint)
		if err != nil || named[t.Complaint] {
			continue // it is gone, or has another
		}
		named[t.Complaint] = true
		all = append(all, keeping.Left{
			What: p.say.Say("complaints.left", app.Args{"Name": p.say.Called(read.Customer)}),
			GoOn: func() { p.Open(t.Complaint) },
			Open: func() bool { return p.shown && p.asking != nil && p.asking.draft.complaint == t.Complaint },
		})
	}
	return all, nil
}
