// Package values reads what people and programs write for a day, a moment, an
// amount of money or a quantity: in whichever order, with whichever point, in
// words of many languages. What may be read in two ways is undecided, for
// somebody to be asked.
package values
