package charsets_test

import (
	"bytes"
	"io"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"ringback.app/app/importing/charsets"
)

func TestGuessReadsBackWhatWasWritten(t *testing.T) {
	tests := []struct {
		name    string
		text    string
		written encoding.Encoding
		want    string
	}{
		{"plain", "Name,Day\nAnn,2026-01-02\n", encoding.Nop, "utf-8"},
		{"UTF-8", "Name\nÄinö Mäkinen\n", encoding.Nop, "utf-8"},
		{"UTF-8 with a mark", "\ufeffName\nÄinö\n", encoding.Nop, "utf-8"},
		{"UTF-16 with a mark", "Name\nÄinö\n", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-16le"},
		{"UTF-16 the other way round with a mark", "Name\nÄinö\n", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "utf-16be"},
		{"UTF-16 without a mark", "BEGIN:VCARD\nFN:Äinö\n", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"},
		{"Western", "Straße;Größe\nMüller;Café\n", charmap.Windows1252, "windows-1252"},
		{"Hebrew", "FN:אפרים קישון\n", charmap.Windows1255, "windows-1255"},
		{"Russian", "Имя;Город\nИван Петров;Москва\n", charmap.Windows1251, "windows-1251"},
		{"Japanese", "FN:安藤 ロイド\nN:やまだ たろう\n", japanese.ShiftJIS, "shift_jis"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			file, err := tt.written.NewEncoder().Bytes([]byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			got := charsets.Guess(file)
			if got != tt.want {
				t.Fatalf("guessed %s, want %s", got, tt.want)
			}
			r, err := charsets.NewReader(bytes.NewReader(file), got)
			if err != nil {
				t.Fatal(err)
			}
			back, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if want := bytes.TrimPrefix([]byte(tt.text), []byte("\ufeff")); !bytes.Equal(back, want) {
				t.Errorf("read back %q, want %q", back, want)
			}
		})
	}
}

func TestALetterCutOffAtTheEndOfASampleIsStillUTF8(t *testing.T) {
	whole := []byte("Äinö ä")
	if got := charsets.Guess(whole[:len(whole)-1]); got != "utf-8" {
		t.Errorf("guessed %s", got)
	}
}

func TestFindKnowsTheNamesProgramsWrite(t *testing.T) {
	for _, name := range []string{"UTF-8", "cp1252", "SHIFT_JIS", "iso-8859-1", "GBK", "ISO-2022-JP", "IBM850", "cp850", `"utf-8"`, "utf-16"} {
		if _, err := charsets.Find(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := charsets.Find("martian"); err == nil {
		t.Error("martian is no charset")
	}
}
