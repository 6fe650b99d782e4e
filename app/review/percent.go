package review

// Percent returns the share in whole percents, rounded half up, and false where
// there are too few to say.
func Percent(part, whole int) (int, bool) {
	if whole < FewAnswers {
		return 0, false
	}
	return (200*part + whole) / (2 * whole), true
}

// Answers is how many gave a score.
func (n NPS) Answers() int { return n.Promoters + n.Passives + n.Detractors }

// Score returns the net promoter score, -100 to 100, and false under FewAnswers.
func (n NPS) Score() (int, bool) {
	all := n.Answers()
	if all < FewAnswers {
		return 0, false
	}
	net := n.Promoters - n.Detractors
	if net < 0 {
		return -((-200*net + all) / (2 * all)), true
	}
	return (200*net + all) / (2 * all), true
}

// Answers is how many gave stars.
func (c CSAT) Answers() int {
	all := 0
	for _, n := range c.Stars {
		all += n
	}
	return all
}

// Satisfied is how many gave 4 or 5 stars.
func (c CSAT) Satisfied() int { return c.Stars[3] + c.Stars[4] }

// Percent returns the share of the satisfied, and false under FewAnswers.
func (c CSAT) Percent() (int, bool) { return Percent(c.Satisfied(), c.Answers()) }

// Silent is how many buyers have told us nothing.
func (c Coverage) Silent() int { return c.Buyers - c.Told }
