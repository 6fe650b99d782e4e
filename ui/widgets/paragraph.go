package widgets

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ringback.app/ui/theme"
)

// Paragraph is text that goes on in the next line. Its height follows from its
// width; a Column gives it that height at once.
type Paragraph struct {
	widget.BaseWidget
	text  string
	style Style
	most  int
	width float32
	lines []string
}

// NewParagraph returns a paragraph.
func NewParagraph(text string, style Style) *Paragraph {
	p := &Paragraph{text: text, style: style}
	p.ExtendBaseWidget(p)
	return p
}

// AtMost keeps the paragraph to that many lines; the last ends in an ellipsis.
// It returns the paragraph.
func (p *Paragraph) AtMost(lines int) *Paragraph {
	p.most = lines
	p.lines = nil
	return p
}

// Text returns the whole text.
func (p *Paragraph) Text() string { return p.text }

// SetText shows another text.
func (p *Paragraph) SetText(text string) {
	if p.text != text {
		p.text, p.lines = text, nil
		p.Refresh()
	}
}

// SetStyle shows the text in another style.
func (p *Paragraph) SetStyle(style Style) {
	if p.style != style {
		p.style, p.lines = style, nil
		p.Refresh()
	}
}

// Resize breaks the lines anew where the width is another one.
func (p *Paragraph) Resize(size fyne.Size) {
	if size.Width != p.width {
		p.width, p.lines = size.Width, nil
	}
	p.BaseWidget.Resize(size)
}

// Refresh breaks the lines anew, since the size of the text may have changed.
func (p *Paragraph) Refresh() {
	p.lines = nil
	p.BaseWidget.Refresh()
}

// Preferred returns the size of the text in as few lines as it has.
func (p *Paragraph) Preferred() fyne.Size {
	var size fyne.Size
	for line := range strings.Lines(p.text) {
		size.Width = max(size.Width, p.style.measure(strings.TrimRight(line, "\r\n")).Width+1)
	}
	size.Height = p.MinSize().Height
	return size
}

func (p *Paragraph) broken() []string {
	if p.lines == nil {
		p.lines = breakLines(p.text, p.width, p.style, p.most)
	}
	return p.lines
}

// leading is the room between two lines.
const leading = 2

// CreateRenderer is Fyne's.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{of: p}
	d.paint = func() {
		lines := p.broken()
		for len(d.objects) < len(lines) {
			d.objects = append(d.objects, canvas.NewText("", nil))
		}
		d.objects = d.objects[:len(lines)]
		for i, line := range lines {
			t := d.objects[i].(*canvas.Text)
			t.Text = line
			p.style.paint(t)
		}
	}
	d.layout = func(size fyne.Size) {
		d.paint()
		h := p.style.measure("x").Height
		for i, o := range d.objects {
			Place(o, 0, float32(i)*(h+theme.Px(leading)), size.Width, h)
			o.Refresh()
		}
	}
	d.min = func() fyne.Size {
		if p.text == "" {
			return fyne.Size{}
		}
		n := float32(len(p.broken()))
		h := p.style.measure("x").Height
		return fyne.NewSize(theme.Px(48), n*h+(n-1)*theme.Px(leading))
	}
	return d.start()
}

// breakLines breaks the text into lines of that width, at most so many if most
// is not 0. Without a width each line of the text is one.
func breakLines(text string, width float32, style Style, most int) []string {
	text = whole(text)
	var lines []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		if width <= 0 {
			lines = append(lines, line)
			continue
		}
		lines = append(lines, breakLine(line, width, style)...)
		if most > 0 && len(lines) > most {
			break
		}
	}
	if most > 0 && len(lines) > most {
		rest := lines[most-1] + " " + lines[most]
		lines = append(lines[:most-1], cut(rest, width, style))
		if last := lines[most-1]; !strings.HasSuffix(last, ellipsis) && !strings.HasPrefix(last, ellipsis) {
			lines[most-1] = cut(last+strings.Repeat(" ", 8)+ellipsis, width, style)
		}
	}
	return lines
}

// between stands between the parts of a line, and does not begin one.
const between = "·"

// breakLine breaks one line of the text. A word that is longer than a line is broken
// after a hyphen where it has one.
func breakLine(line string, width float32, style Style) []string {
	var lines []string
	var current strings.Builder
	var used float32
	space := style.measure(" ").Width
	for word := range strings.FieldsFuncSeq(line, breaks) {
		w := wordWidth(word, width, style)
		if current.Len() > 0 && used+space+w > width {
			lines = append(lines, current.String())
			current.Reset()
			used = 0
			if word == between {
				continue // the line ends there anyway
			}
		}
		if current.Len() > 0 {
			current.WriteByte(' ')
			used += space
		}
		for w > width && len(word) > 1 {
			head := headThatFits(word, width, style)
			if at := strings.LastIndexByte(head, '-'); at > 0 {
				head = head[:at+1]
			}
			lines = append(lines, head)
			word = word[len(head):]
			w = wordWidth(word, width, style)
		}
		current.WriteString(word)
		used += w
	}
	if current.Len() == 0 && len(lines) > 0 {
		return lines
	}
	return append(lines, current.String())
}

// breaks tells whether a line may be broken at the letter.
func breaks(r rune) bool {
	const noBreak, narrowNoBreak = '\u00a0', '\u202f'
	return unicode.IsSpace(r) && r != noBreak && r != narrowNoBreak
}

// wordWidth measures the word, but not one that is too long in any case: nothing
// is narrower than a pixel.
func wordWidth(word string, width float32, style Style) float32 {
	if len(word) > 4*int(width)+16 {
		return width + 1
	}
	return style.measure(word).Width
}

// headThatFits returns as many letters of the word as fit, at least one.
func headThatFits(word string, width float32, style Style) string {
	letters := []rune(word[:min(len(word), 4*int(width)+16)])
	low, high := 1, len(letters)
	for low < high {
		middle := (low + high + 1) / 2
		if style.measure(string(letters[:middle])).Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(letters[:low])
}
