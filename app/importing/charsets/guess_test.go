package charsets_test

import (
	"strings"
	"testing"

	"ringback.app/app/importing/charsets"
)

// Names and addresses as they stand in small files that do not say their
// charset.
var written = []struct{ language, text, charsets string }{
	{"Japanese", "FN:山田 太郎\nFN:佐藤 花子\nADR:東京都港区\nFN:鈴木一郎\nFN:やまだ たろう\nORG:株式会社トヨタ\nFN:高橋 健\n", "shift_jis euc-jp"},
	{"a Japanese name", "FN:山田 太郎\n", "shift_jis euc-jp"},
	{"Japanese in Katakana", "FN:ヤマダ タロウ\nTEL:123\n", "shift_jis euc-jp"},
	{"Japanese in half-width Katakana", "FN:ﾔﾏﾀﾞ ﾀﾛｳ\nFN:ｽｽﾞｷ ｲﾁﾛｳ\n", "shift_jis"},
	{"Chinese", "FN:王小明\nFN:李娜\nADR:北京市朝阳区\nFN:张伟\nORG:中国银行\nFN:刘洋\n", "gb18030"},
	{"a Chinese name", "FN:王小明\n", "gb18030"},
	{"Taiwanese", "FN:陳大文\nFN:林志玲\nADR:台北市信義區\nFN:張惠妹\nORG:台灣銀行\nFN:黃小琥\n", "big5"},
	{"a Taiwanese name", "FN:陳大文\n", "big5"},
	{"Korean", "FN:김민수\nFN:이영희\nADR:서울특별시 강남구\nFN:박지성\nORG:삼성전자\n", "euc-kr"},
	{"a Korean name", "FN:김민수\n", "euc-kr"},
	{"Russian", "FN:Иван Петров\nFN:Мария Сидорова\nADR:Москва, улица Ленина\nFN:Алексей Кузнецов\n", "windows-1251 koi8-r ibm866 iso-8859-5"},
	{"a Russian name", "FN:Иван Петров\n", "windows-1251 koi8-r ibm866 iso-8859-5"},
	{"Russian in capitals", "FN:ИВАН ПЕТРОВ\nFN:МАРИЯ СИДОРОВА\nADR:МОСКВА\n", "windows-1251 koi8-r ibm866 iso-8859-5"},
	{"Ukrainian", "FN:Олексій Шевченко\nFN:Наталія Коваленко\nADR:Київ, вулиця Хрещатик\n", "windows-1251 koi8-u iso-8859-5"},
	{"Bulgarian", "FN:Георги Иванов\nFN:Мария Димитрова\nADR:София\n", "windows-1251"},
	{"Greek", "FN:Γιώργος Παπαδόπουλος\nFN:Μαρία Νικολάου\nADR:Αθήνα, οδός Ερμού\n", "windows-1253 iso-8859-7"},
	{"a Greek name", "FN:Γιώργος Παπαδόπουλος\n", "windows-1253 iso-8859-7"},
	{"Hebrew", "FN:אפרים קישון\nFN:דוד כהן\nADR:תל אביב\n", "windows-1255 iso-8859-8"},
	{"Arabic", "FN:محمد علي\nFN:فاطمة حسن\nADR:القاهرة\n", "windows-1256 iso-8859-6"},
	{"Turkish", "FN:Ayşe Yılmaz\nFN:Mehmet Öztürk\nADR:İstanbul, Beşiktaş\nFN:Çağla Şahin\nFN:Gökhan Güneş\n", "windows-1254 iso-8859-9"},
	{"Polish", "FN:Łukasz Wójcik\nFN:Małgorzata Dąbrowska\nADR:Łódź, ulica Święta\nFN:Żaneta Kozłowska\nFN:Paweł Zieliński\n", "windows-1250 iso-8859-2 ibm852"},
	{"a Polish name", "FN:Paweł Zieliński\n", "windows-1250 iso-8859-2"},
	{"Czech", "FN:Jiří Dvořák\nFN:Tomáš Novák\nADR:Praha, Václavské náměstí\nFN:Lucie Černá\nFN:Ondřej Kučera\n", "windows-1250 iso-8859-2 ibm852"},
	{"Hungarian", "FN:Kovács Győző\nFN:Szűcs Ágnes\nADR:Budapest, Fő utca\nFN:Nagy Erzsébet\n", "windows-1250 iso-8859-2"},
	{"Romanian", "FN:Ştefan Ionescu\nFN:Mădălina Popescu\nADR:Bucureşti\nFN:Răzvan Ţepeş\n", "windows-1250 iso-8859-2"},
	{"Croatian", "FN:Željko Šimić\nFN:Đurđa Kovačić\nADR:Čakovec\n", "windows-1250"},
	{"German", "FN:Jürgen Müller\nFN:Björn Größe\nADR:Straße der Einheit, Köln\nFN:Käthe Schäfer\n", "windows-1252 ibm850 macintosh"},
	{"a German name", "FN:Jürgen Müller\n", "windows-1252 macintosh ibm850"},
	{"French", "FN:François Lefèvre\nFN:Hélène Dupré\nADR:Orléans, rue de l’Église\nFN:Zoë Gérard\n", "windows-1252 macintosh"},
	{"Spanish", "FN:José Muñoz\nFN:María Núñez\nADR:Málaga, España\nFN:Ángel Ibáñez\n", "windows-1252 ibm850 macintosh"},
	{"Finnish", "FN:Äinö Mäkinen\nFN:Väinö Hämäläinen\nADR:Hämeenlinna, Ylöjärvi\n", "windows-1252 ibm850 macintosh"},
	{"Swedish", "FN:Åsa Björk\nFN:Göran Öberg\nADR:Malmö, Ängelholm\n", "windows-1252 ibm850"},
	{"Danish", "FN:Søren Kjær\nFN:Åse Bjørn\nADR:Århus, Smørgade\n", "windows-1252 ibm850"},
	{"Portuguese", "FN:João Conceição\nFN:António Simões\nADR:São Paulo\n", "windows-1252 ibm850"},
	{"Icelandic", "FN:Þórður Guðmundsson\nFN:Ásta Björnsdóttir\nADR:Reykjavík\n", "windows-1252"},
	{"English with quotes", "NOTE:She’s “very” pleased – really…\nNOTE:£20 paid\n", "windows-1252"},
	{"Thai", "FN:สมชาย ใจดี\nFN:สมหญิง รักไทย\nADR:กรุงเทพ\n", "windows-874"},
	{"Lithuanian", "FN:Žydrūnas Šarūnas\nFN:Eglė Kazlauskienė\nADR:Šiauliai, Panevėžys\nFN:Ąžuolas\n", "windows-1257"},
	{"Latvian", "FN:Jānis Bērziņš\nFN:Līga Kalniņa\nADR:Rīga\n", "windows-1257"},
	{"Estonian", "FN:Jüri Õunapuu\nFN:Ülle Mägi\nADR:Tõrva, Pärnu\n", "windows-1252"},
}

func TestTheCharsetOfNamesIsGuessedByTheirLetters(t *testing.T) {
	for _, w := range written {
		for _, charset := range strings.Fields(w.charsets) {
			t.Run(w.language+" in "+charset, func(t *testing.T) {
				e, err := charsets.Find(charset)
				if err != nil {
					t.Fatal(err)
				}
				file, err := e.NewEncoder().Bytes([]byte(w.text))
				if err != nil {
					t.Fatal(err)
				}
				guessed := charsets.Guess(file)
				if back, err := charsets.Decode(file, guessed); err != nil || back != w.text {
					t.Errorf("guessed %s, which reads %.60q (%v)", guessed, back, err)
				}
			})
		}
	}
}

func BenchmarkGuess(b *testing.B) {
	e, err := charsets.Find("windows-1252")
	if err != nil {
		b.Fatal(err)
	}
	file, err := e.NewEncoder().Bytes([]byte(strings.Repeat("FN:Jürgen Müller;Köln\n", charsets.SampleSize/25)))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if got := charsets.Guess(file); got != charsets.Western {
			b.Fatal(got)
		}
	}
}
