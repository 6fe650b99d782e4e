package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"ringback.app/app"
)

// Bought names a purchase by its dearest items: "Oak table, 4 × oak chair and 3
// more". One without items is named by its sum.
func (v *Voice) Bought(b app.Bought) string {
	named := v.bought("thing.bought.", b)
	if b.Return {
		return v.Say("thing.bought.returned", app.Args{"Bought": named})
	}
	return named
}

// bought fills the sentences below that prefix: two, comma, more, quantity, sum
// and nothing.
func (v *Voice) bought(keys string, b app.Bought) string {
	if len(b.Items) == 0 {
		if b.Total == 0 {
			return v.Say(keys+"nothing", nil)
		}
		return v.Say(keys+"sum", app.Args{"Money": v.Money(app.Money{Minor: max(b.Total, -b.Total), Currency: b.Currency})})
	}
	said := v.item(keys, b.Items[0], false)
	for i, item := range b.Items[1:] {
		last := i == len(b.Items)-2 && b.More == 0
		join := keys + "comma"
		if last {
			join = keys + "and"
		}
		said = v.Say(join, app.Args{"First": said, "Second": v.item(keys, item, true)})
	}
	if b.More > 0 {
		said = v.Say(keys+"more", app.Args{"Items": said, "Count": b.More})
	}
	return said
}

// item names a thing and how many of it.
func (v *Voice) item(keys string, item app.BoughtItem, inside bool) string {
	pieces := max(item.Quantity, -item.Quantity)
	one := pieces == app.One || pieces == 0
	name := ItemName(item.Item)
	if inside || !one {
		name = v.insideSentence(item.Item)
	}
	if one {
		return name
	}
	return v.Say(keys+"quantity", app.Args{"Quantity": v.Quantity(pieces), "Item": name})
}

// Items names the lines of a receipt, all of them, one after the other.
func (v *Voice) Items(lines []app.Line) string {
	b := app.Bought{Items: make([]app.BoughtItem, len(lines))}
	for i, l := range lines {
		b.Items[i] = app.BoughtItem{Item: l.Item, Quantity: l.Quantity}
	}
	return v.bought("thing.bought.", b)
}

// mostGoods is how many lines of a receipt a sentence tells.
const mostGoods = 3

// Goods tells lines of a receipt: "2 × Cup € 9.00, 1 × Vase € 12.00", and of many
// the first few; "" of none.
func (v *Voice) Goods(g app.Goods) string {
	said := make([]string, 0, mostGoods+1)
	for i, l := range g.Lines {
		if i == mostGoods {
			said = append(said, "…")
			break
		}
		said = append(said, v.Say("bring.item.line", app.Args{
			"Quantity": v.Quantity(l.Quantity), "Item": l.Item, "Amount": v.Money(app.Money{Minor: l.Amount, Currency: g.Currency}),
		}))
	}
	return strings.Join(said, ", ")
}

// Quantity writes how many: "4", "1.5".
func (v *Voice) Quantity(q app.Quantity) string {
	if q%app.One == 0 {
		return v.Number(int64(q / app.One))
	}
	return message.NewPrinter(v.tag).Sprint(number.Decimal(float64(q)/float64(app.One), number.MaxFractionDigits(3)))
}

// Number writes a whole number with its thousands apart.
func (v *Voice) Number(n int64) string {
	return message.NewPrinter(v.tag).Sprint(number.Decimal(n))
}

// ItemName returns an item's name as it is shown: one that the till wrote in
// capitals is put in sentence case ("WHITE METAL LANTERN" becomes "White metal
// lantern"). Codes, short words without a vowel and everything that is not
// plainly shouted Latin text stay as they are.
func ItemName(item string) string {
	item = strings.Join(strings.Fields(item), " ")
	if !shouted(item) {
		return item
	}
	words := strings.Split(item, " ")
	lower := cases.Lower(language.Und)
	for i, w := range words {
		if !isCode(w) {
			words[i] = lower.String(w)
		}
	}
	first, size := utf8.DecodeRuneInString(words[0])
	words[0] = string(unicode.ToUpper(first)) + words[0][size:]
	return strings.Join(words, " ")
}

// shouted tells whether the text is words in Latin capitals: several of them,
// or a long one. Greek is left alone: its capitals have lost their accents.
func shouted(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) || unicode.IsLetter(r) && !unicode.In(r, unicode.Latin, unicode.Cyrillic) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 4 && (strings.Contains(text, " ") || !strings.ContainsAny(text, "0123456789"))
}

// isCode tells whether a word in capitals is an abbreviation or a code: it has
// a digit, or no vowel (TV, DVD), or is one that everybody writes in capitals.
func isCode(word string) bool {
	switch strings.Trim(word, ".,;:()\"'") {
	case "LED", "USB", "UK", "EU", "USA", "US", "DIY", "IKEA", "UV", "IP":
		return true
	}
	letters, vowels := 0, 0
	for _, r := range word {
		if unicode.IsDigit(r) {
			return true
		}
		if unicode.IsLetter(r) {
			letters++
			if r > unicode.MaxASCII || strings.ContainsRune("AEIOUY", r) {
				vowels++
			}
		}
	}
	return letters > 1 && letters < 4 && vowels == 0
}

// insideSentence returns an item's name as it is shown inside a sentence, without
// its capital. Only sentence case loses it ("Oak chair"), and a single word only if
// the till wrote it in capitals ("POSTAGE"): any other, or a second capital, may be
// somebody's name, and German keeps its nouns.
func (v *Voice) insideSentence(item string) string {
	name := ItemName(item)
	first, size := utf8.DecodeRuneInString(name)
	rest := name[size:]
	word, more, several := strings.Cut(rest, " ")
	if base, _ := v.tag.Base(); base == germanBase || !several && !shouted(item) || word == "" || !unicode.IsUpper(first) {
		return name
	}
	if strings.ToLower(word) != word || strings.ContainsFunc(word+more, unicode.IsUpper) || !unicode.Is(unicode.Latin, first) {
		return name
	}
	return string(unicode.ToLower(first)) + rest
}

var germanBase, _ = language.German.Base()
