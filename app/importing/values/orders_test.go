package values_test

import (
	"testing"

	"ringback.app/app/importing/values"
)

func TestWhereAYearOfTwoDigitsStands(t *testing.T) {
	for name, tt := range map[string]struct {
		column []string
		want   values.Order
	}{
		"last numbers that scatter and lie ahead":     {[]string{"24/03/14", "24/03/15", "24/04/02", "24/04/30", "24/12/31"}, values.AskYear},
		"last numbers that scatter":                   {[]string{"23-11-14", "23-12-15", "24-01-02", "24-02-10", "24-12-11"}, values.AskYear},
		"last numbers that lie ahead":                 {[]string{"24/03/29", "24/03/29"}, values.AskYear},
		"full stops":                                  {[]string{"24.03.14", "24.03.15"}, values.AskYear},
		"one date of which the first is later":        {[]string{"24/03/14"}, values.AskYear},
		"days of one date, the year last":             {[]string{"14/03/24", "14/03/24"}, values.DayMonth},
		"days of one month, the year last":            {[]string{"14/03/24", "18/03/24", "30/03/24"}, values.DayMonth},
		"the same day in years far behind":            {[]string{"01/03/21", "01/04/22", "01/05/23"}, values.AskOrder},
		"a month past the twelfth is a day":           {[]string{"03/14/24", "03/15/23", "03/16/22"}, values.MonthDay},
		"a year of four digits":                       {[]string{"24/03/14", "24/03/2015", "24/03/16"}, values.DayMonth},
		"a first number of one digit is no year":      {[]string{"24/3/14", "4/3/15", "24/3/16"}, values.DayMonth},
		"a first number that is neither":              {[]string{"99/12/31", "99/11/05"}, values.YearFirst},
		"a last number of one digit is no year":       {[]string{"24-3-5", "24-3-14"}, values.YearFirst},
		"a last number that is no day":                {[]string{"24/03/14", "24/03/15", "13/04/99"}, values.DayMonth},
		"first numbers that lie ahead":                {[]string{"29/03/14", "30/03/15", "28/03/16", "27/03/17"}, values.DayMonth},
		"all days of the year before, in this year's": {[]string{"26/11/25", "27/11/25"}, values.AskYear},
	} {
		t.Run(name, func(t *testing.T) {
			o := values.Orders{Year: 2026}
			for _, text := range tt.column {
				o.See(text)
			}
			if got := o.Order(); got != tt.want {
				t.Errorf("the order is %q, want %q", got, tt.want)
			}
			if o.Order() == values.AskYear && o.YearEither != tt.column[0] {
				t.Errorf("the example is %q", o.YearEither)
			}
		})
	}
	var unknown values.Orders // birthdays are of any year
	unknown.See("04/03/14")
	unknown.See("04/03/15")
	if got := unknown.Order(); got != values.AskOrder {
		t.Errorf("without a year of today the order is %q", got)
	}
}

func TestADayWithTheYearFirst(t *testing.T) {
	for text, want := range map[string]string{
		"24/03/14": "2024-03-14", "99-12-31": "1999-12-31", "24.03.14": "2024-03-14", "24-3-5": "2024-03-05", "2024-03-14": "2024-03-14", "14.03.2024": "2024-03-14",
		"4/3/14": "", "24/14/03": "", "03/04/2024": "", "24/02/30": "", "24/03/00": "",
	} {
		day, _, err := values.ParseDay(text, values.YearFirst)
		if got := day.String(); err == nil && got != want || err != nil && want != "" {
			t.Errorf("%q is %s (%v), want %q", text, got, err, want)
		}
	}
	if day, _, err := values.ParseDay("99/12/31", values.AnyOrder); err != nil || day.String() != "1999-12-31" {
		t.Errorf("the only reading of 99/12/31 is %s (%v)", day, err)
	}
	if day, _, err := values.ParseDay("24/03/14", values.AskYear); err == nil {
		t.Errorf("where the year may be first or last 24/03/14 is %s", day)
	}
	if day, _, err := values.ParseDay("99/12/31", values.DayMonth); err == nil {
		t.Errorf("among days that come first 99/12/31 is %s", day)
	}
}
