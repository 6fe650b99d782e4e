package vcards_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/importing/vcards"
)

// expected is what most readers of a file agree on.
type expected struct {
	File       string
	Index      int
	Cards      int
	FN         *string
	FNSure     bool `json:"fn_sure"`
	N          []string
	NSure      bool `json:"n_sure"`
	Tels       []string
	TelsSure   bool `json:"tels_sure"`
	Emails     []string
	EmailsSure bool `json:"emails_sure"`
}

// exceptions are where most readers are wrong, by file, card and what of it.
var exceptions = map[string]string{
	"vcards/eds__7.vcf 0 cards":                      "a card without BEGIN, which Ringback reads and says so",
	"vcards/symbian__Various-9.vcf 0 cards":          "a list that holds two cards: the people in it come in as cards of their own",
	"vcards/symbian__TestFiles-Begin2.vcf 0 cards":   "a BEGIN and no more at the end, of which Ringback says that nobody stands in it",
	"vcards/symbian__TestFiles-Base64.vcf 0 parts":   "the name is in base64, which most readers leave as it is",
	"vcards/symbian__TestFiles-IAgent.vcf 0 phones":  "the last number is that of the agent, another person",
	"vcards/vcardnet__v2.1-John_Doe.vcf 0 phones":    "the last number is that of the agent, another person",
	"vcards/vcardnet__v2.1-Contacts.vcf 0 phones":    "the last number is that of the agent, another person",
	"vcards/vcardnet__v2.1-Contacts.vcf 1 phones":    "the last number is that of the agent, another person",
	"vcards/vcardnet__v3.0-John_Doe.vcf 0 phones":    "the last number is that of the agent, another person",
	"vcards/vcardnet__v3.0-Contacts.vcf 0 phones":    "the last number is that of the agent, another person",
	"vcards/vcardnet__v3.0-Contacts.vcf 1 phones":    "the last number is that of the agent, another person",
	"vcards/syncevolution__carddav.vcf 14 parts":     "most readers split the given name at an escaped semicolon",
	"vcards/syncevolution__eds_contact.vcf 14 parts": "most readers split the given name at an escaped semicolon",
}

func corpus(t *testing.T) string {
	folder := os.Getenv("RINGBACK_CORPUS")
	if folder == "" {
		t.Skip("RINGBACK_CORPUS names no folder of vCards to try")
	}
	return folder
}

func readAll(t *testing.T, path string) []vcards.Card {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := vcards.NewReader(f, vcards.Options{})
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
			t.Fatalf("%s: %v", filepath.Base(path), err)
		}
		cards = append(cards, card)
	}
}

func TestTheCorpusIsReadAsMostReadersReadIt(t *testing.T) {
	folder := corpus(t)
	f, err := os.Open(filepath.Join(folder, "expected-vcards.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	read := map[string][]vcards.Card{}
	var right, all [4]int
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var want expected
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		if _, ok := read[want.File]; !ok {
			read[want.File] = readAll(t, filepath.Join(folder, want.File))
		}
		cards := read[want.File]
		if _, wrong := exceptions[want.File+" 0 cards"]; want.Cards != len(cards) && want.Index == 0 && !wrong {
			t.Errorf("%s: %d cards, want %d", want.File, len(cards), want.Cards)
		}
		if want.Index >= len(cards) {
			continue
		}
		got := cards[want.Index].Customer
		compare(t, want, got, &right, &all)
	}
	t.Logf("right: names %d of %d, parts of names %d of %d, phones %d of %d, e-mails %d of %d",
		right[0], all[0], right[1], all[1], right[2], all[2], right[3], all[3])
}

func compare(t *testing.T, want expected, c app.Customer, right, all *[4]int) {
	t.Helper()
	check := func(i int, what string, same bool, got, wanted any) {
		all[i]++
		if _, wrong := exceptions[fmt.Sprintf("%s %d %s", want.File, want.Index, what)]; same || wrong {
			right[i]++
			return
		}
		t.Errorf("%s card %d: %s\n got  %q\n want %q", want.File, want.Index, what, got, wanted)
	}
	if want.FNSure && want.FN != nil {
		check(0, "name", folding.Fold(c.Name.Full) == folding.Fold(*want.FN), c.Name.Full, *want.FN)
	}
	if want.NSure && want.N != nil {
		parts := []string{c.Name.Family, c.Name.Given, c.Name.Middle, c.Name.Prefix, c.Name.Suffix}
		for len(parts) > 0 && parts[len(parts)-1] == "" {
			parts = parts[:len(parts)-1]
		}
		check(1, "parts", slices.Equal(asWritten(parts), asWritten(want.N)), parts, want.N)
	}
	if want.TelsSure {
		var got []string
		for _, p := range c.Phones {
			got = append(got, strings.TrimPrefix(p.Typed, "tel:"))
		}
		check(2, "phones", sameSet(got, want.Tels), got, want.Tels)
	}
	if want.EmailsSure {
		var got []string
		for _, e := range c.Emails {
			got = append(got, e.Address)
		}
		check(3, "e-mails", sameSet(got, want.Emails), got, want.Emails)
	}
}

// asWritten puts a space where a part of a name is a list: "ing. jr,M.Sc." is
// shown as a person would write it.
func asWritten(parts []string) []string {
	var written []string
	for _, p := range parts {
		written = append(written, strings.ReplaceAll(p, ",", " "))
	}
	return written
}

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

func TestCharsetsOfTheCorpusAreRead(t *testing.T) {
	folder := corpus(t)
	f, err := os.Open(filepath.Join(folder, "expected-charsets.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var want struct {
			File  string
			Index int
			Prop  string
			Value *string
		}
		if err := json.Unmarshal(lines.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		if want.Value == nil {
			continue // nobody can tell
		}
		n := readAll(t, filepath.Join(folder, want.File))[want.Index].Customer.Name
		got := n.Full
		wanted := *want.Value
		if want.Prop == "N" {
			got = strings.Join([]string{n.Family, n.Given, n.Middle, n.Prefix, n.Suffix}, ";")
			wanted += strings.Repeat(";", 4-strings.Count(wanted, ";"))
		}
		if got != wanted {
			t.Errorf("%s card %d: %s\n got  %q\n want %q", want.File, want.Index, want.Prop, got, wanted)
		}
	}
}
