package importing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/exporting/archive"
)

// readAlone leaves out a whole book that does not come by itself: its records have
// IDs of their own, by which nothing of another file could be told to be the same.
func (r *reading) readAlone() {
	if len(r.files) < 2 {
		return
	}
	r.files = slices.DeleteFunc(r.files, func(f file) bool {
		if f.kind == KindBook {
			r.refuse(f.about.Name, app.Invalid("error.import.book-alone", app.Args{"File": f.about.Name}))
		}
		return f.kind == KindBook
	})
}

// book reads everything that a book wrote out. Records are told by their IDs:
// what the book has stays as it is, the rest is taken in. The plan is taken in
// only where there is no shop yet that lives by another.
func (r *reading) book(ctx context.Context, f *file, known Known) error {
	opened, closer, err := r.open(ctx, f)
	if err != nil {
		return err
	}
	defer closer.Close()
	size, err := known.Size()
	if err != nil {
		return fmt.Errorf("read the size of the book: %w", err)
	}
	plan, err := known.Plan()
	if err != nil {
		return fmt.Errorf("read the plan: %w", err)
	}
	zone := plan.Location()
	today := app.DayOf(r.now().In(zone))
	in := archive.NewReader(opened)
	names := make(map[app.ID]string)
	came := coming{made: make(map[app.ID]bool), gone: make(map[app.ID]bool), became: make(map[app.ID]app.ID), joined: make(map[app.ID]bool)}
	for n := 0; ; n++ {
		if err := r.step(ctx, n); err != nil {
			return err
		}
		record, err := in.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return f.failed(naming(err, f.Title))
		}
		if isDecided, err := r.decided(known, record, came, n); err != nil {
			return err
		} else if isDecided {
			continue
		}
		f.about.Rows++
		if c, ok := record.(app.Customer); ok {
			names[c.ID] = c.Called()
		}
		record = came.owned(record)
		item := itemOf(record)
		item.File, item.Index, item.Line, item.Name = f.about.Name, n, in.Line(), names[item.Customer]
		if err := r.judge(known, record, size.Empty(), came, &item); err != nil {
			return err
		}
		if item.Action == Create && app.DayOf(happened(record).In(zone)) > today {
			item.Problems = append(item.Problems, app.InvalidLine("import.book.ahead", item.Line, nil))
		}
		r.item(item)
	}
}

// coming are the customers of a whole book that this one does not have.
type coming struct {
	made map[app.ID]bool // it gets them
	gone map[app.ID]bool // they were forgotten here

	became map[app.ID]app.ID // they are one with somebody else here
	joined map[app.ID]bool   // those who that is
}

// owned returns the record as its customer's whom the book has in the place of the
// one it was of.
func (came coming) owned(record app.Record) app.Record {
	now, ok := came.became[record.Whose()]
	if !ok {
		return record
	}
	switch rec := record.(type) {
	case app.Purchase:
		rec.Customer = now
		return rec
	case app.Call:
		rec.Customer = now
		return rec
	case app.Opinion:
		rec.Customer = now
		return rec
	case app.Complaint:
		rec.Customer = now
		return rec
	}
	return record
}

// decided keeps what the owner decided of customers in the book that wrote it out, if
// it is that, and of somebody whom this book gets with it: of all others it has what was
// decided here, or nothing, since they were forgotten.
func (r *reading) decided(known Known, record app.Record, came coming, n int) (bool, error) {
	switch d := record.(type) {
	case archive.TwoPeople:
		if (came.made[d.A] || came.made[d.B]) && !came.gone[d.A] && !came.gone[d.B] {
			r.preview.keep[app.StrangersKey(d.A, d.B)] = []byte{1}
		}
		return true, nil
	case archive.Settled:
		if !came.made[d.After.ID] {
			return true, nil
		}
		// Who they were may have had a number of somebody else's who was forgotten.
		if gone, err := known.Forgotten(d.Before); err != nil || gone {
			return true, err
		}
		line, err := archive.Line(d)
		if err != nil {
			return true, fmt.Errorf("write down what was changed by hand: %w", err)
		}
		r.preview.keep[fmt.Sprintf("%s%s.%09d.%s", app.KeptSettled, d.After.ID, n, d.Before.ID)] = line
		return true, nil
	}
	return false, nil
}

// naming has an error of what is in the file name it: others may be imported
// beside.
func naming(err error, title string) error {
	var e *app.Error
	if errors.As(err, &e) {
		if e.Args == nil {
			e.Args = app.Args{}
		}
		e.Args["File"] = title
	}
	return err
}

// happened returns when what a record is of was said or done; zero where that is
// no moment. It is in the past, unless a clock ran ahead.
func happened(record app.Record) time.Time {
	switch rec := record.(type) {
	case app.Call:
		return rec.Start
	case app.Opinion:
		return rec.Taken
	case app.Complaint:
		return rec.Received
	}
	return time.Time{}
}

// judge tells what comes of a record, and keeps it if it is to be written. Who was
// forgotten does not come back, nor does what is theirs; who became one with somebody
// else stays so, and what was theirs alone is that one's.
func (r *reading) judge(known Known, record app.Record, empty bool, came coming, item *Item) error {
	kind, id := record.Key()
	had, err := known.Record(kind, id)
	switch {
	case app.CodeOf(err) == app.CodeNotFound:
		if is, err := r.isHere(known, record, came); err != nil || is {
			item.Action = Same
			if now, ok := came.became[id]; ok {
				item.ID, item.Customer = now, now
				item.Problems = append(item.Problems, app.InvalidLine("import.book.became", item.Line, app.Args{"Name": r.people.With(now).Customer.Called()}))
			}
			return err
		}
		if err := came.see(known, record); err != nil {
			return err
		}
		if came.gone[record.Whose()] {
			item.Action, item.ID, item.Customer = Reject, app.ID{}, app.ID{}
			item.Problems = append(item.Problems, app.InvalidLine("import.book.forgotten", item.Line, nil))
			return nil
		}
		item.Action = Create
	case err != nil:
		return fmt.Errorf("look a record up: %w", err)
	case archive.Equal(had, record):
		item.Action = Same
		return nil
	case kind == app.KindPlan && empty:
		item.Action = Update
	default:
		item.Action = Same
		key := "import.book.kept"
		if kind == app.KindPlan {
			key = "import.book.plan-kept"
		}
		item.Problems = append(item.Problems, app.InvalidLine(key, item.Line, nil))
		return nil
	}
	r.records = append(r.records, record)
	return nil
}

// isHere tells whether what the book does not have by its ID is in it all the same: a
// customer who became one with somebody else since, and a receipt that both of them had.
func (r *reading) isHere(known Known, record app.Record, came coming) (bool, error) {
	switch rec := record.(type) {
	case app.Customer:
		p, err := r.people.Became(rec.ID)
		if p != nil {
			came.became[rec.ID], came.joined[p.ID()] = p.ID(), true
		}
		return p != nil, err
	case app.Purchase:
		if !came.joined[rec.Customer] || rec.Receipt == "" {
			return false, nil
		}
		ids, err := known.PurchaseByReceipt(rec.Customer, rec.Receipt)
		for i := 0; err == nil && i < len(ids); i++ {
			var had app.Purchase
			if had, err = known.Purchase(ids[i]); had.Day == rec.Day && had.Total == rec.Total && had.Currency == rec.Currency {
				return true, err
			}
		}
		return false, err
	}
	return false, nil
}

// see finds out whether a customer whom the book does not have was forgotten.
func (came coming) see(known Known, record app.Record) error {
	c, ok := record.(app.Customer)
	if !ok {
		return nil
	}
	gone, err := known.Forgotten(c)
	if err != nil {
		return fmt.Errorf("look whether a customer was forgotten: %w", err)
	}
	came.made[c.ID], came.gone[c.ID] = !gone, gone
	return nil
}

// itemOf says of a record what a preview shows of it.
func itemOf(record app.Record) Item {
	_, id := record.Key()
	item := Item{ID: id, Customer: record.Whose()}
	switch rec := record.(type) {
	case app.Customer:
		item.Kind, item.Phones, item.Emails = KindCards, rec.Phones, rec.Emails
	case app.Purchase:
		item.Kind, item.Receipt, item.Day, item.Return = KindPurchases, rec.Receipt, rec.Day, rec.IsReturn()
	case app.Call:
		item.Kind, item.Day = KindCalls, app.DayOf(rec.Start)
	case app.Opinion:
		item.Kind, item.Day = KindOpinions, rec.Said
	case app.Complaint:
		item.Kind, item.Day = KindComplaints, app.DayOf(rec.Received)
	case app.Plan:
		item.Kind = KindPlan
	}
	return item
}
