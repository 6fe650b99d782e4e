package programs

import "ringback.app/app/importing/fields"

// opinions are the collections of opinions known, by their columns.
var opinions = []Program{
	{Name: "Olist", Marks: []string{"reviewid", "orderid", "reviewscore"}},
	{
		// The company is the one complained about.
		Name: "CFPB", Marks: []string{"datereceived", "consumercomplaintnarrative", "complaintid"},
		Fields: map[fields.Field][]string{fields.Firm: nil},
	},
	{
		Name: "Trustpilot", Marks: []string{"reviewstars", "reviewcontent", "referenceid"},
		Fields: map[fields.Field][]string{fields.Receipt: {"referenceid"}, fields.Name: {"reviewusername"}, fields.Email: {"reviewuseremail"}, fields.Said: {"reviewcreatedutc"}, fields.Stars: {"reviewstars"}},
	},
	{Name: Ours, Marks: []string{"saidon", "takendown", "whattheysaid", "score"}},
}
