package printed_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"ringback.app/app/exporting/printed"
)

func pages(t *testing.T) *printed.Pages {
	t.Helper()
	p, err := printed.New("A sheet", time.Date(2026, time.November, 20, 10, 0, 0, 0, time.UTC), printed.Paper{Margin: 12})
	if err != nil {
		t.Fatal(err)
	}
	p.AddPage()
	p.Font(printed.Plain, 10)
	return p
}

func TestTextIsShownInLettersThatTheFontHas(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"Greek and Vietnamese":    {"Άργησε, Trần Thị Hương", "Άργησε, Trần Thị Hương"},
		"on one line":             {"two\r\n\tlines  and\u00a0more", "two lines and more"},
		"without what turns text": {"a\u202eb\u200b\x00\x1b", "ab"},
		"accents put together":    {"e\u0301", "é"},
		"boxes for other letters": {"語 😀 a\xff", "□ □ a□"},
		"no number of pages":      {"Nb {nb} Test " + printed.All, "Nb {nb} Test □"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := pages(t).Shown(tt.text); got != tt.want {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestTextIsCutToItsWidth(t *testing.T) {
	p := pages(t)
	long := strings.Repeat("delivery time ", 1000)
	if got := p.Fit(long, 40); !strings.HasSuffix(got, "…") || p.GetStringWidth(got) > 40 {
		t.Errorf("%q is %v wide", got, p.GetStringWidth(got))
	}
	if got := p.Fit("short", 40); got != "short" {
		t.Errorf("got %q", got)
	}
}

func TestTextIsBrokenIntoLines(t *testing.T) {
	p := pages(t)
	lines := p.Wrap(strings.Repeat("delivery time ", 20), 40, 3)
	if len(lines) != 3 || !strings.HasSuffix(lines[2], "…") || strings.HasSuffix(lines[1], "…") {
		t.Errorf("got %q", lines)
	}
	for _, l := range lines {
		if p.GetStringWidth(l) > 40 {
			t.Errorf("%q is too wide", l)
		}
	}
	if got := p.Wrap("", 40, 3); len(got) != 0 {
		t.Errorf("nothing is %q", got)
	}
}

func TestPaperFollowsTheCountry(t *testing.T) {
	for country, letter := range map[string]bool{"US": true, "FI": false, "": false} {
		if printed.Letter(country) != letter {
			t.Errorf("%q: letter is %v", country, !letter)
		}
	}
	var out bytes.Buffer
	if err := pages(t).Finish(&out); err != nil || !strings.Contains(out.String(), "/MediaBox [0 0 595.28 841.89]") {
		t.Error("the paper is not A4", err)
	}
}

func TestOnlyWhatStandsForTheNumberOfPagesBecomesIt(t *testing.T) {
	p := pages(t)
	p.SetCompression(false)
	p.Cell(40, 5, p.Shown("Nb {nb} Test"), "L")
	p.Cell(40, 5, p.Shown("Fàà à"), "L") // whose bytes side by side are those of another letter
	p.Cell(40, 5, "1 of "+printed.All, "L")
	p.AddPage()
	var out bytes.Buffer
	if err := p.Finish(&out); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{"Nb {nb} Test": true, "Fàà à": true, "1 of 2": true, "1 of " + printed.All: false} {
		var wide []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			wide = append(wide, byte(unit>>8), byte(unit))
		}
		if bytes.Contains(out.Bytes(), wide) != want {
			t.Errorf("%q is written: %v", text, !want)
		}
	}
}
