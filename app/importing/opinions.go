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
	seen := make(map[app.ID]bool)
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
		defer func() { seen[one.Opinion.ID] = true }()
		return r.opinion(known, one, seen[one.Opinion.ID], item)
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

// opinion finds out whether the book has an opinion, and puts it on the preview.
// What the book has stays as it is there.
func (r *reading) opinion(known Known, one opinions.Heard, again bool, item Item) error {
	o := one.Opinion
	item.ID, item.Customer, item.Day, item.Words, item.Name = o.ID, o.Customer, o.Said, written.Beginning(o.Verbatim), o.Sender
	if one.Person != nil {
		item.Name = one.Person.Customer.Called()
	}
	had, err := known.Record(app.KindOpinion, o.ID)
	if app.CodeOf(err) == app.CodeNotFound && !again {
		filled, is, err := fuller(known, one)
		if err != nil {
			return err
		}
		if is != unheard {
			item.ID, item.Customer, item.Action = filled.ID, filled.Customer, Same
			if is == heardLess {
				item.Action = Update
				r.records = append(r.records, filled)
			}
			r.item(item)
			return nil
		}
	}
	switch {
	case again:
		item.Action = Same
	case err == nil:
		item.Action = Same
		if was, ok := had.(app.Opinion); ok {
			item.Customer = was.Customer
			if was.Verbatim != o.Verbatim || rating.Of(was) != rating.Of(o) {
				item.Problems = append(item.Problems, app.InvalidLine("import.opinion.kept", item.Line, nil))
			}
		}
	case app.CodeOf(err) == app.CodeNotFound:
		item.Action = Create
		r.records = append(r.records, o)
		if one.ByOrder {
			r.preview.Summary.ByOrder++
		}
		if one.Person != nil && one.Person.HasSeveralNumbers() {
			r.cameUnder(o.ID, one.Number)
		}
	default:
		return fmt.Errorf("look an opinion up: %w", err)
	}
	r.item(item)
	return nil
}

// before is whether the words of an opinion came in before by less of their line.
type before uint8

const (
	unheard   before = iota
	heardLess        // they lack what was given, or their themes
	heard            // they were filled in since
)

// fuller looks for the words of an opinion among those that came in without what was
// given, or without their themes, since nobody had said which columns hold these; and
// fills in what they lack.
func fuller(known Known, one opinions.Heard) (app.Opinion, before, error) {
	o := one.Opinion
	for _, id := range one.Before {
		had, err := known.Record(app.KindOpinion, id)
		if app.CodeOf(err) == app.CodeNotFound {
			continue
		}
		if err != nil {
			return app.Opinion{}, unheard, fmt.Errorf("look an opinion up: %w", err)
		}
		was, is := had.(app.Opinion)
		rated, themed := was.Rated() && o.Rated(), len(was.Themes) > 0 && len(o.Themes) > 0
		if !is || was.Verbatim != o.Verbatim || rated && rating.Of(was) != rating.Of(o) || themed && !slices.Equal(was.Themes, o.Themes) {
			continue
		}
		if (rated || !o.Rated()) && (themed || len(o.Themes) == 0) {
			return was, heard, nil
		}
		if !was.Rated() {
			was.Score, was.Stars = o.Score, o.Stars
		}
		if len(was.Themes) == 0 {
			was.Themes = o.Themes
		}
		return was, heardLess, nil
	}
	return app.Opinion{}, unheard, nil
}
