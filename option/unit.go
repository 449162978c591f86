// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package option

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/width"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// A Unit is what the values of an option are. The zero Unit is yen.
type Unit string

const (
	InYen   Unit = ""       // an amount of yen: see [Yen]
	AsRatio Unit = "ratio"  // a ratio from 0 to 1: see [Ratio]
	People  Unit = "people" // a number of persons (名): see [Number]
	Pieces  Unit = "pieces" // a number of pieces (個)
	Hours   Unit = "hours"  // a number of hours (時間)
	ByClass Unit = "class"  // a class (区分) of a list, such as an industry: [Of] its code
)

func (u Unit) valid() bool {
	return slices.Contains([]Unit{InYen, AsRatio, People, Pieces, Hours, ByClass}, u)
}

func (u Unit) isNumber() bool { return u != AsRatio && u != ByClass }

// Text returns a number with the unit, in the language: 120名 or "120 persons".
func (u Unit) Text(n int64, tag language.Tag) string {
	digits := strings.TrimSuffix(yen.Amount(n).Grouped(), "円")
	ja, en := "", ""
	switch u {
	case People:
		ja, en = "名", "person"
	case Pieces:
		ja, en = "個", "piece"
	case Hours:
		ja, en = "時間", "hour"
	default:
		return digits
	}
	if n != 1 {
		en += "s"
	}
	return text.In(tag, digits+ja, digits+" "+en)
}

// A Class is one of the values of an option of the unit [ByClass]. The zero Class is
// not valid.
type Class struct {
	Code ID     `json:"code"` // such as retail
	JA   string `json:"ja"`   // the class in words
	EN   string `json:"en"`   // the same in English
}

// Text returns the class in words, in the language.
func (c Class) Text(tag language.Tag) string { return text.In(tag, c.JA, c.EN) }

// class returns the place of a class in the row, or -1.
func (r *Row) class(code ID) int {
	return slices.IndexFunc(r.Classes, func(c Class) bool { return c.Code == code })
}

// Text returns a value of the option in the language, with its unit: 100万円, 90%,
// 120名, or the class in words. For the zero Value it returns "".
func (r Row) Text(v Value, tag language.Tag) string {
	switch i := r.class(v.id); {
	case r.Unit == ByClass && v.kind == aName && i >= 0:
		return r.Classes[i].Text(tag)
	case r.Unit.isNumber() && r.Unit != InYen && v.kind == anAmount:
		return r.Unit.Text(int64(v.amount), tag)
	}
	return v.Text(tag)
}

// Parse returns the value of the option that people write: an amount as [yen.Parse] reads
// it, a ratio as [yen.ParseRatio] does, a number with its unit or without (1,000名, 12時間,
// 12 hours), or a class by its code or its words in either language. Capitals, full-width
// letters and spaces around it do not matter. A text of spaces, or an empty text, gives the
// zero Value. Parse accepts every text that [Row.Text] returns for a value of the option.
// Whether the option can have the value, [Table.Settle] says.
//
// Parse returns a [*fault.Error] with
//   - [fault.ErrUnknown] if there is no such class,
//   - the errors of yen.ParseRatio for a ratio, and of yen.Parse for other units.
func (r Row) Parse(s string) (Value, error) {
	word := ""
	if len(s) <= longest {
		word = plain(s)
	}
	switch {
	case strings.TrimSpace(s) == "":
		return Value{}, nil
	case word == "":
		return Value{}, syntax(s, r.want())
	case r.Unit == AsRatio:
		ratio, err := yen.ParseRatio(s)
		if err != nil {
			return Value{}, fault.In("option.Parse", "", err)
		}
		return Ratio(ratio), nil
	case r.Unit == ByClass:
		for _, c := range r.Classes {
			if word == plain(string(c.Code)) || word == plain(c.JA) || word == plain(c.EN) {
				return Of(c.Code), nil
			}
		}
		return Value{}, &fault.Error{Op: "option.Parse", Input: text.Cut(s), Want: r.want(), Reason: fault.ErrUnknown}
	case r.Unit != InYen:
		units := [...]string{
			r.Unit.Text(1, language.Japanese), r.Unit.Text(2, language.English), r.Unit.Text(1, language.English),
		}
		for _, one := range units {
			word = strings.TrimSuffix(word, strings.TrimSpace(one[1:]))
		}
		if strings.ContainsAny(word, "円¥") {
			return Value{}, syntax(s, r.Unit.Text(1000, language.Japanese))
		}
		s = word
	}
	a, err := yen.Parse(s)
	if err != nil {
		return Value{}, fault.In("option.Parse", "", err)
	}
	return Yen(a), nil
}

// plain returns a text in which what does not matter is gone.
func plain(s string) string { return strings.ToLower(strings.TrimSpace(width.Fold.String(s))) }

// bound returns an end of what can be stated, for an error.
func (r *Row) bound(a yen.Amount) string { return r.Text(Yen(a), language.Japanese) }
