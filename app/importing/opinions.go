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

// heard is an opinion of this import: where it is among the records to write, -1 if the
// book has it as it is, that, and which file it was first in.
type heard struct {
	at   int
	was  app.Opinion
	file *file
}

// unsettled is an opinion that may have come in before by less of its line, unless
// another line of its file turns out to be that one.
type unsettled struct {
	opinions.Heard
	item Item
}

// opinion finds out whether the book has an opinion, or this import has met it, and puts
// it on the preview. What it has stays, and gets what it lacks. It waits for the end of
// the file if it may have come in before by less of its line.
func (r *reading) opinion(known Known, one opinions.Heard, f *file, item Item) (waits bool, err error) {
	if h, met := r.heard[one.Opinion.ID]; met {
		r.join(one, h, item)
		return false, nil
	}
	was, had, err := opinionOf(known, one.Opinion.ID)
	if err != nil {
		return false, err
	}
	if h, is := r.less[one.Opinion.ID]; !had && is && h.file != f && agrees(r.standing(h), one.Opinion) {
		r.join(one, h, item) // another file of the import says more of it
		return false, nil
	}
	if !had {
		for _, id := range one.Before {
			_, met := r.heard[id]
			_, had, err := opinionOf(known, id)
			if met || had || err != nil {
				return true, err
			}
		}
		r.newOpinion(one, f, item)
		return false, nil
	}
	r.knownOpinion(was, one, f, item)
	return false, nil
}

// lateOpinion settles an opinion that waited: it is one that came in before by less of
// its line, if no line of its file is that one itself.
func (r *reading) lateOpinion(known Known, u unsettled, f *file) error {
	for _, id := range u.Before {
		h, met := r.heard[id]
		if met && h.file == f {
			continue
		}
		if met && h.at >= 0 {
			if agrees(r.standing(h), u.Opinion) {
				r.join(u.Heard, h, u.item)
				return nil
			}
			continue
		}
		was, had, err := opinionOf(known, id)
		if err != nil {
			return err
		}
		if had && agrees(was, u.Opinion) {
			r.knownOpinion(was, u.Heard, f, u.item)
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
	r.heard[one.Opinion.ID] = heard{at: len(r.records), file: f}
	for _, id := range one.Before {
		r.less[id] = r.heard[one.Opinion.ID]
	}
	r.records = append(r.records, one.Opinion)
	r.said(one, one.Opinion, item)
}

// knownOpinion puts an opinion on the preview that the book has, which gets what it
// lacks.
func (r *reading) knownOpinion(was app.Opinion, one opinions.Heard, f *file, item Item) {
	item.Action = Same
	h := heard{-1, was, f}
	filled, lacked := fill(was, one.Opinion)
	if lacked {
		item.Action, h.at = Update, len(r.records)
		r.records = append(r.records, filled)
	} else {
		item.Problems = append(item.Problems, differs(was, one.Opinion, item.Line)...)
	}
	r.heard[one.Opinion.ID], r.heard[was.ID] = h, h
	for _, id := range one.Before {
		r.less[id] = h
	}
	r.said(one, was, item)
}

// standing is an opinion of this import as it is so far.
func (r *reading) standing(h heard) app.Opinion {
	if h.at < 0 {
		return h.was
	}
	o, _ := r.records[h.at].(app.Opinion)
	return o
}

// join adds to an opinion of this import what another line says of it.
func (r *reading) join(one opinions.Heard, h heard, item Item) {
	item.Action = Same
	was := r.standing(h)
	filled, lacked := fill(was, one.Opinion)
	switch {
	case !lacked:
		item.Problems = append(item.Problems, differs(was, one.Opinion, item.Line)...)
	case h.at >= 0:
		r.records[h.at] = filled
	default: // of the book, and no line before had anything for it
		item.Action, h.at = Update, len(r.records)
		r.records = append(r.records, filled)
		r.heard[one.Opinion.ID], r.heard[was.ID] = h, h
	}
	r.said(one, was, item)
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

// differs says what a line has otherwise than the opinion that stays as it is.
func differs(was, o app.Opinion, line int) []*app.Error {
	switch {
	case was.Verbatim != o.Verbatim:
		return []*app.Error{app.InvalidLine("import.opinion.kept", line, nil)}
	case was.Rated() && o.Rated() && rating.Of(was) != rating.Of(o):
		return []*app.Error{app.InvalidLine("import.opinion.kept-rating", line, app.Args{"Ours": rating.Of(was), "Theirs": rating.Of(o)})}
	}
	return nil
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
