package sample

import (
	"math/rand/v2"
	"slices"
	"time"

	"ringback.app/app"
	"ringback.app/app/amounts"
)

// shop is the made-up shop at one moment.
type shop struct {
	texts
	plan  app.Plan
	zone  *time.Location
	now   time.Time // in the shop's zone
	today app.Day
	seed  uint64
	ids   *app.IDs

	near     []home         // homes in the shop's own country, or those nearest to it
	far      []home         // the others
	night    string         // a zone in which nobody may be called now; "" if there is none
	taken    map[string]int // numbers given out, by their pattern
	often    int            // of all wares
	cast     int            // among how many customers each role is played once
	rate     priceRate
	everyone bool    // every customer has been asked once
	asked    float64 // else the share that has
}

// newShop sets the shop up. The plan it has is the book's, with what it lacks.
func newShop(plan app.Plan, o Options) (*shop, error) {
	t, err := readTexts()
	if err != nil {
		return nil, err
	}
	s := &shop{texts: t, plan: plan, zone: plan.Location(), seed: o.Seed, taken: make(map[string]int)}
	s.now = o.Now.In(s.zone)
	s.today = app.DayOf(s.now)
	s.ids = app.NewIDs(func() time.Time { return o.Now }, chaCha(o.Seed))
	if s.plan.Owner == "" {
		s.plan.Owner = t.owner
	}
	if s.plan.Shop == "" {
		s.plan.Shop = t.name
	}
	if len(s.plan.Staff) == 0 {
		s.plan.Staff = t.staff
	}
	s.plan.Calling = stretched(plan.Calling, s.now)
	s.settle()
	for _, w := range s.wares {
		s.often += w.often
	}
	s.rate = rateOf(plan.Currency)
	// The owner of a small shop has spoken to everybody; in a large one most
	// customers have never been asked.
	s.everyone = o.Customers <= 600
	s.asked = max(0.15, 600/float64(o.Customers))
	s.cast = castOf(o.Customers)
	return s, nil
}

func chaCha(seed uint64) *rand.ChaCha8 {
	var key [32]byte
	for i := range 8 {
		key[i] = byte(seed >> (8 * i))
	}
	return rand.NewChaCha8(key)
}

// stretched returns the calling hours with this hour in them.
func stretched(c app.CallingHours, now time.Time) app.CallingHours {
	hour := app.Minute(now.Hour() * 60)
	c.Days |= app.DaysOf(now.Weekday())
	c.From = min(c.From, hour)
	c.To = max(c.To, hour+60)
	return c
}

// settle finds out where the customers live, and where it is night.
func (s *shop) settle() {
	country := s.plan.Country
	lives := func(h home) bool { return h.country == country }
	if !slices.ContainsFunc(s.homes, lives) {
		// No numbers are set aside there: everybody lives abroad.
		lives = func(h home) bool { return h.country != "US" }
	}
	for _, h := range s.homes {
		if lives(h) {
			s.near = append(s.near, h)
		} else {
			s.far = append(s.far, h)
		}
	}
	for _, name := range []string{"America/New_York", "Asia/Tokyo", "Australia/Sydney", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Honolulu"} {
		there := s.now.In(app.Location(name, s.zone))
		minute := app.Minute(there.Hour()*60 + there.Minute())
		c := s.plan.Calling
		if minute < c.From || minute >= c.To || !c.Days.Has(there.Weekday()) {
			s.night = name
			return
		}
	}
}

// priceRate turns cents of a euro into minor units of another currency, in
// round prices. The rates are only good enough to look right.
type priceRate struct{ times, per int64 }

func rateOf(code string) priceRate {
	tenths := map[string]int64{
		"SEK": 110, "NOK": 115, "DKK": 75, "PLN": 43, "CZK": 250, "HUF": 4000, "ISK": 1500, "TRY": 400,
		"JPY": 1600, "KRW": 15000, "VND": 280_000, "CNY": 78, "INR": 950, "MXN": 200, "ZAR": 200, "BRL": 60,
	}[code]
	if tenths == 0 {
		tenths = 10
	}
	rate := priceRate{times: tenths, per: 10}
	digits, _ := amounts.Digits(code)
	for ; digits < 2; digits++ {
		rate.per *= 10
	}
	for ; digits > 2; digits-- {
		rate.times *= 10
	}
	return rate
}

func (r priceRate) of(cents int64) int64 { return max(1, cents*r.times/r.per) }

// shares returns how many purchases each customer made: few made many, many a
// few, and they add up to what was asked for.
func (s *shop) shares(o Options) []int {
	shares := make([]int, o.Customers)
	left := o.Purchases
	for i := range shares {
		if need := s.roleOf(i).purchases(); need <= left {
			shares[i] = need
			left -= need
		}
	}
	r := rand.New(rand.NewPCG(s.seed, 0))
	weights := make([]int, o.Customers)
	whole := 0
	for i := range weights {
		if s.roleOf(i) == ordinary {
			weights[i] = weight(r)
			whole += weights[i]
		}
	}
	if whole == 0 {
		for i := range weights {
			weights[i] = 1
		}
		whole = len(weights)
	}
	sum := 0
	for i, w := range weights {
		before := int64(left) * int64(sum) / int64(whole)
		sum += w
		shares[i] += int(int64(left)*int64(sum)/int64(whole) - before)
	}
	return shares
}

// weight draws how eagerly a customer buys.
func weight(r *rand.Rand) int {
	switch p := r.IntN(100); {
	case p < 3:
		return 0 // asked for a price, never bought
	case p < 20:
		return 1
	case p < 40:
		return 2 + r.IntN(2)
	case p < 85:
		return 4 + r.IntN(8)
	case p < 97:
		return 10 + r.IntN(15)
	}
	return 25 + r.IntN(25)
}
