package alike

import (
	"slices"
	"strings"

	"ringback.app/app"
	"ringback.app/app/folding"
)

// sex is that of whom a title is of; "" where there is none, or it does not say.
type sex string

const (
	man   sex = "m"
	woman sex = "f"
)

// isTitle tells whether a folded word before a name is not a part of it.
func isTitle(word string) bool {
	return titled(word) != "" || slices.Contains([]string{"dr", "prof"}, word)
}

// titled is the sex of whom a folded word says, which nobody is called by.
func titled(word string) sex {
	switch word {
	case "mr", "mister", "herr", "herrn", "herra", "monsieur", "sr", "senor", "signor", "dhr", "meneer":
		return man
	case "mrs", "ms", "miss", "frau", "fraulein", "fru", "rouva", "mme", "mlle", "madame", "mademoiselle",
		"sra", "srta", "senora", "senorita", "signora", "signorina", "mevr", "mevrouw":
		return woman
	}
	return ""
}

// titledApart is titled for a title that stands apart from the name, where it can
// be a word that is a name, too, or an initial.
func titledApart(word string) sex {
	switch word {
	case "m", "sir", "lord", "don", "sig", "pan", "hr", "κ", "κοσ", "κυριοσ":
		return man
	case "dame", "lady", "dona", "sigra", "pani", "frk", "mw", "neiti", "κα", "κυρια":
		return woman
	}
	return titled(word)
}

// sexOf is what the title before somebody's name says, before the name in full or
// apart from it. A title for two says nothing.
func sexOf(c app.Customer) sex {
	if full := wordsOf(c.Name.Full); len(full) > 1 {
		said := titled(full[0])
		if second := slices.IndexFunc(full[1:], func(w string) bool { return titled(w) != "" && w != "sr" }); second >= 0 && titled(full[1+second]) != said {
			return ""
		}
		if said != "" {
			return said
		}
	}
	said := sex("")
	for _, w := range wordsOf(c.Name.Prefix) {
		switch now := titledApart(w); {
		case now == "":
		case said != "" && said != now:
			return ""
		default:
			said = now
		}
	}
	return said
}

func wordsOf(text string) []string { return strings.FieldsFunc(folding.Fold(text), parts) }

// byHusband tells whether a wife is named by her husband's name, as in Mrs John
// Smith: her title is before what a man is called.
func byHusband(c app.Customer) bool {
	if sexOf(c) != woman {
		return false
	}
	words := slices.DeleteFunc(wordsOf(c.Name.Full), isTitle)
	return len(words) > 1 && slices.Contains(menOnly, words[0])
}

// menOnly are first names, folded, that many men have and hardly any woman, in
// English and French, where wives were named so. A name that is not among them is
// taken for the woman's own.
var menOnly = strings.Fields("james john robert michael william david richard charles joseph thomas christopher daniel paul mark donald george " +
	"kenneth steven edward brian ronald anthony kevin jason matthew gary timothy larry jeffrey frank scott eric stephen andrew raymond " +
	"gregory joshua jerry dennis walter patrick peter harold douglas henry carl arthur ryan roger jack albert jonathan justin gerald " +
	"keith samuel ralph lawrence nicholas benjamin bruce adam harry fred philip alan graham ian neil simon colin stuart geoffrey nigel " +
	"pierre michel jacques andre philippe alain bernard christophe francois laurent nicolas olivier gerard henri louis marcel rene")
