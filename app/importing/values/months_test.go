package values_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/values"
)

func TestMonthsAreReadByTheirNames(t *testing.T) {
	for text, minute := range map[string]app.Minute{
		"3 avril 2026": 0, "3. April 2026": 0, "03-avr-2026": 0, "3 avr. 2026": 0, "3 de abril de 2026": 0, "3 aprile 2026": 0, "le 3 avril 2026": 0,
		"3e avril 2026": 0, "April 3rd, 2026": 0, "3rd April 2026": 0, "3º de abril de 2026": 0, "den 3:e april 2026": 0,
		"3. huhtikuuta 2026": 0, "3 kwietnia 2026": 0, "3 Απριλίου 2026": 0, "3 tháng 4, 2026": 0, "ngày 3 tháng 4 năm 2026": 0, "03/abr/2026": 0,
		"3. Apr. 2026 14:05": 14*60 + 5, "3 avril 2026 14:05:30": 14*60 + 5, "3-apr.-26": 0, "3 apr 2026": 0,
	} {
		day, got, err := values.ParseDay(text, values.AnyOrder)
		if err != nil || day.String() != "2026-04-03" || got != minute {
			t.Errorf("%q is %s %s (%v)", text, day, got, err)
		}
	}
	for text, want := range map[string]string{
		"1. März 2026": "2026-03-01", "24 décembre 2025": "2025-12-24", "15 août 2025": "2025-08-15", "1 mei 2026": "2026-05-01",
		"12 grudnia 2025": "2025-12-12", "14 марта 2024": "2024-03-14", "14 марта 2024 г.": "2024-03-14", "14. března 2024": "2024-03-14",
		"14 Mart 2024": "2024-03-14", "2024. március 14.": "2024-03-14", "14 martie 2024": "2024-03-14", "14 березня 2024": "2024-03-14", "Mar-14-24": "2024-03-14",
		"Do, 14.03.2024": "2024-03-14", "Do. 14.03.2024": "2024-03-14", "Donnerstag, 14. März 2024": "2024-03-14", "чт 14.03.2024": "2024-03-14",
		"Thu 2024-03-14": "2024-03-14", "2024年3月14日": "2024-03-14", "2024년 3월 14일": "2024-03-14", "Nr 14.03.2024": "",
		"1er mai 2024": "2024-05-01", "le 1er mai 2024": "2024-05-01", "May 1st, 2024": "2024-05-01", "1x mai 2024": "",
		"1er mai": "", "32 avril 2026": "", "avril 2026": "", "3 tháng 14, 2026": "", "Mai": "", "30 février 2026": "",
	} {
		day, _, err := values.ParseDay(text, values.AnyOrder)
		if got := day.String(); err == nil && got != want || err != nil && want != "" {
			t.Errorf("%q is %s (%v), want %q", text, got, err, want)
		}
	}
}

func TestTheDayOfTheWeekDoesNotHideTheOrder(t *testing.T) {
	var orders values.Orders
	orders.See("Thu, 03/14/2024")
	if got := orders.Order(); got != values.MonthDay {
		t.Errorf("the order is %q", got)
	}
	if day, minute, err := values.ParseDay("2024年3月14日 10:12", values.AnyOrder); err != nil || day.String() != "2024-03-14" || minute != 10*60+12 {
		t.Errorf("%s %s %v", day, minute, err)
	}
}
