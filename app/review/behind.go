package review

import (
	"time"

	"ringback.app/app"
)

// Question names a number whose words are asked for.
type Question struct {
	About About
	Name  string // of a theme, an item, a seller, a disposition, a remedy or a standard's measure
	Late  bool   // of clocks: only those that ran past their target
}

// About is what a number is about.
type About string

// What numbers are about.
const (
	AboutCalls      About = "calls"
	AboutReached    About = "reached"
	AboutSilent     About = "silent" // buyers of the last year who told us nothing, most valuable first
	AboutTold       About = "told"
	AboutPromoters  About = "promoters"
	AboutPassives   About = "passives"
	AboutDetractors About = "detractors"
	AboutStars      About = "stars" // Name: 1 to 5, or empty for all
	AboutReplies    About = "replies"
	AboutFixes      About = "fixes"
	AboutPromises   About = "promises"
	AboutLag        About = "lag"
	AboutTheme      About = "theme"
	AboutItem       About = "item"
	AboutSeller     About = "seller"
	AboutRemedy     About = "remedy"
	AboutThanks     About = "thanks"
	AboutKept       About = "kept"
	AboutLost       About = "lost"
	AboutEarly      About = "early"   // too early to say whether they were kept or lost
	AboutUnhappy    About = "unhappy" // with what they said last
	AboutQuiet      About = "quiet"
	AboutStandard   About = "standard" // Name: the number of the standard; those that were not held
	AboutPraise     About = "praise"
)

// Behind is one of the words, calls or people behind a number.
type Behind struct {
	Customer  app.ID       // zero while nobody knows whose words they are
	Who       app.Customer // the customer, of whom perhaps only a number is known; zero with Customer
	Name      string       // the customer's, or the sender's
	Day       app.Day
	At        time.Time // zero where only the day is known
	Opinion   *app.Opinion
	Complaint *app.Complaint
	Call      *app.Call
	Open      bool // the complaint that it began is open; of people: any of theirs is
	Clock     bool // it is about a clock: the three below are its own
	Took      int  // business minutes it took, or has run so far
	Runs      bool // it is not done yet
	Late      bool // it ran past its target
	State     PromiseState
	Value     int64     // of people at risk: what they spend a year, minor units
	What      string    // of a promise or a thank-you: what it is; of a purchase: its headline
	Cost      app.Money // of a thank-you
}

// MaxBehind is how many are named behind a number.
const MaxBehind = 200
