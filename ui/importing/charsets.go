package importing

import (
	"slices"
	"strings"

	"ringback.app/app/importing"
	"ringback.app/app/importing/charsets"
	"ringback.app/ui/widgets"
)

// offeredCharsets are the charsets that a person can choose, by the names that
// the import knows them by: those of the systems that address books and tills
// have run on, the commonest first.
func offeredCharsets() []string {
	return []string{
		charsets.UTF8, charsets.Western, "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1257",
		"windows-1258", "windows-1255", "windows-1256", "windows-874", "shift_jis", "euc-jp", "iso-2022-jp", "gb18030", "big5",
		"euc-kr", "koi8-r", "koi8-u", "iso-8859-15", "iso-8859-2", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8",
		"macintosh", "x-mac-cyrillic", "ibm850", "ibm852", "ibm866", "utf-16le", "utf-16be",
	}
}

// charsetOptions are the charsets to choose from, with the file's own among them.
func (p *Page) charsetOptions(own string) []widgets.Option {
	offered := offeredCharsets()
	var options []widgets.Option
	if !slices.Contains(offered, own) {
		options = append(options, widgets.Option{Key: own, Text: strings.ToUpper(own)})
	}
	for _, name := range offered {
		options = append(options, widgets.Option{Key: name, Text: p.say.Say("bring.charset."+name, nil)})
	}
	return options
}

// isGuessed tells whether the charset of a file was told by what its letters look
// like, and not by the file or by the person.
func isGuessed(f importing.File, said string) bool {
	return said == "" && f.Charset != "" && f.Charset != charsets.UTF8 && !charsets.IsWide(f.Charset)
}
