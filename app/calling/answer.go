package calling

import (
	"context"
	"fmt"
	"time"

	"ringback.app/app"
	"ringback.app/app/drafts"
)

// AnswerTo names the question that an answer is to: one asked on the card of a
// customer, about one complaint of theirs or about none.
type AnswerTo struct {
	Customer  app.ID `json:"customer"`
	Question  string `json:"question"`
	Complaint app.ID `json:"complaint,omitzero"`
}

// Answer is what was typed in answer to a question and is not on record: it is
// kept until it is, also over a crash.
type Answer struct {
	AnswerTo
	Saved  time.Time `json:"saved"`
	Chosen string    `json:"chosen,omitempty"`
	Text   string    `json:"text,omitempty"`
	Second string    `json:"second,omitempty"` // what was typed in a further line
	Open   string    `json:"open,omitempty"`   // which promises stay open, by their numbers, as "0,2"

	// Began is what the question began with, since something had been decided.
	// Where that is something else by now, what was typed is of a decision that
	// does not hold any more.
	Began Begun `json:"began,omitzero"`
}

// Begun is what a question begins with: chosen and typed already.
type Begun struct {
	Chosen string `json:"chosen,omitempty"`
	Text   string `json:"text,omitempty"`
	Second string `json:"second,omitempty"`
}

const answerPrefix = app.KeptDrafts + "answer."

// key is the one under which the book keeps the answer. It has the customer in
// it: what is kept of somebody goes with them.
func (a AnswerTo) key() string {
	return answerPrefix + a.Customer.String() + "." + a.Question + "." + a.Complaint.String()
}

func (d *Desk) answers() drafts.Shelf[Answer] {
	return drafts.Shelf[Answer]{
		Book: d.book, Unreadable: "error.calling.draft.unreadable",
		Sound: func(key string, a Answer) bool { return a.key() == key },
	}
}

// KeepAnswer keeps what was typed so far, in place of what was kept before.
func (d *Desk) KeepAnswer(ctx context.Context, answer Answer) error {
	answer.Saved = d.now()
	return d.answers().Put(ctx, answer.key(), answer)
}

// DropAnswer forgets what was typed in answer to that question.
func (d *Desk) DropAnswer(ctx context.Context, to AnswerTo) error { return d.book.Drop(ctx, to.key()) }

// Answers returns all answers that are kept. One that cannot be read is left
// alone; with an error there may be more.
func (d *Desk) Answers(ctx context.Context) ([]Answer, error) {
	keys, err := d.book.KeptKeys(ctx, answerPrefix)
	if err != nil {
		return nil, fmt.Errorf("look for answers: %w", err)
	}
	return d.answers().All(ctx, keys)
}
