// Package written tells what is written in a cell of a table, whatever its column is
// called: a day, an amount, a number to dial, a name, or nothing at all; and what of
// it is kept.
package written
