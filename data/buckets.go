package data

// bucket names one bucket of the tree drawn in the package comment.
type bucket uint8

const (
	inMeta bucket = iota
	inPlan
	inCustomers
	inPurchases
	inCalls
	inOpinions
	inComplaints
	inJournal
	inBatches
	inKept
	inForgotten

	inBatchOrder
	inCounts
	inLines
	inByCustomer
	inPurchasesByDay
	inCallsByTime
	inOpinionsByTime
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

	bucketCount
)

// These are shelves of the bucket by-customer: what is known of one customer
// lies together, so that a change of theirs touches few pages. Their keys are
// named without the shelf's letter, which goes between the customer and the
// rest.
const (
	inSummaries bucket = bucketCount + iota
	inNumbers
	inPurchasesByCustomer
	inReceipts
	inCallsByCustomer
	inOpinionsByCustomer
	inComplaintsByCustomer
	inJournalByCustomer
)

const shelfLetters = "snprcoxj"

// shelf returns the letter of a shelf, and whether b is one.
func (b bucket) shelf() (byte, bool) {
	if b < bucketCount {
		return 0, false
	}
	return shelfLetters[b-bucketCount], true
}

// real returns the bucket of the file in which b lies.
func (b bucket) real() bucket {
	if b < bucketCount {
		return b
	}
	return inByCustomer
}

// shelve returns the key as it is in the file. On a shelf, it begins with a
// customer.
func (b bucket) shelve(key []byte) []byte {
	letter, ok := b.shelf()
	if !ok {
		return key
	}
	return join(key[:idSize], []byte{letter}, key[idSize:])
}

// unshelve returns the key without the shelf's letter, in the buffer.
func (b bucket) unshelve(key, buffer []byte) []byte {
	if b < bucketCount {
		return key
	}
	return append(append(buffer[:0], key[:idSize]...), key[idSize+1:]...)
}

// firstDerived is the first bucket that follows from the ones before it.
const firstDerived = inBatchOrder

var bucketNames = [bucketCount]string{
	inMeta:           "meta",
	inPlan:           "plan",
	inCustomers:      "customers",
	inPurchases:      "purchases",
	inCalls:          "calls",
	inOpinions:       "opinions",
	inComplaints:     "complaints",
	inJournal:        "journal",
	inBatches:        "batches",
	inKept:           "kept",
	inForgotten:      "forgotten",
	inBatchOrder:     "batches-in-order",
	inCounts:         "counts",
	inLines:          "lines",
	inByCustomer:     "by-customer",
	inPurchasesByDay: "purchases-by-day",
	inCallsByTime:    "calls-by-time",
	inOpinionsByTime: "opinions-by-time",
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
}

// appended tells whether new keys of the bucket sort after all others, so that
// its pages can be filled.
func (b bucket) appended() bool {
	switch b {
	case inPurchases, inCalls, inOpinions, inComplaints, inCustomers, inJournal, inBatchOrder:
		return true
	}
	return false
}

// String names the bucket, for errors and hashes.
func (b bucket) String() string {
	if letter, ok := b.shelf(); ok {
		return bucketNames[inByCustomer] + "/" + string(letter)
	}
	return bucketNames[b]
}
