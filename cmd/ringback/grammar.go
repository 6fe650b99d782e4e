package main

import (
	"errors"
	"io"
	"reflect"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/rs/zerolog"

	"ringback.app/app"
)

// grammar is what can be typed. Its words for people are in the translations:
// command.NAME.what and so on, see help.go.
type grammar struct {
	Book     *string `placeholder:"FILE"` // nil: it was not named
	At       moment  `placeholder:"TIME"`
	JSON     bool    `name:"json"`
	LogLevel string  `placeholder:"LEVEL"`
	Version  bool

	Window     windowCommand     `cmd:"" default:"1" hidden:""`
	Today      todayCommand      `cmd:""`
	Customers  customersCommand  `cmd:""`
	Complaints complaintsCommand `cmd:""`
	Loyalty    loyaltyCommand    `cmd:""`
	Show       showCommand       `cmd:""`
	Opinions   opinionsCommand   `cmd:""`
	Log        logCommand        `cmd:""`
	Add        addCommands       `cmd:""`
	Import     importCommand     `cmd:""`
	Export     exportCommands    `cmd:""`
	Review     reviewCommand     `cmd:""`
	Undo       undoCommand       `cmd:""`
	Sample     sampleCommand     `cmd:""`
	Check      checkCommand      `cmd:""`
	Compact    compactCommand    `cmd:""`
	Backup     backupCommand     `cmd:""`
	Restore    restoreCommand    `cmd:""`
	Forget     forgetCommand     `cmd:""`
}

// addCommands are what can be added.
type addCommands struct {
	Customer addCustomerCommand `cmd:""`
	Purchase addPurchaseCommand `cmd:""`
	Opinion  addOpinionCommand  `cmd:""`
	ThankYou addThankYouCommand `cmd:""`
}

// exportCommands are what can be exported.
type exportCommands struct {
	Notes      exportNotesCommand      `cmd:""`
	Customers  exportCustomersCommand  `cmd:""`
	Purchases  exportPurchasesCommand  `cmd:""`
	Opinions   exportOpinionsCommand   `cmd:""`
	Quotes     exportQuotesCommand     `cmd:""`
	Complaints exportComplaintsCommand `cmd:""`
	Planned    exportPlannedCommand    `cmd:""`
	Sheet      exportSheetCommand      `cmd:""`
	Cards      exportCardsCommand      `cmd:""`
	All        exportAllCommand        `cmd:""`
}

// command is one thing to do.
type command interface {
	run(s *session) error
}

// typed is a command line that was understood.
type typed struct {
	grammar *grammar
	command command
}

func (t *typed) run(s *session) error { return t.command.run(s) }

// parse reads the command line. It returns nil if it only asked for help, which
// is printed then.
func (s *session) parse(args []string) (*typed, error) {
	var g grammar
	helped := false
	parser, err := kong.New(
		&g,
		kong.Name("ringback"),
		kong.Writers(io.Discard, io.Discard),
		kong.Exit(func(int) {}),
		kong.KindMapper(reflect.String, kong.MapperFunc(text)),
		kong.TypeMapper(reflect.TypeFor[[]string](), kong.MapperFunc(several)),
		kong.WithHyphenPrefixedParameters(true), // for the values that read themselves
		kong.Help(func(_ kong.HelpOptions, ctx *kong.Context) error {
			helped = true
			s.help(ctx)
			return nil
		}),
	)
	if err != nil {
		return nil, err // the grammar is wrong: a test holds that it is not
	}
	ctx, err := parser.Parse(args)
	if helped {
		return nil, nil
	}
	if err != nil {
		return nil, misused(err)
	}
	c, ok := ctx.Selected().Target.Addr().Interface().(command)
	if !ok {
		return nil, errors.New("a command that does nothing: " + ctx.Command())
	}
	return &typed{grammar: &g, command: c}, nil
}

// text reads a value as it stands, since what a customer said may begin with a
// dash.
func text(ctx *kong.DecodeContext, target reflect.Value) error {
	t := ctx.Scan.Pop()
	if t.IsEOL() {
		return errNoValue
	}
	target.SetString(t.String())
	return nil
}

// several reads one more value of a flag that may be repeated, or all that is left
// for an argument that may.
func several(ctx *kong.DecodeContext, target reflect.Value) error {
	if ctx.Value.Flag == nil {
		for _, t := range ctx.Scan.PopWhile(kong.Token.IsValue) {
			target.Set(reflect.Append(target, reflect.ValueOf(t.String())))
		}
		return nil
	}
	value := reflect.New(target.Type().Elem()).Elem()
	if err := text(ctx, value); err != nil {
		return err
	}
	target.Set(reflect.Append(target, value))
	return nil
}

var errNoValue = errors.New("a value is missing")

// logLevel reads --log-level, or what the environment says in its place.
func (s *session) logLevel(text string) (zerolog.Level, error) {
	if text == "" {
		text = s.main.Getenv("RINGBACK_LOG")
	}
	if text == "" {
		return zerolog.InfoLevel, nil
	}
	level, err := zerolog.ParseLevel(strings.ToLower(text))
	if err != nil {
		return 0, usageError{&app.Error{Code: app.CodeInvalid, Key: "error.command.log-level", Args: app.Args{"Text": text}}}
	}
	return level, nil
}
