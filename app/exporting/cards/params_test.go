package cards_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/exporting/cards"
)

// cameAs is a customer as a card of version 4.0 with these lines brings them.
func cameAs(t *testing.T, of ...string) app.Customer {
	t.Helper()
	return came(t, lines(slices.Concat([]string{"BEGIN:VCARD", "VERSION:4.0"}, of, []string{"END:VCARD"})...))
}

// came is a customer as an import takes them, which knows what begins a link.
func came(t *testing.T, text string) app.Customer {
	t.Helper()
	c := read(t, text)[0]
	for i, p := range c.Phones {
		c.Phones[i].Typed = strings.TrimPrefix(p.Typed, "tel:")
	}
	return c
}

func TestWhatNobodyUsesOfACardGoesOutAgain(t *testing.T) {
	for _, tt := range []struct {
		name string
		came []string
		out  map[cards.Version]string // a line of what goes out
	}{
		{"a name in another script", []string{"FN;ALTID=1:Yamada Taro", "FN;ALTID=1;LANGUAGE=ja:山田太郎"}, map[cards.Version]string{
			cards.V4: "FN;ALTID=1;LANGUAGE=ja:山田太郎", cards.V3: "X-RINGBACK-ALSO;ALTID=1;LANGUAGE=ja:FN;山田太郎",
		}},
		{"a second language", []string{"FN:Ann Lee", "LANG:en", "LANG;PREF=2:fr"}, map[cards.Version]string{cards.V4: "LANG;PREF=2:fr", cards.V3: "LANG;PREF=2:fr"}},
		{"a language that is none", []string{"FN:Ann Lee", "LANG:as at home"}, map[cards.Version]string{cards.V4: "LANG:as at home"}},
		{"how much a number is preferred", []string{"FN:Ann Lee", "TEL;PREF=2;TYPE=cell:+12025550144", "TEL;PREF=1:+12025550145"}, map[cards.Version]string{
			cards.V4: "TEL;PREF=2;TYPE=cell:+12025550144",
		}},
		{"what a program says of a number", []string{"FN:Ann Lee", "TEL;X-FOO=bar:+12025550144"}, map[cards.Version]string{cards.V4: "TEL;X-FOO=bar:+12025550144", cards.V3: "TEL;X-FOO=bar:+12025550144"}},
		{"what it says of one with an extension", []string{"FN:Ann Lee", "TEL;VALUE=uri;X-FOO=bar:tel:+12025550144;ext=12"}, map[cards.Version]string{
			cards.V4: "TEL;VALUE=uri;X-FOO=bar:tel:+12025550144;ext=12",
		}},
		{"what it says of an address for mail", []string{"FN:Ann Lee", "EMAIL;X-SLOT=1:Ann@example.com"}, map[cards.Version]string{cards.V4: "EMAIL;X-SLOT=1:Ann@example.com"}},
		{"the label for parcels", []string{"FN:Ann Lee", `ADR;LABEL="1 High St, Leeds";GEO="geo:1,2":;;1 High St;Leeds;;LS1;UK`}, map[cards.Version]string{
			cards.V4: `ADR;GEO="geo:1,2";LABEL="1 High St, Leeds":;;1 High St;Leeds;;LS1;UK`,
		}},
		{"a name of lists", []string{"FN:Dr. John Stevenson", `N;SORT-AS="Stev,John":Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.,A.C.P.`}, map[cards.Version]string{
			cards.V4: `N;SORT-AS="Stev,John":Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.,A.C.P.`, cards.V3: `N;SORT-AS="Stev,John":Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.,A.C.P.`,
		}},
		{"a name with a comma that is none", []string{"FN:Ann Lee", `N:Lee\, of Leeds;Ann;Jo,\nMay\;x;;`}, map[cards.Version]string{cards.V4: `N:Lee\, of Leeds;Ann;Jo,\nMay\;x;;`}},
		{"the language of a name", []string{"FN:Ann Lee", "N;LANGUAGE=en:Lee;Ann;;;"}, map[cards.Version]string{cards.V4: "N;LANGUAGE=en:Lee;Ann;;;"}},
		{"what a firm is sorted as", []string{"FN:Ann Lee", `ORG;SORT-AS="Bank":The Bank`}, map[cards.Version]string{cards.V4: "ORG;SORT-AS=Bank:The Bank"}},
		{"how a name is read", []string{"FN:山田太郎", "SOUND;X-IRMC-N:ﾔﾏﾀﾞ;ﾀﾛｳ;;;"}, map[cards.Version]string{
			cards.V4: "SOUND;TYPE=X-IRMC-N:ﾔﾏﾀﾞ;ﾀﾛｳ;;;", cards.V3: "SOUND;TYPE=X-IRMC-N:ﾔﾏﾀﾞ;ﾀﾛｳ;;;",
		}},
		{"a second birthday", []string{"FN:Ann Lee", "BDAY:19800101", "BDAY;X-A=b:19810101"}, map[cards.Version]string{
			cards.V4: "X-RINGBACK-ALSO;X-A=b:BDAY;19810101", cards.V3: "X-RINGBACK-ALSO;X-A=b:BDAY;19810101",
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := cameAs(t, tt.came...)
			for _, v := range versions() {
				text := string(cards.Append(nil, c, v, "Nobody"))
				unfolded := strings.ReplaceAll(text, "\r\n ", "")
				if want, ok := tt.out[v]; ok && !strings.Contains(unfolded, "\r\n"+want+"\r\n") {
					t.Errorf("%s: no line %q in\n%s", v, want, unfolded)
				}
				for _, once := range []string{"BDAY", "N", "ORG"} {
					if n := strings.Count(unfolded, "\r\n"+once+":") + strings.Count(unfolded, "\r\n"+once+";"); n > 1 {
						t.Errorf("%s: %s is there %d times", v, once, n)
					}
				}
				if diff := cmp.Diff(c, came(t, text)); diff != "" {
					t.Errorf("%s: it comes back otherwise (-came +again):\n%s", v, diff)
				}
			}
		})
	}
}

func TestWhatANumberSaysStaysWithItHoweverItIsTyped(t *testing.T) {
	c := cameAs(t, "FN:Ann Lee", "TEL;X-FOO=bar:(202) 555-0144")
	c.Phones[0].E164 = "+12025550144"
	for _, v := range versions() {
		text := string(cards.Append(nil, c, v, "Nobody"))
		if !strings.Contains(text, "TEL;X-FOO=bar:+12025550144\r\n") {
			t.Errorf("%s: %s", v, text)
		}
		if diff := cmp.Diff(c, came(t, text)); diff != "" {
			t.Errorf("%s: it comes back otherwise (-came +again):\n%s", v, diff)
		}
	}
}

func TestANameThatWasChangedGoesOutAsItIs(t *testing.T) {
	c := cameAs(t, "FN:John Stevenson", `N;SORT-AS="Stev,John":Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.`)
	if want := (app.Name{Full: "John Stevenson", Family: "Stevenson", Given: "John", Middle: "Philip Paul", Prefix: "Dr.", Suffix: "Jr. M.D."}); c.Name != want {
		t.Fatalf("the name is %+v", c.Name)
	}
	c.Name.Family = "Stephens"
	for _, v := range versions() {
		text := string(cards.Append(nil, c, v, "Nobody"))
		if !strings.Contains(text, "\r\nN:Stephens;John;Philip Paul;Dr.;Jr. M.D.\r\n") || strings.Contains(text, "SORT-AS") {
			t.Errorf("%s: %s", v, text)
		}
	}
}
