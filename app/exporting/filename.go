package exporting

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ringback.app/app"
)

// maxFileName is how many bytes a file name may have: file systems take 255,
// and encryption of home folders leaves about 140 of them.
const maxFileName = 120

// FileName makes a file name of a customer's name, or of any text, that every
// system takes and that leads nowhere else. The extension comes without its dot.
// Text of which nothing is left becomes otherwise.
func FileName(text, otherwise, extension string) string {
	name := safe(text)
	if name == "" {
		name = safe(otherwise)
	}
	if reserved(name) {
		name += "_"
	}
	if extension == "" {
		return name
	}
	return name + "." + extension
}

func safe(text string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(strings.ToValidUTF8(text, " ")) {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r), strings.ContainsRune(`<>:"/\|?*`, r):
			r = ' '
		case unicode.Is(unicode.Cf, r): // marks that turn the direction of text hide an extension
			continue
		}
		if b.Len()+utf8.RuneLen(r) > maxFileName {
			break
		}
		b.WriteRune(r)
	}
	name := strings.Join(strings.Fields(b.String()), " ")
	// Leading dots hide a file or climb; Windows drops trailing ones.
	return strings.Trim(name, ". -~")
}

// reserved tells whether Windows takes the name for a device, with or without
// an extension.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	stem = strings.TrimSpace(stem)
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port := strings.TrimRight(stem, "0123456789¹²³")
	return (port == "COM" || port == "LPT") && utf8.RuneCountInString(stem) == 4
}

// Suggest proposes a name for a file of call notes: of what it holds, and of
// whom or when.
func (e *Exporter) Suggest(f Filter, who app.Customer, format Format) string {
	parts := []string{e.voice.Say("export.notes.title", nil), who.Called()}
	switch {
	case !f.From.IsZero() && !f.To.IsZero() && f.From != f.To:
		parts = append(parts, e.voice.Say("export.notes.between", app.Args{"From": f.From.String(), "To": f.To.String()}))
	case !f.From.IsZero():
		parts = append(parts, f.From.String())
	case !f.To.IsZero():
		parts = append(parts, f.To.String())
	}
	return FileName(joinedBy(" ", parts...), "notes", string(format))
}
