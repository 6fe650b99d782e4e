package fields

import (
	"slices"
	"sync"
)

// variants are columns of which sort of a thing was bought: its colour, or its size.
var variants = sync.OnceValue(func() []string {
	return plainNames("Variant, Variants, Variant name, Variant title, Lineitem variant, Line item variant, Product variant, Product variation, Item variant, Item variation, Variation, Variations, Variation name, " +
		"Product option, Product options, Item options, Variante, Varianten, Produktvariante, Artikelvariante, Variante du produit, Déclinaison, Variación, Variante del producto, Variazione, Variante prodotto, Variação, Variant naam, Variantnavn, Variantti, Wariant")
})

// IsVariant tells of a column whether it holds which sort of a thing was bought.
func IsVariant(plain string) bool { return slices.Contains(variants(), plain) }
