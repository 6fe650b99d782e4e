package written

import (
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"ringback.app/app/folding"
)

// spoken are the languages whose names are known in English and in themselves.
var spoken = sync.OnceValue(func() map[string]string {
	names := make(map[string]string)
	for _, code := range []string{
		"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "bg", "el", "tr", "ru", "uk",
		"et", "lv", "lt", "sl", "hr", "sr", "ar", "he", "hi", "zh", "ja", "ko", "th", "vi", "ca", "is",
	} {
		tag := language.Make(code)
		names[folding.Fold(display.English.Languages().Name(tag))] = code
		names[folding.Fold(display.Self.Name(tag))] = code
	}
	return names
})

// Language reads a language by its tag (BCP 47) or its name: German, Deutsch.
// Anything else is none, since it could not go out again as one.
func Language(text string) string {
	if text == "" {
		return ""
	}
	if code, ok := spoken()[folding.Fold(text)]; ok {
		return code
	}
	if tag, err := language.Parse(text); err == nil {
		return tag.String()
	}
	return ""
}
