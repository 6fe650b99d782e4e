package importing

import (
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/opinions"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
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
	var late []unsettled
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
		waits, err := r.opinion(known, one, f, item)
		if waits {
			late = append(late, unsettled{one, item})
		}
		return err
	})
	for _, u := range late {
		if err != nil {
			break
		}
		err = r.lateOpinion(known, u, f)
	}
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

// opinion finds out whether the book has an opinion, or this import has met it, and puts
// it on the preview. What it has stays, and gets what it lacks. It waits for the end of
// the file if it may have come in before by another line than this.
func (r *reading) opinion(known Known, one opinions.Heard, f *file, item Item) (waits bool, err error) {
	if h, met := r.heard.met(one.Opinion.ID); met {
		r.join(one, h, f, item)
		return false, nil
	}
	was, had, err := opinionOf(known, one.Opinion.ID)
	if err != nil {
		return false, err
	}
	if had {
		r.knownOpinion(was, one, f, item)
		return false, nil
	}
	before, err := r.heard.before(known, one)
	if err == nil && len(before) == 0 {
		r.newOpinion(one, f, item)
	}
	return len(before) > 0, err
}

// lateOpinion settles an opinion that waited: it is one that came in before, if no line
// of its file is that one itself.
func (r *reading) lateOpinion(known Known, u unsettled, f *file) error {
	before, err := r.heard.before(known, u.Heard)
	if err != nil {
		return err
	}
	before = slices.DeleteFunc(before, func(b earlier) bool { return b.met && b.heard.file == f })
	for _, same := range []func(a, b app.Opinion) bool{agrees, rates} {
		for _, b := range before {
			was := b.was
			if b.met {
				was = r.standing(b.heard)
			}
			switch {
			case !same(was, u.Opinion):
				continue
			case b.met:
				r.join(u.Heard, b.heard, f, u.item)
			default:
				r.knownOpinion(was, u.Heard, f, u.item)
			}
			return nil
		}
	}
	r.newOpinion(u.Heard, f, u.item)
	return nil
}

// newOpinion puts an opinion on the preview that the book does not have.
func (r *reading) newOpinion(one opinions.Heard, f *file, item Item) {
	item.Action = Create
	if one.ByOrder {
		r.preview.Summary.ByOrder++
	}
	if one.Person != nil && one.Person.HasSeveralNumbers() {
		r.cameUnder(one.Opinion.ID, one.Number)
	}
	r.heard.add(heard{at: len(r.records), was: one.Opinion, file: f}, one)
	r.records = append(r.records, one.Opinion)
	r.said(one, one.Opinion, item)
}

// knownOpinion puts an opinion on the preview that the book has, which gets what it
// lacks.
func (r *reading) knownOpinion(was app.Opinion, one opinions.Heard, f *file, item Item) {
	r.join(one, heard{-1, was, f}, f, item)
}

// standing is an opinion of this import as it is so far.
func (r *reading) standing(h heard) app.Opinion {
	if h.at < 0 {
		return h.was
	}
	o, _ := r.records[h.at].(app.Opinion)
	return o
}

// join adds to an opinion of this import, or of the book, what another line says of it.
func (r *reading) join(one opinions.Heard, h heard, f *file, item Item) {
	item.Action = Same
	was := r.standing(h)
	filled, lacked := fill(was, one.Opinion)
	switch {
	case !lacked:
	case h.at >= 0:
		r.records[h.at] = filled
	default: // of the book, and no line before had anything for it
		item.Action, h.at = Update, len(r.records)
		r.records = append(r.records, filled)
	}
	if lacked && was.Customer.IsZero() && one.ByOrder {
		r.preview.Summary.ByOrder++
	}
	h.was, h.file = filled, f
	r.heard.add(h, one)
	item.Problems = append(item.Problems, differs(filled, one.Opinion, item.Line)...)
	r.said(one, filled, item)
}

// said puts a line that says an opinion on the preview; is is that opinion.
func (r *reading) said(one opinions.Heard, is app.Opinion, item Item) {
	item.ID, item.Customer, item.Day = is.ID, is.Customer, one.Opinion.Said
	item.Words, item.Name = written.Beginning(one.Opinion.Verbatim), one.Opinion.Sender
	if one.Person != nil {
		item.Name = one.Person.Customer.Called()
	}
	r.item(item)
}

// opinionOf returns what the book has under an ID of an opinion, false if nothing.
func opinionOf(known Known, id app.ID) (app.Opinion, bool, error) {
	record, err := known.Record(app.KindOpinion, id)
	if app.CodeOf(err) == app.CodeNotFound {
		return app.Opinion{}, false, nil
	}
	if err != nil {
		return app.Opinion{}, false, fmt.Errorf("look an opinion up: %w", err)
	}
	o, is := record.(app.Opinion)
	return o, is, nil
}
