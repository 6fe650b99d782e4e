// Package receipts makes receipts of the rows of tables of purchases, and finds out which
// of them the book has already, which give back what, and which orders came to nothing.
//
// A Table is read row by row (table.go): buyers.go says whose a row is, goods.go what was
// bought, totals.go and amounts.go what an amount is of, statuses.go what became of the
// order. A Ledger (ledger.go) puts the receipts of all tables beside what the book has
// (past.go), returns.go finds what was given back, voided.go and endings.go what was cancelled since.
package receipts
