package vcards_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ringback.app/app/importing/vcards"
)

func TestEachNumberIsCalledAsItsOwnGroupSays(t *testing.T) {
	file := card("3.0", "FN:Ann",
		"item1.TEL;type=pref:+44 20 7946 0001", "item1.X-ABLabel:_$!<Mobile>!$_",
		"item2.X-ABLabel:Summer house", "item2.TEL:+44 20 7946 0002",
		"item3.TEL;TYPE=FAX:+44 20 7946 0003", "item3.X-ABLabel:Büro",
		"item4.TEL:+44 20 7946 0004", "item4.X-ABLabel:_$!<HomeFAX>!$_",
		"item5.TEL;TYPE=HOME:+44 20 7946 0005",
		"TEL;TYPE=WORK:+44 20 7946 0006",
		"ITEM6.EMAIL;TYPE=INTERNET:ann@example.com", "item6.X-ABLABEL:_$!<School>!$_",
	)
	r, err := vcards.NewReader(strings.NewReader(file), vcards.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	var labels []string
	for _, p := range c.Customer.Phones {
		labels = append(labels, p.Label)
	}
	if want := []string{"mobile", "Summer house", "Büro fax", "home fax", "home", "work"}; !slices.Equal(labels, want) {
		t.Errorf("numbers are %q, want %q", labels, want)
	}
	if e := c.Customer.Emails; len(e) != 1 || e[0].Label != "school" {
		t.Errorf("addresses are %+v", e)
	}
}

func TestWordsThatSomebodyMadeUpStayLabels(t *testing.T) {
	madeUp := []string{""} // more of them than anybody gives a number
	for i := range 3000 {
		madeUp = append(madeUp, fmt.Sprint("word", i))
	}
	for line, want := range map[string]string{
		`EMAIL;TYPE=school:a@example.com`:                                                                     "school",
		`EMAIL;TYPE=INTERNET,X-Ferien:a@example.com`:                                                          "Ferien",
		`TEL;TYPE=MAIN:+44 20 7946 0001`:                                                                      "main",
		`TEL;HOME;X-Laube;VOICE;PREF:+44 20 7946 0001`:                                                        "home Laube",
		`TEL;TYPE=WORK;TYPE=customType:+44 20 7946 0001`:                                                      "work customType",
		`TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=C3=84rztin):+44 20 7946 0001`:                  "Ärztin",
		`TEL;X-CUSTOM(Boat):+44 20 7946 0001`:                                                                 "Boat",
		`TEL;TYPE=` + strings.Repeat("voice,", 30) + `boat` + strings.Join(madeUp, ",") + `:+44 20 7946 0001`: "boat" + strings.Join(madeUp[:10], " "),
		`TEL;TYPE=` + strings.Join(madeUp, ";TYPE=") + `:+44 20 7946 0001`:                                    strings.TrimSpace(strings.Join(madeUp[:11], " ")),
		`TEL;TYPE="voice,text,textphone",MSG;TYPE=pref:+44 20 7946 0001`:                                      "",
		`TEL;X-EVOLUTION-UI-SLOT=1;TYPE=iPhone:+44 20 7946 0001`:                                              "mobile",
	} {
		c := one(t, card("3.0", "FN:Ann", line)).Customer
		got := ""
		for _, p := range c.Phones {
			got = p.Label
		}
		for _, e := range c.Emails {
			got = e.Label
		}
		if got != want {
			t.Errorf("%s is called %q, want %q", line, got, want)
		}
	}
}

func TestEveryFirmOfACardIsKept(t *testing.T) {
	c := one(t, card("3.0", "FN:Ann", "ORG:;", "ORG:Care Co.", `ORG:Möbel\; Söhne;Verkauf`, "ORG:Care Co.")).Customer
	if c.Firm != "Care Co." || len(c.Unknown) != 2 || c.Unknown[0].Value != "Care Co." || c.Unknown[1].Value != `Möbel\; Söhne;Verkauf` {
		t.Errorf("the firm is %q beside %+v", c.Firm, c.Unknown)
	}
}
