package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/fields"
	"ringback.app/app/importing/written"
)

// What customers paid is with the tax: of two columns that say the same without and
// with it, the gross one counts. Words before or behind the others of a name tell,
// as written.Plain has them, the longer before what they begin with.
var (
	netWords = []string{
		"netto", "neto", "net", "ht", "exvat", "exclvat", "excludingvat", "extax", "excltax", "exgst", "exmwst", "exklmwst", "ohnemwst", "siniva", "semiva",
		"sinimpuestos", "ivaesclusa", "esclusaiva", "exclbtw", "exbtw", "exklmoms", "exmoms", "ilmanalvia", "alv0",
	}
	grossWords = []string{
		"gross", "brutto", "bruto", "ttc", "incvat", "inclvat", "includingvat", "inctax", "incltax", "incgst", "inklmwst", "inclmwst", "mitmwst", "coniva", "comiva",
		"conimpuestos", "ivainclusa", "ivacompresa", "ivato", "inclbtw", "inklmoms", "sisalv",
	}
)

// noTax are names whose gross is before what was taken off, as tills have it.
var noTax = []string{"sales", "revenue", "turnover"}

// readNets compares a gross column as if its name did not say so, where there is a
// net one of the same name beside it, which is looked past.
func (c *Columns) readNets(plain []string, taken map[int]bool) {
	for i, name := range plain {
		rest, ok := without(name, grossWords)
		if !ok || rest == "" || taken[i] || slices.Contains(noTax, rest) {
			continue
		}
		net := slices.IndexFunc(plain, func(other string) bool { r, ok := without(other, netWords); return ok && r == rest })
		if net < 0 && isWithTax(name, rest) {
			net = slices.Index(plain, rest) // which says nothing of the tax, so that it is without
		}
		if net < 0 || taken[net] || plain[net] != rest && slices.Contains(plain, rest) {
			continue
		}
		if slices.ContainsFunc(fields.Costs(), func(f fields.Field) bool { return slices.Contains(fields.Names()[f], rest) }) {
			plain[net] = "" // which may be called as the other now is
			plain[i], taken[net] = rest, true
			c.spare = append(c.spare, net)
		}
	}
}

// isWithTax tells of a column whether more than a word for gross says that the tax is in
// it: of what a price was before anything was taken off, gross is said, too.
func isWithTax(name, rest string) bool {
	word := strings.Replace(name, rest, "", 1)
	return word != "gross" && word != "brutto" && word != "bruto"
}

// without is a name without one of the words at its beginning or its end; false if
// it has none there.
func without(name string, words []string) (string, bool) {
	for _, word := range words {
		if rest, ok := strings.CutSuffix(name, word); ok {
			return rest, true
		}
		if rest, ok := strings.CutPrefix(name, word); ok {
			return rest, true
		}
	}
	return name, false
}

// grossBeside are the columns called gross and net, and no more, where there are
// both.
func (c Columns) grossBeside(of []int) (gross, net int, ok bool) {
	called := func(words []string) int {
		return slices.IndexFunc(of, func(i int) bool {
			rest, _ := fields.MoneyIn(c.Names[i])
			return slices.Contains(words, written.Plain(rest))
		})
	}
	gross, net = called(grossWords), called(netWords)
	if gross < 0 || net < 0 {
		return -1, -1, false
	}
	return of[gross], of[net], true
}
