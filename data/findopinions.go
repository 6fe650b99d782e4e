package data

import (
	"bytes"
	"context"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
	"ringback.app/app/review"
)

// FindOpinions returns the opinions that the query finds, newest first.
func (b *Book) FindOpinions(ctx context.Context, q app.OpinionQuery) (found []app.Opinion, err error) {
	err = b.view(ctx, func(s *state) error {
		return s.findOpinions(q, func(o app.Opinion) bool {
			found = append(found, o)
			return q.Limit <= 0 || len(found) < q.Limit
		})
	})
	return found, err
}

// sought is what is looked for in the rows of opinions.
type sought struct {
	from, to []byte   // keys of rows: from ≤ key < to; nil: no end
	parts    [][]byte // each must be in the text, the longest first
	bits     []uint   // that a signature must have
	unhappy  bool
	source   byte // 0: any
}

func (s *state) findOpinions(q app.OpinionQuery, yield func(app.Opinion) bool) error {
	wanted := sought{unhappy: q.Unhappy, source: sourceNumber(q.Source)}
	if q.From != 0 || q.To != 0 {
		plan, err := s.plan()
		if err != nil {
			return err
		}
		zone := plan.Location()
		if q.From != 0 {
			wanted.from = moment(q.From.Start(zone))
		}
		if q.To != 0 {
			wanted.to = moment(whole(q.To.Start(zone)))
		}
	}
	if q.Source != "" && wanted.source == 0 {
		return nil
	}
	for sort, name := range map[review.Sort]string{review.Theme: q.Theme, review.Item: q.Item, review.Seller: q.Seller} {
		if name != "" {
			wanted.parts = append(wanted.parts, tokenOf(sort, name))
		}
	}
	words, ok := soughtWords(q.Words)
	if !ok {
		return nil
	}
	wanted.parts = append(wanted.parts, words...)
	return s.scanRows(wanted.ready(), func(key rowKey) (bool, error) {
		o, err := one[app.Opinion](s, key.id())
		if err != nil {
			return false, dangling(inWords, err)
		}
		return yield(o), nil
	})
}

// soughtWords returns what to look for in rows; false if a word can be in none.
func soughtWords(query string) ([][]byte, bool) {
	var parts [][]byte
	for _, word := range strings.Fields(folding.Fold(query)) {
		part := spaced(word)
		if len(part) == 0 {
			continue // nothing but what lies between words
		}
		parts = append(parts, part)
	}
	return parts, len(parts) > 0 || strings.TrimSpace(query) == ""
}

// ready puts the parts in the order in which they are best looked for.
func (w sought) ready() sought {
	slices.SortStableFunc(w.parts, func(x, y []byte) int { return len(y) - len(x) })
	for _, part := range w.parts {
		for i := 2; i < len(part); i++ {
			w.bits = append(w.bits, bitOf(part[i-2], part[i-1], part[i]))
		}
	}
	return w
}

// scanRows goes through the rows that are sought, newest first.
func (s *state) scanRows(wanted sought, see func(rowKey) (bool, error)) error {
	return s.blocksBefore(wanted.to, func(at, packed []byte) (bool, error) {
		more, err := wanted.in(packed, see)
		return more && (wanted.from == nil || bytes.Compare(at, wanted.from) >= 0), err
	})
}

// in goes through the rows of one block.
func (w *sought) in(packed []byte, see func(rowKey) (bool, error)) (bool, error) {
	if len(packed) >= signatureSize && !w.signed(packed[:signatureSize]) {
		return true, nil
	}
	b, err := readBlock(packed)
	if err != nil {
		return false, err
	}
	if len(w.parts) > 0 && !bytes.Contains(b.text, w.parts[0]) {
		return true, nil
	}
	for i := b.rows() - 1; i >= 0; i-- {
		if !w.matches(b, i) {
			continue
		}
		if more, err := see(b.key(i)); err != nil || !more {
			return false, err
		}
	}
	return true, nil
}

func (w *sought) signed(signature []byte) bool {
	for _, bit := range w.bits {
		if signature[bit/8]&(1<<(bit%8)) == 0 {
			return false
		}
	}
	return true
}

func (w *sought) matches(b block, i int) bool {
	if w.from != nil || w.to != nil {
		key := b.key(i)
		if bytes.Compare(key[:], w.from) < 0 || w.to != nil && bytes.Compare(key[:], w.to) >= 0 {
			return false
		}
	}
	if m := b.mark(i); w.unhappy && !m.unhappy() || w.source != 0 && m.source() != w.source {
		return false
	}
	text := b.row(i)
	for _, part := range w.parts {
		if !bytes.Contains(text, part) {
			return false
		}
	}
	return true
}

// Opinion returns the opinion of that ID, or an Error with CodeNotFound.
func (b *Book) Opinion(ctx context.Context, id app.ID) (o app.Opinion, err error) {
	err = b.view(ctx, func(s *state) error {
		o, err = one[app.Opinion](s, id)
		return err
	})
	return o, err
}
