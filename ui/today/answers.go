package today

import (
	"context"
	"strings"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/when"
	"ringback.app/ui/execute"
	"ringback.app/ui/keeping"
)

// The questions that are asked on a card, as their answers are kept.
const (
	askedCallBack = "call-back"
	askedRefusal  = "refusal"
	askedAnyway   = "anyway"
	askedRemedy   = "remedy"
)

// aboutCalls are the questions that are over when the call is on record.
func aboutCalls() []string { return []string{askedCallBack, askedRefusal, askedAnyway} }

// answering keeps what is typed in answer to one question.
type answering struct {
	*keeping.Keeper
	page *Page
	to   calling.AnswerTo
	kept bool // the book has it
}

// answering returns what keeps the answers to that question: always the same, so
// that what comes late is known to be late.
func (p *Page) answering(to calling.AnswerTo) *answering {
	if k := p.keepers[to]; k != nil {
		return k
	}
	k := &answering{page: p, to: to}
	k.Keeper = keeping.New(p.Run, p.After, p.Window.Failed, k.write)
	p.keepers[to] = k
	return k
}

// write returns what keeps the answer as it is typed now; nil if there is none.
func (k *answering) write() keeping.Write {
	desk := k.page.Desk
	given, typed := k.page.answers[k.to]
	if !typed && !k.kept {
		return nil
	}
	if k.kept = typed; !typed {
		return func(ctx context.Context) error { return desk.DropAnswer(ctx, k.to) }
	}
	return func(ctx context.Context) error { return desk.KeepAnswer(ctx, given) }
}

// takeDown notes what is typed now. What was chosen alone is no words, and what
// the question began with is nothing that was typed.
func (k *answering) takeDown(a *ask) {
	given := a.answer()
	if strings.TrimSpace(given.text+given.second) == "" || given == a.blank {
		if _, typed := k.page.answers[k.to]; !typed {
			return
		}
		delete(k.page.answers, k.to)
	} else {
		k.page.answers[k.to] = calling.Answer{
			AnswerTo: k.to, Chosen: given.chosen, Text: given.text, Second: given.second, Open: given.open,
			Began: calling.Begun{Chosen: a.began.chosen, Text: a.began.text, Second: a.began.second},
		}
	}
	k.Touch()
}

// fill types what was typed before, over what the question begins with. Where that
// has changed since, what nobody touched is as it is now. It tells whether there
// was such a change, since the rest is to be read once more.
func (a *ask) fill(before calling.Answer) bool {
	now := a.blank
	if before.Question != "" {
		a.began = answer{chosen: before.Began.Chosen, text: before.Began.Text, second: before.Began.Second} // until it is saved, it is pointed out
		now = answer{
			chosen: over(a.blank.chosen, a.began.chosen, before.Chosen),
			text:   over(a.blank.text, a.began.text, before.Text),
			second: over(a.blank.second, a.began.second, before.Second),
			open:   before.Open,
		}
	}
	if a.choice != nil {
		a.choice.SetChosen(now.chosen)
	}
	a.entry.TypeIn(now.text)
	if a.typed != nil {
		a.typed.TypeIn(now.second)
	}
	if a.boxes != nil {
		a.boxes.SetOpen(now.open)
	}
	return a.began != a.blank && now != a.blank
}

// over returns what is typed over what a line begins with: what nobody touched is
// as it is now.
func over(now, was, typed string) string {
	if typed == was {
		return now
	}
	return typed
}

// onRecord forgets the answers to those questions, since they are on record, and
// returns them.
func (p *Page) onRecord(customer, complaint app.ID, questions ...string) (given []calling.Answer) {
	for _, question := range questions {
		to := calling.AnswerTo{Customer: customer, Question: question, Complaint: complaint}
		before, typed := p.answers[to]
		if !typed {
			continue
		}
		given = append(given, before)
		delete(p.answers, to)
		k := p.answering(to)
		k.kept = false
		turn := k.Take()
		execute.Do(p.Run, func(ctx context.Context) error {
			return k.Settle(turn, func() (bool, error) { return true, p.Desk.DropAnswer(ctx, to) })
		}, p.Window.Failed)
	}
	return given
}

// offRecord keeps answers again: what was done of them was taken back.
func (p *Page) offRecord(given []calling.Answer) {
	for _, a := range given {
		if _, typed := p.answers[a.AnswerTo]; !typed {
			p.answers[a.AnswerTo] = a
			p.answering(a.AnswerTo).Now()
		}
	}
}

// readAnswers reads, once, what was being typed when the program ended. Unless a
// note comes back, the question asked last does.
func (p *Page) readAnswers(noted bool) {
	var all []calling.Answer
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		all, err = p.Desk.Answers(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.Window.Failed(err)
			return
		}
		var last calling.Answer
		for _, a := range all {
			if _, typed := p.answers[a.AnswerTo]; typed {
				continue // somebody was faster
			}
			if a.Question == askedCallBack {
				a.Text = when.Pinned(a.Text, a.Saved, p.reading(when.OnlyAhead))
			}
			p.answers[a.AnswerTo] = a
			p.answering(a.AnswerTo).kept = true
			if last.Saved.IsZero() || a.Saved.After(last.Saved) {
				last = a
			}
		}
		if !noted && !last.Saved.IsZero() && (p.mode == showsCard || p.mode == showsNobody) {
			p.askAgain(last.AnswerTo)
		}
	})
}

// askAgain shows the card of somebody with the question that was being answered.
func (p *Page) askAgain(to calling.AnswerTo) {
	p.readings++
	p.bringing++
	reading := p.readings
	var read calling.Card
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		read, err = p.Desk.CardAbout(ctx, to.Customer, app.ID{})
		return err
	}, func(err error) {
		p.bringing--
		if reading != p.readings || p.mode == writesNote || p.mode == asks {
			return // something else was chosen meanwhile
		}
		if err != nil {
			if app.CodeOf(err) != app.CodeNotFound {
				p.Window.Failed(err)
			}
			p.choose(p.agenda.first())
			return
		}
		ask := p.question(to, read)
		if ask == nil {
			p.onRecord(to.Customer, to.Complaint, to.Question) // nobody could answer it any more
			p.choose(p.agenda.first())
			return
		}
		p.chosen, p.about, p.guest = to.Customer, app.ID{}, !p.agenda.has(to.Customer)
		p.mode = showsCard
		p.left.mark(to.Customer)
		p.showCard(read, false)
		ask()
		p.Window.Toast(p.say.Say("today.toast.asked-again", app.Args{"Name": p.say.Called(read.Customer)}), nil)
	})
}

// question returns what asks that question on the card, nil if there is nothing
// to ask any more.
func (p *Page) question(to calling.AnswerTo, card calling.Card) func() {
	switch to.Question {
	case askedCallBack:
		return p.askCallBack
	case askedRefusal:
		return p.askRefusal
	case askedAnyway:
		if card.Because != nil {
			return func() { p.askAnyway(nil) }
		}
	case askedRemedy:
		if c, ok := complaintOn(card, to.Complaint); ok && c.PutRight.IsZero() {
			return func() { p.askRemedy(to.Complaint) }
		}
	}
	return nil
}

// complaintOn returns the complaint with that ID, and whether the card has it.
func complaintOn(card calling.Card, id app.ID) (app.Complaint, bool) {
	for _, c := range card.Complaints {
		if c.ID == id {
			return c, true
		}
	}
	return app.Complaint{}, false
}
