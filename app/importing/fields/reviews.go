package fields

import (
	"slices"
	"strings"

	"ringback.app/app/importing/written"
)

// Beside is what else the table has in which there may be words of a customer.
type Beside uint8

const (
	BesideGoods  Beside = iota // what was bought
	BesidePeople               // people, of whom somebody may have taken notes
)

// reviewers are the names that programs give the columns of whose a review is.
var reviewers = map[Field][]string{
	Name:    {"reviewername", "reviewer", "reviewauthor", "authorname", "author", "reviewusername", "displayname", "respondentname", "yourname", "whatisyourname"},
	Email:   {"reviewuseremail", "authoremail", "respondentemail", "emailaddressofrespondent", "youremail", "youremailaddress", "whatisyouremail", "whatisyouremailaddress"},
	Receipt: {"orderref", "orderreference"},
}

// Reviewers are these names, the surest first.
func Reviewers() map[Field][]string { return reviewers }

// questions are parts of the names of columns in which people were asked to rate, and
// scores of those where they may give up to ten.
var (
	questions = []string{
		"howsatisfied", "satisfiedareyou", "satisfiedwereyou", "satisfiedwith", "howwouldyourate", "howdoyourate", "pleaserate", "rateyour", "overallexperience", "reviewstars", "reviewscore", "reviewrating",
		"zufriedensind", "zufriedenwaren", "wiebewerten", "satisfaitdevotre", "satisfait", "satisfechocon", "soddisfattodi", "tevredenbentu", "nojdardu", "tilfredserdu", "tyytyvainenolet", "zadowolon",
	}
	scores = []string{
		"recommendus", "likelytorecommend", "likelyareyoutorecommend", "howlikelyisit", "wouldyourecommend", "willyourecommend", "recommendtoafriend", "netpromoter", "nps",
		"weiterempfehlen", "weiterempfehlung", "recommanderiez", "recommandation", "recomendaria", "recomiendaria", "consiglierebbe", "consiglieresti", "aanbevelen", "rekommendera", "anbefale", "suosittel", "polecisz", "polecil",
	}
	// wordsAsked are parts of the names of columns in which they were asked for words.
	wordsAsked = []string{
		"whatcouldwe", "whatcanwe", "whatshouldwe", "whatdidyou", "whatdoyou", "whatmade", "tellus", "why", "improve", "dobetter", "comment", "feedback", "suggestion", "anythingelse", "inyourownwords", "openended",
		"warum", "verbessern", "anregung", "wasgefiel", "pourquoi", "ameliorer", "porque", "mejorar", "melhorar", "perche", "migliorare", "waarom", "verbeteren", "varfor", "forbattra", "hvorfor", "forbedre", "miksi", "parantaa", "dlaczego", "poprawic",
	}
	// wordsGiven are names of columns that hold nothing but what customers wrote.
	wordsGiven = []string{"body", "reviewdescription", "reviewcomments", "reviewtitle"}
)

// AsksForRating tells of a column whether people were asked in it what they give.
func AsksForRating(plain string) bool {
	return AsksForScore(plain) || plain == "csat" || plain == "csatscore" || ContainsAny(plain, questions...)
}

// AsksForScore tells of a column whether they were asked in it for a score of up to ten.
func AsksForScore(plain string) bool { return ContainsAny(plain, scores...) }

// AsksForWords tells of a column whether they were asked in it for words.
func AsksForWords(name string) bool { return ContainsAny(written.Plain(name), wordsAsked...) }

// HoldsWords tells of a column whether it holds what customers wrote, and of people no
// notes about them.
func HoldsWords(plain string, beside Beside) bool {
	if slices.Contains(wordsGiven, plain) {
		return true
	}
	return slices.Contains(opinionNames[Words], plain) && (beside == BesideGoods || strings.HasPrefix(plain, "review") || !IsRemark(plain) && plain != "text")
}
