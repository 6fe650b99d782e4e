package merging

import (
	"cmp"
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/alike"
	"ringback.app/app/folding"
)

// Merged returns the one record that the two would be. What the choices do not
// name is taken as proposed; a choice that is none of a field's options is left
// out of account.
//
// Never lost, whatever is chosen: what others call either of them by, so that
// the next import finds the one customer; that one of them does not want to be
// called; that somebody else answers on a number; what they were given for being
// a customer; and the properties of a card that we do not use.
func (p Proposal) Merged(choices Choices) app.Customer {
	kept, other := p.Kept.Customer, p.Other.Customer
	c := kept
	for _, f := range p.Fields {
		take := f.Take
		if chosen, ok := choices[f.Part]; ok && slices.Contains(f.Options, chosen) {
			take = chosen
		}
		from := kept
		if take == TakeOther {
			from = other
		}
		switch f.Part {
		case PartName:
			c.Name = nameOf(kept, other, take)
		case PartFirm:
			c.Firm = from.Firm
		case PartPhones:
			c.Phones = phonesOf(kept, other, take)
		case PartEmails:
			c.Emails = one(joined(kept.Emails, other.Emails, take, alike.Emails), func(e *app.Email) *bool { return &e.Preferred })
		case PartAddresses:
			c.Addresses = joined(kept.Addresses, other.Addresses, take, func(x, y app.Address) bool { return addressText(x) == addressText(y) })
		case PartBirthday:
			c.Birthday = from.Birthday
		case PartLanguage:
			c.Language = from.Language
		case PartTimeZone:
			c.TimeZone = from.TimeZone
		case PartBestTime:
			c.BestTime = from.BestTime
		case PartTags:
			c.Tags = joined(kept.Tags, other.Tags, take, func(x, y string) bool { return folding.Fold(x) == folding.Fold(y) })
		case PartNotes:
			c.Notes = notesOf(kept.Notes, other.Notes, take)
		case PartNumber, PartDoNotCall:
		}
	}
	c.References = p.references(choices)
	c.DoNotCall = refusals(kept.DoNotCall, other.DoNotCall)
	c.Unknown = properties(kept.Unknown, other.Unknown)
	c.Thanks = joined(kept.Thanks, other.Thanks, TakeBoth, func(x, y app.ThankYou) bool { return x == y })
	slices.SortStableFunc(c.Thanks, func(x, y app.ThankYou) int { return cmp.Compare(x.Day, y.Day) })
	c.Archived = kept.Archived && other.Archived
	return c
}

// joined returns a list as it is taken, in a slice of its own. Of what both
// have, that of the record that stays is taken.
func joined[T any](kept, other []T, take Take, same func(x, y T) bool) []T {
	switch take {
	case TakeKept:
		return slices.Clone(kept)
	case TakeOther:
		return slices.Clone(other)
	}
	all := slices.Clone(kept)
	for _, o := range other {
		if !slices.ContainsFunc(kept, func(k T) bool { return same(k, o) }) {
			all = append(all, o)
		}
	}
	return all
}

// refusals returns what either does not want to be called for: for one purpose one
// wish, for the reasons of both, from the day on which they first said so.
func refusals(kept, other []app.DoNotCall) []app.DoNotCall {
	all := joined(kept, other, TakeBoth, func(x, y app.DoNotCall) bool { return x.Purpose == y.Purpose })
	for i := range all[:len(kept)] {
		for _, o := range other {
			if o.Purpose != all[i].Purpose {
				continue
			}
			if all[i].Since.IsZero() || !o.Since.IsZero() && o.Since < all[i].Since {
				all[i].Since = o.Since
			}
			if reason, also := all[i].Reason, strings.TrimSpace(o.Reason); !strings.Contains(folding.Fold(reason), folding.Fold(also)) {
				all[i].Reason = strings.TrimPrefix(reason+"; "+also, "; ")
			}
		}
	}
	return all
}

// one leaves the mark on the first that has it: there is one preferred number.
func one[T any](all []T, mark func(*T) *bool) []T {
	marked := false
	for i := range all {
		m := mark(&all[i])
		*m, marked = *m && !marked, marked || *m
	}
	return all
}

// nameOf takes a name, and its parts from the other where they name the same.
func nameOf(kept, other app.Customer, take Take) app.Name {
	name, second := kept.Name, other.Name
	if take == TakeOther {
		name, second = second, name
	}
	if name.Given == "" && name.Family == "" && folding.Fold(name.Full) == folding.Fold(second.Full) {
		full := name.Full
		name = second
		name.Full = full
	}
	return name
}

// phonesOf takes numbers. That a number is not theirs, or dead, was found out
// by a call: of two records of it the one that knows that counts.
func phonesOf(kept, other app.Customer, take Take) []app.Phone {
	all := joined(kept.Phones, other.Phones, take, alike.Numbers)
	for i := range all {
		for _, also := range slices.Concat(kept.Phones, other.Phones) {
			if !alike.Numbers(all[i], also) {
				continue
			}
			if all[i].Unfit == app.FitToCall && (also.Unfit == app.UnfitWrong || also.Unfit == app.UnfitDead) {
				all[i].Unfit = also.Unfit
			}
			if all[i].Label == "" {
				all[i].Label = also.Label
			}
			if all[i].E164 == "" && also.E164 != "" && also.Extension == all[i].Extension {
				all[i].E164 = also.E164
				if all[i].Unfit == app.UnfitUnreadable {
					all[i].Unfit = also.Unfit
				}
			}
		}
	}
	return one(all, func(p *app.Phone) *bool { return &p.Preferred })
}

func notesOf(kept, other string, take Take) string {
	switch {
	case take == TakeKept, take == TakeBoth && strings.Contains(kept, strings.TrimSpace(other)):
		return kept
	case take == TakeOther, strings.Contains(other, strings.TrimSpace(kept)):
		return other
	}
	return strings.TrimRight(kept, "\n") + "\n\n" + other
}

// references returns all that others call them by, the shop's number that was
// taken first.
func (p Proposal) references(choices Choices) []app.Reference {
	kept, other := p.Kept.Customer.References, p.Other.Customer.References
	if choices[PartNumber] == TakeOther {
		number := p.Other.Customer.Reference(app.ReferenceShop)
		if number != "" {
			first := []app.Reference{{Kind: app.ReferenceShop, Value: number}}
			kept = joined(first, kept, TakeBoth, func(x, y app.Reference) bool { return x == y })
		}
	}
	return joined(kept, other, TakeBoth, func(x, y app.Reference) bool { return x == y })
}
