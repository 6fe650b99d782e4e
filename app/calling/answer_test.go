package calling_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/calling"
)

func TestAnswersAreKeptEachByItsQuestionUntilTheyAreDropped(t *testing.T) {
	s, ctx := open(t), context.Background()
	first := calling.Answer{AnswerTo: calling.AnswerTo{Customer: maija, Question: "refusal"}, Chosen: "any", Text: "She moves"}
	second := calling.Answer{AnswerTo: calling.AnswerTo{Customer: maija, Question: "remedy", Complaint: app.ID{0: 7}}, Text: "A new leg", Second: "12"}
	for _, a := range []calling.Answer{first, {AnswerTo: second.AnswerTo, Text: "A new"}, second} {
		if err := s.desk.KeepAnswer(ctx, a); err != nil {
			t.Fatal(err)
		}
	}
	first.Saved, second.Saved = s.now, s.now
	got, err := s.desk.Answers(ctx)
	if diff := cmp.Diff([]calling.Answer{first, second}, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
	if drafts, err := s.desk.Drafts(ctx); err != nil || len(drafts) != 0 {
		t.Errorf("an answer is taken for a note: %v, %v", drafts, err)
	}
	if err := s.desk.DropAnswer(ctx, first.AnswerTo); err != nil {
		t.Fatal(err)
	}
	if got, err = s.desk.Answers(ctx); err != nil || len(got) != 1 || got[0].Question != "remedy" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestAnAnswerIsKeptUnderItsCustomerAndOneThatCannotBeReadIsPassedOver(t *testing.T) {
	s, ctx := open(t), context.Background()
	if err := s.desk.KeepAnswer(ctx, calling.Answer{AnswerTo: calling.AnswerTo{Customer: maija, Question: "refusal"}, Text: "x"}); err != nil {
		t.Fatal(err)
	}
	keys, err := s.book.KeptKeys(ctx, "draft.")
	if err != nil || len(keys) != 1 || !strings.Contains(keys[0], maija.String()) {
		t.Fatalf("kept under %q, %v", keys, err)
	}
	if err := s.book.Keep(ctx, keys[0], []byte("{")); err != nil {
		t.Fatal(err)
	}
	if got, err := s.desk.Answers(ctx); err != nil || len(got) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}
