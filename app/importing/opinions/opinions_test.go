package opinions_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ringback.app/app"
	"ringback.app/app/importing"
	"ringback.app/app/importing/columns"
	"ringback.app/app/importing/importingtest"
)

func TestOpinionsAreReadFromATable(t *testing.T) {
	book := importingtest.NewShelf()
	book.Settings.TimeZone = "America/Sao_Paulo"
	importingtest.Take(t, book, importingtest.Told("review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp",
		`65df,a271,1,,"Pedi reembolso`+"\n"+`e sem resposta ",2018-03-08 00:00:00,2018-03-08 12:27:34`,
		`0c9b,cadd,5,prazo entrega,Recomendo,2018-08-26 00:00:00,2018-08-29 02:48:21`,
		`ecb8,b1b4,4,,,2018-08-04 00:00:00,2018-08-07 18:50:13`))
	all := importingtest.OpinionsOf(book)
	o := all["Pedi reembolso\ne sem resposta"]
	if o.Stars == nil || *o.Stars != 1 || o.Score != nil || o.Said != app.NewDay(2018, time.March, 8) || o.Source != app.FromWeb ||
		!o.Customer.IsZero() || o.Sender != "a271" || !o.Taken.Equal(time.Date(2018, 3, 8, 15, 27, 34, 0, time.UTC)) {
		t.Errorf("%+v", o)
	}
	if o := all["prazo entrega\nRecomendo"]; o.Stars == nil || *o.Stars != 5 {
		t.Errorf("the title is lost: %v", all)
	}
	if o := all[""]; o.Stars == nil || *o.Stars != 4 || len(all) != 3 {
		t.Errorf("stars without words are lost: %v", all)
	}
}

func TestAnOpinionFindsItsCustomerAndMakesNobodyKnown(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importing.Bytes("people.csv", []byte("Name,E-mail,Customer number\nMaija Korhonen,maija@example.com,12347\n")))
	before := len(book.Customers)
	importingtest.Take(t, book, importingtest.Told("Date,Customer no,Email,Comment,NPS",
		"2026-11-01,12347,,By number,9", "2026-11-02,,MAIJA@example.com,By address,10", "2026-11-03,99,who@example.com,Nobody,3"))
	all := importingtest.OpinionsOf(book)
	for _, words := range []string{"By number", "By address"} {
		if who := book.Customers[all[words].Customer]; who.Name.Full != "Maija Korhonen" || all[words].Sender != "" {
			t.Errorf("%s: %+v", words, all[words])
		}
	}
	if o := all["Nobody"]; !o.Customer.IsZero() || o.Sender != "who@example.com, 99" || o.Score == nil || *o.Score != 3 {
		t.Errorf("%+v", o)
	}
	if len(book.Customers) != before {
		t.Error("an opinion made somebody known")
	}
}

func TestASecondImportOfOpinionsChangesNothing(t *testing.T) {
	files := map[string]importing.Source{
		"with numbers of their own": importingtest.Told("review_id,order_id,review_score,review_creation_date", "a,1,5,2018-03-08", "a,2,5,2018-03-08"),
		"without":                   importingtest.Told("Date,Feedback,Stars", "2026-11-01,Fine,4", "2026-11-01,Fine,4", "2026-11-02,Fine,4"),
		"without even a day":        importing.Bytes("told.tsv", []byte("It is lovely.\t4, 7\nAll is well.\t1\nIt is lovely.\t4, 7\n")),
	}
	for name, file := range files {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			first := importingtest.Take(t, book, file)
			n := len(book.Others)
			again := importingtest.Look(t, book, importing.Options{Clock: func() time.Time { return time.Now().AddDate(0, 1, 0) }}, file)
			if s := again.Summary; s.Opinions.Same != first.Summary.Opinions.Created || s.Opinions.Created != 0 || n != first.Summary.Opinions.Created {
				t.Errorf("first %+v, then %+v, %d in the book", first.Summary.Opinions, s.Opinions, n)
			}
		})
	}
}

func TestWhatTheBookHasOfAnOpinionStays(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Told("review_id,order_id,review_score,review_comment_message", "a,1,5,Fine"))
	p := importingtest.Look(t, book, importing.Options{}, importingtest.Told("review_id,order_id,review_score,review_comment_message", "a,1,2,Not fine"))
	if p.Summary.Opinions.Same != 1 || len(p.Items[0].Problems) != 1 || p.Items[0].Problems[0].Key != "import.opinion.kept" {
		t.Errorf("%+v", p.Items)
	}
}

func TestOneBadLineCostsTheOthersNothing(t *testing.T) {
	now := func() time.Time { return time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC) }
	p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{Clock: now}, importingtest.Told("Review date,Review,Score",
		"2026-11-01,Fine,11", "2026-12-24,From the future,9", "2026-11-31,No such day,9", "2026-11-02,,", "2026-11-03,"+strings.Repeat("x", app.MaxVerbatim+1)+",9",
		"2026-11-04,Good,0", "2026-11-04,,11", "2026-12-24,From the future,11"))
	var got []string
	for _, i := range p.Items {
		keys := []string{string(i.Action)}
		for _, problem := range i.Problems {
			keys = append(keys, problem.Key)
		}
		got = append(got, strings.Join(keys, " "))
	}
	want := []string{
		"create import.opinion.rating", "reject import.opinion.ahead", "reject import.row.day", "reject import.opinion.empty",
		"reject import.opinion.long", "create", "reject import.opinion.rating-alone", "reject import.opinion.rating-alone import.opinion.ahead",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWordsTooLongAreLeftOutWithTheirLineAndTheOthersGoIn(t *testing.T) {
	book := importingtest.NewShelf()
	half := strings.Repeat("ä", app.MaxVerbatim/4+1)
	p := importingtest.Take(t, book, importingtest.Told("review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp",
		"65df,a271,1,"+strings.Repeat("x", 60_000)+","+strings.Repeat("y", 60_000)+",2018-03-08 00:00:00,2018-03-08 12:27:34",
		"0c9b,cadd,5,"+half+","+half+",2018-08-26 00:00:00,2018-08-29 02:48:21",
		"ecb8,b1b4,4,,,2018-08-04 00:00:00,2018-08-07 18:50:13"))
	var rejected []string
	for _, i := range p.Items {
		if i.Action == importing.Reject {
			rejected = append(rejected, i.Problems[0].Key)
		}
	}
	if diff := cmp.Diff([]string{"import.opinion.long"}, rejected); diff != "" {
		t.Error(diff)
	}
	if all := importingtest.OpinionsOf(book); len(all) != 2 {
		t.Errorf("%d went in", len(all))
	}
}

func TestWordsAreTakenWholeOrNotAtAll(t *testing.T) {
	for name, tt := range map[string]struct {
		words string
		whole bool
	}{
		"in quotes, as long as may be":       {`"` + strings.Repeat("Lovely, ", app.MaxVerbatim/8) + `"`, true},
		"without, as long as may be":         {strings.Repeat("Lovely! ", app.MaxVerbatim/8), true},
		"of as many lines as may be":         {`"` + strings.Repeat("Lovely.\n", app.MaxVerbatim/8) + `"`, true},
		"of four bytes a letter":             {strings.Repeat("🙂", app.MaxVerbatim), true},
		"longer":                             {strings.Repeat("Lovely! ", app.MaxVerbatim/8) + "x", false},
		"in quotes, of a megabyte":           {`"Everything was wonderful, ` + strings.Repeat("x", 1<<20) + `"`, false},
		"without quotes, of a megabyte":      {"Everything was wonderful" + strings.Repeat("x", 1<<20), false},
		"in quotes, of 900 kB":               {`"Everything was wonderful, ` + strings.Repeat("x", 900_000) + `"`, false},
		"in quotes, of 900 kB and lines":     {`"` + strings.Repeat("Everything was wonderful.\n", 36_000) + `"`, false},
		"of more than that, four bytes each": {strings.Repeat("🙂", app.MaxVerbatim+100), false},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			p := importingtest.Take(t, book, importingtest.Told("Date,Feedback,Stars", "2026-11-01,"+tt.words+",5", "2026-11-02,\"So, so\",3"))
			all := importingtest.OpinionsOf(book)
			words := strings.TrimSpace(strings.Trim(tt.words, `"`))
			if _, whole := all[words]; whole != tt.whole || *all["So, so"].Stars != 3 {
				t.Errorf("taken in: %v, with the line below it %d", whole, len(all))
			}
			if tt.whole {
				return
			}
			problem := p.Items[0].Problems[0]
			if len(all) != 1 || p.Items[0].Action != importing.Reject || problem.Args["Line"] != 2 || problem.Args["Most"] != app.MaxVerbatim {
				t.Errorf("%d taken in; %+v", len(all), problem)
			}
		})
	}
}

func TestADayOfAnOpinionThatCanBeTwoIsAsked(t *testing.T) {
	file := importingtest.Told("Review date,Review", "3/4/2026,Fine")
	book := importingtest.NewShelf()
	_, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{})
	if _, columns := columns.Asks(err); columns || importingtest.KeyOf(err) != "error.import.said-order" {
		t.Fatalf("%v (asked for all its columns: %v)", err, columns)
	}
	m, err := columns.ParseMapping("Review date=said:dmy")
	if err != nil {
		t.Fatal(err)
	}
	if p := importingtest.Look(t, book, importing.Options{Map: []columns.Mapping{m}}, file); p.Items[0].Day != app.NewDay(2026, time.April, 3) {
		t.Errorf("%+v", p.Items)
	}
}

func TestATableIsWhatItsColumnsSay(t *testing.T) {
	for header, want := range map[string]importing.Kind{
		"Date,Customer no,Item,Price,Comment": importing.KindPurchases,
		"Name,Phone,Comments":                 importing.KindCards,
		"Date,Customer no,Item,Comment":       importing.KindPurchases,
		"Date,Customer no,Comment":            importing.KindOpinions,
		"Stars,Feedback":                      importing.KindOpinions,
	} {
		line := strings.Join(strings.Split("2026-11-01,12347,x,9.50,y", ",")[:strings.Count(header, ",")+1], ",")
		p := importingtest.Look(t, importingtest.NewShelf(), importing.Options{}, importingtest.Told(header, line))
		if p.Files[0].Kind != want {
			t.Errorf("%s is a table of %s", header, p.Files[0].Kind)
		}
	}
}

func TestSentencesWithoutAHeaderAreOpinions(t *testing.T) {
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importing.Bytes("xed_el.tsv", []byte("Έλα, μάγκα.\t6, 7\nΑυτό τη χάλασε τη δουλειά.\t1, 4\nΤρελάθηκες;\t1\n")))
	if all := importingtest.OpinionsOf(book); len(all) != 3 || all["Έλα, μάγκα."].ID.IsZero() {
		t.Errorf("%v", all)
	}
}

func TestOurOwnExportIsTheSameOpinions(t *testing.T) {
	book := importingtest.NewShelf()
	id := app.ID{0: 1, 15: 7}
	book.Others[id] = app.Opinion{ID: id, Verbatim: "Fine", Score: importingtest.Of(4)}
	p := importingtest.Look(t, book, importing.Options{}, importingtest.Told("Said on,Taken down,Customer number,Customer,Source,Score,Stars,What they said,ID",
		"2026-11-01,2026-11-02 10:00,,,on a card,4,,Fine,"+id.String()))
	if p.Files[0].Program != "Ringback" || p.Summary.Opinions.Same != 1 || len(p.Items[0].Problems) > 0 {
		t.Errorf("%+v, %+v", p.Files[0], p.Items)
	}
}

// The counts are those of Python's csv module on the same files, and of awk
// (END {print NR}) for those without a header.
func TestOpinionsOfTheCorpusAreCountedAsAnotherToolCountsThem(t *testing.T) {
	folder := os.Getenv("RINGBACK_CORPUS")
	if folder == "" {
		t.Skip("RINGBACK_CORPUS names no folder of opinions to try")
	}
	type counts struct {
		Opinions, Words int
		Stars           [app.MaxStars + 1]int
	}
	for name, want := range map[string]counts{
		"olist_order_reviews.csv":   {4862, 2479, [6]int{0, 1578, 211, 386, 728, 1959}},
		"cfpb_complaints_small.csv": {5, 2, [6]int{5}},
		"xed_fi.tsv":                {180, 180, [6]int{180}},
		"xed_el.tsv":                {180, 180, [6]int{180}},
		"xed_pl.tsv":                {180, 180, [6]int{180}},
		"xed_vi.tsv":                {180, 180, [6]int{180}},
		"amazon_cells_labelled.txt": {600, 600, [6]int{600}},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			importingtest.Take(t, book, importing.Path(filepath.Join(folder, "opinions", name)))
			var got counts
			for _, r := range book.Others {
				o, ok := r.(app.Opinion)
				if !ok {
					continue
				}
				got.Opinions++
				if o.Verbatim != "" {
					got.Words++
				}
				stars := 0
				if o.Stars != nil {
					stars = *o.Stars
				}
				got.Stars[stars]++
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheLongestComplaintIsTakenInLetterByLetter(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("They never wrote back, “not once”; δεν απάντησαν. ", 450))[:21_928]
	long = strings.ToValidUTF8(long, "")
	book := importingtest.NewShelf()
	importingtest.Take(t, book, importingtest.Told("Date received,Product,Issue,Consumer complaint narrative,Company,Complaint ID",
		`2019-09-24,Debt collection,Not mine,"`+long+`",Transworld,3384392`))
	o := importingtest.OpinionsOf(book)[long]
	if o.ID.IsZero() || o.Said != app.NewDay(2019, time.September, 24) || o.Rated() || !slices.Equal(o.Themes, []string{"Not mine"}) || o.Sender != "" {
		t.Errorf("%d letters, %+v", len(o.Verbatim), o.Said)
	}
}

func FuzzOpinions(f *testing.F) {
	f.Add("2026-11-01,12347,5,Fine", "2026-11-02,,11,\"Two\nlines\"")
	f.Add("31.2.2026,,,", "\x00,\xff,★★★,=1+1")
	f.Add("3/4/2026,a,0,x", "2026-12-24,b,4/5,y")
	f.Fuzz(func(t *testing.T, first, second string) {
		book := importingtest.NewShelf()
		file := importingtest.Told("Review date,Customer no,Stars,Review", first, second)
		p, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{})
		if err != nil {
			return
		}
		if _, err := importing.New(book, book.IDs).Commit(t.Context(), p); err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, r := range book.Others {
			o, ok := r.(app.Opinion)
			if !ok {
				continue
			}
			n++
			if o.ID.IsZero() || o.Taken.IsZero() || o.Said.IsZero() || o.Score != nil && o.Stars != nil || o.Stars != nil && (*o.Stars < 1 || *o.Stars > app.MaxStars) {
				t.Errorf("%+v", o)
			}
		}
		again, err := importing.New(book, book.IDs).Read(t.Context(), []importing.Source{file}, importing.Options{})
		if p.Files[0].Kind == importing.KindOpinions && (n != p.Summary.Opinions.Created || err != nil || again.Summary.Opinions.Created > 0) {
			t.Errorf("%d taken in of %+v, then %+v, %v", n, p.Summary.Opinions, again, err)
		}
	})
}

func TestTheNumberOfAnOrderFindsWhoseAnOpinionIs(t *testing.T) {
	people := importing.Bytes("people.csv", []byte("Name,E-mail,Customer number\nMaija Korhonen,m@example.com,1\nMatti Virta,v@example.com,2\n"))
	orders := importing.Bytes("orders.csv", []byte("Order,Date,Customer number,Item,Amount\nA1,2026-10-01,1,Table,100\nB2,2026-10-02,1,Lamp,10\nB2,2026-10-03,2,Chair,20\nC3,2026-11-20,1,Vase,5\n"))
	told := importingtest.Told("order_id,Name,Customer number,Comment,NPS,Date",
		"#a1,,,By the order,9,2026-10-09", "B2,,,Two have it,5,2026-10-09", "A1,Bob Bear,,Somebody else,4,2026-10-09",
		"A1,,2,Another number,3,2026-10-09", "C3,,,Before it was bought,8,2026-10-09", "B2,,2,Theirs by number,7,2026-10-09",
		"X9,,,Nobody knows it,6,2026-10-09")
	whose := func(t *testing.T, book *importingtest.Shelf) {
		t.Helper()
		for words, want := range map[string]string{
			"By the order": "Maija Korhonen", "Two have it": "", "Somebody else": "", "Before it was bought": "",
			"Another number": "Matti Virta", "Theirs by number": "Matti Virta", "Nobody knows it": "",
		} {
			o := importingtest.OpinionsOf(book)[words]
			if who := book.Customers[o.Customer].Name.Full; who != want || (o.Sender == "") != (want != "") {
				t.Errorf("%s: is of %q, sender %q, want %q", words, who, o.Sender, want)
			}
		}
		for words, receipt := range map[string]string{"By the order": "A1", "Theirs by number": "B2"} {
			about := importingtest.OpinionsOf(book)[words].About
			if len(about) != 1 || book.Bought[about[0]].Receipt != receipt {
				t.Errorf("%s: is about %v", words, about)
			}
		}
		if about := importingtest.OpinionsOf(book)["Another number"].About; len(about) != 0 {
			t.Errorf("what another bought: %v", about)
		}
	}
	for name, imports := range map[string][][]importing.Source{
		"in the book":          {{people}, {orders}, {told}},
		"in the same import":   {{people, orders, told}},
		"in whichever order":   {{told, orders, people}},
		"some of it each time": {{people, orders}, {orders, told}},
	} {
		t.Run(name, func(t *testing.T) {
			book := importingtest.NewShelf()
			var last *importing.Preview
			for _, files := range imports {
				last = importingtest.Take(t, book, files...)
			}
			whose(t, book)
			if got := last.Summary.ByOrder; got != 1 {
				t.Errorf("%d by their order", got)
			}
			for key, want := range map[string]int{"import.opinion.order-several": 1, "import.opinion.order-other": 1} {
				n := 0
				for _, problem := range importingtest.Problems(last) {
					if problem == key {
						n++
					}
				}
				if n != want {
					t.Errorf("%s %d times", key, n)
				}
			}
			again := importingtest.Take(t, book, told)
			if again.Summary.Opinions.Same != 7 || again.Summary.Created+again.Summary.Updated > 0 {
				t.Errorf("a second time: %+v", again.Summary.Opinions)
			}
			whose(t, book)
		})
	}
}
