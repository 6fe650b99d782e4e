package today

import (
	"cmp"
	"context"

	"ringback.app/app"
	"ringback.app/ui/keeping"
)

// Left reads the notes and answers that were begun and are not on record. With an
// error there may be more of them.
func (p *Page) Left(ctx context.Context) ([]keeping.Left, error) {
	begun, err := p.Desk.Drafts(ctx)
	if err != nil {
		return nil, err
	}
	var all []keeping.Left
	var unread error
	for _, customer := range begun {
		card, err := p.Desk.CardAbout(ctx, customer, app.ID{})
		if err != nil {
			unread = cmp.Or(unread, keeping.Unread(err))
			continue
		}
		all = append(all, keeping.Left{
			What:  p.say.Say("today.left.note", app.Args{"Name": p.say.Called(card.Customer)}),
			Apart: p.say.Phone(card.Number, card.Plan.Country),
			GoOn: func() {
				p.Choose(customer)
				p.reopen(customer)
			},
			Open: func() bool { return p.mode == writesNote && p.note.customer() == customer },
		})
	}
	answers, err := p.Desk.Answers(ctx)
	for _, a := range answers {
		card, err := p.Desk.CardAbout(ctx, a.Customer, app.ID{})
		if err != nil {
			unread = cmp.Or(unread, keeping.Unread(err))
			continue
		}
		apart := p.say.Phone(card.Number, card.Plan.Country)
		if c, about := complaintOn(card, a.Complaint); about {
			apart = inBrief(c.Wrong)
		}
		all = append(all, keeping.Left{
			What: p.leftAnswer(a.Question, card.Customer), Apart: apart,
			GoOn: func() {
				p.Choose(a.Customer)
				p.askAgain(a.AnswerTo)
			},
			Open: func() bool { return p.mode == asks && p.asking.kept.to == a.AnswerTo },
		})
	}
	return all, cmp.Or(err, unread)
}

// leftAnswer names an answer by the question that it is to.
func (p *Page) leftAnswer(question string, of app.Customer) string {
	key := "today.left.answer"
	switch question {
	case askedCallBack, askedRefusal, askedAnyway, askedRemedy:
		key = "today.left.answer." + question
	}
	return p.say.Say(key, app.Args{"Name": p.say.Called(of)})
}
