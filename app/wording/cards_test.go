package wording_test

import (
	"strings"
	"testing"

	"ringback.app/app"
)

func TestWhatACardSaysIsCalledAsPeopleCallIt(t *testing.T) {
	v := english(t)
	for property, want := range map[app.CardProperty]string{
		"BDAY": "The birthday in the file is", "FN": "The name in the file is", "N": "The name in the file is",
		"TITLE": "The job title in the file is", "UID": "The card’s own number in the file is",
		"X-SKYPE": "The X-SKYPE in the file is", // nobody knows a better word
	} {
		said := v.Error(app.Invalid("import.card.kept", app.Args{"Property": property, "Ours": "A", "Theirs": "B"}))
		if !strings.HasPrefix(said, want+" “B”") {
			t.Errorf("%s: %s", property, said)
		}
	}
}
