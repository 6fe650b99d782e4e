package values

import (
	"strings"
	"sync"
	"time"
	"unicode"

	"ringback.app/app/folding"
)

// months are the names of the months and what is short for them, in English,
// German, French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian, Swedish,
// Finnish, Polish and Greek, folded.
var months = sync.OnceValue(func() map[string]time.Month {
	all := make(map[string]time.Month)
	for i, names := range []string{
		"january januar janner jan janvier janv enero ene gennaio gen genn janeiro januari tammikuu tammikuuta tammi styczen stycznia sty leden ledna ocak ianuarie január январь января янв січень січня ιανουαριος ιανουαριου ιαν",
		"february februar feber feb fevrier fevr fev febrero febbraio febb fevereiro februari helmikuu helmikuuta helmi luty lutego lut únor února şubat februarie február февраль февраля фев лютий лютого φεβρουαριος φεβρουαριου φεβ",
		"march marz mar mrz mars marzo marco maart mrt marts maaliskuu maaliskuuta maalis marzec marca březen března mart marec martie március март марта мар березень березня μαρτιος μαρτιου μαρ",
		"april apr avril avr abril abr aprile huhtikuu huhtikuuta huhti kwiecien kwietnia kwi duben dubna nisan apríl apríla április aprilie апрель апреля апр квітень квітня απριλιος απριλιου απρ",
		"may mai mayo may maggio mag maio mei maj maja toukokuu toukokuuta touko květen května mayıs máj mája május май мая травень травня μαιος μαιου μαι",
		"june juni jun juin junio giugno giu junho kesakuu kesakuuta kesa czerwiec czerwca cze červen června haziran jún júna június iunie июнь июня июн червень червня ιουνιος ιουνιου ιουν",
		"july juli jul juillet juil julio luglio lug julho heinakuu heinakuuta heina lipiec lipca lip červenec července temmuz júl júla július iulie июль июля июл липень липня ιουλιος ιουλιου ιουλ",
		"august aug aout agosto ago augustus augusti elokuu elokuuta elo sierpien sierpnia sie srpen srpna ağustos augusta augusztus август августа авг серпень серпня αυγουστος αυγουστου αυγ",
		"september sep sept septembre septiembre setiembre set settembre sett setembro syyskuu syyskuuta syys wrzesien wrzesnia wrz září eylül septembra szeptember septembrie сентябрь сентября сен сент вересень вересня σεπτεμβριος σεπτεμβριου σεπ σεπτ",
		"october oktober okt octobre oct octubre ottobre ott outubro out lokakuu lokakuuta loka pazdziernik pazdziernika paz říjen října ekim október októbra octombrie октябрь октября окт жовтень жовтня οκτωβριος οκτωβριου οκτ",
		"november nov novembre noviembre novembro marraskuu marraskuuta marras listopad listopada lis listopadu kasım novembra noiembrie ноябрь ноября ноя листопад листопада νοεμβριος νοεμβριου νοε",
		"december dezember dez decembre dec diciembre dic dicembre dezembro desember des december joulukuu joulukuuta joulu grudzien grudnia gru prosinec prosince aralık decembra decembrie декабрь декабря дек грудень грудня δεκεμβριος δεκεμβριου δεκ",
	} {
		for name := range strings.FieldsSeq(names) {
			all[folding.Fold(name)] = time.Month(i + 1)
		}
	}
	return all
})

// beside are the words that stand beside the numbers of a date and say nothing of
// it: 3 de abril de 2026, le 3 avril 2026, ngày 3 tháng 4 năm 2026.
var beside = map[string]bool{"de": true, "del": true, "den": true, "der": true, "le": true, "el": true, "o": true, "the": true, "ngay": true, "nam": true, "klo": true, "um": true, "г": true, "р": true}

// ordinals are what stands behind the number of a day that is counted: 1er mai,
// May 1st, 1º de mayo, den 1:a maj.
var ordinals = map[string]bool{
	"er": true, "st": true, "nd": true, "rd": true, "th": true, "e": true, "º": true, "°": true, ".º": true, "o": true, ":a": true, ":e": true, "η": true,
}

// counted is the number of a day without what counts it.
func counted(word string) string {
	n := strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' })
	if (n == 1 || n == 2) && ordinals[strings.ToLower(word[n:])] {
		return word[:n]
	}
	return word
}

// inEnglish writes a date with the name of its month in another language as
// byName reads it; false if there is no such name in it.
func inEnglish(text string) (string, bool) {
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '/' || r == ',' })
	var date []string
	found := false
	for i := 0; i < len(words); i++ {
		plain := folding.Fold(strings.TrimSuffix(words[i], "."))
		month, named := months()[plain]
		if (plain == "thang" || plain == "thg") && i+1 < len(words) { // Vietnamese numbers them
			if n := strings.IndexFunc(words[i+1], unicode.IsDigit); n == 0 && len(words[i+1]) <= 2 {
				month, named = time.Month(numberOf(words[i+1])), true
				i++
			}
		}
		switch {
		case named && !found && month >= time.January && month <= time.December:
			date, found = append(date, month.String()[:3]), true
		case beside[plain]:
		case len(date) < 3:
			date = append(date, counted(strings.TrimSuffix(words[i], "."))) // 3. April
		default:
			date = append(date, words[i])
		}
	}
	return strings.Join(date, " "), found
}

func numberOf(digits string) int {
	n := 0
	for _, r := range digits {
		if r < '0' || r > '9' {
			return 0
		}
		n = n*10 + int(r-'0')
	}
	return n
}
