package opinions

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/tables"
	"ringback.app/app/importing/written"
	"ringback.app/app/rating"
)

// telling is how many letters words have that two people hardly say alike on one day.
const telling = 20

// name gives the opinion an ID that follows from the line, so that the same line
// is the same opinion in every import and on every desktop: from the number that
// the other program gave it, or else from all that it says. It returns the IDs that
// it got where less of the line was read. Sender is who it is from, and bare the same
// without the order.
func (h *Table) name(o *app.Opinion, row tables.Row, sender, bare string) (before []app.ID, numbered bool) {
	number := written.OneLine(row.Cell(h.Columns.Of(fields.Number)))
	if h.own != nil {
		if id, err := app.ParseID(number); err == nil {
			o.ID = id
			return nil, true
		}
	}
	ids := func(id app.ID) {
		if id != o.ID && !slices.Contains(before, id) {
			before = append(before, id)
		}
	}
	if number != "" {
		key := func(sender string) app.ID { return h.idOf(strings.Join([]string{"opinion", number, sender}, "\x00")) }
		o.ID = key(sender)
		ids(key(bare))
		if h.dated() { // or else the first of any survey is the first of this
			ids(key(""))
		}
	}
	given, themes := rating.Of(*o), strings.Join(o.Themes, "\x01")
	key := func(sender, given, themes string) string {
		return strings.Join([]string{"opinion", "", sender, given, o.Verbatim, themes}, "\x00")
	}
	var less []string
	if number == "" {
		o.ID = h.idOfWords(h.again, key(sender, given, themes))
	}
	for _, from := range []string{sender, bare} {
		if from == "" && (sender != "" || number != "") && utf8.RuneCountInString(o.Verbatim) < telling {
			continue // anybody may have said that
		}
		if from != sender || number != "" {
			less = append(less, key(from, given, themes))
		}
		if o.Verbatim != "" && number == "" {
			less = append(less, key(from, "", themes), key(from, given, ""), key(from, "", ""))
		}
	}
	slices.Sort(less)
	for _, key := range slices.Compact(less) { // each as it was counted where all lines had no more
		ids(h.idOfWords(h.less, key))
	}
	return before, number != ""
}

// idOfWords is the ID of a line without a number of its own. Of lines that say the same
// each has another.
func (h *Table) idOfWords(count map[[sha256.Size]byte]int, key string) app.ID {
	if h.dated() {
		key += "\x00" + h.asSaid.String()
	}
	same := sha256.Sum256([]byte(key))
	count[same]++
	return h.idOf(key + "\x00" + strconv.Itoa(count[same]))
}

// idOf makes an ID of what is a line's own, which begins with its day as IDs do with
// their moment.
func (h *Table) idOf(key string) (id app.ID) {
	sum := sha256.Sum256([]byte(key))
	copy(id[6:], sum[:])
	if h.dated() {
		var moment [8]byte
		binary.BigEndian.PutUint64(moment[:], uint64(max(0, h.asSaid.Start(time.UTC).UnixMilli())))
		copy(id[:6], moment[2:])
	}
	return id
}
