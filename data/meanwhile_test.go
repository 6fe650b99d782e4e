package data_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/complaints"
	"ringback.app/app/customers"
	"ringback.app/app/importing"
	"ringback.app/app/merging"
	"ringback.app/app/opinions"
	"ringback.app/app/when"
	"ringback.app/data"
)

// aMoment is enough for what need not wait to be done, and for what has to wait
// to have begun.
const aMoment = 30 * time.Millisecond

// crowded is a book in which somebody else does something as an act begins, and
// when it is known what it shall write.
type crowded struct {
	*data.Book
	before, within func()
}

func (c crowded) Act(ctx context.Context, decide func() (app.Batch, error)) (app.Applied, error) {
	if c.before != nil {
		c.before()
	}
	return c.Book.Act(ctx, func() (app.Batch, error) {
		batch, err := decide()
		if c.within != nil {
			c.within()
		}
		return batch, err
	})
}

func TestActsAreMadeOfWhatIsSavedBefore(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	s.put(anna)
	var all sync.WaitGroup
	for writer := range 4 {
		all.Go(func() {
			for range 10 {
				_, err := s.Act(t.Context(), func() (app.Batch, error) {
					c, err := s.Customer(t.Context(), anna.ID)
					c.Tags = append(c.Tags, fmt.Sprintf("%d/%d", len(c.Tags), writer))
					return app.Batch{Changes: []app.Change{app.Put(c)}}, err
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if c, err := s.Customer(t.Context(), anna.ID); err != nil || len(c.Tags) != 40 {
		t.Errorf("%d of 40 are left, %v", len(c.Tags), err)
	}
}

func TestAnActThatIsNotDecidedOnWritesNothing(t *testing.T) {
	s := newShop(t)
	anna := s.customer("Anna Korhonen", "+358401234567")
	no := &app.Error{Code: app.CodeConflict, Key: "no"}
	_, err := s.Act(t.Context(), func() (app.Batch, error) {
		return app.Batch{Changes: []app.Change{app.Put(anna)}}, no
	})
	if err != error(no) {
		t.Errorf("got %v", err)
	}
	if _, err := s.Customer(t.Context(), anna.ID); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("the customer: %v", err)
	}
	s.put(anna) // the book is free again
}

// A call that is saved while an import is written keeps what the import brought,
// and the import what the call did, whenever it was.
func TestACallSavedWhileAnImportIsWritten(t *testing.T) {
	for _, within := range []bool{false, true} {
		t.Run(fmt.Sprintf("in its transaction %v", within), func(t *testing.T) {
			s := newShop(t)
			anna := s.customer("Anna Korhonen", "+358401234567")
			others := []app.Record{anna}
			var cards strings.Builder
			card := func(c app.Customer) {
				fmt.Fprintf(&cards, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:%s\r\nTEL:%s\r\nEMAIL:%v@example.com\r\nEND:VCARD\r\n", c.Name.Full, c.Phones[0].E164, c.ID)
			}
			card(anna)
			for i := range 500 {
				c := s.customer(fmt.Sprintf("Given%d Family%d", i, i), fmt.Sprintf("+3584012%05d", i))
				others = append(others, c)
				card(c)
			}
			s.put(others...)

			var call sync.WaitGroup
			log := sync.OnceFunc(func() {
				call.Go(func() {
					desk := calling.New(s.Book, func() time.Time { return noon }, s.ids)
					_, err := desk.Log(t.Context(), calling.Report{Customer: anna.ID, Disposition: app.DoNotRing, Anyway: "They asked."})
					if err != nil {
						t.Errorf("log: %v", err)
					}
				})
				time.Sleep(aMoment)
			})
			book, tell := crowded{Book: s.Book, within: log}, func(importing.Progress) {}
			if within {
				book.within, tell = nil, func(importing.Progress) { log() }
			}
			im := importing.New(book, s.ids)
			p, err := im.Read(t.Context(), []importing.Source{importing.Bytes("cards.vcf", []byte(cards.String()))}, importing.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := im.CommitTelling(t.Context(), p, tell); err != nil {
				t.Fatal(err)
			}
			call.Wait()
			if c, err := s.Customer(t.Context(), anna.ID); err != nil || len(c.DoNotCall) != 1 || len(c.Emails) != 1 {
				t.Errorf("not to be called %v, written to %v, %v", c.DoNotCall, c.Emails, err)
			}
		})
	}
}

func TestWhomAnUndoRemovesAnActDoesNotBringBack(t *testing.T) {
	for _, first := range []string{"the undo", "the act"} {
		t.Run(first+" comes first", func(t *testing.T) {
			s := newShop(t)
			anna := s.customer("Anna Korhonen", "+358401234567")
			added := s.put(anna)
			var undoing error
			var done sync.WaitGroup
			book := crowded{Book: s.Book}
			undo := func() {
				done.Go(func() { _, undoing = s.Undo(t.Context(), added, "") })
				time.Sleep(aMoment)
			}
			if first == "the act" {
				book.within = undo
			} else {
				book.before = func() { undo(); done.Wait() }
			}
			_, err := customers.New(book, func() time.Time { return noon }, s.ids, when.Typing{}).Archive(t.Context(), anna.ID, "")
			done.Wait()
			c, reading := s.Customer(t.Context(), anna.ID)
			if first == "the act" {
				if err != nil || reading != nil || !c.Archived || app.CodeOf(undoing) != app.CodeConflict {
					t.Errorf("archive %v, read %v, archived %v, undo %v", err, reading, c.Archived, undoing)
				}
			} else if app.CodeOf(err) != app.CodeNotFound || app.CodeOf(reading) != app.CodeNotFound || undoing != nil {
				t.Errorf("archive %v, read %v, undo %v", err, reading, undoing)
			}
		})
	}
}

// Whatever is done about a record at any desk, what others have just written of
// it stays.
func TestNoDeskTakesBackWhatWasSavedMeanwhile(t *testing.T) {
	clock := func() time.Time { return noon }
	score := 3
	anna := app.Customer{ID: app.ID{15: 1}, Name: app.Name{Full: "Anna Korhonen"}, Phones: []app.Phone{{Typed: "+358401234567", E164: "+358401234567"}}}
	anton := app.Customer{ID: app.ID{15: 9}, Name: app.Name{Full: "Anton Korhonen"}, Phones: anna.Phones}
	said := app.Opinion{
		ID: app.ID{15: 2}, Customer: anna.ID, Said: app.DayOf(noon), Taken: noon, Source: app.FromCard, Score: &score,
		Verbatim: "The lamp flickers", Praise: []string{"Mo"},
	}
	allowed := said
	allowed.Quote = &app.Quote{Since: noon}
	nobodys := said
	nobodys.Customer, nobodys.Sender = app.ID{}, "A.K."
	wrong := app.Complaint{ID: app.ID{15: 3}, Customer: anna.ID, Received: noon.Add(-time.Hour), Wrong: "It flickers", Promises: []app.Promise{{What: "A new one"}}}
	asked, over := wrong, wrong
	asked.Remedy = &app.Remedy{Kind: app.RemedyRefund, Cost: app.Money{Minor: 1_000_000, Currency: "EUR"}, By: "Mo"}
	over.Closed, over.ClosedWhy = noon, "They moved away"

	tests := map[string]struct {
		is app.Record
		do func(crowded, *app.IDs) error
	}{
		"a call is logged": {anna, func(b crowded, ids *app.IDs) error {
			_, err := calling.New(b, clock, ids).Log(t.Context(), calling.Report{Customer: anna.ID, Disposition: app.DoNotRing, Anyway: "They asked."})
			return err
		}},
		"a call is logged about a complaint": {wrong, func(b crowded, ids *app.IDs) error {
			_, err := calling.New(b, clock, ids).Log(t.Context(), calling.Report{Customer: anna.ID, Disposition: app.Talked, Case: wrong.ID, Anyway: "They asked."})
			return err
		}},
		"a customer is edited": {anna, func(b crowded, ids *app.IDs) error {
			opened := customers.FormOf(anna)
			form := opened
			form.Origin = &opened
			form.Name = "Anna Virtanen"
			_, err := customers.New(b, clock, ids, when.Typing{}).Save(t.Context(), form, "")
			return err
		}},
		"a customer is archived": {anna, func(b crowded, ids *app.IDs) error {
			_, err := customers.New(b, clock, ids, when.Typing{}).Archive(t.Context(), anna.ID, "")
			return err
		}},
		"thanks are given": {anna, func(b crowded, ids *app.IDs) error {
			_, err := customers.New(b, clock, ids, when.Typing{}).GiveThanks(t.Context(), customers.ThanksForm{Customer: anna.ID, What: "Flowers"}, "")
			return err
		}},
		"a complaint is answered": {wrong, atComplaints(func(ctx context.Context, d *complaints.Desk) (any, error) { return d.Answer(ctx, wrong.ID, "") })},
		"a promise is made": {wrong, atComplaints(func(ctx context.Context, d *complaints.Desk) (any, error) {
			return d.Promise(ctx, wrong.ID, "A call", time.Time{}, "")
		})},
		"a promise is kept": {wrong, atComplaints(func(ctx context.Context, d *complaints.Desk) (any, error) { return d.KeepPromise(ctx, wrong.ID, 0, "") })},
		"the owner must call": {wrong, atComplaints(func(ctx context.Context, d *complaints.Desk) (any, error) {
			return d.MarkForOwner(ctx, wrong.ID, true, "")
		})},
		"a remedy is given": {wrong, atComplaints(func(ctx context.Context, d *complaints.Desk) (any, error) {
			return d.Give(ctx, wrong.ID, app.Remedy{Kind: app.RemedyApology}, "")
		})},
		"it is put right": {wrong, atComplaints(func(ctx context.Context, d *complaints.Desk) (any, error) {
			return d.PutRight(ctx, wrong.ID, nil, nil, "")
		})},
		"a remedy is allowed": {asked, atComplaints(func(ctx context.Context, d *complaints.Desk) (any, error) { return d.Allow(ctx, wrong.ID, "") })},
		"a remedy is refused": {asked, atComplaints(func(ctx context.Context, d *complaints.Desk) (any, error) { return d.Refuse(ctx, wrong.ID, "No", "") })},
		"a complaint is closed": {wrong, atComplaints(func(ctx context.Context, d *complaints.Desk) (any, error) {
			return d.Close(ctx, wrong.ID, "They moved", "")
		})},
		"a complaint is opened again": {over, atComplaints(func(ctx context.Context, d *complaints.Desk) (any, error) {
			return d.Reopen(ctx, wrong.ID, "It flickers again", app.FromVisit, "")
		})},
		"a complaint's opinion is matched": {nobodys, atOpinions(func(ctx context.Context, d *opinions.Desk) (any, error) {
			return d.Match(ctx, []app.ID{said.ID}, anna.ID, "")
		})},
		"a quote is granted": {said, atOpinions(func(ctx context.Context, d *opinions.Desk) (any, error) {
			return d.Grant(ctx, said.ID, opinions.QuoteForm{}, "")
		})},
		"a quote is withdrawn": {allowed, atOpinions(func(ctx context.Context, d *opinions.Desk) (any, error) { return d.Withdraw(ctx, said.ID, "") })},
		"praise is passed on": {said, atOpinions(func(ctx context.Context, d *opinions.Desk) (any, error) {
			return d.PassOn(ctx, said.ID, "Mo", time.Time{}, "")
		})},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := newShop(t)
			s.put(anna, anton)
			s.put(tt.is)
			_, id := tt.is.Key()
			err := tt.do(crowded{Book: s.Book, before: func() { s.put(marked(tt.is)) }}, s.ids)
			if err != nil {
				t.Fatal(err)
			}
			history, err := s.History(t.Context(), anna.ID, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range history {
				if e.ID == id { // the last that was done about it
					if !isMarked(e.Before) || !isMarked(e.After) {
						t.Errorf("after %v: %+v", e.Act, e.After)
					}
					break
				}
			}
		})
	}
	t.Run("two customers are merged", func(t *testing.T) {
		s := newShop(t)
		s.put(anna, anton)
		p, err := merging.New(s.Book).Propose(t.Context(), anna.ID, anton.ID)
		if err != nil {
			t.Fatal(err)
		}
		_, err = merging.New(crowded{Book: s.Book, before: func() { s.put(marked(anton)) }}).Merge(t.Context(), p, nil, "")
		if app.CodeOf(err) != app.CodeConflict {
			t.Errorf("merged: %v", err)
		}
	})
}

func atComplaints(do func(context.Context, *complaints.Desk) (any, error)) func(crowded, *app.IDs) error {
	return func(b crowded, ids *app.IDs) error {
		_, err := do(context.Background(), complaints.New(b, func() time.Time { return noon }, ids))
		return err
	}
}

func atOpinions(do func(context.Context, *opinions.Desk) (any, error)) func(crowded, *app.IDs) error {
	return func(b crowded, ids *app.IDs) error {
		_, err := do(context.Background(), opinions.New(b, func() time.Time { return noon }, ids, when.Typing{}))
		return err
	}
}

// marked is the record as somebody else saves it.
func marked(r app.Record) app.Record {
	switch r := r.(type) {
	case app.Customer:
		r.Tags = []string{"meanwhile"}
		return r
	case app.Opinion:
		r.Themes = []string{"meanwhile"}
		return r
	case app.Complaint:
		r.Wish = "meanwhile"
		return r
	}
	return nil
}

func isMarked(r app.Record) bool {
	switch r := r.(type) {
	case app.Customer:
		return len(r.Tags) > 0
	case app.Opinion:
		return len(r.Themes) > 0
	case app.Complaint:
		return r.Wish != ""
	}
	return false
}
