package opinions

import (
	"context"
	"fmt"

	"ringback.app/app"
)

// Quoted is an entry of the ledger: a customer's leave to publish words of
// theirs. The proof is the opinion itself: Source and Call say where the words
// were said or written, Said on which day, Taken when we took them down.
type Quoted struct {
	Told
	Quote app.Quote
}

// Quotes returns the whole ledger, newest first, with what was withdrawn.
func (d *Desk) Quotes(ctx context.Context) ([]Quoted, error) {
	opinions, err := d.book.Quotes(ctx, 0)
	if err != nil {
		return nil, fmt.Errorf("read the quotes: %w", err)
	}
	names := d.namer()
	all := make([]Quoted, 0, len(opinions))
	for _, o := range opinions {
		told, err := names.told(ctx, o)
		if err != nil {
			return nil, err
		}
		q := *o.Quote
		if q.Words == "" {
			q.Words = o.Verbatim
		}
		all = append(all, Quoted{told, q})
	}
	return all, nil
}

// Allowed returns what may be published at this moment: given by now, and not
// withdrawn.
func (d *Desk) Allowed(ctx context.Context) ([]Quoted, error) {
	all, err := d.Quotes(ctx)
	if err != nil {
		return nil, err
	}
	now := d.now()
	allowed := all[:0]
	for _, q := range all {
		withdrawn := !q.Quote.Withdrawn.IsZero() && !q.Quote.Withdrawn.After(now)
		if q.Quote.Words != "" && !q.Quote.Since.After(now) && !withdrawn {
			allowed = append(allowed, q)
		}
	}
	return allowed, nil
}

// AllowedOf returns how many quotes of a customer may be published at this moment;
// 0 of nobody known.
func (d *Desk) AllowedOf(ctx context.Context, customer app.ID) (int, error) {
	if customer.IsZero() {
		return 0, nil
	}
	allowed, err := d.Allowed(ctx)
	n := 0
	for _, q := range allowed {
		if q.Opinion.Customer == customer {
			n++
		}
	}
	return n, err
}

// Grant notes what of an opinion may be published, in place of what was noted
// before. The words have to be the customer's own: all of them, or parts in
// their order with an ellipsis between. It returns FieldErrors if they are not.
func (d *Desk) Grant(ctx context.Context, opinion app.ID, form QuoteForm, by string) (app.Applied, error) {
	return d.revise(ctx, app.ActQuote, by, opinion, func(o *app.Opinion) error {
		k, err := d.taking(ctx, Form{Quote: &form})
		if err != nil {
			return err
		}
		o.Quote = k.quote(*o)
		return k.errs.Err()
	})
}

// Withdraw notes that an opinion may not be published any more. It returns an
// Error with CodeInvalid if it never might.
func (d *Desk) Withdraw(ctx context.Context, opinion app.ID, by string) (app.Applied, error) {
	return d.revise(ctx, app.ActWithdraw, by, opinion, func(o *app.Opinion) error {
		if o.Quote == nil {
			return &app.Error{Code: app.CodeInvalid, Key: "error.opinion.quote.none", Field: FieldQuote}
		}
		if q := *o.Quote; q.Withdrawn.IsZero() {
			q.Withdrawn = d.now()
			o.Quote = &q
		}
		return nil
	})
}
