package complaints_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ringback.app/app"
	"ringback.app/ui/theme"
)

func TestTheStagesOfAClosedComplaintAreReadWholeInASmallWindow(t *testing.T) {
	s := newShop()
	s.complaint(1, "Maija Korhonen", "One chair wobbles.", morning.AddDate(0, 0, -1), func(c *app.Complaint) {
		c.Answered, c.PutRight, c.Promises = c.Received, morning.Add(-2*time.Hour), []app.Promise{{What: "Swap it", Kept: morning.Add(-2 * time.Hour)}}
		c.Closed, c.ClosedWhy = morning.Add(-time.Hour), "Moved away"
	})
	d := sit(t, s, theme.Light, narrow)
	d.page.Open(id(101))
	d.sees("Received", "Answered", "Promised", "Put right", "Closed")
	d.misses("Confirmed")
	for _, o := range test.LaidOutObjects(d.page.Content()) {
		if text, ok := o.(*canvas.Text); ok && strings.HasSuffix(text.Text, "…") {
			t.Errorf("%q is cut off", text.Text)
		}
	}
}
