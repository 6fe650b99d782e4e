package app

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
)
