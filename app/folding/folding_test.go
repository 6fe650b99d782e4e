package folding_test

import (
	"testing"
	"unicode/utf8"

	"ringback.app/app/folding"
)

func TestFoldMakesComparable(t *testing.T) {
	tests := map[string]string{
		"Mäkinen":                  "makinen",
		"Trần Thị Hương":           "tran thi huong",
		"Ελένη Παπαδοπούλου":       "ελενη παπαδοπουλου",
		"ΕΛΕΝΗ  ΠΑΠΑΔΟΠΟΎΛΟΥΣ":     "ελενη παπαδοπουλουσ",
		"παπαδοπουλος":             "παπαδοπουλοσ",
		"Łukasz Wójcik":            "lukasz wojcik",
		"Đặng":                     "dang",
		"Straße":                   "strasse",
		"  two\t words\n":          "two words",
		"ﬁrm":                      "firm",
		"O\u2019Connor":            "oconnor",
		"O\u2018Connor":            "oconnor",
		"O\u02bcConnor":            "oconnor",
		"O'Connor":                 "oconnor",
		"O\u00b4Connor":            "oconnor",
		"O`Connor":                 "oconnor",
		"o connor":                 "o connor",
		"Côte d’Azur":              "cote dazur",
		"James\u2019 shop":         "james' shop",
		"6\u20193, ''a''b":         "6'3, ''a''b",
		"O\u2019Brien@Example.com": "o'brien@example.com",
		"":                         "",
		"already folded":           "already folded",
		" leading":                 "leading",
		"Søren Kierkegård":         "soren kierkegard",
		"zero\u200bwidth\u202etxt": "zerowidthtxt",
	}
	for in, want := range tests {
		if got := folding.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDigits(t *testing.T) {
	for in, want := range map[string]string{"+358 (40) 123-4567": "358401234567", "٠١٢": "012", "none": "", "１２": "12"} {
		if got := folding.Digits(in); got != want {
			t.Errorf("Digits(%q) = %q, want %q", in, got, want)
		}
	}
}

// Plain texts are folded in a shorter way. A letter that folds to nothing sends
// them the long one.
func TestPlainTextsFoldAsAllOthersDo(t *testing.T) {
	for first := range 128 {
		for second := range 128 {
			text := " A" + string(rune(first)) + string(rune(second)) + "z 1\t"
			if got, want := folding.Fold(text), folding.Fold(text+"\u200b"); got != want {
				t.Errorf("Fold(%q) = %q, want %q", text, got, want)
			}
			if got, want := folding.Digits(text), folding.Digits(text+"\u200b"); got != want {
				t.Errorf("Digits(%q) = %q, want %q", text, got, want)
			}
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Mäkinen  Ｆ")
	f.Add("\xff\xfe a")
	f.Add("O\u2019Co'n`n\u00b4or a@b'c")
	f.Fuzz(func(t *testing.T, text string) {
		once := folding.Fold(text)
		if !utf8.ValidString(once) {
			t.Fatalf("Fold(%q) is not valid text: %q", text, once)
		}
		if twice := folding.Fold(once); twice != once {
			t.Fatalf("Fold is not stable: %q, then %q", once, twice)
		}
		if long := folding.Fold(text + "\u200b"); long != once {
			t.Fatalf("Fold(%q) is %q the long way and %q", text, long, once)
		}
	})
}
