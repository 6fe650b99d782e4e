package values_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/width"

	"ringback.app/app/importing/values"
)

func FuzzParse(f *testing.F) {
	f.Add("1.234,50 €", "3/4/2026 8:26 PM")
	for _, amount := range []string{"10€50", "1,5 triệu", "150k", "5.00 refund", "１，２００", "100:-", "Rs. 1,00,000/-", "5,50 + 2,00", "$12 USD"} {
		f.Add(amount, "")
	}
	for _, date := range []string{"24-03-14", "99/12/31", "24.3.5 10:12", "2024-03-15T02:12:00.000-04:00", "Thu Mar 14 2024 10:12:00 GMT+0100 (CET)", "Thursday, March 14, 2024", "1/2/2024 10:00-11:30"} {
		f.Add("", date)
	}
	tokyo := time.FixedZone("", 9*60*60)
	f.Fuzz(func(t *testing.T, amount, date string) {
		for _, point := range []values.Point{values.NoPoint, values.Dot, values.Comma} {
			if a, err := values.ParseAmount(amount, point); err == nil && (a.Places < 0 || a.Places > 9) {
				t.Errorf("%q has %d places", amount, a.Places)
			}
			a, err := values.ParseQuantity(amount, point)
			left, ok := strings.CutPrefix(strings.TrimLeft(digitsOf(amount), "0"), strings.TrimLeft(digitsOf(strconv.FormatInt(a.Units, 10)), "0"))
			if err == nil && (!ok || strings.Trim(left, "0") != "") {
				t.Errorf("%q is %d", amount, a.Units)
			}
		}
		for _, order := range []values.Order{values.AnyOrder, values.DayMonth, values.MonthDay, values.YearFirst} {
			if day, minute, err := values.ParseDay(date, order); err == nil && (day.IsZero() || minute < 0 || minute >= 24*60) {
				t.Errorf("%q is %s %s", date, day, minute)
			}
			if m, err := values.ParseMoment(date, order); err == nil {
				if shop := m.In(tokyo, nil); shop.Day < m.Day-1 || shop.Day > m.Day+1 || !m.Timed && shop != m || m.Zone == nil && shop != m {
					t.Errorf("%q is %+v, and %+v in Tokyo", date, m, shop)
				}
			}
		}
	})
}

// digitsOf are the digits of a text in the order in which they stand.
func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, width.Fold.String(text))
}
