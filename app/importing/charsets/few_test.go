package charsets_test

import (
	"testing"

	"ringback.app/app/importing/charsets"
)

// Files of one name or a few: what tells their charset is what can stand in a
// word, and which charsets are common.
var few = []struct{ charset, text string }{
	{"windows-1252", "Jose Peña"},
	{"windows-1252", "María Muñoz"},
	{"windows-1252", "María Muñoz\nJosé Peña\nBegoña Ibáñez\nÍñigo Martínez\nSofía Núñez\nLucía Gómez\nAndrés López\nRaúl Pérez\nIván Sánchez\nVerónica Jiménez"},
	{"windows-1252", "Mª Carmen Rojo"},
	{"windows-1252", "Calle Mayor, Nº 3"},
	{"windows-1252", "João Silva"},
	{"windows-1252", "João Gonçalves"},
	{"windows-1252", "João Gonçalves\nConceição Simões\nAntónio Magalhães\nMário Guimarães\nInês Falcão\nLuís Camões\nJosé Brandão\nFátima Araújo"},
	{"windows-1252", "Sean O’Brien"},
	{"windows-1252", "Sean O’Brien\nMary O’Neill\nTom Smith\nD’Arcy Jones"},
	{"windows-1252", "Tom’s Café\nSmith – Sons"},
	{"windows-1252", "Niccolò Verdi"},
	{"windows-1252", "Niccolò Verdi\nNicolò Però\nCaffè Libertà\nForlì Mobili"},
	{"windows-1252", "Åsa Öberg"},
	{"windows-1252", "Åsa Öberg\nBjörn Sjöström\nGösta Ängström\nMärta Hägg"},
	{"windows-1252", "Bjørn Sæther"},
	{"windows-1252", "Øyvind Ås"},
	{"windows-1252", "Renée van Loön"},
	{"windows-1252", "Jürgen Weiß"},
	{"windows-1252", "Jörg Bäcker"},
	{"windows-1252", "Weiß"},
	{"windows-1252", "Günther Ökö"},
	{"windows-1252", "Müller & Söhne"},
	{"windows-1252", "François"},
	{"windows-1252", "Gaëlle Lebœuf"},
	{"windows-1252", "Benoît Hervé"},
	{"windows-1252", "Þór Guðmundsson"},
	{"windows-1252", "Núria Plaça"},
	{"windows-1250", "Łukasz Wójcik"},
	{"windows-1250", "Paweł Kowalski"},
	{"iso-8859-2", "Paweł Kowalski"},
	{"windows-1250", "Agnieszka Woźniak"},
	{"iso-8859-2", "Stanisław Dąbrowski"},
	{"windows-1250", "Dvořák"},
	{"iso-8859-2", "Tomáš Novák"},
	{"windows-1250", "Tomáš Novák"},
	{"iso-8859-2", "Győző"},
	{"windows-1250", "Ştefan Bălan"},
	{"windows-1250", "Željko Šarić"},
	{"windows-1250", "Ľubomír Hruška"},
	{"windows-1254", "Şahin Güneş"},
	{"windows-1251", "Анна"},
	{"windows-1251", "Ольга Ким"},
	{"koi8-r", "Анна"},
	{"ibm866", "Ольга Иванова\nПётр Сидоров"},
	{"iso-8859-7", "Άννα Ωνάση"},
	{"shift_jis", "林"},
	{"shift_jis", "佐藤"},
	{"shift_jis", "ﾔﾏﾀﾞ ﾀﾛｳ"},
	{"shift_jis", "斎藤 さくら\n鈴木 一郎\n表 能子"},
	{"gbk", "李娜"},
	{"gbk", "王伟"},
	{"big5", "王偉"},
	{"gb18030", "陈建国\n刘洋"},
	{"euc-kr", "이영희"},
	{"euc-kr", "박"},
	{"windows-1257", "Jānis Bērziņš"},
	{"windows-1257", "Žydrūnas Šimkus"},
	{"windows-1257", "Õie Jõgi"},
	{"macintosh", "João Gonçalves\nConceição"},
	{"macintosh", "Jürgen Weiß\nJörg"},
	{"windows-1252", "João 0\nJoão 1\nJoão 2\nJoão 3\nJoão 4\nJoão 5\nJoão 6\nJoão 7\nJoão 8\nJoão 9\nJoão 10\nJoão 11\nJoão 12\nJoão 13\nJoão 14\nJoão 15\nJoão 16\nJoão 17\nJoão 18\nJoão 19"},
	{"windows-1252", "Seán Ó Briain"},
	{"windows-1252", "NOTE:£5"},
	{"windows-1252", "20 €"},
	{"windows-1250", "Jiří Kovář"},
	{"windows-1250", "Németh Ágnes"},
	{"windows-1250", "Stanisław Dąbrowski"},
	{"windows-1252", "Zoë Brontë"},
	{"windows-1252", "Gisèle"},
	{"windows-1252", "Michaël"},
	{"windows-1252", "Mª José"},
	{"windows-1252", "Ångström"},
	{"windows-1252", "Søren"},
	{"windows-1252", "Bjørg Ødegård"},
	{"windows-1252", "Nuñez"},
	{"windows-1252", "André"},
	{"windows-1252", "MÜLLER"},
	{"windows-1252", "STRAßE"},
	{"windows-1252", "Besançon"},
	{"windows-1252", "René Étienne"},
	{"windows-1252", "Café"},
	{"windows-1252", "Lukasz Pérez"},
	{"windows-1252", "5° étage"},
	{"windows-1252", "Größe 5½"},
	{"windows-1254", "Gökhan Yıldız"},
	{"windows-1254", "Işıl"},
	{"windows-1251", "Ёлкин"},
	{"windows-1251", "ООО Ромашка"},
	{"windows-1251", "Наталья Щербакова"},
	{"windows-1253", "Ελένη"},
	{"iso-8859-2", "Łukasz Świątek"},
	{"iso-8859-2", "Žofie Šťastná"},
	{"iso-8859-2", "Gábor Erdős"},
	{"windows-1252", "Fußball"},
	{"windows-1252", "Strauß"},
	{"windows-1252", "Gauß"},
	{"windows-1252", "Heiß"},
	{"macintosh", "Émile Zola"},
	{"windows-1257", "Kęstutis Čiurlionis"},
	{"shift_jis", "NTTドコモ"},
	{"shift_jis", "田中"},
	{"shift_jis", "ｽｽﾞｷ"},
	{"shift_jis", "株式会社トヨタ"},
	{"euc-jp", "田中"},
	{"gbk", "张伟"},
	{"gbk", "ADR:北京市5号楼2单元"},
	{"shift_jis", "ADR:港区2丁目"},
	{"gbk", "欧阳修"},
	{"big5", "林志玲"},
	{"euc-kr", "김"},
}

func TestTheMailsOfJapanAreKnownByTheirEscapes(t *testing.T) {
	const text = "FN:山田 太郎\nFN:Ann\n"
	e, err := charsets.Find("iso-2022-jp")
	if err != nil {
		t.Fatal(err)
	}
	file, err := e.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if got := charsets.Guess(file); got != "iso-2022-jp" || !charsets.IsWide(got) {
		t.Errorf("guessed %s", got)
	}
}

func TestWhatIsUTF8InAMixedFileDoesNotMisleadTheGuess(t *testing.T) {
	file := []byte("FN:Ørjan Šimić\nFN:J\xfcrgen Wei\xdf\n")
	if got := charsets.Guess(file); got != charsets.Western {
		t.Errorf("guessed %s", got)
	}
}

func TestTheCharsetOfFewNamesIsGuessedAsAPersonWould(t *testing.T) {
	for _, f := range few {
		t.Run(f.charset+" "+f.text, func(t *testing.T) {
			e, err := charsets.Find(f.charset)
			if err != nil {
				t.Fatal(err)
			}
			file, err := e.NewEncoder().Bytes([]byte(f.text))
			if err != nil {
				t.Fatal(err)
			}
			guessed := charsets.Guess(file)
			if back, err := charsets.Decode(file, guessed); err != nil || back != f.text {
				t.Errorf("guessed %s, which reads %q (%v)", guessed, back, err)
			}
		})
	}
}
