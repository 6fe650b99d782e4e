package exporting

import (
	"ringback.app/app/exporting"
	"ringback.app/ui/theme"
)

// notes are call notes, which exporting has a writer of its own for.
const notes exporting.Subject = "notes"

// subject is something that can be written into a file.
type subject struct {
	key      exporting.Subject // also the end of the keys of its words
	icon     theme.Icon
	formats  []exporting.Format // the usual one first
	periods  []string           // none: days say nothing of it
	whom     bool               // it may be of one customer
	outcomes bool
}

// subjects lists what can be exported, as it is offered.
func subjects() []subject {
	table := []exporting.Format{exporting.CSV, exporting.JSON}
	return []subject{
		{
			key: exporting.Customers, icon: theme.IconPeople, whom: true,
			formats: []exporting.Format{exporting.VCard, exporting.VCard3, exporting.CSV, exporting.JSON},
		},
		{key: exporting.Purchases, icon: theme.IconShop, formats: table, periods: past(), whom: true},
		{key: exporting.Opinions, icon: theme.IconChart, formats: table, periods: past(), whom: true},
		{key: exporting.Complaints, icon: theme.IconFix, formats: table, periods: past(), whom: true},
		{key: notes, icon: theme.IconEdit, formats: exporting.Formats(), periods: past(), whom: true, outcomes: true},
		{key: exporting.CallSheet, icon: theme.IconPrint, formats: exporting.CallSheet.Formats()},
		{key: exporting.Planned, icon: theme.IconCalendar, formats: exporting.Planned.Formats(), periods: ahead(), whom: true},
		{key: exporting.Everything, icon: theme.IconFile, formats: exporting.Everything.Formats()},
	}
}

// subjectOf returns the subject of that key.
func subjectOf(key exporting.Subject) subject {
	all := subjects()
	for _, s := range all {
		if s.key == key {
			return s
		}
	}
	return all[0]
}
