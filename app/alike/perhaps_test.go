package alike_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/alike"
)

func TestTwoNamesAreOneButForASlip(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Jon Smith", "John Smith", true},
		{"Smith, Jon", "Mr John SMITH", true},
		{"Stefan Meier", "Stefan Maier", true},
		{"Anna Berg", "Hanna Berg", true},
		{"Brian Lee", "Brain Lee", true},
		{"Zoë Lund", "Zoë Lunde", true},
		{"Αννα Ρου", "Άνα Ρου", true},
		{"김철수", "김철주", true},
		{"Jon", "John", true},
		{"Jon Smith", "Jan Smyth", false},
		{"Jon Smith", "Joseph Smith", false},
		{"Abe Lee", "Bea Lee", false},
		{"Bo Ek", "Bob Ek", false},
		{"Al Ek", "Ed Ek", false},
		{"Jon Smith", "John A. Smith", false},
		{"Jon Smith", "Jon Smith", false},
		{"Guest 101", "Guest 102", false},
		{"Room12 Smith", "Room2 Smith", false},
		{"山田太郎", "山田次郎", false},
		{"Jon Smith Sr.", "John Smith Jr.", false},
		{"Mr Jan Smith", "Mrs Jane Smith", false},
		{"Mr Jon Smith", "Mr John Smith", true},
		{"", "Jon", false},
		{"", "", false},
	} {
		t.Run(tt.a+" and "+tt.b, func(t *testing.T) {
			a, b := named(tt.a), named(tt.b)
			if got := alike.Misspelt(a, b); got != tt.want || alike.Misspelt(b, a) != got {
				t.Errorf("got %t, the other way round %t", got, alike.Misspelt(b, a))
			}
			if got := alike.Perhaps(a, b); got != tt.want || alike.Perhaps(b, a) != got {
				t.Errorf("perhaps %t, the other way round %t", got, alike.Perhaps(b, a))
			}
		})
	}
}

func TestABirthdayMakesOneOfTwoNamesPerhaps(t *testing.T) {
	for name, tt := range map[string]struct {
		a, b, born, other string
		want              bool
	}{
		"another name":             {"Anna Lund", "Anna Berg", "1980-03-19", "1980-03-19", true},
		"twins":                    {"Tom Lund", "Eva Lund", "1980-03-19", "1980-03-19", true},
		"another day":              {"Anna Lund", "Anna Berg", "1980-03-19", "1981-03-19", false},
		"a day without its year":   {"Anna Lund", "Anna Berg", "--03-19", "--03-19", false},
		"nothing known":            {"Anna Lund", "Anna Berg", "", "", false},
		"a couple":                 {"Mr Smith", "Mrs Smith", "1980-03-19", "1980-03-19", false},
		"a father and a son":       {"Tom Lund Sr.", "Tom Lund Jr.", "1980-03-19", "1980-03-19", false},
		"a slip, and another year": {"Jon Lund", "John Lund", "1950-03-19", "1980-03-19", true},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := app.Customer{Name: app.Name{Full: tt.a}, Birthday: tt.born}, app.Customer{Name: app.Name{Full: tt.b}, Birthday: tt.other}
			if got := alike.Perhaps(a, b); got != tt.want || alike.Perhaps(b, a) != got {
				t.Errorf("got %t, the other way round %t", got, alike.Perhaps(b, a))
			}
		})
	}
}
