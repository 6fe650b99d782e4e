package vcards_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// whoIn tells of each card whom it is of, with which numbers, and what was said.
func whoIn(t *testing.T, file string) []string {
	t.Helper()
	var who []string
	for i, c := range read(t, file) {
		if c.Index != i {
			t.Errorf("card %d calls itself %d", i, c.Index)
		}
		text := strings.TrimSpace(c.Customer.Name.Full + " " + strings.Join(typed(c.Customer), " "))
		for _, p := range c.Problems {
			text += fmt.Sprintf(" (%s %v)", strings.TrimPrefix(p.Key, "import.card."), p.Args["Line"])
		}
		who = append(who, strings.TrimSpace(text))
	}
	return who
}

func TestNoCardIsLostForItsMarks(t *testing.T) {
	const begin, end = "BEGIN:VCARD\nVERSION:3.0\n", "END:VCARD\n"
	tests := []struct {
		name, file string
		want       []string
	}{
		{
			"a BEGIN with a letter too many", begin + "FN:Ann\nTEL:1\n" + end + "BEGIN:VCARDa\nFN:Bob\nTEL:2\nEND:VCARD garbage\n",
			[]string{"Ann 1", "Bob 2"},
		},
		{
			"a BEGIN with a slip, after a card that has no END", begin + "FN:Ann\nTEL:1\nBEGIN:VCARDa\nFN:Bob\nTEL:2\n" + end,
			[]string{"Ann 1 (no-end 5)", "Bob 2"},
		},
		{
			"no BEGIN", begin + "FN:Ann\nTEL:1\n" + end + "FN:Bob\nTEL:2\n" + end + begin + "FN:Cas\nTEL:3\n" + end,
			[]string{"Ann 1", "Bob 2 (no-begin 6)", "Cas 3"},
		},
		{"no BEGIN in the whole file", "VERSION:3.0\nFN:Ann\nTEL:1\nEND:vCard\n", []string{"Ann 1 (no-begin 1)"}},
		{"neither BEGIN nor END", "N:Bell;Ann\nTEL:1\nN:Bay;Bob\nTEL:2\n", []string{"Ann Bell 1 (no-begin 1)", "Bob Bay 2 (no-begin 3)"}},
		{"a number of nobody", begin + "FN:Ann\nTEL:1\n" + end + "\nTEL:2\n", []string{"Ann 1", "(stray 7)"}},
		{"a version of nobody", "VERSION:3.0\n" + begin + "FN:Ann\n" + end, []string{"Ann"}},
		{"a mail around the cards", "From: bob@example.com\n\nsee below\nurl: x\n" + begin + "FN:Ann\nTEL:1\n" + end + "Bob\n", []string{"Ann 1"}},
		{
			"another thing beside the cards", "BEGIN:VEVENT\nUID:1\nN:Lunch\nTEL:2\nEND:VEVENT\n" + begin + "FN:Ann\nTEL:1\n" + end,
			[]string{"Ann 1"},
		},
		{
			"cards in a card", begin + "N:parent\n" + begin + "N:one\nTEL:1\n" + end + begin + "N:two\n" + end + "TEL:3\n" + end + begin + "FN:Ann\nTEL:4\n" + end,
			[]string{"parent 3", "one 1", "two", "Ann 4"},
		},
		{
			"a card in a card that ends behind it", begin + "N:parent\n" + begin + "N:one\n" + end + end + begin + "FN:Ann\n" + end,
			[]string{"parent", "one", "Ann"},
		},
		{
			"no END before cards that have one", begin + "FN:Ann\nTEL:1\n" + begin + "FN:Bob\nTEL:2\n" + end + begin + "FN:Cas\nTEL:3\n" + end,
			[]string{"Ann 1 (no-end 5)", "Bob 2", "Cas 3"},
		},
		{
			"no END before a card without BEGIN", begin + "FN:Ann\nTEL:1\n" + begin + "FN:Bob\nTEL:2\n" + end + "FN:Cas\nTEL:3\n" + end,
			[]string{"Ann 1 (no-end 5)", "Bob 2", "Cas 3 (no-begin 10)"},
		},
		{
			"no END at all", begin + "FN:Ann\nTEL:1\n" + begin + "FN:Bob\nTEL:2\n" + begin + "FN:Cas\nTEL:3\n",
			[]string{"Ann 1 (no-end 5)", "Bob 2 (no-end 9)", "Cas 3 (no-end 12)"},
		},
		{"a BEGIN and no more in the file", "BEGIN:VCARD", []string{"(no-end 1)"}},
		{"a BEGIN and no more behind a card", begin + "FN:Ann\n" + end + "BEGIN:VCARD\n\n", []string{"Ann", "(no-end 6)"}},
		{"BEGIN twice", begin[:12] + begin + "FN:Ann\n" + end, []string{"Ann"}},
		{
			"an agent behind an empty line", begin + "FN:Ann\nAGENT:\n\n" + begin + "FN:Bob\nTEL:2\n" + end + "TEL:1\n" + end,
			[]string{"Ann 1 (agent 6)"},
		},
		{"an END that stands in", begin + "FN:Ann\nTEL:1\n END:VCARD\n" + begin + "FN:Bob\nTEL:2\n" + end, []string{"Ann 1", "Bob 2"}},
		{
			"marks that stand in", begin + "FN:Ann\nTEL:1\n\tEND:VCARD\n BEGIN:VCARD\nFN:Bob\nTEL:2\n END:VCARD\n", []string{"Ann 1", "Bob 2"},
		},
		{"a BEGIN that has its version beside it", "BEGIN:VCARD VERSION:3.0\nFN:Ann\nTEL:1\n" + end + begin + "FN:Bob\n" + end, []string{"Ann 1 (no-begin 2)", "Bob"}},
		{"marks with a group", "home.begin:vcard\nFN:Ann\nhome.tel:1\nhome.end:vcard\nBEGIN:VCARD\nFN:Bob\nwork.End:vCard\n", []string{"Ann 1", "Bob"}},
		{
			"a BEGIN on the line of an END", begin + "FN:Ann\nTEL:1\nEND:VCARD" + begin + "FN:Bob\nTEL:2\nEND:VCARD\ufeff" + begin + "FN:Cas\nEND:VCARD " + begin + "N:parent\n" + begin + "FN:Dan\nEND:VCARD" + begin + "FN:Eve\n" + end + "TEL:3\nEND:VCARD",
			[]string{"Ann 1", "Bob 2", "Cas", "parent 3", "Dan", "Eve"},
		},
		{
			"a BEGIN on the line of an END that text seems to go on in", begin + "FN:Ann\nNOTE;QUOTED-PRINTABLE:a=\nEND:VCARD" + begin + "FN:Bob\nNOTE:b\n END:VCARD" + begin + "FN:Cas\n" + end,
			[]string{"Ann", "Bob", "Cas"},
		},
		{
			"quoted-printable that seems to go on in the END", begin + "FN:Ann\nNOTE;QUOTED-PRINTABLE:a=3D=\n" + end + begin + "FN:Bob\n" + end,
			[]string{"Ann", "Bob"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := whoIn(t, tt.file); !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestACardWithoutEndDoesNotHoldUpTheOthers(t *testing.T) {
	file := "BEGIN:VCARD\nFN:Ann\n" + strings.Repeat("BEGIN:VCARD\nFN:Bob\nEND:VCARD\n", 100)
	if got := whoIn(t, file); len(got) != 101 || got[0] != "Ann (no-end 3)" || got[100] != "Bob" {
		t.Errorf("%d cards: %q…", len(got), got[:2])
	}
}
