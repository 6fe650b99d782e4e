package app_test

import (
	"testing"
	"time"

	"ringback.app/app"
)

func TestAnswersToAComplaintThatWasOpenedAgain(t *testing.T) {
	at := func(hour int) time.Time { return time.Date(2026, 3, 9, hour, 0, 0, 0, time.UTC) }
	var none time.Time
	tests := map[string]struct {
		complaint    app.Complaint
		first, again time.Time
	}{
		"nobody answered":        {app.Complaint{}, none, none},
		"answered":               {app.Complaint{Answered: at(9)}, at(9), none},
		"opened again":           {app.Complaint{Reopened: []app.Reopening{{At: at(11), Answered: at(9)}}}, at(9), none},
		"and answered anew":      {app.Complaint{Answered: at(12), Reopened: []app.Reopening{{At: at(11), Answered: at(9)}}}, at(9), at(12)},
		"opened again in a call": {app.Complaint{Answered: at(9), Reopened: []app.Reopening{{At: at(11)}}}, at(9), at(11)},
		"opened again twice": {
			app.Complaint{Answered: at(15), Reopened: []app.Reopening{{At: at(11), Answered: at(9)}, {At: at(14), Answered: at(9)}}}, at(9), at(15),
		},
		"first answered after it was opened again": {app.Complaint{Answered: at(12), Reopened: []app.Reopening{{At: at(11)}}}, none, at(12)},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if first, again := tt.complaint.FirstAnswer(), tt.complaint.AnsweredAgain(); !first.Equal(tt.first) || !again.Equal(tt.again) {
				t.Errorf("first %v, again %v", first, again)
			}
		})
	}
}
