package calling

import (
	"context"
	"slices"

	"ringback.app/app"
	"ringback.app/app/calllist"
)

// recentEnough is how many days after a purchase a call is still about it when
// no reason says so.
const recentEnough = 60

// subject decides what a call is about, so that what is said, shown and put on
// record is one: the purchase of the headline; in a call about a complaint those
// that the complaint began with, and no other; else those of a further reason; else
// the last one of the last days, of which something was kept. The complaints are the
// open ones.
func (d *Desk) subject(ctx context.Context, st calllist.Standing, headline calllist.Reason, complaints []app.Complaint, today app.Day) ([]app.ID, error) {
	if headline.Bought != nil {
		return []app.ID{headline.Bought.Purchase}, nil
	}
	if !headline.Complaint.IsZero() {
		return d.complainedOf(ctx, st.Customer.ID, headline.Complaint, complaints)
	}
	for _, r := range st.Reasons {
		if r.Bought != nil {
			return []app.ID{r.Bought.Purchase}, nil
		}
		if r.Complaint.IsZero() {
			continue
		}
		if about, err := d.complainedOf(ctx, st.Customer.ID, r.Complaint, complaints); err != nil || len(about) > 0 {
			return about, err
		}
	}
	for _, b := range st.Summary.Buying.Recent {
		if !b.Return && b.Day > today-recentEnough && b.Day <= today {
			return []app.ID{b.Purchase}, nil
		}
	}
	return nil, nil
}

// complainedOf names the purchases that a complaint began with: those of its
// opinion or, if they said nothing else, of the call that it began in.
func (d *Desk) complainedOf(ctx context.Context, customer, complaint app.ID, complaints []app.Complaint) ([]app.ID, error) {
	i := slices.IndexFunc(complaints, func(c app.Complaint) bool { return c.ID == complaint })
	if i < 0 {
		return nil, nil
	}
	if said := complaints[i].Opinion; !said.IsZero() {
		opinions, err := d.book.Opinions(ctx, customer, 0)
		for _, o := range opinions {
			if o.ID == said {
				return o.About, err
			}
		}
		return nil, err
	}
	calls, err := d.book.Calls(ctx, customer, 0)
	for _, c := range slices.Backward(calls) {
		if c.Complaint == complaint {
			return c.About, err
		}
	}
	return nil, err
}

// records returns the purchases, of which the card may have read some already.
func (d *Desk) records(ctx context.Context, ids []app.ID, read []app.Purchase) ([]app.Purchase, error) {
	var all []app.Purchase
	for _, id := range ids {
		if i := slices.IndexFunc(read, func(p app.Purchase) bool { return p.ID == id }); i >= 0 {
			all = append(all, read[i])
			continue
		}
		p, err := d.book.Purchase(ctx, id)
		if app.CodeOf(err) == app.CodeNotFound { // erased since
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// Bought returns in brief the purchase that the call is about, of what they
// kept where that is known; nil if there is none.
func (c Card) Bought() *app.Bought {
	if len(c.About) == 0 {
		return nil
	}
	about := c.About[0]
	for _, r := range c.Reasons {
		if r.Bought != nil && r.Bought.Purchase == about.ID {
			return r.Bought
		}
	}
	for i, b := range c.Summary.Buying.Recent {
		if b.Purchase == about.ID {
			return &c.Summary.Buying.Recent[i]
		}
	}
	brief := about.InBrief(c.Plan)
	return &brief
}
