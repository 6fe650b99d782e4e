package today

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/folding"
	"ringback.app/app/wording"
	"ringback.app/ui/widgets"
)

// receiptLines is how many lines of one receipt a card shows: the dearest.
const receiptLines = 4

// boughtRow is one line under "What they bought".
type boughtRow struct {
	day    string // on the first line of a receipt only
	item   string
	amount string
	faint  bool // not a thing itself: "and 12 more"
}

// boughtRows lays the receipts out, newest first. What was given back is marked
// where it was bought; a return of something older has a line of its own.
func boughtRows(card calling.Card, say *wording.Voice) []boughtRow {
	today := app.DayOf(card.At.In(card.Plan.Location()))
	returns := make(map[app.ID][]app.Purchase)
	shown := make(map[app.ID]bool)
	for _, p := range card.Purchases {
		shown[p.ID] = true
		if p.IsReturn() && !p.Returns.IsZero() {
			returns[p.Returns] = append(returns[p.Returns], p)
		}
	}
	var rows []boughtRow
	for _, p := range card.Purchases {
		if p.IsReturn() && shown[p.Returns] {
			continue
		}
		receipt := receiptRows(p, card.Plan, returns[p.ID], today, say)
		receipt[0].day = say.Day(p.Day, today)
		rows = append(rows, receipt...)
	}
	return rows
}

// receiptRows returns the lines of one receipt, at least one.
func receiptRows(p app.Purchase, plan app.Plan, returned []app.Purchase, today app.Day, say *wording.Voice) []boughtRow {
	if len(p.Lines) == 0 {
		item := say.Say("today.bought.unnamed", nil)
		if p.Receipt != "" {
			item = say.Say("today.bought.receipt", app.Args{"Receipt": p.Receipt})
		}
		return []boughtRow{{item: item, amount: say.Money(app.Money{Minor: p.Total, Currency: p.Currency})}}
	}
	lines := dearest(p.Lines, plan)
	back := broughtBack(lines, returned)
	more := 0
	if len(lines) > receiptLines+1 { // a line that says "and 1 more" could name it as well
		more = len(lines) - receiptLines
		lines = lines[:receiptLines]
	}
	rows := make([]boughtRow, 0, len(lines)+1)
	for i, l := range lines {
		rows = append(rows, lineRow(l, p, back[i], today, say))
	}
	if more > 0 {
		rows = append(rows, boughtRow{item: say.Count("today.bought.more", more, nil), faint: true})
	}
	return rows
}

// givenBack is how much of a line was given back, and when last.
type givenBack struct {
	quantity app.Quantity
	day      app.Day
}

// broughtBack returns for each line how much of it the returns gave back. Where
// several lines have the same item, the first ones are given back first.
func broughtBack(lines []app.Line, returned []app.Purchase) []givenBack {
	open := make(map[string]givenBack)
	for _, r := range returned {
		for _, l := range r.Lines {
			item := folding.Fold(l.Item)
			all := open[item]
			open[item] = givenBack{all.quantity - l.Quantity, max(all.day, r.Day)}
		}
	}
	back := make([]givenBack, len(lines))
	for i, l := range lines {
		item := folding.Fold(l.Item)
		if all := open[item]; all.quantity > 0 && l.Quantity > 0 {
			back[i] = givenBack{min(all.quantity, l.Quantity), all.day}
			open[item] = givenBack{all.quantity - back[i].quantity, all.day}
		}
	}
	return back
}

func lineRow(l app.Line, p app.Purchase, back givenBack, today app.Day, say *wording.Voice) boughtRow {
	name := wording.ItemName(l.Item)
	item := name
	if n := max(l.Quantity, -l.Quantity); n != app.One && n != 0 {
		item = say.Say("today.bought.times", app.Args{"Item": name, "Quantity": say.Quantity(n)})
	}
	row := boughtRow{item: item}
	if l.Amount != 0 || p.Total == 0 || len(p.Lines) > 1 {
		row.amount = say.Money(app.Money{Minor: l.Amount, Currency: p.Currency})
	} else {
		row.amount = say.Money(app.Money{Minor: p.Total, Currency: p.Currency})
	}
	switch {
	case l.Quantity < 0:
		row.item = say.Say("today.bought.returned", app.Args{"Item": item})
	case back.quantity == 0:
	case back.quantity < l.Quantity:
		row.item = say.Say("today.bought.returned-part", app.Args{
			"Item": name, "Returned": say.Quantity(back.quantity), "Quantity": say.Quantity(l.Quantity), "Day": say.Day(back.day, today),
		})
	default:
		row.item = say.Say("today.bought.returned-on", app.Args{"Item": item, "Day": say.Day(back.day, today)})
		row.amount = say.Say("today.bought.nothing-left", nil)
	}
	return row
}

// dearest returns the goods that cost most first, and the postage last, where
// there are too many lines to show, else as they stand on the receipt.
func dearest(lines []app.Line, plan app.Plan) []app.Line {
	if len(lines) <= receiptLines+1 {
		return lines
	}
	var goods, charges []app.Line
	for _, l := range lines {
		if plan.IsGoods(l.Item) {
			goods = append(goods, l)
		} else {
			charges = append(charges, l)
		}
	}
	slices.SortStableFunc(goods, func(a, b app.Line) int {
		return cmp.Compare(max(b.Amount, -b.Amount), max(a.Amount, -a.Amount))
	})
	return append(goods, charges...)
}

// boughtTotal sums up everything they ever bought: "9 purchases since 2022,
// € 3,410 · served by Anna".
func boughtTotal(card calling.Card, say *wording.Voice) string {
	buying := card.Summary.Buying
	if buying.Count == 0 {
		return ""
	}
	year, _, _ := buying.First.Date()
	sums := make([]string, 0, len(buying.Totals))
	for _, m := range buying.Totals {
		if m.Minor != 0 {
			sums = append(sums, say.WholeMoney(m))
		}
	}
	// The year is no number to be written with its thousands apart.
	total := say.Count("today.bought.since", buying.Count, app.Args{"Year": strconv.Itoa(year)})
	if len(sums) > 0 {
		total = say.Say("today.bought.sum", app.Args{"Purchases": total, "Sum": strings.Join(sums, " + ")})
	}
	if by := servedBy(card.Purchases); by != "" {
		total = say.Say("today.bought.served", app.Args{"Total": total, "Staff": by})
	}
	return total
}

// servedBy returns who sold them something last.
func servedBy(purchases []app.Purchase) string {
	for _, p := range purchases {
		if p.SoldBy != "" && !p.IsReturn() {
			return p.SoldBy
		}
	}
	return ""
}

// boughtSection draws "What they bought".
func boughtSection(card calling.Card, say *wording.Voice) fyne.CanvasObject {
	title := widgets.SectionTitle(say.Say("today.bought", nil))
	rows := boughtRows(card, say)
	if len(rows) == 0 {
		return widgets.Column(8, title, widgets.NewParagraph(say.Say("today.bought.none", nil), widgets.Muted))
	}
	facts := make([]widgets.Fact, 0, len(rows)+1)
	for _, r := range rows {
		facts = append(facts, widgets.Fact{When: r.day, What: r.item, Amount: r.amount, Quiet: r.faint})
	}
	if total := boughtTotal(card, say); total != "" {
		facts = append(facts, widgets.Fact{What: total, Quiet: true})
	}
	return widgets.Column(8, title, widgets.NewFacts(facts...))
}
