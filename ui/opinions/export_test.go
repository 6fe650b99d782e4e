package opinions

// ShowQuotes shows what may be published, as its tab does.
func (p *Page) ShowQuotes() { p.goTo(tabQuotes) }
