package files_test

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestABookIsNotOfferedToBeReplaced(t *testing.T) {
	d := newDesk(t, theme.Light)
	begins := binary.NativeEndian.AppendUint32(binary.NativeEndian.AppendUint32(make([]byte, 16), 0xED0CDAED), 2)
	if err := os.WriteFile(filepath.Join(d.folder, "shop.book"), begins, 0o600); err != nil {
		t.Fatal(err)
	}
	d.save("notes.csv")
	d.canvas().Focused().(*widgets.Entry).SetText("shop.book")
	for range 2 {
		d.press(fyne.KeyReturn)
		d.sees("is a Ringback book")
	}
	if len(d.chosen) != 0 {
		t.Errorf("chosen %q", d.chosen)
	}
}
