package written

import (
	"slices"
	"strings"
)

// tagsApart sets labels apart as Google does.
var tagsApart = strings.NewReplacer(";", ":::", ",", ":::")

// Tags reads labels: "* myContacts ::: Clients", or "a;b", or Mailchimp's in
// quotes. Google's own say nothing.
func Tags(text string) []string {
	var tags []string
	for _, part := range Several(tagsApart.Replace(text)) {
		part = strings.TrimSpace(strings.Trim(part, `"`))
		if part != "" && !strings.HasPrefix(part, "*") && !slices.Contains(tags, part) {
			tags = append(tags, part)
		}
	}
	return tags
}
