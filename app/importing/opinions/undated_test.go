package opinions_test

import (
	"testing"

	"ringback.app/app/importing/importingtest"
)

func TestAnOpinionKnowsWhetherBothOfItsDaysAreKnown(t *testing.T) {
	tests := map[string]struct {
		header, line string
		undated      bool
	}{
		"both":                     {"Date,Received,Feedback,Stars", "2026-11-01,2026-11-09,Fine,4", false},
		"only when it was said":    {"Date,Feedback,Stars", "2026-11-01,Fine,4", true},
		"only when we heard it":    {"Received,Feedback,Stars", "2026-11-09,Fine,4", true},
		"neither":                  {"Feedback,Stars", "Fine,4", true},
		"the one left empty":       {"Date,Received,Feedback,Stars", "2026-11-01,,Fine,4", true},
		"the other left empty":     {"Date,Received,Feedback,Stars", ",2026-11-09,Fine,4", true},
		"both on one and same day": {"Date,Received,Feedback,Stars", "2026-11-09,2026-11-09,Fine,4", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importingtest.Told(tt.header, tt.line))
			if o, ok := importingtest.OpinionsOf(book)["Fine"]; !ok || o.Undated != tt.undated {
				t.Errorf("%+v", o)
			}
		})
	}
}
