// Package columns tells what the columns of a table hold: by what the person says of
// them, by how the program that wrote the table is known to call them (package programs), by
// their names (package fields), and by what is in them (guesses.go and its like).
//
// A Table is looked at for that. What comes of it are Columns, of purchases (columns.go)
// or of opinions (opinions.go), through which rows are read, and Contacts (contacts.go).
// What cannot be told is asked (asking.go), and what was answered is remembered
// (remembered.go).
package columns
