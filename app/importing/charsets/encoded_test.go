package charsets_test

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"ringback.app/app/importing/charsets"
)

// quoted is the text in quoted-printable, broken after every so many bytes.
func quoted(t *testing.T, text string, e encoding.Encoding, every int) string {
	t.Helper()
	raw, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := range len(raw) {
		if i > 0 && i%every == 0 {
			b.WriteString("=\r\n")
		}
		fmt.Fprintf(&b, "=%02X", raw[i])
	}
	return b.String()
}

func TestLettersThatAreEncodedTellTheCharset(t *testing.T) {
	tests := []struct {
		name, text, head string
		written          encoding.Encoding
		every            int
		want             string
	}{
		{"Russian", "Иванов;Пётр", "N;ENCODING=QUOTED-PRINTABLE", charmap.Windows1251, 70, "windows-1251"},
		{"Russian in small pieces", "Иванов;Пётр", "N;Quoted-Printable", charmap.Windows1251, 3, "windows-1251"},
		{"Japanese", "山田;太郎", "N;ENCODING=QUOTED-PRINTABLE", japanese.ShiftJIS, 70, "shift_jis"},
		{"Western", "Müller;Jörg", "N;ENCODING=QUOTED-PRINTABLE", charmap.Windows1252, 70, "windows-1252"},
		{"UTF-8 broken within letters", "Иванов;Пётр", "N;ENCODING=QUOTED-PRINTABLE", unicode.UTF8, 3, "utf-8"},
		{"what names its charset", "Иванов;Пётр", "N;CHARSET=koi8-r;ENCODING=QUOTED-PRINTABLE", charmap.KOI8R, 70, "utf-8"},
		{"what is not encoded", "Иванов", "NOTE;X=1", charmap.Windows1251, 70, "utf-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file := "BEGIN:VCARD\r\n" + tt.head + ":" + quoted(t, tt.text, tt.written, tt.every) + "\r\nTEL;CELL:1\r\nEND:VCARD\r\n"
			if got := charsets.Guess([]byte(file)); got != tt.want {
				t.Errorf("guessed %s, want %s", got, tt.want)
			}
		})
	}
}

func TestALineThatAnEncodedOneNeverEndsInIsLookedAt(t *testing.T) {
	file := "NOTE;QUOTED-PRINTABLE:" + strings.Repeat("a=3D=\n", 20_000) + "b\nFN:\xc8\xe2\xe0\xed \xcf\xe5\xf2\xf0\xee\xe2\n"
	if got := charsets.Guess([]byte(file)); got != "windows-1251" {
		t.Errorf("guessed %s", got)
	}
}
