package written

import (
	"slices"
	"strings"
	"sync"
)

// titleWords are what is said before, or right behind, a name in the languages of
// package fields, as a word of it is compared.
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
		all[Plain(word)] = true
	}
	return all
})

// IsTitle tells whether a text is said before a name: Dr., Ms, Frau Prof. Dr.
func IsTitle(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" .,&+-/()\u00a0", r) })
	return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool { return !titleWords()[Plain(word)] })
}
