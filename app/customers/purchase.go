package customers

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/amounts"
	"ringback.app/app/importing"
	"ringback.app/app/texts"
	"ringback.app/app/when"
)

// PurchaseForm is a purchase as a person types it.
type PurchaseForm struct {
	ID       app.ID // zero: a new purchase
	Customer app.ID
	Draft    string // the key of the draft that saving makes needless, if any
	// Origin is the purchase as the form showed it at first: what is still the same was
	// not touched. Nil: as the book has it when the form is saved.
	Origin *PurchaseForm `json:",omitempty"`

	Day      string // "today", "fri", "15.1.": today or earlier
	Receipt  string
	Lines    []LineField
	Total    string // empty: the sum of the lines
	Currency string // ISO 4217; empty: the plan's
	SoldBy   string
	Returns  app.ID // the purchase this gives back, where known
}

// LineField is one thing on a receipt as a person types it.
type LineField struct {
	Item     string
	Quantity string // empty: one; with a minus if it is given back
	Amount   string // for the whole quantity
	Code     string // the shop's code for the item
}

// The fields that errors and remarks of a purchase name. Of a line, the whole
// line is named by FieldAt(FieldLines, i), one of its fields by that and
// ".item", ".quantity" or ".amount".
const (
	FieldDay      = "day"
	FieldReceipt  = "receipt"
	FieldLines    = "lines"
	FieldTotal    = "total"
	FieldCurrency = "currency"
	FieldSoldBy   = "sold-by"
	FieldItem     = "item"
	FieldQuantity = "quantity"
	FieldAmount   = "amount"
)

const (
	mostItem    = 300
	mostReceipt = 100
	mostLines   = 500
)

// PurchaseFormOf returns the form that shows the purchase.
func PurchaseFormOf(p app.Purchase) PurchaseForm {
	f := PurchaseForm{
		ID: p.ID, Customer: p.Customer, Day: p.Day.String(), Receipt: p.Receipt,
		Currency: p.Currency, SoldBy: p.SoldBy, Returns: p.Returns,
	}
	digits, known := amounts.Digits(p.Currency)
	if !known {
		digits = 2
	}
	var sum int64
	for _, l := range p.Lines {
		sum += l.Amount
		f.Lines = append(f.Lines, LineField{
			Item: l.Item, Quantity: amounts.FormatQuantity(int64(l.Quantity)), Amount: amounts.Format(l.Amount, digits), Code: l.Code,
		})
	}
	if p.Total != sum {
		f.Total = amounts.Format(p.Total, digits)
	}
	return f
}

// CheckedPurchase is what a purchase form would come to.
type CheckedPurchase struct {
	Purchase app.Purchase
	Remarks  app.FieldErrors // what is kept all the same
}

// CheckPurchase says what the form would come to and writes nothing. It returns
// app.FieldErrors if the form cannot be saved, and an Error with CodeNotFound
// if there is no such customer or purchase.
func (d *Desk) CheckPurchase(ctx context.Context, form PurchaseForm) (CheckedPurchase, error) {
	k := purchaseCheck{desk: d, form: form, errs: app.FieldErrors{}}
	checked := CheckedPurchase{Remarks: app.FieldErrors{}}
	err := d.book.Match(ctx, func(known importing.Known) error {
		var err error
		if k.plan, err = known.Plan(); err != nil {
			return fmt.Errorf("read plan: %w", err)
		}
		if !form.ID.IsZero() {
			if k.was, err = known.Purchase(form.ID); err != nil {
				return fmt.Errorf("read purchase: %w", err)
			}
			var both []string
			k.form, both = form.over(PurchaseFormOf(k.was))
			for _, name := range both {
				checked.Remarks.Add(name, "error.customers.meanwhile", nil)
			}
		}
		if _, err = known.Customer(k.form.Customer); err != nil {
			return fmt.Errorf("read customer: %w", err)
		}
		checked.Purchase = k.purchase()
		if k.unpriced() {
			checked.Remarks.Add(FieldTotal, "error.customers.total.none", nil)
		}
		if checked.Purchase.Receipt == "" {
			return nil
		}
		same, err := known.PurchaseByReceipt(k.form.Customer, checked.Purchase.Receipt)
		if err != nil {
			return fmt.Errorf("look up receipt: %w", err)
		}
		for _, id := range same {
			if id != form.ID {
				checked.Remarks.Add(FieldReceipt, "error.customers.receipt.known", app.Args{"Receipt": checked.Purchase.Receipt})
			}
		}
		return nil
	})
	if err != nil {
		return CheckedPurchase{}, fmt.Errorf("check purchase: %w", err)
	}
	return checked, k.errs.Err()
}

// SavePurchase writes the form as a new purchase, or over the one it names. By
// is who does it, empty for the owner. It returns the errors of CheckPurchase,
// and writes nothing then.
func (d *Desk) SavePurchase(ctx context.Context, form PurchaseForm, by string) (Saved, error) {
	var saved Saved
	applied, err := d.book.Act(ctx, func() (app.Batch, error) {
		checked, err := d.CheckPurchase(ctx, form)
		if err != nil {
			return app.Batch{}, err
		}
		p, act := checked.Purchase, app.ActEditPurchase
		if form.ID.IsZero() {
			p.ID, act = d.ids.Next(), app.ActAddPurchase
		}
		saved = Saved{ID: p.ID, Remarks: checked.Remarks}
		return app.Batch{Act: act, By: by, Changes: []app.Change{app.Put(p)}, Draft: form.Draft}, nil
	})
	if err != nil {
		return Saved{}, fmt.Errorf("save purchase: %w", err)
	}
	saved.Batch = applied.Batch
	return saved, nil
}

// RemovePurchase takes a purchase away that was never made. It returns an Error
// with CodeNotFound if there is none.
func (d *Desk) RemovePurchase(ctx context.Context, id app.ID, by string) (app.Applied, error) {
	applied, err := d.book.Act(ctx, func() (app.Batch, error) {
		_, err := d.book.Purchase(ctx, id)
		return app.Batch{Act: app.ActRemovePurchase, By: by, Changes: []app.Change{app.Remove(app.KindPurchase, id)}}, err
	})
	if err != nil {
		return app.Applied{}, fmt.Errorf("remove purchase: %w", err)
	}
	return applied, nil
}

// purchaseCheck is a form on its way to a purchase.
type purchaseCheck struct {
	desk *Desk
	plan app.Plan
	was  app.Purchase
	form PurchaseForm
	errs app.FieldErrors
}

func (k *purchaseCheck) purchase() app.Purchase {
	p := k.was
	p.Customer, p.Returns = k.form.Customer, k.form.Returns
	p.Receipt = k.line(FieldReceipt, k.form.Receipt, k.was.Receipt, mostReceipt)
	p.SoldBy = k.line(FieldSoldBy, k.form.SoldBy, k.was.SoldBy, app.NameLetters)
	p.Day = k.day()
	p.Currency = strings.ToUpper(texts.OneLine(k.form.Currency))
	if p.Currency == "" {
		p.Currency = k.plan.Currency
	}
	if _, ok := amounts.Digits(p.Currency); !ok {
		k.errs.Add(FieldCurrency, "error.customers.currency", app.Args{"Currency": texts.Quoted(cmp.Or(texts.OneLine(k.form.Currency), p.Currency))})
		return p
	}
	p.Lines = k.lines(p.Currency)
	p.Total = 0
	for _, l := range p.Lines {
		p.Total += l.Amount
	}
	if total := texts.OneLine(k.form.Total); total != "" {
		p.Total = k.amount(FieldTotal, total, p.Currency)
	} else if max(p.Total, -p.Total) > app.MostMoney {
		k.errs.Add(FieldTotal, "error.customers.total.large", nil)
	} else if len(p.Lines) == 0 {
		k.errs.Add(FieldAt(FieldLines, 0)+"."+FieldItem, "error.customers.purchase.nothing", nil)
	}
	return p
}

// unpriced tells whether nobody said what was paid, for anything.
func (k *purchaseCheck) unpriced() bool {
	return texts.OneLine(k.form.Total) == "" && !slices.ContainsFunc(k.form.Lines, func(l LineField) bool { return texts.OneLine(l.Amount) != "" })
}

func (k *purchaseCheck) day() app.Day {
	if k.form.Day == k.was.Day.String() && !k.was.Day.IsZero() {
		return k.was.Day
	}
	day, err := when.ParseDay(k.form.Day, k.desk.when(k.plan, when.OnlyBehind))
	if err != nil {
		keep(k.errs, FieldDay, err)
	}
	return day
}

func (k *purchaseCheck) lines(code string) []app.Line {
	stood := PurchaseFormOf(k.was).Lines
	if len(k.form.Lines) > max(mostLines, len(stood)) {
		k.errs.Add(FieldLines, "error.customers.lines.many", app.Args{"Count": len(k.form.Lines), "Most": mostLines})
		return nil
	}
	var lines []app.Line
	for i, f := range k.form.Lines {
		if at := slices.Index(stood, f); at >= 0 && code == k.was.Currency {
			lines = append(lines, k.was.Lines[at]) // as a till wrote it, though nobody may type it so
			continue
		}
		f.Item, f.Quantity, f.Amount, f.Code = texts.OneLine(f.Item), texts.OneLine(f.Quantity), texts.OneLine(f.Amount), texts.OneLine(f.Code)
		if f == (LineField{}) {
			continue
		}
		at := FieldAt(FieldLines, i) + "."
		if f.Item == "" {
			k.errs.Add(at+FieldItem, "error.customers.item.missing", nil)
		}
		if n := utf8.RuneCountInString(f.Item); n > mostItem {
			k.errs.Add(at+FieldItem, "error.customers.item.long", app.Args{"Length": n, "Most": mostItem})
		}
		l := app.Line{Item: f.Item, Quantity: app.One, Code: f.Code}
		if f.Quantity != "" {
			n, ok := amounts.ParseQuantity(f.Quantity)
			if !ok || n == 0 {
				k.errs.Add(at+FieldQuantity, "error.customers.quantity", app.Args{"Quantity": texts.Quoted(f.Quantity)})
			}
			l.Quantity = app.Quantity(n)
		}
		if f.Amount != "" {
			l.Amount = k.amount(at+FieldAmount, f.Amount, code)
		}
		// What is given back is given back for money; the minus is typed once.
		if l.Quantity < 0 && l.Amount > 0 {
			l.Amount = -l.Amount
		}
		lines = append(lines, l)
	}
	return lines
}

func (k *purchaseCheck) amount(field, text, code string) int64 {
	n, ok := amounts.Parse(text, code)
	if !ok {
		k.errs.Add(field, "error.customers.amount", app.Args{"Amount": texts.Quoted(text), "Currency": code, "Example": amounts.Example(1234, code)})
	}
	return n
}

func (k *purchaseCheck) line(field, text, was string, most int) string {
	if text == was {
		return text
	}
	text = texts.OneLine(text)
	if n := utf8.RuneCountInString(text); n > most {
		k.errs.Add(field, "error.customers."+field+".long", app.Args{"Length": n, "Most": most})
	}
	return text
}
