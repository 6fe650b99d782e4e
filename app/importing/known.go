// Package importing takes contacts and purchases in from files.
package importing

import "ringback.app/app"

// Known is what the book already knows, as one consistent state, for telling
// who in a file is whom.
type Known interface {
	ByReference(kind app.ReferenceKind, value string) ([]app.ID, error)
	// ByPhone finds who has the number, by its E.164 form or else its digits.
	ByPhone(dialled string) ([]app.ID, error)
	ByEmail(address string) ([]app.ID, error)
	Customer(id app.ID) (app.Customer, error)
	PurchaseByReceipt(customer app.ID, receipt string) ([]app.ID, error)
	Purchase(id app.ID) (app.Purchase, error)
	Purchases(customer app.ID) ([]app.Purchase, error)
	Plan() (app.Plan, error)
}
