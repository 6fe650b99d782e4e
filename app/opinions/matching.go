package opinions

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing"
)

// Candidate is a customer who may be the one a card is from.
type Candidate struct {
	Customer app.Customer
	By       app.FoundIn // what speaks for it
	Text     string      // the number, address or name that does
	About    []app.ID    // with FoundItem: the purchase whose receipt stands on the card
}

// A number or an address within what a card says.
var (
	someNumber  = regexp.MustCompile(`[+＋]?[0-9(][0-9 ()/.\-\x{00a0}]{3,}[0-9]`)
	someAddress = regexp.MustCompile(`[^\s,;<>]+@[^\s,;<>]+`)
)

// Candidates returns the customers who may have written the card of that sender,
// the most certain first: those with a customer number that stands on it, then
// with a telephone number, an e-mail address, a name. Nothing finds nobody.
func (d *Desk) Candidates(ctx context.Context, sender string, limit int) ([]Candidate, error) {
	if sender = line(sender); sender == "" || len(sender) > 4*mostSender {
		return nil, nil
	}
	var all []Candidate
	err := d.book.Match(ctx, func(known importing.Known) (err error) {
		all, err = d.certain(known, sender)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look for who wrote a card: %w", err)
	}
	if len(all) == 0 {
		if all, err = d.receipted(ctx, sender); err != nil {
			return nil, err
		}
	}
	for _, query := range queries(sender) {
		if len(all) >= limit {
			break
		}
		found, err := d.named(ctx, query, limit)
		if err != nil {
			return nil, err
		}
		for _, c := range found {
			if !slices.ContainsFunc(all, func(o Candidate) bool { return o.Customer.ID == c.Customer.ID }) {
				all = append(all, c)
			}
		}
		if len(found) > 0 {
			break
		}
	}
	return all[:min(len(all), limit)], nil
}

// receipted returns who bought something whose receipt stands on the card.
func (d *Desk) receipted(ctx context.Context, receipt string) ([]Candidate, error) {
	bought, err := d.withReceipt(ctx, receipt)
	if err != nil {
		return nil, err
	}
	var all []Candidate
	for _, p := range bought {
		who, err := d.book.Customer(ctx, p.Customer)
		if err != nil {
			return nil, fmt.Errorf("read customer: %w", err)
		}
		all = append(all, Candidate{Customer: who, By: app.FoundItem, Text: receipt, About: []app.ID{p.ID}})
	}
	return all, nil
}

// certain returns those of whom a number or an address stands in the text.
func (d *Desk) certain(known importing.Known, text string) ([]Candidate, error) {
	var all []Candidate
	add := func(by app.FoundIn, value string, find func(string) ([]app.ID, error), key string) error {
		ids, err := find(key)
		if err != nil {
			return fmt.Errorf("look up %s: %w", by, err)
		}
		for _, id := range ids {
			if slices.ContainsFunc(all, func(c Candidate) bool { return c.Customer.ID == id }) {
				continue
			}
			who, err := known.Customer(id)
			if err != nil {
				return fmt.Errorf("read customer: %w", err)
			}
			all = append(all, Candidate{Customer: who, By: by, Text: value})
		}
		return nil
	}
	shopNumber := func(value string) ([]app.ID, error) { return known.ByReference(app.ReferenceShop, value) }
	for _, word := range append([]string{text}, words(text)...) {
		if err := add(app.FoundReference, word, shopNumber, word); err != nil {
			return nil, err
		}
	}
	plan, err := known.Plan()
	if err != nil {
		return nil, fmt.Errorf("read the plan: %w", err)
	}
	for _, number := range someNumber.FindAllString(text, -1) {
		if p := d.dial(number, "", plan.Country); p.Unfit == app.FitToCall {
			if err := add(app.FoundPhone, number, known.ByPhone, p.Dialled()); err != nil {
				return nil, err
			}
		}
	}
	for _, address := range someAddress.FindAllString(text, -1) {
		if err := add(app.FoundEmail, address, known.ByEmail, strings.TrimRight(address, ".")); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// named returns those whom the search finds by who they are, not by what they
// bought or what was noted of them.
func (d *Desk) named(ctx context.Context, query string, limit int) ([]Candidate, error) {
	found, err := d.book.Search(ctx, query, limit)
	if err != nil {
		return nil, fmt.Errorf("search for who wrote a card: %w", err)
	}
	var all []Candidate
	for _, f := range found {
		switch f.Where {
		case app.FoundName, app.FoundFirm, app.FoundPhone, app.FoundEmail, app.FoundReference:
		default:
			continue
		}
		who, err := d.book.Customer(ctx, f.ID)
		if err != nil {
			return nil, fmt.Errorf("read customer: %w", err)
		}
		all = append(all, Candidate{Customer: who, By: f.Where, Text: cmp.Or(f.Text, f.Name)})
	}
	return all, nil
}

// words are the words of a text without the marks around them.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:()#<>\"“”", r)
	})
}

// leastName is how many letters a word has to have to be looked for alone.
const leastName = 3

// queries are what to search for: all of the text; its words without numbers and
// addresses; then its longer words, the longest first.
func queries(text string) []string {
	bare := someAddress.ReplaceAllString(text, " ")
	var names []string
	for _, w := range words(bare) {
		if strings.IndexFunc(w, unicode.IsDigit) < 0 && strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			names = append(names, w)
		}
	}
	all := []string{text}
	if together := strings.Join(names, " "); together != "" && together != text {
		all = append(all, together)
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(letters(b), letters(a)) })
	for _, n := range names {
		if letters(n) >= leastName && len(all) < 8 && !slices.ContainsFunc(all, func(q string) bool { return folding.Fold(q) == folding.Fold(n) }) {
			all = append(all, n)
		}
	}
	return all
}

// Unmatched returns the opinions that nobody knows whose they are, newest first.
func (d *Desk) Unmatched(ctx context.Context, limit int) ([]app.Opinion, error) {
	all, err := d.book.Opinions(ctx, app.ID{}, limit)
	if err != nil {
		return nil, fmt.Errorf("read opinions without a customer: %w", err)
	}
	return all, nil
}

// Match says whose an opinion is, and with it whose the complaints are that it
// began. It may be said anew; the zero customer says that nobody knows after
// all. It returns an Error with CodeNotFound if the book does not know them.
func (d *Desk) Match(ctx context.Context, opinion, customer app.ID, by string) (app.Applied, error) {
	was, err := d.book.Opinion(ctx, opinion)
	if err != nil {
		return app.Applied{}, fmt.Errorf("match an opinion: %w", err)
	}
	if !customer.IsZero() {
		if _, err := d.book.Customer(ctx, customer); err != nil {
			return app.Applied{}, fmt.Errorf("match an opinion: %w", err)
		}
	}
	is := was
	is.Customer = customer
	if !customer.IsZero() {
		is.Sender = "" // what stood for them until now, which undo brings back
	}
	complaints, err := d.moved(ctx, was, is)
	if err != nil {
		return app.Applied{}, err
	}
	changes := []app.Change{app.Put(is)}
	for _, c := range complaints {
		changes = append(changes, app.Put(c))
	}
	applied, err := d.book.Apply(ctx, app.Batch{Act: app.ActMatchOpinion, By: by, Changes: changes})
	if err != nil {
		return app.Applied{}, fmt.Errorf("match an opinion: %w", err)
	}
	return applied, nil
}
