package customers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// renamed returns the name as it is once its full form is another: its parts
// follow the words that were corrected, so that whoever is Ms Korhonen stays so
// when a letter of her name is mended. The parts of a name that has no word in
// common with the one before are another's, and go.
func renamed(was app.Name, full string) app.Name {
	old, now := wordsOf(was, was.Full), wordsOf(was, full)
	places, related := follow(old, now)
	if !related {
		return app.Name{Full: full}
	}
	n := was
	n.Full = full
	parts := partsOf(&n, old)
	if replaced(parts[1], old, places) && parts[0].from == nowhere {
		n.Prefix = "" // of somebody else, who may be no Ms
	}
	for _, p := range parts {
		if p.from != nowhere {
			*p.text = p.in(places)
		}
	}
	if slices.Contains(changedAmong(unclaimed(parts, len(old)), old, places), true) {
		// A word that was no part of the name, Bob, stood for one that is not in it,
		// Robert: nobody can tell what of it still holds.
		for _, p := range parts[1:4] {
			if p.from == nowhere {
				*p.text = ""
			}
		}
	}
	return n
}

// wordsOf splits a name. One without spaces that is but its parts in a row, as in
// China and Japan, is split where the one that is known ends.
func wordsOf(n app.Name, full string) []string {
	words := strings.Fields(full)
	if len(words) != 1 || n.Family == "" || n.Given == "" || n.Full != n.Family+n.Given {
		return words
	}
	if rest, ok := strings.CutPrefix(full, n.Family); ok && rest != "" {
		return []string{n.Family, rest}
	}
	if rest, ok := strings.CutSuffix(full, n.Given); ok && rest != "" {
		return []string{rest, n.Given}
	}
	return words
}

// place is what stands now where a word of the old name stood.
type place struct {
	words []string // none: it was taken out
	added []string // behind it, in the place of no word
	ahead []string // before it, as the van of a family name
}

// follow finds out for every old word what stands in its place, and whether the
// two names have anything in common.
func follow(old, now []string) (places []place, related bool) {
	places = make([]place, len(old))
	if turned, ok := reordered(old, now); ok {
		for i, w := range turned {
			places[i].words = []string{w}
		}
		return places, len(old) > 0
	}
	anchors := anchored(old, now)
	i, j := 0, 0
	for _, a := range append(anchors, [2]int{len(old), len(now)}) {
		between(places, i, old[i:a[0]], now[j:a[1]])
		if a[0] < len(old) {
			places[a[0]].words = []string{now[a[1]]}
		}
		i, j = a[0]+1, a[1]+1
	}
	return places, len(anchors) > 0
}

// reordered returns the new writing of every old word if the words are the same
// ones in whatever order.
func reordered(old, now []string) (turned []string, ok bool) {
	if len(old) != len(now) {
		return nil, false
	}
	left := slices.Clone(now)
	for _, w := range old {
		i := slices.IndexFunc(left, func(o string) bool { return bare(o) == bare(w) })
		if i < 0 {
			return nil, false
		}
		turned = append(turned, left[i])
		left = slices.Delete(left, i, i+1)
	}
	return turned, true
}

// anchored returns the pairs of words that are one and the same, or one and its
// correction, in the order of both names: the most that there are.
func anchored(old, now []string) (pairs [][2]int) {
	best := make([][]int, len(old)+1)
	for i := range best {
		best[i] = make([]int, len(now)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(now) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1])
			if l := likeness(old[i], now[j]); l > 0 {
				best[i][j] = max(best[i][j], best[i+1][j+1]+l)
			}
		}
	}
	for i, j := 0, 0; i < len(old) && j < len(now); {
		l := likeness(old[i], now[j])
		switch {
		case l > 0 && best[i][j] == best[i+1][j+1]+l:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case best[i][j] == best[i+1][j]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// between puts the new words between two anchors where the old ones stood.
func between(places []place, from int, old, now []string) {
	switch {
	case len(old) == len(now):
		for i, w := range now {
			places[from+i].words = []string{w}
		}
	case len(old) == 1:
		places[from].words = now
	case len(old) == 0:
		particles := len(now)
		for particles > 0 && isParticle(now[particles-1]) {
			particles--
		}
		if from < len(places) {
			places[from].ahead = now[particles:]
		}
		if from > 0 {
			places[from-1].added = now
		}
	default: // which is which nobody can tell
	}
}

// isParticle tells whether a word may be the van or de that a family name begins
// with: it is written small.
func isParticle(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// likeness tells how far a word is the correction of another: 3, the same; 2,
// with other accents or capitals; 1, of other letters here and there; else 0.
func likeness(a, b string) int {
	x, y := bare(a), bare(b)
	switch {
	case a == b:
		return 3
	case x == y:
		return 2
	case isInitial(x, y), isInitial(y, x), typos(x, y)*3 <= max(utf8.RuneCountInString(x), utf8.RuneCountInString(y)):
		return 1
	}
	return 0
}

func isInitial(a, b string) bool { return utf8.RuneCountInString(a) == 1 && strings.HasPrefix(b, a) }

// bare is a word without what stands around it in a list, folded.
func bare(word string) string { return folding.Fold(strings.Trim(word, ".,;")) }

// typos counts the letters by which two words differ: one too many, one missing,
// one in the place of another.
func typos(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > mostTypos || len(y)-len(x) > mostTypos || len(x) > mostLetters || len(y) > mostLetters {
		return max(len(x), len(y))
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range x {
		before := row[0]
		row[0] = i + 1
		for j, s := range y {
			here := before
			if r != s {
				here = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], here
		}
	}
	return row[len(y)]
}

// A word that is longer by more, or has more letters, is no correction.
const (
	mostTypos   = 4
	mostLetters = 60
)

// nowhere is where a part stands that is not in the full name.
const nowhere = -1

// part is one part of a name, and which words of the full one it is.
type part struct {
	text     *string
	from, to int
	family   bool
}

// partsOf finds the parts in the full name: prefix, given, middle, family, suffix.
func partsOf(n *app.Name, words []string) []part {
	taken := make([]bool, len(words))
	var parts []part
	for _, text := range []*string{&n.Prefix, &n.Given, &n.Middle, &n.Family, &n.Suffix} {
		p := part{text: text, from: nowhere, family: text == &n.Family}
		own := strings.Fields(*text)
		for i := 0; len(own) > 0 && i+len(own) <= len(words); i++ {
			if slices.Contains(taken[i:i+len(own)], true) || !slices.EqualFunc(own, words[i:i+len(own)], func(a, b string) bool { return bare(a) == bare(b) }) {
				continue
			}
			p.from, p.to = i, i+len(own)
			for j := range own {
				taken[i+j] = true
			}
			break
		}
		parts = append(parts, p)
	}
	return parts
}

// in returns the part as its words are now.
func (p part) in(places []place) string {
	own := strings.Fields(*p.text)
	var words []string
	changed := false
	for i := p.from; i < p.to; i++ {
		at := places[i]
		if p.family && i == p.from {
			words = append(words, at.ahead...)
		}
		if len(at.words) == 1 && bare(at.words[0]) == bare(own[i-p.from]) && !differs(at.words[0], own[i-p.from]) {
			words = append(words, own[i-p.from]) // with the comma or without, as it was
		} else {
			changed = true
			for _, w := range at.words {
				words = append(words, strings.Trim(w, ",;"))
			}
		}
		if i+1 < p.to {
			words = append(words, at.added...)
		}
	}
	if !changed && len(words) == len(own) {
		return *p.text
	}
	return strings.Join(words, " ")
}

// differs tells whether the letters of two words differ, in accents or capitals.
func differs(a, b string) bool { return strings.Trim(a, ".,;") != strings.Trim(b, ".,;") }

// unclaimed returns the words that are of no part.
func unclaimed(parts []part, words int) (free []int) {
	for i := range words {
		if !slices.ContainsFunc(parts, func(p part) bool { return p.from <= i && i < p.to }) {
			free = append(free, i)
		}
	}
	return free
}

// changedAmong tells of each of those words whether it was taken out, or replaced
// by one that is no correction of it.
func changedAmong(which []int, old []string, places []place) (changed []bool) {
	for _, i := range which {
		now := strings.Join(places[i].words, " ")
		changed = append(changed, likeness(old[i], now) == 0)
	}
	return changed
}

// replaced tells whether the part has become quite another: not one word of it is
// left, nor a correction of one.
func replaced(p part, old []string, places []place) bool {
	if p.from == nowhere {
		return false
	}
	var own []int
	for i := p.from; i < p.to; i++ {
		if len(places[i].words) > 0 {
			own = append(own, i)
		}
	}
	return len(own) > 0 && !slices.Contains(changedAmong(own, old, places), false)
}
