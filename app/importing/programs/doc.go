// Package programs knows the tables that other programs write: by which columns they
// are told, and what of them the names of the columns do not say by themselves. Here is
// where one more program is added.
package programs
