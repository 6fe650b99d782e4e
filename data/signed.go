package data

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// signed are the removals of what a customer said on cards that were never
// matched, as far as these are signed with what is theirs: a customer number, a
// telephone number, an e-mail address, or a name that nobody else in the book
// has. Cards signed with less stay for the owner to decide on.
func (s *state) signed(c app.Customer) ([]ref, error) {
	named := folding.Fold(c.Called())
	if named != "" {
		alone, err := s.aloneIn(named, c.ID)
		if err != nil {
			return nil, err
		}
		if !alone {
			named = ""
		}
	}
	opinions, err := newest[app.Opinion](s, inOpinionsByCustomer, app.ID{}, 0)
	if err != nil {
		return nil, err
	}
	theirs := make(map[app.ID]bool)
	var refs []ref
	for _, o := range opinions {
		if signs(c, named, o.Sender) {
			theirs[o.ID] = true
			refs = append(refs, ref{app.ID{}, app.KindOpinion, o.ID})
		}
	}
	if len(theirs) == 0 {
		return nil, nil
	}
	complaints, err := newest[app.Complaint](s, inComplaintsByCustomer, app.ID{}, 0)
	for _, one := range complaints {
		if theirs[one.Opinion] {
			refs = append(refs, ref{app.ID{}, app.KindComplaint, one.ID})
		}
	}
	return refs, err
}

// aloneIn tells whether nobody else in the book is called by that folded name.
func (s *state) aloneIn(named string, id app.ID) (bool, error) {
	alone := true
	err := s.scan(inCustomers, nil, nil, func(k, v []byte) (bool, error) {
		if idOf(k) == id {
			return true, nil
		}
		r, err := s.record(app.KindCustomer, v)
		if c, ok := r.(app.Customer); ok && folding.Fold(c.Called()) == named {
			alone = false
		}
		return alone, err
	})
	return alone, err
}

// someNumber is what may be a telephone number in a text.
var someNumber = regexp.MustCompile(`[+＋]?[0-9(][0-9 ()/.\-\x{00a0}]{3,}[0-9]`)

// leastNumber is how many digits the end of a telephone number has at the least:
// a card may leave out the country, or what is dialled before it at home.
const leastNumber = 7

// signs tells whether what stands on a card is the customer's; the folded name
// counts unless it is empty.
func signs(c app.Customer, named, sender string) bool {
	if sender == "" {
		return false
	}
	folded := folding.Fold(sender)
	parts := strings.FieldsFunc(folded, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:()#<>\"“”", r) })
	if named != "" && containsWords(parts, strings.Fields(named)) {
		return true
	}
	for _, r := range c.References {
		if value := folding.Fold(r.Value); value != "" && (folded == value || slices.Contains(parts, value)) {
			return true
		}
	}
	for _, e := range c.Emails {
		if address := folding.Fold(e.Address); address != "" && slices.Contains(parts, address) {
			return true
		}
	}
	for _, number := range someNumber.FindAllString(sender, -1) {
		digits := strings.TrimLeft(folding.Digits(number), "0")
		for _, p := range c.Phones {
			theirs := strings.TrimLeft(folding.Digits(p.Dialled()), "0")
			short, long := digits, theirs
			if len(short) > len(long) {
				short, long = long, short
			}
			if len(short) >= leastNumber && strings.HasSuffix(long, short) {
				return true
			}
		}
	}
	return false
}

// containsWords tells whether the words stand in the text one after the other.
func containsWords(text, words []string) bool {
	for i := range text {
		if len(words) > 0 && len(text)-i >= len(words) && slices.Equal(text[i:i+len(words)], words) {
			return true
		}
	}
	return false
}
