package importing_test

import (
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
)

func TestEveryFieldIsKnownByItsOwnName(t *testing.T) {
	cells := map[fields.Field]string{
		fields.Customer: "10001", fields.Name: "Mia Berg", fields.Phone: "+44 20 7946 0290",
		fields.Email: "mia@example.com", fields.Day: "2026-04-13", fields.Time: "10:30",
		fields.Quantity: "1", fields.Price: "10.50", fields.Amount: "10.50", fields.Total: "10.50",
		fields.Currency: "EUR", fields.Score: "9", fields.Stars: "5",
		fields.Prefix: "Dr", fields.Said: "2026-04-13", fields.Taken: "2026-04-14",
	}
	kinds := map[importing.Kind]string{
		importing.KindPurchases: "customer,name,receipt,day,time,item,code,quantity,price,amount,total,currency,country,sold-by,status,phone,email,firm",
		importing.KindOpinions:  "customer,name,given-name,family-name,firm,phone,email,country,words,words-title,said,taken,score,stars,theme,opinion-number,receipt,sold-by",
		importing.KindCards: "customer,name,given-name,family-name,firm,phone,email,country,title,mobile,home-phone,work-phone,fax," +
			"street,extra,postcode,city,region,birthday,notes,tags,language,do-not-call,may-call",
	}
	known := []string{string(fields.Ignore)} // which says that a column is nothing
	for kind, header := range kinds {
		t.Run(string(kind), func(t *testing.T) {
			names := strings.Split(header, ",")
			row := make([]string, len(names))
			for i, name := range names {
				if row[i] = cells[fields.Field(name)]; row[i] == "" {
					row[i] = "x"
				}
			}
			f := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Table(header, strings.Join(row, ","))).Files[0]
			if f.Kind != kind || len(f.NotTaken) > 0 {
				t.Errorf("read as %s, not taken %q", f.Kind, f.NotTaken)
			}
			for i, c := range f.Columns {
				if string(c.Field) != names[i] {
					t.Errorf("%s is taken for %q", names[i], c.Field)
				}
			}
		})
		known = append(known, strings.Split(header, ",")...)
	}
	for _, f := range fields.All() {
		if !slices.Contains(known, string(f)) {
			t.Errorf("no table here has %s", f)
		}
	}
}

func TestAnOpinionBeneathTheFieldsOwnNamesIsWhoseNumberItHas(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Table("customer,name,phone", "10001,Mia Berg,+44 20 7946 0290"))
	mia := book.Named(t, "Mia Berg")
	if mia.Reference(app.ReferenceShop) != "10001" {
		t.Fatalf("%+v", mia)
	}
	p := importingtest.Take(t, book, importingtest.Table("customer,said,stars,words", "10001,2026-04-13,5,The lamp is lovely.", "10002,2026-04-14,2,Late"))
	if first, second := p.Items[0], p.Items[1]; first.Customer != mia.ID || first.Words != "The lamp is lovely." || first.Day != app.NewDay(2026, 4, 13) || second.Name != "10002" {
		t.Errorf("%+v\n%+v", first, second)
	}
}
