// Package data is the book: one bbolt file that holds a shop's customers, what
// they bought and what was said.
//
// Keys hold ids, times, numbers the book gave out and keyed hashes, never a
// name or a telephone number. Values are CBOR or, where a comment says so, packed; each
// passes the seal on its way in and out of the file. Whole numbers in keys are
// big endian, moments are seconds since 1970 with the sign bit turned over, so
// that bytes sort as what they stand for.
//
// What cannot be made anew:
//
//	meta                  a fixed word               → format, secret, desktop, clock, counters
//	plan                  app.PlanID                 → app.Plan
//	customers             id                         → app.Customer
//	purchases             id                         → app.Purchase
//	diary                 id, then a shelf's letter: what is written together lies together
//	                        c                        → app.Call
//	                        o                        → app.Opinion
//	                        m                        → app.Complaint
//	                        b                        → app.BatchInfo
//	journal               sequence                   → entry: one change, before and after
//	kept                  the caller's word          → bytes: drafts, what was notified
//	forgotten             hash                       → nothing: a number, address or reference of who was forgotten
//
// What follows from it, and Rebuild makes anew:
//
//	counts                kind                       → how many records
//	lines                 customer                   → line: the customer in a list
//	by-customer           customer, then a shelf's letter:
//	                        s                        → app.Summary
//	                        n                        → the small number that stands for them in postings
//	                        t, day, id               → brief: a purchase in brief
//	                        u, hash, id              → nothing: the purchase with that receipt
//	                        c, start, id             → nothing: a call
//	                        o, taken, id             → nothing: an opinion
//	                        m, received, id          → nothing: a complaint
//	                        j, sequence              → nothing: an entry of the journal
//	purchases-by-day      day, id                    → nothing
//	by-time               start, id, c               → customer, 1 if it settled what it was about: a call
//	                      taken, id, o               → customer: an opinion
//	                      end of day, day, n         → packed: review.Sums, the numbers of one of the shop's days
//	                      end of day, day, t         → packed: what opinions of the day name; see review.Day
//	                      the last key, w            → key, packed: the last of words
//	references            hash, customer             → nothing
//	phones                hash, customer             → nothing
//	emails                hash, customer             → nothing
//	gaps                  days                       → how many gaps of that length the shop has
//	zones                 number                     → zone: its name, how many openings lie in it
//	openings              blocked, stream, zone, at, value (highest first), customer → rests, since; see openingValue
//	unasked               last 11 bits of the id     → packed: customers never asked, first day
//	names                 number / 64                → packed: id and how the name begins, for order
//	grams                 hash, number / 16384       → packed: who has that piece of text
//	items                 item number                → the item's folded name
//	item-numbers          hash                       → item number
//	item-buyers           item number, number / 16384 → packed: who bought it
//	ledger                a letter, then:
//	                        o, received, id          → nothing: an open complaint
//	                        c, received, id          → nothing: a complaint
//	                        r, put right, id         → nothing: a complaint
//	                        w, taken, id             → nothing: an opinion with praise that somebody waits for
//	                        d, taken, id             → when the last of them was told
//	                        q, taken, id             → nothing: an opinion with leave to quote
//	                        p, due, id, number       → customer, kind, what became of it: a promise
//	                        u, since, customer       → what they spend in a year: who is unhappy
//	                        a, customer              → nothing: who is archived
//	                        m, currency, customer    → nothing: who buys in that currency
//	                        t, last day, customer    → nothing: who was given something for being a customer
//	words                 taken, id of the first row → packed: opinions by their words, but for the last; see words.go
//
// Sums of days and ledger go by the shop's own days; meta says of which zone, and where
// the plan's is another they are made anew. Opinions and complaints of which
// nobody knows whose they are lie under the zero ID.
//
// What is derived follows from the records alone, never from the hour. A reader
// gets it as of the end of the shop's today: what purchases of days to come have
// added is left out as it is read; see ahead.go. The records are there all the
// while.
//
// What a change costs is the pages that it writes, those on the way from the
// roots included: what is written together lies together, in few buckets, and
// what grows at the end of the keys is not spread over several.
//
// There is one write path. Act and Undo hand a set of records as they shall be
// to one bbolt transaction, which writes them with all that follows from them,
// the journal and the batch; the event goes out after the commit. What Act's
// caller makes of what it reads is made with the lock held, so that nothing it
// read is another by then.
//
// Read transactions are short. ReadList, Match, Customers and the …Between
// methods hold one while they call back: what they call must not write to the
// book, and must not wait for a person.
package data
