package cells

import (
	"slices"
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// Refusal writes a wish not to be called: marketing: asked us twice (2026-11-01).
func Refusal(d app.DoNotCall) string {
	text := string(d.Purpose)
	if d.Reason != "" {
		text += ": " + d.Reason
	}
	return noted(text, d.Since.String())
}

// ReadRefusals reads a cell with wishes not to be called, as List and Refusal
// wrote it or as anybody may have. What cannot be told is a wish not to be
// called at all: nobody is rung because their wish was written in other words.
// These words are returned, too.
func ReadRefusals(cell string) (all []app.DoNotCall, unsure []string) {
	for _, thing := range Things(cell) {
		if NoWish(thing) {
			continue
		}
		switch strings.ToLower(thing) {
		case "yes", "true", "1", "x":
			all = append(all, app.DoNotCall{Purpose: app.PurposeAny})
			continue
		}
		refusal, sure := readRefusal(thing)
		if !sure {
			unsure = append(unsure, thing)
		}
		all = append(all, refusal)
	}
	return all, unsure
}

// readRefusal returns false beside the wish if it was written in other words.
func readRefusal(text string) (app.DoNotCall, bool) {
	var day app.Day
	if day.UnmarshalText([]byte(text)) == nil {
		return app.DoNotCall{Purpose: app.PurposeAny, Since: day}, true
	}
	wish, since := cutNote(text)
	if day.UnmarshalText([]byte(since)) != nil {
		wish = text
	}
	purpose, reason, _ := strings.Cut(wish, ":")
	switch p := app.Purpose(strings.ToLower(strings.TrimSpace(purpose))); p {
	case app.PurposeFollowUp, app.PurposeMarketing, app.PurposeAny:
		return app.DoNotCall{Purpose: p, Reason: strings.TrimSpace(reason), Since: day}, true
	}
	return app.DoNotCall{Purpose: app.PurposeAny, Reason: wish, Since: day}, false
}

// NoWish tells whether what somebody wrote about wishes not to be called says that
// there is none, in the ways in which tables say no and nothing.
func NoWish(text string) bool {
	if strings.Trim(text, "-–—./ ") == "" {
		return true
	}
	plain := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, folding.Fold(text))
	return slices.Contains([]string{
		"no", "n", "false", "f", "0", "00", "off", "unchecked", "nein", "non", "nao", "ei", "nee", "nej", "nie",
		"none", "na", "notapplicable", "notset", "nothing", "null", "nil", "empty", "blank", "undefined", "unspecified", "unknown",
		"keine", "kein", "keiner", "aucun", "aucune", "ninguno", "ninguna", "nessuno", "nessuna", "nenhum", "nenhuma", "geen", "ingen", "inga", "brak",
		"allow", "allowed", "ok",
	}, plain)
}
