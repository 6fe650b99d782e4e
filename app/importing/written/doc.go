// Package written tells what a cell of a table is, whatever its column is called: a
// day, an amount, a number to dial, a name, a status, a wish, or nothing at all; and
// what of it is kept. How days and amounts are read is told by package values.
package written
