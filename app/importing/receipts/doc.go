// Package receipts makes receipts of the rows of tables of purchases, and finds out which
// of them the book has already, which give back what, and which orders came to nothing.
//
// table.go reads one table, row by row: buyers.go says whose a row is, goods.go what was
// bought, totals.go and amounts.go what an amount is of, statuses.go what became of the
// order. ledger.go puts the receipts of all tables beside the book.
package receipts
