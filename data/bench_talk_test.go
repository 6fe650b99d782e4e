package data_test

import (
	"context"
	"math/rand/v2"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/data"
)

// A shop that calls for three years has as many calls as customers, and most of
// them told it something: more than the made-up one makes up. What is put on top
// lies far enough back to be no part of the day's list.
const (
	moreCalls    = 65
	moreSaid     = 45
	moreWrong    = 3
	moreOf       = 100 // customers
	talkedBefore = 45 * 24 * time.Hour
)

// talkOf puts the calls, opinions and complaints of three years on top.
func talkOf(ctx context.Context, book *data.Book) error {
	r, ids := rand.New(rand.NewPCG(3, 4)), benchIDs()
	var customers []app.ID
	if err := book.Customers(ctx, func(l app.Listed) bool { customers = append(customers, l.ID); return true }); err != nil {
		return err
	}
	words := strings.Fields("the it was a table chair lamp oak delivery late friendly Mia Jim helped again never always colour box broken quick fair price would come back thank you nobody asked how")
	batch := app.Batch{Act: app.ActImport}
	for n, customer := range customers {
		if n%moreOf >= moreCalls {
			continue
		}
		at := benchNow.Add(-talkedBefore - time.Duration(r.IntN(3*365*24*60-70*24*60))*time.Minute)
		call := app.Call{ID: ids.Next(), Customer: customer, Start: at, End: at.Add(5 * time.Minute), By: "Jim", Disposition: app.Talked}
		if n%moreOf >= moreSaid {
			call.Disposition = app.NoAnswer
		} else {
			said := app.Opinion{ID: ids.Next(), Customer: customer, Taken: at, Said: app.DayOf(at), Source: app.FromCall, Call: call.ID}
			score := app.MaxScore - r.IntN(3)*r.IntN(4)
			said.Score, said.Themes = &score, []string{[]string{"quality", "delivery", "staff", "price"}[r.IntN(4)]}
			for range 12 + r.IntN(12) {
				said.Verbatim += words[r.IntN(len(words))] + " "
			}
			batch.Changes = append(batch.Changes, app.Put(said))
			if n%moreOf < moreWrong {
				batch.Changes = append(batch.Changes, app.Put(wrongThen(r, ids.Next(), said)))
			}
		}
		batch.Changes = append(batch.Changes, app.Put(call))
	}
	_, err := book.Apply(ctx, batch)
	return err
}

// wrongThen is a complaint that came to a good end.
func wrongThen(r *rand.Rand, id app.ID, said app.Opinion) app.Complaint {
	after := func(hours int) time.Time { return said.Taken.Add(time.Duration(1+r.IntN(hours)) * time.Hour) }
	c := app.Complaint{ID: id, Customer: said.Customer, Opinion: said.ID, Wrong: said.Verbatim, Wish: "A new one", Received: said.Taken}
	c.Answered, c.PutRight = after(8), after(100)
	c.Confirmed = c.PutRight.Add(72 * time.Hour)
	c.Promises = []app.Promise{{What: "A new one", By: after(72), Kept: after(80)}}
	c.Remedy = &app.Remedy{Kind: app.RemedyRefund, Cost: app.Money{Minor: 1000, Currency: "GBP"}}
	return c
}
