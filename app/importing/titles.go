package importing

import (
	"context"
	"slices"
	"strings"
	"sync"

	"ringback.app/app/importing/tables"
)

// A column called Title holds what is said before a name in some tables, and what
// somebody does in a firm in others: what is in it tells.

// titleNames are such columns. In one called Salutation or Anrede there is no
// doubt.
var titleNames = []string{
	"title", "contacttitle", "titel", "titre", "titulo", "titolo", "titteli", "tytul", "τιτλοσ",
}

// titleWords are what is said before, or right behind, a name in the languages of
// contactWords, as a word of it is compared.
var titleWords = sync.OnceValue(func() map[string]bool {
	all := make(map[string]bool)
	for word := range strings.FieldsSeq("mr mrs ms miss mx mister missus sir madam madame mesdames messrs dame lord lady dr drs doctor prof professor " +
		"rev reverend fr father sister brother pastor rabbi imam hon honourable judge capt captain col colonel lt sgt maj major gen general cmdr phd md esq jr sr and " +
		"herr frau herrn frl fräulein familie fam eheleute divers doktor professorin frau/herr dipl diplom ing mag ba bsc msc mba kr dres habil med univ rer nat jur phil " +
		"graf gräfin freiherr freifrau und m mme mmes mlle mm monsieur mademoiselle messieurs me maître docteur professeur pr et veuve " +
		"señor señora señorita sra srta don doña d dña dra lic licenciado licenciada arq abg profesor profesora y " +
		"sig signor signora signorina sigra signa dott dottssa dottore dottoressa dottssa ssa ra na avv arch geom rag egr gent spett e " +
		"senhor senhora sr sra dom dona doutor doutora eng engª enga exmo exma " +
		"dhr de heer mevrouw mevr mw mej meneer ir mr mvr en hr fru frk herr fröken herra rouva neiti tri ins tohtori " +
		"pan pani państwo mgr inż ks dr hab κ κα κος κοσ κυρία κυρια κύριος κυριοσ δρ ông bà anh chị cô chú em") {
		all[plainName(word)] = true
	}
	return all
})

// isTitle tells whether a text is said before a name: Dr., Ms, Frau Prof. Dr.
func isTitle(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" .,&+-/()\u00a0", r) })
	return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool { return !titleWords()[plainName(word)] })
}

// decideTitles settles what the columns called Title hold: what is said before a
// name if at least every other cell is known to be, and else what people do.
func (b *addressBook) decideTitles(ctx context.Context, r *reading, f *file) error {
	cells, known := make(map[int]int), make(map[int]int)
	for i, c := range b.columns {
		if c.part == partPrefix && !c.said && slices.Contains(titleNames, plainName(f.header[i])) {
			cells[i] = 0
		}
	}
	if len(cells) == 0 || b.own != nil {
		return nil
	}
	err := r.table(ctx, f, func(tables.Row) error { return nil }, func(row tables.Row) error {
		for i := range cells {
			text := cellText(row.Cell(i))
			if text == "" {
				continue
			}
			if cells[i]++; isTitle(text) {
				known[i]++
			}
		}
		return nil
	})
	for i := range cells {
		if 2*known[i] < cells[i] {
			b.columns[i] = contactColumn{part: partProperty, group: "TITLE"}
		}
	}
	return err
}

// prefix takes what is said before the name. Where two columns do, as Anrede and
// Titel, it is both, the title behind.
func (r *contactRow) prefix(text string, title bool) {
	before := &r.customer.Name.Prefix
	switch {
	case *before == "":
		*before = text
	case slices.Contains(strings.Fields(*before), text):
	case title:
		*before += " " + text
	default:
		*before = text + " " + *before
	}
}
