package importing

import (
	"context"
	"encoding/csv"
	"io"
	"path/filepath"
	"strconv"

	"ringback.app/app"
	"ringback.app/app/exporting"
	"ringback.app/app/importing"
	"ringback.app/app/spreadsheet"
	"ringback.app/ui/execute"
	"ringback.app/ui/widgets"
)

// problems counts what there is to know about the items.
func problems(preview *importing.Preview) int {
	n := 0
	for _, item := range preview.Items {
		n += len(item.Problems)
	}
	return n
}

// filesLeftOut counts the files of which nothing is read.
func filesLeftOut(preview *importing.Preview) int {
	n := 0
	for _, item := range preview.Items {
		if item.Kind == importing.KindFile && item.Sheet == "" {
			n++
		}
	}
	return n
}

// leaveOut is the way on without a file that asks something, where there are
// others; nil where there are none.
func (p *Page) leaveOut(source int, inside string) *widgets.Button {
	if source < 0 || len(p.sources) < 2 && inside == "" {
		return nil
	}
	return widgets.NewButton(widgets.Plain, p.say.Say("bring.leave-out", nil), func() {
		p.correct(source, inside, "", func(told *importing.Told) { told.LeaveOut = true })
	})
}

// saveProblems writes into a file what could not be read and why, for whoever
// wants to mend the files by it.
func (p *Page) saveProblems() {
	preview := p.preview
	p.OnSave(p.say.Say("bring.problems.file", nil)+".csv", func(path string) {
		if path == "" {
			return
		}
		execute.Then(p.Run, func(context.Context) error {
			return exporting.ToFile(path, func(w io.Writer) error { return p.writeProblems(w, preview) })
		}, func(err error) {
			if err != nil {
				p.Window.Failed(err)
				return
			}
			n := problems(preview)
			p.Window.Toast(p.say.Count("bring.problems.saved", n, app.Args{"Number": p.say.Number(int64(n)), "File": filepath.Base(path)}), nil)
		})
	})
}

// writeProblems writes a line for each problem: the file, the line, who or what
// it is about, what comes of it, and why.
func (p *Page) writeProblems(w io.Writer, preview *importing.Preview) error {
	// Excel takes a file without the mark for one of its own charset.
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	line := func(cells ...string) {
		for i := range cells {
			cells[i] = spreadsheet.Guard(cells[i])
		}
		_ = out.Write(cells) // Error says it at the end
	}
	line(p.say.Say("bring.problems.head.file", nil), p.say.Say("bring.problems.head.line", nil), p.say.Say("bring.item.name", nil),
		p.say.Say("bring.item.comes", nil), p.say.Say("bring.problems.head.why", nil))
	for _, item := range preview.Items {
		for _, problem := range item.Problems {
			at := item.Line
			if n, ok := problem.Args["Line"].(int); ok {
				at = n
			}
			where := ""
			if at > 0 { // else it is about the whole file
				where = strconv.Itoa(at)
			}
			line(item.File, where, p.nameOf(item), p.comes(item), p.say.Error(problem))
		}
	}
	out.Flush()
	return out.Error()
}
