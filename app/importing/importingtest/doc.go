// Package importingtest has what tests of an import need: a book in memory, files, and
// what came of reading them.
package importingtest
