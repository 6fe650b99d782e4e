package data

import bolt "go.etcd.io/bbolt"

// Bare reads the file of a book past the book, for benchmarks to measure the
// limit.
func Bare(b *Book, read func(*bolt.Tx) error) error { return b.file.Load().db.View(read) }
