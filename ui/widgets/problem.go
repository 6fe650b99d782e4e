package widgets

// NewProblem returns a paragraph for what is wrong, which takes no room while
// nothing is.
func NewProblem() *Paragraph {
	p := NewParagraph("", Alarm)
	p.Hide()
	return p
}

// SetProblem shows what is wrong; "" takes it back, and the room it took.
func (p *Paragraph) SetProblem(text string) {
	p.SetText(text)
	if text == "" {
		p.Hide()
	} else {
		p.Show()
	}
}
