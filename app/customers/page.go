package customers

import (
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
)

// Page is everything to know about one customer.
type Page struct {
	Customer   app.Customer
	Summary    app.Summary
	Plan       app.Plan
	Purchases  []app.Purchase  // newest first, PagePurchases at most
	Calls      []app.Call      // newest first, PageCalls at most
	Opinions   []app.Opinion   // newest first, PageOpinions at most
	Complaints []app.Complaint // oldest first, closed ones too
	History    []Event         // newest first, PageHistory at most
	Currencies []string        // in which a purchase may be: the shop's own, then those of purchases in the book
}

// How much a page shows. The summary counts them all.
const (
	PagePurchases = 200
	PageCalls     = 100
	PageOpinions  = 100
	PageHistory   = 200
)

// Page returns everything to know about the customer, or an Error with
// CodeNotFound.
func (d *Desk) Page(ctx context.Context, id app.ID) (Page, error) {
	page, err := d.page(ctx, id)
	if err != nil {
		return Page{}, fmt.Errorf("customer's page: %w", err)
	}
	return page, nil
}

func (d *Desk) page(ctx context.Context, id app.ID) (p Page, err error) {
	if p.Customer, err = d.book.Customer(ctx, id); err != nil {
		return p, err
	}
	if p.Summary, err = d.book.Summary(ctx, id); err != nil {
		return p, err
	}
	if p.Plan, err = d.book.Plan(ctx); err != nil {
		return p, err
	}
	if p.Purchases, err = d.book.Purchases(ctx, id, PagePurchases); err != nil {
		return p, err
	}
	if p.Calls, err = d.book.Calls(ctx, id, PageCalls); err != nil {
		return p, err
	}
	if p.Opinions, err = d.book.Opinions(ctx, id, PageOpinions); err != nil {
		return p, err
	}
	if p.Complaints, err = d.book.Complaints(ctx, id); err != nil {
		return p, err
	}
	entries, err := d.book.History(ctx, id, PageHistory)
	if err != nil {
		return p, err
	}
	p.History = make([]Event, 0, len(entries))
	for _, e := range entries {
		p.History = append(p.History, EventOf(e))
	}
	p.Currencies, err = d.currencies(ctx, p)
	return p, err
}

// currencies returns the shop's own currency, then those that the customer bought
// in, then those of others.
func (d *Desk) currencies(ctx context.Context, p Page) ([]string, error) {
	all := []string{p.Plan.Currency}
	for _, total := range p.Summary.Buying.Totals {
		all = append(all, total.Currency)
	}
	others, err := d.book.Currencies(ctx)
	if err != nil {
		return nil, err
	}
	var each []string
	for _, code := range append(all, others...) {
		if code != "" && !slices.Contains(each, code) {
			each = append(each, code)
		}
	}
	return each, nil
}
