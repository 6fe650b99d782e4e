package main

import (
	"time"

	"ringback.app/app"
	"ringback.app/app/review"
	"ringback.app/app/review/inwords"
)

// The JSON of a review. Every figure stands beside that of the period before;
// percent, score and the minutes of a clock are null where there are too few to
// say.
type (
	reviewFields struct {
		Period   daysFields `json:"period"`
		Before   daysFields `json:"before"`
		At       time.Time  `json:"at"`
		Currency string     `json:"currency"`

		Calls    pairFields[callsFields]    `json:"calls"`
		Coverage pairFields[coverageFields] `json:"coverage"`
		NPS      pairFields[npsFields]      `json:"nps"`
		CSAT     pairFields[csatFields]     `json:"csat"`
		Reply    pairFields[clockFields]    `json:"first_reply"`
		Fix      pairFields[clockFields]    `json:"fix"`
		Promises pairFields[tallyFields]    `json:"promises"`
		Lag      pairFields[lagFields]      `json:"lag"`

		Themes    []talkFields     `json:"themes"`
		Items     []talkFields     `json:"items"`
		Sellers   []talkFields     `json:"sellers"`
		Remedies  []givenFields    `json:"remedies"`
		Thanks    thanksCount      `json:"thanks"`
		Outcome   outcomeFields    `json:"outcome"`
		Risk      riskFields       `json:"risk"`
		Standards []standardFields `json:"standards"`
		Praise    praiseFields     `json:"praise"`
	}
	pairFields[T any] struct {
		Now    T `json:"now"`
		Before T `json:"before"`
	}
	daysFields struct {
		From app.Day `json:"from"`
		To   app.Day `json:"to"`
	}
	callsFields struct {
		Made    int                     `json:"made"`
		Reached int                     `json:"reached"`
		By      map[app.Disposition]int `json:"by"`
	}
	coverageFields struct {
		Buyers  int  `json:"buyers"`
		Told    int  `json:"told"`
		Silent  int  `json:"silent"`
		Percent *int `json:"percent"`
	}
	npsFields struct {
		Answers    int  `json:"answers"`
		Promoters  int  `json:"promoters"`
		Passives   int  `json:"passives"`
		Detractors int  `json:"detractors"`
		Score      *int `json:"score"`
	}
	csatFields struct {
		Answers   int               `json:"answers"`
		Stars     [app.MaxStars]int `json:"stars"`
		Satisfied int               `json:"satisfied"`
		Percent   *int              `json:"percent"`
	}
	clockFields struct {
		Done    int  `json:"done"`
		Waiting int  `json:"waiting"`
		Late    int  `json:"late"`
		Median  *int `json:"median_minutes"`
		P90     *int `json:"p90_minutes"`
		Target  int  `json:"target_minutes"`
	}
	tallyFields struct {
		Kept    int  `json:"kept"`
		Of      int  `json:"of"`
		Percent *int `json:"percent"`
	}
	lagFields struct {
		Count  int  `json:"count"`
		Median *int `json:"median_days"`
		Most   *int `json:"most_days"`
	}
	talkFields struct {
		Name    string `json:"name"`
		Now     int    `json:"now"`
		Before  int    `json:"before"`
		Happy   int    `json:"happy"`
		Unhappy int    `json:"unhappy"`
	}
	givenFields struct {
		Kind  app.RemedyKind `json:"kind"`
		Count int            `json:"count"`
		Cost  []moneyFields  `json:"cost"`
	}
	thanksCount struct {
		Count int           `json:"count"`
		Cost  []moneyFields `json:"cost"`
	}
	moneyFields struct {
		Minor    int64  `json:"minor"`
		Currency string `json:"currency"`
	}
	outcomeFields struct {
		Complaints int `json:"complaints"`
		Customers  int `json:"customers"`
		Kept       int `json:"kept"`
		Lost       int `json:"lost"`
		Early      int `json:"too_early"`
	}
	riskFields struct {
		Unhappy int   `json:"unhappy"`
		Quiet   int   `json:"quiet"`
		Sum     int64 `json:"sum"`
		Others  int   `json:"other_currencies"`
	}
	standardFields struct {
		Words   string      `json:"words"`
		Measure app.Measure `json:"measure"`
		Now     tallyFields `json:"now"`
		Before  tallyFields `json:"before"`
	}
	praiseFields struct {
		Waiting int `json:"waiting"`
		Overdue int `json:"overdue"`
	}
)

func reviewAsJSON(f review.Figures, w *inwords.Words, zone *time.Location) reviewFields {
	fields := reviewFields{
		Period: daysIn(f.Period), Before: daysIn(f.Period.Before()), At: f.At.In(zone), Currency: f.Currency,
		Calls: paired(f.Calls, callsAsJSON), Coverage: paired(f.Coverage, coverageAsJSON),
		NPS: paired(f.NPS, npsAsJSON), CSAT: paired(f.CSAT, csatAsJSON),
		Reply: paired(f.Replies, clockAsJSON), Fix: paired(f.Fixes, clockAsJSON),
		Promises: paired(f.Promises, tallyAsJSON), Lag: paired(f.Lag, lagAsJSON),
		Themes: talkAsJSON(f.Themes), Items: talkAsJSON(f.Items), Sellers: talkAsJSON(f.Sellers),
		Remedies: []givenFields{}, Standards: []standardFields{},
		Outcome: outcomeFields(f.Outcome), Risk: riskFields(f.Risk), Praise: praiseFields(f.Praise),
	}
	for _, g := range f.Remedies {
		fields.Remedies = append(fields.Remedies, givenFields{g.Kind, g.Count, costAsJSON(g.Cost)})
	}
	fields.Thanks = thanksCount{f.Thanks.Count, costAsJSON(f.Thanks.Cost)}
	words := w.Held()
	for i, s := range f.Standards {
		fields.Standards = append(fields.Standards, standardFields{
			Words: words[i].Label, Measure: s.Standard.Measure, Now: tallyAsJSON(s.Tally), Before: tallyAsJSON(s.Before),
		})
	}
	return fields
}

func costAsJSON(cost []app.Money) []moneyFields {
	all := make([]moneyFields, len(cost))
	for i, c := range cost {
		all[i] = moneyFields(c)
	}
	return all
}

func paired[F, T any](pair review.Pair[F], as func(F) T) pairFields[T] {
	return pairFields[T]{as(pair.Now), as(pair.Before)}
}

func daysIn(p review.Period) daysFields { return daysFields{p.From, p.To - 1} }

// orNull is the number, or null where it says nothing.
func orNull(n int, says bool) *int {
	if !says {
		return nil
	}
	return &n
}

func callsAsJSON(c review.Calls) callsFields {
	by := make(map[app.Disposition]int, len(c.By))
	for _, d := range app.Dispositions() {
		by[d] = c.By[d]
	}
	return callsFields{c.Made, c.Reached, by}
}

func coverageAsJSON(c review.Coverage) coverageFields {
	return coverageFields{c.Buyers, c.Told, c.Silent(), orNull(review.Percent(c.Told, c.Buyers))}
}

func npsAsJSON(n review.NPS) npsFields {
	return npsFields{n.Answers(), n.Promoters, n.Passives, n.Detractors, orNull(n.Score())}
}

func csatAsJSON(c review.CSAT) csatFields {
	return csatFields{c.Answers(), c.Stars, c.Satisfied(), orNull(c.Percent())}
}

func clockAsJSON(c review.Clock) clockFields {
	return clockFields{
		Done: c.Count, Waiting: c.Waiting, Late: c.Late, Target: c.Target,
		Median: orNull(c.Median, c.Count > 0), P90: orNull(c.P90, c.Count >= review.FewAnswers),
	}
}

func tallyAsJSON(t review.Tally) tallyFields {
	return tallyFields{t.Kept, t.Of, orNull(review.Percent(t.Kept, t.Of))}
}

func lagAsJSON(l review.Lag) lagFields {
	return lagFields{l.Count, orNull(l.Median, l.Count > 0), orNull(l.Most, l.Count > 0)}
}

func talkAsJSON(talk []review.Talk) []talkFields {
	fields := make([]talkFields, len(talk))
	for i, t := range talk {
		fields[i] = talkFields{t.Name, t.Count, t.Before, t.Happy, t.Unhappy}
	}
	return fields
}
