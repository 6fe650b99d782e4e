package main

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"ringback.app/app"
)

// slips are the ways in which a command line can be wrong, by how kong words
// them. Its words are for the people who write programs; ours for those who use
// them.
var slips = []struct {
	kong *regexp.Regexp
	key  string
}{
	{regexp.MustCompile(`^unknown flag -*(?P<Flag>[^,]*)`), "error.command.flag"},
	{regexp.MustCompile(`^unexpected argument (?P<Word>.*?)(, did you mean .*)?$`), "error.command.word"},
	{regexp.MustCompile(`^expected one of (?P<Word>.*)$`), "error.command.no-command"},
	{regexp.MustCompile(`^expected "(?P<Word>.*)"$`), "error.command.no-word"},
	{regexp.MustCompile(`^missing flags: --(?P<Flag>[a-z-]+)`), "error.command.missing-flag"},
	{regexp.MustCompile(`^--(?P<Flag>[a-z-]+)[:=]`), "error.command.flag-value"},
	{regexp.MustCompile(`^--(?P<Flag>[a-z-]+) and --(?P<Other>[a-z-]+) can't be used together`), "error.command.flags-together"},
	{regexp.MustCompile(`^unexpected flag argument "(?P<Word>.*)"$`), "error.command.word"},
}

// misused turns kong's complaint about a command line into ours: an Error with
// CodeInvalid that says what to type instead.
func misused(err error) error {
	var ours *app.Error
	if errors.As(err, &ours) { // one of our own values could not be read
		return usageError{ours}
	}
	args := app.Args{"Command": "ringback"}
	var wrong *kong.ParseError
	if errors.As(err, &wrong) && wrong.Context != nil {
		args["Command"] = pathOf(wrong.Context)
	}
	for _, slip := range slips {
		found := slip.kong.FindStringSubmatch(err.Error())
		if found == nil {
			continue
		}
		for i, name := range slip.kong.SubexpNames() {
			if name != "" {
				args[name] = plainly(found[i])
			}
		}
		key := slip.key
		if flag, ok := args["Flag"].(string); ok && wrong != nil {
			if number := numberFor(wrong.Context, flag); number != "" {
				key, args["Number"] = "error.command.flag-number", number
			}
		}
		return usageError{&app.Error{Code: app.CodeInvalid, Key: key, Args: args}}
	}
	return usageError{&app.Error{Code: app.CodeInvalid, Key: "error.command.usage", Args: args}}
}

// numberFor returns what may be a customer's number that begins with a minus, and was
// taken for a flag that there is none of; "" where no customer is still to be named.
func numberFor(ctx *kong.Context, flag string) string {
	node := ctx.Selected()
	if flag == "" || flag[0] < '0' || flag[0] > '9' || node == nil ||
		!slices.ContainsFunc(node.Positional, func(a *kong.Positional) bool { return a.Name == "id" }) ||
		slices.ContainsFunc(ctx.Path, func(p *kong.Path) bool { return p.Positional != nil }) {
		return ""
	}
	for _, arg := range ctx.Args {
		if strings.HasPrefix(arg, "-"+flag) {
			return arg
		}
	}
	return ""
}

// plainly takes off the quotation marks of commands, and writes the names of
// arguments as the manual does.
func plainly(word string) string {
	word = regexp.MustCompile(`<[a-z-]+>`).ReplaceAllStringFunc(word, func(name string) string {
		return strings.ToUpper(strings.Trim(name, "<>"))
	})
	return strings.ReplaceAll(word, `"`, "")
}

// pathOf is how to call the command that was chosen: "ringback add customer".
func pathOf(ctx *kong.Context) string {
	node := ctx.Selected()
	if node == nil || node.Hidden {
		return ctx.Model.Name
	}
	return pathTo(node)
}

func pathTo(node *kong.Node) string {
	if node.Parent == nil {
		return node.Name
	}
	return pathTo(node.Parent) + " " + node.Name
}
