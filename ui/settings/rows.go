package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"ringback.app/app/settings"
	"ringback.app/app/wording"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

// rows is a list of lines that grows, each of a few entries: the times to ask
// after a purchase, the tags for items.
type rows struct {
	say     *wording.Voice
	name    string
	columns []string
	weights []float32
	content *fyne.Container
	list    *fyne.Container
	entries [][]*widgets.Entry
	fields  []*widgets.Field // the first of each line, which shows what is wrong
	touched func()           // something was typed
}

func newRows(say *wording.Voice, name string, columns []string, weights []float32, touched func()) *rows {
	r := &rows{say: say, name: name, columns: columns, weights: weights, touched: touched, list: widgets.Column(2)}
	add := widgets.NewButton(widgets.Quiet, say.Say("settings.more."+name, nil), func() {
		r.add(make([]string, len(columns))...)
		r.content.Refresh()
	}).WithIcon(theme.IconAdd)
	r.content = widgets.Column(0, r.list, widgets.Row(0, add))
	return r
}

func (r *rows) add(texts ...string) {
	line := make([]*widgets.Entry, len(r.columns))
	fields := make([]fyne.CanvasObject, len(r.columns))
	for i, column := range r.columns {
		line[i] = widgets.NewEntry("")
		line[i].SelectFilled = true
		line[i].SetText(texts[i])
		line[i].OnChanged = func(string) { r.touched() }
		field := widgets.NewField(r.say.Say("settings.field."+r.name+"."+column, nil), line[i])
		fields[i] = field
		if i == 0 {
			r.fields = append(r.fields, field)
		}
	}
	r.entries = append(r.entries, line)
	r.list.Add(widgets.Columns(16, r.weights, fields...))
}

// texts returns the lines in which something is typed.
func (r *rows) texts() [][]string {
	var lines [][]string
	for _, entries := range r.entries {
		line := make([]string, len(entries))
		for i, e := range entries {
			line[i] = strings.TrimSpace(e.Text)
		}
		if strings.Join(line, "") != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// take shows the problems that are about these lines and takes them out.
func (r *rows) take(problems map[string]string) {
	n := 0
	for i, entries := range r.entries {
		r.fields[i].SetProblem("")
		typed := false
		for _, e := range entries {
			typed = typed || strings.TrimSpace(e.Text) != ""
		}
		if !typed {
			continue
		}
		at := settings.FieldAt(r.name, n)
		for name, sentence := range problems {
			if name == at || strings.HasPrefix(name, at+".") {
				r.fields[i].SetProblem(sentence)
				delete(problems, name)
			}
		}
		n++
	}
}
