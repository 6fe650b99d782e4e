package alike_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/alike"
)

func named(name string) app.Customer { return app.Customer{Name: app.Name{Full: name}} }

func TestNames(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want alike.Likeness
	}{
		{"Maija Korhonen", "Maija Korhonen", alike.Same},
		{"Korhonen, Maija", "Ms Maija KORHONEN", alike.Same},
		{"José Muñoz", "jose munoz", alike.Same},
		{"M. Korhonen", "Maija Korhonen", alike.Near},
		{"Korhonen", "Maija Korhonen", alike.Near},
		{"", "Maija Korhonen", alike.Near},
		{"", "", alike.Same},
		{"Matti Korhonen", "Maija Korhonen", alike.Other},
		{"J. Korhonen", "Maija Korhonen", alike.Other},
		{"Joerg Mueller", "Jörg Müller", alike.Near},
		{"Haakon Groenn", "Håkon Grønn", alike.Near},
		{"Joerg Mueller", "Jörg Maier", alike.Other},
		{"Anna Anna", "Anna Berg", alike.Other},
		{"John Smith Sr.", "John Smith Jr.", alike.Other},
		{"John Smith, Senior", "Smith, John Junior", alike.Other},
		{"Smith Sr.", "Smith Jr.", alike.Other},
		{"John Smith Sr.", "John Smith", alike.Near},
		{"John Smith Jr.", "John Smith", alike.Near},
		{"John Smith Jr.", "John SMITH jr", alike.Same},
		{"Sr. Juan Pérez", "Juan Pérez", alike.Same},
		{"Tom Senior", "Senior, Tom", alike.Same},
		{"Mr Smith", "Mrs Smith", alike.Other},
		{"Herr Müller", "Frau Dr. Müller", alike.Other},
		{"Sr. García", "Sra. García", alike.Other},
		{"Mr John Smith", "Mrs Smith", alike.Other},
		{"Mr Chris Smith", "Mrs Chris Smith", alike.Near},
		{"Mrs John Smith", "John Smith", alike.Near},
		{"Mrs Anna Smith", "Anna Smith", alike.Same},
		{"Mrs Smith", "Ms Smith", alike.Same},
		{"Mr and Mrs Smith", "Mr Smith", alike.Near},
		{"Mlle Anne Petit", "Mme Anne Petit", alike.Same},
		{"Trần Dung", "Trần Dũng", alike.Near},
		{"Nguyễn Thị Hoa", "Nguyễn Thị Hòa", alike.Near},
		{"Lê Hoa", "Lê Hòa", alike.Near},
		{"Lê Hoà", "Lê Hòa", alike.Same},
		{"Tran Dung", "Trần Dũng", alike.Same},
		{"Trần Du\u0303ng", "TRẦN DŨNG", alike.Same},
		{"Eric Lévêque", "Éric Lévêque", alike.Same},
		{"José Munoz", "Jose Muñoz", alike.Same},
		{"ΠΑΠΑΔΟΠΟΥΛΟΣ Γιώργος", "Παπαδόπουλος Γιώργος", alike.Same},
		{"Eva Åberg", "Eva Äberg", alike.Near},
		{"かき", "かぎ", alike.Near},
		{"Anne-Marie Roy", "Anne Marie Roy", alike.Same},
		{"Jean\u2011Luc Roy", "Jean-Luc Roy", alike.Same},
		{"Jean\u2010Luc Roy", "Roy, Jean Luc", alike.Same},
		{"Zoë-Anne Roy", "Zoe Anne Roy", alike.Same},
		{"J.-L. Roy", "Jean-Luc Roy", alike.Near},
		{"Ann Smith-Jones", "Ann Smith", alike.Near},
		{"Anne-Marie Roy", "Anne-Sophie Roy", alike.Other},
		{"山田太郎", "山田 太郎", alike.Same},
		{"山田\u3000太郎", "山田太郎", alike.Same},
		{"山田太郎", "山田 次郎", alike.Other},
		{"ジョン・スミス", "ジョン スミス", alike.Same},
		{"かぎ こ", "かきこ", alike.Other},
		{"김철수", "김 철수", alike.Same},
	} {
		t.Run(tt.a+" and "+tt.b, func(t *testing.T) {
			if got := alike.Names(named(tt.a), named(tt.b)); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
			if got := alike.Names(named(tt.b), named(tt.a)); got != tt.want {
				t.Errorf("the other way round got %d, want %d", got, tt.want)
			}
		})
	}
}

func TestWhatStandsBehindANameTellsAFatherFromASon(t *testing.T) {
	suffixed := func(suffix string) app.Customer {
		return app.Customer{Name: app.Name{Full: "John Smith", Given: "John", Family: "Smith", Suffix: suffix}}
	}
	for _, tt := range []struct {
		a, b string
		want alike.Likeness
	}{{"Sr.", "Jr.", alike.Other}, {"Senior", "Junior", alike.Other}, {"Sr.", "", alike.Near}, {"Jr.", "jr", alike.Same}, {"PhD", "", alike.Same}} {
		if got := alike.Names(suffixed(tt.a), suffixed(tt.b)); got != tt.want {
			t.Errorf("%q and %q: got %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

func TestATitleApartFromTheNameTellsACouple(t *testing.T) {
	titled := func(prefix, full string) app.Customer {
		return app.Customer{Name: app.Name{Full: full, Prefix: prefix}}
	}
	for _, tt := range []struct {
		a, b app.Customer
		want alike.Likeness
	}{
		{titled("Mr", "Chris Smith"), titled("Mrs", "Chris Smith"), alike.Near},
		{titled("M.", "Dupont"), titled("Mme", "Dupont"), alike.Other},
		{titled("Herr", "Müller"), titled("", "Frau Müller"), alike.Other},
		{titled("Mr & Mrs", "Smith"), titled("Mrs", "Smith"), alike.Same},
		{titled("Dr.", "Smith"), titled("Mrs", "Smith"), alike.Same},
	} {
		if got := alike.Names(tt.a, tt.b); got != tt.want {
			t.Errorf("%+v and %+v: got %d, want %d", tt.a.Name, tt.b.Name, got, tt.want)
		}
	}
}

func TestAFirmIsItsOwnNameWherePeopleAreNotNamed(t *testing.T) {
	firm := app.Customer{Firm: "Bakery Berg"}
	if alike.Names(firm, app.Customer{Firm: "bakery berg"}) != alike.Same {
		t.Error("the same firm is another one")
	}
	if alike.Names(firm, app.Customer{Name: app.Name{Full: "Anna Lund"}, Firm: "Bakery Berg"}) != alike.Other {
		t.Error("somebody of the firm is the firm")
	}
}

func numbered(numbers ...string) app.Customer {
	c := app.Customer{References: []app.Reference{{Kind: app.ReferenceVCard, Value: "u"}}}
	for _, n := range numbers {
		c.References = append(c.References, app.Reference{Kind: app.ReferenceShop, Value: n})
	}
	return c
}

func TestToldApart(t *testing.T) {
	for name, tt := range map[string]struct {
		a, b app.Customer
		want bool
	}{
		"no numbers":                  {numbered(), numbered(), false},
		"one has a number":            {numbered("1"), numbered(), false},
		"the same number":             {numbered("1"), numbered("1"), false},
		"two numbers":                 {numbered("1"), numbered("2"), true},
		"merged, the first of theirs": {numbered("1", "2"), numbered("1"), false},
		"one without its zeros":       {numbered("00512"), numbered("512"), false},
		"letters keep theirs":         {numbered("00A"), numbered("A"), true},
		"merged, the second":          {numbered("1", "2"), numbered("2"), false},
		"merged, a third":             {numbered("1", "2"), numbered("3"), true},
	} {
		t.Run(name, func(t *testing.T) {
			if got := alike.ToldApart(tt.a, tt.b); got != tt.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestBornApart(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"1950-01-01", "1980-01-01", true},
		{"1950-01-01", "1950-01-01", false},
		{"1950-01-01", "--01-01", false},
		{"1950-01-01", "", false},
		{"--05-01", "--06-01", false},
	} {
		if got := alike.BornApart(app.Customer{Birthday: tt.a}, app.Customer{Birthday: tt.b}); got != tt.want {
			t.Errorf("%q and %q: got %t", tt.a, tt.b, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	plus, typed := app.Phone{Typed: "040 123 4567", E164: "+358401234567"}, app.Phone{Typed: "040-1234567"}
	if !alike.Numbers(plus, typed) {
		t.Error("the same digits are two numbers")
	}
	for _, typed := range []string{"358 40 1234567", "00358401234567"} {
		if bare := (app.Phone{Typed: typed}); !alike.Numbers(plus, bare) || !alike.Numbers(bare, plus) {
			t.Errorf("%s is another number", typed)
		}
	}
	inside := plus
	inside.Typed, inside.Extension = "040 123 4567 ext 2", "2"
	if alike.Numbers(plus, inside) {
		t.Error("an extension is the number itself")
	}
	if alike.Numbers(app.Phone{Typed: "ask"}, app.Phone{Typed: "none"}) {
		t.Error("what has no digits is a number")
	}
	if alike.PhoneKey(plus) != "+358401234567" || alike.PhoneKey(typed) != "0401234567" ||
		alike.PhoneKey(app.Phone{Typed: "room 4", Unfit: app.UnfitUnreadable}) != "" {
		t.Error("keys")
	}
}
