// Package spreadsheet keeps text that people wrote from being run as a formula
// by the spreadsheet that opens it.
//
// Which beginnings are dangerous follows OWASP's page on CSV injection: = + - @
// and their full-width forms, tab, carriage return and line feed.
package spreadsheet

import (
	"strings"
	"unicode/utf8"
)

const dangerous = "=+-@＝＋－＠\t\r\n"

// Guard returns the cell as it goes out: with an apostrophe before it if a
// spreadsheet would run it. Numbers that are meant as numbers are not for it.
func Guard(cell string) string {
	if startsDangerously(cell) {
		return "'" + cell
	}
	return cell
}

// Unguard takes off what Guard put on: Unguard(Guard(s)) is s for every s. An
// apostrophe that stands before anything else is the writer's own and stays.
func Unguard(cell string) string {
	if strings.HasPrefix(cell, "'") && startsDangerously(cell) {
		return cell[1:]
	}
	return cell
}

// startsDangerously looks past leading apostrophes, so that a cell which had
// one before it was guarded gets exactly one back.
func startsDangerously(cell string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, "'"))
	return first != utf8.RuneError && strings.ContainsRune(dangerous, first)
}
