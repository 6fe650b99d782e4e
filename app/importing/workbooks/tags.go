package workbooks

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
)

// tags goes through the tags of a part's XML. It is not read as XML is, which would
// take longer than all the rest: tags are what follows a "<", since a text cannot
// have one.
type tags struct {
	r     *bufio.Reader
	at    int64 // how many bytes were read
	count int
	cut   bool // the last tag's text goes on
}

func newTags(r io.Reader) *tags { return &tags{r: bufio.NewReaderSize(r, 64<<10)} }

// next returns the next tag with the text behind it, of both together what the
// buffer holds; it is good until the next call. It returns io.EOF after the last,
// the error of ctx when that ends, and an Error with CodeInvalid where a tag, a
// text or a comment is longer than is ever read into memory.
func (t *tags) next(ctx context.Context) ([]byte, error) {
	for {
		if t.count++; t.count%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err := t.skipText(); err != nil {
			return nil, err
		}
		tag, err := t.r.ReadSlice('<')
		t.at += int64(len(tag))
		t.cut = errors.Is(err, bufio.ErrBufferFull)
		if err != nil && !t.cut && (!errors.Is(err, io.EOF) || len(tag) == 0) {
			return nil, unread(err)
		}
		end, hidden := unseen(tag)
		if !hidden {
			return bytes.TrimSuffix(tag, []byte{'<'}), nil
		}
		if err := t.skipTo(end, tag); err != nil {
			return nil, err
		}
	}
}

// skipText goes to the end of a text of which the buffer held only the beginning.
func (t *tags) skipText() error {
	for from := t.at; t.cut; {
		rest, err := t.r.ReadSlice('<')
		t.at += int64(len(rest))
		t.cut = errors.Is(err, bufio.ErrBufferFull)
		if err != nil && !t.cut {
			return unread(err)
		}
		if t.at-from > inMemory {
			return large()
		}
	}
	return nil
}

// unseen tells whether a tag begins a comment or a text in which "<" is no tag
// and that goes on behind the tag, and what ends it.
func unseen(tag []byte) (end string, hidden bool) {
	rest, ok := bytes.CutPrefix(tag, []byte("!--"))
	end = "-->"
	if !ok {
		rest, ok = bytes.CutPrefix(tag, []byte("![CDATA["))
		end = "]]>"
	}
	return end, ok && !bytes.Contains(rest, []byte(end))
}

// skipTo goes to the end of what began with the tag, and to the tag behind that.
func (t *tags) skipTo(end string, tag []byte) error {
	last := bytes.Clone(tag[max(0, len(tag)-len(end)+1):])
	for from := t.at; !bytes.HasSuffix(last, []byte(end)); t.at++ {
		b, err := t.r.ReadByte()
		if err != nil {
			return unread(err)
		}
		if t.at-from > inMemory {
			return large()
		}
		last = append(last[:copy(last, last[max(0, len(last)-len(end)+1):])], b)
	}
	t.cut = true // what is behind it is text
	return nil
}

func unread(err error) error {
	if errors.Is(err, io.EOF) {
		return io.EOF
	}
	return broken(err)
}

// nameOf is the name of a tag without its prefix, whether the tag ends an element,
// and the text behind it.
func nameOf(tag []byte) (name, inside, text []byte, ends bool) {
	inside, text, _ = bytes.Cut(tag, []byte{'>'})
	name = inside
	if i := bytes.IndexAny(name, " \t\r\n"); i >= 0 {
		name = name[:i]
	}
	name = bytes.TrimSuffix(name, []byte{'/'})
	ends = bytes.HasPrefix(name, []byte{'/'})
	if _, local, prefixed := bytes.Cut(name, []byte{':'}); prefixed {
		name = local
	}
	return bytes.TrimPrefix(name, []byte{'/'}), inside, text, ends
}
