package data

// bucket names one bucket of the tree drawn in the package comment.
type bucket uint8

const (
	inMeta bucket = iota
	inPlan
	inCustomers
	inPurchases
	inDiary
	inJournal
	inKept
	inForgotten

	inCounts
	inLines
	inByCustomer
	inPurchasesByDay
	inByTime
	inReferences
	inPhones
	inEmails
	inGaps
	inZones
	inOpenings
	inUnasked
	inNames
	inGrams
	inItems
	inItemNumbers
	inItemBuyers
	inLedger
	inWords

	bucketCount
)

// These are shelves: several indexes in one bucket whose keys begin alike, so
// that what is written together lies together and a change touches few pages.
// Their keys are named without the shelf's letter, which goes between the head
// and the rest.
const (
	inSummaries bucket = bucketCount + iota
	inNumbers
	inPurchasesByCustomer
	inReceipts
	inCallsByCustomer
	inOpinionsByCustomer
	inComplaintsByCustomer
	inJournalByCustomer
	inCallsByTime
	inOpinionsByTime
	inCalls
	inOpinions
	inComplaints
	inBatches
	inNumbersOfDay
	inTalkOfDay
	inLastWords
	inOpenComplaints
	inComplaintsByTime
	inPutRight
	inPraiseWaiting
	inPraisePassed
	inQuotes
	inPromises
	inUnhappy
	inArchived
	inThanked
	inCurrencies
)

// shelf says where an index lies in a bucket that it shares.
type shelf struct {
	in     bucket
	head   int // how long is what the keys of the bucket begin with
	letter byte
}

// shelves are in the order of their names. What a call changes of a customer
// comes before their purchases, which are many.
var shelves = [...]shelf{
	{inByCustomer, idSize, 's'},
	{inByCustomer, idSize, 'n'},
	{inByCustomer, idSize, 't'},
	{inByCustomer, idSize, 'u'},
	{inByCustomer, idSize, 'c'},
	{inByCustomer, idSize, 'o'},
	{inByCustomer, idSize, 'm'},
	{inByCustomer, idSize, 'j'},
	{inByTime, momentSize + idSize, 'c'},
	{inByTime, momentSize + idSize, 'o'},
	{inDiary, idSize, 'c'},
	{inDiary, idSize, 'o'},
	{inDiary, idSize, 'm'},
	{inDiary, idSize, 'b'},
	{inByTime, momentSize + idSize, 'n'},
	{inByTime, momentSize + idSize, 't'},
	{inByTime, momentSize + idSize, 'w'},
	{inLedger, 0, 'o'},
	{inLedger, 0, 'c'},
	{inLedger, 0, 'r'},
	{inLedger, 0, 'w'},
	{inLedger, 0, 'd'},
	{inLedger, 0, 'q'},
	{inLedger, 0, 'p'},
	{inLedger, 0, 'u'},
	{inLedger, 0, 'a'},
	{inLedger, 0, 't'},
	{inLedger, 0, 'm'},
}

// shelf returns where b lies, and whether it is a shelf.
func (b bucket) shelf() (shelf, bool) {
	if b < bucketCount {
		return shelf{}, false
	}
	return shelves[b-bucketCount], true
}

// real returns the bucket of the file in which b lies.
func (b bucket) real() bucket {
	if s, ok := b.shelf(); ok {
		return s.in
	}
	return b
}

// shelve returns the key as it is in the file. On a shelf, it begins with a
// head.
func (b bucket) shelve(key []byte) []byte {
	s, ok := b.shelf()
	if !ok {
		return key
	}
	return join(key[:s.head], []byte{s.letter}, key[s.head:])
}

// holds tells whether a key of the file is one of b's, and not of another index
// in the same bucket.
func (b bucket) holds(key []byte) bool {
	s, ok := b.shelf()
	return !ok || key[s.head] == s.letter
}

// unshelve returns the key without the shelf's letter, in the buffer.
func (b bucket) unshelve(key, buffer []byte) []byte {
	s, ok := b.shelf()
	if !ok {
		return key
	}
	return append(append(buffer[:0], key[:s.head]...), key[s.head+1:]...)
}

// firstDerived is the first bucket that follows from the ones before it.
const firstDerived = inCounts

var bucketNames = [bucketCount]string{
	inMeta:           "meta",
	inPlan:           "plan",
	inCustomers:      "customers",
	inPurchases:      "purchases",
	inDiary:          "diary",
	inJournal:        "journal",
	inKept:           "kept",
	inForgotten:      "forgotten",
	inCounts:         "counts",
	inLines:          "lines",
	inByCustomer:     "by-customer",
	inPurchasesByDay: "purchases-by-day",
	inByTime:         "by-time",
	inReferences:     "references",
	inPhones:         "phones",
	inEmails:         "emails",
	inGaps:           "gaps",
	inZones:          "zones",
	inOpenings:       "openings",
	inUnasked:        "unasked",
	inNames:          "names",
	inGrams:          "grams",
	inItems:          "items",
	inItemNumbers:    "item-numbers",
	inItemBuyers:     "item-buyers",
	inLedger:         "ledger",
	inWords:          "words",
}

// appended tells whether new keys of the bucket sort after all others, so that
// its pages can be filled.
func (b bucket) appended() bool {
	switch b {
	case inPurchases, inDiary, inCustomers, inJournal:
		return true
	}
	return false
}

// String names the bucket, for errors and hashes.
func (b bucket) String() string {
	if s, ok := b.shelf(); ok {
		return bucketNames[s.in] + "/" + string(s.letter)
	}
	return bucketNames[b]
}
