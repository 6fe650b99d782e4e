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

// flushWords writes the blocks in which rows are put or from which they go. A
// block has the rows from its key up to the next one's.
func (w *writing) flushWords() error {
	keys := slices.SortedFunc(maps.Keys(w.words), func(x, y rowKey) int { return bytes.Compare(x[:], y[:]) })
	for len(keys) > 0 {
		if err := stopped(w.ctx); err != nil {
			return err
		}
		at, next, packed, err := w.blockAround(keys[0])
		if err != nil {
			return err
		}
		n := 1
		for n < len(keys) && (next == nil || bytes.Compare(keys[n][:], next) < 0) {
			n++
		}
		if err := w.flushBlock(at, packed, keys[:n]); err != nil {
			return err
		}
		keys = keys[n:]
	}
	clear(w.words)
	return nil
}

// blockAround returns the block in which a row lies or would lie, and the key of
// the one after it.
func (s *state) blockAround(key rowKey) (at, next, packed []byte, err error) {
	in, err := s.in(inWords)
	if err != nil {
		return nil, nil, nil, err
	}
	c := in.Cursor()
	k, v := c.Seek(key[:])
	if !bytes.Equal(k, key[:]) {
		next = bytes.Clone(k)
		if k, v = c.Prev(); next == nil {
			k, v = c.Last()
		}
		if k == nil {
			return firstBlock, next, nil, nil
		}
	}
	at = bytes.Clone(k)
	if next == nil {
		if after, _ := c.Next(); after != nil {
			next = bytes.Clone(after)
		}
	}
	packed, err = s.opened(inWords, k, v)
	return at, next, packed, err
}

func (w *writing) flushBlock(at, packed []byte, keys []rowKey) error {
	rows, err := w.mergedRows(packed, keys)
	if err != nil {
		return err
	}
	grown := len(rows) > 0 && rows[len(rows)-1].key == keys[len(keys)-1]
	chunks := cutRows(rows, grown)
	if len(chunks) == 0 {
		w.remove(inWords, at)
		return nil
	}
	for i, chunk := range chunks {
		if i > 0 {
			at = slices.Clone(chunk[0].key[:])
		}
		w.put(inWords, at, packRows(chunk))
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
