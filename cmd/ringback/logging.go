package main

import (
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/rs/zerolog"

	"ringback.app/app"
	"ringback.app/app/calling"
)

// openLog returns a log in the file of that level. It holds ids and codes,
// never names, numbers or notes.
func openLog(path string, level zerolog.Level, clock app.Clock) (zerolog.Logger, *logFile, error) {
	file := &logFile{path: path}
	if err := file.open(); err != nil {
		return zerolog.Nop(), nil, fmt.Errorf("open the log: %w", err)
	}
	stamp := zerolog.HookFunc(func(e *zerolog.Event, _ zerolog.Level, _ string) { e.Time("time", clock()) })
	return zerolog.New(file).Level(level).Hook(stamp), file, nil
}

// startLog begins the log. That it cannot is no reason not to work.
func (s *session) startLog(level zerolog.Level) {
	path, err := s.places.log()
	if err != nil {
		return
	}
	if log, file, err := openLog(path, level, s.main.Clock); err == nil {
		s.log, s.logFile = log, file
	}
}

// failed tells the person what went wrong, in one sentence, and the log in its
// own words; it returns the exit code.
func (s *session) failed(err error) int {
	code := exitCode(err)
	s.note(err)
	s.complain(s.problem(err))
	return code
}

// problem says what is wrong, where a damaged book has a backup how to go on
// with that, and where the sentence asks for a reason to call
// anyway, how to give it here.
func (s *session) problem(err error) string {
	said := cmp.Or(s.withBackup(err), s.voice.Error(err))
	var form app.FieldErrors
	if errors.As(err, &form) && form[calling.FieldAnyway] != nil {
		return s.say("error.command.anyway", app.Args{"Problem": said})
	}
	return said
}

// note puts an error in the log: its code and key. What lies behind it may quote
// what somebody typed, so it is left out unless the fault is the machine's or
// ours, and then without the names of files.
func (s *session) note(err error) {
	event := s.log.Warn()
	switch app.CodeOf(err) {
	case app.CodeInternal, app.CodeStorage, app.CodeDamaged:
		event = s.log.Error().Str(zerolog.ErrorFieldName, app.Unnamed(err))
	}
	var known *app.Error
	if errors.As(err, &known) {
		event = event.Str("code", string(known.Code)).Str("key", known.Key)
	}
	event.Msg("failed")
}

// fyneLog is what Fyne has to say, as the log takes it: what lies behind it without
// the files that it names.
type fyneLog struct{ log zerolog.Logger }

// Write takes one line, as Fyne writes them (fyne.LogError): what went wrong, why,
// or where in the program.
func (f fyneLog) Write(line []byte) (int, error) {
	said := strings.TrimSpace(string(line))
	if cause, ok := strings.CutPrefix(said, "Cause:"); ok {
		said = "Cause: " + strings.TrimSpace(cause[strings.LastIndex(cause, ": ")+1:])
		if strings.ContainsAny(said, `/\`) {
			said = "Cause: left out, since it names a file"
		}
	}
	f.log.Log().Str("from", "fyne").Msg(said)
	return len(line), nil
}

// panicked is the end of a fault of ours: a sentence for the person, the place
// for the log. What was thrown may hold a name unless the runtime threw it.
func (s *session) panicked(thrown any) int {
	event := s.log.Error().Bytes("stack", debug.Stack())
	if fault, ok := thrown.(runtime.Error); ok {
		event = event.Err(fault)
	} else {
		event = event.Str("thrown", fmt.Sprintf("%T", thrown))
	}
	event.Msg("panic")
	s.complain(s.voice.Say("error.internal", nil))
	return exitFail
}

func (s *session) complain(sentence string) {
	_, _ = fmt.Fprintln(s.main.Stderr, oneLine(sentence))
}
