// Package vcards reads contacts from vCard files of any age and make.
//
// go-vcard reads well-formed cards, one property a line. What products really
// write is made so beforehand: a file's charset and line ends, folding,
// quoted-printable, parameters without a name, and cards that do not end are
// put right line by line (prepare.go, heads.go), so that one bad card never
// costs the others, and what a card held that could not be read is said with it.
package vcards

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/emersion/go-vcard"

	"ringback.app/app"
	"ringback.app/app/importing/charsets"
)

// Card is one contact of a file.
type Card struct {
	Index    int          // from 0, in its file
	Line     int          // the line that it begins on, from 1
	Customer app.Customer // without an ID; its phones hold only what was typed, their label and preference
	Problems []*app.Error // what could not be read, or was left out
}

// Options say how to read a file.
type Options struct {
	Charset string  // of text that does not name its own; empty: guessed by the first megabyte
	Today   app.Day // after which nobody was born; 0: nobody knows
}

// Reader reads the cards of one file, one after the other.
type Reader struct {
	prepared *preparer
	decoder  *vcard.Decoder
	next     int
	today    app.Day
}

// NewReader returns a reader of the file. It returns an Error with CodeInvalid
// if the options name a charset that is none.
func NewReader(r io.Reader, o Options) (*Reader, error) {
	b := bufio.NewReaderSize(r, charsets.SampleSize)
	sample, err := b.Peek(charsets.SampleSize)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return nil, fmt.Errorf("read cards: %w", err)
	}
	charset := o.Charset
	if charset == "" {
		charset = charsets.Guess(sample)
	} else if _, err := charsets.Find(charset); err != nil {
		return nil, err
	}
	text, isWide := charsets.WithoutMark(b), charsets.IsWide(charset)
	if isWide {
		if text, err = charsets.NewReader(b, charset); err != nil {
			return nil, err
		}
		charset = charsets.UTF8
	}
	p, err := newPreparer(text, charset)
	if err != nil {
		return nil, err
	}
	p.decoded = isWide
	return &Reader{prepared: p, decoder: vcard.NewDecoder(p), today: o.Today}, nil
}

// Next returns the next card, or io.EOF after the last.
func (r *Reader) Next() (Card, error) {
	fields, err := r.decoder.Decode()
	if err != nil {
		if errors.Is(err, io.EOF) {
			return Card{}, io.EOF
		}
		return Card{}, fmt.Errorf("decode card %d: %w", r.next, err)
	}
	about := r.prepared.takeAbout()
	card := Card{Index: r.next, Line: about.line, Problems: about.problems}
	r.next++
	fill(&card, fields, r.today)
	return card, nil
}

// IsCards tells whether a file that begins so holds vCards: a line in it says
// BEGIN:VCARD, or it has two other lines that only a card has, one of which names
// somebody. The sample is UTF-8 or any charset that has ASCII in it.
func IsCards(sample []byte) bool {
	others, named := 0, false
	for line := range bytes.Lines(sample) {
		for part := range bytes.SplitSeq(line, []byte{'\r'}) {
			if isBegin(part) {
				return true
			}
			if len(part) == 0 || strings.IndexByte("FNTEVfntev \t", part[0]) < 0 {
				continue
			}
			name := nameOf(bytes.TrimSpace(part))
			named = named || isAny(name, "FN", "N")
			if isAny(name, "FN", "N", "TEL", "EMAIL", "VERSION") || isEnd(part) {
				others++
			}
		}
	}
	return named && others > 1
}
