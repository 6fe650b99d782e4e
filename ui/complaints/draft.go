package complaints

import (
	"context"
	"maps"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/drafts"
	"ringback.app/app/when"
	"ringback.app/ui/execute"
	"ringback.app/ui/keeping"
)

// draftOf names what a draft is for: a question about a complaint.
type draftOf struct {
	complaint app.ID
	question  string
}

// typed is what was typed in answer to a question and is not on record.
type typed struct {
	Complaint app.ID            `json:"complaint"`
	Question  string            `json:"question"`
	Chosen    string            `json:"chosen,omitempty"`
	Texts     map[string]string `json:"texts,omitempty"`
	At        time.Time         `json:"at,omitzero"` // when it was taken down: its days are those of then

	// What the question began with. Where that is something else by now, what
	// was typed is of a decision that does not hold any more.
	FromChosen string            `json:"from_chosen,omitempty"`
	FromTexts  map[string]string `json:"from_texts,omitempty"`
}

// of names what it is for.
func (t typed) of() draftOf { return draftOf{t.Complaint, t.Question} }

// pinned returns it with its days as they were meant when it was taken down.
func (t typed) pinned(reading when.Options) typed {
	if by := t.Texts[complaints.FieldBy]; by != "" {
		t.Texts = maps.Clone(t.Texts)
		t.Texts[complaints.FieldBy] = when.Pinned(by, t.At, reading)
	}
	return t
}

// from returns what the question began with.
func (t typed) from() answer { return answer{t.FromChosen, t.FromTexts} }

// drafts is where they are kept, all under app.KeptAnswers: they are few and short.
func (p *Page) drafts() drafts.Shelf[[]typed] {
	return drafts.Shelf[[]typed]{Book: p.Book, Unreadable: "error.complaints.draft"}
}

// readDrafts reads what was left when the program ended, unless it was read.
func (p *Page) readDrafts() {
	if p.looked {
		return
	}
	var left []typed
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		left, _, err = p.drafts().Get(ctx, app.KeptAnswers)
		return err
	}, func(err error) {
		if p.looked {
			return
		}
		if err != nil {
			p.Window.Failed(err)
		}
		p.looked = err == nil || drafts.IsUnreadable(err)
		for _, t := range left {
			if p.news(t) {
				p.written[t.of()] = t
			}
		}
	})
}

// news tells whether nothing else was typed since in answer to the same question.
func (p *Page) news(t typed) bool {
	_, is := p.written[t.of()]
	return !is && !p.dropped[t.of()]
}

// typed keeps what is typed soon.
func (p *Page) typed() {
	if p.asking != nil {
		p.keeper.Touch()
	}
}

// note takes down what is typed now. What the question began with is nothing that
// was typed.
func (p *Page) note() {
	a := p.asking
	if a == nil || a.saving || len(a.fields) == 0 { // who it is, is looked for anew each time
		return
	}
	given := a.answer()
	if given.empty() || given.same(a.blank) {
		p.forget(a.draft)
		return
	}
	p.written[a.draft] = typed{a.draft.complaint, a.draft.question, given.chosen, given.texts, p.Clock(), a.from.chosen, a.from.texts}
	p.unkept = true
	delete(p.dropped, a.draft)
}

// forget drops what is on record now, or was taken back.
func (p *Page) forget(d draftOf) {
	if _, ok := p.written[d]; ok {
		delete(p.written, d)
		p.dropped[d], p.unkept = true, true
	}
}

// draft returns what keeps the drafts as they are now, nil if the book has them.
// Where those that it had are still to be read, what is typed comes beside them.
func (p *Page) draft() keeping.Write {
	p.note()
	if !p.unkept {
		return nil
	}
	p.unkept = false
	now := drafted{slices.Collect(maps.Values(p.written)), maps.Clone(p.dropped), p.looked}
	return func(ctx context.Context) error {
		err := p.write(ctx, now)
		if err != nil {
			p.Run.UI(func() { p.unkept = true })
		}
		return err
	}
}

// drafted is all that is typed, and what is not any more.
type drafted struct {
	all     []typed
	dropped map[draftOf]bool
	whole   bool // no others are in the book
}

func (p *Page) write(ctx context.Context, now drafted) error {
	if !now.whole {
		left, _, err := p.drafts().Get(ctx, app.KeptAnswers)
		if err != nil && !drafts.IsUnreadable(err) {
			return err
		}
		for _, t := range now.all {
			now.dropped[t.of()] = true
		}
		now.all = append(now.all, slices.DeleteFunc(left, func(t typed) bool { return now.dropped[t.of()] })...)
	}
	if len(now.all) == 0 {
		return p.Book.Drop(ctx, app.KeptAnswers)
	}
	return p.drafts().Put(ctx, app.KeptAnswers, now.all)
}

// Close keeps what is being typed before the window goes. It returns when that
// is on disk.
func (p *Page) Close(ctx context.Context) error { return p.keeper.Close(ctx) }

// fill types what was typed before, over what the question begins with. Where
// that has changed since, what nobody touched is as it is now, and the rest is
// pointed out. It tells whether there was such a change.
func (a *ask) fill(t typed) (changed bool) {
	from := t.from()
	if t.Chosen != from.chosen && t.Chosen != "" && a.choice != nil {
		a.choice.SetChosen(t.Chosen)
	}
	for name, text := range t.Texts {
		if entry := a.entries[name]; entry != nil && text != from.texts[name] {
			entry.TypeIn(text)
		}
	}
	if open := t.Texts[openPromises]; a.boxes != nil && open != "" {
		a.boxes.SetOpen(open)
	}
	if t.Texts == nil || from.same(a.blank) {
		return false
	}
	a.from = from // until it is saved, it is pointed out
	return !a.answer().same(a.blank)
}

// empty tells whether nothing is typed.
func (a answer) empty() bool {
	for _, text := range a.texts {
		if text != "" {
			return false
		}
	}
	return true
}

// same tells whether the answers are the same; a line that is not there is empty.
func (a answer) same(b answer) bool {
	if a.chosen != b.chosen {
		return false
	}
	for _, texts := range []map[string]string{a.texts, b.texts} {
		for name := range texts {
			if a.texts[name] != b.texts[name] {
				return false
			}
		}
	}
	return true
}
