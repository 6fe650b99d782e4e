package archive

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"ringback.app/app"
)

// longest is how many bytes a line may have. The longest notes that the book
// takes come nowhere near it.
const longest = 16 << 20

// Reader reads the records of an archive, one after the other, and holds the
// archive to what it promises: every record is whole, has an ID that no other
// has, and belongs to a customer who came before it.
type Reader struct {
	lines   *bufio.Scanner
	line    int
	begun   bool
	ended   bool
	planned bool
	count   Count
	known   map[key]struct{}
}

type key struct {
	kind app.Kind
	id   app.ID
}

// NewReader returns a reader of the archive. Who has the errors said adds the name of
// the file to their Args, as File.
func NewReader(r io.Reader) *Reader {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), longest)
	return &Reader{lines: lines, known: make(map[key]struct{})}
}

// IsArchive tells whether a file that begins so is an archive.
func IsArchive(sample []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimLeft(bytes.TrimPrefix(sample, byteOrderMark), " \t\r\n"), []byte{'\n'})
	return kindOf(line) == kindBook
}

var byteOrderMark = []byte("\ufeff")

func kindOf(line []byte) string {
	var head struct {
		Kind string `json:"kind"`
	}
	if json.Unmarshal(line, &head) != nil {
		return ""
	}
	return head.Kind
}

// Line is the number of the line that was read last, from 1.
func (r *Reader) Line() int { return r.line }

// Next returns the next record, or io.EOF after the last of an archive that is
// whole. It returns an Error with CodeInvalid for a line that is not as the
// format has it, with CodeDamaged for an archive that was cut off, and with
// CodeNewer for one that a newer version wrote; else the error of the reader.
func (r *Reader) Next() (app.Record, error) {
	for {
		line, err := r.next()
		if err != nil {
			return nil, err
		}
		kind := kindOf(line)
		switch {
		case r.ended:
			return nil, r.wrong("error.archive.after-end", nil)
		case !r.begun && kind != kindBook:
			return nil, r.wrong("error.archive.neither", nil)
		case kind == kindBook:
			if err := r.begin(line); err != nil {
				return nil, err
			}
			continue
		case kind == kindEnd:
			if err := r.end(line); err != nil {
				return nil, err
			}
			continue
		}
		record, err := recordOf(kind, line)
		if err != nil {
			return nil, r.wrong("error.archive.line", err)
		}
		return record, r.take(record)
	}
}

// next returns the next line that is not empty.
func (r *Reader) next() ([]byte, error) {
	for r.lines.Scan() {
		r.line++
		line := r.lines.Bytes()
		if r.line == 1 {
			line = bytes.TrimPrefix(line, byteOrderMark)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			return line, nil
		}
	}
	switch err := r.lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		r.line++
		return nil, r.wrong("error.archive.line", err)
	case err != nil:
		return nil, fmt.Errorf("read an archive: %w", err)
	case !r.begun:
		return nil, r.wrong("error.archive.neither", io.ErrUnexpectedEOF)
	case !r.ended:
		return nil, &app.Error{
			Code: app.CodeDamaged, Key: "error.archive.cut",
			Args: app.Args{"Line": r.line}, Err: io.ErrUnexpectedEOF,
		}
	}
	return nil, io.EOF
}

func (r *Reader) begin(line []byte) error {
	// A newer format may have more fields: its number is all that counts.
	var b begin
	if err := json.Unmarshal(line, &b); err != nil || b.Format < 1 || r.begun {
		return r.wrong("error.archive.line", err)
	}
	if b.Format > Format {
		return &app.Error{Code: app.CodeNewer, Key: "error.archive.newer", Args: app.Args{"Format": b.Format}}
	}
	r.begun = true
	return nil
}

func (r *Reader) end(line []byte) error {
	var f finish
	if err := decode(line, &f); err != nil {
		return r.wrong("error.archive.line", err)
	}
	if f.Count != r.count {
		return &app.Error{
			Code: app.CodeDamaged, Key: "error.archive.count",
			Args: app.Args{"Promised": f.Records(), "Read": r.count.Records()},
		}
	}
	r.ended = true
	return nil
}

// take holds a record to those that came before it.
func (r *Reader) take(record app.Record) error {
	kind, id := record.Key()
	if kind == app.KindPlan {
		if r.planned {
			return r.wrong("error.archive.twice", nil)
		}
		r.planned = true
		return nil
	}
	if id.IsZero() {
		return r.wrong("error.archive.line", errors.New("no id"))
	}
	if kind == 0 {
		return r.takeDecided(record)
	}
	if _, had := r.known[key{kind, id}]; had {
		return r.wrong("error.archive.twice", nil)
	}
	if _, ok := r.known[key{app.KindCustomer, record.Whose()}]; !ok && kind != app.KindCustomer && !nobodys(record) {
		return r.wrong("error.archive.ownerless", nil)
	}
	r.known[key{kind, id}] = struct{}{}
	r.count.add(record)
	return nil
}

// takeDecided holds what the owner decided of customers to those who came before.
func (r *Reader) takeDecided(record app.Record) error {
	of := []app.ID{record.Whose()}
	if two, ok := record.(TwoPeople); ok {
		of = append(of, two.B)
	}
	for _, id := range of {
		if _, ok := r.known[key{app.KindCustomer, id}]; !ok {
			return r.wrong("error.archive.ownerless", nil)
		}
	}
	r.count.add(record)
	return nil
}

// nobodys tells whether the record may be one of which nobody knows whose it is.
func nobodys(record app.Record) bool {
	kind, _ := record.Key()
	return record.Whose().IsZero() && (kind == app.KindOpinion || kind == app.KindComplaint)
}

func (r *Reader) wrong(key string, err error) error {
	return &app.Error{Code: app.CodeInvalid, Key: key, Args: app.Args{"Line": r.line}, Err: err}
}

// decode reads a line, and takes no field that it does not know: what is not
// understood would be lost without a word.
func decode(line []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("more than one object in the line")
	}
	return nil
}

func recordOf(kind string, line []byte) (app.Record, error) {
	switch kind {
	case kindPlan:
		var l planLine
		if err := decode(line, &l); err != nil {
			return nil, err
		}
		return l.Plan.checked()
	case kindCustomer:
		return read[customerLine](line)
	case kindPurchase:
		return read[purchaseLine](line)
	case kindCall:
		return read[callLine](line)
	case kindOpinion:
		return read[opinionLine](line)
	case kindComplaint:
		return read[complaintLine](line)
	case kindTwoPeople:
		return read[twoPeopleLine](line)
	case kindSettled:
		return read[settledLine](line)
	}
	return nil, fmt.Errorf("%q is no kind of line", kind)
}

func read[T interface {
	Record() app.Record
	check() error
}](line []byte) (app.Record, error) {
	var l T
	if err := decode(line, &l); err != nil {
		return nil, err
	}
	return l.Record(), l.check()
}
