package importing

import (
	"fyne.io/fyne/v2"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// numbers draws a panel for the people and one for the receipts.
func (p *Page) numbers(s importing.Summary) []fyne.CanvasObject {
	say := p.say
	var panels []fyne.CanvasObject
	if s.Contacts.Read > 0 {
		panels = append(panels, p.counts("bring.people", s.Contacts, ""))
	}
	if s.Lines == 0 && s.Receipts.Read > 0 { // of a whole book
		panels = append(panels, p.counts("bring.receipts", s.Receipts, ""))
	}
	if s.Lines > 0 {
		extra := say.Count("bring.lines", s.Lines, app.Args{"Number": say.Number(int64(s.Lines))})
		if s.Returns > 0 {
			extra += " " + say.Count("bring.returns", s.Returns, app.Args{"Number": say.Number(int64(s.Returns))})
		}
		if s.Cancelled > 0 {
			extra += " " + say.Count("import.cancelled", s.Cancelled, app.Args{"Number": say.Number(int64(s.Cancelled))})
		}
		if s.NoOneLines > 0 {
			extra += " " + say.Count("bring.no-one", s.NoOneLines, app.Args{"Number": say.Number(int64(s.NoOneLines))})
		}
		if s.BadLines > 0 {
			extra += " " + say.Count("bring.bad", s.BadLines, app.Args{"Number": say.Number(int64(s.BadLines))})
		}
		if s.UndoneLines > 0 {
			extra += " " + say.Count("import.undone", s.UndoneLines, app.Args{"Number": say.Number(int64(s.UndoneLines))})
		}
		if s.NoSaleLines > 0 {
			extra += " " + say.Count("import.no-sale", s.NoSaleLines, app.Args{"Number": say.Number(int64(s.NoSaleLines))})
		}
		if s.BelowLines > 0 {
			extra += " " + say.Count("import.below", s.BelowLines, app.Args{"Number": say.Number(int64(s.BelowLines))})
		}
		if s.NumberOnly > 0 {
			extra += " " + say.Count("bring.number-only", s.NumberOnly, app.Args{"Number": say.Number(int64(s.NumberOnly))})
		}
		panels = append(panels, p.counts("bring.receipts", s.Receipts, extra))
	}
	for _, sort := range []struct {
		key    string
		counts importing.Counts
	}{{"bring.calls", s.Calls}, {"bring.opinions", s.Opinions}, {"bring.complaints", s.Complaints}} {
		if sort.counts.Read == 0 {
			continue
		}
		extra := ""
		if sort.key == "bring.opinions" && s.ByOrder > 0 {
			extra = say.Count("import.by-order", s.ByOrder, app.Args{"Number": say.Number(int64(s.ByOrder))})
		}
		panels = append(panels, p.counts(sort.key, sort.counts, extra))
	}
	return panels
}

// counts draws how many of a sort came to what. Zeros but the first are left
// out.
func (p *Page) counts(title string, c importing.Counts, extra string) fyne.CanvasObject {
	say := p.say
	row := widgets.Wrap(32)
	add := func(key string, n int, style widgets.Style) {
		if n == 0 && key != "bring.created" {
			return
		}
		row.Add(widgets.Column(0, widgets.NewText(say.Number(int64(n)), style), widgets.NewText(say.Say(key, nil), widgets.Small)))
	}
	add("bring.created", c.Created, widgets.Number.In(theme.ColorAccent))
	add("bring.updated", c.Updated, widgets.Number)
	add("bring.same", c.Same, widgets.Number.In(theme.ColorMuted))
	add("bring.duplicates", c.Duplicates, widgets.Number.In(theme.ColorSoon))
	add("bring.rejected", c.Rejected, widgets.Number.In(theme.ColorLate))
	column := widgets.Column(8, widgets.NewText(say.Count(title, c.Read, app.Args{"Number": say.Number(int64(c.Read))}), widgets.Strong), row)
	if extra != "" {
		column.Add(widgets.NewParagraph(extra, widgets.Note))
	}
	return widgets.Panel(widgets.Inset(column, 4, 4, 4, 4))
}

// changes tells whether there is anything to write.
func changes(s importing.Summary) bool {
	return s.Created+s.Updated+s.Duplicates+s.NumberOnly > 0
}
