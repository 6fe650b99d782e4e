package merging_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/merging"
)

const anyPhone = "+358401234567"

func with(c app.Customer, change func(*app.Customer)) app.Customer {
	change(&c)
	return c
}

func living(c app.Customer, street, code, city string) app.Customer {
	c.Addresses = []app.Address{{Street: street, PostalCode: code, City: city}}
	return c
}

func inCountry(country string) func(*app.Customer) {
	return func(c *app.Customer) { c.Addresses[0].Country = country }
}

func mailed(c app.Customer, address string) app.Customer {
	c.Emails = []app.Email{{Address: address}}
	return c
}

func referred(c app.Customer, kind app.ReferenceKind, value string) app.Customer {
	c.References = append(c.References, app.Reference{Kind: kind, Value: value})
	return c
}

func TestWhoMayBeOnePerson(t *testing.T) {
	maija := person(1, "Maija Korhonen", anyPhone)
	for _, tt := range []struct {
		name string
		a, b app.Customer
		want []merging.What
	}{
		{"the same number and name", maija, person(2, "Korhonen, Maija", anyPhone), []merging.What{merging.SamePhone}},
		{"the same number, and an initial", maija, person(2, "M. Korhonen", anyPhone), []merging.What{merging.SamePhone}},
		{"the same number, and no name", maija, person(2, "", anyPhone), []merging.What{merging.SamePhone}},
		{"a household with one number", maija, person(2, "Matti Korhonen", anyPhone), nil},
		{"a slip in the name", maija, person(2, "Maija Korhosen", anyPhone), []merging.What{merging.SamePhone}},
		{"a slip in the letter that it begins with", mailed(person(1, "Anna Ek", ""), "ek@example.com"), mailed(person(2, "Hanna Ek", ""), "ek@example.com"), []merging.What{merging.SameEmail}},
		{"another letter at the beginning", person(1, "Katja Ek", anyPhone), person(2, "Natja Ek", anyPhone), []merging.What{merging.SamePhone}},
		{"a slip, and no number in common", maija, person(2, "Maija Korhosen", "+358409999999"), nil},
		{"a slip, and one cannot be reached", maija, person(2, "Maija Korhosen", ""), nil},
		{"a slip, and a birthday alone", with(person(1, "Jon Ek", "+46701234567"), born("1980-03-19")), with(person(2, "John Ek", anyPhone), born("1980-03-19")), nil},
		{
			"twins", with(person(1, "Tom Ek", anyPhone), born("1980-03-19")), with(person(2, "Eva Ek", anyPhone), born("1980-03-19")),
			[]merging.What{merging.SamePhone, merging.SameBirth},
		},
		{"brothers", with(person(1, "Tom Ek", anyPhone), born("1980-03-19")), with(person(2, "Eva Ek", anyPhone), born("1982-03-19")), nil},
		{
			"one card, and a slip", referred(person(1, "Jon Ek", anyPhone), app.ReferenceVCard, "u"),
			referred(person(2, "John Ek", anyPhone), app.ReferenceVCard, "u"),
			[]merging.What{merging.SameCard, merging.SamePhone},
		},
		{"a couple nearly of one name", person(1, "Mr Jan Ek", anyPhone), person(2, "Mrs Jane Ek", anyPhone), nil},
		{"namesakes", maija, person(2, "Maija Korhonen", "+358409999999"), nil},
		{
			"a number once typed without its country", maija,
			with(person(2, "Maija Korhonen", ""), func(c *app.Customer) { c.Phones = []app.Phone{{Typed: "+358 40 123 4567"}} }),
			[]merging.What{merging.SamePhone},
		},
		{
			"a number with the way out before its country", maija,
			with(person(2, "Maija Korhonen", ""), func(c *app.Customer) { c.Phones = []app.Phone{{Typed: "00358 40 123 4567"}} }),
			[]merging.What{merging.SamePhone},
		},
		{
			"two extensions of one number", maija,
			with(person(2, "Maija Korhonen", ""), func(c *app.Customer) {
				c.Phones = []app.Phone{{Typed: "040 1234567 x 2", E164: anyPhone, Extension: "2"}}
			}), nil,
		},
		{
			"words for a number", with(person(1, "Bo Ek", ""), func(c *app.Customer) { c.Phones = []app.Phone{{Typed: "ask 1", Unfit: app.UnfitUnreadable}} }),
			with(person(2, "Bo Ek", ""), func(c *app.Customer) { c.Phones = []app.Phone{{Typed: "ask 1", Unfit: app.UnfitUnreadable}} }),
			[]merging.What{merging.SameName},
		},
		{"the same mail", mailed(person(1, "Bo Ek", ""), "bo@example.com"), mailed(person(2, "B. Ek", ""), "Bo@Example.com"), []merging.What{merging.SameEmail}},
		{"a couple with one mail", mailed(person(1, "Bo Ek", ""), "ek@example.com"), mailed(person(2, "Eva Ek", ""), "ek@example.com"), nil},
		{
			"the same name and street", living(person(1, "Bo Ek", ""), "Oak St. 4", "00100", "Helsinki"),
			living(person(2, "Bo Ek", ""), "oak st 4", "", "helsinki"),
			[]merging.What{merging.SameAddress},
		},
		{
			"the street in another town", living(person(1, "Bo Ek", "+46701234567"), "Oak St. 4", "00100", ""),
			living(person(2, "Bo Ek", anyPhone), "Oak St. 4", "33100", ""), nil,
		},
		{
			"the street in another country", with(living(person(1, "Bo Ek", "+46701234567"), "Oak St. 4", "", ""), inCountry("Netherlands")),
			with(living(person(2, "Bo Ek", anyPhone), "Oak St. 4", "", ""), inCountry("GB")), nil,
		},
		{
			"the street in one country, written in two ways", with(living(person(1, "Bo Ek", "+46701234567"), "Oak St. 4", "", ""), inCountry("Netherlands")),
			with(living(person(2, "Bo Ek", anyPhone), "Oak St. 4", "", ""), inCountry("NL")),
			[]merging.What{merging.SameAddress},
		},
		{
			"the same name and birthday", with(person(1, "Bo Ek", "+46701234567"), born("1980-03-19")), with(person(2, "Bo Ek", anyPhone), born("1980-03-19")),
			[]merging.What{merging.SameBirth},
		},
		{"the same name and day of the year", with(person(1, "Bo Ek", "+46701234567"), born("--03-19")), with(person(2, "Bo Ek", anyPhone), born("--03-19")), nil},
		{
			"the same name and firm", with(person(1, "Bo Ek", "+46701234567"), employed), with(person(2, "Bo Ek", anyPhone), employed),
			[]merging.What{merging.SameFirm},
		},
		{
			"the same name and street under two numbers of the shop's", referred(living(person(1, "Bo Ek", "+46701234567"), "Oak St. 4", "", ""), app.ReferenceShop, "7"),
			referred(living(person(2, "Bo Ek", anyPhone), "Oak St. 4", "", ""), app.ReferenceShop, "8"), nil,
		},
		{"a name, and one cannot be reached", maija, person(2, "Korhonen, Maija", ""), []merging.What{merging.SameName}},
		{"a name, and neither can be reached", person(1, "Maija Korhonen", ""), person(2, "Mrs. Maija Korhonen", ""), []merging.What{merging.SameName}},
		{
			"a name, and one is numbered", referred(person(1, "Bo Ek", ""), app.ReferenceShop, "7"), person(2, "Bo Ek", anyPhone),
			[]merging.What{merging.SameName},
		},
		{
			"a name, and two numbers of the shop's", referred(person(1, "Bo Ek", ""), app.ReferenceShop, "7"),
			referred(person(2, "Bo Ek", anyPhone), app.ReferenceShop, "8"), nil,
		},
		{
			"a name in two cards of an address book", referred(person(1, "Bo Ek", ""), app.ReferenceVCard, "u"),
			referred(person(2, "Bo Ek", anyPhone), app.ReferenceVCard, "v"),
			[]merging.What{merging.SameName},
		},
		{"namesakes, one with a number and one with mail", maija, mailed(person(2, "Maija Korhonen", ""), "m@example.com"), nil},
		{"a household, of whom one cannot be reached", maija, person(2, "Matti Korhonen", ""), nil},
		{"an initial, and nothing else", maija, person(2, "M. Korhonen", ""), nil},
		{"a father and a son", maija, person(2, "Maija Korhonen Jr.", ""), nil},
		{"no names and nothing else", person(1, "", ""), person(2, "", ""), nil},
		{"an initial at the same street", living(person(1, "Bo Ek", ""), "Oak St. 4", "", ""), living(person(2, "B Ek", ""), "Oak St. 4", "", ""), nil},
		{"nobody named at the same street", living(person(1, "", ""), "Oak St. 4", "", ""), living(person(2, "", ""), "Oak St. 4", "", ""), nil},
		{
			"the shop's number, whatever the name", referred(person(1, "Bo Ek", ""), app.ReferenceShop, "7"),
			referred(person(2, "Care Co", ""), app.ReferenceShop, "7"),
			[]merging.What{merging.SameNumber},
		},
		{
			"one card", referred(person(1, "Bo Ek", ""), app.ReferenceVCard, "u"),
			referred(person(2, "Bosse", ""), app.ReferenceVCard, "u"),
			[]merging.What{merging.SameCard},
		},
		{
			"both in the archive", with(maija, func(c *app.Customer) { c.Archived = true }),
			with(person(2, "Maija Korhonen", anyPhone), func(c *app.Customer) { c.Archived = true }), nil,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBook(tt.a, tt.b)
			desk := merging.New(b)
			pairs, err := desk.Find(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			var got []merging.What
			for _, p := range pairs {
				for _, s := range p.Signs {
					got = append(got, s.What)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("found %v, want %v", got, tt.want)
			}
			of, err := desk.FindOf(t.Context(), tt.b.ID)
			if err != nil || !reflect.DeepEqual(of, pairs) {
				t.Errorf("asked for the second alone: %v, %v", of, err)
			}
		})
	}
}

func TestTheSurestComeFirst(t *testing.T) {
	b := newBook(
		person(1, "A. Berg", anyPhone), person(2, "Ann Berg", anyPhone),
		mailed(person(3, "Bo Ek", "+46701234567"), "bo@example.com"), mailed(person(4, "Bo Ek", "+46701234567"), "bo@example.com"),
		person(5, "Cy Dahl", "+4512345678"), person(6, "Cy Dahl", "+4512345678"),
		person(7, "Di Falk", ""), person(8, "Di Falk", "+4687654321"),
	)
	if got, want := find(t, b), [][2]int{{3, 4}, {5, 6}, {1, 2}, {7, 8}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestWhoAreTwoPeopleAreNotOfferedAgain(t *testing.T) {
	b := newBook(person(1, "Jan Nowak", anyPhone), person(2, "Jan Nowak", anyPhone))
	desk := merging.New(b)
	if err := desk.KeepApart(t.Context(), id(2), id(1)); err != nil {
		t.Fatal(err)
	}
	if got := find(t, b); len(got) != 0 {
		t.Errorf("offered %v", got)
	}
	if err := desk.ForgetApart(t.Context(), id(1), id(2)); err != nil {
		t.Fatal(err)
	}
	if got := find(t, b); len(got) != 1 {
		t.Errorf("taken back, and offered %v", got)
	}
}

func TestFindOfSomebodyWhoHasGoneFindsNobody(t *testing.T) {
	pairs, err := merging.New(newBook()).FindOf(t.Context(), id(1))
	if err != nil || len(pairs) != 0 {
		t.Errorf("%v, %v", pairs, err)
	}
}

// Of a household nobody is read again whose name says that they are somebody else.
func TestHouseholdsAreReadOnce(t *testing.T) {
	var all []app.Customer
	for n := range 300 {
		c := person(n+1, []string{"Tom", "Eva", "Birgit"}[n%3]+" Korhonen", fmt.Sprintf("+3584012%05d", n/3))
		c.Birthday = fmt.Sprintf("%d-03-19", 1700+n)
		all = append(all, c)
	}
	b := newBook(all...)
	if got := find(t, b); len(got) != 0 || b.reads != len(all) {
		t.Errorf("found %v, and read %d records for %d people", got, b.reads, len(all))
	}
}

// Everybody of a large firm has its number: that says nothing of who they are,
// and they must not all be compared with each other.
func TestASwitchboardCostsNoMoreThanItsPeople(t *testing.T) {
	var all []app.Customer
	for n := range 3000 {
		all = append(all, person(n+1, fmt.Sprintf("Somebody %d", n), anyPhone))
	}
	all = append(all, person(5000, "Somebody 77", anyPhone))
	b := newBook(all...)
	if got, want := find(t, b), [][2]int{{78, 5000}}; !reflect.DeepEqual(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
	if b.reads > 2*len(all) {
		t.Errorf("%d records read for %d people", b.reads, len(all))
	}
}

// A book of people without a name worth the word, as tills write them, must not
// compare all with all; whoever stands out by a name of their own is found there
// all the same.
func TestANameThatThousandsBearCostsNoMoreThanItsPeople(t *testing.T) {
	var all []app.Customer
	for n := range 3000 {
		all = append(all, person(n+1, "Walk-in customer", ""))
	}
	all = append(all, person(5000, "Ann Berg", ""), person(5001, "Ann Berg", anyPhone))
	b := newBook(all...)
	got := find(t, b)
	if !slices.Contains(got, [2]int{5000, 5001}) || !slices.Contains(got, [2]int{1, 3000}) || len(got) > 3*len(all) {
		t.Errorf("found %d pairs", len(got))
	}
	if b.reads > 5*len(all) {
		t.Errorf("%d records read for %d people", b.reads, len(all))
	}
}

// Where everybody can be reached, or is numbered, nobody is read again for a name
// that others have.
func TestNamesakesWhoAreToldApartAreReadOnce(t *testing.T) {
	var all []app.Customer
	for n := range 200 {
		c := person(n+1, fmt.Sprintf("Somebody %d", n%20), fmt.Sprintf("+3584012%05d", n))
		if n%20 < 10 {
			c = referred(person(n+1, c.Name.Full, ""), app.ReferenceShop, fmt.Sprint(n))
		}
		all = append(all, c)
	}
	b := newBook(all...)
	if got := find(t, b); len(got) != 0 || b.reads != len(all) {
		t.Errorf("found %v, and read %d records for %d people", got, b.reads, len(all))
	}
}

func TestFindFindsWhatComparingAllWithAllFinds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	names := []string{"Ann Berg", "A. Berg", "Berg", "Bo Ek", "", "Eva Ek", "Anne Berg", "Hanna Berg", "Anna Berg", "Ewa Ek"}
	var all []app.Customer
	for n := range 60 {
		c := person(n+1, names[r.IntN(len(names))], fmt.Sprintf("+35840123456%d", r.IntN(10)))
		if r.IntN(4) == 0 {
			c.Phones = nil
		}
		if r.IntN(4) == 0 {
			c = referred(c, app.ReferenceShop, fmt.Sprint(n))
		}
		if r.IntN(2) == 0 {
			c = mailed(c, fmt.Sprintf("m%d@example.com", r.IntN(12)))
		}
		if r.IntN(2) == 0 {
			c = living(c, fmt.Sprintf("Oak Street %d", r.IntN(6)), "", "")
		}
		if r.IntN(3) == 0 {
			c.Birthday = fmt.Sprintf("1980-03-%d", 10+r.IntN(4))
		}
		if r.IntN(4) == 0 {
			c = referred(c, app.ReferenceVCard, fmt.Sprint(r.IntN(10)))
		}
		all = append(all, c)
	}
	want := map[[2]int]bool{}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if len(merging.Signs(a, b)) > 0 {
				want[[2]int{number(a.ID), number(b.ID)}] = true
			}
		}
	}
	got := find(t, newBook(all...))
	if len(got) != len(want) || len(want) < 20 {
		t.Errorf("%d pairs, want %d", len(got), len(want))
	}
	for _, p := range got {
		if !want[p] {
			t.Errorf("%v are not alike", p)
		}
	}
}

func TestPeopleAreCountedOnce(t *testing.T) {
	pair := func(a, b int) merging.Pair { return merging.Pair{A: id(a), B: id(b)} }
	for _, tt := range []struct {
		name  string
		pairs []merging.Pair
		want  int
	}{
		{"nobody", nil, 0},
		{"one twice", []merging.Pair{pair(1, 2)}, 1},
		{"two twice", []merging.Pair{pair(1, 2), pair(3, 4)}, 2},
		{"one three times", []merging.Pair{pair(1, 2), pair(2, 3), pair(1, 3)}, 1},
		{"one four times, in a ring", []merging.Pair{pair(1, 2), pair(3, 4), pair(2, 4), pair(1, 3)}, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := merging.People(tt.pairs); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func TestWhatTwoHaveInCommonThoughNothingSpeaksForThem(t *testing.T) {
	const elsewhere = "+358409999999"
	for name, c := range map[string]struct {
		a, b app.Customer
		want []merging.What
	}{
		"a household":  {living(person(1, "Bill Smith", anyPhone), "Oak St 4", "1", "Turku"), living(person(2, "William Smith", anyPhone), "Oak St 4", "1", "Turku"), []merging.What{merging.SamePhone, merging.SameAddress}},
		"namesakes":    {person(1, "Ann Smith", anyPhone), person(2, "Ann Smith", elsewhere), []merging.What{merging.CommonName}},
		"two at all":   {person(1, "Ann Smith", anyPhone), person(2, "Bo Ek", elsewhere), nil},
		"the nameless": {person(1, "", anyPhone), person(2, "", elsewhere), nil},
	} {
		t.Run(name, func(t *testing.T) {
			p := propose(t, newBook(c.a, c.b))
			var got []merging.What
			for _, s := range p.Common {
				got = append(got, s.What)
			}
			if len(p.Signs) > 0 || !slices.Equal(got, c.want) {
				t.Errorf("in common %v, want %v; signs %v", got, c.want, p.Signs)
			}
		})
	}
}

func born(day string) func(*app.Customer) { return func(c *app.Customer) { c.Birthday = day } }

func employed(c *app.Customer) { c.Firm = "Care Co" }
