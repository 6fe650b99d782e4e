// Package columns tells what the columns of a table hold: by what the person says of
// them, by what the program that wrote the table is known to call them, by what their
// names say in the languages known, and by what is in them.
//
// table.go is a table as far as it is looked at for that. What comes of it are Columns, of
// purchases (columns.go, guesses.go) or of opinions (opinions.go), and Contacts
// (contacts.go). What cannot be told is asked (asking.go).
package columns
