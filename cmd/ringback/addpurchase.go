package main

import (
	"regexp"
	"strings"

	"ringback.app/app"
	"ringback.app/app/customers"
)

// addPurchaseCommand adds a purchase.
type addPurchaseCommand struct {
	ID string `arg:"" name:"id"`

	Item     []string `placeholder:"ITEM"`
	Day      string   `placeholder:"DAY"`
	Receipt  string   `placeholder:"NUMBER"`
	Total    string   `placeholder:"AMOUNT"`
	Currency string   `placeholder:"CODE"`
	SoldBy   string   `placeholder:"NAME"`
	Returns  app.ID   `placeholder:"PURCHASE"`
	By       byName   `placeholder:"NAME"`
}

func (c *addPurchaseCommand) run(s *session) error {
	book, err := s.book(toRead)
	if err != nil {
		return err
	}
	who, err := s.who(book, c.ID)
	if err != nil {
		return err
	}
	form := customers.PurchaseForm{
		Customer: who.ID, Day: c.Day, Receipt: c.Receipt, Total: c.Total,
		Currency: c.Currency, SoldBy: c.SoldBy, Returns: c.Returns,
	}
	if form.Day == "" {
		form.Day = s.today().String()
	}
	for _, typed := range c.Item {
		form.Lines = append(form.Lines, item(typed))
	}
	saved, err := s.customers(book).SavePurchase(s.ctx, form, string(c.By))
	if err != nil {
		return err
	}
	bought, err := book.Purchase(s.ctx, saved.ID)
	if err != nil {
		return err
	}
	s.printSaved(saved, s.say("command.add.purchase.done", app.Args{
		"Name": s.headOf(who), "Items": s.voice.Items(bought.Lines), "Day": s.voice.Day(bought.Day, s.today()),
		"Money": s.voice.Money(app.Money{Minor: bought.Total, Currency: bought.Currency}),
	}))
	return nil
}

// An item is typed as "Oak table", "4 x Oak chair" or "4 x Oak chair = 520.00".
var (
	howMany = regexp.MustCompile(`^\s*(-?[0-9][0-9.,]*)\s*[x×]\s+(.*)$`)
	howMuch = regexp.MustCompile(`^(.*\S)\s*=\s*([^=]*)$`)
)

func item(typed string) customers.LineField {
	line := customers.LineField{Item: strings.TrimSpace(typed)}
	if m := howMuch.FindStringSubmatch(line.Item); m != nil {
		line.Item, line.Amount = m[1], strings.TrimSpace(m[2])
	}
	if m := howMany.FindStringSubmatch(line.Item); m != nil {
		line.Quantity, line.Item = m[1], strings.TrimSpace(m[2])
	}
	return line
}
