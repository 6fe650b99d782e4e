package archive_test

import (
	"time"

	"pgregory.net/rapid"

	"ringback.app/app"
)

func id(n int) app.ID { return app.ID{13: byte(n >> 16), 14: byte(n >> 8), 15: byte(n)} }

// drawBook draws what a book may hold: a plan, and customers with all that
// belongs to them.
func drawBook(t *rapid.T) []app.Record {
	d := drawing{T: t}
	records := []app.Record{d.plan()}
	for range rapid.IntRange(0, 3).Draw(t, "customers") {
		c := d.customer()
		records = append(records, c)
		for range rapid.IntRange(0, 2).Draw(t, "each") {
			records = append(records, d.purchase(c.ID), d.call(c.ID), d.opinion(c.ID), d.complaint(c.ID))
		}
	}
	return records
}

type drawing struct {
	*rapid.T
	last int
}

func (d *drawing) id() app.ID { d.last++; return id(d.last) }

func (d *drawing) maybe() app.ID { return id(rapid.IntRange(0, 9).Draw(d.T, "id")) }

func (d *drawing) text() string { return rapid.String().Draw(d.T, "text") }

func (d *drawing) bool() bool { return rapid.Bool().Draw(d.T, "bool") }

func (d *drawing) int() int { return rapid.IntRange(-9, 99999).Draw(d.T, "number") }

func (d *drawing) in(r app.Range) int { return rapid.IntRange(r.Least, r.Most).Draw(d.T, "number") }

func (d *drawing) day() app.Day { return app.Day(rapid.IntRange(0, 800000).Draw(d.T, "day")) }

func (d *drawing) minute() app.Minute {
	return app.Minute(rapid.IntRange(0, 24*60).Draw(d.T, "minute"))
}

func (d *drawing) days() app.Weekdays {
	return app.Weekdays(rapid.IntRange(0, int(app.Week)).Draw(d.T, "weekdays"))
}

func (d *drawing) time() time.Time {
	if d.bool() {
		return time.Time{}
	}
	return time.Unix(rapid.Int64Range(0, 1<<33).Draw(d.T, "second"), rapid.Int64Range(0, 999999999).Draw(d.T, "nanosecond")).UTC()
}

func (d *drawing) texts() []string { return some(d, d.text) }

// some draws a list; an empty one is none, as the book keeps it.
func some[T any](d *drawing, one func() T) []T {
	var list []T
	for range rapid.IntRange(0, 2).Draw(d.T, "length") {
		list = append(list, one())
	}
	return list
}

func (d *drawing) customer() app.Customer {
	return app.Customer{
		ID: d.id(), Name: app.Name{Full: d.text(), Given: d.text(), Family: d.text(), Prefix: d.text(), Suffix: d.text(), Middle: d.text()},
		Firm: d.text(),
		Phones: some(d, func() app.Phone {
			return app.Phone{
				Label: d.text(), Typed: d.text(), E164: d.text(), Extension: d.text(), Preferred: d.bool(),
				Unfit: rapid.SampledFrom([]app.UnfitFor{app.FitToCall, app.UnfitFax, app.UnfitWrong}).Draw(d.T, "unfit"),
			}
		}),
		Emails: some(d, func() app.Email { return app.Email{Label: d.text(), Address: d.text(), Preferred: d.bool()} }),
		Addresses: some(d, func() app.Address {
			return app.Address{Label: d.text(), POBox: d.text(), Extra: d.text(), Street: d.text(), City: d.text(), Region: d.text(), PostalCode: d.text(), Country: d.text()}
		}),
		Birthday: d.text(), Language: d.text(), TimeZone: d.text(),
		BestTime: app.BestTime{From: d.minute(), To: d.minute(), Not: d.days()},
		Tags:     d.texts(), Notes: d.text(),
		DoNotCall: some(d, func() app.DoNotCall {
			return app.DoNotCall{Purpose: rapid.SampledFrom([]app.Purpose{app.PurposeAny, app.PurposeMarketing}).Draw(d.T, "purpose"), Reason: d.text(), Since: d.day()}
		}),
		References: some(d, func() app.Reference {
			return app.Reference{Kind: rapid.SampledFrom([]app.ReferenceKind{app.ReferenceShop, app.ReferenceVCard}).Draw(d.T, "reference"), Value: d.text()}
		}),
		Unknown: some(d, func() app.Property {
			return app.Property{Group: d.text(), Name: d.text(), Value: d.text(), Params: map[string][]string{d.text(): {d.text()}}}
		}),
		Archived: d.bool(),
		Thanks: some(d, func() app.ThankYou {
			return app.ThankYou{Day: d.day(), What: d.text(), Cost: app.Money{Minor: int64(d.int()), Currency: d.text()}, By: d.text()}
		}),
	}
}

func (d *drawing) purchase(customer app.ID) app.Purchase {
	return app.Purchase{
		ID: d.id(), Customer: customer, Day: d.day(), Receipt: d.text(), Total: int64(d.int()), Currency: d.text(), SoldBy: d.text(), Returns: d.maybe(),
		Lines: some(d, func() app.Line {
			return app.Line{Item: d.text(), Quantity: app.Quantity(d.int()), Amount: int64(d.int()), Code: d.text()}
		}),
	}
}

func (d *drawing) call(customer app.ID) app.Call {
	c := app.Call{
		ID: d.id(), Customer: customer, Start: d.time(), End: d.time(), By: d.text(), Number: d.text(),
		Disposition: rapid.SampledFrom(app.Dispositions()).Draw(d.T, "disposition"), Notes: d.text(),
		About: some(d, d.maybe), Reason: app.ReasonKind(rapid.IntRange(0, len(app.ReasonKinds())).Draw(d.T, "reason")),
		Anyway: d.text(), Complaint: d.maybe(),
	}
	if d.bool() {
		worked := d.bool()
		c.Next, c.FixWorked = &app.NextStep{At: d.time(), Timed: d.bool(), Note: d.text()}, &worked
	}
	return c
}

func (d *drawing) opinion(customer app.ID) app.Opinion {
	o := app.Opinion{
		ID: d.id(), Customer: customer, Said: d.day(), Taken: d.time(),
		Source:   rapid.SampledFrom([]app.Source{app.FromCall, app.FromCard, app.FromWeb}).Draw(d.T, "source"),
		Verbatim: d.text(), Themes: d.texts(), Staff: d.texts(), Praise: d.texts(), Call: d.maybe(), About: some(d, d.maybe),
	}
	if d.bool() {
		score := rapid.IntRange(0, app.MaxScore).Draw(d.T, "score")
		stars := rapid.IntRange(1, app.MaxStars).Draw(d.T, "stars")
		o.Stars, o.Sender, o.Undated = &stars, d.text(), true
		o.Passed = some(d, func() app.Passed { return app.Passed{Staff: d.text(), At: d.time()} })
		o.Score, o.Quote = &score, &app.Quote{Words: d.text(), Where: d.text(), Name: d.text(), Since: d.time(), Withdrawn: d.time()}
	}
	return o
}

func (d *drawing) complaint(customer app.ID) app.Complaint {
	c := app.Complaint{
		ID: d.id(), Customer: customer, Opinion: d.maybe(), Wrong: d.text(), Wish: d.text(),
		Promises: some(d, func() app.Promise { return app.Promise{What: d.text(), By: d.time(), Kept: d.time()} }),
		Received: d.time(), Answered: d.time(), PutRight: d.time(), Confirmed: d.time(), Closed: d.time(), ClosedWhy: d.text(),
	}
	if d.bool() {
		given := d.remedy()
		c.Remedy = &given
	}
	c.Themes, c.ForOwner = d.texts(), d.bool()
	c.Reopened = some(d, func() app.Reopening {
		return app.Reopening{At: d.time(), Why: d.text(), Answered: d.time(), PutRight: d.time(), Ended: d.time()}
	})
	c.Earlier = some(d, func() app.Given { return app.Given{Remedy: d.remedy(), At: d.time()} })
	return c
}

func (d *drawing) remedy() app.Remedy {
	return app.Remedy{
		Kind: app.RemedyRefund, Note: d.text(), Cost: app.Money{Minor: int64(d.int()), Currency: d.text()},
		By: d.text(), Allowed: d.time(), Refused: d.text(),
	}
}

func (d *drawing) plan() app.Plan {
	in := app.RangesOfPlan()
	p := app.Plan{
		Owner: d.text(), Shop: d.text(), Country: d.text(), Currency: d.text(), TimeZone: d.text(), Staff: d.texts(), Themes: d.texts(),
		Holidays: some(d, d.day), Calling: app.CallingHours{From: d.minute(), To: d.minute(), Days: d.days()},
		Capacity: d.in(in.Capacity), Cooldown: d.in(in.Cooldown), AnswerWithin: app.Minute(d.in(in.AnswerWithin)), FixWithin: d.in(in.FixWithin),
		CheckAfter: d.in(in.CheckAfter), Attempts: d.in(in.Attempts), RestDays: d.in(in.RestDays),
		Recycle: map[app.Disposition]int{app.Busy: d.in(in.Recycle)},
		Windows: some(d, func() app.Window {
			opens := d.in(in.Opens)
			return app.Window{Opens: opens, Closes: d.in(app.Range{Least: opens + 1, Most: in.Closes.Most}), Tag: d.text()}
		}),
		ItemTags: some(d, func() app.ItemTag { return app.ItemTag{Tag: d.text(), Words: d.texts()} }),
		Quiet:    app.QuietRule{Percent: d.in(in.QuietPercent), MinDays: d.in(in.QuietDays)}, AskWeekly: d.in(in.AskWeekly),
		Thank: app.ThankRule{
			Purchases: some(d, func() int { return d.in(in.ThankNumber) }), Years: some(d, func() int { return d.in(in.ThankNumber) }),
			Days: d.in(in.ThankDays),
		},
	}
	p.StaffRemedy, p.OwnerFrom, p.Direct = int64(d.in(in.ThankNumber)), int64(d.in(in.ThankNumber)), d.text()
	p.PassOnWithin = d.in(app.Range{Least: 0, Most: in.PassOnWithin.Most})
	if p.Standards = some(d, func() app.Standard {
		return app.Standard{Words: d.text(), Measure: app.MeasureTheme, Within: d.in(in.StandardIn), Theme: d.text()}
	}); len(p.Standards) == 0 && d.bool() {
		p.Standards = []app.Standard{}
	}
	for day := range p.Open {
		p.Open[day] = some(d, func() app.Span { return app.Span{From: d.minute(), To: d.minute()} })
	}
	return p
}
