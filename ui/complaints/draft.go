package complaints

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"time"

	"ringback.app/app"
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
}

// draftsKey is where the book keeps them, all in one: they are few and short.
const draftsKey = "draft.complaints"

// keepAfter is how long after a letter was typed the draft is on disk.
const keepAfter = 300 * time.Millisecond

// drafts writes to the book in the order in which things were typed, on whatever
// goroutine.
type drafts struct {
	mu   sync.Mutex
	turn int // of the last one made
	kept int // of the one that the book has
}

// readDrafts reads what was left when the program ended.
func (p *Page) readDrafts() {
	var value []byte
	var err error
	p.run(func(ctx context.Context) { value, err = p.Book.Kept(ctx, draftsKey) }, func() {
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

// typed keeps what is typed soon, and not for every letter.
func (p *Page) typed() {
	if p.asking == nil || p.stopKeep != nil {
		return
	}
	p.stopKeep = p.After(keepAfter, func() {
		p.stopKeep = nil
		p.keepTyped()
	})
}

// keepTyped keeps what is typed now.
func (p *Page) keepTyped() {
	if p.note() {
		p.writeDrafts()
	}
}

// note takes down what is typed now, and tells whether there is anything to
// keep.
func (p *Page) note() bool {
	a := p.asking
	if a == nil || a.saving || len(a.fields) == 0 { // who it is, is looked for anew each time
		return false
	}
	given := a.answer()
	if strings.Join(values(given.texts), "") == "" {
		_, was := p.written[a.draft]
		delete(p.written, a.draft)
		return was
	}
	p.written[a.draft] = typed{a.draft.complaint, a.draft.question, given.chosen, given.texts}
	return true
}

// forget drops what is on record now.
func (p *Page) forget(d draftOf) {
	if _, ok := p.written[d]; ok {
		delete(p.written, d)
		p.writeDrafts()
	}
}

func (p *Page) writeDrafts() {
	write := p.writing()
	var err error
	p.run(func(ctx context.Context) { err = write(ctx) }, func() {
		if err != nil {
			p.Window.Failed(err)
		}
	})
}

// writing returns what keeps the drafts as they are now.
func (p *Page) writing() func(context.Context) error {
	all := make([]typed, 0, len(p.written))
	for _, t := range p.written {
		all = append(all, t)
	}
	p.drafts.turn++
	mine := p.drafts.turn
	return func(ctx context.Context) error {
		p.drafts.mu.Lock()
		defer p.drafts.mu.Unlock()
		if mine < p.drafts.kept {
			return nil
		}
		p.drafts.kept = mine
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
func (p *Page) Close(ctx context.Context) error {
	if !p.note() {
		return nil
	}
	return p.writing()(ctx)
}

// fill types what was typed before.
func (a *ask) fill(t typed) {
	if t.Chosen != "" && a.choice != nil {
		a.choice.SetChosen(t.Chosen)
	}
	for name, text := range t.Texts {
		if entry := a.entries[name]; entry != nil {
			typeIn(entry, text)
		}
	}
}

func values(texts map[string]string) []string {
	all := make([]string, 0, len(texts))
	for _, t := range texts {
		all = append(all, t)
	}
	return all
}
