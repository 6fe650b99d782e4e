package vcards_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"

	"ringback.app/app/importing/vcards"
)

// namesIn reads the full names of the cards of a file.
func namesIn(t *testing.T, file string) []string {
	t.Helper()
	r, err := vcards.NewReader(strings.NewReader(file), vcards.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for {
		c, err := r.Next()
		if errors.Is(err, io.EOF) {
			return names
		}
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, c.Customer.Name.Full)
	}
}

func TestACharsetThatNobodyReadsIsSaid(t *testing.T) {
	r, err := vcards.NewReader(strings.NewReader(strings.Replace(cardOf("Fran+AOc-ois"), "FN:", "FN;CHARSET=UTF-7:", 1)), vcards.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := r.Next()
	if err != nil || len(c.Problems) != 1 || c.Problems[0].Key != "import.card.charset" {
		t.Errorf("said %v (%v)", c.Problems, err)
	}
}

func cardOf(name string) string {
	return "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:" + name + "\r\nEND:VCARD\r\n"
}

func TestEachCardOfAFilePutTogetherIsReadInItsOwnCharset(t *testing.T) {
	gbk := func(text string) string {
		s, err := simplifiedchinese.GBK.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	jis := func(text string) string {
		s, err := japanese.ISO2022JP.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	tests := []struct{ name, file, want string }{
		{
			"UTF-8 before Western", cardOf("Zoë Ångström") + cardOf("J\xfcrgen Wei\xdf") + cardOf("Æsa"),
			"Zoë Ångström, Jürgen Weiß, Æsa",
		},
		{
			"Chinese whose bytes look like UTF-8 of other letters", cardOf(gbk("王小明")) + cardOf(gbk("张伟")) + cardOf("\xd0\xa1") + cardOf("李娜"),
			"王小明, 张伟, 小, 李娜",
		},
		{
			"UTF-8 of which a line is folded within a letter", cardOf("Ludwig-Götz Gra\xc3\r\n \x9fl") + cardOf("Émile Zola"),
			"Ludwig-Götz Graßl, Émile Zola",
		},
		{
			"UTF-8 of which a line is cut off within a letter", cardOf("José Pe\xc3") + cardOf("Émile Zola"),
			"José Pe\ufffd, Émile Zola",
		},
		{"Japanese of mails", cardOf(jis("山田 太郎")) + cardOf("Ann"), "山田 太郎, Ann"},
		{
			"Japanese of mails that also says so", strings.Replace(cardOf(jis("山田 太郎")), "FN:", "FN;CHARSET=ISO-2022-JP:", 1) + cardOf("Ann"),
			"山田 太郎, Ann",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(namesIn(t, tt.file), ", "); got != tt.want {
				t.Errorf("read %s, want %s", got, tt.want)
			}
		})
	}
}
