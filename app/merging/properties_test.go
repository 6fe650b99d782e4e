package merging_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
)

func TestThePropertiesOfBothCardsStay(t *testing.T) {
	property := func(group, name, value string) app.Property {
		return app.Property{Group: group, Name: name, Value: value}
	}
	kept, other := person(1, "Bo Ek", anyPhone), person(2, "Bo Ek", anyPhone)
	kept.Unknown = []app.Property{
		property("", "REV", "20250101"), property("", "URL", "https://a.example"), property("", "PHOTO", "data:a"),
		property("item1", "RELATED", "Maja"), property("item1", "X-ABLABEL", "Sister"),
	}
	other.Unknown = []app.Property{
		property("", "REV", "20260101"), property("", "url", "https://a.example "), property("", "URL", "https://b.example"),
		property("", "PHOTO", "data:b"), property("", "IMPP", "xmpp:bo@b.example"), property("", "IMPP", "sip:bo@b.example"),
		property("item1", "RELATED", "Aino"), property("ITEM1", "X-ABLABEL", "Mother"),
		property("item2", "RELATED", "Maja"), property("item2", "X-ABLABEL", "Sister"),
		property("item3", "X-ABDATE", "2020-01-01"), property("item3", "X-ABLABEL", "Moved in"),
		property("item4", "X-ABLABEL", "of a number"),
	}
	b := newBook(kept, other)
	b.purchases = []app.Purchase{{ID: id(10), Customer: id(1)}}
	p := propose(t, b)
	if p.Kept.Customer.ID != id(1) {
		t.Fatalf("%v stays", p.Kept.Customer.ID)
	}
	want := []app.Property{
		property("", "REV", "20250101"), property("", "URL", "https://a.example"), property("", "PHOTO", "data:a"),
		property("item1", "RELATED", "Maja"), property("item1", "X-ABLABEL", "Sister"),
		property("", "URL", "https://b.example"), property("", "IMPP", "xmpp:bo@b.example"), property("", "IMPP", "sip:bo@b.example"),
		property("other1", "RELATED", "Aino"), property("item3", "X-ABDATE", "2020-01-01"),
		property("other1", "X-ABLABEL", "Mother"), property("item3", "X-ABLABEL", "Moved in"),
	}
	if diff := cmp.Diff(want, p.Merged(nil).Unknown); diff != "" {
		t.Error(diff)
	}
	if len(kept.Unknown) != 5 || other.Unknown[6].Group != "item1" {
		t.Error("what was read was changed")
	}
}
