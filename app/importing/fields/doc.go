// Package fields names what a column of a table may hold, and tells which of it a column
// is by its name alone: as programs call theirs, and as people do in the languages known.
package fields
