package columns

import (
	"slices"
	"strings"

	"ringback.app/app/importing/written"
)

// The fields of a table of opinions. Whose they are, the receipt and who sold it
// are fields of purchases, too.
const (
	FieldWords  Field = "words"
	FieldTitle  Field = "words-title" // above the words
	FieldScore  Field = "score"       // 0 to 10
	FieldStars  Field = "stars"       // 1 to 5
	FieldSaid   Field = "said"
	FieldTaken  Field = "taken" // when the shop heard it
	FieldTheme  Field = "theme"
	FieldNumber Field = "opinion-number" // what the other program calls it
)

// opinionFields are what only tables of opinions have.
func opinionFields() []Field {
	return []Field{FieldWords, FieldTitle, FieldScore, FieldStars, FieldSaid, FieldTaken, FieldTheme, FieldNumber}
}

// sharedFields are what tables of opinions have in common with those of
// purchases.
func sharedFields() []Field {
	return []Field{
		FieldCustomer, FieldName, FieldGiven, FieldFamily, FieldFirm, FieldPhone, FieldEmail, FieldReceipt,
		FieldCountry, FieldSoldBy,
	}
}

// opinionHeaders are the names that programs give the columns of opinions, as
// headers has those of purchases. Those of review collections are Olist's and
// the CFPB's, those of our own are of its export.
var opinionHeaders = map[Field][]string{
	FieldNumber: {"reviewid", "complaintid", "opinionid", "feedbackid", "responseid", "surveyid", "id", "opinionnumber"},
	FieldWords: {
		"reviewcommentmessage", "consumercomplaintnarrative", "whattheysaid", "verbatim", "reviewtext", "reviewbody", "review",
		"feedback", "opinion", "narrative", "testimonial", "comment", "comments", "customercomment", "bewertungstext",
		"kommentar", "kommentti", "palaute", "commentaire", "avis", "comentario", "comentarios", "opiniao", "recensione",
		"reactie", "komentarz", "opinia", "message", "text", "words",
	},
	FieldTitle: {"reviewcommenttitle", "reviewtitle", "reviewheadline", "headline", "subject", "wordstitle"},
	FieldStars: {"reviewscore", "stars", "starrating", "reviewrating", "rating", "sterne", "tahdet", "etoiles", "estrellas", "stelle"},
	FieldScore: {"npsscore", "nps", "score", "likelihoodtorecommend", "recommend", "pisteet", "punkte"},
	FieldSaid: {
		"reviewcreationdate", "datereceived", "saidon", "reviewdate", "feedbackdate", "submittedat", "submitted", "writtenon",
		"createdat", "created", "date", "datum", "paivays", "pvm", "fecha", "data", "timestamp", "said", "day",
	},
	FieldTaken: {"reviewanswertimestamp", "takendown", "receivedat", "received", "readat", "taken"},
	FieldTheme: {"themes", "theme", "issue", "topic", "topics", "category", "thema", "aihe", "teema"},
}

// starColumns are names of columns that hold stars whatever is in them; the others
// of theirs are also those of scores.
var starColumns = []string{"stars", "starrating", "sterne", "tahdet", "etoiles", "estrellas", "stelle"}

// Ours is the name of the program whose numbers are IDs of ours.
const Ours = "Ringback"

// opinionPresets are the collections of opinions known, by their columns.
var opinionPresets = []preset{
	{name: "Olist", marks: []string{"reviewid", "orderid", "reviewscore"}},
	{
		// The company is the one complained about.
		name: "CFPB", marks: []string{"datereceived", "consumercomplaintnarrative", "complaintid"},
		fields: map[Field][]string{FieldFirm: nil},
	},
	{name: Ours, marks: []string{"saidon", "takendown", "whattheysaid", "score"}},
}

// readOpinionColumns finds out which column of a table of opinions holds what:
// as the person says, and else by the columns' names.
func readOpinionColumns(header []string, maps []Mapping) Columns {
	c, plain, taken := readSaid(header, maps)
	if at, ok := c.at[FieldDay]; ok && !c.Has(FieldSaid) {
		c.at[FieldSaid] = at
	}
	delete(c.at, FieldDay)
	if c.preset = presetOf(opinionPresets, plain); c.preset != nil {
		c.preset.apply(&c, plain, taken)
	}
	for _, field := range opinionFields() {
		c.find(field, opinionHeaders[field], plain, taken)
	}
	for _, field := range sharedFields() {
		c.find(field, columnNames()[field], plain, taken)
	}
	c.findBare(plain, taken)
	c.Own = ownColumnsOf(c)
	return c
}

// ReadOpinions finds out which column of a table of opinions holds what, also where
// it has no header.
func ReadOpinions(t Table) Columns {
	c := readOpinionColumns(t.Header, t.Maps)
	if at := t.sentences(); t.headless && at >= 0 && !c.Has(FieldWords) {
		c.at[FieldWords] = at
	}
	return c
}

// IsOpinions tells whether a table is of opinions and not of purchases: the
// person says so, or it has a column with what people said or gave, and none of
// what a purchase costs.
func (t Table) IsOpinions() bool {
	costs := []Field{FieldQuantity, FieldPrice, FieldAmount, FieldTotal, FieldCode}
	for _, m := range t.Maps {
		switch {
		case slices.Contains(opinionFields(), m.Field):
			return true
		case m.Field == FieldItem || slices.Contains(costs, m.Field):
			return false
		}
	}
	if t.headless {
		return t.sentences() >= 0
	}
	c := readOpinionColumns(t.Header, t.Maps)
	if !c.Has(FieldWords, FieldScore, FieldStars) {
		return false
	}
	bought := readColumns(t.Header, t.Maps)
	if bought.Has(FieldItem) && !c.Has(FieldScore, FieldStars) && slices.Contains(remarks, written.Plain(c.Name(FieldWords))) {
		return false
	}
	coded := bought.Has(FieldCode) && written.Plain(bought.Name(FieldCode)) != bareCode
	return !coded && !bought.Has(FieldQuantity, FieldPrice, FieldAmount, FieldTotal)
}

// bareCode is a column that may as well hold the code of whoever speaks.
const bareCode = "code"

// remarks are columns that hold what customers said, or what a till has to say of
// a purchase.
var remarks = []string{"comment", "comments", "customercomment", "kommentar", "kommentti", "commentaire", "comentario", "komentarz", "message", "text"}

// sentences returns which column of a table without a header holds sentences,
// while the others hold numbers; -1 for none.
func (t Table) sentences() int {
	at := -1
	for i := range t.Header {
		words, numbers := 0, 0
		for _, row := range t.first {
			switch {
			case i >= len(row) || strings.TrimSpace(row[i]) == "":
			case written.IsFigure(row[i]):
				numbers++
			case written.IsSentence(row[i]):
				words++
			}
		}
		switch {
		case 2*words > len(t.first) && at < 0:
			at = i
		case 2*numbers <= len(t.first):
			return -1
		}
	}
	return at
}
