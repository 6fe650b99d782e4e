package calling

import (
	"cmp"
	"context"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// Card is everything to know about a customer before the telephone rings.
type Card struct {
	Customer   app.Customer
	Summary    app.Summary
	Plan       app.Plan
	At         time.Time
	There      *time.Location    // the customer's time zone
	Reasons    []calllist.Reason // why they are due; none if they are not
	Because    *calllist.Because // the guard that speaks against calling now, if any
	Number     app.Phone         // the number to try; zero if there is none
	About      []app.Purchase    // what the call is about; Log puts the same on record
	Purchases  []app.Purchase    // newest first, CardPurchases at most; none of a day to come
	Opinions   []app.Opinion     // newest first, CardOpinions at most
	Complaints []app.Complaint   // the open ones, in the order of Reasons: the one they are called about first
	Calls      []app.Call        // newest first, CardCalls at most
}

// How much a card shows.
const (
	CardPurchases = 8
	CardOpinions  = 5
	CardCalls     = 5
)

// OwnerMust tells whether the owner must call: something of theirs is to be put
// right, and it is serious, or they are among those the owner looks after.
func (c Card) OwnerMust() bool {
	return len(c.Complaints) > 0 && c.Plan.OwnerCalls(c.Summary.Buying.YearValue) ||
		slices.ContainsFunc(c.Complaints, func(one app.Complaint) bool { return one.ForOwner })
}

// cardTries is how often a card is read again because the book changed
// meanwhile; an import writes many times in a row, and the last reading does.
const cardTries = 3

// CardAbout returns the card of a customer who is called about that complaint of
// theirs: it is the headline, and comes before their others; zero: about none. It
// returns an Error with CodeNotFound if the book does not know them.
func (d *Desk) CardAbout(ctx context.Context, customer, complaint app.ID) (Card, error) {
	return d.CardOfCall(ctx, customer, complaint, time.Time{})
}

// CardOfCall is CardAbout in a call that began at that time, zero for now: why they
// were called, and what the call is about, are those of then, as Log puts them on
// record, however long the note of it waits.
func (d *Desk) CardOfCall(ctx context.Context, customer, complaint app.ID, began time.Time) (Card, error) {
	var card Card
	before, err := d.latest(ctx)
	for range cardTries {
		if err != nil {
			return Card{}, err
		}
		if card, err = d.read(ctx, customer, complaint, began); err != nil {
			return Card{}, err
		}
		var after app.ID
		if after, err = d.latest(ctx); err == nil && after == before {
			break
		}
		before = after
	}
	return card, err
}

// latest names the last thing written, to tell whether the book changed.
func (d *Desk) latest(ctx context.Context) (app.ID, error) {
	last, err := d.book.Batches(ctx, 1)
	if err != nil || len(last) == 0 {
		return app.ID{}, err
	}
	return last[0].ID, nil
}

func (d *Desk) read(ctx context.Context, customer, complaint app.ID, began time.Time) (Card, error) {
	now := d.now()
	if began = whole(began); began.IsZero() {
		began = now
	}
	st, err := d.list.Standing(ctx, customer, began)
	if err != nil {
		return Card{}, err
	}
	bringForward(&st, complaint)
	card := Card{
		Customer: st.Customer, Summary: st.Summary, Plan: st.Plan, At: now,
		There:   st.There,
		Reasons: st.Reasons, Because: st.Because, Number: st.Number,
	}
	today := app.DayOf(began.In(st.Shop))
	if card.Purchases, err = d.bought(ctx, customer, today); err != nil {
		return Card{}, err
	}
	if card.Opinions, err = d.book.Opinions(ctx, customer, CardOpinions); err != nil {
		return Card{}, err
	}
	if card.Calls, err = d.book.Calls(ctx, customer, CardCalls); err != nil {
		return Card{}, err
	}
	if card.Complaints, err = d.open(ctx, st); err != nil {
		return Card{}, err
	}
	slices.SortStableFunc(card.Complaints, func(a, b app.Complaint) int {
		return cmp.Compare(rankOf(a, complaint, st.Reasons), rankOf(b, complaint, st.Reasons))
	})
	var headline calllist.Reason
	if len(st.Reasons) > 0 {
		headline = st.Reasons[0]
	}
	about, err := d.subject(ctx, st, headline, card.Complaints, today)
	if err != nil {
		return Card{}, err
	}
	card.About, err = d.records(ctx, about, card.Purchases)
	return card, err
}

// open returns the customer's open complaints, oldest first.
func (d *Desk) open(ctx context.Context, st calllist.Standing) ([]app.Complaint, error) {
	if len(st.Summary.Talk.Complaints) == 0 {
		return nil, nil
	}
	all, err := d.book.Complaints(ctx, st.Customer.ID)
	return slices.DeleteFunc(all, func(c app.Complaint) bool { return !c.Open() }), err
}

// bought returns what the customer bought up to that day. A receipt with a day
// to come is a slip of the pen, or the clock was set back: nobody is asked how
// it is.
func (d *Desk) bought(ctx context.Context, customer app.ID, today app.Day) ([]app.Purchase, error) {
	purchases, err := d.book.Purchases(ctx, customer, CardPurchases)
	if err != nil || len(purchases) == 0 || purchases[0].Day <= today {
		return purchases, err
	}
	if purchases, err = d.book.Purchases(ctx, customer, 0); err != nil {
		return nil, err
	}
	purchases = slices.DeleteFunc(purchases, func(p app.Purchase) bool { return p.Day > today })
	return purchases[:min(len(purchases), CardPurchases)], nil
}
