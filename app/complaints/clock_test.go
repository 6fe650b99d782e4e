package complaints_test

import (
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calllist"
	"ringback.app/app/complaints"
	"ringback.app/app/review"
	"ringback.app/app/review/reviewtest/recount"
)

const (
	minute = time.Minute
	hour   = time.Hour
)

// The shop of these tests is open from 9 to 17 on weekdays, answers within four
// hours and puts right within three days unless the test says otherwise.
func TestTheClockOfAComplaint(t *testing.T) {
	within := func(minutes app.Minute) func(*app.Plan) {
		return func(p *app.Plan) { p.AnswerWithin = minutes }
	}
	shut := func(days ...app.Day) func(*app.Plan) {
		return func(p *app.Plan) { p.Holidays = days }
	}
	tests := map[string]struct {
		received string
		now      string
		plan     func(*app.Plan)
		change   func(*scene) []func(*app.Complaint)
		want     complaints.Clock
		ends     string
	}{
		"what came on Friday at 16:30 and is due within an hour is due on Monday at 9:30": {
			"2026-03-06 16:30", "2026-03-06 16:45", within(60), nil,
			complaints.Clock{Kind: complaints.ClockReply, Left: 45 * minute, Open: 15 * minute},
			"2026-03-09 09:30",
		},
		"and is not late over the weekend": {
			"2026-03-06 16:30", "2026-03-08 12:00", within(60), nil,
			complaints.Clock{Kind: complaints.ClockReply, Left: 30 * minute, Open: 30 * minute},
			"2026-03-09 09:30",
		},
		"nor at the very minute": {
			"2026-03-06 16:30", "2026-03-09 09:30", within(60), nil,
			complaints.Clock{Kind: complaints.ClockReply, Open: hour},
			"2026-03-09 09:30",
		},
		"but a minute later": {
			"2026-03-06 16:30", "2026-03-09 09:31", within(60), nil,
			complaints.Clock{Kind: complaints.ClockReply, Late: true, Over: minute, Open: 61 * minute},
			"2026-03-09 09:30",
		},
		"on a Monday that is a holiday the clock stands still": {
			"2026-03-06 16:30", "2026-03-10 09:00", func(p *app.Plan) {
				within(60)(p)
				shut(app.NewDay(2026, 3, 9))(p)
			}, nil,
			complaints.Clock{Kind: complaints.ClockReply, Left: 30 * minute, Open: 30 * minute},
			"2026-03-10 09:30",
		},
		"over a change of clocks it runs by the shop's hours": {
			"2026-03-27 16:30", "2026-03-30 09:15", within(60), nil,
			complaints.Clock{Kind: complaints.ClockReply, Left: 15 * minute, Open: 45 * minute},
			"2026-03-30 09:30",
		},
		"once it is answered the fix is due after three business days": {
			"2026-03-06 10:00", "2026-03-06 11:00", nil, func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){answered(s, "2026-03-06 10:30")}
			},
			complaints.Clock{Kind: complaints.ClockFix, Left: 23 * hour, Days: 2, Open: hour},
			"2026-03-11 10:00",
		},
		"a holiday is no business day": {
			"2026-03-06 10:00", "2026-03-06 11:00", shut(app.NewDay(2026, 3, 10)), func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){answered(s, "2026-03-06 10:30")}
			},
			complaints.Clock{Kind: complaints.ClockFix, Left: 23 * hour, Days: 2, Open: hour},
			"2026-03-12 10:00",
		},
		"a promise takes the place of the three days": {
			"2026-03-06 10:00", "2026-03-09 11:00", nil, func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){answered(s, "2026-03-06 10:30"), promised(s, "A leg", "2026-03-09 16:00")}
			},
			complaints.Clock{Kind: complaints.ClockPromise, Left: 5 * hour, Open: 9 * hour},
			"2026-03-09 16:00",
		},
		"a promise for after the target is late from the target on, as in a review": {
			"2026-03-06 10:00", "2026-03-11 11:00", nil, func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){answered(s, "2026-03-06 10:30"), promised(s, "A leg", "2026-03-16 16:00")}
			},
			complaints.Clock{Kind: complaints.ClockPromise, Missed: true, Late: true, Over: hour, Open: 25 * hour},
			"2026-03-16 16:00",
		},
		"and until then has as much time left as there is to the target": {
			"2026-03-06 10:00", "2026-03-10 10:00", nil, func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){answered(s, "2026-03-06 10:30"), promised(s, "A leg", "2026-03-16 16:00")}
			},
			complaints.Clock{Kind: complaints.ClockPromise, Left: 8 * hour, Days: 1, Open: 16 * hour},
			"2026-03-16 16:00",
		},
		"a promise that is past is late": {
			"2026-03-06 10:00", "2026-03-09 16:30", nil, func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){answered(s, "2026-03-06 10:30"), promised(s, "A leg", "2026-03-09 16:00")}
			},
			complaints.Clock{Kind: complaints.ClockPromise, Late: true, Over: 30 * minute, Open: 14*hour + 30*minute},
			"2026-03-09 16:00",
		},
		"a promise written down before anybody answered is late once its hour is past": {
			"2026-03-06 10:00", "2026-03-06 11:30", nil, func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){promised(s, "A call", "2026-03-06 11:00")}
			},
			complaints.Clock{Kind: complaints.ClockPromise, Late: true, Over: 30 * minute, Open: 90 * minute},
			"2026-03-06 11:00",
		},
		"and one for after the reply gives the reply no more time": {
			"2026-03-06 10:00", "2026-03-06 11:30", nil, func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){promised(s, "A leg", "2026-03-09 11:00")}
			},
			complaints.Clock{Kind: complaints.ClockReply, Left: 150 * minute, Open: 90 * minute},
			"2026-03-06 14:00",
		},
		"what is put right waits for the day to ask whether it worked": {
			"2026-03-06 10:00", "2026-03-09 12:00", nil, func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){putRight(s, "2026-03-09 11:00")}
			},
			complaints.Clock{Kind: complaints.ClockCheck, Open: 10 * hour},
			"2026-03-12 00:00",
		},
		"and then it is time to ask, but nothing is late": {
			"2026-03-06 10:00", "2026-03-12 09:00", nil, func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){putRight(s, "2026-03-09 11:00")}
			},
			complaints.Clock{Kind: complaints.ClockCheck, Due: true, Open: 31 * hour},
			"2026-03-12 00:00",
		},
		"opened again, it is to be answered anew, and what was past by then is not held against the shop": {
			"2026-03-02 10:00", "2026-03-09 10:00", nil, func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){func(c *app.Complaint) {
					c.Reopened = []app.Reopening{{At: s.moment("2026-03-09 09:30")}}
				}}
			},
			complaints.Clock{Kind: complaints.ClockReply, Left: 3*hour + 30*minute, Open: 30 * minute},
			"2026-03-09 13:30",
		},
		"and once it is answered the fix is due so many days after it was opened again": {
			"2026-03-05 10:00", "2026-03-09 11:00", nil, func(s *scene) []func(*app.Complaint) {
				return []func(*app.Complaint){answered(s, "2026-03-09 10:00"), func(c *app.Complaint) {
					c.Reopened = []app.Reopening{{At: s.moment("2026-03-09 09:30")}}
				}}
			},
			complaints.Clock{Kind: complaints.ClockFix, Left: 22*hour + 30*minute, Days: 2, Open: 90 * minute},
			"2026-03-12 09:30",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			if tt.plan != nil {
				tt.plan(&s.book.Shop.Plan)
			}
			var change []func(*app.Complaint)
			if tt.change != nil {
				change = tt.change(s)
			}
			s.complaint(tt.received, change...)
			got := s.at(tt.now).only().Clock
			if !got.Ends.Equal(s.moment(tt.ends)) {
				t.Errorf("ends %v, want %v", got.Ends, s.moment(tt.ends))
			}
			got.Ends, got.Target = time.Time{}, time.Time{}
			if got != tt.want {
				t.Errorf("%+v\nwant %+v", got, tt.want)
			}
		})
	}
}

func TestTheTimeBetweenAnEndAndAReopeningIsNotCountedAsOpen(t *testing.T) {
	reopened := func(s *scene, times ...string) func(*app.Complaint) {
		return func(c *app.Complaint) {
			for i := 0; i < len(times); i += 2 {
				c.Reopened = append(c.Reopened, app.Reopening{PutRight: s.moment(times[i]), At: s.moment(times[i+1])})
			}
		}
	}
	for name, tt := range map[string]struct {
		change func(s *scene) []func(*app.Complaint)
		want   time.Duration
	}{
		"never opened again": {func(*scene) []func(*app.Complaint) { return nil }, 48 * hour},
		"opened again a week later": {func(s *scene) []func(*app.Complaint) {
			return []func(*app.Complaint){reopened(s, "2026-03-02 13:00", "2026-03-09 10:00")}
		}, 3*hour + 8*hour},
		"and once more": {func(s *scene) []func(*app.Complaint) {
			return []func(*app.Complaint){reopened(s, "2026-03-02 13:00", "2026-03-09 10:00", "2026-03-09 11:00", "2026-03-10 09:30")}
		}, 3*hour + hour + 30*minute},
		"and put right again: it is open until they say that it worked": {func(s *scene) []func(*app.Complaint) {
			return []func(*app.Complaint){reopened(s, "2026-03-02 13:00", "2026-03-09 10:00"), putRight(s, "2026-03-09 11:00")}
		}, 3*hour + 8*hour},
		"when it ended is not known": {func(s *scene) []func(*app.Complaint) {
			return []func(*app.Complaint){func(c *app.Complaint) { c.Reopened = []app.Reopening{{At: s.moment("2026-03-09 10:00")}} }}
		}, 8 * hour},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			id := s.complaint("2026-03-02 10:00", tt.change(s)...)
			if got := s.at("2026-03-10 10:00").only().Clock.Open; got != tt.want {
				t.Errorf("open for %v, want %v", got, tt.want)
			}
			c := s.of(id)
			c.Closed = s.now
			s.book.Put(c)
			ended, err := s.at("2026-03-20 12:00").desk.Ended(t.Context())
			if err != nil || len(ended.Cases) != 1 || ended.Cases[0].Clock.Open != tt.want {
				t.Errorf("over: %+v, %v; want %v", ended.Cases, err, tt.want)
			}
		})
	}
}

func TestWhatIsPutRightIsOpenUntilItEndsAlsoOnceItIsOpenedAgain(t *testing.T) {
	for name, tt := range map[string]struct {
		ended func(*scene, *app.Complaint)
		want  time.Duration
	}{
		"it did not work": {nil, 48 * hour},
		"confirmed meanwhile": {
			func(s *scene, c *app.Complaint) { c.Confirmed = s.moment("2026-03-04 10:00") }, 16*hour + 8*hour,
		},
		"closed meanwhile": {
			func(s *scene, c *app.Complaint) { c.Closed, c.ClosedWhy = s.moment("2026-03-05 10:00"), "moved" }, 24*hour + 8*hour,
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			id := s.complaint("2026-03-02 10:00", putRight(s, "2026-03-02 13:00"))
			if tt.ended != nil {
				c := s.of(id)
				tt.ended(s, &c)
				s.book.Put(c)
			}
			s.done(s.at("2026-03-09 10:00").desk.Reopen(t.Context(), id, "It wobbles again", app.FromVisit, ""))
			if got := s.at("2026-03-10 10:00").only().Clock.Open; got != tt.want {
				t.Errorf("open for %v, want %v", got, tt.want)
			}
		})
	}
}

func TestAClockThatIsOverSaysForHowLongItRan(t *testing.T) {
	s := open(t)
	s.complaint("2026-03-06 16:00", putRight(s, "2026-03-06 16:30"), func(c *app.Complaint) { c.Confirmed = s.moment("2026-03-09 09:30") })
	ended, err := s.at("2026-03-20 12:00").desk.Ended(t.Context())
	if err != nil || len(ended.Cases) != 1 {
		t.Fatalf("%+v, %v", ended, err)
	}
	if got := ended.Cases[0].Clock; got != (complaints.Clock{Open: 90 * minute}) {
		t.Errorf("%+v", got)
	}
}

// One complaint after the other comes to be late at the same moment where it is
// put right and in a review.
func TestWhatIsLateHereIsABreachInAReview(t *testing.T) {
	tests := map[string]func(s *scene) []func(*app.Complaint){
		"nobody has replied": nil,
		"the fix waits":      func(s *scene) []func(*app.Complaint) { return []func(*app.Complaint){answered(s, "2026-03-06 10:30")} },
		"something is promised for after the target": func(s *scene) []func(*app.Complaint) {
			return []func(*app.Complaint){answered(s, "2026-03-06 10:30"), promised(s, "A leg", "2026-03-16 16:00")}
		},
		"it was opened again": func(s *scene) []func(*app.Complaint) {
			return []func(*app.Complaint){func(c *app.Complaint) {
				c.Reopened = []app.Reopening{{At: s.moment("2026-03-11 09:30"), Answered: s.moment("2026-03-06 10:30")}}
			}}
		},
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			var changes []func(*app.Complaint)
			if change != nil {
				changes = change(s)
			}
			id := s.complaint("2026-03-06 10:00", changes...)
			for _, at := range []string{"2026-03-06 10:00", "2026-03-06 14:00", "2026-03-06 14:01", "2026-03-11 10:00", "2026-03-11 10:01", "2026-03-16 17:00"} {
				s.at(at)
				_, late, err := s.desk.Late(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				if listed := s.listed(); listed.Late != s.only().Clock.Late || listed.Over != s.only().Clock.Over {
					t.Errorf("at %s: on the call list late %t, by %v; here %+v", at, listed.Late, listed.Over, s.only().Clock)
				}
				if breach := s.breaches(id) > 0; s.only().Clock.Late != breach || late != map[bool]int{true: 1}[breach] {
					t.Errorf("at %s: late %t, counted %d, a breach %t", at, s.only().Clock.Late, late, breach)
				}
			}
		})
	}
}

// listed returns the reason for which the complaint is on the call list.
func (s *scene) listed() calllist.Reason {
	s.t.Helper()
	st, err := calllist.New(s.book.Shop, func() time.Time { return s.now }).Standing(s.t.Context(), maija, s.now)
	if err != nil || len(st.Reasons) == 0 {
		s.t.Fatal(st.Reasons, err)
	}
	return st.Reasons[0]
}

// breaches counts those of the complaint in a review.
func (s *scene) breaches(id app.ID) int {
	s.t.Helper()
	c := s.of(id)
	c.Customer = app.ID{} // whose it is does not matter
	shop := &recount.Shop{Plan: s.book.Shop.Plan, Complaints: []app.Complaint{c}}
	day := app.DayOf(c.Received)
	f, err := review.New(shop, func() time.Time { return s.now }).Figures(s.t.Context(), review.Period{From: day - 1, To: day + 2})
	if err != nil {
		s.t.Fatal(err)
	}
	return f.Replies.Now.Late + f.Fixes.Now.Late
}
