package main

import (
	"strings"

	"github.com/alecthomas/kong"
)

// help prints what a manual page would say of the command: what it is for, how
// it is called, its arguments and flags, what it prints for scripts, examples
// and exit codes. The sentences are below command.NAME in the translations, NAME
// being the command's words joined by points:
//
//	what            one line
//	more            how it works
//	argument.NAME   an argument
//	flag.NAME       a flag
//	json            the fields it prints with --json
//	examples        a command line each
//
// Those of ringback itself are below command.ringback.
func (s *session) help(ctx *kong.Context) {
	s.out.columns = helpColumns(s.out.columns)
	node := ctx.Selected()
	if node == nil || node.Hidden {
		node = ctx.Model.Node
	}
	name := helpName(node)
	s.part("name")
	s.out.hang(4, 4, pathTo(node)+" – "+s.say(name+".what", nil))
	s.part("usage")
	for _, usage := range usages(node) {
		s.out.hang(4, 8, usage)
	}
	s.part("description")
	s.paragraphs(s.say(name+".more", nil))
	s.partOfRows("commands", s.commandRows(node))
	s.partOfRows("arguments", s.argumentRows(node))
	s.partOfRows("flags", s.flagRows(node))
	if node.Parent != nil {
		s.partOfRows("global-flags", s.flagRows(ctx.Model.Node))
	}
	if node.Leaf() && node.Parent != nil {
		s.part("json")
		s.paragraphs(s.inherited(node, ".json"))
	}
	s.part("examples")
	s.out.verbatim(4, s.say(name+".examples", nil))
	s.part("exit")
	s.out.text(4, s.say("command.help.exit-codes", nil))
	if node.Parent == nil {
		s.part("files")
		s.paragraphs(s.say("command.help.files-are", nil))
	}
}

// helpColumns is how wide help is set: as wide as the terminal, but not wider
// than a page, which it is for a pager, too.
func helpColumns(terminal int) int {
	const page = 80
	if terminal == 0 {
		return page
	}
	return min(terminal, page)
}

// helpName is where the sentences of a command begin.
func helpName(node *kong.Node) string {
	return "command." + strings.ReplaceAll(strings.TrimPrefix(pathTo(node), "ringback "), " ", ".")
}

// part prints the heading of a part.
func (s *session) part(name string) {
	if name != "name" {
		s.out.blank()
	}
	s.out.line(s.say("command.help."+name, nil))
}

func (s *session) partOfRows(name string, rows [][]string) {
	if len(rows) > 0 {
		s.part(name)
		s.out.rows(4, rows)
	}
}

// paragraphs prints a text of paragraphs, each a line of it.
func (s *session) paragraphs(text string) { s.out.text(4, text) }

func (s *session) commandRows(node *kong.Node) [][]string {
	var rows [][]string
	for _, leaf := range node.Leaves(true) {
		name := strings.TrimPrefix(pathTo(leaf), pathTo(node)+" ")
		rows = append(rows, []string{name, s.say(helpName(leaf)+".what", nil)})
	}
	return rows
}

func (s *session) argumentRows(node *kong.Node) [][]string {
	var rows [][]string
	for _, a := range node.Positional {
		rows = append(rows, []string{argumentName(a), s.say(helpName(node)+".argument."+a.Name, nil)})
	}
	return rows
}

func (s *session) flagRows(node *kong.Node) [][]string {
	var rows [][]string
	for _, f := range node.Flags {
		if f.Hidden {
			continue
		}
		rows = append(rows, []string{flagName(f), s.inherited(node, ".flag."+f.Name)})
	}
	return rows
}

// inherited is a sentence of the command, or else of the one it belongs to: what
// its commands have in common is said once.
func (s *session) inherited(node *kong.Node, name string) string {
	key := helpName(node) + name
	if text := s.say(key, nil); text != key || node.Parent == nil {
		return text
	}
	return s.inherited(node.Parent, name)
}

// usages are the ways to call a command, a line each.
func usages(node *kong.Node) []string {
	if node.Parent == nil {
		return []string{pathTo(node) + " [--book FILE] [--at TIME] [--json] [COMMAND]"}
	}
	if !node.Leaf() {
		var lines []string
		for _, child := range node.Children {
			lines = append(lines, usages(child)...)
		}
		return lines
	}
	words := []string{pathTo(node)}
	for _, a := range node.Positional {
		word := argumentName(a)
		if !a.Required {
			word = "[" + word + "]"
		}
		words = append(words, word)
	}
	for _, f := range node.Flags {
		if f.Hidden || f.Name == "help" {
			continue
		}
		word := flagName(f)
		if !f.Required {
			word = "[" + word + "]"
		}
		if f.IsSlice() {
			word += "…"
		}
		words = append(words, word)
	}
	return []string{strings.Join(words, " ")}
}

func argumentName(a *kong.Value) string {
	name := strings.ToUpper(a.Name)
	if a.IsSlice() {
		name += "…"
	}
	return name
}

func flagName(f *kong.Flag) string {
	name := "--" + f.Name
	if f.Short != 0 {
		name = "-" + string(f.Short) + ", " + name
	}
	if !f.IsBool() {
		name += " " + f.PlaceHolder
	}
	return name
}
