package vcards_test

import (
	"bufio"
	"encoding/json"
	"errors"
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
		if want.Cards != len(cards) && want.Index == 0 {
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
		if same {
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
		check(1, "parts of the name", slices.Equal(parts, want.N), parts, want.N)
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

func sameSet(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}
