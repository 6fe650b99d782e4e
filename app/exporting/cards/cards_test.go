package cards_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-vcard"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ringback.app/app"
	"ringback.app/app/exporting/cards"
	"ringback.app/app/importing/vcards"
)

func versions() []cards.Version { return []cards.Version{cards.V3, cards.V4} }

func lines(text ...string) string { return strings.Join(text, "\r\n") + "\r\n" }

func maija() app.Customer {
	return app.Customer{
		Name:   app.Name{Full: "Ms Maija Korhonen; joiner", Given: "Maija", Family: "Korhonen;joiner", Prefix: "Ms"},
		Firm:   "Care Co., Sales",
		Phones: []app.Phone{{Label: "mobile", Typed: "040 123 4567", E164: "+358401234567", Preferred: true}, {Label: "Summer house", Typed: "09 1234567", Unfit: app.UnfitWrong}},
		Emails: []app.Email{{Label: "work", Address: "maija@example.com", Preferred: true}},
		Addresses: []app.Address{{
			Label: "home", Street: "Katu 1, A 2", City: "Helsinki", PostalCode: "00100", Country: "Finland",
		}},
		Birthday: "--02-29", Language: "fi", TimeZone: "Europe/Helsinki",
		BestTime:  app.BestTime{From: 9 * 60, Not: app.DaysOf(time.Sunday, time.Saturday)},
		Tags:      []string{"Gift, wrapped", "regular"},
		Notes:     "Likes oak.\nHas a dog; \"Rex\"",
		DoNotCall: []app.DoNotCall{{Purpose: app.PurposeMarketing, Since: app.NewDay(2026, 11, 1), Reason: "asked, twice"}},
		References: []app.Reference{
			{Kind: app.ReferenceVCard, Value: "urn:uuid:1"}, {Kind: app.ReferenceShop, Value: "12347"}, {Kind: app.ReferenceShop, Value: "99"},
		},
		Unknown: []app.Property{
			{Group: "item1", Name: "URL", Params: map[string][]string{"TYPE": {"a;b", "c"}}, Value: "https://example.com/?a=1,2;3"},
			{Group: "item1", Name: "X-ABLABEL", Value: "Shop, online"},
			{Group: "item9", Name: "X-ABLABEL", Value: "of a number that has it now"},
			{Name: "X-SPOUSE", Value: `Pekka\, her husband\nand a friend`},
			{Name: "X-RINGBACK-ARCHIVED", Value: "TRUE"},
			{Name: "END", Value: "VCARD"},
		},
	}
}

func TestVersion3(t *testing.T) {
	want := lines(
		`BEGIN:VCARD`, `VERSION:3.0`, `FN:Ms Maija Korhonen\; joiner`, `N:Korhonen\;joiner;Maija;;Ms;`, `ORG:Care Co.\, Sales`,
		`TEL;TYPE=CELL,PREF:+358401234567`, `item2.TEL:09 1234567`, `item2.X-ABLabel:Summer house`,
		`EMAIL;TYPE=WORK,PREF:maija@example.com`, `ADR;TYPE=HOME:;;Katu 1\, A 2;Helsinki;;00100;Finland`,
		`BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29`, `LANG:fi`, `TZ;VALUE=text:Europe/Helsinki`, `CATEGORIES:Gift\, wrapped,regular`,
		`NOTE:Likes oak.\nHas a dog\; "Rex"`, `UID:urn:uuid:1`, `X-CUSTOMER-ID:12347`, `X-RINGBACK-REFERENCE:shop;99`,
		`X-RINGBACK-DO-NOT-CALL:marketing;2026-11-01;asked\, twice`, `X-RINGBACK-BEST-TIME:09:00;;sun,sat`, `X-RINGBACK-TYPED:+358401234567;040 123 4567`, `X-RINGBACK-UNFIT:09 1234567;wrong-number`,
		`item1.URL;TYPE="a;b",c:https://example.com/?a=1,2;3`, `item1.X-ABLabel:Shop, online`, `X-SPOUSE:Pekka\, her husband\nand a friend`,
		`END:VCARD`,
	)
	if diff := cmp.Diff(want, string(cards.Append(nil, maija(), cards.V3, ""))); diff != "" {
		t.Error(diff)
	}
}

func TestVersion4(t *testing.T) {
	got := string(cards.Append(nil, maija(), cards.V4, ""))
	for _, line := range []string{
		`VERSION:4.0`, `FN:Ms Maija Korhonen; joiner`, `N:Korhonen\;joiner;Maija;;Ms;`, `TEL;PREF=1;TYPE=cell:+358401234567`,
		`EMAIL;PREF=1;TYPE=work:maija@example.com`, `BDAY:--0229`, `TZ:Europe/Helsinki`, `UID:urn:uuid:1`,
	} {
		if !strings.Contains(got, line+"\r\n") {
			t.Errorf("lacks %q:\n%s", line, got)
		}
	}
}

func TestWhatElseIsWritten(t *testing.T) {
	tests := map[string]struct {
		customer app.Customer
		v3, v4   string
	}{
		"a birthday":                        {app.Customer{Birthday: "1980-02-29"}, `BDAY:1980-02-29`, `BDAY:19800229`},
		"a firm without a name":             {app.Customer{Firm: "Care Co"}, `FN:Care Co`, `X-RINGBACK-NO-NAME:TRUE`},
		"a number without a name":           {app.Customer{Phones: []app.Phone{{Typed: "123"}}}, `FN:123`, `FN:123`},
		"nothing at all":                    {app.Customer{}, `FN:nobody`, `FN:nobody`},
		"no parts of a name":                {app.Customer{Name: app.Name{Full: "Ann"}}, `N:;Ann;;;`, `FN:Ann`},
		"a firm's departments":              {app.Customer{Firm: "Möbel & Söhne, Verkauf", Unknown: []app.Property{{Name: "ORG", Value: "Möbel & Söhne;Verkauf"}}}, `ORG:Möbel & Söhne;Verkauf`, `ORG:Möbel & Söhne;Verkauf`},
		"a firm that was changed since":     {app.Customer{Firm: "Möbel", Unknown: []app.Property{{Name: "ORG", Value: "Söhne;Verkauf"}}}, `ORG:Möbel`, `ORG:Möbel`},
		"a second firm":                     {app.Customer{Firm: "Möbel", Unknown: []app.Property{{Name: "ORG", Value: "Möbel"}, {Name: "ORG", Value: "Söhne;Verkauf"}}}, "ORG:Söhne;Verkauf", "ORG:Söhne;Verkauf"},
		"a second firm of one who changed":  {app.Customer{Name: app.Name{Full: "Ann"}, Firm: "Möbel", Unknown: []app.Property{{Name: "ORG", Value: "Holz"}, {Name: "ORG", Value: "Söhne;Verkauf"}}}, "ORG:Möbel\r\nORG:Söhne;Verkauf", "ORG:Möbel\r\nORG:Söhne;Verkauf"},
		"a department that the book lacks":  {app.Customer{Firm: "Möbel", Unknown: []app.Property{{Name: "ORG", Value: "Möbel;Verkauf"}}}, "X-RINGBACK-FIRM:Möbel\r\nORG:Möbel;Verkauf", "X-RINGBACK-FIRM:Möbel\r\nORG:Möbel;Verkauf"},
		"a UID that is no URI":              {app.Customer{References: []app.Reference{{Kind: app.ReferenceVCard, Value: "a b"}}}, `UID:a b`, `UID;VALUE=text:a b`},
		"an extension that was typed":       {app.Customer{Phones: []app.Phone{{Typed: "123456 ext. 5", Extension: "5"}}}, `TEL:123456 ext. 5`, `TEL:123456 ext. 5`},
		"an extension of a URI":             {app.Customer{Phones: []app.Phone{{Typed: "+1-201;ext=5", Extension: "5"}}}, `TEL:+1-201;ext=5`, `TEL;VALUE=uri:tel:+1-201;ext=5`},
		"an extension that was not typed":   {app.Customer{Phones: []app.Phone{{Typed: "(123) 456", Extension: "7"}}}, `TEL:123456;ext=7`, `TEL;VALUE=uri:tel:123456;ext=7`},
		"a 0 that only those at home dial":  {app.Customer{Phones: []app.Phone{{Typed: "+44 (0)20 7946 0290", E164: "+442079460290"}}}, `TEL:+442079460290`, `TEL:+442079460290`},
		"a fax at work":                     {app.Customer{Phones: []app.Phone{{Label: "work fax", Typed: "1"}}}, `TEL;TYPE=WORK,FAX:1`, `TEL;TYPE=work,fax:1`},
		"a label of the same words":         {app.Customer{Phones: []app.Phone{{Label: "fax work", Typed: "1"}}}, `item1.X-ABLabel:fax work`, `item1.X-ABLabel:fax work`},
		"a value that would end the card":   {app.Customer{Notes: "a\r\nEND:VCARD\rb\x00"}, `NOTE:a\nEND:VCARD\nb`, `NOTE:a\nEND:VCARD\nb`},
		"a property that would end it":      {app.Customer{Unknown: []app.Property{{Name: "X-A", Value: "a\nEND:VCARD"}}}, `X-A:a\nEND:VCARD`, `X-A:a\nEND:VCARD`},
		"a parameter that would":            {app.Customer{Unknown: []app.Property{{Name: "X-A", Params: map[string][]string{"P": {"\"\r\n:"}}, Value: "a"}}}, `X-A;P="'\n:":a`, `X-A;P="'\n:":a`},
		"a name of a property that is none": {app.Customer{Unknown: []app.Property{{Name: "X:A"}, {Group: "a b", Name: "X-B", Value: "c"}}}, `X-B:c`, `X-B:c`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			for v, want := range map[cards.Version]string{cards.V3: tt.v3, cards.V4: tt.v4} {
				if got := string(cards.Append(nil, tt.customer, v, "nobody")); !strings.Contains(got, "\r\n"+want+"\r\n") {
					t.Errorf("%s lacks %q:\n%s", v, want, got)
				}
			}
		})
	}
}

func TestLinesAreFoldedBetweenLetters(t *testing.T) {
	note := strings.Repeat("ộ", 300) + strings.Repeat(" x", 100)
	for _, v := range versions() {
		text := string(cards.Append(nil, app.Customer{Notes: note}, v, "x"))
		for line := range strings.SplitSeq(text, "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				t.Errorf("%s: a line of %d bytes: %q", v, len(line), line)
			}
		}
		if !strings.Contains(strings.ReplaceAll(text, "\r\n ", ""), "NOTE:"+note) {
			t.Errorf("%s: the note is not whole", v)
		}
	}
}

// read reads cards as an import does.
func read(t interface{ Fatal(...any) }, text string) []app.Customer {
	r, err := vcards.NewReader(strings.NewReader(text), vcards.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var customers []app.Customer
	for {
		card, err := r.Next()
		if errors.Is(err, io.EOF) {
			return customers
		}
		if err != nil || len(card.Problems) > 0 {
			t.Fatal(err, card.Problems)
		}
		customers = append(customers, card.Customer)
	}
}

// What goes out as a card comes in again as it was.
func TestCardsComeInAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(rapid.Custom(drawCustomer), 1, 3).Draw(t, "customers")
		for _, v := range versions() {
			var text []byte
			for _, c := range want {
				text = cards.Append(text, c, v, "nobody")
			}
			if diff := cmp.Diff(want, read(t, string(text))); diff != "" {
				t.Fatalf("%s: %s\n%s", v, diff, text)
			}
		}
	})
}

// A firm goes out in its parts again, and a number read in another country is
// the one it was.
func TestACardThatCameGoesOutAsItCame(t *testing.T) {
	came := lines(`BEGIN:VCARD`, `VERSION:3.0`, `FN:Ann`, `ORG:Möbel & Söhne\, Berlin;Verkauf`, `REV:2001-01-01`, `END:VCARD`)
	customer := read(t, came)[0]
	if customer.Firm != "Möbel & Söhne, Berlin, Verkauf" {
		t.Errorf("the firm is %q", customer.Firm)
	}
	customer.Phones = []app.Phone{{Typed: "040 123 4567", E164: "+358401234567", Unfit: app.UnfitWrong}}
	for _, v := range versions() {
		out := string(cards.Append(nil, customer, v, ""))
		if strings.Count(out, "ORG") != 1 || !strings.Contains(out, "\r\nORG:Möbel & Söhne\\, Berlin;Verkauf\r\n") || strings.Contains(out, "REV") {
			t.Errorf("%s: %s", v, out)
		}
		want := customer
		want.Unknown = slices.DeleteFunc(slices.Clone(want.Unknown), func(p app.Property) bool { return p.Name == "REV" })
		if diff := cmp.Diff(want, read(t, out)[0]); diff != "" {
			t.Errorf("%s: %s", v, diff)
		}
	}
}

func TestWhatIsOfTheCardThatCameStaysBehind(t *testing.T) {
	c := app.Customer{Name: app.Name{Full: "Ann"}, Unknown: []app.Property{
		{Name: "PROFILE", Value: "VCARD"}, {Name: "PRODID", Value: "another program"}, {Name: "REV", Value: "2001"}, {Name: "BEGIN", Value: "VCARD"}, {Name: "X-A", Value: "b"},
	}}
	for _, v := range versions() {
		out := string(cards.Append(nil, c, v, ""))
		if strings.Count(out, "BEGIN") != 1 || !strings.Contains(out, "X-A:b") || strings.Contains(out, "PROFILE") || strings.Contains(out, "PRODID") || strings.Contains(out, "REV") {
			t.Errorf("%s: %s", v, out)
		}
	}
}

func TestFirmsComeInAgain(t *testing.T) {
	for _, want := range []app.Customer{
		{Name: app.Name{Full: "Ann"}, Firm: "Möbel", Unknown: []app.Property{{Name: "ORG", Value: "Möbel"}, {Name: "ORG", Value: "Söhne;Verkauf"}}},
		{Name: app.Name{Full: "Ann"}, Firm: "Möbel", Unknown: []app.Property{{Name: "ORG", Value: "Möbel;Verkauf"}}},
	} {
		for _, v := range versions() {
			if diff := cmp.Diff(want, read(t, string(cards.Append(nil, want, v, "")))[0]); diff != "" {
				t.Errorf("%s: %s", v, diff)
			}
		}
	}
}

// Another reader finds every card, with its name and numbers.
func TestAnotherReaderFindsThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCustomer(t)
		for _, v := range versions() {
			card, err := vcard.NewDecoder(strings.NewReader(string(cards.Append(nil, c, v, "nobody")))).Decode()
			if err != nil {
				t.Fatal(err)
			}
			if len(card["TEL"]) != len(c.Phones) || len(card["EMAIL"]) != len(c.Emails) || len(card["FN"]) != 1 || card.Value("VERSION") != string(v) {
				t.Fatalf("%d numbers of %d, %d addresses of %d", len(card["TEL"]), len(c.Phones), len(card["EMAIL"]), len(c.Emails))
			}
		}
	})
}

func TestWhatIsNotOursStaysUnknown(t *testing.T) {
	unknown := []app.Property{
		{Name: "X-RINGBACK-DO-NOT-CALL", Value: "never;;"},
		{Name: "X-RINGBACK-DO-NOT-CALL", Value: "any;yesterday;"},
		{Name: "X-RINGBACK-BEST-TIME", Value: "25:00;;"},
		{Name: "X-RINGBACK-BEST-TIME", Value: ";;someday"},
		{Name: "X-RINGBACK-UNFIT", Value: "123;wrong-number"},
		{Name: "X-RINGBACK-REFERENCE", Value: "till;1"},
		{Name: "X-RINGBACK-NEW", Value: "1"},
		{Name: "X-OTHER", Value: "1"},
	}
	c := app.Customer{Unknown: slices.Clone(unknown)}
	cards.Adopt(&c)
	if diff := cmp.Diff(app.Customer{Unknown: unknown}, c); diff != "" {
		t.Error(diff)
	}
}

// text draws one line as the book keeps it, with all that may go wrong.
func text(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.StringMatching(`[a-z;,:"'\\=^&<ộß語😀+]{1,30}`), 0, 8).Draw(t, "words")
	return strings.Join(words, " ")
}

func some(t *rapid.T) string {
	return "x" + text(t)
}

func drawLabel(t *rapid.T) string {
	return rapid.SampledFrom([]string{"", "home", "work", "mobile", "work fax", "home work voice fax", "other", "Summer; house", "voice", "fax work"}).Draw(t, "label")
}

func drawCustomer(t *rapid.T) app.Customer {
	flip := func() bool { return rapid.Bool().Draw(t, "bool") }
	c := app.Customer{
		Name: app.Name{Full: text(t), Given: parts(t), Family: parts(t), Prefix: parts(t), Middle: parts(t), Suffix: parts(t)},
		Firm: text(t), Notes: strings.TrimSpace(text(t) + "\n" + text(t)),
		Birthday: rapid.SampledFrom([]string{"", "1980-02-29", "--12-31"}).Draw(t, "birthday"),
		Language: rapid.SampledFrom([]string{"", "fi", "pt-BR"}).Draw(t, "language"),
		TimeZone: rapid.SampledFrom([]string{"", "Europe/Helsinki"}).Draw(t, "zone"),
		Archived: flip(),
		BestTime: app.BestTime{
			From: app.Minute(rapid.IntRange(0, 1439).Draw(t, "from")), To: app.Minute(rapid.IntRange(0, 1440).Draw(t, "to")),
			Not: app.Weekdays(rapid.IntRange(0, int(app.Week)).Draw(t, "not")),
		},
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "how many") {
		number := rapid.StringMatching(`\+?[0-9][0-9() -]{0,10}[0-9]`).Draw(t, "number") + string(rune('0'+i))
		c.Phones = append(c.Phones, app.Phone{Label: drawLabel(t), Typed: strings.Join(strings.Fields(number), " "), Preferred: flip()})
		if p := &c.Phones[i]; flip() && !strings.HasPrefix(p.Typed, "+") {
			p.E164 = "+3584012345" + string(rune('0'+i))
		}
		c.Emails = append(c.Emails, app.Email{Label: drawLabel(t), Address: some(t), Preferred: flip()})
		c.Addresses = append(c.Addresses, app.Address{Label: drawLabel(t), POBox: parts(t), Street: "s" + parts(t), City: parts(t), Region: parts(t), PostalCode: parts(t), Country: parts(t), Extra: parts(t)})
		c.DoNotCall = append(c.DoNotCall, app.DoNotCall{Purpose: app.PurposeAny, Since: app.Day(rapid.IntRange(0, 700000).Draw(t, "day")), Reason: text(t)})
	}
	if len(c.Phones) > 0 && flip() && !slices.ContainsFunc(c.Phones[1:], func(p app.Phone) bool { return p.Typed == c.Phones[0].Typed }) {
		c.Phones[0].Unfit = app.UnfitDead
	}
	if flip() {
		c.Tags = []string{"a" + parts(t), "b,;" + parts(t)}
		c.References = []app.Reference{{Kind: app.ReferenceVCard, Value: some(t)}, {Kind: app.ReferenceShop, Value: some(t)}, {Kind: app.ReferenceShop, Value: some(t)}}
		c.Unknown = []app.Property{{Name: "X-A", Value: some(t)}, {Name: "X-B", Params: map[string][]string{"TYPE": {"x"}, "P": {"a:b"}}, Value: some(t)}}
	}
	return c
}

// parts draws a part of a name or an address: those of several words by commas
// are lists to some, and are joined by another sign.
func parts(t *rapid.T) string {
	return rapid.StringMatching(`([a-zß語;:"'\\]{1,20}( [a-zß語,]{1,9}z)?)?`).Draw(t, "part")
}
