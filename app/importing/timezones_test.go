package importing_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/exporting/cards"
	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestACardsOffsetIsTheCustomersTimeZoneAndGoesOutAsItCame(t *testing.T) {
	for _, tt := range []struct {
		name, version string
		lines         []string // beside the name
		zone          string
		out           []string // lines of what goes out, in either version
	}{
		{"4.0, where nobody lives", "4.0", []string{"TZ:+0545"}, "+05:45", []string{"TZ:+0545"}},
		{"4.0, as an offset", "4.0", []string{"TZ;VALUE=utc-offset:-0500"}, "-05:00", []string{"TZ;VALUE=utc-offset:-0500"}},
		{"3.0", "3.0", []string{"TZ:-05:00"}, "-05:00", []string{"TZ:-05:00"}},
		{"3.0, as a text", "3.0", []string{"TZ;VALUE=text:-05:00;EST;Raleigh/North America"}, "-05:00", []string{"TZ;VALUE=text:-05:00;EST;Raleigh/North America"}},
		{"2.1", "2.1", []string{"TZ:+09"}, "+09:00", []string{"TZ:+09"}},
		{"of a number in that zone", "3.0", []string{"TZ:-05:00", "TEL:+1 404 237 0123"}, "America/New_York", []string{"TZ:-05:00", "X-RINGBACK-TZ:America/New_York"}},
		{"of a number of the shop's country", "3.0", []string{"TZ:+0100", "TEL:030 90182010"}, "Europe/Berlin", []string{"TZ:+0100"}},
		{"letters in their country", "2.1", []string{"TZ:EST", "TEL:+1 404 237 0123"}, "America/New_York", []string{"TZ:EST"}},
		{"a name is all it says", "4.0", []string{"TZ:Asia/Tokyo", "TEL:+1 404 237 0123"}, "Asia/Tokyo", nil},
		{"a name beside an offset", "4.0", []string{"TZ:+0900", "TZ:Asia/Seoul"}, "Asia/Seoul", []string{"TZ:+0900", "TZ:Asia/Seoul"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			book.Settings.Country = "DE"
			came := importingtest.Cards("BEGIN:VCARD\r\nVERSION:" + tt.version + "\r\nFN:Ann Bell\r\nN:Bell;Ann;;;\r\n" + strings.Join(tt.lines, "\r\n") + "\r\nEND:VCARD\r\n")
			if p := importingtest.Take(t, book, came); len(importingtest.Problems(p)) > 0 {
				t.Errorf("said is %q", importingtest.Problems(p))
			}
			ann := book.Anyone(t)
			if ann.TimeZone != tt.zone {
				t.Fatalf("the zone is %q, want %q", ann.TimeZone, tt.zone)
			}
			if app.Location(ann.TimeZone, time.Local) == time.Local {
				t.Errorf("nobody knows %q", ann.TimeZone)
			}
			if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, came)); got[0] != importing.Same {
				t.Errorf("the same card again is %s", got)
			}
			for _, v := range []cards.Version{cards.V3, cards.V4} {
				out := string(cards.Append(nil, ann, v, ""))
				for _, line := range tt.out {
					if n := strings.Count(out, "\r\n"+line+"\r\n"); n != 1 {
						t.Errorf("%s: %q is there %d times:\n%s", v, line, n, out)
					}
				}
				if n := strings.Count(out, "\r\nTZ"); n != max(1, strings.Count(strings.Join(tt.lines, "\n"), "TZ")) {
					t.Errorf("%s: %d time zones in\n%s", v, n, out)
				}
				if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, importingtest.Cards(out))); got[0] != importing.Same {
					t.Errorf("what goes out in %s comes back as %s", v, got)
				}
				other := importingtest.NewShelf()
				importingtest.Take(t, other, importingtest.Cards(out))
				if got := other.Anyone(t).TimeZone; got != tt.zone {
					t.Errorf("%s brings %q to another book", v, got)
				}
			}
		})
	}
}

func TestATimeZoneThatNobodyCanReadIsSaidOnceAndKept(t *testing.T) {
	for _, zone := range []string{"1:00", "EST", "as at home"} {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:+493090182010", "TZ:"+zone)))
		if got := importingtest.Problems(p); !slices.Equal(got, []string{"import.card.time-zone"}) {
			t.Errorf("of %q is said %q", zone, got)
		}
		ann := book.Anyone(t)
		if out := string(cards.Append(nil, ann, cards.V4, "")); ann.TimeZone != "" || !strings.Contains(out, "\r\nTZ:"+zone+"\r\n") {
			t.Errorf("%q is %q, and goes out as\n%s", zone, ann.TimeZone, out)
		}
	}
}

func TestAZoneTypedAsAnOffsetComesBackAsThat(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Cards(importingtest.Card("FN:Ann Bell", "TEL:+1 404 237 0123")))
	ann := book.Anyone(t)
	ann.TimeZone = "-05:00"
	for v, line := range map[cards.Version]string{cards.V3: "TZ:-05:00", cards.V4: "TZ;VALUE=utc-offset:-0500"} {
		out := string(cards.Append(nil, ann, v, ""))
		if !strings.Contains(out, "\r\n"+line+"\r\n") {
			t.Errorf("no %q in\n%s", line, out)
		}
		other := importingtest.NewShelf()
		importingtest.Take(t, other, importingtest.Cards(out))
		if got := other.Anyone(t).TimeZone; got != "-05:00" {
			t.Errorf("%s brings %q", v, got)
		}
	}
}

func TestALaterCardNamesTheZoneThatAnOffsetStoodFor(t *testing.T) {
	for _, tt := range []struct {
		first, later, want string
		said               []string
	}{
		{"TZ:-0500", "TZ:America/New_York", "America/New_York", nil},
		{"TZ:America/New_York", "TZ:-0500", "America/New_York", nil},
		{"TZ:America/New_York", "TZ:+0900", "America/New_York", []string{"import.card.kept"}},
		{"TZ:-0500", "TZ:+0900", "-05:00", []string{"import.card.kept"}},
		{"TITLE:Joiner", "TZ:+0900", "+09:00", nil},
	} {
		book := importingtest.NewShelf()
		importingtest.Take(t, book, importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", tt.first)))
		later := importingtest.Cards(importingtest.Card("UID:1", "FN:Ann Bell", tt.later))
		p := importingtest.Take(t, book, later)
		if got := book.Anyone(t).TimeZone; got != tt.want || !slices.Equal(importingtest.Problems(p), tt.said) {
			t.Errorf("%s after %s is %q, and %q is said", tt.later, tt.first, got, importingtest.Problems(p))
		}
		if got := importingtest.Actions(importingtest.Look(t, book, importing.Options{}, later)); got[0] != importing.Same {
			t.Errorf("%s after %s a second time is %s", tt.later, tt.first, got)
		}
	}
}
