package fields

import "slices"

// opinionNames are the names that programs give the columns of opinions, as
// headers has those of purchases. Those of review collections are Olist's and
// the CFPB's, those of our own are of its export.
var opinionNames = map[Field][]string{
	Number: {"reviewid", "complaintid", "opinionid", "feedbackid", "responseid", "surveyid", "id", "opinionnumber"},
	Words: {
		"reviewcommentmessage", "consumercomplaintnarrative", "whattheysaid", "verbatim", "reviewtext", "reviewbody", "reviewcontent", "reviewmessage", "reviewcomment", "review",
		"feedback", "opinion", "narrative", "testimonial", "comment", "comments", "customercomment", "bewertungstext",
		"kommentar", "kommentti", "palaute", "commentaire", "avis", "comentario", "comentarios", "opiniao", "recensione",
		"reactie", "komentarz", "opinia", "message", "text", "words", "body", "reviewdescription",
	},
	Title: {"reviewcommenttitle", "reviewtitle", "reviewheadline", "headline", "subject", "wordstitle", "title"},
	Stars: {
		"reviewscore", "stars", "starrating", "reviewrating", "overallrating", "ratingvalue", "ratings", "rating", "csatscore", "csat",
		"overallsatisfaction", "satisfactionscore", "customersatisfaction", "satisfaction", "experiencerating", "servicerating", "productrating",
		"sterne", "sternebewertung", "gesamtbewertung", "gesamtnote", "zufriedenheit", "tahdet", "arvosana", "tyytyvaisyys", "etoiles", "noteglobale", "notesur5",
		"estrellas", "valoracion", "calificacion", "puntuacion", "satisfaccion", "stelle", "valutazione", "voto", "soddisfazione",
		"avaliacao", "classificacao", "satisfacao", "sterren", "beoordeling", "waardering", "tevredenheid", "betyg", "stjarnor", "bedommelse",
		"ocena", "gwiazdki", "hodnoceni", "hvezdicky", "ertekeles", "βαθμολογια", "αστερια", "оценка", "рейтинг", "评分", "評価", "평점",
	},
	Score: {"npsscore", "nps", "score", "likelihoodtorecommend", "likelytorecommend", "howlikelytorecommend", "recommend", "recommendscore", "pisteet", "punkte", "weiterempfehlung"},
	Said: {
		"reviewcreationdate", "datereceived", "saidon", "reviewdate", "datereviewed", "reviewedon", "reviewcreatedutc", "reviewcreated", "reviewcreatedat", "reviewtime", "feedbackdate", "submitdateutc", "submitdate", "submissiondate", "submittedat", "submitted", "writtenon",
		"createdat", "datecreated", "createtime", "createdtime", "created", "date", "datum", "paivays", "pvm", "fecha", "data", "timestamp", "said", "day",
	},
	Taken: {"reviewanswertimestamp", "takendown", "receivedat", "received", "readat", "taken"},
	Theme: {"themes", "theme", "issue", "topic", "topics", "category", "thema", "aihe", "teema"},
}

// starColumns are names of columns that hold stars whatever is in them; the others
// of theirs are also those of scores.
var starColumns = []string{"stars", "starrating", "sterne", "tahdet", "etoiles", "estrellas", "stelle", "sterren", "stjarnor", "gwiazdki", "hvezdicky", "αστερια"}

// BareCode is a column that may as well hold the code of whoever speaks.
const BareCode = "code"

// remarks are columns that hold what customers said, or what a till has to say of
// a purchase.
var remarks = []string{"comment", "comments", "customercomment", "kommentar", "kommentti", "commentaire", "comentario", "komentarz", "message", "text"}

// OpinionNames are the names that programs give the columns of opinions, the surest
// first.
func OpinionNames() map[Field][]string { return opinionNames }

// IsRemark tells of a column whether it may hold what a till has to say of a purchase.
func IsRemark(plain string) bool { return slices.Contains(remarks, plain) }

// IsRating tells of a column whether it may hold what customers gave.
func IsRating(plain string) bool {
	return slices.Contains(opinionNames[Stars], plain) || slices.Contains(opinionNames[Score], plain) || slices.Contains(ratings, plain)
}

// ratings are further names of such columns, where they say between what the numbers
// are.
var ratings = []string{"note", "bewertung", "review", "overall", "quality", "service", "feedback", "recommendation", "howsatisfiedareyou", "howlikelyareyoutorecommendus"}

// AreStars tells of a column whether it holds stars, whatever is in it.
func AreStars(plain string) bool { return slices.Contains(starColumns, plain) }
