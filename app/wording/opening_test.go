package wording_test

import (
	"strings"
	"testing"
	"time"

	"ringback.app/app"
	"ringback.app/app/calling"
	"ringback.app/app/calllist"
)

// friday13 is a purchase of Friday the 13th of November.
var friday13 = &app.Bought{Day: app.NewDay(2026, 11, 13), Items: oak.Items}

func card(change func(*calling.Card)) calling.Card {
	c := calling.Card{
		Customer: app.Customer{Name: app.Name{Full: "Maija Korhonen", Given: "Maija", Family: "Korhonen", Prefix: "Ms"}},
		Plan:     app.Plan{Owner: "Jim", Shop: "Care Co", TimeZone: "Europe/Helsinki"},
		At:       now,
		Reasons:  []calllist.Reason{{Kind: app.AfterPurchase, Bought: friday13}},
	}
	if change != nil {
		change(&c)
	}
	return c
}

func reason(r calllist.Reason) func(*calling.Card) {
	return func(c *calling.Card) { c.Reasons = []calllist.Reason{r} }
}

func TestOpening(t *testing.T) {
	const (
		hello = "Good morning Ms Korhonen, this is Jim, the owner of Care Co. "
		oaks  = "You bought the Oak table and the oak chair from us on Friday the 13th, and I wanted to ask how they are."
	)
	bought := []app.Purchase{{ID: app.ID{1}}}
	tests := map[string]struct {
		by     string
		change func(*calling.Card)
		want   string
	}{
		"the owner": {"", nil, hello + strings.Replace(oaks, "Oak table", "oak table", 1)},
	}
	tests["the owner by name"] = tests["the owner"]
	for name, tt := range map[string]struct {
		by     string
		change func(*calling.Card)
		want   string
	}{
		"the owner's own name in another case": {"JIM", nil, tests["the owner"].want},
		"staff":                                {"Anna", nil, "Good morning Ms Korhonen, this is Anna from Care Co. I am calling on behalf of our owner, Jim. You bought the oak table and the oak chair from us on Friday the 13th, and I wanted to ask how they are."},
		"nothing is set up yet":                {"", func(c *calling.Card) { c.Plan.Owner, c.Plan.Shop = "", "" }, "Good morning Ms Korhonen, I am calling from the shop. You bought the oak table and the oak chair from us on Friday the 13th, and I wanted to ask how they are."},
		"staff of a shop without names":        {"Anna", func(c *calling.Card) { c.Plan.Owner, c.Plan.Shop = "", "" }, "Good morning Ms Korhonen, this is Anna from the shop. I am calling on behalf of our owner. You bought the oak table and the oak chair from us on Friday the 13th, and I wanted to ask how they are."},
		"only the shop is named":               {"", func(c *calling.Card) { c.Plan.Owner = "" }, "Good morning Ms Korhonen, this is the owner of Care Co. You bought the oak table and the oak chair from us on Friday the 13th, and I wanted to ask how they are."},
		"only the owner is named":              {"", func(c *calling.Card) { c.Plan.Shop = "" }, "Good morning Ms Korhonen, this is Jim, from the shop. You bought the oak table and the oak chair from us on Friday the 13th, and I wanted to ask how they are."},
		"no title":                             {"", func(c *calling.Card) { c.Customer.Name.Prefix = ""; c.Reasons = nil; c.Purchases = bought }, "Good morning Maija Korhonen, this is Jim, the owner of Care Co. I wanted to ask how you are, and whether all is well with what you bought from us."},
		"a firm": {"", func(c *calling.Card) {
			c.Customer = app.Customer{Firm: "Oak Ltd"}
			c.Reasons = nil
			c.Purchases = bought
		}, "Good morning, this is Jim, the owner of Care Co. I wanted to ask how you are, and whether all is well with what you bought from us."},
		"a number": {"", func(c *calling.Card) {
			c.Customer = app.Customer{References: []app.Reference{{Kind: app.ReferenceShop, Value: "17850"}}}
			c.Reasons, c.Purchases = nil, bought
		}, "Good morning, this is Jim, the owner of Care Co. I wanted to ask how you are, and whether all is well with what you bought from us."},
		"who bought nothing":               {"", func(c *calling.Card) { c.Reasons = nil }, hello + "I wanted to ask how you are, and whether there is anything we can do for you."},
		"who bought nothing, tried before": {"", reason(calllist.Reason{Kind: app.CallAgain, Tries: 1}), hello + "We tried to reach you before. I wanted to ask how you are, and whether there is anything we can do for you."},
		"afternoon there": {"", func(c *calling.Card) {
			c.There = mustLoad("Asia/Tokyo")
			reason(calllist.Reason{Kind: app.Promised})(c)
		}, "Good afternoon Ms Korhonen, this is Jim, the owner of Care Co. We promised to call you, so here I am."},
		"evening":                  {"", func(c *calling.Card) { c.At = at(0, 18, 0); reason(calllist.Reason{Kind: app.Promised})(c) }, "Good evening Ms Korhonen, this is Jim, the owner of Care Co. We promised to call you, so here I am."},
		"one thing":                {"", reason(calllist.Reason{Kind: app.AfterPurchase, Bought: &app.Bought{Day: today - 3, Items: oak.Items[:1]}}), hello + "You bought the oak table from us on Tuesday, and I wanted to ask how it is."},
		"one thing four times":     {"", reason(calllist.Reason{Kind: app.AfterPurchase, Bought: &app.Bought{Day: today - 3, Items: []app.BoughtItem{{Item: "Oak chair", Quantity: 4 * app.One}}}}), hello + "You bought the oak chair from us on Tuesday, and I wanted to ask how it is."},
		"a glass four times":       {"", reason(calllist.Reason{Kind: app.AfterPurchase, Bought: &app.Bought{Day: today - 3, Items: []app.BoughtItem{{Item: "Wine glass", Quantity: 4 * app.One}}}}), hello + "You bought the wine glass from us on Tuesday, and I wanted to ask how it is."},
		"things four times":        {"", reason(calllist.Reason{Kind: app.AfterPurchase, Bought: &app.Bought{Day: today - 3, Items: []app.BoughtItem{{Item: "OAK CHAIRS ", Quantity: 4 * app.One}}}}), hello + "You bought the oak chairs from us on Tuesday, and I wanted to ask how they are."},
		"one thing in capitals":    {"", reason(calllist.Reason{Kind: app.AfterPurchase, Bought: &app.Bought{Day: today - 3, Items: []app.BoughtItem{{Item: "WHEELBARROW"}}}}), hello + "You bought the wheelbarrow from us on Tuesday, and I wanted to ask how it is."},
		"an abbreviation":          {"", reason(calllist.Reason{Kind: app.AfterPurchase, Bought: &app.Bought{Day: today - 3, Items: []app.BoughtItem{{Item: "AGFA"}}}}), hello + "You bought the AGFA from us on Tuesday, and I wanted to ask how it is."},
		"somebody's name":          {"", reason(calllist.Reason{Kind: app.AfterPurchase, Bought: &app.Bought{Day: today - 3, Items: []app.BoughtItem{{Item: "Hermes"}}}}), hello + "You bought the Hermes from us on Tuesday, and I wanted to ask how it is."},
		"yesterday":                {"", reason(calllist.Reason{Kind: app.AfterPurchase, Bought: &app.Bought{Day: today - 1, Items: oak.Items[:1]}}), hello + "You bought the oak table from us yesterday, and I wanted to ask how it is."},
		"months ago":               {"", reason(calllist.Reason{Kind: app.NeverAsked, Bought: &app.Bought{Day: app.NewDay(2026, 9, 2), Items: oak.Items[:1], More: 3}}), hello + "You bought the oak table and some other things from us on the 2nd of September, and we never asked how you got on. I would like to hear it."},
		"a year ago":               {"", reason(calllist.Reason{Kind: app.NeverAsked, Bought: &app.Bought{Day: app.NewDay(2025, 9, 23), Items: oak.Items[:1]}}), hello + "You bought the oak table from us on the 23rd of September 2025, and we never asked how you got on. I would like to hear it."},
		"a purchase without items": {"", reason(calllist.Reason{Kind: app.AfterPurchase, Bought: &app.Bought{Day: today - 3, Total: 100}}), hello + "You bought something from us on Tuesday, and I wanted to ask how you are getting on with it."},
		"a complaint":              {"", reason(calllist.Reason{Kind: app.Complained}), hello + "You told us that something was not right. Thank you for telling us; I would like to hear what would put it right."},
		"a complaint answered":     {"", reason(calllist.Reason{Kind: app.Complained, Answered: true}), hello + "I am calling about what was not right, to tell you what we are doing about it and by when."},
		"a fix to check":           {"", reason(calllist.Reason{Kind: app.CheckFix}), hello + "You told us that something was not right, and we have seen to it since. I wanted to ask whether it worked."},
		"they asked for the call":  {"", reason(calllist.Reason{Kind: app.CallAgain, Asked: true}), hello + "You asked us to call again. Is this a good moment?"},
		"tried before, about what they bought": {"", func(c *calling.Card) {
			reason(calllist.Reason{Kind: app.CallAgain, Tries: 1})(c)
			c.About = []app.Purchase{{ID: app.ID{1}}}
			c.Summary.Buying.Recent = []app.Bought{{Day: today}, {Purchase: app.ID{1}, Day: today - 3, Items: oak.Items[:1]}}
		}, hello + "We tried to reach you before. You bought the oak table from us on Tuesday, and I wanted to ask how it is."},
		"gone quiet":         {"", reason(calllist.Reason{Kind: app.GoingQuiet, Bought: friday13}), hello + "It is a while since you bought the oak table and the oak chair from us, and I wanted to ask how you are getting on."},
		"gone quiet, of old": {"", reason(calllist.Reason{Kind: app.GoingQuiet}), hello + "It is a while since we last saw you, and I wanted to ask how you are."},
		"praise":             {"", reason(calllist.Reason{Kind: app.Thank, Thank: calllist.ThankPraise, Staff: []string{"Anna", "Ben"}}), hello + "You spoke so well of Anna and Ben, and I wanted to thank you for it."},
		"years":              {"", reason(calllist.Reason{Kind: app.Thank, Thank: calllist.ThankYears, Count: 5}), hello + "You have been our customer for 5 years now, and I wanted to thank you."},
		"a language we lack": {"", func(c *calling.Card) { c.Customer.Language = "ja"; reason(calllist.Reason{Kind: app.Promised})(c) }, hello + "We promised to call you, so here I am."},
	} {
		tests[name] = tt
	}
	v := english(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := v.Opening(card(tt.change), tt.by); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

func TestOpeningIsInTheCustomersLanguage(t *testing.T) {
	tests := map[string]string{
		"de":    "Guten Tag, Ms Korhonen, hier ist Jim, mir gehört das Geschäft Care Co. Sie haben am Freitag, dem 13., bei uns gekauft: Oak table und Oak chair. Ich wollte fragen, wie zufrieden Sie damit sind.",
		"fr-CA": "Bonjour Ms Korhonen, c’est Jim, propriétaire de Care Co. Vous avez acheté chez nous, le vendredi 13\u00a0: oak table et oak chair. Je voulais vous demander si tout vous convient.",
		"es":    "Buenos días, Ms Korhonen, le habla Jim, de Care Co; la tienda es mía. Nos compró el viernes 13: oak table y oak chair. Quería preguntarle qué tal le va todo.",
		"it":    "Buongiorno Ms Korhonen, sono Jim, titolare di Care Co. Ha acquistato da noi, venerdì 13: oak table e oak chair. Volevo chiederLe come si trova.",
		"nl-BE": "Goedemorgen Ms Korhonen, u spreekt met Jim, eigenaar van Care Co. U hebt op vrijdag de 13e bij ons gekocht: oak table en oak chair. Ik wilde vragen hoe het bevalt.",
		"sv":    "Hej Ms Korhonen, det här är Jim, ägare till Care Co. Du köpte oak table och oak chair hos oss fredagen den 13:e, och jag ville fråga hur nöjd du är.",
		"fi":    "Hyvää päivää, Ms Korhonen, täällä Jim, liikkeen Care Co omistaja. Ostitte meiltä perjantaina 13. päivä seuraavat: oak table ja oak chair. Halusin kysyä, miten tyytyväinen olette niihin.",
		"pl":    "Dzień dobry, Ms Korhonen? Z tej strony Jim, prowadzę sklep Care Co. Kupili Państwo u nas w piątek, 13 listopada: oak table i oak chair. Chcę zapytać, jak się sprawdzają.",
		"pt-BR": "Bom dia, Ms Korhonen, aqui fala Jim, da loja Care Co; a loja é minha. Comprou na nossa loja na sexta-feira, dia 13: oak table e oak chair. Queria perguntar se está tudo a seu gosto.",
		"el":    "Καλημέρα σας, Ms Korhonen; Λέγομαι Jim και σας τηλεφωνώ από το κατάστημα Care Co, που είναι δικό μου. Αγοράσατε από εμάς την Παρασκευή, στις 13 Νοεμβρίου: oak table και oak chair. Ήθελα να ρωτήσω αν όλα είναι όπως τα θέλατε.",
		"vi":    "Xin chào anh/chị Ms Korhonen, tôi là Jim, chủ cửa hàng Care Co. Anh/chị có mua ở chỗ chúng tôi thứ Sáu, ngày 13 tháng 11: oak table và oak chair. Tôi muốn hỏi anh/chị dùng có hài lòng không.",
	}
	v := english(t)
	for tag, want := range tests {
		c := card(func(c *calling.Card) { c.Customer.Language = tag })
		if got := v.Opening(c, ""); got != want {
			t.Errorf("%s\n got %q\nwant %q", tag, got, want)
		}
	}
}

func TestThingsAreSaidAsAPersonSaysThem(t *testing.T) {
	item := func(name string) app.Line { return app.Line{Item: name, Quantity: app.One} }
	tests := map[string]struct {
		lines    []app.Line
		returned bool // one of them was given back
		want     string
	}{
		"what the thing measures is not said": {[]app.Line{item("Bed, 160 cm, oak"), item("Lamp (brass)")}, false, "the bed and the lamp from"},
		"a third is named":                    {[]app.Line{item("Bed, 160 cm, oak"), item("Sprung mattress, 160 cm"), item("Pillow, down")}, false, "the bed, the sprung mattress and the pillow from"},
		"of four, two":                        {[]app.Line{item("Bed, oak"), item("Desk"), item("Lamp"), item("Rug")}, false, "the bed, the Desk and some other things from"},
		"one of four was given back":          {[]app.Line{item("Bed, oak"), item("Desk"), item("Lamp"), item("Rug")}, true, "the bed and the Desk from"},
		"two that would be one":               {[]app.Line{item("TUMBLER, BAROQUE"), item("TUMBLER, NEW ENGLAND")}, false, "the tumbler, baroque and the tumbler, new england from"},
		"a comma within the name":             {[]app.Line{item("SET RETROSPOT TEA,COFFEE,SUGAR"), item("Wood oil 0,5 l")}, false, "the set retrospot tea,coffee,sugar and the wood oil 0,5 l from"},
		"no name before the comma":            {[]app.Line{item("1, 2, 3 puzzle"), item("Rug")}, false, "the 1, 2, 3 puzzle and the Rug from"},
	}
	v := english(t)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			bought := app.Purchase{ID: app.ID{7}, Day: today - 3, Lines: tt.lines}
			kept := bought
			if tt.returned {
				kept.Lines = kept.Lines[:len(kept.Lines)-1]
			}
			brief := kept.InBrief(app.Plan{})
			brief.Rest = nil // as a summary keeps it
			got := v.Opening(card(func(c *calling.Card) {
				reason(calllist.Reason{Kind: app.AfterPurchase, Bought: &brief})(c)
				c.About = []app.Purchase{bought}
			}), "")
			if want := "You bought " + tt.want + " us on Tuesday"; !strings.Contains(got, want) {
				t.Errorf("no %q in %q", want, got)
			}
		})
	}
}

func TestThatThereWasMoreIsSaidInEveryLanguage(t *testing.T) {
	tests := map[string]string{
		"de": "bed, mattress und noch einiges mehr.",
		"el": "bed, mattress και μερικά πράγματα ακόμα.",
		"en": "the bed, the mattress and some other things from",
		"es": "bed, mattress y algunas cosas más.",
		"fi": "bed, mattress ja muutama muu tuote.",
		"fr": "bed, mattress et quelques autres articles.",
		"it": "bed, mattress e qualche altra cosa.",
		"nl": "bed, mattress en nog een paar dingen.",
		"pl": "bed, mattress i jeszcze kilka rzeczy.",
		"pt": "bed, mattress e mais algumas coisas.",
		"sv": "bed, mattress och några saker till hos",
		"vi": "bed, mattress và một vài món khác.",
	}
	v := english(t)
	for tag, want := range tests {
		bought := app.Bought{Day: today - 3, Items: []app.BoughtItem{{Item: "bed, oak"}, {Item: "mattress, 160 cm"}}, More: 9}
		got := v.Opening(card(func(c *calling.Card) {
			c.Customer.Language = tag
			reason(calllist.Reason{Kind: app.AfterPurchase, Bought: &bought})(c)
		}), "")
		if !strings.Contains(got, want) {
			t.Errorf("%s: no %q in %q", tag, want, got)
		}
	}
}

func TestDaysAreSpokenInEveryLanguage(t *testing.T) {
	tests := map[string]struct{ first, eighth string }{
		"en": {"on the 1st of November", "on the 8th of October 2025"},
		"fr": {"le 1er novembre", "le 8 octobre 2025"},
		"it": {"il 1 novembre", "l’8 ottobre 2025"},
		"de": {"am 1. November", "am 8. Oktober 2025"},
		"vi": {"ngày 1 tháng 11", "ngày 8 tháng 10 năm 2025"},
	}
	v := english(t)
	for tag, tt := range tests {
		for day, want := range map[app.Day]string{app.NewDay(2026, 11, 1): tt.first, app.NewDay(2025, 10, 8): tt.eighth} {
			c := card(func(c *calling.Card) {
				c.Customer.Language = tag
				c.At = time.Date(2026, 12, 20, 10, 0, 0, 0, helsinki)
				c.Reasons[0].Bought = &app.Bought{Day: day}
			})
			if got := v.Opening(c, ""); !strings.Contains(got, want) {
				t.Errorf("%s: no %q in %q", tag, want, got)
			}
		}
	}
}
