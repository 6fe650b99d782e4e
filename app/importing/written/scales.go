package written

import (
	"regexp"
	"strconv"
	"strings"
)

// scale is how the name of a column says between what its numbers are: "Rating (1-5)",
// "Score out of 10".
var scale = regexp.MustCompile(`(?i)^(.*?\D)[\s:,_-]*[(\[]?\s*(?:scale\s+)?(?:[01]\s*(?:-|–|—|\.\.\.?|…|to|bis|à|a|al|til|tot|do|до|έως)\s*|(?:out\s+of|von|sur|su|de|av|van|van\s+de|z|из|από)\s+|max(?:imum)?\.?\s*|/\s*)(5|10)(?:\s*(?:stars?|points?|sterne|punkte|étoiles|points))?\s*[)\]]?\s*$`)

// Scale parts the name of a column of ratings from the highest of them, if it says
// that: 5 or 10, and 0 if it does not.
func Scale(name string) (base string, highest int) {
	m := scale.FindStringSubmatch(strings.TrimSpace(name))
	if m == nil {
		return name, 0
	}
	highest, err := strconv.Atoi(m[2])
	if err != nil {
		return name, 0
	}
	return m[1], highest
}
