package wording

import (
	"slices"
	"strings"
	"unicode"

	"ringback.app/app"
)

// things names what was bought as a person says it: one or two things, a third
// where there is no fourth, and of more only that there were some. How many of
// each is not said.
func (s speech) things(b app.Bought) string {
	items := slices.Clone(b.Items)
	third, known := s.third(b)
	if known {
		items = append(items, third)
	}
	names := s.spoken(items)
	for i, name := range names {
		names[i] = s.Say("say.item.one", app.Args{"Item": name})
	}
	if b.More > 1 {
		return s.Say("say.item.more", app.Args{"Items": s.joined(names, "say.item.comma")})
	}
	return s.joined(names, "say.item.and")
}

// third is the one thing that was bought besides those a brief names, if the card
// tells which. Where some of the purchase was given back it does not.
func (s speech) third(b app.Bought) (app.BoughtItem, bool) {
	if b.More != 1 {
		return app.BoughtItem{}, false
	}
	for _, p := range slices.Concat(s.card.About, s.card.Purchases) {
		if p.ID != b.Purchase {
			continue
		}
		brief := p.InBrief(s.card.Plan)
		others := slices.DeleteFunc(slices.Concat(brief.Items, brief.Rest), func(one app.BoughtItem) bool {
			return slices.ContainsFunc(b.Items, func(named app.BoughtItem) bool { return named.Item == one.Item })
		})
		if len(others) == 1 && len(brief.Items)+len(brief.Rest) == len(b.Items)+1 {
			return others[0], true
		}
		break
	}
	return app.BoughtItem{}, false
}

// spoken returns the items' names without what nobody says of them: "bed" of
// "Bed, 160 cm, oak". Two that would be one then keep theirs.
func (s speech) spoken(items []app.BoughtItem) []string {
	names, times := make([]string, len(items)), map[string]int{}
	for i, item := range items {
		names[i] = s.unspecified(item.Item)
		times[names[i]]++
	}
	for i, item := range items {
		if times[names[i]] > 1 {
			names[i] = s.insideSentence(item.Item)
		}
	}
	return names
}

// unspecified returns an item's name up to its first comma or bracket, which size,
// colour and wood come after. A comma without a space ("tea,coffee", "0,5 l") is
// part of the name.
func (s speech) unspecified(item string) string {
	name := s.insideSentence(item)
	for _, mark := range []string{", ", " ("} {
		if short, _, cut := strings.Cut(name, mark); cut && strings.ContainsFunc(short, unicode.IsLetter) {
			name = short
		}
	}
	return strings.TrimRight(name, " ,")
}

// several tells whether what is said aloud names several things: four times “oak
// chair” is it, as “oak chairs” are they.
func (s speech) several(b app.Bought) bool {
	if len(b.Items) > 1 || b.More > 0 {
		return true
	}
	name := strings.ToLower(s.unspecified(b.Items[0].Item))
	return b.Items[0].Quantity > app.One && strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "ss")
}

// joined puts names into a sentence, the last by the sentence of that key: "Anna,
// Ben and Mia".
func (s speech) joined(names []string, last string) string {
	said := names[0]
	for i, name := range names[1:] {
		join := "say.item.comma"
		if i == len(names)-2 {
			join = last
		}
		said = s.Say(join, app.Args{"First": said, "Second": name})
	}
	return said
}
