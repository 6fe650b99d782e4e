package main

import (
	"slices"
	"strconv"
	"strings"

	"ringback.app/app"
	"ringback.app/app/loyalty"
)

// loyaltyCommand prints the groups of customers, or the people of one.
type loyaltyCommand struct {
	Group string `arg:"" optional:""`
}

type groupFields struct {
	Group     loyalty.Kind `json:"group"`
	Customers int          `json:"customers"`
	YearValue int64        `json:"year_value"`
	Currency  string       `json:"currency"`
	Others    int          `json:"other_currencies"`
}

type loyalFields struct {
	ID            app.ID       `json:"id"`
	Name          string       `json:"name"`
	Reference     string       `json:"reference"`
	Group         loyalty.Kind `json:"group"`
	FirstPurchase app.Day      `json:"first_purchase"`
	LastPurchase  app.Day      `json:"last_purchase"`
	Purchases     int          `json:"purchases"`
	GapDays       *float64     `json:"gap_days"`
	QuietFrom     *app.Day     `json:"quiet_from"`
	YearValue     int64        `json:"year_value"`
	Spent         int64        `json:"spent"`
	Currency      string       `json:"currency"`
	Recency       int          `json:"recency"`
	Frequency     int          `json:"frequency"`
	Money         int          `json:"money"`
	Other         string       `json:"other_currency"` // that they buy in; "": it is Currency
}

func (c *loyaltyCommand) run(s *session) error {
	kind := loyalty.Kind(strings.ToLower(c.Group))
	if kinds := loyalty.Kinds(); c.Group != "" && !slices.Contains(kinds, kind) {
		return usageError{&app.Error{
			Code: app.CodeInvalid, Key: "error.command.loyalty.group", Args: app.Args{"Group": c.Group, "Groups": kindNames(kinds)},
		}}
	}
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	desk := loyalty.New(book, s.clock)
	roll, err := desk.Read(s.ctx)
	if err != nil {
		return err
	}
	if kind == "" {
		s.printGroups(roll)
		return nil
	}
	people, err := desk.People(s.ctx, roll.In(kind), 0)
	if err != nil {
		return err
	}
	s.printLoyal(roll, kind, people)
	return nil
}

func kindNames(kinds []loyalty.Kind) string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = string(k)
	}
	return strings.Join(names, ", ")
}

func (s *session) printGroups(roll *loyalty.Roll) {
	if roll.Count() == 0 && !s.asJSON {
		s.out.line(s.say("command.loyalty.empty", nil))
		return
	}
	rows := [][]string{{s.say("command.loyalty.column.group", nil), s.say("command.loyalty.column.count", nil), s.say("loyalty.column.year", nil), ""}}
	for _, g := range roll.Groups() {
		if s.asJSON {
			s.out.json(groupFields{g.Kind, g.Count, g.YearValue, roll.Currency, g.Others})
			continue
		}
		rows = append(rows, []string{
			string(g.Kind), s.voice.Number(int64(g.Count)), s.voice.WholeMoney(app.Money{Minor: g.YearValue, Currency: roll.Currency}), s.madeBy(roll, g.Kind),
		})
	}
	if !s.asJSON {
		s.out.rows(0, rows)
		s.printOthers(roll.Others())
	}
}

// printOthers says how many people the sums are without, since they buy in other
// currencies.
func (s *session) printOthers(n int) {
	if n > 0 {
		s.out.blank()
		s.out.line(s.voice.Count("loyalty.others", n, app.Args{"Number": s.voice.Number(int64(n))}))
	}
}

// madeBy says what makes a group.
func (s *session) madeBy(roll *loyalty.Roll, kind loyalty.Kind) string {
	return s.say("loyalty.what."+string(kind), app.Args{
		"Days": loyalty.NewDays, "Buying": loyalty.RegularDays, "Percent": roll.Quiet.Percent, "Least": roll.Quiet.MinDays,
	})
}

func (s *session) printLoyal(roll *loyalty.Roll, kind loyalty.Kind, people []loyalty.Person) {
	if s.asJSON {
		for _, p := range people {
			s.out.json(loyalFieldsOf(p, roll))
		}
		return
	}
	s.out.line(s.madeBy(roll, kind))
	s.out.blank()
	if len(people) == 0 {
		s.out.line(s.say("loyalty.nobody", nil))
		return
	}
	rows := [][]string{{
		s.say("loyalty.column.name", nil), s.say("loyalty.column.last", nil), s.say("loyalty.column.every", nil),
		s.say("loyalty.column.year", nil), s.say("loyalty.column.marks", nil), s.say("command.column.id", nil),
	}}
	for _, p := range people {
		m := p.Member
		rows = append(rows, []string{
			s.headOf(p.Customer), s.voice.Day(m.Last, roll.Today), s.voice.Every(m.Gap),
			s.voice.WholeMoney(m.Year(roll.Currency)),
			strconv.Itoa(m.Marks.Recency) + " " + strconv.Itoa(m.Marks.Frequency) + " " + strconv.Itoa(m.Marks.Money), p.Customer.ID.String(),
		})
	}
	s.out.rows(0, rows)
}

func loyalFieldsOf(p loyalty.Person, roll *loyalty.Roll) loyalFields {
	m := p.Member
	fields := loyalFields{
		ID: m.Customer, Name: p.Customer.Called(), Reference: p.Customer.Reference(app.ReferenceShop), Group: m.Kind,
		FirstPurchase: m.First, LastPurchase: m.Last, Purchases: m.Purchases,
		YearValue: m.YearValue, Spent: m.Spent, Currency: roll.Currency,
		Recency: m.Marks.Recency, Frequency: m.Marks.Frequency, Money: m.Marks.Money,
		Other: m.Abroad.Currency,
	}
	if m.Gap > 0 {
		days := float64(m.Gap) / 2
		fields.GapDays = &days
	}
	if !m.QuietFrom.IsZero() {
		fields.QuietFrom = &m.QuietFrom
	}
	return fields
}
