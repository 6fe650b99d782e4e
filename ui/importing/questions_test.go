package importing_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/values"
	"ringback.app/ui/pagetest"
	"ringback.app/ui/widgets"
)

func TestADateThatReadsTwoWaysIsAsked(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.day-order",
		Args: app.Args{"Column": "Date", "File": "b.csv", "Example": "3/4/2026"},
	}})
	s.Dropped([]string{"b.csv"})
	s.sees(t, "3/4/2026", "The day comes first", "The month comes first")
	s.shop.err = nil
	for _, o := range test.LaidOutObjects(s.Content()) {
		if b, ok := o.(*widgets.Button); ok && b.Text() == "The month comes first" {
			test.Tap(b)
		}
	}
	last := s.shop.maps[len(s.shop.maps)-1]
	if len(last) != 1 || last[0].Column != "Date" || last[0].Order != values.MonthDay {
		t.Errorf("mapped %v", last)
	}
	s.sees(t, "Before anything is written")
}

func TestAYearThatMayComeFirstIsAsked(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.year-order",
		Args: app.Args{"Column": "Date", "Field": "day", "File": "b.csv", "Example": "24-03-14"},
	}})
	s.Dropped([]string{"b.csv"})
	s.sees(t, "24-03-14", "The year comes first", "The day comes first", "The month comes first")
	s.shop.err = nil
	for _, o := range test.LaidOutObjects(s.Content()) {
		if b, ok := o.(*widgets.Button); ok && b.Text() == "The year comes first" {
			test.Tap(b)
		}
	}
	last := s.shop.maps[len(s.shop.maps)-1]
	if len(last) != 1 || last[0].Column != "Date" || last[0].Order != values.YearFirst {
		t.Errorf("mapped %v", last)
	}
}

func TestAColumnOfNumbersAndNamesIsAsked(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.number-or-name",
		Args: app.Args{"Column": "Customer", "File": "b.csv", "Code": "17", "Name": "Ann Lee"},
	}})
	s.Dropped([]string{"b.csv"})
	s.sees(t, "numbers such as “17” and names such as “Ann Lee”", "The customers’ names")
	pagetest.Press(t, s.Content(), "Your shop’s numbers of its customers")
	last := s.shop.maps[len(s.shop.maps)-1]
	if len(last) != 1 || last[0].Column != "Customer" || last[0].Field != fields.Customer {
		t.Errorf("mapped %v", last)
	}
}

func TestATableThatSaysNotWhatWasBoughtIsShown(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-goods",
		Args: app.Args{"File": "till.csv", "Columns": "Date, Wat", "Names": []string{"Date", "Wat"}, "Table": columns.Unknown{
			Names:  []string{"Date", "Wat"},
			Fields: []fields.Field{fields.Day, ""},
			Rows:   [][]string{{"2026-03-01", "Lamp"}},
		}},
	}})
	s.Dropped([]string{"till.csv"})
	s.sees(t, "known to say what was bought", "“nothing we need”", "Lamp", "Read it so")
}

func TestAColumnThatNobodyKnowsIsAsked(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-customer",
		Args: app.Args{"File": "till.csv", "Columns": "Wer, Wann", "Names": []string{"Wer", "Wann", ""}},
	}})
	s.Dropped([]string{"till.csv"})
	s.sees(t, "Which one does", "Wer", "Wann")
	s.shop.err = nil
	s.enter()
	last := s.shop.maps[len(s.shop.maps)-1]
	if len(last) != 1 || last[0].Column != "Wer" || last[0].Field != fields.Customer {
		t.Errorf("mapped %v", last)
	}
}

func TestADayThatReadsTwoWaysIsNoFaultOfARowWhereTheColumnsAreAsked(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-customer",
		Args: app.Args{"File": "till.csv", "Columns": "Wer, Date", "Names": []string{"Wer", "Date"}, "Table": columns.Unknown{
			Names:  []string{"Wer", "Date"},
			Fields: []fields.Field{"", fields.Day},
			Rows:   [][]string{{"17850", "3/4/2026"}, {"17851", "5/5/2026"}, {"17852", "soon"}},
		}},
	}})
	s.Dropped([]string{"till.csv"})
	s.sees(t, "3 Apr 2026 or 4 Mar 2026?", "5 May 2026", "“soon” cannot be read")
	pagetest.Misses(t, s.Content(), "“3/4/2026” cannot be read")
}

func TestAYearThatMayComeFirstIsNoFaultOfARowWhereTheColumnsAreAsked(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-customer",
		Args: app.Args{"File": "till.csv", "Columns": "Wer, Date", "Names": []string{"Wer", "Date"}, "Table": columns.Unknown{
			Names:  []string{"Wer", "Date"},
			Fields: []fields.Field{"", fields.Day},
			Rows:   [][]string{{"17850", "24-03-14"}, {"17851", "24-03-29"}, {"17852", "soon"}},
		}},
	}})
	s.Clock = func() time.Time { return time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC) }
	s.Dropped([]string{"till.csv"})
	s.sees(t, "14 Mar 2024 or 24 Mar 2014?", "29 Mar 2024 or 24 Mar 2029?", "“soon” cannot be read")
}

func TestAnAmountThatReadsTwoWaysIsNoFaultOfARowWhereTheColumnsAreAsked(t *testing.T) {
	read := func(rows ...[]string) *stage {
		s := show(t, &shop{preview: twoPeople(), err: &app.Error{
			Code: app.CodeInvalid, Key: "error.import.no-customer",
			Args: app.Args{"File": "till.csv", "Columns": "Wer, Price, Amount", "Names": []string{"Wer", "Price", "Amount"}, "Table": columns.Unknown{
				Names: []string{"Wer", "Price", "Amount"}, Fields: []fields.Field{"", fields.Price, fields.Amount}, Rows: rows,
			}},
		}})
		s.Dropped([]string{"till.csv"})
		return s
	}
	s := read([]string{"17850", "", "1,250"}, []string{"17851", "", "80"}, []string{"17852", "", "much"})
	s.sees(t, "1250 or 1.250?", "amount of the line 80", "“much” cannot be read")
	pagetest.Misses(t, s.Content(), "“1,250” cannot be read")
	s = read([]string{"17850", "0.50", "1,250"}) // the other column tells
	s.sees(t, "amount of the line 1250")
	pagetest.Misses(t, s.Content(), "1250 or 1.250?")
}

func TestWhatNobodyIsReachedByIsSaidWhereTheColumnsAreAsked(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-customer",
		Args: app.Args{"File": "till.csv", "Columns": "Wer, Fon", "Names": []string{"Wer", "Fon"}, "Table": columns.Unknown{
			Names: []string{"Wer", "Fon"}, Fields: []fields.Field{fields.Email, fields.Mobile},
			Rows: [][]string{{"Ann Lee", "Table"}, {"bo@example.com", "n/a"}},
		}},
	}})
	s.Dropped([]string{"till.csv"})
	s.sees(t, "“Ann Lee” cannot be read as", "“Table” cannot be read as", "bo@example.com")
	pagetest.Misses(t, s.Content(), "“n/a” cannot be read")
}

func TestATableOfUnknownColumnsIsShownWithWhatEachMayHold(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-customer",
		Args: app.Args{"File": "till.csv", "Columns": "Wer, Date", "Names": []string{"Wer", "Date"}, "Table": columns.Unknown{
			Names:  []string{"Wer", "Date"},
			Fields: []fields.Field{"", fields.Day},
			Rows:   [][]string{{"17850", "2026-03-01"}, {"17851", "2026-03-02"}},
		}},
	}})
	s.Dropped([]string{"till.csv"})
	s.sees(t, "till.csv", "Wer", "17850 · 17851", "2 Mar 2026", "Nobody is named", "Read it so")
	picks := 0
	for _, o := range test.LaidOutObjects(s.Content()) {
		if pick, ok := o.(interface{ SetSelected(string) }); ok {
			if picks == 0 {
				pick.SetSelected("customer’s number")
			}
			picks++
		}
	}
	if picks != 2 {
		t.Fatalf("%d lists to choose from", picks)
	}
	pagetest.Misses(t, s.Content(), "Nobody is named")
	s.shop.err = nil
	s.Save()
	last := s.shop.maps[len(s.shop.maps)-1]
	if len(last) != 1 || last[0].Column != "Wer" || last[0].Field != fields.Customer {
		t.Errorf("mapped %v", last)
	}
	s.sees(t, "Before anything is written")
}

func TestColumnsAreShownAsWhatTheyLookLike(t *testing.T) {
	s := show(t, &shop{preview: twoPeople(), err: &app.Error{
		Code: app.CodeInvalid, Key: "error.import.no-customer",
		Args: app.Args{"File": "till.csv", "Columns": "Wer, Wann", "Names": []string{"Wer", "Wann"}, "Table": columns.Unknown{
			Names: []string{"Wer", "Wann"}, Fields: []fields.Field{"", ""}, Likely: []fields.Field{"", fields.Day},
			Rows: [][]string{{"17850", "13.04.26"}},
		}},
	}})
	s.Dropped([]string{"till.csv"})
	s.sees(t, "13 Apr 2026")
	s.shop.err = nil
	s.Save()
	last := s.shop.maps[len(s.shop.maps)-1]
	if len(last) != 1 || last[0].Column != "Wann" || last[0].Field != fields.Day {
		t.Errorf("mapped %v", last)
	}
}
