package workbooks

import (
	"math"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// How cells are spelled out, in Excel's own language of formats.
const (
	asDay  = `yyyy\-mm\-dd\ hh:mm:ss`
	asTime = `hh:mm:ss`

	asNumber = `0.#########`
)

// noFormat is the ID of no format at all, with which a number comes out with
// every digit that the sheet holds. What Excel calls General would show eleven of
// them, and make one order of two whose numbers are longer.
const noFormat = math.MaxInt32

// maxFormats is how many ways to show a currency or a telephone's number are told
// apart: each is looked for among all styles, and Excel has no more than 250
// formats of a shop's own (Microsoft, "Excel specifications and limits").
const maxFormats = 300

// spellOut changes the styles of the workbook in memory: days come out in one
// way, times in one, and numbers as they are, not as they are shown. Numbers
// that are shown with zeros before them, as a postcode is, keep these, those that
// are shown with a currency have it behind them, and telephones' numbers keep the
// plus that is shown before them.
func spellOut(book *excelize.File) error {
	if book.Styles == nil || book.Styles.CellXfs == nil {
		return nil
	}
	styles := len(book.Styles.CellXfs.Xf)
	days, err := formatID(book, asDay)
	if err != nil {
		return err
	}
	times, err := formatID(book, asTime)
	if err != nil {
		return err
	}
	codes := make(map[int]string)
	if book.Styles.NumFmts != nil {
		for _, f := range book.Styles.NumFmts.NumFmt {
			if f != nil {
				codes[f.NumFmtID] = f.FormatCode
			}
		}
	}
	plain := noFormat
	shown := make(map[string]int)
	for i := range styles {
		xf := &book.Styles.CellXfs.Xf[i]
		if xf.NumFmtID == nil { // bold and no more, say
			xf.NumFmtID = &plain
			continue
		}
		switch kindOf(*xf.NumFmtID, codes[*xf.NumFmtID]) {
		case aDay:
			xf.NumFmtID = &days
		case aTime:
			xf.NumFmtID = &times
		case aNumber:
			like := ""
			if prefix := dialledBy(codes[*xf.NumFmtID]); prefix != "" {
				like = `"` + prefix + `"0`
			} else if shown := currencyOf(codes[*xf.NumFmtID]); shown != "" {
				like = asNumber + `" ` + shown + `"`
			}
			id, made := shown[like]
			if like == "" || !made && len(shown) >= maxFormats {
				xf.NumFmtID = &plain
				continue
			}
			if !made {
				if id, err = formatID(book, like); err != nil {
					return err
				}
				shown[like] = id
			}
			book.Styles.CellXfs.Xf[i].NumFmtID = &id // there may be more of them now
		case padded:
		}
	}
	return nil
}

// formatID adds a style with the format to the workbook and returns the
// format's ID.
func formatID(book *excelize.File, code string) (int, error) {
	style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err != nil {
		return 0, err
	}
	if xf := book.Styles.CellXfs.Xf[style]; xf.NumFmtID != nil {
		return *xf.NumFmtID, nil
	}
	return 0, nil
}

type kind int

const (
	aNumber kind = iota
	aDay
	aTime
	padded
)

// What of a format is no sign of it: texts, colours and conditions, fillings.
var literal = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[(?i:[^\]hms][^\]]*)\]`)

// dialled is a format that shows a plus before a whole number, and nothing but what
// telephones' numbers have: "+"0, or \+44\ 0000\ 000000.
var dialled = regexp.MustCompile(`^(?:\[[^\]]*\])*((?:[ ()-]|\\[+ ()\d-]|\+|"[+\d ()-]*")+)[0#?]["\d #?()\\-]*$`)

// dialledBy is what a format shows before a telephone's number, from the plus on;
// "" of any other. One that shows numbers below nought in another way is of those
// that have a sign.
func dialledBy(code string) string {
	m := dialled.FindStringSubmatch(strings.TrimSuffix(code, ";@"))
	if m == nil {
		return ""
	}
	prefix := strings.NewReplacer(`"`, "", `\`, "").Replace(m[1])
	if !strings.HasPrefix(strings.TrimLeft(prefix, " ("), "+") || strings.Count(prefix, "+") > 1 {
		return ""
	}
	return strings.TrimLeft(prefix, " (")
}

// conditional is a format that looks at the number to choose how it is shown.
var conditional = regexp.MustCompile(`\[[<>=]`)

// kindOf tells what a format shows. The built-in ones are those of ECMA-376,
// Part 1, 18.8.30: 14 to 17 and 22 are days, 18 to 21 and 45 to 47 times, 27 to
// 36 and 50 to 58 days in the languages of East Asia.
func kindOf(id int, code string) kind {
	if code == "" {
		switch {
		case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 36, id >= 50 && id <= 58:
			return aDay
		case id >= 18 && id <= 21, id >= 45 && id <= 47:
			return aTime
		}
		return aNumber
	}
	first, _, _ := strings.Cut(code, ";")
	plain := strings.ToLower(literal.ReplaceAllString(first, ""))
	switch {
	case strings.Trim(plain, "0") == "" && len(plain) > 1:
		if conditional.MatchString(code) { // a telephone number of two lengths
			return aNumber
		}
		return padded
	case plain == "general" || plain == "@":
		return aNumber
	case strings.ContainsAny(plain, "yd"), strings.Contains(plain, "m") && !strings.ContainsAny(plain, "hs"):
		return aDay
	case strings.ContainsAny(plain, "hs"):
		return aTime
	}
	return aNumber
}
