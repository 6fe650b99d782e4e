package main

import (
	"time"

	"ringback.app/app"
	"ringback.app/app/complaints"
	"ringback.app/app/customers"
)

// showCommand prints all that is known of one customer.
type showCommand struct {
	ID string `arg:"" name:"id"`
}

func (c *showCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	who, err := s.who(book, c.ID)
	if err != nil {
		return err
	}
	page, err := s.customers(book).Page(s.ctx, who.ID)
	if err != nil {
		return err
	}
	if s.asJSON {
		s.out.json(s.pageFields(page))
		return nil
	}
	s.printPage(page)
	return nil
}

type pageFields struct {
	ID         app.ID            `json:"id"`
	Name       string            `json:"name"`
	Firm       string            `json:"firm"`
	Reference  string            `json:"reference"`
	Phones     []phoneFields     `json:"phones"`
	Emails     []string          `json:"emails"`
	Language   string            `json:"language"`
	TimeZone   string            `json:"time_zone"`
	Tags       []string          `json:"tags"`
	Notes      string            `json:"notes"`
	DoNotCall  []refusalFields   `json:"do_not_call"`
	Archived   bool              `json:"archived"`
	Thanks     []thanksFields    `json:"thanks"`
	Purchases  []receiptFields   `json:"purchases"`
	Calls      []callFields      `json:"calls"`
	Opinions   []opinionFields   `json:"opinions"`
	Complaints []complaintFields `json:"complaints"`
}

type phoneFields struct {
	Number    string       `json:"number"` // as dialled
	Typed     string       `json:"typed"`
	Label     string       `json:"label"`
	Preferred bool         `json:"preferred"`
	Unfit     app.UnfitFor `json:"unfit"`
}

type refusalFields struct {
	Purpose app.Purpose `json:"purpose"`
	Reason  string      `json:"reason"`
	Since   app.Day     `json:"since"`
}

type receiptFields struct {
	ID       app.ID       `json:"id"`
	Day      app.Day      `json:"day"`
	Receipt  string       `json:"receipt"`
	Lines    []lineFields `json:"lines"`
	Total    int64        `json:"total"`
	Currency string       `json:"currency"`
	SoldBy   string       `json:"sold_by"`
	Return   bool         `json:"return"`
	Returns  app.ID       `json:"returns"`
}

type lineFields struct {
	Item     string  `json:"item"`
	Quantity float64 `json:"quantity"`
	Amount   int64   `json:"amount"`
	Code     string  `json:"code"`
}

type callFields struct {
	ID      app.ID          `json:"id"`
	Start   *time.Time      `json:"start"`
	End     *time.Time      `json:"end"`
	By      string          `json:"by"`
	Number  string          `json:"number"`
	Outcome app.Disposition `json:"outcome"`
	Notes   string          `json:"notes"`
	Next    *time.Time      `json:"next"`
	Anyway  string          `json:"anyway"` // why they were called though the list said not to
}

type opinionFields struct {
	ID     app.ID     `json:"id"`
	Said   string     `json:"said"`
	Score  *int       `json:"score"`
	Stars  *int       `json:"stars"`
	Day    app.Day    `json:"day"`
	Source app.Source `json:"source"`
	Themes []string   `json:"themes"`
	Staff  []string   `json:"staff"`
	Praise []string   `json:"praise"`
	Quote  bool       `json:"quote"`
}

type complaintFields struct {
	ID        app.ID          `json:"id"`
	Wrong     string          `json:"wrong"`
	Wish      string          `json:"wish"`
	Promises  []promiseFields `json:"promises"`
	Received  *time.Time      `json:"received"`
	Answered  *time.Time      `json:"answered"`
	Again     *time.Time      `json:"answered_again"`
	PutRight  *time.Time      `json:"put_right"`
	Confirmed *time.Time      `json:"confirmed"`
	Open      bool            `json:"open"`
	Stage     string          `json:"stage"`
	Themes    []string        `json:"themes"`
	Remedy    *remedyFields   `json:"remedy"`
	Reopened  []againFields   `json:"reopened"`
	Earlier   []earlierFields `json:"earlier"`
	Closed    *time.Time      `json:"closed"`
	ClosedWhy string          `json:"closed_why"`
}

type remedyFields struct {
	Kind     app.RemedyKind `json:"kind"`
	Note     string         `json:"note"`
	Cost     int64          `json:"cost"`
	Currency string         `json:"currency"`
	By       string         `json:"by"`
	Allowed  *time.Time     `json:"allowed"`
	Refused  string         `json:"refused"`
}

// earlierFields are a remedy that was given before a complaint was opened again.
type earlierFields struct {
	remedyFields
	At *time.Time `json:"at"`
}

// againFields are when a complaint was opened again, and the customer's words.
type againFields struct {
	At  *time.Time `json:"at"`
	Why string     `json:"why"`
}

type promiseFields struct {
	What string     `json:"what"`
	By   *time.Time `json:"by"`
	Kept *time.Time `json:"kept"`
}

func (s *session) pageFields(page customers.Page) pageFields {
	c := page.Customer
	fields := pageFields{
		ID: c.ID, Name: c.Called(), Firm: c.Firm, Reference: c.Reference(app.ReferenceShop),
		Phones: []phoneFields{}, Emails: []string{}, Language: c.Language, TimeZone: c.TimeZone,
		Tags: orEmpty(c.Tags), Notes: c.Notes, DoNotCall: []refusalFields{}, Archived: c.Archived, Thanks: thanksOf(c.Thanks),
		Purchases: []receiptFields{}, Calls: []callFields{}, Opinions: []opinionFields{}, Complaints: []complaintFields{},
	}
	for _, p := range c.Phones {
		fields.Phones = append(fields.Phones, phoneFields{p.Dialled(), p.Typed, p.Label, p.Preferred, p.Unfit})
	}
	for _, e := range c.Emails {
		fields.Emails = append(fields.Emails, e.Address)
	}
	for _, d := range c.DoNotCall {
		fields.DoNotCall = append(fields.DoNotCall, refusalFields(d))
	}
	for _, p := range page.Purchases {
		fields.Purchases = append(fields.Purchases, receiptOf(p))
	}
	for _, c := range page.Calls {
		fields.Calls = append(fields.Calls, s.callFields(c))
	}
	for _, o := range page.Opinions {
		fields.Opinions = append(fields.Opinions, opinionFields{
			ID: o.ID, Said: o.Verbatim, Score: o.Score, Stars: o.Stars, Day: o.Said, Source: o.Source,
			Themes: orEmpty(o.Themes), Staff: orEmpty(o.Staff), Praise: orEmpty(o.Praise),
			Quote: o.Quote != nil && o.Quote.Withdrawn.IsZero(),
		})
	}
	for _, c := range page.Complaints {
		fields.Complaints = append(fields.Complaints, s.complaintFields(c))
	}
	return fields
}

func receiptOf(p app.Purchase) receiptFields {
	fields := receiptFields{
		ID: p.ID, Day: p.Day, Receipt: p.Receipt, Lines: []lineFields{}, Total: p.Total,
		Currency: p.Currency, SoldBy: p.SoldBy, Return: p.IsReturn(), Returns: p.Returns,
	}
	for _, l := range p.Lines {
		quantity := float64(l.Quantity) / float64(app.One)
		fields.Lines = append(fields.Lines, lineFields{l.Item, quantity, l.Amount, l.Code})
	}
	return fields
}

func (s *session) callFields(c app.Call) callFields {
	fields := callFields{
		ID: c.ID, Start: s.timeOrNull(c.Start), End: s.timeOrNull(c.End), By: c.By,
		Number: c.Number, Outcome: c.Disposition, Notes: c.Notes, Anyway: c.Anyway,
	}
	if c.Next != nil {
		fields.Next = s.timeOrNull(c.Next.At)
	}
	return fields
}

func (s *session) complaintFields(c app.Complaint) complaintFields {
	fields := complaintFields{
		ID: c.ID, Wrong: c.Wrong, Wish: c.Wish, Promises: []promiseFields{},
		Received: s.timeOrNull(c.Received), Answered: s.timeOrNull(c.FirstAnswer()), Again: s.timeOrNull(c.AnsweredAgain()),
		PutRight: s.timeOrNull(c.PutRight), Confirmed: s.timeOrNull(c.Confirmed), Open: c.Open(),
		Stage: complaints.StageOf(c).String(), Themes: orEmpty(c.Themes),
		Closed: s.timeOrNull(c.Closed), ClosedWhy: c.ClosedWhy,
		Reopened: []againFields{}, Earlier: []earlierFields{},
	}
	if r := c.Remedy; r != nil {
		fields.Remedy = s.remedyFields(*r)
	}
	for _, r := range c.Reopened {
		fields.Reopened = append(fields.Reopened, againFields{s.timeOrNull(r.At), r.Why})
	}
	for _, g := range c.Earlier {
		fields.Earlier = append(fields.Earlier, earlierFields{*s.remedyFields(g.Remedy), s.timeOrNull(g.At)})
	}
	for _, p := range c.Promises {
		fields.Promises = append(fields.Promises, promiseFields{p.What, s.timeOrNull(p.By), s.timeOrNull(p.Kept)})
	}
	return fields
}

func (s *session) remedyFields(r app.Remedy) *remedyFields {
	return &remedyFields{r.Kind, r.Note, r.Cost.Minor, r.Cost.Currency, r.By, s.timeOrNull(r.Allowed), r.Refused}
}
