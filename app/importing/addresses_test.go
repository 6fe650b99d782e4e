package importing_test

import (
	"testing"

	"ringback.app/app/importing"
)

func TestAddressesForMailAreReadAsTheyAreMeant(t *testing.T) {
	tests := []struct{ name, typed, want, problem string }{
		{"an address", "ann@example.com", "ann@example.com", ""},
		{"a name before it", "Ann Bell <ann@example.com>", "ann@example.com", ""},
		{"letters that cannot be seen", "ann\u200b@exam\u200dple.com", "ann@example.com", ""},
		{"no place", "not-an-address", "not-an-address", "import.card.email"},
		{"two of them", "ann@bob@example.com", "ann@bob@example.com", "import.card.email"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			item := look(t, newShelf(), importing.Options{}, cards(card("FN:Ann", "EMAIL:"+tt.typed))).Items[0]
			if got := item.Emails[0].Address; got != tt.want {
				t.Errorf("read %q, want %q", got, tt.want)
			}
			problem := ""
			if len(item.Problems) > 0 {
				problem = item.Problems[0].Key
			}
			if problem != tt.problem {
				t.Errorf("said %q, want %q", problem, tt.problem)
			}
		})
	}
}
