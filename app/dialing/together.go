package dialing

import "ringback.app/app"

// Together returns what is known of a number when another record of it, theirs,
// is taken into account. The form that can be dialled fills in for one that cannot,
// or of which the country is not known; what a call found out stays. A line that is
// named as one for talking is one, even if it takes faxes, too; of one that is not
// named a fax's says what it is.
func Together(ours, theirs app.Phone) app.Phone {
	switch {
	case ours.Unfit == app.UnfitUnreadable && theirs.Unfit != app.UnfitUnreadable:
		if theirs.E164 == "" || !hasWords(ours.Typed) { // else the words are told, and the number is dialled
			ours.Typed = theirs.Typed
		}
		ours.E164, ours.Extension, ours.Unfit = theirs.E164, theirs.Extension, theirs.Unfit
	case ours.E164 == "" && ours.Extension == theirs.Extension:
		ours.E164 = theirs.E164
	}
	machine := func(p app.Phone) bool { return p.Unfit == app.UnfitFax || p.Unfit == app.UnfitPager }
	switch {
	case machine(ours) && theirs.Unfit == app.FitToCall && theirs.Label != "":
		ours.Label, ours.Unfit = theirs.Label, app.FitToCall
	case ours.Label == "" && theirs.Label != "":
		if ours.Label = theirs.Label; ours.Unfit == app.FitToCall && machine(theirs) {
			ours.Unfit = theirs.Unfit
		}
	}
	return ours
}
