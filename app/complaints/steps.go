package complaints

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
)

// Step is something that was done about a complaint.
type Step struct {
	At   time.Time
	By   string // empty: the owner
	Act  app.Act
	Call app.Call // of a call, but the one they told of it in; else zero
	Was  string   // what they had wished for until then; empty: nothing, or they still did
}

// How far the story of a complaint is followed: among how many changes of whoever
// it belonged to it is looked for, further back only where it does not begin among
// the first; and among how many people.
const (
	mostHistory = 500
	farHistory  = 5000
	mostOwners  = 16
)

// mostCalls is how far back a dossier looks among a customer's calls.
const mostCalls = 50

// steps returns what was done about a complaint and stands, newest first: what the
// journal has, also while it was somebody else's, whom a merge made one with the
// customer, or nobody's yet; and the calls about it by which nothing became of it.
func (d *Desk) steps(ctx context.Context, c app.Complaint, said app.Opinion) ([]Step, error) {
	entries, calls, err := d.entries(ctx, c)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(entries, func(a, b app.Entry) int { return cmp.Compare(b.Sequence, a.Sequence) })
	var steps []Step
	told := map[app.ID]bool{said.Call: true}
	for _, e := range entries {
		if e.Undone || e.Act == app.ActUndo {
			continue
		}
		step := Step{At: e.At, By: e.By, Act: e.Act}
		if call, is := calls[e.Batch]; is && !call.Start.Equal(c.Received) && !told[call.ID] {
			step.At, step.By, step.Call = call.Start, call.By, call
			told[call.ID] = true
		}
		before, had := e.Before.(app.Complaint)
		if after, is := e.After.(app.Complaint); had && is && after.Wish != before.Wish {
			step.Was = before.Wish
		}
		steps = append(steps, step)
	}
	if c.Customer.IsZero() {
		return steps, nil
	}
	others, err := d.book.Calls(ctx, c.Customer, mostCalls)
	if err != nil {
		return nil, err
	}
	for _, call := range others {
		if c.SpokenOfIn(call) && !call.Start.Equal(c.Received) && !told[call.ID] {
			steps = append(steps, Step{At: call.Start, By: call.By, Act: app.ActLogCall, Call: call})
		}
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return b.At.Compare(a.At) })
	return steps, nil
}

// entries returns what the journal has of a complaint, each change once, and the calls
// that came of the same writing, by batch.
func (d *Desk) entries(ctx context.Context, c app.Complaint) (all []app.Entry, calls map[app.ID]app.Call, err error) {
	owners := []app.ID{c.Customer}
	seen := make(map[uint64]bool)
	calls = make(map[app.ID]app.Call)
	for i := 0; i < len(owners); i++ {
		of, err := d.entriesUnder(ctx, owners[i], c.ID, calls)
		if err != nil {
			return nil, nil, err
		}
		for _, e := range of {
			if seen[e.Sequence] {
				continue // it went from one to the other, and is in the history of both
			}
			seen[e.Sequence] = true
			all = append(all, e)
			for _, r := range []app.Record{e.Before, e.After} {
				if r != nil && len(owners) < mostOwners && !slices.Contains(owners, r.Whose()) {
					owners = append(owners, r.Whose())
				}
			}
		}
	}
	return all, calls, nil
}

// entriesUnder returns what was changed of a complaint while it belonged to that
// customer, came to them or left them, and puts their calls beside, by batch: those
// that were logged alone, for calls of an import come many in one.
func (d *Desk) entriesUnder(ctx context.Context, customer, complaint app.ID, calls map[app.ID]app.Call) ([]app.Entry, error) {
	for _, most := range []int{mostHistory, farHistory} {
		entries, err := d.book.History(ctx, customer, most)
		if err != nil {
			return nil, err
		}
		whole := len(entries) < most || most == farHistory
		for _, e := range entries {
			if call, is := e.After.(app.Call); is && e.Before == nil && e.Act == app.ActLogCall {
				calls[e.Batch] = call
			}
		}
		entries = slices.DeleteFunc(entries, func(e app.Entry) bool { return e.Kind != app.KindComplaint || e.ID != complaint })
		if whole || slices.ContainsFunc(entries, func(e app.Entry) bool { return e.Before == nil && e.Act != app.ActUndo }) {
			return entries, nil
		}
	}
	return nil, nil
}
