package charsets

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"unicode"
	"unicode/utf8"

	"ringback.app/app/importing/lines"
)

// SampleSize is how many of a file's first bytes tell whether it says its charset
// itself.
const SampleSize = 1 << 20

// Guess names the charset of a file by its first bytes: by its byte order mark,
// by where its NULs are, by being UTF-8, and else by which letters the bytes
// would be.
func Guess(sample []byte) string {
	name, err := guess(sample, bytes.NewReader(sample))
	if err != nil {
		return UTF8 // cannot be: there is nothing to fail
	}
	return name
}

// GuessAll is Guess by all of a file: the first letter that is not plain may stand
// behind megabytes of photos. It reads no further than it has to, and returns what
// reading the file returns.
func GuessAll(r io.Reader) (string, error) {
	sample := make([]byte, SampleSize)
	n, err := io.ReadFull(r, sample)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", fmt.Errorf("read the first bytes: %w", err)
	}
	sample = sample[:n]
	return guess(sample, io.MultiReader(bytes.NewReader(sample), r))
}

func guess(sample []byte, all io.Reader) (string, error) {
	if name := announced(sample); name != "" {
		return name, nil
	}
	m := marks{seen: make(map[string]bool)}
	for read := lines.NewReader(all); !m.isEnough(); {
		line, err := read.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", fmt.Errorf("read the lines of a file: %w", err)
		}
		m.line(line)
	}
	m.flush()
	if len(m.words) == 0 {
		return UTF8, nil
	}
	return narrow(m.words, m.isMostlyUTF8()), nil
}

// announced is the charset that the first bytes say plainly; "" if they do not.
func announced(sample []byte) string {
	switch {
	case bytes.HasPrefix(sample, []byte{0xEF, 0xBB, 0xBF}):
		return UTF8
	case bytes.HasPrefix(sample, []byte{0xFF, 0xFE, 0, 0}):
		return "utf-32le"
	case bytes.HasPrefix(sample, []byte{0, 0, 0xFE, 0xFF}):
		return "utf-32be"
	case bytes.HasPrefix(sample, []byte{0xFF, 0xFE}):
		return "utf-16le"
	case bytes.HasPrefix(sample, []byte{0xFE, 0xFF}):
		return "utf-16be"
	}
	if name := wide(sample); name != "" {
		return name
	}
	if isEscaped(sample) {
		return escaped
	}
	return ""
}

// narrow guesses the charset of words with bytes above 127 that are not UTF-8.
//
// The bytes are read in each charset that is common in address books and tills,
// as each of the languages written in it, and what reads most like words of that
// language wins: letters that it uses and uses often, capitals where words
// begin, and no sign in their midst. Where two read alike, the first of the list
// wins, which is the commoner one. It is a guess: a person sees what comes of
// it, and can say otherwise. What little is not UTF-8 in a file that is may have
// been broken, and takes more to be of a charset of its own.
func narrow(words []byte, mostlyUTF8 bool) string {
	best, most := Western, math.Inf(-1)
	for _, a := range alphabets {
		s := readAs(words, a)
		if a.charset == Western && mostlyUTF8 {
			s += asBroken
		}
		if s > most {
			best, most = a.charset, s
		}
	}
	for _, c := range ideographs {
		if s := c.read(words); s > most {
			best, most = c.charset, s
		}
	}
	return best
}

// enough is how much of a file is looked at: more does not make the guess better.
const enough = 8 << 10

// marks gathers the words that have bytes above 127, each once and on a line of
// its own: the rest says nothing, and a name that comes a hundred times says no
// more than once. What is UTF-8 in a file that otherwise is not says nothing
// either, also where a letter of it was lost: files are put together of several.
type marks struct {
	words []byte
	seen  map[string]bool
	held  []byte // a line that may go on with the next

	goesOn bool // and does, in quoted-printable

	whole, others int // lines that are UTF-8 and not plain, and those that are something else
}

func (m *marks) isEnough() bool { return len(m.words) > enough }

func (m *marks) isMostlyUTF8() bool { return m.whole > 4*m.others }

// line takes the next line. Old programs count bytes when they fold one
// (RFC 2425, 5.8.1), so that a letter may be cut by that: such lines are judged as
// one.
func (m *marks) line(line []byte) {
	if m.encoded(line) {
		return
	}
	if len(m.held) > 0 {
		part := bytes.TrimLeft(line, " \t")
		if len(part) < len(line) && len(part) > 0 && part[0] > unicode.MaxASCII && len(m.held) < enough {
			m.held = append(m.held, part...)
			if part[len(part)-1] <= unicode.MaxASCII {
				m.flush()
			}
			return
		}
		m.flush()
	}
	if len(line) > 0 && line[len(line)-1] > unicode.MaxASCII {
		m.held = append(m.held, line...)
		return
	}
	m.judge(line)
}

func (m *marks) flush() {
	m.judge(m.held)
	m.held = m.held[:0]
}

// judge keeps the words of a line if it is not UTF-8. Words end at signs that are
// no second byte of a letter in any charset.
func (m *marks) judge(line []byte) {
	switch {
	case utf8.Valid(line):
		if !isPlain(line) {
			m.whole++
		}
		return
	case isDamaged(line, 1):
		return
	}
	m.others++
	for word := range bytes.FieldsFuncSeq(line[:min(len(line), enough)], endsWord) {
		if !isPlain(word) && !m.seen[string(word)] {
			m.seen[string(word)] = true
			m.words = append(append(m.words, word...), '\n')
		}
	}
}

func isPlain(text []byte) bool {
	for _, b := range text {
		if b > unicode.MaxASCII {
			return false
		}
	}
	return true
}

func endsWord(r rune) bool { return r <= ' ' || r < '0' && r != '\'' || r > '9' && r < '@' }
