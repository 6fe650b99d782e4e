package values

import (
	"strings"
	"sync"
	"unicode"

	"ringback.app/app/folding"
)

// weekdays are the days of the week and what is short for them, in the languages of
// months.
var weekdays = sync.OnceValue(func() map[string]bool {
	all := make(map[string]bool)
	for name := range strings.FieldsSeq("mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday " +
		"mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag sonnabend so sonntag " +
		"lu lun lundi ma mar mardi me mer mercredi je jeu jeudi ve ven vendredi sam samedi dim dimanche " +
		"lunes martes mié miércoles jue jueves vie viernes sáb sábado dom domingo lunedì martedì mercoledì gio giovedì venerdì sabato domenica " +
		"seg segunda ter terça qua quarta qui quinta sex sexta wo woe woensdag vr vrijdag za zat zaterdag zo zon zondag maandag dinsdag don donderdag " +
		"mån måndag tis tisdag ons onsdag tor tors torsdag fre fredag lör lördag sön söndag man mandag tir tirs tirsdag lør lørdag søn søndag " +
		"ti tiistai ke keskiviikko to torstai pe perjantai la lauantai su sunnuntai maanantai " +
		"pn pon poniedziałek wt wto wtorek śr śro środa czw czwartek pt pią piątek sob sobota nd niedz niedziela " +
		"po pondělí út úterý st středa čt čtvrtek pá pátek ne neděle pzt pazartesi sal salı çar çarşamba per perşembe cum cuma cmt cumartesi paz pazar " +
		"пн понедельник вт вторник ср среда чт четверг пт пятница сб суббота вс воскресенье " +
		"thứ chủ δευ δευτέρα τρι τρίτη τετ τετάρτη πεμ πέμπτη παρ παρασκευή σαβ σάββατο κυρ κυριακή") {
		all[folding.Fold(name)] = true
	}
	return all
})

// eastern are the signs for year, month and day behind a number in Chinese,
// Japanese and Korean.
var eastern = strings.NewReplacer("年", "-", "月", "-", "日", " ", "년", "-", "월", "-", "일", " ")

// inNumbers is a date without the day of the week before it, and with none but
// numbers where it has signs for year, month and day.
func inNumbers(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || text[0] >= '0' && text[0] <= '9' {
		if strings.ContainsAny(text, "年년") {
			text = strings.TrimSpace(eastern.Replace(text))
		}
		return text
	}
	first, rest, ok := strings.Cut(text, " ")
	if number := strings.ToLower(first); number == "thứ" || number == "chủ" { // which Vietnamese counts: thứ năm, chủ nhật
		_, rest, _ = strings.Cut(rest, " ")
	}
	rest = strings.TrimSpace(rest)
	plain := folding.Fold(strings.TrimRight(first, ".,"))
	if !ok || rest == "" || !weekdays()[plain] {
		return text
	}
	if !unicode.IsDigit(rune(rest[0])) {
		month, _, _ := strings.Cut(rest, " ")
		if months()[folding.Fold(strings.TrimRight(month, ".,"))] == 0 {
			return text
		}
		return rest // Thursday, March 14, 2024
	}
	if _, numbers := threeNumbers(rest); !numbers && months()[plain] != 0 {
		return text // Mar 14, 2024: a Tuesday in Spanish, and March
	}
	return rest
}
