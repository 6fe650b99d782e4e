package data

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"time"

	"ringback.app/app"
)

// join returns the parts as one key.
func join(parts ...[]byte) []byte {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	key := make([]byte, 0, n)
	for _, p := range parts {
		key = append(key, p...)
	}
	return key
}

// moment returns the second of t so that bytes sort as time does.
func moment(t time.Time) []byte { return ordered(t.Unix()) }

func momentOf(key []byte) time.Time {
	return time.Unix(orderedInt(key), 0)
}

// ordered returns n so that bytes sort as numbers do.
func ordered(n int64) []byte { return u64(uint64(n) ^ 1<<63) }

func orderedInt(key []byte) int64 { return int64(binary.BigEndian.Uint64(key) ^ 1<<63) }

func dayKey(d app.Day) []byte { return u32(uint32(d) ^ 1<<31) }

func dayOfKey(key []byte) app.Day { return app.Day(binary.BigEndian.Uint32(key) ^ 1<<31) }

// sumsKey is where the sums of one of the shop's days lie: at its end, and so
// beside what was said on it, next to which they change.
func sumsKey(d app.Day, zone *time.Location) []byte {
	var key [momentSize + idSize]byte
	copy(key[:], moment((d + 1).Start(zone)))
	copy(key[momentSize:], dayKey(d))
	return key[:]
}

func dayOfSums(key []byte) app.Day { return dayOfKey(key[momentSize:]) }

func u64(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func u32(n uint32) []byte { return binary.BigEndian.AppendUint32(nil, n) }

func u16(n uint16) []byte { return binary.BigEndian.AppendUint16(nil, n) }

func idOf(key []byte) app.ID { return app.ID(key[:idSize]) }

// tail returns the ID that a key ends with.
func tail(key []byte) app.ID { return app.ID(key[len(key)-idSize:]) }

const (
	idSize     = len(app.ID{})
	daySize    = 4
	hashSize   = 16
	momentSize = 8
)

// secret is the key of a book's hashes. It is made with the book and never
// leaves it: without it nobody can try names or numbers against the keys.
type secret []byte

// hash returns what stands for those texts in a key. The lengths go in, so that
// no two lists of texts give the same.
func (s *state) hash(b bucket, texts ...string) []byte {
	if s.mac == nil {
		s.mac = hmac.New(sha256.New, s.secret)
	}
	s.mac.Reset()
	text := s.hashed[:0]
	add := func(t string) {
		text = binary.BigEndian.AppendUint64(text, uint64(len(t)))
		text = append(text, t...)
	}
	add(b.String())
	for _, t := range texts {
		add(t)
	}
	_, _ = s.mac.Write(text) // a hash takes everything
	s.hashed = s.mac.Sum(text)
	return bytes.Clone(s.hashed[len(text):][:hashSize])
}
