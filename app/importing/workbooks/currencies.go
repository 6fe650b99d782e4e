package workbooks

import (
	"regexp"
	"strings"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"

	"ringback.app/app/importing/values"
)

// Where a format has its currency: in brackets, with the number of the country
// whose it is (ECMA-376, Part 1, 18.8.31) or, as Excel writes it since 2016, its
// language ([$$-en-CA]); or as mere text.
var (
	bracketed = regexp.MustCompile(`\[\$([^\]-]+)(?:-([0-9A-Za-z-]+))?\]`)
	brackets  = regexp.MustCompile(`\[[^\]]*\]`) // a language without a currency, a colour
	quoted    = regexp.MustCompile(`"([^"]*)"|\\(.)|([$€£¥])`)
)

// countries are the currencies of the countries (MS-LCID) whose sign other
// countries have, too.
var countries = map[string]string{
	"409": "USD", "1009": "CAD", "C0C": "CAD", "C09": "AUD", "1409": "NZD", "4809": "SGD", "C04": "HKD", "404": "TWD", "80A": "MXN",
	"2C0A": "ARS", "340A": "CLP", "240A": "COP", "411": "JPY", "804": "CNY", "41D": "SEK", "414": "NOK", "406": "DKK", "40F": "ISK",
}

// currencyOf is the currency that a format shows beside a number, as its code or
// as its sign where that may be several; "" if it shows none. The formats that
// are built in show that of the machine, and say nothing.
func currencyOf(code string) string {
	first, _, _ := strings.Cut(code, ";")
	if m := bracketed.FindStringSubmatch(first); m != nil {
		country := countries[strings.TrimLeft(strings.ToUpper(m[2]), "0")]
		if country == "" {
			country = ofLanguage(m[2])
		}
		return shownAs(m[1], country)
	}
	for _, m := range quoted.FindAllStringSubmatch(brackets.ReplaceAllString(first, ""), -1) {
		if shown := shownAs(m[1]+m[2]+m[3], ""); shown != "" {
			return shown
		}
	}
	return ""
}

// ofLanguage is the currency of the country that a language names, "" if it names
// none.
func ofLanguage(tag string) string {
	read, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	region, sure := read.Region()
	unit, ok := currency.FromRegion(region)
	if sure != language.Exact || !ok {
		return ""
	}
	return unit.String()
}

func shownAs(sign, country string) string {
	sign = strings.Trim(sign, " \u00a0")
	codes := values.Currencies(sign)
	switch {
	case len(codes) == 0, strings.Contains(sign, `"`):
		return ""
	case values.OneOf(codes, country) != "":
		return values.OneOf(codes, country)
	}
	return sign
}
