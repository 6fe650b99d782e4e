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
	"ringback.app/app/dialing"
	"ringback.app/app/folding"
	"ringback.app/app/importing"
	"ringback.app/app/texts"
)

// Candidate is a customer who may be the one a card is from.
type Candidate struct {
	Customer app.Customer
	By       app.FoundIn // what speaks for it
	Text     string      // the number, address or name that does
	About    []app.ID    // with FoundItem: the purchase whose receipt stands on the card
	Partly   bool        // one of the words on the card speaks for it, and others do not
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
	if sender = texts.OneLine(sender); sender == "" || len(sender) > 4*mostSender {
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
	whole, parts := queries(sender)
	for i, query := range slices.Concat(whole, parts) {
		partly := i >= len(whole)
		if len(all) >= limit {
			break
		}
		found, err := d.named(ctx, query, limit)
		if err != nil {
			return nil, err
		}
		for _, c := range found {
			c.Partly = partly
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
		if p := dialing.Parse(number, "", plan.Country); p.Unfit == app.FitToCall {
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

// leastName is how many letters a word has to have to be looked for alone, and
// mostQueries for how much is searched.
const (
	leastName   = 3
	mostQueries = 8
)

// queries are what to search for: all of the text, and its words without numbers
// and addresses; then, as parts, its longer words, the longest first.
func queries(text string) (whole, parts []string) {
	bare := someAddress.ReplaceAllString(text, " ")
	var names []string
	for _, w := range words(bare) {
		if strings.IndexFunc(w, unicode.IsDigit) < 0 && strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			names = append(names, w)
		}
	}
	whole = []string{text}
	if together := strings.Join(names, " "); together != "" && together != text {
		whole = append(whole, together)
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(letters(b), letters(a)) })
	for _, n := range names {
		known := func(q string) bool { return folding.Fold(q) == folding.Fold(n) }
		if letters(n) >= leastName && len(whole)+len(parts) < mostQueries && !slices.ContainsFunc(whole, known) && !slices.ContainsFunc(parts, known) {
			parts = append(parts, n)
		}
	}
	return whole, parts
}

// Unmatched returns the opinions that nobody knows whose they are, newest first.
func (d *Desk) Unmatched(ctx context.Context, limit int) ([]app.Opinion, error) {
	all, err := d.book.Opinions(ctx, app.ID{}, limit)
	if err != nil {
		return nil, fmt.Errorf("read opinions without a customer: %w", err)
	}
	return all, nil
}

// mostUnmatched is among how many of the opinions that nobody knows whose they
// are others of one sender are looked for: the newest ones.
const mostUnmatched = 10_000

// Others returns the other opinions of the same sender that nobody knows whose
// they are, newest first: the same name and number stand on them, however they
// are written. Of a sender without a name there are none.
func (d *Desk) Others(ctx context.Context, o app.Opinion) ([]app.ID, error) {
	sender := alike(o.Sender)
	if sender == "" || !o.Customer.IsZero() {
		return nil, nil
	}
	all, err := d.Unmatched(ctx, mostUnmatched)
	if err != nil {
		return nil, err
	}
	var others []app.ID
	for _, other := range all {
		if other.ID != o.ID && alike(other.Sender) == sender {
			others = append(others, other.ID)
		}
	}
	return others, nil
}

// Certain tells whether a sender is one person and not merely of that name: a
// number or an address stands with it.
func Certain(sender string) bool { return strings.ContainsAny(sender, "0123456789@") }

// alike returns what is the same for senders that differ in nothing but how they
// are written.
func alike(sender string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '@' {
			return r
		}
		return -1
	}, folding.Fold(sender))
}

// Match says whose the opinions are, and with them whose the complaints are that
// they began, in one batch. It may be said anew; the zero customer says that
// nobody knows after all. It returns an Error with CodeNotFound if the book does
// not know them.
func (d *Desk) Match(ctx context.Context, opinions []app.ID, customer app.ID, by string) (app.Applied, error) {
	applied, err := d.book.Act(ctx, func() (app.Batch, error) {
		changes, err := d.matched(ctx, opinions, customer)
		return app.Batch{Act: app.ActMatchOpinion, By: by, Changes: changes}, err
	})
	if err != nil {
		return app.Applied{}, fmt.Errorf("match an opinion: %w", err)
	}
	return applied, nil
}

// matched returns the opinions as the customer's, and the complaints they began.
func (d *Desk) matched(ctx context.Context, opinions []app.ID, customer app.ID) ([]app.Change, error) {
	if !customer.IsZero() {
		if _, err := d.book.Customer(ctx, customer); err != nil {
			return nil, err
		}
	}
	var changes []app.Change
	begun := make(map[app.ID][]app.Complaint) // those of whom the opinions were, read once
	for _, id := range opinions {
		was, err := d.book.Opinion(ctx, id)
		if err != nil {
			return nil, err
		}
		complaints, read := begun[was.Customer]
		if !read {
			if complaints, err = d.book.Complaints(ctx, was.Customer); err != nil {
				return nil, fmt.Errorf("read complaints: %w", err)
			}
			begun[was.Customer] = complaints
		}
		is := was
		if is.Customer = customer; !customer.IsZero() {
			is.Sender = "" // what stood for them until now, which undo brings back
		}
		changes = append(changes, app.Put(is))
		for _, c := range complaints {
			if c.Opinion == id && c.Customer != customer {
				c.Customer = customer
				changes = append(changes, app.Put(c))
			}
		}
	}
	return changes, nil
}
