package vcards

import (
	"bytes"
	"unicode/utf8"
)

func isBegin(line []byte) bool { return isMark(line, "BEGIN") }

// isEnd tells whether the line ends a card.
func isEnd(line []byte) bool { return isMark(line, "END") }

// cardKind is what a card begins and ends as.
const cardKind = "VCARD"

// isMark allows for a byte order mark, which files put together of several have
// in their midst, for a group (RFC 2426, 4), and for something behind the mark: some
// programs write END:VCARD; and people slip. A whole card on one line is none.
func isMark(line []byte, word string) bool {
	if len(line) > 0 && line[0] == 0xEF {
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	if len(line) < len(word) {
		return false
	}
	if c := line[0] | 0x20; c != word[0]|0x20 && c != ' '|0x20 && c != '\t'|0x20 && line[0] < utf8.RuneSelf {
		return isGroupedMark(line, word)
	}
	name, value, ok := bytes.Cut(line, []byte{':'})
	value = bytes.TrimSpace(value)
	if !ok || !bytes.EqualFold(bytes.TrimSpace(name), []byte(word)) ||
		len(value) < len(cardKind) || !bytes.EqualFold(value[:len(cardKind)], []byte(cardKind)) {
		return isGroupedMark(line, word)
	}
	return !bytes.ContainsAny(value[len(cardKind):], `:\`) || word == "END" && isBegin(bytes.TrimSpace(value[len(cardKind):]))
}

// isGroupedMark tells whether the line is the mark with a group before it, and
// nothing behind it.
func isGroupedMark(line []byte, word string) bool {
	if last := line[len(line)-1] | 0x20; last != cardKind[len(cardKind)-1]|0x20 {
		return false // nearly every line
	}
	head, value, ok := bytes.Cut(line, []byte{':'})
	group, name, isGrouped := bytes.Cut(head, []byte{'.'})
	return ok && isGrouped && isName(bytes.TrimSpace(group)) && isAny(name, word) && isAny(value, cardKind)
}

// isOfCard tells whether a line that is no mark names a card all the same: there is
// more on it.
func isOfCard(line []byte) bool {
	_, value, _ := bytes.Cut(line, []byte{':'})
	value = bytes.TrimSpace(value)
	return len(value) >= len(cardKind) && bytes.EqualFold(value[:len(cardKind)], []byte(cardKind))
}

// behindEnd returns the BEGIN that stands on the line of an END, where files were put
// together of which the last line had no end; nil if there is none.
func behindEnd(line []byte) []byte {
	if !isEnd(line) {
		return nil
	}
	_, value, _ := bytes.Cut(line, []byte{':'})
	if rest := bytes.TrimSpace(bytes.TrimSpace(value)[len(cardKind):]); isBegin(rest) {
		return rest
	}
	return nil
}
