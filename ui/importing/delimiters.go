package importing

import (
	"slices"

	"ringback.app/app/importing"
	"ringback.app/app/importing/tables"
	"ringback.app/ui/widgets"
)

// delimiterOptions are the signs that may keep the columns of a table apart, with
// the file's own among them.
func (p *Page) delimiterOptions(own string) []widgets.Option {
	keys := map[byte]string{
		',': "bring.delimiter.comma", ';': "bring.delimiter.semicolon", '\t': "bring.delimiter.tab", '|': "bring.delimiter.bar",
		':': "bring.delimiter.colon", tables.Spaces: "bring.delimiter.space",
	}
	var options []widgets.Option
	for _, sign := range importing.Delimiters() {
		options = append(options, widgets.Option{Key: string(rune(sign)), Text: p.say.Say(keys[sign], nil)})
	}
	if !slices.ContainsFunc(options, func(o widgets.Option) bool { return o.Key == own }) {
		options = append(options, widgets.Option{Key: own, Text: own})
	}
	return options
}

// separate says what keeps the columns apart. What was said of those that it made
// before holds no more.
func separate(told *importing.Told, sign string) { told.Delimiter, told.Map = sign[0], nil }
