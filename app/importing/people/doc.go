// Package people decides who in a file is whom in the book, and what a file adds to
// what the book knows of them.
//
// who.go decides that two records are of one person, with alike for what names and
// numbers are the same; reached.go and namesakes.go find whom to compare. merge.go adds
// to a record, and settled.go keeps what the owner corrected, took out or chose by hand
// from coming back.
package people
