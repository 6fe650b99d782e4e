package complaints

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"ringback.app/app"
	"ringback.app/app/drafts"
	"ringback.app/ui/keeping"
)

// Left reads what was typed about complaints and is not on record. What was
// written wrongly is left alone; with an error there may be more.
func (p *Page) Left(ctx context.Context) ([]keeping.Left, error) {
	typed, _, err := p.drafts().Get(ctx, app.KeptAnswers)
	if err != nil && !drafts.IsUnreadable(err) {
		return nil, err
	}
	questions := make(map[app.ID][]string)
	for _, t := range typed {
		questions[t.Complaint] = append(questions[t.Complaint], t.Question)
	}
	var all []keeping.Left
	var unread error
	for _, complaint := range slices.SortedFunc(maps.Keys(questions), app.ID.Compare) {
		read, err := p.Desk.Dossier(ctx, complaint)
		if err != nil {
			unread = cmp.Or(unread, keeping.Unread(err))
			continue
		}
		all = append(all, keeping.Left{
			What: p.say.Say("complaints.left", app.Args{"Name": p.say.Called(read.Customer)}), Apart: read.Complaint.Wrong,
			GoOn: func() { p.goOn(leftOver{complaint, questions[complaint]}) },
			Open: func() bool { return p.shown && p.asking != nil && p.asking.draft.complaint == complaint },
		})
	}
	return all, unread
}

// leftOver is what was typed about a complaint in answer to these questions.
type leftOver struct {
	complaint app.ID
	questions []string
}

// goOn shows a complaint and asks what was being answered.
func (p *Page) goOn(l leftOver) {
	p.leaveAsking()
	p.resume = &l
	p.open(l.complaint)
}

// askLeft asks, once the complaint is read that somebody goes on with, the first of
// the questions that can still be asked.
func (p *Page) askLeft() {
	l := p.resume
	if l == nil || l.complaint != p.file.Complaint.ID {
		return
	}
	p.resume = nil
	for _, d := range p.deeds() {
		if slices.Contains(l.questions, d.text) {
			p.sides.ShowLeft(false)
			d.do()
			return
		}
	}
}
