package merging

import (
	"fmt"
	"slices"
	"strings"

	"ringback.app/app"
)

// once are the properties of which a card has one: by RFC 6350, section 6; those of
// the card itself; and the picture and the firm, of which one is shown.
var once = []string{
	"KIND", "ANNIVERSARY", "GENDER", "UID", "REV", "PRODID", "X-PRODID", "VERSION", "PROFILE",
	"SOURCE", "MAILER", "CLIENTPIDMAP", "SORT-STRING", "NAME", "CLASS", "PHOTO", "ORG",
}

// properties returns the properties of the one's card, and what that of the other
// has besides.
func properties(kept, other []app.Property) []app.Property {
	all := slices.Clone(kept)
	groups := make(map[string]string) // of the other's card, as they are called among all
	for _, p := range other {
		if isLabel(p) || slices.ContainsFunc(kept, func(k app.Property) bool {
			return strings.EqualFold(k.Name, p.Name) &&
				(slices.Contains(once, strings.ToUpper(p.Name)) || strings.TrimSpace(k.Value) == strings.TrimSpace(p.Value))
		}) {
			continue
		}
		if p.Group != "" {
			p.Group = regrouped(groups, p.Group, all, other)
		}
		all = append(all, p)
	}
	for _, p := range other { // the labels of what was taken
		if group, ok := groups[strings.ToLower(p.Group)]; ok && isLabel(p) {
			p.Group = group
			all = append(all, p)
		}
	}
	return all
}

// isLabel tells whether a property says what another of its group is called.
func isLabel(p app.Property) bool {
	return p.Group != "" && strings.EqualFold(p.Name, "X-ABLABEL")
}

// regrouped returns what a group of the other's card is called among all: as it was,
// unless the one's has such a group.
func regrouped(groups map[string]string, group string, all, other []app.Property) string {
	key := strings.ToLower(group)
	if _, known := groups[key]; !known {
		groups[key] = group
		for n := 1; isGroup(all, groups[key]) || groups[key] != group && isGroup(other, groups[key]); n++ {
			groups[key] = fmt.Sprintf("other%d", n)
		}
	}
	return groups[key]
}

func isGroup(all []app.Property, group string) bool {
	return slices.ContainsFunc(all, func(p app.Property) bool { return strings.EqualFold(p.Group, group) })
}
