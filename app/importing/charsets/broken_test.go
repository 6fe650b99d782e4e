package charsets_test

import (
	"io"
	"strings"
	"testing"

	"ringback.app/app/importing/charsets"
)

// Old programs fold a line after 75 bytes (RFC 2425, 5.8.1), wherever that is.
func TestALetterCutByAFoldIsStillUTF8(t *testing.T) {
	for _, fold := range []string{"\r\n ", "\n ", "\r ", "\n\t", "\r\n    "} {
		for at := range len("Zdeněk Žák 李") {
			folded := "NOTE:Zdeněk Žák 李"[:5+at] + fold + "NOTE:Zdeněk Žák 李"[5+at:]
			if got := charsets.Guess([]byte("FN:x\r\n" + folded + "\r\nTEL:1\r\n")); got != charsets.UTF8 {
				t.Errorf("%q is guessed to be in %s", folded, got)
			}
		}
	}
}

func TestFewBrokenLinesDoNotMakeAnotherCharsetOfAFileOfUTF8(t *testing.T) {
	whole := "FN:Ludwig-Götz Graßl\nFN:Zdeněk Žák\nFN:Émile Zola\nFN:Łukasz Żółć\nFN:Søren Kjærgård\n"
	for broken, want := range map[string]string{
		"FN:Ludwig-Götz Gra\xc3\n":   charsets.UTF8,
		"FN:Jos\xc3\xa9 Pe\xb1a\n":   charsets.UTF8,
		"FN:M\xc3ller\n":             charsets.Western,
		"FN:\x89mile Zola\n":         charsets.Western,
		"FN:M\xfcller\n":             charsets.Western,
		"FN:\xd4\xcf\xc0\xde \xc0\n": "shift_jis",    // ﾔﾏﾀﾞ ﾀ
		"FN:\xc8\xe2\xe0\xed\n":      "windows-1251", // Иван
	} {
		if got := charsets.Guess([]byte(whole + broken)); got != want {
			t.Errorf("with %q it is guessed to be in %s, want %s", broken, got, want)
		}
	}
}

func TestALetterFarBehindInAFileTellsItsCharset(t *testing.T) {
	photos := strings.Repeat("PHOTO:AAAA\r\n", charsets.SampleSize/10)
	for want, name := range map[string]string{
		charsets.UTF8: "Jürgen", charsets.Western: "J\xfcrgen", "windows-1251": "\xc8\xe2\xe0\xed \xcf\xe5\xf2\xf0\xee\xe2",
	} {
		got, err := charsets.GuessAll(strings.NewReader(photos + "FN:" + name + "\r\n"))
		if err != nil || got != want {
			t.Errorf("%q: guessed %s (%v), want %s", name, got, err, want)
		}
	}
	for _, short := range []string{"", "FN:Ann\n", "\xff\xfeA\x00"} {
		if got, err := charsets.GuessAll(strings.NewReader(short)); err != nil || got != charsets.Guess([]byte(short)) {
			t.Errorf("%q: guessed %s (%v)", short, got, err)
		}
	}
	failing := io.MultiReader(strings.NewReader(photos), failing{})
	if _, err := charsets.GuessAll(failing); err == nil {
		t.Error("a disk that fails is not said")
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrClosedPipe }
