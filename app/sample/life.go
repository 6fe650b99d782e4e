package sample

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"ringback.app/app"
)

// longAgo is how far back the shop's books go, in days.
const longAgo = 3 * 365

// life is what one customer and the shop had to do with each other.
type life struct {
	*shop
	r          *rand.Rand
	customer   app.Customer
	purchases  []app.Purchase
	calls      []app.Call
	opinions   []app.Opinion
	complaints []app.Complaint
}

// life makes up all there is to know of the customer of that number, the
// customer first, everything with ascending IDs.
func (s *shop) life(number, purchases int) []app.Record {
	r := rand.New(rand.NewPCG(s.seed, uint64(number)+1))
	role := s.roleOf(number)
	l := &life{shop: s, r: r, customer: s.person(r, number, role == ordinary)}
	if need := role.purchases(); role != ordinary && purchases >= need {
		role.play(l, purchases-need)
	} else {
		l.live(purchases)
	}
	return l.records()
}

// records returns the records, kind by kind in the order of their IDs.
func (l *life) records() []app.Record {
	records := []app.Record{l.customer}
	for _, r := range l.purchases {
		records = append(records, r)
	}
	for _, r := range l.calls {
		records = append(records, r)
	}
	for _, r := range l.opinions {
		records = append(records, r)
	}
	for _, r := range l.complaints {
		records = append(records, r)
	}
	return records
}

// live makes up the life of a customer to whom nothing is owed: they buy in
// their own rhythm, and were asked after it was due, if at all.
func (l *life) live(purchases int) {
	ago := l.rhythm(purchases)
	for i, days := range ago {
		if i > 0 && i < len(ago)-1 && l.r.IntN(40) == 0 {
			l.giveBack(days)
			continue
		}
		l.buy(days)
	}
	if len(ago) > 0 && (l.everyone || l.r.Float64() < l.asked) {
		l.attend()
		if l.r.IntN(20) == 0 {
			l.putRightLongAgo()
		}
	}
}

// attend makes the calls that were due, so that none is left.
func (l *life) attend() {
	for _, p := range l.purchases {
		if age := l.age(p); age > 90 && l.r.IntN(max(6, len(l.purchases)/2)) == 0 {
			l.askedAfter(p, age-4-l.r.IntN(8))
		}
	}
	newest := l.purchases[len(l.purchases)-1]
	switch age := l.age(newest); {
	case age <= 15:
		// Whoever was first asked this week would have had a place among those
		// never asked.
		if len(l.calls) == 0 {
			l.askedBefore(age)
		}
		if age > 3 {
			l.askedAfter(newest, 1+l.r.IntN(age-3))
		}
	case age > 200:
		l.askedAfter(newest, 20+l.r.IntN(40))
	case len(l.calls) == 0 && l.r.IntN(2) == 0:
		l.told(45+l.r.IntN(200), []app.Source{app.FromCard, app.FromVisit, app.FromLetter, app.FromWeb}[l.r.IntN(4)])
	default:
		l.askedAfter(newest, max(8, age-4-l.r.IntN(8)))
	}
}

// askedBefore adds a call about an earlier purchase than the newest, or else
// what the customer said when they came in.
func (l *life) askedBefore(newest int) {
	for _, p := range slices.Backward(l.purchases) {
		if age := l.age(p); age >= 20 {
			l.askedAfter(p, max(newest+1, 8, age-4-l.r.IntN(8)))
			return
		}
	}
	l.told(20+l.r.IntN(60), app.FromVisit)
}

// age returns how many days ago the purchase was.
func (l *life) age(p app.Purchase) int { return int(l.today - p.Day) }

// rhythm returns how many days ago each purchase was, the oldest first. Nobody
// is overdue by their own rhythm.
func (l *life) rhythm(n int) []int {
	if n == 0 {
		return nil
	}
	ago := make([]int, n)
	if n <= 3 {
		last := recent(l.r.IntN(25) + 1)
		if l.r.IntN(2) == 0 {
			last = 300 + l.r.IntN(500)
		} else if n == 1 {
			last = 16 + l.r.IntN(9)
		}
		for i := range ago {
			ago[n-1-i] = min(longAgo, last+i*(20+l.r.IntN(60)))
		}
		slices.SortFunc(ago, func(a, b int) int { return b - a })
		return ago
	}
	span := min(longAgo-60, n*(20+l.r.IntN(70)))
	gap := max(1, span/n)
	last := recent(1 + l.r.IntN(max(1, min(gap, 80))))
	day := last
	for i := range ago {
		ago[n-1-i] = day
		day = min(longAgo, day+max(0, gap*(70+l.r.IntN(61))/100))
	}
	return ago
}

// recent keeps off the very day on which the usual window after a purchase
// opens: nobody can have been asked yet, and the call would be due.
func recent(ago int) int {
	if ago == 3 {
		return 2
	}
	return ago
}

// day returns the shop's day that many days ago, or the open one before it.
func (l *life) day(ago int) app.Day {
	d := l.today - app.Day(ago)
	for range 6 {
		if len(l.plan.Open[d.Weekday()]) > 0 || ago < 10 {
			break
		}
		d--
	}
	return d
}

// buy adds a purchase of things drawn from the catalogue.
func (l *life) buy(ago int) *app.Purchase {
	p := l.purchase(ago)
	for range 1 + min(l.r.IntN(3), l.r.IntN(4)) {
		w := l.ware()
		quantity := int64(1)
		if w.price < 4000 {
			quantity += int64(min(l.r.IntN(6), l.r.IntN(6)))
		}
		l.line(p, w, quantity)
	}
	return p
}

// buyThese adds a purchase of named things.
func (l *life) buyThese(ago int, items ...string) *app.Purchase {
	p := l.purchase(ago)
	for _, named := range items {
		quantity := int64(1)
		if count, item, ok := strings.Cut(named, " × "); ok {
			if _, err := fmt.Sscan(count, &quantity); err == nil {
				named = item
			}
		}
		for _, w := range l.wares {
			if w.item == named {
				l.line(p, w, quantity)
			}
		}
	}
	return p
}

func (l *life) purchase(ago int) *app.Purchase {
	p := app.Purchase{
		ID: l.ids.Next(), Customer: l.customer.ID, Day: l.day(ago), Currency: l.plan.Currency,
		SoldBy: l.plan.Staff[l.r.IntN(len(l.plan.Staff))],
	}
	year, month, day := p.Day.Date()
	p.Receipt = fmt.Sprintf("%02d%02d%02d-%03d", year%100, month, day, 1+l.r.IntN(999))
	l.purchases = append(l.purchases, p)
	return &l.purchases[len(l.purchases)-1]
}

func (l *life) line(p *app.Purchase, w ware, quantity int64) {
	amount := l.rate.of(w.price) * quantity
	p.Lines = append(p.Lines, app.Line{Item: w.item, Quantity: app.One * app.Quantity(quantity), Amount: amount})
	p.Total += amount
}

// giveBack returns one thing of the last purchase.
func (l *life) giveBack(ago int) {
	from := l.purchases[len(l.purchases)-1]
	if from.IsReturn() || len(from.Lines) == 0 {
		l.buy(ago)
		return
	}
	back := from.Lines[0]
	p := l.purchase(ago)
	p.Returns, p.SoldBy = from.ID, from.SoldBy
	p.Lines = []app.Line{{Item: back.Item, Quantity: -back.Quantity, Amount: -back.Amount}}
	p.Total = -back.Amount
}

// ware draws from the catalogue.
func (l *life) ware() ware {
	n := l.r.IntN(l.often)
	for _, w := range l.wares {
		if n -= w.often; n < 0 {
			return w
		}
	}
	return l.wares[0]
}

// hour returns a moment of about that day, in business hours. What was lately is
// on the very day: it is what the call list goes by.
func (l *life) hour(ago int) time.Time {
	day := l.today - app.Day(ago)
	if ago >= 20 {
		day = l.day(ago)
	}
	return day.At(app.Minute(10*60+l.r.IntN(8*60)), l.zone)
}
