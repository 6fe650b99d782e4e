//go:build cgo

package main

import (
	"log"
	"os"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"ringback.app/assets"
)

// appID is the program's name among the system's applications; FyneApp.toml has
// the same.
const appID = "app.ringback"

// driver returns what draws windows on the screen.
func (s *session) driver() (fyne.App, error) {
	makeRoom()
	chooseX11()
	// What Fyne has to say goes into the log.
	log.SetFlags(0)
	log.SetOutput(fyneLog{s.log})

	icon := fyne.NewStaticResource("ringback.png", assets.Icon())
	fyneapp.SetMetadata(fyne.AppMetadata{
		ID: appID, Name: "Ringback", Version: version, Build: build, Icon: icon, Release: true,
		Migrations: map[string]bool{"fyneDo": true},
	})
	driver := fyneapp.NewWithID(appID)
	driver.SetIcon(icon)
	return driver, nil
}

// makeRoom makes the folders in which Fyne keeps its own things; it takes them
// for granted.
func makeRoom() {
	for _, place := range []func() (string, error){os.UserCacheDir, os.UserConfigDir} {
		if folder, err := place(); err == nil {
			_ = os.MkdirAll(folder, 0o700)
		}
	}
}

// chooseX11 keeps the window's library from looking for Wayland where there is
// none: its search complains on standard error.
func chooseX11() {
	if os.Getenv("WAYLAND_DISPLAY") == "" && os.Getenv("XDG_SESSION_TYPE") == "" {
		_ = os.Setenv("XDG_SESSION_TYPE", "x11")
	}
}
