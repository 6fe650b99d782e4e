package recount

import (
	"encoding/binary"
	"slices"
	"time"

	"pgregory.net/rapid"

	"ringback.app/app"
)

// Now is the moment at which drawn shops are looked at: a Friday in November.
func Now() time.Time { return time.Date(2026, time.November, 20, 10, 12, 0, 0, time.UTC) }

// Drawing makes records up at random.
type Drawing struct {
	R    *rapid.T
	last uint64
	sold []app.Purchase // those drawn so far
}

func (d *Drawing) id() app.ID {
	d.last++
	var id app.ID
	binary.BigEndian.PutUint64(id[8:], d.last)
	id[0] = 1
	return id
}

// One draws one of them.
func One[T any](d *Drawing, label string, from ...T) T {
	return from[rapid.IntRange(0, len(from)-1).Draw(d.R, label)]
}

func (d *Drawing) number(label string, from, to int) int {
	return rapid.IntRange(from, to).Draw(d.R, label)
}

// zones are those in which a drawn shop can be.
func zones() []string { return []string{"Europe/Helsinki", "America/New_York", "Asia/Tokyo", "UTC"} }

// moment is any time of the last days, at whole minutes so that some meet. Of some
// nothing but the day is known: those are at its very start.
func (d *Drawing) moment(label string) time.Time {
	days := One(d, label+" days", 3, 30, 500)
	at := Now().Add(-time.Duration(d.number(label, -3*24*60, days*24*60)) * time.Minute)
	if d.number(label+" hour", 0, 3) > 0 {
		return at
	}
	zone := app.Plan{TimeZone: One(d, label+" zone", zones()...)}.Location()
	return app.DayOf(at.In(zone)).Start(zone).UTC()
}

// Plan draws a plan with every sort of standard.
func (d *Drawing) Plan() app.Plan {
	p := app.DefaultPlan(app.CallingHours{From: 9 * 60, To: 20 * 60, Days: app.Week})
	p.TimeZone = One(d, "zone", zones()...)
	p.PassOnWithin = d.number("pass on", 0, 9)
	for _, m := range []app.Measure{
		app.MeasureAsked, app.MeasureAnswered, app.MeasureFixed, app.MeasurePromises, app.MeasurePassed, app.MeasureRead,
	} {
		p.Standards = append(p.Standards, app.Standard{Measure: m, Within: d.number("within", 1, 40)})
	}
	p.Standards = append(p.Standards, app.Standard{Measure: app.MeasureTheme, Theme: "quality"})
	p.Charges = One(d, "charges", nil, []string{}, []string{"lamp", "rug"})
	p.ItemTags = One(d, "tags", nil, []app.ItemTag{{Tag: "wood", Words: []string{"oak"}}})
	p.Windows = []app.Window{{Opens: d.number("opens", 1, 5), Closes: 20}}
	p.CheckAfter = d.number("check after", 0, 4)
	return p
}

// Customer draws a customer.
func (d *Drawing) Customer() app.Customer {
	c := app.Customer{ID: d.id(), Name: app.Name{Full: One(d, "name", "Anna Korhonen", "Bo Ek", "王小明")}}
	if d.number("has a number", 0, 3) > 0 {
		c.Phones = []app.Phone{{Typed: "+358401234567", E164: "+358401234567"}}
	}
	c.TimeZone = One(d, "customer's zone", "", "", "Europe/Lisbon")
	c.Archived = d.number("archived", 0, 7) == 0
	for range max(0, d.number("thanks", -3, 2)) {
		c.Thanks = append(c.Thanks, app.ThankYou{
			Day: app.DayOf(d.moment("thanked")), What: "Flowers",
			Cost: app.Money{Minor: int64(d.number("cost", 0, 3)), Currency: One(d, "currency", "EUR", "USD")},
		})
	}
	return c
}

// dayBought is a day gone by or, now and then, one to come.
func (d *Drawing) dayBought() app.Day {
	day := app.DayOf(d.moment("bought"))
	if d.number("ordered ahead", 0, 3) == 0 {
		day = app.DayOf(Now()) + app.Day(d.number("ahead", 0, One(d, "ahead days", 3, 500)))
	}
	return day
}

// Purchase draws a purchase of the customer's, or a return, perhaps of one drawn
// before. Either may be of a day to come.
func (d *Drawing) Purchase(customer app.ID) app.Purchase {
	p := app.Purchase{
		ID: d.id(), Customer: customer, Day: d.dayBought(), Currency: One(d, "currency", "EUR", "EUR", "USD"),
		SoldBy: One(d, "seller", "", "Mia", "mia", "Jim"),
	}
	for range d.number("lines", 1, 3) {
		l := app.Line{Item: One(d, "item", "Oak table", "oak table", "Lamp", "Rug", "POSTAGE"), Quantity: app.One, Amount: int64(d.number("amount", 1, 90))}
		p.Lines = append(p.Lines, l)
		p.Total += l.Amount
	}
	if d.number("given back", 0, 4) == 0 {
		d.giveBack(&p)
	}
	d.sold = append(d.sold, p)
	return p
}

// giveBack makes a return of a purchase: of what is on it or, by its receipt, of
// one of the customer's that was drawn before, or a part of it.
func (d *Drawing) giveBack(p *app.Purchase) {
	theirs := slices.DeleteFunc(slices.Clone(d.sold), func(s app.Purchase) bool { return s.Customer != p.Customer || s.IsReturn() })
	if len(theirs) > 0 && d.number("by its receipt", 0, 2) > 0 {
		of := One(d, "which", theirs...)
		p.Returns, p.Currency, p.Lines = of.ID, of.Currency, of.Lines[:d.number("lines of it", 1, len(of.Lines))]
	}
	p.Total, p.Lines = 0, slices.Clone(p.Lines)
	for i, l := range p.Lines {
		p.Lines[i].Quantity, p.Lines[i].Amount = -l.Quantity, -l.Amount
		p.Total -= l.Amount
	}
}

// Call draws a call to the customer.
func (d *Drawing) Call(customer app.ID) app.Call {
	c := app.Call{ID: d.id(), Customer: customer, Start: d.moment("rung"), Disposition: One(d, "came of it", app.Dispositions()...)}
	if d.number("next", 0, 2) == 0 {
		c.Next = &app.NextStep{At: c.Start.Add(time.Duration(d.number("until", 1, 5000)) * time.Minute), Timed: d.number("timed", 0, 1) == 0}
	}
	return c
}

// Opinion draws an opinion of the customer's, about any of the purchases.
func (d *Drawing) Opinion(customer app.ID, purchases []app.Purchase) app.Opinion {
	o := app.Opinion{
		ID: d.id(), Customer: customer, Taken: d.moment("taken"),
		Source:   One(d, "source", app.FromCall, app.FromCard, app.FromVisit, app.FromLetter, app.FromWeb),
		Verbatim: One(d, "words", "", "It is fine.", "A leg wobbles, sadly", "Best table ever, thank you", "桌子很好", "Ihan hyvä pöytä"),
		Themes:   rapid.SliceOfN(rapid.SampledFrom([]string{"quality", "Quality", "delivery"}), 0, 2).Draw(d.R, "themes"),
		Praise:   rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"Jim", "Mia"}), 0, 2, rapid.ID[string]).Draw(d.R, "praise"),
	}
	o.Said = app.DayOf(o.Taken) - app.Day(d.number("lay", -1, 20))
	o.Undated = d.number("undated", 0, 3) == 0
	if d.number("scored", 0, 2) > 0 {
		score := d.number("score", 0, 10)
		o.Score = &score
	}
	if d.number("starred", 0, 2) == 0 {
		stars := d.number("stars", 1, 5)
		o.Stars = &stars
	}
	for _, p := range purchases {
		if d.number("about", 0, 3) == 0 {
			o.About = append(o.About, p.ID)
		}
	}
	for _, name := range o.Praise {
		if d.number("told", 0, 1) == 0 {
			o.Passed = append(o.Passed, app.Passed{Staff: name, At: o.Taken.Add(time.Duration(d.number("told after", 1, 30000)) * time.Minute)})
		}
	}
	if d.number("quote", 0, 3) == 0 {
		o.Quote = &app.Quote{Words: o.Verbatim, Since: o.Taken}
	}
	return o
}

// Complaint draws a complaint of the customer's.
func (d *Drawing) Complaint(customer app.ID) app.Complaint {
	c := app.Complaint{ID: d.id(), Customer: customer, Received: d.moment("complained"), Wrong: "A leg"}
	later := func(label string) time.Time {
		if d.number(label, 0, 1) == 0 {
			return time.Time{}
		}
		return c.Received.Add(time.Duration(d.number(label+" after", 0, 9000)) * time.Minute)
	}
	c.Answered, c.PutRight, c.Confirmed = later("answered"), later("put right"), later("confirmed")
	if c.Confirmed.IsZero() {
		c.Closed = later("closed")
	}
	for range d.number("promises", 0, 2) {
		c.Promises = append(c.Promises, app.Promise{What: "A leg", By: later("by"), Kept: later("kept")})
	}
	if d.number("midnight", 0, 4) == 0 {
		c.Promises = append(c.Promises, app.Promise{What: "A call", By: time.Date(2026, 11, 18, 22, 0, 0, 0, time.UTC), Kept: later("kept")})
	}
	if d.number("remedy", 0, 1) == 0 {
		given := d.remedy()
		c.Remedy = &given
	}
	for range d.number("earlier", 0, 2) {
		at := c.PutRight // twice in one moment, even
		if at.IsZero() || d.number("before", 0, 2) > 0 {
			at = c.Received.Add(time.Duration(d.number("given after", 0, 9000)) * time.Minute)
		}
		c.Earlier = append(c.Earlier, app.Given{Remedy: d.remedy(), At: at})
	}
	for range d.number("reopened", 0, 2) {
		again := c.Received.Add(time.Duration(d.number("reopened after", 0, 9000)) * time.Minute)
		c.Reopened = append(c.Reopened, app.Reopening{At: again, Answered: later("first answered"), PutRight: later("first put right"), Ended: later("first ended")})
	}
	slices.SortStableFunc(c.Reopened, func(a, b app.Reopening) int { return a.At.Compare(b.At) })
	return c
}

func (d *Drawing) remedy() app.Remedy {
	return app.Remedy{
		Kind: One(d, "kind", app.RemedyApology, app.RemedyRefund),
		Cost: app.Money{Minor: int64(d.number("cost", 0, 3)), Currency: One(d, "currency", "EUR", "USD")},
	}
}

// Shop draws a whole shop.
func (d *Drawing) Shop() *Shop {
	s := &Shop{Plan: d.Plan()}
	whose := []app.ID{{}}
	for range d.number("customers", 1, 5) {
		c := d.Customer()
		s.Customers, whose = append(s.Customers, c), append(whose, c.ID)
	}
	for range d.number("purchases", 0, 12) {
		s.Purchases = append(s.Purchases, d.Purchase(One(d, "whose", whose[1:]...)))
	}
	for range d.number("calls", 0, 12) {
		s.Calls = append(s.Calls, d.Call(One(d, "whose", whose[1:]...)))
	}
	for range d.number("opinions", 0, 15) {
		s.Opinions = append(s.Opinions, d.Opinion(One(d, "whose", whose...), s.Purchases))
	}
	for range d.number("complaints", 0, One(d, "complaints at most", 6, 6, 6, 40)) {
		s.Complaints = append(s.Complaints, d.Complaint(One(d, "whose", whose...)))
	}
	return s
}
