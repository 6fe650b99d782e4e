package complaints

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"ringback.app/app"
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

	// What the question began with. Where that is something else by now, what
	// was typed is of a decision that does not hold any more.
	FromChosen string            `json:"from_chosen,omitempty"`
	FromTexts  map[string]string `json:"from_texts,omitempty"`
}

// from returns what the question began with.
func (t typed) from() answer { return answer{t.FromChosen, t.FromTexts} }

// draftsKey is where the book keeps them, all in one: they are few and short.
const draftsKey = "draft.complaints"

// readDrafts reads what was left when the program ended.
func (p *Page) readDrafts() {
	var value []byte
	execute.Then(p.Run, func(ctx context.Context) (err error) {
		value, err = p.Book.Kept(ctx, draftsKey)
		return err
	}, func(err error) {
		p.looked = true
		if p.unkept { // somebody was faster
			p.keeper.Touch()
		}
		var all []typed
		if err != nil || value == nil || json.Unmarshal(value, &all) != nil {
			return // there is nothing, or nothing that could be read
		}
		for _, t := range all {
			if key := (draftOf{t.Complaint, t.Question}); p.written[key].Texts == nil {
				p.written[key] = t
			}
		}
	})
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
	p.written[a.draft] = typed{a.draft.complaint, a.draft.question, given.chosen, given.texts, a.from.chosen, a.from.texts}
	p.unkept = true
}

// forget drops what is on record now, or was taken back.
func (p *Page) forget(d draftOf) {
	if _, ok := p.written[d]; ok {
		delete(p.written, d)
		p.unkept = true
	}
}

// draft returns what keeps the drafts as they are now, nil if the book has them, or
// others that are still to be read.
func (p *Page) draft() keeping.Write {
	p.note()
	if !p.unkept || !p.looked {
		return nil
	}
	p.unkept = false
	all := slices.Collect(maps.Values(p.written))
	return func(ctx context.Context) error {
		if len(all) == 0 {
			return p.Book.Drop(ctx, draftsKey)
		}
		value, err := json.Marshal(all)
		if err != nil {
			return fmt.Errorf("write drafts: %w", err)
		}
		return p.Book.Keep(ctx, draftsKey, value)
	}
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
