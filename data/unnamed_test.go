package data

import (
	"bytes"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rs/zerolog"

	"ringback.app/app"
)

func TestWhatTheBookLogsDoesNotSayWhereItIs(t *testing.T) {
	var log bytes.Buffer
	path := filepath.Join(t.TempDir(), "Maija Korhonen.book")
	b, err := Open(t.Context(), path, Options{Log: zerolog.New(&log)})
	if err != nil {
		t.Fatal(err)
	}
	failed := &fs.PathError{Op: "sync", Path: path, Err: fs.ErrPermission}
	b.warn(failed, "an unfinished file stays")
	if err := b.settleDoubt(t.Context(), app.ID{}, failed); app.CodeOf(err) != app.CodeStorage {
		t.Error(err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if said := log.String(); strings.Contains(said, "Maija") || strings.Count(said, "sync: permission denied") != 2 {
		t.Error(said)
	}
}
