package charsets_test

import (
	"bytes"
	"io"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
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
	for _, name := range []string{"martian", "", "12", "windows-", "iso-10646", "utf-7"} {
		if _, err := charsets.Find(name); err == nil {
			t.Errorf("%q is no charset", name)
		}
	}
}

func TestACharsetIsFoundHoweverItIsSpelled(t *testing.T) {
	for name, want := range map[string]encoding.Encoding{
		"WINDOWS1251": charmap.Windows1251, "win-1251": charmap.Windows1251, "cp-1250": charmap.Windows1250, "1253": charmap.Windows1253,
		"CP852": charmap.CodePage852, "dos-866": charmap.CodePage866,
		"ISO8859_2": charmap.ISO8859_2, "iso 8859-15": charmap.ISO8859_15, "Latin-2": charmap.ISO8859_2, "UTF_8": unicode.UTF8,
		"ShiftJIS": japanese.ShiftJIS, "CP932": japanese.ShiftJIS, "EUC_JP": japanese.EUCJP, "EUC_KR": korean.EUCKR, "UHC": korean.EUCKR,
		"EUC-CN": simplifiedchinese.GBK, "Big-5": traditionalchinese.Big5, "CP950": traditionalchinese.Big5,
		"KOI8R": charmap.KOI8R, "MacRoman": charmap.Macintosh, "TIS620": charmap.Windows874,
	} {
		if got, err := charsets.Find(name); err != nil || got != want {
			t.Errorf("%s is %v (%v), want %v", name, got, err, want)
		}
	}
}
