// Package contacts makes customers of the rows of a table of contacts, whichever
// program wrote it, and of those of Ringback's own.
package contacts
