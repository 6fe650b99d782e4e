package refusing_test

import (
	"context"
	"slices"
	"testing"

	"ringback.app/app"
	"ringback.app/app/importing/importingtest"
	"ringback.app/app/refusing"
)

// shelf is a book in memory that keeps who is kept apart.
type shelf struct{ *importingtest.Shelf }

func (s shelf) Kept(_ context.Context, key string) ([]byte, error) { return s.Notes[key], nil }

func TestWhatSomebodyRefusedHoldsForWhoeverMayBeThem(t *testing.T) {
	var (
		id   = func(n byte) app.ID { return app.ID{0: 1, 15: n} }
		home = app.Phone{Typed: "020 7946 0001", E164: "+442079460001"}
		mail = app.Email{Address: "ann@example.com"}
		any  = app.DoNotCall{Purpose: app.PurposeAny, Reason: "Not again"}
		ads  = app.DoNotCall{Purpose: app.PurposeMarketing}
		ann  = app.Customer{ID: id(1), Name: app.Name{Full: "Ann Lee"}, Birthday: "1980-03-19", Phones: []app.Phone{home}, Emails: []app.Email{mail}}
	)
	tests := map[string]struct {
		other  app.Customer
		apart  bool
		wishes []app.DoNotCall
		want   []app.DoNotCall // on the other's record; nil: it is left alone
	}{
		"the same number, and an initial": {app.Customer{Name: app.Name{Full: "A. Lee"}, Phones: []app.Phone{home}}, false, []app.DoNotCall{any}, []app.DoNotCall{any}},
		"the same address":                {app.Customer{Name: app.Name{Full: "Ann Lee"}, Emails: []app.Email{{Address: "Ann@Example.com"}}}, false, []app.DoNotCall{any}, []app.DoNotCall{any}},
		"nobody but a number":             {app.Customer{Phones: []app.Phone{{Typed: "02079460001", E164: home.E164}}}, false, []app.DoNotCall{any}, []app.DoNotCall{any}},
		"somebody else of the house":      {app.Customer{Name: app.Name{Full: "Tom Lee"}, Phones: []app.Phone{home}}, false, []app.DoNotCall{any}, nil},
		"a slip in the name":              {app.Customer{Name: app.Name{Full: "Anne Lee"}, Phones: []app.Phone{home}}, false, []app.DoNotCall{any}, []app.DoNotCall{any}},
		"a twin":                          {app.Customer{Name: app.Name{Full: "Tom Lee"}, Birthday: "1980-03-19", Phones: []app.Phone{home}}, false, []app.DoNotCall{any}, nil},
		"another extension":               {app.Customer{Name: app.Name{Full: "Ann Lee"}, Phones: []app.Phone{{Typed: "x", E164: home.E164, Extension: "7"}}}, false, []app.DoNotCall{any}, nil},
		"two, as a person said":           {app.Customer{Name: app.Name{Full: "Ann Lee"}, Phones: []app.Phone{home}}, true, []app.DoNotCall{any}, nil},
		"nothing in common but the name":  {app.Customer{Name: app.Name{Full: "Ann Lee"}}, false, []app.DoNotCall{any}, nil},
		"who refused the same":            {app.Customer{Name: app.Name{Full: "Ann Lee"}, Phones: []app.Phone{home}, DoNotCall: []app.DoNotCall{ads}}, false, []app.DoNotCall{ads}, nil},
		"who refused all calls":           {app.Customer{Name: app.Name{Full: "Ann Lee"}, Phones: []app.Phone{home}, DoNotCall: []app.DoNotCall{any}}, false, []app.DoNotCall{ads}, nil},
		"who refused less":                {app.Customer{Name: app.Name{Full: "Ann Lee"}, Phones: []app.Phone{home}, DoNotCall: []app.DoNotCall{ads}}, false, []app.DoNotCall{any}, []app.DoNotCall{ads, any}},
		"nothing was refused":             {app.Customer{Name: app.Name{Full: "Ann Lee"}, Phones: []app.Phone{home}}, false, nil, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			book := shelf{importingtest.NewShelf()}
			tt.other.ID = id(2)
			book.Customers[ann.ID], book.Customers[tt.other.ID] = ann, tt.other
			if tt.apart {
				book.Notes[app.StrangersKey(ann.ID, tt.other.ID)] = []byte{1}
			}
			others, err := refusing.Others(t.Context(), book, ann, tt.wishes)
			if err != nil {
				t.Fatal(err)
			}
			var got []app.DoNotCall
			if len(others) > 0 {
				got = others[0].DoNotCall
			}
			if len(others) > 1 || !slices.Equal(got, tt.want) {
				t.Errorf("%+v, want %+v", others, tt.want)
			}
		})
	}
}

func TestWhoSharesASwitchboardIsLeftAlone(t *testing.T) {
	book := shelf{importingtest.NewShelf()}
	desk := app.Phone{Typed: "020 7946 0001", E164: "+442079460001"}
	for n := range byte(30) {
		c := app.Customer{ID: app.ID{0: 1, 15: n}, Phones: []app.Phone{desk}}
		book.Customers[c.ID] = c
	}
	others, err := refusing.Others(t.Context(), book, book.Customers[app.ID{0: 1}], []app.DoNotCall{{Purpose: app.PurposeAny}})
	if err != nil || len(others) != 0 {
		t.Errorf("%d others, %v", len(others), err)
	}
}

func TestWhoSharesAnAddressIsFoundThoughTheirExtensionIsAnother(t *testing.T) {
	desk := func(extension string) app.Phone {
		return app.Phone{Typed: "020 7946 0001 ext. " + extension, E164: "+442079460001", Extension: extension}
	}
	mail := []app.Email{{Address: "ann@example.com"}}
	ann := app.Customer{ID: app.ID{15: 1}, Name: app.Name{Full: "Ann Lee"}, Phones: []app.Phone{desk("1")}, Emails: mail}
	again := app.Customer{ID: app.ID{15: 2}, Name: app.Name{Full: "Ann Lee"}, Phones: []app.Phone{desk("2")}, Emails: mail}
	book := shelf{importingtest.NewShelf()}
	book.Customers[ann.ID], book.Customers[again.ID] = ann, again
	others, err := refusing.Others(t.Context(), book, ann, []app.DoNotCall{{Purpose: app.PurposeAny}})
	if err != nil || len(others) != 1 {
		t.Errorf("%+v, %v", others, err)
	}
}
