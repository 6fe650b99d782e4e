package complaints_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/theme"
	"ringback.app/ui/widgets"
)

func TestThePageFitsIntoASmallWindow(t *testing.T) {
	for name, keys := range map[string]string{"case": "", "promise": "2", "remedy": "4", "close": "5"} {
		t.Run(name, func(t *testing.T) {
			d := sit(t, busy(), theme.Light, narrow)
			d.keys(keys)
			if least := d.page.Content().MinSize(); least.Width > narrow.Width || least.Height > narrow.Height {
				t.Errorf("it needs %v", least)
			}
		})
	}
}

func TestAllOfWhatTheClockSaysIsSeenInASmallWindow(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.AddDate(0, 0, -12), func(c *app.Complaint) {
		c.Answered, c.Promises = c.Received, []app.Promise{{What: "Swap it", By: morning.AddDate(0, 0, -4).Add(5 * time.Hour)}}
	})
	d := sit(t, s, theme.Light, narrow)
	d.sees("your own target was", "opening hours")
	for _, o := range test.LaidOutObjects(d.page.Content()) {
		if line, ok := o.(*canvas.Text); ok && strings.Contains(line.Text, "open for") && strings.HasSuffix(line.Text, "…") {
			t.Errorf("%q is cut off", line.Text)
		}
	}
}

func TestALongNameIsReadWholeInASmallWindow(t *testing.T) {
	const name = "Nguyễn Phước Công Tằng Tôn Nữ Minh Thư"
	s := newShop()
	s.complaint(1, name, "One chair wobbles.", morning.Add(-time.Hour))
	d := sit(t, s, theme.Light, narrow)
	var lines []string
	for _, o := range test.LaidOutObjects(d.page.Content()) {
		if p, ok := o.(*widgets.Paragraph); ok && p.Text() == name {
			for _, part := range test.LaidOutObjects(p) {
				if text, ok := part.(*canvas.Text); ok && text.Text != "" {
					lines = append(lines, text.Text)
				}
			}
		}
	}
	if strings.Join(lines, " ") != name {
		t.Errorf("reads %q", lines)
	}
}

func TestWhatWasSaidEarlierIsCutBetweenWordsAndSaysSo(t *testing.T) {
	s := newShop()
	said := strings.Repeat("không quý ", 30)
	for n, at := range []time.Time{morning.AddDate(0, 0, -3), morning.Add(-time.Hour)} {
		s.Put(app.Customer{ID: id(1), Name: app.Name{Full: "Trần Thị Hương"}},
			app.Complaint{ID: id(101 + n), Customer: id(1), Wrong: said, Received: at, Themes: []string{"quality"}})
	}
	d := begin(t, s)
	d.page.Open(id(102))
	d.sees("Earlier (17 Nov): “" + strings.TrimSpace(strings.Repeat("không quý ", 16)) + " …”")
}
