package importing_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/importingtest"
	"ringback.app/app/importing/values"
)

func TestWhatIsSaidOfOneFileHoldsForThatFileOnly(t *testing.T) {
	header := "receipt,date,customer id,item,price\n"
	days := importing.Bytes("days.csv", []byte(header+"1,3/4/2026,7,Cup,5.00\n"))
	days.Map = []columns.Mapping{{Column: "Date", Field: fields.Day, Order: values.MonthDay}}
	other := importing.Bytes("other.csv", []byte(header+"2,13/4/2026,8,Pot,5.00\n"))
	greek := importing.Bytes("greek.csv", []byte("name,phone\n\xc5\xeb\xdd\xed\xe7,+302101234567\n")) // Ελένη in windows-1253
	greek.Charset = "windows-1251"
	utf := importing.Bytes("utf.csv", []byte("name,phone\nЖанна,+74951234567\n"))
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, days, other, greek, utf)
	if p.Summary.Rejected != 0 || len(p.Items) != 4 {
		t.Fatalf("%+v, %d items", p.Summary, len(p.Items))
	}
	if p.Items[0].Name != "ЕлЭнз" || p.Items[1].Name != "Жанна" {
		t.Errorf("the names are %q and %q", p.Items[0].Name, p.Items[1].Name)
	}
	if a, b := p.Items[2].Day, p.Items[3].Day; a != app.NewDay(2026, 3, 4) || b != app.NewDay(2026, 4, 13) {
		t.Errorf("the days are %s and %s", a, b)
	}
	if f := p.Files[0]; f.From != "days.csv" || len(f.First) != 1 || f.First[0][1] != "3/4/2026" {
		t.Errorf("the first file is %+v", f)
	}
	days.Map = []columns.Mapping{{Column: "date", Field: fields.Day, Order: values.DayMonth}}
	all := importing.Options{Map: []columns.Mapping{{Column: "Date", Field: fields.Day, Order: values.MonthDay}}}
	if p := importingtest.Look(t, importingtest.NewShelf(), all, days); p.Items[0].Day != app.NewDay(2026, 4, 3) {
		t.Errorf("what is said of all goes before what is said of one: %s", p.Items[0].Day)
	}
}
