package ui_test

import (
	"strings"
	"testing"

	"ringback.app/app"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestTheWindowSaysWhyNothingWasPasted(t *testing.T) {
	s := newShop(t, theme.Light)
	s.RefusePaste(&widgets.TooLong{Letters: 1 << 20})
	all := strings.Join(s.written(), " ")
	if want := "That would be 1,048,576 letters. There is room for 100,000, so nothing was pasted."; !strings.Contains(all, want) {
		t.Errorf("the window says %q", all)
	}
	s.Toast("The note was kept.", nil)
	if all := strings.Join(s.written(), " "); !strings.Contains(all, "nothing was pasted") {
		t.Error("a refusal gives way to good news, as it does only if it looks like it")
	}
}

func TestAFieldHasRoomForTheLongestOpinion(t *testing.T) {
	if widgets.MostTyped != app.MaxVerbatim {
		t.Errorf("a field takes %d letters, an opinion %d", widgets.MostTyped, app.MaxVerbatim)
	}
}
