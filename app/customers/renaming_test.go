package customers_test

import (
	"testing"

	"ringback.app/app"
	"ringback.app/app/customers"
)

func TestThePartsOfANameFollowItsCorrection(t *testing.T) {
	korhonen := app.Name{Full: "Maija Korhonen", Given: "Maija", Family: "Korhonen", Prefix: "Ms"}
	huong := app.Name{Full: "Nguyễn Thị Huong", Family: "Nguyễn", Middle: "Thị", Given: "Huong", Prefix: "Bà"}
	berg := app.Name{Full: "Ludwig van der Berg", Given: "Ludwig", Family: "van der Berg", Prefix: "Dhr."}
	jones := app.Name{Full: "Anna Maria Jones Jr.", Given: "Anna", Middle: "Maria", Family: "Jones", Suffix: "Jr."}
	for name, c := range map[string]struct {
		was  app.Name
		full string
		want app.Name
	}{
		"a letter of the family name": {
			korhonen, "Maija Korhonnen",
			app.Name{Full: "Maija Korhonnen", Given: "Maija", Family: "Korhonnen", Prefix: "Ms"},
		},
		"a letter of both names": {
			korhonen, "Maaija Korhonnen",
			app.Name{Full: "Maaija Korhonnen", Given: "Maaija", Family: "Korhonnen", Prefix: "Ms"},
		},
		"another family name, by marriage": {
			korhonen, "Maija Virtanen",
			app.Name{Full: "Maija Virtanen", Given: "Maija", Family: "Virtanen", Prefix: "Ms"},
		},
		"a double family name": {
			korhonen, "Maija Korhonen-Virtanen",
			app.Name{Full: "Maija Korhonen-Virtanen", Given: "Maija", Family: "Korhonen-Virtanen", Prefix: "Ms"},
		},
		"somebody else of the household, who may be no Ms": {
			korhonen, "Erkki Korhonen",
			app.Name{Full: "Erkki Korhonen", Given: "Erkki", Family: "Korhonen"},
		},
		"quite another name": {korhonen, "Bob Smith", app.Name{Full: "Bob Smith"}},
		"no name any more":   {korhonen, "", app.Name{}},
		"a second given name between the two": {
			korhonen, "Maija Liisa Korhonen",
			app.Name{Full: "Maija Liisa Korhonen", Given: "Maija", Family: "Korhonen", Prefix: "Ms"},
		},
		"the title put before it, too": {
			korhonen, "Ms Maija Korhonen",
			app.Name{Full: "Ms Maija Korhonen", Given: "Maija", Family: "Korhonen", Prefix: "Ms"},
		},
		"the family name left out": {korhonen, "Maija", app.Name{Full: "Maija", Given: "Maija", Prefix: "Ms"}},
		"the two the other way round": {
			korhonen, "Korhonen, Maija",
			app.Name{Full: "Korhonen, Maija", Given: "Maija", Family: "Korhonen", Prefix: "Ms"},
		},
		"capitals": {
			app.Name{Full: "KORHONEN MAIJA", Given: "MAIJA", Family: "KORHONEN"},
			"Maija Korhonen",
			app.Name{Full: "Maija Korhonen", Given: "Maija", Family: "Korhonen"},
		},
		"the accent of a Vietnamese given name": {
			huong, "Nguyễn Thị Hương",
			app.Name{Full: "Nguyễn Thị Hương", Family: "Nguyễn", Middle: "Thị", Given: "Hương", Prefix: "Bà"},
		},
		"a Vietnamese name without its middle one": {
			huong, "Nguyễn Huong",
			app.Name{Full: "Nguyễn Huong", Family: "Nguyễn", Given: "Huong", Prefix: "Bà"},
		},
		"an accent of a Greek name": {
			app.Name{Full: "Ελενη Παπαδοπουλου", Given: "Ελενη", Family: "Παπαδοπουλου", Prefix: "κα"},
			"Ελένη Παπαδοπούλου",
			app.Name{Full: "Ελένη Παπαδοπούλου", Given: "Ελένη", Family: "Παπαδοπούλου", Prefix: "κα"},
		},
		"the last word of three that are one family name": {
			berg, "Ludwig van der Bergh",
			app.Name{Full: "Ludwig van der Bergh", Given: "Ludwig", Family: "van der Bergh", Prefix: "Dhr."},
		},
		"a word taken out of a family name of three": {
			berg, "Ludwig van Berg",
			app.Name{Full: "Ludwig van Berg", Given: "Ludwig", Family: "van Berg", Prefix: "Dhr."},
		},
		"a word put into a family name of two": {
			app.Name{Full: "Ludwig van Berg", Given: "Ludwig", Family: "van Berg"},
			"Ludwig van der Berg",
			app.Name{Full: "Ludwig van der Berg", Given: "Ludwig", Family: "van der Berg"},
		},
		"a van that was forgotten": {
			app.Name{Full: "Vincent Gogh", Given: "Vincent", Family: "Gogh", Prefix: "Mr"},
			"Vincent van Gogh",
			app.Name{Full: "Vincent van Gogh", Given: "Vincent", Family: "van Gogh", Prefix: "Mr"},
		},
		"two given names with a hyphen, then without": {
			app.Name{Full: "Anna-Maria Berg", Given: "Anna-Maria", Family: "Berg"},
			"Anna Maria Berg",
			app.Name{Full: "Anna Maria Berg", Given: "Anna Maria", Family: "Berg"},
		},
		"a letter of two family names": {
			app.Name{Full: "Ana García Lopes", Given: "Ana", Family: "García Lopes"},
			"Ana García López",
			app.Name{Full: "Ana García López", Given: "Ana", Family: "García López"},
		},
		"what stands behind the name": {
			jones, "Anna Maria Johns Jr.",
			app.Name{Full: "Anna Maria Johns Jr.", Given: "Anna", Middle: "Maria", Family: "Johns", Suffix: "Jr."},
		},
		"what stood behind the name": {
			jones, "Anna Maria Jones",
			app.Name{Full: "Anna Maria Jones", Given: "Anna", Middle: "Maria", Family: "Jones"},
		},
		"a title that stands in the name": {
			app.Name{Full: "Dr. Anna Brg", Prefix: "Dr", Given: "Anna", Family: "Brg"},
			"Dr. Anna Berg",
			app.Name{Full: "Dr. Anna Berg", Prefix: "Dr", Given: "Anna", Family: "Berg"},
		},
		"a given name that the full one shortens, the family name mended": {
			app.Name{Full: "Bob Smith", Given: "Robert", Family: "Smith"},
			"Bob Smyth",
			app.Name{Full: "Bob Smyth", Given: "Robert", Family: "Smyth"},
		},
		"a given name that the full one shortens, of somebody else now": {
			app.Name{Full: "Bob Smith", Given: "Robert", Family: "Smith"},
			"Anna Smith",
			app.Name{Full: "Anna Smith", Family: "Smith"},
		},
		"an initial written out": {
			app.Name{Full: "J. Berg", Given: "J.", Family: "Berg", Prefix: "Mr"},
			"Johan Berg",
			app.Name{Full: "Johan Berg", Given: "Johan", Family: "Berg", Prefix: "Mr"},
		},
		"a letter of a name without spaces": {
			app.Name{Full: "山田太郎", Given: "太郎", Family: "山田"},
			"山田太朗",
			app.Name{Full: "山田太朗", Given: "太朗", Family: "山田"},
		},
		"twice the same word": {
			app.Name{Full: "Thomas Thomas", Given: "Thomas", Family: "Thomas"},
			"Thomas Thomasen",
			app.Name{Full: "Thomas Thomasen", Given: "Thomas", Family: "Thomasen"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			b, desk := shop(t)
			b.customers[app.ID{1}] = app.Customer{ID: app.ID{1}, Name: c.was, Firm: "Firm"}
			form := customers.FormOf(b.customers[app.ID{1}])
			form.Name = c.full
			if _, err := desk.Save(t.Context(), form, ""); err != nil {
				t.Fatal(err)
			}
			if got := b.customers[app.ID{1}].Name; got != c.want {
				t.Errorf("%q became\n%+v, want\n%+v", c.was.Full, got, c.want)
			}
		})
	}
}
