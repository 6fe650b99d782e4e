package vcards_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"ringback.app/app"
	"ringback.app/app/importing/vcards"
)

func read(t *testing.T, file string) []vcards.Card {
	t.Helper()
	r, err := vcards.NewReader(strings.NewReader(file), vcards.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var cards []vcards.Card
	for {
		card, err := r.Next()
		if errors.Is(err, io.EOF) {
			return cards
		}
		if err != nil {
			t.Fatal(err)
		}
		cards = append(cards, card)
	}
}

// one reads a file that holds one card.
func one(t *testing.T, file string) vcards.Card {
	t.Helper()
	cards := read(t, file)
	if len(cards) != 1 {
		t.Fatalf("%d cards, want one", len(cards))
	}
	return cards[0]
}

// card is a whole card of those lines.
func card(version string, lines ...string) string {
	return "BEGIN:VCARD\r\nVERSION:" + version + "\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCARD\r\n"
}

func typed(c app.Customer) []string {
	var numbers []string
	for _, p := range c.Phones {
		numbers = append(numbers, p.Typed)
	}
	return numbers
}

func keys(problems []*app.Error) []string {
	var found []string
	for _, p := range problems {
		found = append(found, p.Key)
	}
	return found
}

func TestAWholeCardBecomesACustomer(t *testing.T) {
	got := one(t, card("3.0",
		`UID:urn:uuid:1`, `N:Korhonen;Aino;Maria;Ms;MSc`, `FN:Ms Aino Korhonen`, `ORG:Care Co.;Sales`,
		`TEL;TYPE=CELL,PREF:040 123 4567`, `TEL;TYPE=WORK,FAX:09 123 4567`,
		`item1.TEL:+358 9 7654321`, `item1.X-ABLABEL:Shop`,
		`EMAIL;TYPE=INTERNET,HOME:aino@example.com`, `ADR;TYPE=HOME:;;Katu 1\, A 2;Helsinki;;00100;Finland`,
		`BDAY:1980-02-29`, `LANG:fi`, `TZ;VALUE=text:Europe/Helsinki`, `CATEGORIES:Gift shop,Whole\,sale`,
		`NOTE:First line\nSecond\; line`, `X-CUSTOMER-ID:17850.0`, `X-SPOUSE;TYPE=x:Pekka\, her husband`, `REV:2026-01-01`,
	))
	want := app.Customer{
		Name: app.Name{Full: "Ms Aino Korhonen", Given: "Aino", Family: "Korhonen", Middle: "Maria", Prefix: "Ms", Suffix: "MSc"},
		Firm: "Care Co., Sales",
		Phones: []app.Phone{
			{Label: "mobile", Typed: "040 123 4567", Preferred: true},
			{Label: "work fax", Typed: "09 123 4567"},
			{Label: "Shop", Typed: "+358 9 7654321"},
		},
		Emails:    []app.Email{{Label: "home", Address: "aino@example.com"}},
		Addresses: []app.Address{{Label: "home", Street: "Katu 1, A 2", City: "Helsinki", PostalCode: "00100", Country: "Finland"}},
		Birthday:  "1980-02-29", Language: "fi", TimeZone: "Europe/Helsinki",
		Tags:  []string{"Gift shop", "Whole,sale"},
		Notes: "First line\nSecond; line",
		References: []app.Reference{
			{Kind: app.ReferenceVCard, Value: "urn:uuid:1"}, {Kind: app.ReferenceShop, Value: "17850"},
		},
		Unknown: []app.Property{
			{Name: "ORG", Value: "Care Co.;Sales"},
			{Name: "REV", Value: "2026-01-01"},
			{Name: "X-SPOUSE", Params: map[string][]string{"TYPE": {"x"}}, Value: `Pekka\, her husband`},
		},
	}
	if a, b := fmt.Sprintf("%+v", got.Customer), fmt.Sprintf("%+v", want); a != b {
		t.Errorf("got  %s\nwant %s", a, b)
	}
	if len(got.Problems) > 0 {
		t.Errorf("problems: %v", keys(got.Problems))
	}
}

func TestDialects(t *testing.T) {
	tests := []struct {
		name, file, fullName string
		phones               []string
	}{
		{
			"version 4.0 with a number as a URI", card("4.0", "FN:Ann", `TEL;VALUE=uri;TYPE="voice,home";PREF=1:tel:+1-201-555-0123;ext=5`),
			"Ann",
			[]string{"tel:+1-201-555-0123;ext=5"},
		},
		{"parameters without a name", card("2.1", "FN:Ann", "TEL;HOME;VOICE:(404) 555-1212"), "Ann", []string{"(404) 555-1212"}},
		{
			"quoted-printable with a soft break that looks like a number",
			card("2.1", "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=84ino=", "TEL: none", "TEL:1234567"),
			"ÄinoTEL: none",
			[]string{"1234567"},
		},
		{
			"quoted-printable of which the breaks are not marked, or are followed by an empty line",
			card("2.1", "FN;QUOTED-PRINTABLE:=C3=84=69", "=6Eo=", "", "=20=42", "TEL:1234567", "NOTE:x", "=C3=84"),
			"Äino B",
			[]string{"1234567"},
		},
		{
			"a name in quoted-printable whose parts stand on lines of their own",
			card("2.1", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:", ";=C3=84ino", "TEL:1234567"), "Äino",
			[]string{"1234567"},
		},
		{"quoted-printable with one escape that is none", card("2.1", "FN;QUOTED-PRINTABLE:A=C3=84=ZZ"), "AÄ=ZZ", nil},
		{"base64 text", card("2.1", "FN;ENCODING=BASE64:w4RpbsO2"), "Äinö", nil},
		{"a declared charset that has a backslash in a letter", mustEncode(card("2.1", "FN;CHARSET=SHIFT_JIS:表 ソ"), "sjis"), "表 ソ", nil},
		{"UTF-8 that is said to be something else", card("2.1", "FN;CHARSET=ISO-8859-1:Björn Müller"), "Björn Müller", nil},
		{"encoded UTF-8 that is said to be something else", card("2.1", "FN;CHARSET=US-ASCII;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg"), "Jörg", nil},
		{"a declared charset in which a word may look like UTF-8", mustEncode(card("2.1", "FN;CHARSET=IBM866:там"), "866"), "там", nil},
		{"an undeclared 8-bit charset", mustEncode(card("3.0", "FN:Jörg Müller", "NOTE:Grüße aus Köln"), "1252"), "Jörg Müller", nil},
		{"UTF-16 with a mark", mustEncode(card("3.0", "FN:Äinö"), "utf16"), "Äinö", nil},
		{"UTF-16 without a mark", mustEncode(card("3.0", "FN:Äinö", "NOTE:a note in Latin letters"), "utf16le"), "Äinö", nil},
		{"UTF-8 with a mark", "\ufeff" + card("3.0", "FN:Äinö"), "Äinö", nil},
		{"CR line ends", strings.ReplaceAll(card("3.0", "FN:Ann", "TEL:1234567"), "\r\n", "\r"), "Ann", []string{"1234567"}},
		{"LF line ends", strings.ReplaceAll(card("3.0", "FN:Ann", "TEL:1234567"), "\r\n", "\n"), "Ann", []string{"1234567"}},
		{"CR CR LF line ends", strings.ReplaceAll(card("3.0", "FN:Ann", "TEL:1234567"), "\r\n", "\r\r\n"), "Ann", []string{"1234567"}},
		{"a folded line", card("3.0", "FN:An", " n B", "\tell", "TEL:1234567"), "Ann Bell", []string{"1234567"}},
		{"a fold within a letter", card("3.0", "FN:\xc3", " \x84ino"), "Äino", nil},
		{"a quoted parameter followed by another", card("4.0", "FN:Ann", `TEL;TYPE="a",PREF:1234567`), "Ann", []string{"1234567"}},
		{"a colon in a quoted parameter", card("4.0", "FN:Ann", `TEL;X-A="b:c;d":1234567`), "Ann", []string{"1234567"}},
		{"a quote that is never closed", card("3.0", "FN:Ann", `TEL;TYPE="home:1234567`), "Ann", []string{"1234567"}},
		{"marks in small letters with stray spaces", " begin : vcard \nversion:3.0\nfn:Ann\ntel:1234567\nend:vcard ;\n", "Ann", []string{"1234567"}},
		{"indented lines", "BEGIN:VCARD\n  VERSION:3.0\n  FN:Ann\n    Bell\n  TEL:1234567\nEND:VCARD\n", "Ann Bell", []string{"1234567"}},
		{"a line of spaces above folded ones", "BEGIN:VCARD\n  \nFN:Ann\n  Bell\nTEL:123\n 4567\nEND:VCARD\n", "Ann Bell", []string{"1234567"}},
		{"escapes", card("3.0", `FN:Ann\; Bell\, Inc\\x\N`, "TEL:1234567"), `Ann; Bell, Inc\x`, []string{"1234567"}},
		{"no full name", card("2.1", "N:Bell;Ann;;Dr;", "TEL:1234567"), "Dr Ann Bell", []string{"1234567"}},
		{"no END", "BEGIN:VCARD\r\nFN:Ann\r\nTEL:1234567", "Ann", []string{"1234567"}},
		{"words before the card", "some mail\n\n" + card("3.0", "FN:Ann"), "Ann", nil},
		{"an agent in lines of its own", card("2.1", "FN:Ann", "AGENT:", "BEGIN:VCARD", "FN:Bob", "TEL:7654321", "END:VCARD", "TEL:1234567"), "Ann", []string{"1234567"}},
		{"an agent in one line", card("3.0", "FN:Ann", `AGENT:BEGIN:VCARD\nFN:Bob\nTEL:7654321\nEND:VCARD\n`, "TEL:1234567"), "Ann", []string{"1234567"}},
		{"a base64 photo that is not folded", card("2.1", "PHOTO;BASE64;JPEG:", "AAAA", "BBBB==", "", "FN:Ann", "TEL:1234567"), "Ann", []string{"1234567"}},
		{"signs that turn the writing around", card("3.0", "FN:Ann\u202e lleB\x07"), "Ann lleB", nil},
		{"NUL bytes", card("3.0", "FN:An\x00n", "TEL:123\x004567"), "Ann", []string{"1234567"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := one(t, tt.file).Customer
			if c.Name.Full != tt.fullName || !slices.Equal(typed(c), tt.phones) {
				t.Errorf("got %q %q, want %q %q", c.Name.Full, typed(c), tt.fullName, tt.phones)
			}
		})
	}
}

func mustEncode(text, charset string) string {
	var encoded string
	var err error
	switch charset {
	case "sjis":
		encoded, err = japanese.ShiftJIS.NewEncoder().String(text)
	case "1252":
		encoded, err = charmap.Windows1252.NewEncoder().String(text)
	case "866":
		encoded, err = charmap.CodePage866.NewEncoder().String(text)
	case "utf16":
		encoded, err = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(text)
	case "utf16le":
		encoded, err = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(text)
	}
	if err != nil {
		panic(err)
	}
	return encoded
}

func TestABadCardDoesNotCostTheOthers(t *testing.T) {
	file := card("3.0", "FN:First") +
		"BEGIN:VCARD\r\nFN:Second has no end\r\nTEL;TYPE=:::\r\nnot a property\r\n;;;:x\r\n" +
		card("3.0", "FN:Third", "=E4=: broken", "TEL:1234567")
	cards := read(t, file)
	var names []string
	for i, c := range cards {
		names = append(names, c.Customer.Name.Full)
		if c.Index != i {
			t.Errorf("card %d calls itself %d", i, c.Index)
		}
	}
	if !slices.Equal(names, []string{"First", "Second has no end", "Third"}) {
		t.Fatalf("got %q", names)
	}
	if len(cards[0].Problems) != 0 || cards[0].Line != 1 {
		t.Errorf("the first begins on line %d with %v", cards[0].Line, keys(cards[0].Problems))
	}
	if got := keys(cards[1].Problems); !slices.Contains(got, "import.card.no-end") || !slices.Contains(got, "import.card.line") || cards[1].Line != 5 {
		t.Errorf("the second begins on line %d with %v", cards[1].Line, got)
	}
	for _, p := range cards[1].Problems {
		if p.Key == "import.card.no-end" && p.Args["Begins"] != 5 {
			t.Errorf("without an END is the card of line %v", p.Args["Begins"])
		}
	}
	if got := typed(cards[2].Customer); !slices.Equal(got, []string{"1234567"}) || cards[2].Line != 10 {
		t.Errorf("the third begins on line %d with %q", cards[2].Line, got)
	}
}

func TestFilesPutTogetherKeepTheirMarks(t *testing.T) {
	if got := read(t, "\ufeff"+card("3.0", "FN:Ann")+"\ufeff"+card("3.0", "FN:Bob")); len(got) != 2 {
		t.Errorf("%d cards", len(got))
	}
	for sample, want := range map[string]bool{
		"\ufeffbegin:vcard\r\n": true, "FN:Ann\r\nTEL;HOME:1\r\n": true, "VERSION:3.0\rN:Ann\r": true,
		"name,BEGIN:VCARD\n": false, "FN:Ann\n": false, "TEL:1\nEND:VCARD\n": false, "Dear Ann: N\n": false,
	} {
		if vcards.IsCards([]byte(sample)) != want {
			t.Errorf("%q is taken for cards or not", sample)
		}
	}
}

func TestTooMuchIsCutAndSaid(t *testing.T) {
	tests := []struct {
		name, file, problem string
		check               func(app.Customer) bool
	}{
		{
			"a name of 10,000 letters", card("3.0", "FN:"+strings.Repeat("ä", 10_000)), "import.card.shortened",
			func(c app.Customer) bool { return len([]rune(c.Name.Full)) == 300 },
		},
		{
			"300,000 numbers", card("3.0", "FN:Ann", strings.Repeat("TEL:1234567\r\n", 300_000)+"NOTE:x"), "import.card.many",
			func(c app.Customer) bool { return len(c.Phones) == 100 },
		},
		{
			"a line of 50 MB", card("3.0", "FN:Ann", "NOTE:"+strings.Repeat("x", 50<<20), "TEL:1234567"), "import.card.line-long",
			func(c app.Customer) bool { return len(c.Notes) <= 64<<10 && len(c.Phones) == 1 },
		},
		{
			"a folded photo of 3 MB", card("3.0", "FN:Ann", "PHOTO;ENCODING=b;TYPE=JPEG:"+strings.Repeat("\r\n "+strings.Repeat("A", 74), 3<<20/74), "TEL:1234567"), "import.card.photo-large",
			func(c app.Customer) bool { return len(c.Unknown) == 0 && len(c.Phones) == 1 },
		},
		{
			"a photo as a data URI", card("4.0", "FN:Ann", "PHOTO:data:image/jpeg;base64,AAAA"), "import.card.photo-none",
			func(c app.Customer) bool { return len(c.Unknown) == 0 },
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := one(t, tt.file+card("3.0", "FN:After")[:0])
			if !slices.Contains(keys(got.Problems), tt.problem) {
				t.Errorf("problems are %v, want %s", keys(got.Problems), tt.problem)
			}
			if !tt.check(got.Customer) {
				t.Errorf("%d letters of a name, %d of notes, %d numbers, %d unknown", len(got.Customer.Name.Full),
					len(got.Customer.Notes), len(got.Customer.Phones), len(got.Customer.Unknown))
			}
		})
	}
}

func TestAPhotoElsewhereIsKeptAsALink(t *testing.T) {
	c := one(t, card("4.0", "FN:Ann", "PHOTO:https://example.com/a.jpg")).Customer
	if len(c.Unknown) != 1 || c.Unknown[0].Value != "https://example.com/a.jpg" {
		t.Errorf("got %+v", c.Unknown)
	}
}

func TestBirthdays(t *testing.T) {
	for text, want := range map[string]string{
		"1980-02-29": "1980-02-29", "19800229": "1980-02-29", "1980-02-29T00:00:00Z": "1980-02-29",
		"--0229": "--02-29", "--02-29": "--02-29", "1604-03-05": "--03-05", "1980-02-30": "", "circa 1800": "", "1980": "",
		"1980-02-29 00:00:00": "1980-02-29", "29.2.1980": "1980-02-29", "29.02.1980": "1980-02-29", "0000-02-29": "--02-29", "00000305": "--03-05",
		"0001-01-01": "", "1601-01-01": "", "0000-00-00": "", "Tuesday": "",
	} {
		c := one(t, card("4.0", "FN:Ann", "BDAY:"+text)).Customer
		if c.Birthday != want {
			t.Errorf("%q is %q, want %q", text, c.Birthday, want)
		}
		if want == "" && (len(c.Unknown) != 1 || c.Unknown[0].Value != text) {
			t.Errorf("%q was not kept: %+v", text, c.Unknown)
		}
	}
}

func TestABirthdayThatIsNoneIsKeptAndNamed(t *testing.T) {
	for text, want := range map[string]struct {
		day   string
		named bool
	}{
		"2980-01-01": {"", true}, "2026-11-23": {"", true}, "03/09/1980": {"", true}, "1980": {"", true}, "---09": {"", true}, "Tuesday": {"", true},
		"2026-11-22": {"2026-11-22", false}, "--12-24": {"--12-24", false}, "0001-01-01": {"", false}, "1601-01-01T00:00:00Z": {"", false}, "0000-00-00": {"", false}, "00000000": {"", false},
	} {
		r, err := vcards.NewReader(strings.NewReader(card("4.0", "FN:Ann", "BDAY:"+text)), vcards.Options{Today: app.NewDay(2026, 11, 22)})
		if err != nil {
			t.Fatal(err)
		}
		c, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		named := len(c.Problems) == 1 && c.Problems[0].Key == "import.card.birthday" && c.Problems[0].Args["Text"] == text
		if c.Customer.Birthday != want.day || named != want.named || (want.day == "") != (len(c.Customer.Unknown) == 1) {
			t.Errorf("%q is %q, named %t, kept %v", text, c.Customer.Birthday, named, c.Customer.Unknown)
		}
	}
}

func TestACharsetThatIsNoneIsRefused(t *testing.T) {
	_, err := vcards.NewReader(strings.NewReader(""), vcards.Options{Charset: "martian"})
	if app.CodeOf(err) != app.CodeInvalid {
		t.Errorf("got %v", err)
	}
}

func TestAFileWithoutCardsHasNone(t *testing.T) {
	for _, file := range []string{"", "\n\n", "END:VCARD\n", "BEGIN:VEVENT\nEND:VEVENT\n", "a,b\n1,2\n"} {
		if got := read(t, file); len(got) != 0 {
			t.Errorf("%q has %d cards", file, len(got))
		}
	}
}

func FuzzReader(f *testing.F) {
	for _, seed := range []string{
		card("3.0", "FN:Ann", "TEL;TYPE=CELL:1234567"), card("2.1", "N;QUOTED-PRINTABLE:=C3=84=\r\n=", "AGENT:", "BEGIN:VCARD"),
		card("4.0", `TEL;TYPE="a:b",c;PREF=1:tel:+1`, "PHOTO;BASE64:\r\nAAAA"), "BEGIN:VCARD\r \r\r\n\tFN:x", "\xff\xfeB\x00E\x00",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := vcards.NewReader(bytes.NewReader(file), vcards.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for n := 0; ; n++ {
			card, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatalf("card %d: %v", n, err)
			}
			if card.Index != n || card.Line < 1 || n > len(file) {
				t.Fatalf("card %d calls itself %d, on line %d", n, card.Index, card.Line)
			}
			if strings.ContainsAny(card.Customer.Name.Full, "\n\r\x00") {
				t.Fatalf("a name of several lines: %q", card.Customer.Name.Full)
			}
		}
	})
}
