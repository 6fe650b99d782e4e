package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"

	"ringback.app/app"
)

// places are where the program keeps its things when nobody says otherwise: on
// Linux those of the XDG Base Directory Specification 0.8, elsewhere the
// system's own for application data.
type places struct {
	getenv func(string) string
	system string // runtime.GOOS
}

func newPlaces(getenv func(string) string) places {
	return places{getenv: getenv, system: runtime.GOOS}
}

// book returns the file of the book. It returns an Error with CodeNotFound if
// the environment does not say where the person's own files are.
func (p places) book() (string, error) {
	folder, err := p.folder("XDG_DATA_HOME", ".local/share", "Library/Application Support")
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "ringback.book"), nil
}

// log returns the file of the log.
func (p places) log() (string, error) {
	folder, err := p.folder("XDG_STATE_HOME", ".local/state", "Library/Logs")
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "ringback.log"), nil
}

// sockets returns the folder in which copies of the program find each other.
func (p places) sockets() string {
	if run := p.getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(run) {
		return filepath.Join(run, "ringback")
	}
	return filepath.Join(os.TempDir(), "ringback-"+strconv.Itoa(os.Getuid()))
}

// folder returns the program's own folder in one of the system's places.
func (p places) folder(xdg, below, mac string) (string, error) {
	switch p.system {
	case "windows":
		if data := p.getenv("LocalAppData"); filepath.IsAbs(data) {
			return filepath.Join(data, "Ringback"), nil
		}
		return "", noHome("LocalAppData")
	case "darwin":
		if home := p.getenv("HOME"); filepath.IsAbs(home) {
			return filepath.Join(home, mac, "Ringback"), nil
		}
		return "", noHome("HOME")
	}
	if data := p.getenv(xdg); filepath.IsAbs(data) {
		return filepath.Join(data, "ringback"), nil
	}
	if home := p.getenv("HOME"); filepath.IsAbs(home) {
		return filepath.Join(home, below, "ringback"), nil
	}
	return "", noHome("HOME")
}

func noHome(variable string) error {
	return &app.Error{
		Code: app.CodeNotFound, Key: "error.command.no-home",
		Args: app.Args{"Variable": variable},
	}
}
