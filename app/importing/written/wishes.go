package written

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/exporting/cells"
	"ringback.app/app/importing/values"
)

// IsFlag tells whether a cell is a yes or a no in a whole word.
func IsFlag(cell string) bool { return len(cell) > 1 && IsYesOrNo(cell) }

// IsYes tells whether a cell says so in a word.
func IsYes(cell string) bool { return slices.Contains(yesWords, Plain(cell)) }

// IsYesOrNo tells whether a cell says so in a word; a number may be how many.
func IsYesOrNo(cell string) bool {
	return !strings.ContainsAny(cell, "0123456789") && (IsYes(cell) || slices.Contains(withdrawn, Plain(cell)))
}

// What such a column says, as Plain makes it. What says neither is a word of
// its own about why, beside a refusal, and nothing beside a consent.
var (
	yesWords = []string{
		"yes", "y", "true", "t", "1", "10", "x", "on", "checked", "ja", "j", "oui", "si", "sim", "kylla", "tak", "donotcall", "dnc", "optedout",
		"donotallow", "denied", "refused",
	}
	withdrawn = []string{"no", "n", "false", "f", "0", "00", "off", "nein", "non", "nao", "ei", "nee", "nej", "nie", "denied", "refused", "declined", "withdrawn", "revoked", "optedout", "unsubscribed", "donotcall", "donotallow"}
)

// Refusal is what a cell says of a wish not to be called, in a column of such
// wishes or of consent; false if it is none. A word that nobody here knows is taken for one where it refuses: one
// call too few is better than one too many.
func Refusal(ofConsent bool, text string, order values.Order) (app.DoNotCall, bool) {
	said := Plain(text)
	refused := app.DoNotCall{Purpose: app.PurposeAny}
	switch {
	case ofConsent:
		return refused, slices.Contains(withdrawn, said)
	case cells.NoWish(text):
		return refused, false
	case slices.Contains(yesWords, said), strings.Trim(text, "✓✔☑✗✘ ") == "":
		return refused, true
	}
	if day, _, err := values.ParseDay(text, order); err == nil {
		refused.Since = day
	} else {
		refused.Reason = text
	}
	return refused, true
}

// MayCall tells whether a cell says in so many words that they may be called.
func MayCall(ofConsent bool, text string) bool {
	said := Plain(text)
	if ofConsent {
		return slices.Contains(yesWords, said) && !slices.Contains(withdrawn, said)
	}
	return cells.NoWish(text) && slices.Contains(withdrawn, said)
}

// UnsureWish says that a text was taken for a wish not to be called since nobody knows its
// words.
func UnsureWish(line int, column, text string) *app.Error {
	return app.InvalidLine("import.card.wish", line, app.Args{"Text": Beginning(text), "Column": strings.TrimSpace(column)})
}
