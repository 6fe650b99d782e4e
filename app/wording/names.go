package wording

import (
	"ringback.app/app"
	"ringback.app/app/calllist"
)

// Kind names a kind of reason, as the heading of its group on the list.
func (v *Voice) Kind(k app.ReasonKind) string { return v.named("kind.", k.String()) }

// Guard names what keeps people off the list, as the heading of its group.
func (v *Voice) Guard(g calllist.Guard) string { return v.named("because.group.", string(g)) }

// Disposition names what came of a call: "No answer".
func (v *Voice) Disposition(d app.Disposition) string { return v.named("disposition.", string(d)) }

// Source names where an opinion came from, inside a sentence: "in a call".
func (v *Voice) Source(s app.Source) string { return v.named("source.", string(s)) }

// Remedy names what put a complaint right.
func (v *Voice) Remedy(k app.RemedyKind) string { return v.named("remedy.", string(k)) }

// Purpose names what a customer does not want to be called for.
func (v *Voice) Purpose(p app.Purpose) string { return v.named("purpose.", string(p)) }

// Act names what somebody did, as a line of a history: "Call logged".
func (v *Voice) Act(a app.Act) string { return v.named("act.", string(a)) }

// Unfit says why a number is not called; "" if it is.
func (v *Voice) Unfit(u app.UnfitFor) string { return v.named("unfit.", string(u)) }

// FoundIn names what of a customer a search matched.
func (v *Voice) FoundIn(w app.FoundIn) string { return v.named("found.", string(w)) }

func (v *Voice) named(keys, name string) string {
	if name == "" {
		return ""
	}
	return v.Say(keys+name, nil)
}

// mostAlso is how many of those are named who will not be called either.
const mostAlso = 5

// AlsoRefused says who will not be called either, since they may be who refused it; ""
// of nobody.
func (v *Voice) AlsoRefused(others []app.Customer) string {
	if len(others) == 0 {
		return ""
	}
	var names []string
	for _, o := range others[:min(len(others), mostAlso)] {
		names = append(names, v.Called(o))
	}
	return v.Count("refused.others", len(others), app.Args{"Names": v.List(names)})
}
