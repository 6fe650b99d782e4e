package receipts

import (
	"cmp"
	"slices"
	"strings"

	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/texts"
)

// givesBack tells whether the row says that it gives back, whatever its figures
// say.
func (b *Table) givesBack(row tables.Row) bool {
	if b.Columns.IsReturn(row) {
		return true
	}
	text := row.Cell(b.Columns.Sort)
	if text == "" {
		return false
	}
	back, met := b.sorts[text]
	if !met {
		means := written.OutcomeOf(text)
		back = b.Columns.IsCreditSort(text) || means == written.Returned || means != written.Failed && written.SaysCredit(text)
		if len(b.sorts) < mostStatuses {
			b.sorts[strings.Clone(text)] = back
		}
	}
	return back
}

// fate is what a row says of what became of its order.
type fate struct {
	written.Outcome
	text   string
	column int
}

// fate tells what the row says of what became of its order: the worst of what its
// columns say. Its text is empty where they say nothing.
func (b *Table) fate(row tables.Row) fate {
	worst := fate{}
	graver := []written.Outcome{written.Sold, written.Returned, written.Failed, written.Cancelled}
	for _, i := range b.Columns.Statuses {
		text := row.Cell(i)
		if text == "" {
			continue
		}
		means, met := b.Columns.Flag(i, text)
		if !met {
			means, met = b.outcomes[text]
		}
		if !met {
			means = b.Columns.Outcome(text)
			if len(b.outcomes) < mostStatuses {
				b.outcomes[strings.Clone(text)] = means
			}
		}
		if worst.text == "" || slices.Index(graver, means) > slices.Index(graver, worst.Outcome) {
			worst = fate{means, text, i}
		}
	}
	return worst
}

// Status is what a table says of what became of orders, and how many of its lines
// do.
type Status struct {
	Text  string
	Lines int
}

// mostStatuses is how many different statuses are kept: a column with more of them
// holds something else.
const mostStatuses = 100

// countSold counts what the columns of statuses, and of the sort of a receipt, say of
// a row that was taken for sold.
func (b *Table) countSold(row tables.Row) {
	for _, i := range b.Columns.Statuses {
		if b.Columns.IsStatus(i) {
			b.sold.add(row.Cell(i))
		}
	}
	b.sold.add(b.Columns.Unpaid(row))
	if (b.Columns.SortsReceipts() || b.Columns.SortsPapers()) && !b.givesBack(row) {
		b.sold.add(row.Cell(b.Columns.Sort))
	}
}

// TakenAsSold lists what was counted, the most first.
func (b *Table) TakenAsSold() []Status { return b.sold.all() }

// tally is how many lines of a table say a thing.
type tally map[string]*int

// add counts a line that says so.
func (t tally) add(text string) {
	switch n, met := t[text]; {
	case text == "":
	case met:
		*n++
	case len(t) < mostStatuses:
		one := 1
		t[strings.Clone(text)] = &one
	}
}

// all lists what was counted, the most first.
func (t tally) all() []Status {
	var all []Status
	for text, lines := range t {
		short, _ := texts.Shorten(texts.OneLine(text), written.ShownLetters)
		all = append(all, Status{short, *lines})
	}
	slices.SortFunc(all, func(x, y Status) int {
		return cmp.Or(cmp.Compare(y.Lines, x.Lines), cmp.Compare(x.Text, y.Text))
	})
	return all
}
