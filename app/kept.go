package app

import "strings"

// Whatever is kept without a history, by the package that keeps it, has one of these
// words as its key or as the beginning of it. Where a customer is forgotten, all that
// is kept of them goes; what that means is another thing for each.
const (
	KeptDrafts    = "draft."           // what is typed and not on record, of one customer each but for these two:
	KeptAnswers   = "draft.complaints" // what is typed about several complaints, one after the other
	KeptSettings  = "draft.settings"   // words of the shop, as those of its plan
	KeptReminders = "reminders"        // what was told of many: it names them by their IDs
	KeptMappings  = "mapping:"         // what the columns of a table are: words of tables, not of people
	KeptStrangers = "apart."           // that two are two: both stand in the key
	KeptSettled   = "settled."         // what was on record of a customer in a book that was read back: who they are now stands in the key
)

// StrangersKey is the key under which a book keeps that two customers are two people.
func StrangersKey(a, b ID) string {
	if a.Compare(b) > 0 {
		a, b = b, a
	}
	return KeptStrangers + a.String() + "." + b.String()
}

// StrangersOf returns who are two people by that key; false if it is no such key.
func StrangersOf(key string) (a, b ID, ok bool) {
	both, ok := strings.CutPrefix(key, KeptStrangers)
	if !ok {
		return a, b, false
	}
	first, second, _ := strings.Cut(both, ".")
	a, errA := ParseID(first)
	b, errB := ParseID(second)
	return a, b, errA == nil && errB == nil
}
