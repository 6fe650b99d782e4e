package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/data"
)

// opinionBook looks for opinions by reading them all, for as long as the book has
// no index of its own for that.
type opinionBook struct{ *data.Book }

func (b opinionBook) newest(ctx context.Context, limit int, pass func(app.Opinion) bool) ([]app.Opinion, error) {
	var all []app.Opinion
	err := b.OpinionsBetween(ctx, time.Unix(0, 0), time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC), func(o app.Opinion) bool {
		if pass(o) {
			all = append(all, o)
		}
		return true
	})
	slices.Reverse(all)
	if limit > 0 {
		all = all[:min(limit, len(all))]
	}
	return all, err
}

func (b opinionBook) Opinion(ctx context.Context, id app.ID) (app.Opinion, error) {
	all, err := b.newest(ctx, 1, func(o app.Opinion) bool { return o.ID == id })
	if err == nil && len(all) == 0 {
		err = &app.Error{Code: app.CodeNotFound, Key: "error.book.no-opinion", Args: app.Args{"ID": id.String()}}
	}
	if err != nil {
		return app.Opinion{}, err
	}
	return all[0], nil
}

func (b opinionBook) Quotes(ctx context.Context, limit int) ([]app.Opinion, error) {
	return b.newest(ctx, limit, func(o app.Opinion) bool { return o.Quote != nil })
}

func (b opinionBook) Praise(ctx context.Context, limit int) (waiting, passed []app.Opinion, err error) {
	if waiting, err = b.newest(ctx, 0, func(o app.Opinion) bool { return len(o.Unthanked()) > 0 }); err != nil {
		return nil, nil, err
	}
	passed, err = b.newest(ctx, limit, func(o app.Opinion) bool { return len(o.Passed) > 0 })
	return waiting, passed, err
}

func (b opinionBook) FindOpinions(ctx context.Context, q app.OpinionQuery) ([]app.Opinion, error) {
	plan, err := b.Plan(ctx)
	if err != nil {
		return nil, err
	}
	return b.newest(ctx, q.Limit, func(o app.Opinion) bool {
		day := app.DayOf(o.Taken.In(plan.Location()))
		said := " " + folding.Fold(o.Verbatim)
		for word := range strings.FieldsSeq(folding.Fold(q.Words)) {
			if !strings.Contains(said, " "+word) {
				return false
			}
		}
		themed := q.Theme == "" || slices.ContainsFunc(o.Themes, func(t string) bool { return folding.Fold(t) == folding.Fold(q.Theme) })
		return themed && (q.From == 0 || day >= q.From) && (q.To == 0 || day < q.To) &&
			(!q.Unhappy || o.Unhappy()) && (q.Source == "" || q.Source == o.Source)
	})
}
