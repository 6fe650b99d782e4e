package contacts_test

import (
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/importingtest"
)

func TestATitleIsOneWhereItsColumnHoldsTitles(t *testing.T) {
	job := func(text string) []app.Property { return []app.Property{{Name: "TITLE", Value: text}} }
	for _, tt := range []struct {
		name, header string
		rows         []string
		want         string // the full name of the first
		job          []app.Property
	}{
		{"a title", "First Name,Last Name,Title,Phone", []string{"Jane,Doe,Dr.,+14045551212"}, "Dr. Jane Doe", nil},
		{"titles of several words", "First Name,Last Name,Title,Phone", []string{"Jane,Doe,Prof. Dr.-Ing.,+14045551212"}, "Prof. Dr.-Ing. Jane Doe", nil},
		{"what they do", "First Name,Last Name,Title,Phone", []string{"Jane,Doe,Purchasing Manager,+14045551212"}, "Jane Doe", job("Purchasing Manager")},
		{"a title among what they do", "First Name,Last Name,Title,Phone", []string{"Jane,Doe,Dr,+14045551212", "Max,Kay,Buyer,+14045551213", "Eve,May,CEO,+14045551214"}, "Dr Jane Doe", nil},
		{"an unknown title among others", "First Name,Last Name,Title,Phone", []string{"Jane,Doe,Contessa,+14045551212", "Max,Kay,Mr,+14045551213"}, "Contessa Jane Doe", nil},
		{"what they do beside a salutation", "Salutation,First Name,Last Name,Title,Phone", []string{"Ms.,Jane,Doe,Buyer,+14045551212"}, "Ms. Jane Doe", job("Buyer")},
		{"both before the name", "Anrede;Titel;Vorname;Nachname;Telefon", []string{"Frau;Dr.;Jane;Doe;+14045551212"}, "Frau Dr. Jane Doe", nil},
		{"both, the other way round", "Titel;Anrede;Vorname;Nachname;Telefon", []string{"Dr.;Frau;Jane;Doe;+14045551212"}, "Frau Dr. Jane Doe", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Table(append([]string{tt.header}, tt.rows...)...))
			c := book.Named(t, tt.want)
			if !slices.EqualFunc(c.Unknown, tt.job, func(a, b app.Property) bool { return a.Name == b.Name && a.Value == b.Value }) {
				t.Errorf("kept %+v", c.Unknown)
			}
			if len(p.Files[0].NotTaken) > 0 {
				t.Errorf("not taken: %q", p.Files[0].NotTaken)
			}
		})
	}
}

func TestATitleAloneNamesNobody(t *testing.T) {
	book := importingtest.NewShelf()
	p := importingtest.Take(t, book, importingtest.Table("Salutation,First Name,Last Name,Phone", "Ms,Jane,Doe,+14045551212", "Dr,,,"))
	if len(book.Customers) != 1 || p.Summary.Rejected != 1 {
		t.Errorf("%d customers, %+v", len(book.Customers), p.Summary)
	}
}

func TestOnlyWhatIsSaidToSomebodyStandsBeforeTheirName(t *testing.T) {
	for _, tt := range []struct{ cell, want string }{
		{"Herrn", "Herr Kim Lang"},
		{"An Herrn", "Herr Kim Lang"},
		{"Sehr geehrte Frau", "Frau Kim Lang"},
		{"An", "Kim Lang"},
		{"w", "Kim Lang"},
		{"m", "Kim Lang"},
		{"divers", "Kim Lang"},
		{"keine Angabe", "Kim Lang"},
		{"2", "Kim Lang"},
		{"M", "M Kim Lang"}, // Monsieur
		{"Mme", "Mme Kim Lang"},
		{"Frau", "Frau Kim Lang"},
	} {
		book := importingtest.NewShelf()
		p := importingtest.Take(t, book, importingtest.Table("Anrede;Vorname;Nachname;Telefon", tt.cell+";Kim;Lang;+14045551212"))
		if c := book.Anyone(t); c.Name.Full != tt.want || len(p.Items[0].Problems) > 0 {
			t.Errorf("%s: %q, %v", tt.cell, c.Name.Full, p.Items[0].Problems)
		}
	}
}
