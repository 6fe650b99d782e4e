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

	inBatchOrder
	inJournalByCustomer
	inCounts
	inLines
	inSummaries
	inPurchasesByCustomer
	inPurchasesByDay
	inReceipts
	inCallsByCustomer
	inCallsByTime
	inOpinionsByCustomer
	inOpinionsByTime
	inComplaintsByCustomer
	inReferences
	inPhones
	inEmails
	inGaps
	inZones
	inOpenings
	inUnasked
	inNumbers
	inNames
	inGrams
	inItems
	inItemNumbers
	inItemBuyers

	bucketCount
)

// firstDerived is the first bucket that follows from the ones before it.
const firstDerived = inBatchOrder

var bucketNames = [bucketCount]string{
	inMeta:                 "meta",
	inPlan:                 "plan",
	inCustomers:            "customers",
	inPurchases:            "purchases",
	inCalls:                "calls",
	inOpinions:             "opinions",
	inComplaints:           "complaints",
	inJournal:              "journal",
	inBatches:              "batches",
	inKept:                 "kept",
	inBatchOrder:           "batches-in-order",
	inJournalByCustomer:    "journal-by-customer",
	inCounts:               "counts",
	inLines:                "lines",
	inSummaries:            "summaries",
	inPurchasesByCustomer:  "purchases-by-customer",
	inPurchasesByDay:       "purchases-by-day",
	inReceipts:             "purchases-by-receipt",
	inCallsByCustomer:      "calls-by-customer",
	inCallsByTime:          "calls-by-time",
	inOpinionsByCustomer:   "opinions-by-customer",
	inOpinionsByTime:       "opinions-by-time",
	inComplaintsByCustomer: "complaints-by-customer",
	inReferences:           "references",
	inPhones:               "phones",
	inEmails:               "emails",
	inGaps:                 "gaps",
	inZones:                "zones",
	inOpenings:             "openings",
	inUnasked:              "unasked",
	inNumbers:              "numbers",
	inNames:                "names",
	inGrams:                "grams",
	inItems:                "items",
	inItemNumbers:          "item-numbers",
	inItemBuyers:           "item-buyers",
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

func (b bucket) String() string { return bucketNames[b] }
