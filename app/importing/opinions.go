package importing

import (
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/opinions"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/rating"
)

// opinions reads a table of opinions twice: to find out how its columns are written,
// and to take down what its lines say.
func (r *reading) opinions(ctx context.Context, f *file, plan app.Plan, known Known) error {
	h := opinions.New(f.Table, plan, r.people, r.now())
	if err := r.rowsOf(ctx, f, h.Look); err != nil {
		return err
	}
	if err := h.Decide(f.days); err != nil {
		return err
	}
	f.describe(h.Columns)
	if err := r.orders(h, known); err != nil {
		return err
	}
	err := r.rowsOf(ctx, f, func(row tables.Row) error {
		one, err := h.Line(row)
		if err != nil {
			return err
		}
		item := Item{File: f.about.Name, Sheet: f.about.Sheet, Index: f.about.Rows, Line: row.Line, Kind: KindOpinions, Problems: one.Problems}
		f.about.Rows++
		if one.Rejected {
			f.about.Rejected++
			item.Action = Reject
			if f.about.Rejected <= MaxRejected {
				r.item(item)
			}
			return nil
		}
		return r.opinion(known, one, f, item)
	})
	if err == nil && f.about.Rows == 0 {
		err = app.Invalid("error.import.no-rows", app.Args{"File": f.Title})
	}
	return err
}

// orders tells a table of opinions which of the orders that it names are known: those
// that come in with it, as they will be, and those that the book has.
func (r *reading) orders(h *opinions.Table, known Known) error {
	if len(h.Orders()) == 0 {
		return nil
	}
	for _, p := range r.bought {
		h.Bought(*p)
	}
	err := known.Receipted(h.Orders(), func(p app.Purchase) error {
		h.Bought(p)
		return nil
	})
	if err != nil {
		return fmt.Errorf("look for the orders that opinions name: %w", err)
	}
	return nil
}

// heard is an opinion of this import: where it is among the records to write, -1 if the
// book has it as it is, and which file it was first in.
type heard struct {
	at   int
	file *file
}

// opinion finds out whether the book has an opinion, or this import has met it, and puts
// it on the preview. What it has stays, and gets what it lacks.
func (r *reading) opinion(known Known, one opinions.Heard, f *file, item Item) error {
	o := one.Opinion
	item.ID, item.Customer, item.Day, item.Words, item.Name = o.ID, o.Customer, o.Said, written.Beginning(o.Verbatim), o.Sender
	if one.Person != nil {
		item.Name = one.Person.Customer.Called()
	}
	if at, met := r.met(one, f); met {
		item.Action = Same
		if at >= 0 {
			if was, is := r.records[at].(app.Opinion); is {
				r.records[at], _ = fill(was, o)
				item.ID = was.ID
			}
		}
		r.item(item)
		return nil
	}
	was, had, err := before(known, one)
	if err != nil {
		return err
	}
	if had {
		item.ID, item.Customer, item.Action = was.ID, was.Customer, Same
		filled, lacked := fill(was, o)
		switch {
		case lacked:
			item.Action = Update
		case was.Verbatim != o.Verbatim:
			item.Problems = append(item.Problems, app.InvalidLine("import.opinion.kept", item.Line, nil))
		case rating.Of(was) != rating.Of(o) && o.Rated():
			item.Problems = append(item.Problems, app.InvalidLine("import.opinion.kept-rating", item.Line, app.Args{"Ours": rating.Of(was), "Theirs": rating.Of(o)}))
		}
		o = filled
	} else {
		item.Action = Create
		if one.ByOrder {
			r.preview.Summary.ByOrder++
		}
		if one.Person != nil && one.Person.HasSeveralNumbers() {
			r.cameUnder(o.ID, one.Number)
		}
	}
	h := heard{-1, f}
	if item.Action != Same {
		h.at = len(r.records)
		r.records = append(r.records, o)
	}
	r.heard[one.Opinion.ID], r.heard[o.ID] = h, h
	r.item(item)
	return nil
}

// met returns where among the records to write an opinion is that this import has met:
// under its own ID, or from another file that says less of it.
func (r *reading) met(one opinions.Heard, f *file) (at int, met bool) {
	if h, is := r.heard[one.Opinion.ID]; is {
		return h.at, true
	}
	for _, id := range one.Before {
		h, is := r.heard[id]
		if !is || h.file == f || h.at < 0 {
			continue
		}
		if was, is := r.records[h.at].(app.Opinion); is && agrees(was, one.Opinion) {
			return h.at, true
		}
	}
	return 0, false
}

// before returns what the book has of an opinion: under its own ID, or under one that
// its words got where less of their line was read, since nobody had said which columns
// hold what was given, or the themes. Had is false if it has neither.
func before(known Known, one opinions.Heard) (was app.Opinion, had bool, err error) {
	for i, id := range append([]app.ID{one.Opinion.ID}, one.Before...) {
		record, err := known.Record(app.KindOpinion, id)
		if app.CodeOf(err) == app.CodeNotFound {
			continue
		}
		if err != nil {
			return app.Opinion{}, false, fmt.Errorf("look an opinion up: %w", err)
		}
		was, is := record.(app.Opinion)
		if is && (i == 0 || agrees(was, one.Opinion)) {
			return was, true, nil
		}
	}
	return app.Opinion{}, false, nil
}

// agrees tells whether two opinions are of the same words, and say nothing different of
// what was given and of the themes.
func agrees(a, b app.Opinion) bool {
	return a.Verbatim == b.Verbatim && (!a.Rated() || !b.Rated() || rating.Of(a) == rating.Of(b)) &&
		(len(a.Themes) == 0 || len(b.Themes) == 0 || slices.Equal(a.Themes, b.Themes))
}

// fill adds to an opinion of the book what was given, and the themes, if it has none;
// lacked tells whether that was anything.
func fill(was, o app.Opinion) (filled app.Opinion, lacked bool) {
	if was.Verbatim != o.Verbatim {
		return was, false
	}
	if !was.Rated() && o.Rated() {
		was.Score, was.Stars, lacked = o.Score, o.Stars, true
	}
	if len(was.Themes) == 0 && len(o.Themes) > 0 {
		was.Themes, lacked = o.Themes, true
	}
	return was, lacked
}
