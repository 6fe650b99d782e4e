package calllist_test

import (
	"testing"

	"ringback.app/app"
)

func TestAPromiseOfAComplaintThatIsPutRightOrOverComesDueByItsHour(t *testing.T) {
	const none, due = app.NoReason, app.Promised
	closed := func(s *scene, by string) func(*app.Complaint) {
		return func(c *app.Complaint) {
			promises(by)(s, c)
			c.Closed, c.ClosedWhy = s.moment("2026-03-02 11:00"), "They moved away"
		}
	}
	tests := map[string]struct {
		set  func(s *scene, c app.ID)
		want map[string]app.ReasonKind
	}{
		"from that very minute, for a year": {
			func(s *scene, c app.ID) { s.complaint(c, "2026-03-02 10:00", closed(s, "2026-03-04 15:00")) },
			map[string]app.ReasonKind{"2026-03-04 14:59:59": none, "2026-03-04 15:00": due, "2026-06-04 15:00": due, "2027-03-04 14:59": due, "2027-03-04 15:00": none},
		},
		"not once it is kept": {
			func(s *scene, c app.ID) {
				s.complaint(c, "2026-03-02 10:00", closed(s, "2026-03-04 15:00"), func(c *app.Complaint) { c.Promises[0].Kept = s.moment("2026-03-03 15:00") })
			},
			map[string]app.ReasonKind{"2026-03-04 15:00": none},
		},
		"also where it was put right otherwise, and waits for the call that asks": {
			func(s *scene, c app.ID) {
				s.complaint(c, "2026-03-02 10:00", promisedBy(s, "2026-03-04 15:00"), func(c *app.Complaint) { c.PutRight = s.moment("2026-03-02 11:00") })
			},
			map[string]app.ReasonKind{"2026-03-04 14:59:59": none, "2026-03-04 15:00": due},
		},
		"also once they confirmed that it is put right": {
			func(s *scene, c app.ID) {
				s.complaint(c, "2026-03-02 10:00", promisedBy(s, "2026-03-04 15:00"), func(c *app.Complaint) {
					c.PutRight, c.Confirmed = s.moment("2026-03-02 11:00"), s.moment("2026-03-02 12:00")
				})
			},
			map[string]app.ReasonKind{"2026-03-04 14:59:59": none, "2026-03-04 15:00": due},
		},
		"until somebody tries after its hour": {
			func(s *scene, c app.ID) {
				s.complaint(c, "2026-03-02 10:00", closed(s, "2026-03-04 15:00"))
				s.called(c, "2026-03-04 14:00", app.Talked)
				s.called(c, "2026-03-04 16:00", app.Talked)
			},
			map[string]app.ReasonKind{"2026-03-04 17:00": none},
		},
		"also after a call before its hour": {
			func(s *scene, c app.ID) {
				s.complaint(c, "2026-03-02 10:00", closed(s, "2026-03-04 15:00"))
				s.called(c, "2026-03-04 14:00", app.Talked)
			},
			map[string]app.ReasonKind{"2026-03-04 14:59": none, "2026-03-04 15:00": due},
		},
		"not where no hour was named": {
			func(s *scene, c app.ID) { s.complaint(c, "2026-03-02 10:00", closed(s, "")) },
			map[string]app.ReasonKind{"2026-03-04 15:00": none},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-03-01 12:00")
			c := s.customer("Maija")
			tt.set(s, c)
			s.expect(c, tt.want)
		})
	}
}

func promisedBy(s *scene, by ...string) func(*app.Complaint) {
	return func(c *app.Complaint) { promises(by...)(s, c) }
}

func TestAPromiseOfAComplaintThatIsOverIsAnnouncedBeforeItsHourAndLateAfterIt(t *testing.T) {
	s := open(t, "2026-03-04 10:00")
	c := s.customer("Maija")
	s.complaint(c, "2026-03-02 10:00", promisedBy(s, "2026-03-04 15:00"), func(c *app.Complaint) { c.Closed = s.moment("2026-03-02 11:00") })
	if later := s.today().Later; len(later) != 1 || !later[0].Reasons[0].Owed || later[0].Reasons[0].Promise != "A new leg" {
		t.Errorf("later today: %+v", later)
	}
	for at, late := range map[string]bool{"2026-03-04 15:00": false, "2026-03-04 15:01": true} {
		if r := s.at(at).why(c)[0]; r.Late != late || !r.By.Equal(s.moment("2026-03-04 15:00")) || !r.Owed || r.Of.IsZero() {
			t.Errorf("at %s: %+v", at, r)
		}
	}
}
