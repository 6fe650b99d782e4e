package opinions_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

func TestHowLongTheCardsLayIsSaidOnce(t *testing.T) {
	for name, tt := range map[string]struct {
		days []string
		want string
	}{
		"all as long":            {[]string{"17 nov", "17 nov"}, "2 typed in now. All of them lay unread for 5 days."},
		"most as long":           {[]string{"17 nov", "17 nov", "21 nov"}, "3 typed in now. Most of them lay unread for 5 days, none for longer."},
		"the one longer":         {[]string{"17 nov", "19 nov"}, "2 typed in now. All of them lay unread for 3 days or longer, the longest for 5 days."},
		"one of two not at all":  {[]string{"17 nov", "22 nov"}, "2 typed in now. Half of them lay unread for 5 days, none for longer."},
		"each as long as it did": {[]string{"17 nov", "19 nov", "21 nov"}, "3 typed in now. At least half of them lay unread for 3 days or longer, the longest for 5 days."},
		"a single one":           {[]string{"17 nov"}, "1 typed in now. It lay unread for 5 days."},
		"all read on the day":    {[]string{"22 nov", "22 nov"}, "2 typed in now, all read on their day."},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			for _, day := range tt.days {
				s.now = s.now.Add(time.Second)
				s.types("12347", fyne.KeyReturn)
				s.types(day, fyne.KeyReturn)
				s.types("8", fyne.KeyReturn)
				s.types("Fine")
				s.Save()
			}
			s.sees(tt.want)
		})
	}
}

func TestADayThatNoCardCanHaveDoesNotStayForTheNextOne(t *testing.T) {
	for day, stays := range map[string]bool{"+3d": false, "nonsense": false, "10 nov": true} {
		s := open(t)
		s.types("Zaphod", fyne.KeyReturn)
		s.types(day, fyne.KeyReturn)
		s.Back()
		if stays {
			s.sees("[" + day + "]")
		} else {
			s.misses("[" + day + "]")
		}
		s.window.take()
		s.sees("[Zaphod]", "["+day+"]")
	}
}
