package keeping_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/ui/keeping"
)

func TestOnlyWhatMayHideADraftIsUnread(t *testing.T) {
	for name, test := range map[string]struct {
		err  error
		want bool
	}{
		"nothing is wrong":               {nil, false},
		"they are gone":                  {&app.Error{Code: app.CodeNotFound, Key: "error.book.no-customer"}, false},
		"the draft was written wrongly":  {&app.Error{Code: app.CodeDamaged, Key: "error.opinion.draft"}, false},
		"the book is damaged":            {&app.Error{Code: app.CodeDamaged, Key: "error.book.damaged"}, true},
		"the disk refuses to be read of": {&app.Error{Code: app.CodeStorage, Key: "error.book.storage"}, true},
	} {
		if got := keeping.Unread(test.err); (got != nil) != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
