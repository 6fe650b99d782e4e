package values_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/values"
)

func TestParseAmount(t *testing.T) {
	tests := []struct {
		text  string
		point values.Point
		cents int64
	}{
		{"2.55", values.NoPoint, 255},
		{"2,55", values.NoPoint, 255},
		{"1,234.50", values.NoPoint, 123450},
		{"1.234,50", values.NoPoint, 123450},
		{"1.234.567", values.NoPoint, 123456700},
		{"1,234", values.Dot, 123400},
		{"1,234", values.Comma, 123},
		{"1.234", values.Comma, 123400},
		{"1'234.50", values.Dot, 123450},
		{"1 234,50 €", values.Comma, 123450},
		{"1\u00a0234,50", values.Comma, 123450},
		{"$8.00", values.Dot, 800},
		{"-$45.00", values.Dot, -4500},
		{"(45.00)", values.Dot, -4500},
		{"45.00-", values.Dot, -4500},
		{"−45", values.NoPoint, -4500},
		{"EUR 12.5", values.Dot, 1250},
		{"0.125", values.NoPoint, 13},
		{"-0.125", values.NoPoint, -13},
		{"0.0000000001", values.Dot, 0},
		{"+7", values.NoPoint, 700},
		{"10,-", values.NoPoint, 1000},
		{"10.-", values.Comma, 1000},
		{"€ 10,--", values.Comma, 1000},
		{"10.– CHF", values.NoPoint, 1000},
		{"Fr. 1’250.—", values.NoPoint, 125000},
		{"1.250,-", values.NoPoint, 125000},
		{"1.250.-", values.NoPoint, 125000},
		{"1,250.-", values.Dot, 125000},
		{"-10,-", values.Comma, -1000},
		{"Fr. 12.50", values.NoPoint, 1250},
		{"Fr. 1’250.50", values.NoPoint, 125050},
		{"Rs.1,450.50", values.NoPoint, 145050},
		{"12,50 kr.", values.NoPoint, 1250},
		{"kr. 1.250,50", values.NoPoint, 125050},
		{"1.250 kr.", values.Comma, 125000},
		{"10,00-", values.Comma, -1000},
	}
	for _, tt := range tests {
		a, err := values.ParseAmount(tt.text, tt.point)
		if tt.text == "0.0000000001" {
			if err == nil {
				t.Errorf("%q lost a decimal place without a word", tt.text)
			}
			continue
		}
		if cents, ok := a.In(2); err != nil || !ok || cents != tt.cents {
			t.Errorf("%q with %q is %d (%v), want %d", tt.text, rune(tt.point), cents, err, tt.cents)
		}
	}
	for _, text := range []string{"", "abc", "1.2.3,4,5", "1-2", "12:30", "99999999999999999999", "--5", "1,234", "3x4"} {
		if a, err := values.ParseAmount(text, values.NoPoint); app.CodeOf(err) != app.CodeInvalid || err == nil {
			t.Errorf("%q is %+v, want no number", text, a)
		}
	}
}

func TestTimesIsExact(t *testing.T) {
	a, err := values.ParseAmount("0.1", values.Dot)
	if err != nil {
		t.Fatal(err)
	}
	if n, ok := a.Times(3000, 2); !ok || n != 30 {
		t.Errorf("3 at 0.10 are %d", n)
	}
	if n, ok := a.Times(-1500, 2); !ok || n != -15 {
		t.Errorf("-1.5 at 0.10 are %d", n)
	}
	large := values.Amount{Units: 1 << 62}
	if n, ok := large.Times(1<<40, 2); ok {
		t.Errorf("an amount beyond counting is %d", n)
	}
}

func TestPoint(t *testing.T) {
	tests := []struct {
		name   string
		column []string
		want   values.Point
	}{
		{"whole numbers", []string{"1", "20"}, values.NoPoint},
		{"a dot before cents", []string{"1,234", "2.55"}, values.Dot},
		{"a comma before cents", []string{"1.234", "2,55"}, values.Comma},
		{"thousands twice", []string{"1,234,567"}, values.Dot},
		{"three places after a zero", []string{"0.125"}, values.Dot},
		{"nothing decides", []string{"1,234", "5,678"}, values.Undecided},
		{"rows that contradict each other", []string{"1.5", "2,5"}, values.Mixed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var p values.Points
			for _, text := range tt.column {
				p.See(text)
			}
			if got := p.Point(); got != tt.want {
				t.Errorf("got %q, want %q", rune(got), rune(tt.want))
			}
		})
	}
}

func TestOrder(t *testing.T) {
	tests := []struct {
		name   string
		column []string
		want   values.Order
	}{
		{"ISO dates", []string{"2026-03-04"}, values.AnyOrder},
		{"a day past the twelfth comes first", []string{"3/4/2026", "13/4/2026"}, values.DayMonth},
		{"a day past the twelfth comes second", []string{"3/4/2026", "4/13/2026"}, values.MonthDay},
		{"full stops put the day first", []string{"3.4.2026"}, values.DayMonth},
		{"nothing decides", []string{"3/4/2026", "5/6/2026"}, values.AskOrder},
		{"the same either way", []string{"3/3/2026"}, values.AnyOrder},
		{"rows that contradict each other", []string{"13/4/2026", "4/13/2026"}, values.OrderMixed},
		{"what is no date says nothing", []string{"soon", "", "99/99/2026"}, values.AnyOrder},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var o values.Orders
			for _, text := range tt.column {
				o.See(text)
			}
			if got := o.Order(); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestParseDay(t *testing.T) {
	tests := []struct {
		text   string
		order  values.Order
		day    string
		minute app.Minute
	}{
		{"2010-12-01 08:26:00", "", "2010-12-01", 8*60 + 26},
		{"2010-12-01T23:59:59+02:00", "", "2010-12-01", 23*60 + 59},
		{"2025-10-07 09:50:26 +0200", "", "2025-10-07", 9*60 + 50},
		{"2010/12/1", "", "2010-12-01", 0},
		{"20101201", "", "2010-12-01", 0},
		{"1.12.2010 8:26", "", "2010-12-01", 8*60 + 26},
		{"1. 12. 2010", "", "2010-12-01", 0},
		{"3/4/2026", "dmy", "2026-04-03", 0},
		{"3/4/2026", "mdy", "2026-03-04", 0},
		{"12/31/10", "mdy", "2010-12-31", 0},
		{"13/4/99", "", "1999-04-13", 0},
		{"12/1/2010 3:04 PM", "mdy", "2010-12-01", 15*60 + 4},
		{"1 Dec 2010", "", "2010-12-01", 0},
		{"01-Dec-2010", "", "2010-12-01", 0},
		{"Dec 1, 2010 8:26 AM", "", "2010-12-01", 8*60 + 26},
		{"December 1, 2010", "", "2010-12-01", 0},
	}
	for _, tt := range tests {
		day, minute, err := values.ParseDay(tt.text, tt.order)
		if err != nil || day.String() != tt.day || minute != tt.minute {
			t.Errorf("%q %s is %s %s (%v), want %s %s", tt.text, tt.order, day, minute, err, tt.day, tt.minute)
		}
	}
	for _, text := range []string{
		"", "soon", "2010-02-30", "2010-13-01", "31/2/2010", "0/0/00", "3/4/2026", "1/2", "99/99/99", "2010-12-01x",
		"1.12/2010", "12345678", "-1-1-1", "3000-01-01",
	} {
		if day, _, err := values.ParseDay(text, ""); err == nil {
			t.Errorf("%q is %s, want no day", text, day)
		}
	}
	if day, _, err := values.ParseDay("13/4/2026", "mdy"); err == nil {
		t.Errorf("a month 13 is %s", day)
	}
}
