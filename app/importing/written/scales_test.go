package written_test

import (
	"testing"

	"ringback.app/app/importing/written"
)

func TestAColumnsNameSaysHowFarItsRatingsGo(t *testing.T) {
	type said struct {
		base    string
		highest int
	}
	for name, want := range map[string]said{
		"Rating (1-5)":            {"Rating", 5},
		"Score (0–10)":            {"Score", 10},
		"Rating [1 to 10]":        {"Rating", 10},
		"Score out of 5":          {"Score", 5},
		"rating_1-5":              {"rating", 5},
		"Bewertung (1 bis 5)":     {"Bewertung", 5},
		"Note sur 10":             {"Note", 10},
		"Satisfaction /5":         {"Satisfaction", 5},
		"Rating (max. 5 stars)":   {"Rating", 5},
		"Rating":                  {"Rating", 0},
		"Rating 5":                {"Rating 5", 0},
		"Likely to recommend 1-7": {"Likely to recommend 1-7", 0},
		"Order 2026-10-5":         {"Order 2026-10-5", 0},
		"":                        {"", 0},
	} {
		base, highest := written.Scale(name)
		if got := (said{base, highest}); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}
