package app

import (
	"cmp"
	"slices"
	"time"
)

// SummarizeReach derives the customer's own part of the summary.
func SummarizeReach(c Customer) Reach {
	r := Reach{Zone: c.TimeZone, Archived: c.Archived, Refusals: c.DoNotCall, BestTime: c.BestTime}
	for p := range callable(c.Phones) {
		if r.Keys == nil {
			r.Keys = make([]string, 0, len(c.Phones))
		}
		r.Keys = append(r.Keys, p.Dialled())
	}
	r.Numbers = len(r.Keys)
	for _, t := range c.Thanks {
		r.Thanked = max(r.Thanked, t.Day)
	}
	return r
}

// SummarizeBuying derives what a customer's purchases come to, and the gaps in
// days between their buying days, in order. It takes all of their purchases, in
// any order, and sorts them.
func SummarizeBuying(all []Bought) (Buying, []int) {
	sortBought(all)
	var b Buying
	var days []Day
	kept := standing(all)
	for _, p := range all {
		b.Totals = addMoney(b.Totals, p.Total, p.Currency)
	}
	for _, p := range kept {
		b.Count++
		if len(days) == 0 || days[len(days)-1] != p.Day {
			days = append(days, p.Day)
		}
	}
	if len(days) == 0 {
		return b, nil
	}
	b.Days, b.First, b.Last, b.Dates = len(days), days[0], days[len(days)-1], PackDates(days)
	b.YearValue = yearValue(all, kept[len(kept)-1].Currency, b.Last-365)
	gaps := make([]int, 0, len(days))
	for i := 1; i < len(days); i++ {
		gaps = append(gaps, int(days[i]-days[i-1]))
	}
	b.MedianGap = HalfDayMedian(gaps)
	b.Recent = recent(kept, b.Last)
	return b, gaps
}

// yearValue is what was spent after that day, the oldest first, in a currency, less
// what was given back of it; what was bought before and given back later takes nothing
// off. It is nothing at the least.
func yearValue(all []Bought, currency string, after Day) int64 {
	year, _ := slices.BinarySearchFunc(all, after+1, func(b Bought, day Day) int { return cmp.Compare(b.Day, day) })
	before := make(map[ID]bool)
	if slices.ContainsFunc(all[year:], func(p Bought) bool { return !p.Returns.IsZero() }) {
		for _, p := range all[:year] {
			before[p.Purchase] = true
		}
	}
	value := int64(0)
	for _, p := range all[year:] {
		if p.Currency == currency && !before[p.Returns] {
			value += p.Total
		}
	}
	return max(0, value)
}

// sortBought sorts purchases, the oldest first.
func sortBought(all []Bought) {
	slices.SortFunc(all, func(a, b Bought) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), a.Purchase.Compare(b.Purchase))
	})
}

// recent names, newest first, what stands of the purchases of the RecentDays up
// to the last: each of the RecentBought newest, and of those before them the one
// that came to most of each day, so that a window of any of these days finds what
// to ask about, and who buys every hour does not fill the summary. Purchases with
// other tags have other windows, and stand beside each other. Where all of these
// were postage and the like, the newest that has goods on it is the last.
func recent(kept []Bought, last Day) []Bought {
	var all []Bought
	for i := len(kept) - 1; i >= 0 && kept[i].Day > last-RecentDays; i-- {
		p := kept[i]
		if len(all) < RecentBought {
			all = append(all, p)
			continue
		}
		rivals := all[RecentBought:]
		rival := slices.IndexFunc(rivals, func(o Bought) bool { return o.Day == p.Day && slices.Equal(o.Tags, p.Tags) })
		switch {
		case rival < 0:
			all = append(all, p)
		case p.Total > rivals[rival].Total:
			rivals[rival] = p
		}
	}
	goods := func(b Bought) bool { return !b.Charges }
	if len(all) > 0 && !slices.ContainsFunc(all, goods) {
		for _, p := range slices.Backward(kept) {
			if goods(p) {
				return append(all, p)
			}
		}
	}
	return all
}

// HalfDayMedian returns the median of whole days, in half days so that the
// middle of two is exact; 0 of none.
func HalfDayMedian(days []int) int {
	if len(days) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(days))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return 2 * sorted[middle]
	}
	return sorted[middle-1] + sorted[middle]
}

func addMoney(sums []Money, minor int64, currency string) []Money {
	for i := range sums {
		if sums[i].Currency == currency {
			sums[i].Minor += minor
			return sums
		}
	}
	return append(sums, Money{Minor: minor, Currency: currency})
}

// The most tries and kindnesses that a summary keeps: of tries, as many as a
// plan can ask for on two numbers.
const (
	maxTries    = 2 * MostAttempts
	maxKindness = 4
)

// SummarizeContact derives what a customer's calls, opinions and complaints come
// to. It takes all of them, in any order, and sorts them.
func SummarizeContact(calls []Call, opinions []Opinion, complaints []Complaint) Contact {
	var t Contact
	slices.SortFunc(opinions, func(a, b Opinion) int { return cmp.Or(a.Taken.Compare(b.Taken), a.ID.Compare(b.ID)) })
	t.Opinions = len(opinions)
	for _, o := range opinions {
		if t.FirstTold.IsZero() {
			t.FirstTold = o.Taken
		}
		t.LastTold = o.Taken
		if o.Rated() {
			t.Unhappy = time.Time{}
			if o.Unhappy() {
				t.Unhappy = o.Taken
			}
		}
		if quoted := o.Quote != nil && o.Quote.Withdrawn.IsZero(); quoted || len(o.Praise) > 0 {
			// What was said on the phone was thanked for on the phone.
			if o.Source != FromCall {
				t.Kindness = append(t.Kindness, Kindness{At: o.Taken, Quote: quoted, Staff: o.Praise})
			}
		}
	}
	t.Kindness = t.Kindness[max(0, len(t.Kindness)-maxKindness):]

	slices.SortFunc(calls, func(a, b Call) int { return cmp.Or(a.Start.Compare(b.Start), a.ID.Compare(b.ID)) })
	for _, c := range calls {
		t.addCall(c)
	}
	t.Tries = t.Tries[max(0, len(t.Tries)-maxTries):]

	slices.SortFunc(complaints, func(a, b Complaint) int {
		return cmp.Or(a.Received.Compare(b.Received), a.ID.Compare(b.ID))
	})
	for _, c := range complaints {
		if t.Unhappy.Before(c.Confirmed) {
			t.Unhappy = time.Time{} // they said that it was put right, and that is their last word
		}
	}
	for _, c := range complaints {
		if c.Open() {
			if told := c.LastTold(); told.After(t.Unhappy) {
				t.Unhappy = told
			}
			t.Complaints = append(t.Complaints, c.InBrief())
		}
		t.Owed = append(t.Owed, c.owed()...)
	}
	return t
}

// owed returns what we still have to do by an hour though the complaint was put
// right, or is over: that keeps no promise.
func (c Complaint) owed() []OwedPromise {
	if c.FixedAt().IsZero() {
		return nil
	}
	var owed []OwedPromise
	for i, p := range c.Promises {
		if p.Kept.IsZero() && !p.By.IsZero() {
			owed = append(owed, OwedPromise{Complaint: c.ID, Number: i, What: p.What, By: p.By})
		}
	}
	return owed
}

// InBrief returns what a summary keeps of the complaint while it is open.
func (c Complaint) InBrief() OpenComplaint {
	open := OpenComplaint{
		ID: c.ID, Received: c.Received, Answered: c.Answered, PutRight: c.PutRight,
		Promises: openPromises(c.Promises), Wrong: c.Wrong, ForOwner: c.ForOwner, Awaits: c.AwaitsOwner(),
	}
	if from := c.AnswerFrom(); !from.Equal(c.Received) {
		open.AnswerFrom = from
	}
	if told := c.LastTold(); !told.Equal(c.Received) {
		open.LastTold = told
	}
	return open
}

func (t *Contact) addCall(c Call) {
	t.Calls++
	t.LastCall, t.LastResult = c.Start, c.Disposition
	if !c.Disposition.Reached() {
		t.Tries = append(t.Tries, Try{At: c.Start, Number: c.Number, Result: c.Disposition})
		if c.Next != nil {
			t.Next, t.NextAsked, t.NextFrom = c.Next, false, c.Start
		}
		return
	}
	t.Tries = nil
	t.Next, t.NextAsked, t.NextFrom = c.Next, c.Disposition == CallBack, c.Start
	if !c.Disposition.Settles() {
		return
	}
	t.Reached = c.Start
	if t.FirstAsked.IsZero() {
		t.FirstAsked = c.Start
	}
}

func openPromises(all []Promise) []Promise {
	var open []Promise
	for _, p := range all {
		if p.Kept.IsZero() {
			open = append(open, p)
		}
	}
	return open
}
