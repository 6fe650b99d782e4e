package charsets

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const shiftJIS = "shift_jis"

// ideographic is a charset of two bytes a letter.
type ideographic struct {
	charset string
	prior   float64                     // what speaks for it before any letter is seen
	common  func(lead, trail byte) bool // the half of its letters that most text is of
	names   string                      // letters of many names and addresses
}

// The charsets of East Asia. Their standards order the common letters before the
// others: GB 2312 and JIS X 0208 have two levels, Big5 two planes, and KS X 1001
// its syllables before the Chinese letters that are hardly written any more.
var ideographs = []ideographic{
	{
		shiftJIS, 0, func(lead, _ byte) bool { return lead >= 0x81 && lead <= 0x98 },
		japaneseNames,
	},
	{
		"gb18030", 0, func(lead, trail byte) bool { return lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1 },
		"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜" +
			"小明伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛超平刚桂文华国建玉海省市区县路号街镇村北京上海广州公司中大东西南新",
	},
	{
		"big5", 0, func(lead, _ byte) bool { return lead >= 0xA4 && lead <= 0xC6 },
		"陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴" +
			"大文志明玲惠美淑雅婷怡君家豪俊傑雄國華台北市縣區路街號段樓中山信義公司銀行新",
	},
	{
		"euc-kr", 0, func(lead, trail byte) bool { return lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1 },
		"김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구" +
			"민지영수현은미진희경선연정준호서울시구동로길도군읍면특별광역주식회사삼성전자",
	},
	{
		"euc-jp", likely, func(lead, trail byte) bool { return lead >= 0xA1 && lead <= 0xCF && trail >= 0xA1 },
		japaneseNames,
	},
}

const japaneseNames = "田山中村井上木林佐藤鈴高橋伊渡辺小加吉松清池本石川原野口島崎大西東南北" +
	"一二三太郎子美花健恵由紀久和正明男雄夫介安東京都道府県市区町港株式会社"

// What a letter of two bytes is worth, and one of one.
const (
	ofNames     = 5.5
	ofKana      = 4.0
	ofCommon    = 2.2
	ofRare      = -3.0
	ofHalf      = 0.9  // half-width Katakana, which other text turns into, too
	besideABC   = -4.0 // Latin words have none of them inside
	besideSmall = -3.0 // on top: capitals may stand for a firm
)

// read says how much like text of the language the bytes look, on the scale of
// readAs.
func (c ideographic) read(sample []byte) float64 {
	e, err := Find(c.charset)
	if err != nil {
		return math.Inf(-1)
	}
	decoder := e.NewDecoder()
	points, wasWide := c.prior, false
	var before byte // where it was one of a word
	for len(sample) > 0 {
		n := c.length(sample)
		if sample[0] <= unicode.MaxASCII {
			if wasWide && isLetter(sample[0]) {
				points += besideABC
			}
			if wasWide && unicode.IsLower(rune(sample[0])) {
				points += besideSmall
			}
			before, wasWide, sample = sample[0], false, sample[1:]
			continue
		}
		text, err := decoder.Bytes(sample[:n])
		r, size := utf8.DecodeRune(text)
		if err != nil || size != len(text) || r == unicode.ReplacementChar {
			points, before, wasWide, sample = points+noLetter, 0, false, sample[1:]
			continue
		}
		// A number may stand before a word (5 Chōme), but not before half of a syllable.
		if isLetter(before) || n == 1 && isHalfBeside(before, sample[1:]) {
			points += besideABC
		}
		points += c.points(sample[:n], r)
		before, wasWide, sample = 0, true, sample[n:]
	}
	return points
}

func isLetter(b byte) bool { return b <= unicode.MaxASCII && unicode.IsLetter(rune(b)) }

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// IsUTF8Among tells whether a text in a file of that charset is UTF-8 all the
// same: files are put together of several. A few letters of China or Korea can
// look like as many of UTF-8's that are neither: then what reads more like words
// is so.
func IsUTF8Among(text []byte, charset string) bool {
	if !utf8.Valid(text) {
		return false
	}
	i := slices.IndexFunc(ideographs, func(c ideographic) bool { return strings.EqualFold(c.charset, charset) })
	if i < 0 || isPlain(text) {
		return true
	}
	const few = 4 // letters: one in five is such by chance
	letters := 0
	for _, r := range string(text) {
		if r >= 0x0800 { // three bytes each, as all of East Asia's in UTF-8
			return true
		}
		if r > unicode.MaxASCII {
			letters++
		}
	}
	return letters > few || readText(string(text)) > ideographs[i].read(text)
}

// isHalfBeside tells whether a number is beside a letter of half the width.
func isHalfBeside(before byte, after []byte) bool {
	return isDigit(before) || len(after) > 0 && isDigit(after[0])
}

// length is how many bytes the letter has with which the sample begins.
func (c ideographic) length(sample []byte) int {
	isHalf := c.charset == shiftJIS && sample[0] >= 0xA1 && sample[0] <= 0xDF
	if sample[0] <= unicode.MaxASCII || isHalf {
		return 1
	}
	return min(2, len(sample))
}

func (c ideographic) points(letter []byte, r rune) float64 {
	switch {
	case r >= '｡' && r <= '･':
		return 0
	case len(letter) == 1:
		return ofHalf
	case c.names == japaneseNames && unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return ofKana
	case strings.ContainsRune(c.names, r):
		return ofNames
	case unicode.In(r, unicode.Han, unicode.Hangul) && c.common(letter[0], letter[1]):
		return ofCommon
	case strings.ContainsRune("　、。・ー", r), r >= 0xFF01 && r <= 0xFF5E: // signs, and ASCII in full width
		return ofCommon
	}
	return ofRare
}
