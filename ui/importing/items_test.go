package importing_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/people"
)

func TestWhoIsAddedToIsShownWithWhatIsAdded(t *testing.T) {
	s := show(t, &shop{preview: &importing.Preview{
		Summary: importing.Summary{Counts: importing.Counts{Read: 1, Updated: 1}},
		Items: []importing.Item{{
			Kind: importing.KindCards, Action: importing.Update, Name: "Ann Bell", Phones: []app.Phone{{Typed: "+44 20 7946 0290"}},
			Added: []people.Addition{{What: "TEL", Text: "+44 20 7946 0291"}, {What: "UID", Text: "urn:uuid:4fbe8971"}},
		}},
	}})
	s.Dropped([]string{"people.vcf"})
	s.sees(t, "Adds +44 20 7946 0291")
	s.down(t, 1)
	s.sees(t, "Adds +44 20 7946 0291 · the card’s mark (UID)")
	s.sees(t, "+44 20 7946 0290")
}
