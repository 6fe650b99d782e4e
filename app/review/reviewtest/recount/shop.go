// Package recount is for tests of what Review says: a shop in memory, and a
// plain recount of its records.
package recount

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/review"
)

// Shop is all that is on record in a shop, purchases of days after Now included.
type Shop struct {
	Plan       app.Plan
	Customers  []app.Customer
	Purchases  []app.Purchase
	Calls      []app.Call
	Opinions   []app.Opinion
	Complaints []app.Complaint
}

// ReadReview lets read see the shop as of Now.
func (s *Shop) ReadReview(_ context.Context, read func(review.Snapshot) error) error {
	return read(&snapshot{s, make(map[app.ID]app.Summary)})
}

type snapshot struct {
	*Shop
	summaries map[app.ID]app.Summary
}

func of[T app.Record](all []T, customer app.ID) []T {
	var theirs []T
	for _, one := range all {
		if one.Whose() == customer {
			theirs = append(theirs, one)
		}
	}
	return theirs
}

func find[T app.Record](all []T, id app.ID) (T, error) {
	for _, one := range all {
		if _, has := one.Key(); has == id {
			return one, nil
		}
	}
	var none T
	return none, &app.Error{Code: app.CodeNotFound}
}

func (s *snapshot) zone() *time.Location { return s.Shop.Plan.Location() }

func (s *snapshot) Plan() (app.Plan, error) { return s.Shop.Plan, nil }

func (s *snapshot) Customer(id app.ID) (app.Customer, error)   { return find(s.Customers, id) }
func (s *snapshot) Opinion(id app.ID) (app.Opinion, error)     { return find(s.Shop.Opinions, id) }
func (s *snapshot) Call(id app.ID) (app.Call, error)           { return find(s.Shop.Calls, id) }
func (s *snapshot) Complaint(id app.ID) (app.Complaint, error) { return find(s.Shop.Complaints, id) }

func (s *snapshot) Rhythm(customer app.ID) (app.Rhythm, error) {
	sum, err := s.Summary(customer)
	return sum.Buying.Rhythm, err
}

func (s *snapshot) Summary(id app.ID) (app.Summary, error) {
	if sum, ok := s.summaries[id]; ok {
		return sum, nil
	}
	c, err := s.Customer(id)
	if err != nil {
		return app.Summary{}, err
	}
	var bought []app.Bought
	for _, p := range of(s.Purchases, id) {
		if p.Day <= app.DayOf(Now().In(s.zone())) {
			bought = append(bought, p.InBrief(s.Shop.Plan))
		}
	}
	sum := app.Summary{
		Reach: app.SummarizeReach(c),
		Talk:  app.SummarizeContact(of(s.Shop.Calls, id), of(s.Shop.Opinions, id), of(s.Shop.Complaints, id)),
	}
	sum.Buying, _ = app.SummarizeBuying(bought)
	s.summaries[id] = sum
	return sum, nil
}

func (s *snapshot) Summaries(yield func(app.ID, app.Summary) bool) error {
	for _, c := range slices.SortedFunc(slices.Values(s.Customers), func(x, y app.Customer) int { return x.ID.Compare(y.ID) }) {
		sum, err := s.Summary(c.ID)
		if err != nil || !yield(c.ID, sum) {
			return err
		}
	}
	return nil
}

func (s *snapshot) Valued(yield func(app.ID, int64) bool) error {
	return s.Summaries(func(id app.ID, sum app.Summary) bool {
		return sum.Buying.Count == 0 || yield(id, sum.Buying.YearValue)
	})
}

func (s *snapshot) ShopGap() (int, error) {
	var all []int
	for _, c := range s.Customers {
		sum, err := s.Summary(c.ID)
		if err != nil {
			return 0, err
		}
		days := sum.Buying.Dates.Days()
		for i := 1; i < len(days); i++ {
			all = append(all, int(days[i]-days[i-1]))
		}
	}
	return app.HalfDayMedian(all), nil
}

// days adds up what all customers contribute.
func (s *snapshot) days() (review.Days, error) {
	days := make(review.Days)
	err := s.Summaries(func(id app.ID, sum app.Summary) bool {
		days.Add(review.Records{
			Bought: sum.Buying.Dates.Days(), Calls: of(s.Shop.Calls, id), Opinions: of(s.Shop.Opinions, id),
			About: s.aboutOf(id),
		}, s.zone(), 1)
		return true
	})
	days.Add(review.Records{Opinions: of(s.Shop.Opinions, app.ID{})}, s.zone(), 1)
	return days, err
}

// aboutOf finds the purchases of a customer's.
func (s *snapshot) aboutOf(customer app.ID) func(app.ID) (app.Purchase, bool) {
	return func(id app.ID) (app.Purchase, bool) {
		p, err := find(s.Purchases, id)
		return p, err == nil && p.Customer == customer
	}
}

func (s *snapshot) Days(p review.Period, yield func(app.Day, *review.Day) bool) error {
	days, err := s.days()
	for day := p.From; day < p.To; day++ {
		if one := days[day]; one != nil && !yield(day, one) {
			break
		}
	}
	return err
}

func (s *snapshot) Buyers(at app.Day) (review.Coverage, error) {
	days, err := s.days()
	var c review.Coverage
	for day, one := range days {
		if day <= at {
			c.Buyers += one.Active
			c.Told += one.Told
		}
	}
	return c, err
}

func (s *snapshot) Promises(from, to time.Time, yield func(review.Promised) bool) error {
	var all []review.Promised
	for _, c := range append(slices.Clone(s.Customers), app.Customer{}) {
		all = append(all, review.PromisesOf(of(s.Shop.Calls, c.ID), of(s.Shop.Complaints, c.ID), s.zone())...)
	}
	slices.SortFunc(all, func(x, y review.Promised) int {
		return cmp.Or(x.At.Compare(y.At), x.ID.Compare(y.ID), cmp.Compare(x.Number, y.Number))
	})
	each(all, func(p review.Promised) time.Time { return p.At }, from, to, yield)
	return nil
}

// each yields those of the moments, oldest first.
func each[T any](all []T, at func(T) time.Time, from, to time.Time, yield func(T) bool) {
	sorted := slices.SortedStableFunc(slices.Values(all), func(x, y T) int { return at(x).Compare(at(y)) })
	for _, one := range sorted {
		if t := at(one); !t.Before(from) && t.Before(to) && !yield(one) {
			return
		}
	}
}

func byID[T app.Record](all []T) []T {
	return slices.SortedFunc(slices.Values(all), func(x, y T) int {
		_, a := x.Key()
		_, b := y.Key()
		return bytes.Compare(a[:], b[:])
	})
}

func (s *snapshot) Complaints(from, to time.Time, yield func(app.Complaint) bool) error {
	each(byID(s.Shop.Complaints), func(c app.Complaint) time.Time { return c.Received }, from, to, yield)
	return nil
}

func (s *snapshot) PutRight(from, to time.Time, yield func(app.Complaint) bool) error {
	type moment struct {
		of app.Complaint
		at time.Time
	}
	var all []moment
	for _, c := range byID(s.Shop.Complaints) {
		if !c.PutRight.IsZero() {
			all = append(all, moment{c, c.PutRight})
		}
		for _, earlier := range c.Earlier {
			all = append(all, moment{c, earlier.At})
		}
	}
	each(all, func(m moment) time.Time { return m.at }, from, to, func(m moment) bool { return yield(m.of) })
	return nil
}

func (s *snapshot) Praised(to time.Time, yield func(review.PraisedIn) bool) error {
	var all []review.PraisedIn
	for _, o := range byID(s.Shop.Opinions) {
		if p, ok := review.PraiseIn(o); ok {
			all = append(all, p)
		}
	}
	each(all, func(p review.PraisedIn) time.Time { return p.Taken }, time.Time{}, to, yield)
	return nil
}

func (s *snapshot) Thanked(from app.Day, yield func(app.ID) bool) error {
	for _, c := range byID(s.Customers) {
		if slices.ContainsFunc(c.Thanks, func(t app.ThankYou) bool { return t.Day >= from }) && !yield(c.ID) {
			break
		}
	}
	return nil
}

func (s *snapshot) Foreign(currency string, yield func(app.ID) bool) error {
	return s.Summaries(func(id app.ID, sum app.Summary) bool {
		theirs := sum.Buying.Currency()
		return theirs == "" || theirs == currency || yield(id)
	})
}

func (s *snapshot) Unhappy(yield func(review.AtRisk) bool) error {
	var all []review.AtRisk
	err := s.Summaries(func(id app.ID, sum app.Summary) bool {
		if since, ok := review.UnhappySince(sum, s.zone()); ok {
			all = append(all, review.AtRisk{Customer: id, Since: since, Value: sum.Buying.YearValue})
		}
		return true
	})
	slices.SortStableFunc(all, func(x, y review.AtRisk) int { return x.Since.Compare(y.Since) })
	for _, one := range all {
		if !yield(one) {
			break
		}
	}
	return err
}

func (s *snapshot) Lapsed(from, to time.Time, yield func(review.AtRisk) bool) error {
	gap, err := s.ShopGap()
	if err != nil {
		return err
	}
	return s.Summaries(func(id app.ID, sum app.Summary) bool {
		days, ok := review.Patience(s.Shop.Plan, sum.Buying.Rhythm, gap)
		if !ok || sum.Reach.Archived {
			return true
		}
		due := (sum.Buying.Last + days).Start(s.zone())
		if due.Before(from) || !due.Before(to) || !sum.Talk.Reached.Before(due) {
			return true
		}
		return yield(review.AtRisk{Customer: id, Since: due, Value: sum.Buying.YearValue})
	})
}

func (s *snapshot) CallsOf(id app.ID) ([]app.Call, error) { return of(s.Shop.Calls, id), nil }

func (s *snapshot) OpinionsOf(id app.ID) ([]app.Opinion, error) {
	all := of(s.Shop.Opinions, id)
	slices.SortFunc(all, func(x, y app.Opinion) int { return cmp.Or(y.Taken.Compare(x.Taken), y.ID.Compare(x.ID)) })
	return all, nil
}

func (s *snapshot) Calls(from, to time.Time, yield func(app.Call) bool) error {
	var all []app.Call
	each(byID(s.Shop.Calls), func(c app.Call) time.Time { return c.Start }, from, to, func(c app.Call) bool {
		all = append(all, c)
		return true
	})
	for _, c := range slices.Backward(all) {
		if !yield(c) {
			break
		}
	}
	return nil
}

func (s *snapshot) Opinions(q app.OpinionQuery, yield func(app.Opinion) bool) error {
	for _, o := range s.Find(q) {
		if !yield(o) {
			break
		}
	}
	return nil
}

// Find looks for opinions one by one, newest first; the limit does not count.
func (s *Shop) Find(q app.OpinionQuery) []app.Opinion {
	var found []app.Opinion
	for _, o := range byID(s.Opinions) {
		if s.matches(o, q) {
			found = append(found, o)
		}
	}
	slices.SortStableFunc(found, func(x, y app.Opinion) int { return x.Taken.Compare(y.Taken) })
	slices.Reverse(found)
	return found
}

func (s *Shop) matches(o app.Opinion, q app.OpinionQuery) bool {
	day := app.DayOf(o.Taken.In(s.Plan.Location()))
	if day < q.From || q.To != 0 && day >= q.To || q.Unhappy && !o.Unhappy() || q.Source != "" && o.Source != q.Source {
		return false
	}
	about := func(id app.ID) (app.Purchase, bool) {
		p, err := find(s.Purchases, id)
		return p, err == nil && p.Customer == o.Customer && !o.Customer.IsZero()
	}
	for sort, name := range map[review.Sort]string{review.Theme: q.Theme, review.Item: q.Item, review.Seller: q.Seller} {
		if name != "" && !slices.ContainsFunc(review.LabelsOf(o, about), func(l review.Label) bool {
			return l.Sort == sort && folding.Fold(l.Name) == folding.Fold(name)
		}) {
			return false
		}
	}
	for _, word := range wordsOf(q.Words) {
		if !slices.ContainsFunc(wordsOf(o.Verbatim), func(w string) bool { return strings.HasPrefix(w, word) }) {
			return false
		}
	}
	return true
}

// wordsOf takes a text apart, one of the drawn ones or a part of it.
func wordsOf(text string) []string {
	return strings.FieldsFunc(folding.Fold(text), func(r rune) bool { return strings.ContainsRune(" .,", r) })
}
