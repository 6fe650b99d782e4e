package data

import (
	"ringback.app/app"
)

// settleContact keeps the indexes of calls, opinions and complaints and what
// they come to. A customer's purchases are not read.
func (w *writing) settleContact(t *touched, next *app.Summary) error {
	if len(t.calls)+len(t.opinions)+len(t.complaints) == 0 && t.there {
		return nil
	}
	for _, p := range t.calls {
		w.reindexCall(p)
	}
	for _, p := range t.opinions {
		w.reindexOpinion(p)
	}
	for _, p := range t.complaints {
		w.reindexComplaint(p)
	}
	calls, err := parted[app.Call](w, inCallsByCustomer, t.id, t.calls)
	if err != nil {
		return err
	}
	opinions, err := parted[app.Opinion](w, inOpinionsByCustomer, t.id, t.opinions)
	if err != nil {
		return err
	}
	complaints, err := parted[app.Complaint](w, inComplaintsByCustomer, t.id, t.complaints)
	if err != nil {
		return err
	}
	t.left += len(calls) + len(opinions) + len(complaints)
	next.Talk = app.SummarizeContact(calls, opinions, complaints)
	t.contact = &heard{calls: calls, opinions: opinions, complaints: complaints}
	return nil
}
