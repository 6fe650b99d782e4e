package opinions

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Told is an opinion and who gave it.
type Told struct {
	Opinion app.Opinion
	Who     app.Customer // zero while nobody knows; see Opinion.Sender
}

// Find returns the opinions looked for, newest first.
func (d *Desk) Find(ctx context.Context, q app.OpinionQuery) ([]Told, error) {
	opinions, err := d.book.FindOpinions(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("look for opinions: %w", err)
	}
	names := d.namer()
	all := make([]Told, 0, len(opinions))
	for _, o := range opinions {
		told, err := names.told(ctx, o)
		if err != nil {
			return nil, err
		}
		all = append(all, told)
	}
	return all, nil
}

// namer reads customers, each once.
type namer struct {
	book Book
	read map[app.ID]app.Customer
}

func (d *Desk) namer() *namer { return &namer{d.book, make(map[app.ID]app.Customer)} }

func (n *namer) told(ctx context.Context, o app.Opinion) (Told, error) {
	if o.Customer.IsZero() {
		return Told{Opinion: o}, nil
	}
	who, ok := n.read[o.Customer]
	if !ok {
		var err error
		if who, err = n.book.Customer(ctx, o.Customer); err != nil {
			return Told{}, fmt.Errorf("read whose opinion it is: %w", err)
		}
		n.read[o.Customer] = who
	}
	return Told{o, who}, nil
}

// Vocabulary is what was used before, to be offered while somebody types.
type Vocabulary struct {
	Themes []string // most used first, then those of the plan in their order
	Staff  []string // likewise
}

// vocabularyDays is how far back words count as used: what a shop spoke of years
// ago is in nobody's way.
const vocabularyDays = 365

// Vocabulary counts the themes and names of the last year.
func (d *Desk) Vocabulary(ctx context.Context) (Vocabulary, error) {
	plan, err := d.book.Plan(ctx)
	if err != nil {
		return Vocabulary{}, fmt.Errorf("read the plan: %w", err)
	}
	themes, staff := tallyOf(plan.Themes), tallyOf(plan.Staff)
	now := d.now()
	// What another desktop took down with a clock ahead of ours counts, too.
	err = d.book.OpinionsBetween(ctx, now.AddDate(0, 0, -vocabularyDays), now.AddDate(0, 0, 1), func(o app.Opinion) bool {
		themes.add(o.Themes)
		staff.add(o.Staff)
		return true
	})
	if err != nil {
		return Vocabulary{}, fmt.Errorf("count themes: %w", err)
	}
	return Vocabulary{Themes: themes.ranked(), Staff: staff.ranked()}, nil
}

// tally counts words that differ in more than their accents and case.
type tally struct {
	words []string // as written first
	count map[string]int
}

func tallyOf(known []string) *tally {
	t := &tally{count: make(map[string]int)}
	for _, w := range known {
		t.note(w, 0)
	}
	return t
}

func (t *tally) add(words []string) {
	for _, w := range words {
		t.note(w, 1)
	}
}

func (t *tally) note(word string, n int) {
	folded := folding.Fold(word)
	if _, ok := t.count[folded]; !ok {
		t.words = append(t.words, word)
	}
	t.count[folded] += n
}

func (t *tally) ranked() []string {
	slices.SortStableFunc(t.words, func(a, b string) int {
		return cmp.Compare(t.count[folding.Fold(b)], t.count[folding.Fold(a)])
	})
	return t.words
}
