// Package sample makes up a shop, to look around in and to measure on: its
// customers, what they bought over three years, the calls, what they said, and
// what went wrong. Nobody in it exists, and its numbers ring at nobody's.
package sample

import (
	"context"
	"errors"
	"fmt"
	"time"

	"ringback.app/app"
)

// Book is what a sample asks of the book.
type Book interface {
	Size(ctx context.Context) (app.Size, error)
	Plan(ctx context.Context) (app.Plan, error)
	Apply(ctx context.Context, batch app.Batch) (app.Applied, error)
}

// The size of the shop that a new user looks around in.
const (
	DefaultCustomers = 120
	DefaultPurchases = 900
)

// The largest shop that can be made up.
const (
	MostCustomers = 10_000_000
	MostPurchases = 100_000_000
)

// batchSize is how many records are written at a time: one batch holds the shop
// to look around in, so that one undo takes it out again.
const batchSize = 20_000

// Options say what shop to make up. The same options make the same shop, to
// the last ID.
type Options struct {
	Customers int
	Purchases int // returns among them; more than 0 need a customer
	Seed      uint64
	Now       time.Time                // the moment at which there shall be somebody to call for every reason
	Progress  func(written, whole int) // called after each batch, with customers and purchases; may be nil
}

// Result is what was written.
type Result struct {
	Size    app.Size
	Batches []app.ID // in the order of writing; to undo it, begin with the last
}

// Write fills an empty book with a made-up shop. Where the plan says nothing of
// the owner, the shop's name or its staff, it gets made-up ones; and where it
// lets nobody be called at this hour, its calling hours are stretched to it, so
// that there is a call list to look at.
//
// It returns an Error with CodeConflict if the book is not empty, and with
// CodeInvalid if there can be no such shop. When ctx ends or the book refuses,
// the result says what was written until then.
func Write(ctx context.Context, book Book, o Options) (Result, error) {
	if err := o.Check(); err != nil {
		return Result{}, err
	}
	size, err := book.Size(ctx)
	if err != nil {
		return Result{}, fmt.Errorf("sample: %w", err)
	}
	if !size.Empty() {
		return Result{}, &app.Error{Code: app.CodeConflict, Key: "error.sample.not-empty"}
	}
	plan, err := book.Plan(ctx)
	if err != nil {
		return Result{}, fmt.Errorf("sample: %w", err)
	}
	s, err := newShop(plan, o)
	if err != nil {
		return Result{}, fmt.Errorf("sample: %w", err)
	}
	w := &writer{ctx: ctx, book: book, options: o}
	w.add(s.plan)
	shares := s.shares(o)
	for i := range o.Customers {
		for _, r := range s.life(i, shares[i]) {
			w.add(r)
		}
		if w.err != nil {
			return w.result, w.err
		}
	}
	w.flush()
	return w.result, w.err
}

// Check returns an Error with CodeInvalid if there can be no such shop.
func (o Options) Check() error {
	switch {
	case o.Customers < 0 || o.Customers > MostCustomers || o.Purchases < 0 || o.Purchases > MostPurchases:
		return &app.Error{Code: app.CodeInvalid, Key: "error.sample.size", Args: app.Args{
			"Customers": MostCustomers, "Purchases": MostPurchases,
		}}
	case o.Customers == 0:
		return &app.Error{Code: app.CodeInvalid, Key: "error.sample.nobody"}
	case o.Now.IsZero():
		return errors.New("sample: no moment given")
	}
	return nil
}

// writer writes records in batches. After an error it writes nothing more.
type writer struct {
	ctx     context.Context
	book    Book
	options Options
	changes []app.Change
	pending app.Size
	result  Result
	err     error
}

func (w *writer) add(r app.Record) {
	if w.err != nil {
		return
	}
	w.changes = append(w.changes, app.Put(r))
	switch r.(type) {
	case app.Customer:
		w.pending.Customers++
	case app.Purchase:
		w.pending.Purchases++
	case app.Call:
		w.pending.Calls++
	case app.Opinion:
		w.pending.Opinions++
	case app.Complaint:
		w.pending.Complaints++
	}
	if len(w.changes) >= batchSize {
		w.flush()
	}
}

func (w *writer) flush() {
	if w.err != nil || len(w.changes) == 0 {
		return
	}
	if err := w.ctx.Err(); err != nil {
		w.err = fmt.Errorf("sample: %w", err)
		return
	}
	applied, err := w.book.Apply(w.ctx, app.Batch{Act: app.ActSample, Changes: w.changes})
	if err != nil {
		w.err = fmt.Errorf("sample: %w", err)
		return
	}
	w.result.Batches = append(w.result.Batches, applied.Batch)
	total := &w.result.Size
	total.Customers += w.pending.Customers
	total.Purchases += w.pending.Purchases
	total.Calls += w.pending.Calls
	total.Opinions += w.pending.Opinions
	total.Complaints += w.pending.Complaints
	w.changes, w.pending = make([]app.Change, 0, len(w.changes)), app.Size{}
	if w.options.Progress != nil {
		w.options.Progress(total.Customers+total.Purchases, w.options.Customers+w.options.Purchases)
	}
}
