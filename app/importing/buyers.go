package importing

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/dialing"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/texts"
)

// buyer finds whose row it is: by the shop's number, else by telephone or
// address. Somebody whom the book does not know is made known by just that, so
// that no purchase is lost. Named tells whether the row says anything of a
// customer; a name alone tells too little to know them by.
func (b *bookkeeping) buyer(row tables.Row) (p *person, named bool, err error) {
	number := b.columns.preset.number(texts.ShopNumber(b.cell(row, FieldCustomer)))
	phone, email := b.cell(row, FieldPhone), b.cell(row, FieldEmail)
	reached := phone
	for _, kind := range phoneFields {
		if reached == "" { // whichever there is names somebody
			reached = b.cell(row, kind.field)
		}
	}
	name := b.name(row)
	key := number
	if key == "" {
		if reached == "" && email == "" {
			return nil, name.Full != "", nil
		}
		key = strings.Join([]string{"", name.Full, reached, email}, "\x00")
	}
	if p, met := b.buyers[key]; met {
		return p, true, nil
	}
	c := app.Customer{Name: name, Firm: b.cell(row, FieldFirm)}
	if number != "" {
		c.References = []app.Reference{{Kind: app.ReferenceShop, Value: strings.Clone(number)}}
	}
	if phone != "" {
		country := dialing.Country(b.cell(row, FieldCountry))
		c.Phones = []app.Phone{dialing.Parse(strings.Clone(phone), "", b.people.country, country)}
	}
	for _, kind := range phoneFields {
		if typed := b.cell(row, kind.field); typed != "" {
			c.Phones = append(c.Phones, dialing.Parse(strings.Clone(typed), kind.label, b.people.country, dialing.Country(b.cell(row, FieldCountry))))
		}
	}
	if email != "" {
		c.Emails = []app.Email{{Address: strings.Clone(email)}}
	}
	b.more(&c, row)
	met, err := b.people.meet(c)
	if err != nil {
		return nil, true, err
	}
	if met.action == Create || met.action == Possible {
		b.preview.Summary.NumberOnly++
	}
	b.buyers[strings.Clone(key)] = met.person // nil: forgotten
	return met.person, true, nil
}

func (b *bookkeeping) name(row tables.Row) app.Name {
	n := app.Name{
		Full:   strings.Clone(b.cell(row, FieldName)),
		Given:  strings.Clone(b.cell(row, FieldGiven)),
		Family: strings.Clone(b.cell(row, FieldFamily)),
	}
	if n.Full == "" {
		n.Full = strings.TrimSpace(n.Given + " " + n.Family)
	}
	return n
}
