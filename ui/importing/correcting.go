package importing

import (
	"slices"

	"ringback.app/app/importing"
)

// correct reads the files again after one of them, or one inside it, was said to be
// otherwise. The control has the focus again afterwards, "" for none.
func (p *Page) correct(source int, inside, control string, change func(*importing.Told)) {
	p.begun()
	p.sources[source].Tell(inside, change)
	p.kept = control
	p.read()
}

// begun keeps what the preview was made of, so that a correction that leads
// nowhere can be taken back.
func (p *Page) begun() {
	if p.before == nil && p.preview != nil {
		p.before = &before{slices.Clone(p.sources), p.options}
	}
}

// giveUp shows the preview as it was before a correction, and why.
func (p *Page) giveUp(why string) {
	if p.before != nil {
		p.sources, p.options, p.before = p.before.sources, p.before.options, nil
	}
	p.showPreview(why)
}
