package values_test

import (
	"testing"
	"time"

	"ringback.app/app/importing/values"
)

func TestAnHourWithAZoneIsOfTheDayWhereTheShopIs(t *testing.T) {
	newYork, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	const stays = ""
	for text, want := range map[string]string{
		"2024-03-15T02:12:00Z": "2024-03-14 22:12", "2024-03-15 02:12:00 +0000": "2024-03-14 22:12", "2024-03-15T02:12:00.000+01:00": "2024-03-14 21:12",
		"2024-03-15T02:12+09:00": "2024-03-14 13:12", "2024-03-15T02:12-04:00": "2024-03-15 02:12", "2024-03-15 02:12:00 UTC": "2024-03-14 22:12",
		"2024-03-15 02:12:00 +0000 UTC": "2024-03-14 22:12", "Fri Mar 15 2024 02:12:00 GMT+0100 (CET)": "2024-03-14 21:12", "15.03.2024 02:12 MEZ": "2024-03-14 21:12",
		"Mar 15, 2024 2:12:00 AM UTC": "2024-03-14 22:12", "3/15/2024 2:12 AM GMT+9": "2024-03-14 13:12", "2024-03-14 23:30:00 PDT": "2024-03-15 02:30",
		"2024-03-15 02:12:00 Europe/Berlin": "2024-03-14 21:12", "2024-03-15 02:12:00 −0300": "2024-03-15 01:12",
		"2024-03-15 02:12": stays, "2024-03-15": stays, "2024-03-15 10:00-11:30": stays, "2024-03-15 02:12 IST": stays, "2024-03-15 02:12:00 +9900": stays, "2024-03-15 +0900": stays,
	} {
		m, err := values.ParseMoment(text, values.MonthDay)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		shop := m.In(newYork, nil)
		if got := shop.Day.String() + " " + shop.Minute.String(); want == stays && shop != m || want != stays && got != want {
			t.Errorf("%q is %s (%+v), want %q", text, got, m, want)
		}
	}
	m, err := values.ParseMoment("2024-03-15 02:12", values.AnyOrder)
	if got := m.In(newYork, time.UTC); err != nil || got.Day.String() != "2024-03-14" {
		t.Errorf("with the zone of its column it is %s (%v)", got.Day, err)
	}
	if m, err = values.ParseMoment("2024-03-15", values.AnyOrder); err != nil || m.In(newYork, time.UTC) != m {
		t.Errorf("a day without an hour became %+v (%v)", m.In(newYork, time.UTC), err)
	}
}

func TestZonesByTheirNames(t *testing.T) {
	noon := time.Date(2024, time.March, 15, 12, 0, 0, 0, time.UTC)
	for name, want := range map[string]string{
		"Created (UTC)": "12:00", "Created date (UTC)": "12:00", "created_utc": "12:00", "created_at_utc": "12:00", "Date UTC": "12:00", "Paid at (GMT+2)": "14:00", "Datum (MEZ)": "13:00",
		"Created (America/New_York)": "08:00", "Utcoming": "", "Amount (USD)": "", "Date (local)": "", "Created at": "", "Datum (dd/mm/yyyy)": "",
	} {
		zone := values.ZoneIn(name)
		if zone == nil && want != "" || zone != nil && noon.In(zone).Format("15:04") != want {
			t.Errorf("%q says %v, want %q", name, zone, want)
		}
	}
	for name, want := range map[string]string{"Eastern Time (US & Canada)": "08:00", "Pacific Time (US & Canada)": "05:00", "PDT": "05:00", "Europe/Berlin": "13:00", "CST": "", "n/a": "", "": "", "../etc/passwd": "", "+15:00": ""} {
		zone := values.ParseZone(name)
		if zone == nil && want != "" || zone != nil && noon.In(zone).Format("15:04") != want {
			t.Errorf("%q is %v, want %q", name, zone, want)
		}
	}
}

func TestWhichCellsHaveAnHour(t *testing.T) {
	for text, want := range map[string]bool{
		"2024-03-15": false, "2024-03-15T00:00:00Z": false, "3/15/2024 12:00:00 AM": false, "15.03.2024 0:00": false, "": false, ":": false, "1:": false,
		"2024-03-15 00:01": true, "3/15/2024 12:00 PM": true, "2024-03-15T02:00:00Z": true, "8:26": true,
	} {
		if got := values.HasHour(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestDaysAreReadBehindTheDayOfTheWeekAndTheMonth(t *testing.T) {
	for _, text := range []string{"Thursday, March 14, 2024", "Thu, Mar 14, 2024", "Thursday March 14, 2024", "Thursday, March 14, 2024 10:12 AM", "Donnerstag, März 14, 2024", "Thu Mar 14 2024 10:12:00PM", "thứ năm, 14 tháng 3, 2024", "Thứ 5, 14/03/2024", "Chủ nhật, 14/03/2024"} {
		if day, _, err := values.ParseDay(text, values.AnyOrder); err != nil || day.String() != "2024-03-14" {
			t.Errorf("%q is %s (%v)", text, day, err)
		}
	}
	if _, minute, err := values.ParseDay("2024-03-14 10:12:00PM", values.AnyOrder); err != nil || minute != 22*60+12 {
		t.Errorf("it is %s (%v)", minute, err)
	}
}
