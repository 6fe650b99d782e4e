package data

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
)

// firstBlock is the key of the block before which none can be.
var firstBlock = make([]byte, rowKeySize)

// placedRow is a row and where it lies.
type placedRow struct {
	key rowKey
	wordRow
}

// The last block, to which rows are added, does not lie with the others but at
// the end of what is in the order of time: there each new opinion writes anyway.
// It has its key before it.

// lastKey is where the last block lies.
var lastKey = bytes.Repeat([]byte{0xff}, rowKeySize)

// wordBlock is a block, and where it lies.
type wordBlock struct {
	at, packed []byte // nil: there is none
	next       []byte // the key of the one after it; nil: it is the last one
	apart      bool   // from the others: at the end
}

// flushWords writes the blocks in which rows are put or from which they go. A
// block has the rows from its key up to the next one's.
func (w *writing) flushWords() error {
	keys := slices.SortedFunc(maps.Keys(w.words), func(x, y rowKey) int { return bytes.Compare(x[:], y[:]) })
	for len(keys) > 0 {
		if err := stopped(w.ctx); err != nil {
			return err
		}
		block, err := w.blockAround(keys[0])
		if err != nil {
			return err
		}
		n := 1
		for n < len(keys) && (block.next == nil || bytes.Compare(keys[n][:], block.next) < 0) {
			n++
		}
		if err := w.flushBlock(block, keys[:n]); err != nil {
			return err
		}
		keys = keys[n:]
	}
	clear(w.words)
	return nil
}

// lastBlock returns the block that lies apart; its place is nil if there is none.
func (s *state) lastBlock() (wordBlock, error) {
	raw, err := s.get(inLastWords, lastKey)
	if err != nil || raw == nil {
		return wordBlock{}, err
	}
	if len(raw) < rowKeySize {
		return wordBlock{}, errBlock(raw)
	}
	return wordBlock{at: raw[:rowKeySize], packed: raw[rowKeySize:], apart: true}, nil
}

// blockAround returns the block in which a row lies or would lie.
func (s *state) blockAround(key rowKey) (wordBlock, error) {
	last, err := s.lastBlock()
	if err != nil || last.apart && bytes.Compare(key[:], last.at) >= 0 {
		return last, err
	}
	in, err := s.in(inWords)
	if err != nil {
		return wordBlock{}, err
	}
	c := in.Cursor()
	k, v := c.Seek(key[:])
	if !bytes.Equal(k, key[:]) {
		if k == nil {
			k, v = c.Last()
		} else {
			k, v = c.Prev()
		}
	}
	if k == nil {
		next, _ := c.First()
		if next == nil {
			next = last.at
		}
		return wordBlock{at: firstBlock, next: bytes.Clone(next)}, nil
	}
	found := wordBlock{at: bytes.Clone(k)}
	if found.packed, err = s.opened(inWords, k, v); err != nil {
		return found, err
	}
	if found.next, _ = c.Next(); found.next == nil {
		found.next = last.at
	}
	found.next = bytes.Clone(found.next)
	return found, nil
}

// blocks visits the blocks, the newest first.
func (s *state) blocks(see func(at, packed []byte) (bool, error)) error {
	return s.blocksBefore(nil, see)
}

// blocksBefore visits the blocks whose keys are before that one, the newest
// first; nil: all.
func (s *state) blocksBefore(end []byte, see func(at, packed []byte) (bool, error)) error {
	last, err := s.lastBlock()
	if err != nil {
		return err
	}
	if last.apart && (end == nil || bytes.Compare(last.at, end) < 0) {
		if more, err := see(last.at, last.packed); err != nil || !more {
			return err
		}
	}
	in, err := s.in(inWords)
	if err != nil {
		return err
	}
	c := in.Cursor()
	var k, v []byte
	if end != nil {
		k, _ = c.Seek(end)
	}
	if k == nil {
		k, v = c.Last()
	} else {
		k, v = c.Prev()
	}
	for n := 1; k != nil; k, v = c.Prev() {
		if n++; n%256 == 0 {
			if err := stopped(s.ctx); err != nil {
				return err
			}
		}
		packed, err := s.opened(inWords, k, v)
		if err != nil {
			return err
		}
		if more, err := see(k, packed); err != nil || !more {
			return err
		}
	}
	return nil
}

func (w *writing) flushBlock(block wordBlock, keys []rowKey) error {
	rows, err := w.mergedRows(block.packed, keys)
	if err != nil {
		return err
	}
	grown := len(rows) > 0 && rows[len(rows)-1].key == keys[len(keys)-1]
	chunks := cutRows(rows, grown)
	at := block.at
	for i, chunk := range chunks {
		if i > 0 {
			at = slices.Clone(chunk[0].key[:])
		}
		if block.next == nil && i == len(chunks)-1 {
			w.put(inLastWords, lastKey, join(at, packRows(chunk)))
		} else {
			w.put(inWords, at, packRows(chunk))
		}
	}
	switch {
	case block.apart:
		if len(chunks) == 0 {
			w.remove(inLastWords, lastKey)
		}
	case block.packed != nil && (len(chunks) == 0 || block.next == nil && len(chunks) == 1):
		w.remove(inWords, block.at)
	}
	return nil
}

// mergedRows returns the rows of a block once the changes are done, in order.
func (w *writing) mergedRows(packed []byte, keys []rowKey) ([]placedRow, error) {
	var rows []placedRow
	if packed != nil {
		b, err := readBlock(packed)
		if err != nil {
			return nil, err
		}
		for i := range b.rows() {
			if _, changed := w.words[b.key(i)]; !changed {
				rows = append(rows, placedRow{b.key(i), wordRow{b.mark(i), b.row(i)}})
			}
		}
	}
	for _, key := range keys {
		if row := w.words[key]; row != nil {
			rows = append(rows, placedRow{key, *row})
		}
	}
	slices.SortFunc(rows, func(x, y placedRow) int { return bytes.Compare(x.key[:], y.key[:]) })
	return rows, nil
}

// cutRows cuts what is too much for one block. Where rows came in at the end, as
// they mostly do, the blocks are filled; else each gets about as much, so that
// there is room.
func cutRows(rows []placedRow, grown bool) [][]placedRow {
	all := 0
	for _, r := range rows {
		all += r.size()
	}
	most := blockSize
	if blocks := (all + blockSize - 1) / blockSize; blocks > 1 && !grown {
		most = all/blocks + 1
	}
	var chunks [][]placedRow
	from, size := 0, 0
	for i, r := range rows {
		if i > from && size+r.size() > most {
			chunks = append(chunks, rows[from:i])
			from, size = i, 0
		}
		size += r.size()
	}
	if from < len(rows) {
		chunks = append(chunks, rows[from:])
	}
	return chunks
}

func (r placedRow) size() int { return rowHeadSize + len(r.text) }

func packRows(rows []placedRow) []byte {
	packed := make([]byte, signatureSize, signatureSize+2+len(rows)*rowHeadSize)
	packed = binary.BigEndian.AppendUint16(packed, uint16(len(rows)))
	end := 0
	for _, r := range rows {
		end += len(r.text)
		packed = append(append(packed, r.key[:]...), r.mark[:]...)
		packed = binary.BigEndian.AppendUint32(packed, uint32(end))
	}
	for _, r := range rows {
		packed = append(packed, r.text...)
		sign(packed[:signatureSize], r.text)
	}
	return packed
}
