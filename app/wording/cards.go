package wording

import "ringback.app/app"

// cardProperty names a property of a card; one that has no word of its own is called
// as the card calls it.
func (v *Voice) cardProperty(p app.CardProperty) string {
	if key := cardPropertyKey(p); key != "" {
		return v.Say(key, nil)
	}
	return string(p)
}

func cardPropertyKey(p app.CardProperty) string {
	switch p {
	case "FN", "N":
		return "card.property.name"
	case "NICKNAME":
		return "card.property.nickname"
	case "ORG":
		return "card.property.firm"
	case "TITLE":
		return "card.property.job-title"
	case "ROLE":
		return "card.property.role"
	case "TEL":
		return "card.property.phone-number"
	case "EMAIL":
		return "card.property.e-mail-address"
	case "ADR":
		return "card.property.address"
	case "URL":
		return "card.property.web-address"
	case "BDAY":
		return "card.property.birthday"
	case "ANNIVERSARY":
		return "card.property.anniversary"
	case "LANG":
		return "card.property.language"
	case "TZ":
		return "card.property.time-zone"
	case "NOTE":
		return "card.property.note"
	case "CATEGORIES":
		return "card.property.tag"
	case "UID":
		return "card.property.card-own-number"
	case "X-CUSTOMER-ID":
		return "card.property.customer-number"
	case "BEST-TIME":
		return "card.property.best-time-to-call"
	case "X-DO-NOT-CALL":
		return "card.property.wish-not-to-be-called"
	case "PHOTO":
		return "card.property.photo"
	case "LOGO":
		return "card.property.logo"
	case "SOUND":
		return "card.property.sound"
	case "KEY":
		return "card.property.key"
	}
	return ""
}
