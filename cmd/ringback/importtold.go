package main

import (
	"strings"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/receipts"
)

// printNotTaken names the columns of tables that hold something of which nothing
// is made.
func (s *session) printNotTaken(preview *importing.Preview) {
	for _, f := range preview.Files {
		if f.ByOrder {
			s.out.line(s.say("command.import.by-order", app.Args{"File": f.Name}))
		}
		if f.OneEach {
			s.out.line(s.say("command.import.one-each", app.Args{"File": f.Name}))
		}
		if len(f.NotTaken) > 0 {
			s.out.line(s.say("command.import.not-taken", app.Args{"File": f.Name, "Columns": strings.Join(f.NotTaken, ", ")}))
		}
	}
}

// importBeside are files in an archive of which nothing is made.
type importBeside struct {
	File  string   `json:"file"`
	Files []string `json:"files"`
}

func besideOf(preview *importing.Preview) []importBeside {
	all := []importBeside{}
	for _, b := range preview.Beside {
		all = append(all, importBeside{b.Archive, b.Files})
	}
	return all
}

// printBeside names the files in archives that are neither contacts nor tables, the
// first ones of many.
func (s *session) printBeside(preview *importing.Preview) {
	for _, b := range preview.Beside {
		args := app.Args{"File": b.Archive, "Files": strings.Join(b.Files[:min(len(b.Files), mostProblems)], ", ")}
		if more := len(b.Files) - mostProblems; more > 0 {
			args["Number"] = s.voice.Number(int64(more))
			s.out.line(s.voice.Count("import.beside.more", more, args))
			continue
		}
		s.out.line(s.say("import.beside", args))
	}
}

// importHidden is what of a workbook a person does not see, and was read.
type importHidden struct {
	File    string   `json:"file"`
	Sheet   string   `json:"sheet,omitempty"` // of a workbook of several
	Lines   int      `json:"lines"`
	Columns []string `json:"columns"`
}

func hiddenOf(preview *importing.Preview) []importHidden {
	all := []importHidden{}
	for _, f := range preview.Files {
		if f.Hidden.Lines > 0 || len(f.Hidden.Columns) > 0 {
			all = append(all, importHidden{f.Name, f.Sheet, f.Hidden.Lines, append([]string{}, f.Hidden.Columns...)})
		}
	}
	return all
}

// printHidden says what of workbooks a person does not see, and was read.
func (s *session) printHidden(preview *importing.Preview) {
	for _, h := range hiddenOf(preview) {
		title := h.File
		if h.Sheet != "" {
			title += " (" + h.Sheet + ")"
		}
		if h.Lines > 0 {
			s.out.line(s.voice.Count("command.import.hidden-lines", h.Lines, app.Args{"File": title, "Number": s.voice.Number(int64(h.Lines))}))
		}
		if len(h.Columns) > 0 {
			s.out.line(s.say("command.import.hidden-columns", app.Args{"File": title, "Columns": strings.Join(h.Columns, ", ")}))
		}
	}
}

// printTakenAsSold names what tables say became of the orders that were taken for
// sold, and of lines that are no sale, the first ones of many.
func (s *session) printTakenAsSold(preview *importing.Preview) {
	for _, f := range preview.Files {
		s.printStatuses("command.import.as-sold", f.Name, f.TakenAsSold)
		s.printStatuses("command.import.left-no-sale", f.Name, f.LeftAsNoSale)
	}
}

func (s *session) printStatuses(key, file string, all []receipts.Status) {
	var said []string
	for i, status := range all {
		if i == mostProblems {
			said = append(said, "…")
			break
		}
		said = append(said, status.Text+" "+s.voice.Number(int64(status.Lines)))
	}
	if said != nil {
		s.out.line(s.say(key, app.Args{"File": file, "Statuses": strings.Join(said, ", ")}))
	}
}

// statusesOf are those of a file as they are written out; nil if there are none.
func statusesOf(f importing.File, all []receipts.Status) []importSold {
	if len(all) == 0 {
		return nil
	}
	one := importSold{File: f.Name, Sheet: f.Sheet}
	for _, status := range all {
		one.Statuses = append(one.Statuses, importStatus(status))
	}
	return []importSold{one}
}

// inShort is a name as it is printed beside a problem: a card that is refused for
// its name may have one of thousands of letters.
func inShort(name string) string {
	if letters := []rune(name); len(letters) > mostName {
		return string(letters[:mostName]) + "…"
	}
	return name
}

func (s *session) printProblems(preview *importing.Preview) {
	var rows [][]string
	more := 0
	for _, it := range preview.Items {
		if isWholeFile(it) {
			continue // said already
		}
		for _, problem := range s.problems(it) {
			if len(rows) == mostProblems {
				more++
				continue
			}
			rows = append(rows, []string{it.File, joined(" ", inShort(it.Name), it.Receipt), problem})
		}
	}
	if len(rows) == 0 {
		return
	}
	s.out.heading(s.say("command.import.problems", nil))
	s.out.rows(2, rows)
	if more > 0 {
		s.out.hang(2, 2, s.voice.Count("command.import.more-problems", more, nil))
	}
	s.out.blank()
}
