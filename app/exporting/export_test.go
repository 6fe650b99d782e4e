package exporting

// Subjects lists what Records exports.
func Subjects() []Subject {
	return []Subject{Customers, Purchases, Opinions, Complaints, Planned, CallSheet, Everything}
}
