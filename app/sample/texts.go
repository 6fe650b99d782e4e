package sample

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed made-up/*.txt
var madeUp embed.FS

// culture is how people of one language are named.
type culture struct {
	language string
	women    []string
	men      []string
	families []string
}

// home is a place to live in, with numbers that nobody has.
type home struct {
	country, city, zone, street, postal string
	label, typed, e164                  string // # stands for a digit
}

// ware is something the shop sells.
type ware struct {
	item  string
	price int64 // cents of a euro
	often int
}

// texts are what the shop is made up of.
type texts struct {
	cultures []culture
	firms    []string
	staff    []string
	owner    string
	name     string // of the shop
	homes    []home
	wares    []ware
	words    map[string][][]string // by what they are for
}

func readTexts() (texts, error) {
	var t texts
	if err := t.readNames(); err != nil {
		return t, err
	}
	err := eachRow("homes.txt", 8, func(row []string) error {
		t.homes = append(t.homes, home{row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]})
		return nil
	})
	if err != nil {
		return t, err
	}
	err = eachRow("catalogue.txt", 4, func(row []string) error {
		price, err := strconv.ParseInt(row[1], 10, 64)
		if err != nil {
			return fmt.Errorf("price: %w", err)
		}
		often, err := strconv.Atoi(row[3])
		if err != nil {
			return fmt.Errorf("how often: %w", err)
		}
		t.wares = append(t.wares, ware{row[0], price, often})
		return nil
	})
	if err != nil {
		return t, err
	}
	t.words = make(map[string][][]string)
	err = eachRow("words.txt", 0, func(row []string) error {
		t.words[row[0]] = append(t.words[row[0]], row[1:])
		return nil
	})
	return t, err
}

func (t *texts) readNames() error {
	return eachLine("names.txt", func(line string) error {
		what, list, ok := strings.Cut(line, ": ")
		if !ok {
			return fmt.Errorf("no colon in %q", line)
		}
		names := strings.Split(list, ", ")
		language, part, _ := strings.Cut(what, " ")
		switch {
		case what == "firms":
			t.firms = names
			return nil
		case what == "staff":
			t.staff = names
			return nil
		case what == "owner":
			t.owner = list
			return nil
		case what == "shop":
			t.name = list
			return nil
		case len(t.cultures) == 0 || t.cultures[len(t.cultures)-1].language != language:
			t.cultures = append(t.cultures, culture{language: language})
		}
		c := &t.cultures[len(t.cultures)-1]
		switch part {
		case "women":
			c.women = names
		case "men":
			c.men = names
		default:
			c.families = names
		}
		return nil
	})
}

// eachRow reads the rows of a file, which must have that many columns; 0: any.
func eachRow(file string, columns int, read func(row []string) error) error {
	return eachLine(file, func(line string) error {
		row := strings.Split(line, " | ")
		if columns > 0 && len(row) != columns {
			return fmt.Errorf("%d columns in %q", len(row), line)
		}
		return read(row)
	})
}

func eachLine(file string, read func(line string) error) error {
	content, err := madeUp.ReadFile("made-up/" + file)
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := read(line); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}
