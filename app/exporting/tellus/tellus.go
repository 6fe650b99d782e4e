package tellus

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/exporting/printed"
	"ringback.app/app/folding"
	"ringback.app/app/wording"
)

// Book is what cards ask of the book.
type Book interface {
	Plan(ctx context.Context) (app.Plan, error)
	Customer(ctx context.Context, id app.ID) (app.Customer, error)
	// Purchases returns the customer's purchases, newest first; limit 0 is all.
	Purchases(ctx context.Context, customer app.ID, limit int) ([]app.Purchase, error)
	// PurchasesBetween yields the purchases with from ≤ Day < to, oldest first.
	PurchasesBetween(ctx context.Context, from, to app.Day, yield func(app.Purchase) bool) error
}

// Printer prints the cards of one shop.
type Printer struct {
	book  Book
	voice *wording.Voice
	clock app.Clock
}

// New returns the printer of that book. What is in no customer's language is in
// the voice's.
func New(book Book, voice *wording.Voice, clock app.Clock) *Printer {
	return &Printer{book: book, voice: voice, clock: clock}
}

// Order says which cards to print.
type Order struct {
	Customers []app.ID // a card each, about what they bought last and kept; if any of the receipts are theirs, about these
	Receipts  []string // a card each; of the customers, if there are any, else of anybody
	Blank     int      // cards for anybody, MostBlank at most
	Language  string   // of the blank ones, BCP 47, one of the voice's Spoken; empty: its own
}

// MostBlank is how many blank cards are printed at a time: 250 pages.
const MostBlank = 1000

// Done says what was printed.
type Done struct {
	Cards, Pages int
	// Boxed are the names in letters that the font lacks or cannot turn around:
	// they are not on the card as they are written.
	Boxed []string
	// Numberless tells that the plan has no direct number of the owner's to print.
	Numberless bool
	// Nameless tells that it has no name of the shop, or none of the owner.
	Nameless bool
}

// order is one card to be: of a customer, and a purchase, if any.
type order struct {
	customer app.Customer
	purchase app.Purchase
}

// Write prints the cards. It returns an Error with CodeInvalid if there are none
// to print, or too many, or in a language that we lack, and with CodeNotFound for a customer or a receipt that
// the book does not know; nothing is written then.
func (p *Printer) Write(ctx context.Context, w io.Writer, o Order) (Done, error) {
	plan, err := p.book.Plan(ctx)
	if err != nil {
		return Done{}, fmt.Errorf("read the plan: %w", err)
	}
	cards, err := p.cards(ctx, plan, o)
	if err != nil {
		return Done{}, err
	}
	now := p.clock().In(plan.Location())
	sheet := Sheet{
		Title: p.voice.Say("cards.document", app.Args{"Day": app.DayOf(now).String()}), Cards: cards, MaxScore: app.MaxScore,
		Made: now, Letter: printed.Letter(plan.Country),
	}
	done := Done{
		Cards: len(sheet.Cards), Pages: (len(sheet.Cards) + PerPage - 1) / PerPage,
		Numberless: plan.Direct == "", Nameless: plan.Shop == "" || plan.Owner == "",
	}
	if done.Boxed, err = boxed(sheet, plan); err != nil {
		return Done{}, err
	}
	if err := ctx.Err(); err != nil {
		return Done{}, &app.Error{Code: app.CodeCancelled, Key: "error.export.cancelled", Err: err}
	}
	if err := Write(w, sheet); err != nil {
		return Done{}, &app.Error{Code: app.CodeStorage, Key: "error.export.write", Err: err}
	}
	return done, nil
}

func (p *Printer) cards(ctx context.Context, plan app.Plan, o Order) ([]Card, error) {
	if o.Blank < 0 || o.Blank > MostBlank {
		return nil, &app.Error{Code: app.CodeInvalid, Key: "error.cards.blank", Field: "blank", Args: app.Args{"Most": MostBlank}}
	}
	if o.Language != "" && !p.voice.Speaks(o.Language) {
		return nil, &app.Error{
			Code: app.CodeInvalid, Key: "error.cards.language", Field: "language",
			Args: app.Args{"Language": o.Language, "Languages": strings.Join(p.voice.Spoken(), ", ")},
		}
	}
	orders, err := p.orders(ctx, plan, o)
	if err != nil {
		return nil, err
	}
	if len(orders)+o.Blank == 0 {
		return nil, &app.Error{Code: app.CodeInvalid, Key: "error.cards.none"}
	}
	var cards []Card
	for _, order := range orders {
		cards = append(cards, p.card(plan, order))
	}
	blank := p.card(plan, order{customer: app.Customer{Language: o.Language}})
	return append(cards, slices.Repeat([]Card{blank}, o.Blank)...), nil
}

// boxed returns what on the cards cannot be printed as it is written.
func boxed(s Sheet, plan app.Plan) ([]string, error) {
	b, err := printed.NewBoxed()
	if err != nil {
		return nil, fmt.Errorf("read the font: %w", err)
	}
	b.See(plan.Shop)
	b.See(plan.Owner)
	for _, c := range s.Cards {
		b.See(c.Whose)
	}
	return b.Names(), nil
}

// orders finds the customers and purchases of the cards.
func (p *Printer) orders(ctx context.Context, plan app.Plan, o Order) ([]order, error) {
	var all []order
	wanted, today := slices.Clone(o.Receipts), app.DayOf(p.clock().In(plan.Location()))
	for _, id := range o.Customers {
		who, err := p.book.Customer(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("print a card: %w", err)
		}
		bought, err := p.book.Purchases(ctx, id, 0)
		if err != nil {
			return nil, fmt.Errorf("print a card: %w", err)
		}
		before := len(all)
		for _, b := range bought {
			if b.IsReturn() {
				continue
			}
			if i := slices.IndexFunc(wanted, bears(b)); i >= 0 {
				all = append(all, order{who, b})
				wanted = slices.Delete(wanted, i, i+1)
			}
		}
		if len(all) == before { // none of the receipts is theirs, if there are any
			one := order{customer: who}
			bought = slices.DeleteFunc(bought, func(b app.Purchase) bool { return b.Day > today })
			last := app.LastKept(bought, plan)
			if i := slices.IndexFunc(bought, func(b app.Purchase) bool { return b.ID == last }); i >= 0 {
				one.purchase = bought[i]
			}
			all = append(all, one)
		}
	}
	if len(o.Customers) == 0 && len(wanted) > 0 {
		found, err := p.receipts(ctx, wanted)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			wanted = slices.DeleteFunc(wanted, bears(f.purchase))
		}
		all = append(all, found...)
	}
	if len(wanted) > 0 {
		key := "error.cards.receipt.none"
		if len(o.Customers) > 0 {
			key = "error.cards.receipt.theirs"
		}
		return nil, &app.Error{Code: app.CodeNotFound, Key: key, Field: "receipt", Args: app.Args{"Receipt": wanted[0]}}
	}
	return all, nil
}

// bears tells whether a purchase has a receipt, however that is written.
func bears(p app.Purchase) func(string) bool {
	has := folding.Fold(p.Receipt)
	return func(receipt string) bool { return folding.Fold(receipt) == has }
}

// receipts finds purchases by their receipts, whoever made them.
func (p *Printer) receipts(ctx context.Context, wanted []string) ([]order, error) {
	var bought []app.Purchase
	err := p.book.PurchasesBetween(ctx, 1, app.DayOf(p.clock())+2, func(b app.Purchase) bool {
		if slices.ContainsFunc(wanted, bears(b)) && !b.IsReturn() {
			bought = append(bought, b)
		}
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("look for receipts: %w", err)
	}
	var all []order
	for _, b := range bought {
		who, err := p.book.Customer(ctx, b.Customer)
		if err != nil {
			return nil, fmt.Errorf("print a card: %w", err)
		}
		all = append(all, order{who, b})
	}
	return all, nil
}

// card puts a card into words, in the customer's language where we have it.
func (p *Printer) card(plan app.Plan, o order) Card {
	say := p.voice.Toward(o.customer.Language)
	text := func(key string) string { return say.Say(key, nil) }
	shop := plan.Shop
	if shop == "" {
		shop = plan.Owner
	}
	return Card{
		Shop: shop, Heading: text("say.card.heading"), Read: read(say, plan), Direct: direct(say, plan),
		Score: text("say.card.score"), Least: text("say.card.least"), Most: text("say.card.most"),
		Words: text("say.card.words"), Staff: text("say.card.staff"), Quote: text("say.card.quote"),
		Call: text("say.card.call"), Day: text("say.card.day"), Whose: whose(say, o),
	}
}

// read says who reads the card.
func read(say *wording.Voice, plan app.Plan) string {
	if plan.Owner == "" {
		return say.Say("say.card.read.bare", nil)
	}
	return say.Say("say.card.read.owner", app.Args{"Owner": plan.Owner})
}

// direct says how to reach the owner, "" where the plan does not tell.
func direct(say *wording.Voice, plan app.Plan) string {
	if plan.Direct == "" {
		return ""
	}
	return say.Say("say.card.direct", app.Args{"Number": plan.Direct})
}

// whose says whose card it is, by the shop's number where they have one, and of
// which order. The day is written as a machine would, since the same figures
// mean two days in two countries.
func whose(say *wording.Voice, o order) string {
	var parts []string
	if number := o.customer.Reference(app.ReferenceShop); number != "" {
		parts = append(parts, say.Say("say.card.customer", app.Args{"Number": number}))
	} else if name := o.customer.Called(); name != "" {
		parts = append(parts, name)
	}
	if o.purchase.Receipt != "" {
		parts = append(parts, say.Say("say.card.receipt", app.Args{"Receipt": o.purchase.Receipt}))
	}
	if !o.purchase.Day.IsZero() {
		parts = append(parts, o.purchase.Day.String())
	}
	return strings.Join(parts, apart)
}
