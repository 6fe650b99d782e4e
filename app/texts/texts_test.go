package texts_test

import (
	"strings"
	"testing"

	"ringback.app/app/texts"
)

func TestShopNumber(t *testing.T) {
	for text, want := range map[string]string{
		"17850.0": "17850", "17850": "17850", " 17850 ": "17850", "17850.5": "17850.5", "A.0": "A.0", ".0": ".0", "": "", "007": "007",
	} {
		if got := texts.ShopNumber(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestTextIsFitToBeKept(t *testing.T) {
	for text, want := range map[string]string{
		"plain": "plain", "  two   words ": "two words", "a\nb\tc": "a b c", "a\x00\x07b": "ab",
		"a\vb\rc\u0085d": "a b c d", "a\xffb": "a\ufffdb",
		"a\u202eb\u2066c": "abc", "\ufeffÄ\u00a0ö": "Ä ö", "": "",
		"\u200b+1\u2060202\u200e555\u200f0144\u00ad": "+12025550144",
		"می\u200cخواهم":                              "می\u200cخواهم", "क्\u200dष": "क्\u200dष", "👩\u200d🍳": "👩\u200d🍳",
	} {
		if got := texts.OneLine(text); got != want {
			t.Errorf("%q on one line is %q, want %q", text, got, want)
		}
	}
	if got := texts.ManyLines(" a\r\nb\rc\x00 \n"); got != "a\nb\nc" {
		t.Errorf("lines are %q", got)
	}
}

func TestShortenCountsLetters(t *testing.T) {
	if got, cut := texts.Shorten("äöå", 3); got != "äöå" || cut {
		t.Errorf("got %q, %t", got, cut)
	}
	if got, cut := texts.Shorten("äö åb", 3); got != "äö" || !cut {
		t.Errorf("got %q, %t", got, cut)
	}
}

func TestALongTextIsQuotedInPart(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("ä", 40): strings.Repeat("ä", 40), strings.Repeat("ä", 41): strings.Repeat("ä", 40) + "…",
	} {
		if got := texts.Quoted(text); got != want {
			t.Errorf("%q is quoted as %q, want %q", text, got, want)
		}
	}
}
