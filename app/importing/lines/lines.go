// Package lines takes files apart into lines, however they end and however long
// they are.
package lines

import (
	"bytes"
	"errors"
	"io"
)

// Longest is how many bytes of a line are kept: far more than a person writes
// in one.
const Longest = 1 << 20

// Reader hands out the lines of a file, which end in LF, CR LF, CR, or the
// CR CR LF that a file gets when its line ends are converted twice.
type Reader struct {
	r      io.Reader
	buf    []byte
	start  int // of what is not handed out yet
	end    int
	err    error
	number int
	long   []byte // a line that did not fit into what was buffered
	cut    bool
	quotes int // in what was left out of the line
}

// NewReader returns a reader of the lines of the file.
func NewReader(r io.Reader) *Reader { return &Reader{r: r, buf: make([]byte, 64<<10)} }

// Next returns the next line without its end, or io.EOF after the last. The
// line is good until the next call of any method.
func (l *Reader) Next() ([]byte, error) {
	l.long, l.cut, l.quotes = l.long[:0], false, 0
	for {
		if i := lineEnd(l.buf[l.start:l.end]); i >= 0 {
			line := l.buf[l.start : l.start+i]
			if len(l.long) > 0 || l.cut {
				l.keep(line)
				line = l.long
			}
			l.start += i
			l.number++
			l.skipEnd()
			return line, nil
		}
		// skipEnd may move what is buffered, but only after a line was found.
		if l.end-l.start > len(l.buf)/2 {
			l.keep(l.buf[l.start:l.end])
			l.start, l.end = 0, 0
		}
		if !l.more() {
			line := l.buf[l.start:l.end]
			if len(l.long) > 0 || l.cut {
				l.keep(line)
				line = l.long
			}
			l.start = l.end
			if len(line) == 0 {
				return nil, l.err
			}
			l.number++
			return line, nil
		}
	}
}

func (l *Reader) keep(part []byte) {
	if room := Longest - len(l.long); len(part) > room {
		l.quotes += bytes.Count(part[room:], []byte{'"'})
		part, l.cut = part[:room], true
	}
	l.long = append(l.long, part...)
}

// Peek returns the byte that the next line begins with; false at the end of the
// file.
func (l *Reader) Peek() (byte, bool) {
	if l.start == l.end && !l.more() {
		return 0, false
	}
	return l.buf[l.start], true
}

// lineEnd returns where the first line end is, or -1.
func lineEnd(b []byte) int {
	i := bytes.IndexByte(b, '\n')
	if i < 0 {
		return bytes.IndexByte(b, '\r')
	}
	if j := bytes.IndexByte(b[:i], '\r'); j >= 0 {
		return j
	}
	return i
}

// skipEnd steps over one line end: any CRs up to and with a LF, or one CR. A
// file that ends in CRs ends one line with them.
func (l *Reader) skipEnd() {
	crs := 0
	for {
		if l.start+crs == l.end && !l.peekMore() {
			l.start += min(crs, 1)
			return
		}
		switch c := l.buf[l.start+crs]; {
		case c == '\n':
			l.start += crs + 1
			return
		case c == '\r' && crs < 2:
			crs++
		default:
			l.start++
			return
		}
	}
}

// Number returns the number of the line handed out last, from 1.
func (l *Reader) Number() int { return l.number }

// Cut tells whether the line handed out last was longer than Longest, and the
// rest left out.
func (l *Reader) Cut() bool { return l.cut }

// QuotesLeftOut returns how many double quotes are in what was left out of the
// line handed out last: with an odd number of them a quoted cell ends there.
func (l *Reader) QuotesLeftOut() int { return l.quotes }

// peekMore reads on without giving up the line just handed out, which lies
// before start in the same buffer: a longer buffer is a new one.
func (l *Reader) peekMore() bool {
	if l.err != nil {
		return false
	}
	fresh := make([]byte, len(l.buf))
	l.end = copy(fresh, l.buf[l.start:l.end])
	l.start, l.buf = 0, fresh
	return l.more()
}

// more reads on behind what is buffered; false at the end of the file.
func (l *Reader) more() bool {
	if l.err != nil {
		return false
	}
	if l.start > 0 && l.start == l.end {
		l.start, l.end = 0, 0
	}
	if l.end == len(l.buf) {
		l.end = copy(l.buf, l.buf[l.start:l.end])
		l.start = 0
	}
	for range 100 {
		n, err := l.r.Read(l.buf[l.end:])
		l.end += n
		if err != nil {
			l.err = err
		}
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
	l.err = errors.New("a reader that gives nothing")
	return false
}
