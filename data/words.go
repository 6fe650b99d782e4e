package data

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/review"
)

// Opinions are found by their words in rows that lie in the order of time, many
// in one value: a search goes through them newest first, and has found enough, or
// passes over whole blocks by their signature. A row has the words of an opinion
// folded, a space before each, so that " oak" finds what begins so, and a token
// for each theme, item and seller.
const (
	rowKeySize  = momentSize + idSize
	rowMarkSize = 2
	rowHeadSize = rowKeySize + rowMarkSize + 4 // and where its text ends

	signatureSize = 256 // bytes: a bit for each three bytes in a row of the text

	// blockSize is how many bytes of rows a block holds at most, unless one row has
	// more: with their signatures, two blocks fit on a page.
	blockSize = 1600
)

// rowKey is where a row lies: when the opinion was taken down, and its ID.
type rowKey [rowKeySize]byte

func rowKeyOf(o app.Opinion) rowKey { return rowKey(join(moment(o.Taken), o.ID[:])) }

func (k rowKey) id() app.ID { return tail(k[:]) }

// wordRow is what an opinion is found by.
type wordRow struct {
	mark mark
	text []byte
}

// mark is what an opinion is told apart by besides its words.
type mark [rowMarkSize]byte

const (
	markScore  = 0x0f // the score and one; 0: none
	markRated  = 0x0f // the stars; 0: none
	markSource = 4    // how far up the source's number lies
)

// sourceNumbers are written in books and do not change.
func sourceNumber(s app.Source) byte {
	switch s {
	case app.FromCall:
		return 1
	case app.FromCard:
		return 2
	case app.FromVisit:
		return 3
	case app.FromLetter:
		return 4
	case app.FromWeb:
		return 5
	}
	return 0
}

func markOf(o app.Opinion) mark {
	var m mark
	if o.Score != nil {
		m[0] = byte(max(0, min(*o.Score, app.MaxScore))) + 1
	}
	if o.Stars != nil {
		m[1] = byte(max(0, min(*o.Stars, app.MaxStars)))
	}
	m[1] |= sourceNumber(o.Source) << markSource
	return m
}

func (m mark) unhappy() bool {
	score, stars := m[0]&markScore, m[1]&markRated
	return score > 0 && score-1 <= app.MaxUnhappy || stars > 0 && stars < app.Satisfied
}

func (m mark) source() byte { return m[1] >> markSource }

func wordRowOf(o app.Opinion, about func(app.ID) (app.Purchase, bool)) *wordRow {
	r := &wordRow{mark: markOf(o), text: spaced(shortened(o.Verbatim))}
	for _, label := range review.LabelsOf(o, about) {
		if token := tokenOf(label.Sort, label.Name); !bytes.Contains(r.text, token) {
			r.text = append(r.text, token...)
		}
	}
	return r
}

// wholeText is how long words are kept as they are; of longer ones each word is
// kept once.
const wholeText = 4 << 10

// shortened folds the words. Of long ones that have spaces between them it keeps
// each word once: what is looked for is single words.
func shortened(verbatim string) string {
	folded := folding.Fold(verbatim)
	if len(folded) <= wholeText || strings.ContainsFunc(folded, folding.Unspaced) {
		return folded
	}
	seen := make(map[string]bool)
	var b strings.Builder
	for word := range strings.SplitSeq(folded, " ") {
		if !seen[word] {
			seen[word] = true
			b.WriteString(word)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// spaced returns the letters and digits of a folded text with one space before
// each word, and before each letter of a script without spaces. What lies between
// words falls away.
func spaced(folded string) []byte {
	out := make([]byte, 0, len(folded)+1)
	begin := true
	for _, r := range folded {
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			begin = true
			continue
		case begin || folding.Unspaced(r):
			out = append(out, ' ')
		}
		begin = false
		out = append(out, string(r)...)
	}
	return out
}

// tokenSize is how long a token is: a byte that no word has, the sort of label,
// and a hash in bytes that no word has by themselves.
const tokenSize = 10

// tokenOf stands for a label in a row, however it is accented or in capitals.
func tokenOf(sort review.Sort, name string) []byte {
	h := fnv.New64a()
	_, _ = h.Write([]byte(folding.Fold(name)))
	token := []byte{1, byte(sort)}
	for n := h.Sum64(); len(token) < tokenSize; n >>= 7 {
		token = append(token, 0x80|byte(n))
	}
	return token
}

// reword gathers the rows of the opinions that are found by something else than
// before.
func (w *writing) reword(t *touched, was, is heard) {
	if len(t.opinions) == 0 && (len(t.purchases) == 0 || len(is.opinions) == 0) {
		return
	}
	touchedOnes := make(map[app.ID]bool, len(t.opinions))
	for _, p := range t.opinions {
		touchedOnes[p.id] = true
	}
	concerns := func(o app.Opinion) bool { return touchedOnes[o.ID] || len(o.About) > 0 && len(t.purchases) > 0 }
	rows := make(map[rowKey]*wordRow)
	for _, o := range was.opinions {
		if concerns(o) {
			rows[rowKeyOf(o)] = wordRowOf(o, was.about)
		}
	}
	for _, o := range is.opinions {
		if !concerns(o) {
			continue
		}
		key, row := rowKeyOf(o), wordRowOf(o, is.about)
		if old := rows[key]; old == nil || old.mark != row.mark || !bytes.Equal(old.text, row.text) {
			w.words[key] = row
		}
		delete(rows, key)
	}
	for key := range rows {
		// An opinion that goes from one customer to another is put by the other.
		if w.words[key] == nil {
			w.words[key] = nil
		}
	}
}

// block is a value of rows, unpacked as far as is needed.
type block struct {
	signature []byte
	heads     []byte
	text      []byte
}

func readBlock(packed []byte) (block, error) {
	if len(packed) < signatureSize+2 {
		return block{}, errBlock(packed)
	}
	rest := packed[signatureSize:]
	n := int(binary.BigEndian.Uint16(rest))
	rest = rest[2:]
	if len(rest) < n*rowHeadSize {
		return block{}, errBlock(packed)
	}
	b := block{packed[:signatureSize], rest[:n*rowHeadSize], rest[n*rowHeadSize:]}
	for i, last := 0, 0; i < n; i++ {
		end := b.end(i)
		if end < last || end > len(b.text) {
			return block{}, errBlock(packed)
		}
		last = end
	}
	return b, nil
}

func errBlock(packed []byte) error {
	return damaged(fmt.Errorf("a block of %d bytes of words", len(packed)))
}

func (b block) rows() int { return len(b.heads) / rowHeadSize }

func (b block) key(i int) rowKey { return rowKey(b.heads[i*rowHeadSize:]) }

func (b block) mark(i int) mark { return mark(b.heads[i*rowHeadSize+rowKeySize:]) }

func (b block) end(i int) int {
	return int(binary.BigEndian.Uint32(b.heads[i*rowHeadSize+rowKeySize+rowMarkSize:]))
}

func (b block) row(i int) []byte {
	from := 0
	if i > 0 {
		from = b.end(i - 1)
	}
	return b.text[from:b.end(i)]
}

// bitOf is the bit of a signature that stands for three bytes in a row.
func bitOf(a, b, c byte) uint {
	n := uint32(a)<<16 | uint32(b)<<8 | uint32(c)
	return uint(n * 2654435761 >> 21) // Knuth, volume 3, 6.4: the golden ratio spreads them
}

// sign sets the bits of a text.
func sign(signature, text []byte) {
	for i := 2; i < len(text); i++ {
		bit := bitOf(text[i-2], text[i-1], text[i])
		signature[bit/8] |= 1 << (bit % 8)
	}
}
