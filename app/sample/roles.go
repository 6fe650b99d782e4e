package sample

import (
	"time"

	"ringback.app/app"
)

// role is what the call list should say of a customer at the moment of the
// sample. Most customers have none: they are ordinary.
type role int

const (
	ordinary role = iota
	promisedHour
	promisedLater
	promisedDay
	complaintLate
	complaintNew
	fixToCheck
	callBackAsked
	nobodyAnswered
	boughtTable
	boughtLamp
	wentQuiet
	neverAsked
	praised
	tenthPurchase
	refused
	noNumber
	putAway
	nightThere
	rungLately
	outOfAttempts
	wrongNumber
	roles
)

// Each role is played once among so many customers, and so often at the most:
// what a shop owes people on one day is bounded by what its desk can call, not by
// how many customers it has.
const (
	smallCast = 120
	mostCasts = 8
)

// castOf returns among how many customers of a shop of that size each role is
// played once.
func castOf(customers int) int {
	return max(smallCast, (customers+mostCasts-1)/mostCasts)
}

// roleOf returns the role of the customer of that number: every second one of
// the first of each cast has one.
func (s *shop) roleOf(number int) role {
	n := number % s.cast
	if n%2 == 0 || n/2+1 >= int(roles) {
		return ordinary
	}
	return role(n/2 + 1)
}

// purchases returns how many the role takes at the least.
func (r role) purchases() int {
	switch r {
	case ordinary:
		return 0
	case wentQuiet, tenthPurchase:
		return 10
	case boughtTable, praised:
		return 3
	}
	return 2
}

// play makes the role's life up. Purchases beyond what it takes were made long
// ago, and asked after since.
func (r role) play(l *life, more int) {
	// Whoever is rung now lives by the shop's own clock, at home and able to hear.
	l.customer.TimeZone, l.customer.BestTime = "", app.BestTime{}
	for range more {
		l.buy(longAgo)
	}
	if more > 0 {
		l.askedAfter(l.purchases[0], 400)
	}
	switch r {
	case promisedHour, promisedLater, promisedDay:
		l.promised(r)
	case complaintLate, complaintNew, fixToCheck:
		l.complained(r)
	case callBackAsked, nobodyAnswered, outOfAttempts:
		l.unreached(r)
	case wentQuiet, neverAsked, praised, tenthPurchase:
		l.due(r)
	default:
		l.bought(r)
	}
}

// knew makes up an earlier purchase that was asked after: whoever is owed
// another kind of call is not one of those who were never asked.
func (l *life) knew() {
	ago := 180 + l.r.IntN(200)
	l.askedAfter(*l.buy(ago), ago-6-l.r.IntN(6))
}

// promised is owed a call.
func (l *life) promised(r role) {
	l.knew()
	p := l.buyThese(21, "Three-seat sofa, green", "2 × Velvet cushion")
	next := app.NextStep{Note: l.say(l.r, "promise")[0]}
	switch r {
	case promisedHour:
		next.At, next.Timed = l.now.Add(-40*time.Minute).Truncate(10*time.Minute), true
	case promisedLater:
		next.At, next.Timed = l.now.Add(2*time.Hour).Truncate(30*time.Minute), true
	case promisedDay:
		next.At = l.today.Start(l.zone)
	}
	l.askedAfter(*p, 6).Next = &next
}

// complained waits for us to put something right.
func (l *life) complained(r role) {
	l.knew()
	switch r {
	case complaintLate:
		l.buyThese(30, "Oak table", "6 × Oak chair")
		c := l.complain(l.hour(12), app.FromVisit, l.words["wrong"][0])
		c.Answered = c.Received.Add(95 * time.Minute)
		c.Promises[0].By = l.hour(1)
	case complaintNew:
		l.buyThese(12, "Chest of drawers, oak", "Wood oil, 0.5 l")
		c := l.complain(l.now.Add(-50*time.Minute).Truncate(time.Minute), app.FromWeb, l.words["wrong"][1])
		c.Promises = nil
	case fixToCheck:
		l.buyThese(34, "Wardrobe, sliding doors", "Assembly at home")
		c := l.complain(l.hour(16), app.FromVisit, l.words["wrong"][2])
		c.Answered = c.Received.Add(40 * time.Minute)
		c.PutRight = l.hour(5)
		c.Promises[0].By, c.Promises[0].Kept = c.PutRight, c.PutRight
		c.Remedy = &app.Remedy{Kind: app.RemedyRepair, Cost: app.Money{Minor: l.rate.of(6500), Currency: l.plan.Currency}}
	}
}

// unreached was rung and not spoken to.
func (l *life) unreached(r role) {
	if len(l.customer.Phones) > 1 {
		l.customer.Phones = l.customer.Phones[:1]
	}
	l.knew()
	switch r {
	case callBackAsked:
		p := l.buyThese(7, "Standing desk", "Desk lamp")
		c := l.ring(l.hour(1), app.CallBack)
		c.Reason, c.About = app.AfterPurchase, []app.ID{p.ID}
		c.Next = &app.NextStep{At: l.now.Add(-15 * time.Minute).Truncate(5 * time.Minute), Timed: true}
	case nobodyAnswered:
		p := l.buyThese(8, "Bed, 160 cm, oak", "Sprung mattress, 160 cm", "2 × Pillow, down")
		c := l.ring(l.hour(3), app.NoAnswer)
		c.Reason, c.About = app.AfterPurchase, []app.ID{p.ID}
	case outOfAttempts:
		p := l.buyThese(12, "Floor lamp, brass")
		for _, ago := range []int{8, 6, 4} {
			c := l.ring(l.hour(ago), app.NoAnswer)
			c.Reason, c.About = app.AfterPurchase, []app.ID{p.ID}
		}
	}
}

// due is to be rung for no fault of ours.
func (l *life) due(r role) {
	switch r {
	case wentQuiet: // every five weeks, and nothing for eleven
		for n := range 10 {
			l.buy(77 + 35*(9-n))
		}
		l.askedAfter(l.purchases[4], 240)
	case neverAsked:
		l.buyThese(48, "Wall shelf, oak", "Hooks, set of four")
		l.buyThese(20, "2 × Picture frame, A3", "Vase, glass")
	case praised:
		l.buyThese(200, "Reading chair")
		l.buyThese(90, "Wool throw", "2 × Linen cushion")
		p := l.buyThese(26, "Reading lamp")
		o := l.opinion(l.hour(2), app.FromCard)
		score := 10
		o.Score, o.Said = &score, l.today-6
		words := l.words["delight"][0]
		o.Verbatim = l.filled(words[1], p.SoldBy)
		o.Themes, o.Staff, o.Praise, o.Quote = words[:1:1], []string{p.SoldBy}, []string{p.SoldBy}, nil
		o.Passed = nil
	case tenthPurchase:
		for n := range 9 {
			l.buy(40 * (9 - n))
		}
		l.askedAfter(l.purchases[5], 140)
		l.buyThese(2, "Teapot", "4 × Mug, stoneware")
	}
}

// bought is to be asked how it is, were there not something in the way.
func (l *life) bought(r role) {
	if r != boughtTable && r != rungLately {
		l.knew()
	}
	switch r {
	case boughtTable:
		l.buyThese(410, "Coffee table, oak")
		l.askedAfter(l.purchases[len(l.purchases)-1], 402)
		l.buyThese(160, "Table runner", "Napkins, set of six")
		l.buyThese(9, "Oak table", "4 × Oak chair")
	case boughtLamp: // whose turn comes tomorrow
		l.buyThese(2, "Pendant lamp, copper", "3 × Light bulb, warm")
	case refused:
		l.buyThese(6, "Wing chair")
		l.customer.DoNotCall = []app.DoNotCall{{Purpose: app.PurposeAny, Reason: l.words["refusal"][0][0], Since: l.today - 200}}
	case noNumber:
		l.buyThese(7, "Garden bench", "Bird feeder")
		l.customer.Phones = nil
	case putAway:
		l.buyThese(8, "Bookcase, white")
		l.customer.Archived = true
	case nightThere:
		ago := 5
		if l.night == "" { // nothing would keep the call back
			ago = 30
		}
		l.buyThese(ago, "Globe")
		l.customer.TimeZone = l.night
	case rungLately:
		l.buyThese(60, "Kitchen scales", "Storage jar, glass")
		l.askedAfter(l.purchases[len(l.purchases)-1], 8)
		l.buyThese(5, "Coffee grinder")
	case wrongNumber:
		l.buyThese(10, "Walnut desk")
		c := l.ring(l.hour(4), app.WrongNumber)
		c.Reason = app.AfterPurchase
		l.customer.Phones[0].Unfit = app.UnfitWrong
		l.customer.Phones = l.customer.Phones[:1]
	}
}
