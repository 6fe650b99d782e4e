package charsets_test

import (
	"testing"

	"ringback.app/app/importing/charsets"
)

func TestEachLineIsReadInItsOwnCharset(t *testing.T) {
	tests := []struct {
		name, charset, line, want, now string
		changed                        bool
	}{
		{"plain", "utf-8", "Ann", "Ann", "utf-8", false},
		{"UTF-8", "utf-8", "Zoë", "Zoë", "utf-8", false},
		{"Western", "utf-8", "J\xfcrgen", "Jürgen", "windows-1252", true},
		{"UTF-8 with a letter cut in two", "utf-8", "Zoë Ångström\xc3", "Zoë Ångström\ufffd", "utf-8", false},
		{"UTF-8 in a file of another", "windows-1251", "Зоя", "Зоя", "utf-8", false},
		{"the other", "windows-1251", "\xc7\xee\xff", "Зоя", "windows-1251", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l, err := charsets.NewLines(tt.charset)
			if err != nil {
				t.Fatal(err)
			}
			l.Decode([]byte("Äsa"))
			got := string(l.Decode([]byte(tt.line)))
			if got != tt.want || l.Charset() != tt.now || l.Changed() != tt.changed {
				t.Errorf("%q in %s (changed: %v), want %q in %s", got, l.Charset(), l.Changed(), tt.want, tt.now)
			}
		})
	}
	if _, err := charsets.NewLines("none"); err == nil {
		t.Error("a charset that is none is taken")
	}
}

func TestTextThatIsUTF8IsReadSoAmongThatOfEastAsia(t *testing.T) {
	for _, charset := range []string{"shift_jis", "gb18030", "big5", "euc-kr", "euc-jp"} {
		l, err := charsets.NewLines(charset)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"Müller", "José Peña", "Łukasz", "Ágnes", "Øyvind", "Žák", "Анна", "李"} {
			if got := string(l.Decode([]byte(name))); got != name {
				t.Errorf("%s: %q is read as %q", charset, name, got)
			}
		}
	}
}
