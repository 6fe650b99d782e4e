package importing

import (
	"crypto/sha256"
	"slices"

	"ringback.app/app"
	"ringback.app/app/importing/opinions"
	"ringback.app/app/rating"
)

// heard is an opinion of this import: where it is among the records to write, -1 if the
// book has it as it is, that, and in which file it was last.
type heard struct {
	at   int
	was  app.Opinion
	file *file
}

// unsettled is an opinion that may have come in before by another line than its own,
// unless another line of its file turns out to be that one.
type unsettled struct {
	opinions.Heard
	item Item
}

// earlier is an opinion that a line may be: one of this import, if it was met, or of the
// book.
type earlier struct {
	heard
	met bool
}

// occasion is what tells one opinion of a customer from another where a line has no
// number of its own: the day and the words, or the purchase that it is about.
type occasion [sha256.Size]byte

// hearing is what an import knows of opinions.
type hearing struct {
	of     map[app.ID]heard      // those met
	called map[app.ID]app.ID     // which of them a line is whose own ID is another
	less   map[app.ID]app.ID     // likewise, what a line would be of which less was read
	said   map[occasion][]app.ID // those of the book and of the files
	read   map[app.ID]bool       // whose of the book are among them
}

// newHearing returns what an import knows that has not begun.
func newHearing() hearing {
	return hearing{make(map[app.ID]heard), make(map[app.ID]app.ID), make(map[app.ID]app.ID), make(map[occasion][]app.ID), make(map[app.ID]bool)}
}

// add takes down what a line turned out to be.
func (h *hearing) add(is heard, line opinions.Heard) {
	h.of[is.was.ID] = is
	if line.Opinion.ID != is.was.ID {
		h.called[line.Opinion.ID] = is.was.ID
	}
	for _, id := range line.Before {
		h.less[id] = is.was.ID
	}
	h.place(is.was)
}

// met returns the opinion that a line of that ID was found to be.
func (h *hearing) met(id app.ID) (heard, bool) {
	if is, other := h.called[id]; other {
		id = is
	}
	one, met := h.of[id]
	return one, met
}

// place makes an opinion found by its occasions.
func (h *hearing) place(o app.Opinion) {
	for _, on := range occasions(o) {
		if !slices.Contains(h.said[on], o.ID) {
			h.said[on] = append(h.said[on], o.ID)
		}
	}
}

// occasions are by what an opinion is found; of nobody, or where nothing was said, by
// nothing.
func occasions(o app.Opinion) (all []occasion) {
	if o.Customer.IsZero() {
		return nil
	}
	of := func(sort, text string) {
		all = append(all, sha256.Sum256([]byte(sort+string(o.Customer[:])+o.Said.String()+"\x00"+text)))
	}
	if o.Verbatim != "" {
		of("words", o.Verbatim)
	}
	if len(o.About) == 1 {
		of("about", string(o.About[0][:]))
	}
	return all
}

// before returns the opinions of the book and of this import that a line may be.
func (h *hearing) before(known Known, line opinions.Heard) (all []earlier, err error) {
	ids := slices.Clone(line.Before)
	if id, is := h.less[line.Opinion.ID]; is {
		ids = append(ids, id) // another line said more of it
	}
	if !line.Numbered { // what has another number is another, whatever it says
		if err := h.readOf(known, line.Opinion.Customer); err != nil {
			return nil, err
		}
		for _, on := range occasions(line.Opinion) {
			ids = append(ids, h.said[on]...)
		}
	}
	for i, id := range ids {
		one, met := h.met(id)
		if slices.Contains(ids[:i], id) {
			continue
		}
		if !met {
			was, had, err := opinionOf(known, id)
			if err != nil {
				return nil, err
			}
			if !had {
				continue
			}
			one = heard{at: -1, was: was}
		}
		all = append(all, earlier{one, met})
	}
	return all, nil
}

// readOf reads what the book has of a customer's, once.
func (h *hearing) readOf(known Known, customer app.ID) error {
	if customer.IsZero() || h.read[customer] {
		return nil
	}
	h.read[customer] = true
	all, err := known.Opinions(customer)
	for _, o := range all {
		h.place(o)
	}
	return err
}

// differs says what a line has otherwise than the opinion that stays as it is.
func differs(was, o app.Opinion, line int) []*app.Error {
	switch {
	case o.Verbatim != "" && was.Verbatim != o.Verbatim:
		return []*app.Error{app.InvalidLine("import.opinion.kept", line, nil)}
	case was.Rated() && o.Rated() && rating.Of(was) != rating.Of(o):
		return []*app.Error{app.InvalidLine("import.opinion.kept-rating", line, app.Args{"Ours": rating.Of(was), "Theirs": rating.Of(o)})}
	}
	return nil
}

// agrees tells whether two opinions say nothing different: neither in words, nor of what
// was given, the themes and the purchase. What one of them lacks differs from nothing.
func agrees(a, b app.Opinion) bool {
	return alikeBut(a, b) && (!a.Rated() || !b.Rated() || rating.Of(a) == rating.Of(b))
}

// rates tells whether two opinions are of the same words of one person, and differ in no
// more than what was given: nobody says the same twice on a day of one purchase.
func rates(a, b app.Opinion) bool {
	one := !a.Customer.IsZero() && a.Customer == b.Customer || a.Customer.IsZero() && a.Sender != "" && a.Sender == b.Sender
	return one && a.Verbatim != "" && a.Verbatim == b.Verbatim && alikeBut(a, b)
}

// alikeBut tells whether two opinions say nothing different but of what was given.
func alikeBut(a, b app.Opinion) bool {
	return a.Source == b.Source && (a.Verbatim == b.Verbatim || a.Verbatim == "" || b.Verbatim == "") &&
		(len(a.Themes) == 0 || len(b.Themes) == 0 || slices.Equal(a.Themes, b.Themes)) &&
		(len(a.About) == 0 || len(b.About) == 0 || slices.Equal(a.About, b.About)) &&
		(a.Customer.IsZero() || b.Customer.IsZero() || a.Customer == b.Customer)
}

// fill adds to an opinion what it has nothing of: the words, what was given, the themes,
// whose it is and of which purchase. Lacked tells whether that was anything.
func fill(was, o app.Opinion) (filled app.Opinion, lacked bool) {
	if was.Verbatim != "" && o.Verbatim != "" && was.Verbatim != o.Verbatim {
		return was, false
	}
	if was.Verbatim == "" && o.Verbatim != "" {
		was.Verbatim, lacked = o.Verbatim, true
	}
	if !was.Rated() && o.Rated() {
		was.Score, was.Stars, lacked = o.Score, o.Stars, true
	}
	if len(was.Themes) == 0 && len(o.Themes) > 0 {
		was.Themes, lacked = o.Themes, true
	}
	if was.Customer.IsZero() && !o.Customer.IsZero() {
		was.Customer, was.Sender, lacked = o.Customer, "", true
	}
	if len(was.About) == 0 && len(o.About) > 0 && was.Customer == o.Customer {
		was.About, lacked = o.About, true
	}
	return was, lacked
}
