package main

import (
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
	"ringback.app/data"
)

// todayCommand prints whom to call now and why.
type todayCommand struct {
	Later   bool `xor:"which"`
	Skipped bool `xor:"which"`
}

type dueFields struct {
	Rank      int              `json:"rank"`
	Customer  customerFields   `json:"customer"`
	Kind      app.ReasonKind   `json:"kind"`
	Reason    string           `json:"reason"`
	Due       *time.Time       `json:"due"`
	Reasons   []reasonFields   `json:"reasons"`
	Purchases []purchaseFields `json:"purchases"`
}

type skippedFields struct {
	Customer customerFields `json:"customer"`
	Because  string         `json:"because"`
	Kind     app.ReasonKind `json:"kind"`
	Guard    calllist.Guard `json:"guard"`
	Until    *time.Time     `json:"until"`
	called   string         // as people read it
}

func (c *todayCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	list := calllist.New(book, s.clock)
	if c.Skipped {
		// Of each is kept what is printed: they may be nearly all customers.
		var skipped []skippedFields
		err := list.Skipped(s.ctx, func(k calllist.Skipped) bool {
			skipped = append(skipped, skippedFields{
				Customer: customerInBrief(k.Customer, someNumber(k.Customer)), Because: s.because(k.Because),
				Kind: k.Reason.Kind, Guard: k.Because.Guard, Until: s.timeOrNull(k.Because.Until),
				called: s.voice.Called(k.Customer),
			})
			return true
		})
		if err != nil {
			return err
		}
		s.printSkipped(skipped)
		return nil
	}
	today, err := list.Today(s.ctx, 0)
	if err != nil {
		return err
	}
	switch {
	case s.asJSON && c.Later:
		return s.todayAsJSON(book, today.Later)
	case s.asJSON:
		return s.todayAsJSON(book, today.Entries)
	case c.Later:
		return s.printLater(book, today.Later)
	}
	return s.printToday(book, today)
}

func (s *session) todayAsJSON(book *data.Book, entries []calllist.Entry) error {
	for i, e := range entries {
		bought, err := s.bought(book, e)
		if err != nil {
			return err
		}
		fields := dueFields{Rank: i + 1, Customer: customerInBrief(e.Customer, e.Number), Purchases: bought}
		for _, r := range e.Reasons {
			fields.Reasons = append(fields.Reasons, s.reasonFields(r))
		}
		head := fields.Reasons[0] // an entry without a reason is none
		fields.Kind, fields.Reason, fields.Due = head.Kind, head.Text, head.Due
		s.out.json(fields)
	}
	return nil
}

// bought returns what somebody on the list bought up to now, newest first: the
// last few purchases, and the one that they are on the list for.
func (s *session) bought(book *data.Book, e calllist.Entry) ([]purchaseFields, error) {
	all, err := book.Purchases(s.ctx, e.Customer.ID, 0)
	if err != nil {
		return nil, err
	}
	fields := []purchaseFields{}
	for _, p := range all {
		cause := slices.ContainsFunc(e.Reasons, func(r calllist.Reason) bool {
			return r.Bought != nil && r.Bought.Purchase == p.ID
		})
		if p.Day <= s.today() && (cause || len(fields) < calling.CardPurchases) {
			fields = append(fields, purchaseInBrief(p))
		}
	}
	return fields, nil
}

func (s *session) printToday(book *data.Book, today calllist.Today) error {
	s.out.line(s.say("command.today.head", app.Args{
		"Day": s.voice.DayLong(s.today(), s.today()), "Clock": s.voice.Clock(s.now()),
		"Done": today.Done, "All": today.Planned(),
	}))
	if len(today.Entries)+len(today.Later) == 0 {
		return s.printNobody(book, today)
	}
	plan, err := book.Plan(s.ctx)
	if err != nil {
		return err
	}
	var rows [][]string
	var titles []string
	for i, e := range today.Entries {
		titles = append(titles, s.voice.Kind(e.Reasons[0].Kind))
		rows = append(rows, s.entryRow(s.voice.Number(int64(i+1)), e, plan))
	}
	for _, e := range today.Later {
		titles = append(titles, s.say("command.today.later", nil))
		rows = append(rows, s.laterRow(e, plan))
	}
	s.out.grouped(2, titles, rows)
	return nil
}

// printLater lists the calls of later today.
func (s *session) printLater(book *data.Book, later []calllist.Entry) error {
	if len(later) == 0 {
		s.out.line(s.say("command.today.none-later", nil))
		return nil
	}
	plan, err := book.Plan(s.ctx)
	if err != nil {
		return err
	}
	var titles []string
	var rows [][]string
	for _, e := range later {
		titles = append(titles, s.say("command.today.later", nil))
		rows = append(rows, s.laterRow(e, plan))
	}
	s.out.grouped(2, titles, rows)
	return nil
}

// laterRow begins with the hour, from which on they have a rank.
func (s *session) laterRow(e calllist.Entry, plan app.Plan) []string {
	return s.entryRow(s.voice.Clock(e.Reasons[0].Due.In(plan.Location())), e, plan)
}

func (s *session) entryRow(rank string, e calllist.Entry, plan app.Plan) []string {
	return []string{rank, s.voice.Called(e.Customer), s.voice.Phone(e.Number, plan.Country), s.reason(e.Reasons[0])}
}

// printNobody says why there is nobody to call, and what to do.
func (s *session) printNobody(book *data.Book, today calllist.Today) error {
	size, err := book.Size(s.ctx)
	if err != nil {
		return err
	}
	plan, err := book.Plan(s.ctx)
	if err != nil {
		return err
	}
	quiet := s.voice.Quiet(plan.Calling, s.now())
	key := "command.today.nobody"
	switch {
	case size.Customers == 0:
		key = "command.today.empty"
	case quiet != "":
		key = "command.today.quiet"
	case today.Done > 0:
		key = "command.today.done"
	}
	s.out.line(s.say(key, app.Args{"Quiet": quiet}))
	return nil
}

func (s *session) printSkipped(skipped []skippedFields) {
	if s.asJSON {
		for _, k := range skipped {
			s.out.json(k)
		}
		return
	}
	if len(skipped) == 0 {
		s.out.line(s.say("command.today.none-skipped", nil))
		return
	}
	s.out.line(s.voice.Count("command.today.skipped", len(skipped), app.Args{"People": s.voice.Number(int64(len(skipped)))}))
	order := make(map[calllist.Guard]int) // that in which they come first
	for _, k := range skipped {
		if _, met := order[k.Guard]; !met {
			order[k.Guard] = len(order)
		}
	}
	slices.SortStableFunc(skipped, func(a, b skippedFields) int { return order[a.Guard] - order[b.Guard] })
	titles, rows := make([]string, 0, len(skipped)), make([][]string, 0, len(skipped))
	for _, k := range skipped {
		titles = append(titles, s.voice.Guard(k.Guard))
		rows = append(rows, []string{k.called, s.voice.Kind(k.Kind), k.Because})
	}
	s.out.grouped(2, titles, rows)
}
