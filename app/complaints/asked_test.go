package complaints_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/complaints"
)

func TestAQuestionAboutARemedyBeginsWithWhatWasDecided(t *testing.T) {
	euros := func(minor int64) app.Money { return app.Money{Minor: minor, Currency: "EUR"} }
	crowns := func(minor int64) app.Money { return app.Money{Minor: minor, Currency: "SEK"} }
	type read struct {
		typed string
		want  app.Money
		ok    bool
	}
	for name, c := range map[string]struct {
		remedy *app.Remedy
		kind   app.RemedyKind
		note   string
		cost   string
		reads  []read
	}{
		"nothing was decided": {
			nil, "", "", "",
			[]read{{"", app.Money{}, true}, {"80", crowns(8000), true}, {"much", app.Money{}, false}},
		},
		"what was not allowed is no decision": {
			&app.Remedy{Kind: app.RemedyRefund, Note: "all of it", Cost: crowns(8000), Refused: "too much"}, "", "", "",
			[]read{{"80.00", crowns(8000), true}},
		},
		"in the shop's currency": {
			&app.Remedy{Kind: app.RemedyRefund, Note: "all of it", Cost: crowns(12000)}, app.RemedyRefund, "all of it", "120.00",
			[]read{{"120.00", crowns(12000), true}, {" 90 ", crowns(9000), true}, {"", app.Money{}, true}},
		},
		"before the shop had another currency": {
			&app.Remedy{Kind: app.RemedyRefund, Cost: euros(8000)}, app.RemedyRefund, "", "80.00",
			[]read{{"80.00", euros(8000), true}, {" 80.00 ", euros(8000), true}, {"90.00", crowns(9000), true}, {"€ 90 EUR", app.Money{}, false}},
		},
		"in a currency that nobody knows": {
			&app.Remedy{Kind: app.RemedyOther, Cost: app.Money{Minor: 123, Currency: "ZZZ"}}, app.RemedyOther, "", "1.23",
			[]read{{"1.23", app.Money{Minor: 123, Currency: "ZZZ"}, true}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := complaints.Ask(app.Complaint{Remedy: c.remedy}, app.Plan{Currency: "SEK"})
			if a.Kind != c.kind || a.Note != c.note || a.Cost != c.cost {
				t.Errorf("begins with %q, %q, %q", a.Kind, a.Note, a.Cost)
			}
			for _, r := range c.reads {
				if got, ok := a.Money(r.typed); ok != r.ok || ok && got != r.want {
					t.Errorf("%q is read as %+v, %v", r.typed, got, ok)
				}
			}
		})
	}
}
