package review

import (
	"slices"
	"strings"
	"time"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Records are what is on record about one customer, as far as the sums of days
// are concerned. They concern no other customer's: the sums of the shop are those
// of its customers added up.
type Records struct {
	Bought   []app.Day // the days they bought on, without what came back, in order
	Calls    []app.Call
	Opinions []app.Opinion
	// About returns the purchase that one of the opinions is about, if it is
	// still theirs; nil if none is.
	About func(app.ID) (app.Purchase, bool)
}

// Days are sums by day.
type Days map[app.Day]*Day

func (d Days) on(day app.Day) *Day {
	one := d[day]
	if one == nil {
		one = new(Day)
		d[day] = one
	}
	return one
}

// Add adds what the records contribute to the days of a shop in that zone, times
// over: -1 takes it away.
func (d Days) Add(r Records, zone *time.Location, times int) {
	d.addBuyer(r, zone, times)
	d.addAsked(r, zone, times)
	for _, c := range r.Calls {
		d.on(dayOf(c.Start, zone)).Calls[callSort(c.Disposition)] += times
	}
	for _, o := range r.Opinions {
		d.addOpinion(o, r.About, zone, times)
	}
}

// buyerFor is for how many days who bought counts as a buyer of the last year,
// the day they bought on included.
const buyerFor = 365

// addBuyer counts the customer in on the days from which they are a buyer of the
// last year, and out on those from which they are not.
func (d Days) addBuyer(r Records, zone *time.Location, times int) {
	var told app.Day
	for _, o := range r.Opinions {
		if day := dayOf(o.Taken, zone); told == 0 || day < told {
			told = day
		}
	}
	for i := 0; i < len(r.Bought); {
		start, end := r.Bought[i], r.Bought[i]+buyerFor
		for i++; i < len(r.Bought) && r.Bought[i] <= end; i++ {
			end = r.Bought[i] + buyerFor
		}
		d.on(start).Active += times
		d.on(end).Active -= times
		if len(r.Opinions) > 0 && max(start, told) < end {
			d.on(max(start, told)).Told += times
			d.on(end).Told -= times
		}
	}
}

// mostAsked is after how many days a call does not count any more as asking how
// a purchase is: the last of the usual windows closes long before.
const mostAsked = 100

// addAsked counts on each of the buying days after how many days the customer
// was asked: reached by the first call since.
func (d Days) addAsked(r Records, zone *time.Location, times int) {
	var asked []app.Day
	for _, c := range r.Calls {
		if c.Disposition.Reached() && c.Disposition != app.CallBack {
			asked = append(asked, dayOf(c.Start, zone))
		}
	}
	slices.Sort(asked)
	for _, day := range r.Bought {
		one := d.on(day)
		one.Bought += times
		if i, _ := slices.BinarySearch(asked, day); i < len(asked) && asked[i]-day <= mostAsked {
			one.Asked.add(int(asked[i]-day), times)
		}
	}
}

func (d Days) addOpinion(o app.Opinion, about func(app.ID) (app.Purchase, bool), zone *time.Location, times int) {
	taken := dayOf(o.Taken, zone)
	one := d.on(taken)
	one.Opinions[opinionSort(o.Source)] += times
	if o.Score != nil && *o.Score >= 0 && *o.Score <= app.MaxScore {
		one.Scores[*o.Score] += times
	}
	if o.Stars != nil && *o.Stars >= 1 && *o.Stars <= app.MaxStars {
		one.Stars[*o.Stars-1] += times
	}
	if lay(o) {
		one.Lag.add(int(max(0, taken-o.Said)), times)
	}
	count := countOf(o)
	for _, label := range LabelsOf(o, about) {
		one.talk(label, count, times)
	}
}

// lay tells whether the words may have lain about before somebody read them, and
// it is known for how long.
func lay(o app.Opinion) bool {
	return slices.Contains(laying(), o.Source) && !o.Said.IsZero() && !o.Undated
}

// laying lists the sources of words that may lie about.
func laying() []app.Source { return []app.Source{app.FromCard, app.FromLetter, app.FromWeb} }

// maxName is how long a name is that opinions are counted by, in bytes; a longer
// one is cut off.
const maxName = 200

// LabelsOf returns what the opinion names, each once however it is spelt. About is
// as in Records.
func LabelsOf(o app.Opinion, about func(app.ID) (app.Purchase, bool)) []Label {
	var all []Label
	seen := make(map[Label]bool)
	add := func(sort Sort, name string) {
		if len(name) > maxName {
			name = strings.ToValidUTF8(name[:maxName], "")
		}
		if once := (Label{sort, folding.Fold(name)}); name != "" && !seen[once] {
			seen[once] = true
			all = append(all, Label{sort, name})
		}
	}
	for _, theme := range o.Themes {
		add(Theme, theme)
	}
	for _, name := range o.Praise {
		add(Praised, name)
	}
	if about == nil {
		return all
	}
	for _, id := range o.About {
		p, ok := about(id)
		if !ok {
			continue
		}
		add(Seller, p.SoldBy)
		for _, l := range p.Lines {
			add(Item, l.Item)
		}
	}
	return all
}

func callSort(d app.Disposition) int {
	if i := slices.Index(app.Dispositions(), d); i >= 0 {
		return i
	}
	return callSorts - 1
}

// sources are in the order in which opinions are counted.
func sources() []app.Source {
	return []app.Source{app.FromCall, app.FromCard, app.FromVisit, app.FromLetter, app.FromWeb}
}

func opinionSort(s app.Source) int {
	if i := slices.Index(sources(), s); i >= 0 {
		return i
	}
	return opinionSorts - 1
}

func dayOf(t time.Time, zone *time.Location) app.Day { return app.DayOf(t.In(zone)) }
