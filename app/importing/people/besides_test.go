package people_test

import (
	"slices"
	"testing"

	"ringback.app/app/importing"
	"ringback.app/app/importing/importingtest"
)

func TestANamesakeOfOneStreetBirthdayOrFirmMayBeTheSame(t *testing.T) {
	const header = "Name,Street,City,Birthday,Company,Phone"
	for name, tt := range map[string]struct {
		first, second string
		said          string
	}{
		"one street":         {"Ann Lee,1 High St,Leeds,,,07911 123456", "Ann Lee,1 High St.,Leeds,,,0113 496 0000", "import.alike.address"},
		"one birthday":       {"Ann Lee,,,1980-03-19,,07911 123456", "Ann Lee,,,1980-03-19,,0113 496 0000", "import.alike.birthday"},
		"one firm":           {"Ann Lee,,,,Care Co,07911 123456", "Ann Lee,,,,Care Co,0113 496 0000", "import.alike.firm"},
		"nothing but a name": {"Ann Lee,,,,,07911 123456", "Ann Lee,,,,,0113 496 0000", ""},
		"another birthday":   {"Ann Lee,,,1980-03-19,,07911 123456", "Ann Lee,,,1981-03-19,,0113 496 0000", ""},
		"a neighbour":        {"Ann Lee,1 High St,Leeds,,,07911 123456", "Bob Ray,1 High St,Leeds,,,0113 496 0000", ""},
	} {
		t.Run(name, func(t *testing.T) {
			want, said := importing.Create, []string(nil)
			if tt.said != "" {
				want, said = importing.Possible, []string{tt.said}
			}
			book := importingtest.NewShelf()
			book.Settings.Country = "GB"
			p := importingtest.Look(t, book, importing.Options{}, importingtest.Table(header, tt.first, tt.second))
			if p.Items[1].Action != want || !slices.Equal(importingtest.Problems(p), said) {
				t.Errorf("in one file: %s, says %q", p.Items[1].Action, importingtest.Problems(p))
			}
			importingtest.Take(t, book, importingtest.Table(header, tt.first))
			p = importingtest.Take(t, book, importingtest.Table(header, tt.second))
			if p.Items[0].Action != want || !slices.Equal(importingtest.Problems(p), said) {
				t.Errorf("in a later file: %s, says %q", p.Items[0].Action, importingtest.Problems(p))
			}
			if p = importingtest.Take(t, book, importingtest.Table(header, tt.first, tt.second)); p.Summary.Same != 2 {
				t.Errorf("again: %v", importingtest.Actions(p))
			}
		})
	}
}
