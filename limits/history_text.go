// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"strconv"
	"strings"
	"unique"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// String returns the heads in order of name, each with its amount in yen, and what the
// insured has borne of an aggregate deductible:
// "damages 69000000 bears 250000; defence 0". For the zero Paid it returns "".
func (p Paid) String() string {
	var b []byte
	for i, h := range each(p.names) {
		e := p.at(i)
		if b = next(b, h, e.amount); e.borne != 0 {
			b = word(b, bears, int64(e.borne))
		}
	}
	return string(b)
}

// String returns the reduction, if there is one, and the heads in order of name,
// each with its losses and payments in yen, with the amount payable if that is another
// one, and with what other claims took before it, if they did:
// "reduced 500000; damages 150000000 99500000 100000000; defence 0 0". What the insured
// bears of an aggregate deductible follows, and the count of the losses, or their hours:
// "damages 900000 650000 bears 250000; gifts 300000 300000 count 300; profit 9000 6000 hours 36".
// Hours of 0 are those of losses that do not have the same. For the zero Series it
// returns "".
func (s Series) String() string { return s.text(false) }

// Short returns the series as String does, without the heads that have no amounts.
// [Paid.Series] reads it.
func (s Series) Short() string { return s.text(true) }

func (s *Series) text(short bool) string {
	var b []byte
	if s.reduce != 0 {
		b = next(b, reduced, s.reduce)
	}
	var all ledger
	s.open(&all)
	for i, h := range each(s.names) {
		e := &all[i]
		switch {
		case short && e.isZero():
			continue
		case e.beside != 0:
			b = next(b, h, e.loss, e.paid, e.due, e.beside)
		case e.due != e.paid:
			b = next(b, h, e.loss, e.paid, e.due)
		default:
			b = next(b, h, e.loss, e.paid)
		}
		if e.borne != 0 {
			b = word(b, bears, int64(e.borne))
		}
		switch {
		case e.hours:
			b = word(b, hours, e.count)
		case e.count != 0:
			b = word(b, count, e.count)
		}
	}
	return string(b)
}

// The words of the texts.
const (
	reduced = "reduced"
	bears   = "bears"
	count   = "count"
	hours   = "hours"
)

// longestText is more bytes than a period or a series is written with.
const longestText = 1 << 13

func next(b []byte, name string, amounts ...yen.Amount) []byte {
	if len(b) > 0 {
		b = append(b, "; "...)
	}
	b = append(b, name...)
	for _, a := range amounts {
		b = strconv.AppendInt(append(b, ' '), int64(a), 10)
	}
	return b
}

func word(b []byte, word string, n int64) []byte {
	return strconv.AppendInt(append(append(append(b, ' '), word...), ' '), n, 10)
}

// ParsePaid parses the output of [Paid.String], and accepts no other text. It
// returns a [*fault.Error] with
//   - [fault.ErrSyntax] if s does not have that form, or a head is not valid,
//   - [fault.ErrOrder] if the heads are not in order of name, each once,
//   - [fault.ErrRange] if an amount is below zero or above [yen.Max].
func ParsePaid(s string) (Paid, error) {
	var p Paid
	var why *fault.Reason
	var all [mostHeads]erosion
	p.names, why = read(s, names{}, func(i int, words string) *fault.Reason {
		return values(words, all[i].read, &all[i].amount)
	})
	if p.close(&all); why == nil && p.String() != s {
		why = fault.ErrSyntax
	}
	if why != nil {
		return Paid{}, &fault.Error{Op: "limits.ParsePaid", Input: text.Cut(s), Reason: why}
	}
	return p, nil
}

// Series parses the output of [Series.Short], for the heads of the period, and accepts
// no other text. It returns the errors of [ParseSeries], and [fault.ErrPolicy] for
// another head.
func (p Paid) Series(s string) (Series, error) {
	if s == "" {
		return Series{}, nil
	}
	series, why := parseSeries(s, p.names)
	if why == nil && series.Short() != s {
		why = fault.ErrSyntax
	}
	if why != nil {
		return Series{}, &fault.Error{Op: "limits.Paid.Series", Input: text.Cut(s), Reason: why}
	}
	return series, nil
}

// Heads returns the period without payments: the heads alone.
func (p Paid) Heads() Paid { return Paid{names: p.names} }

// ParseSeries parses the output of [Series.String], and accepts no other text. It
// returns the errors of [ParsePaid], and [fault.ErrRange] if more is payable under a
// head than it has losses, or a head without losses has a count.
func ParseSeries(s string) (Series, error) {
	series, why := parseSeries(s, names{})
	if why == nil && series.String() != s {
		why = fault.ErrSyntax
	}
	if why != nil {
		return Series{}, &fault.Error{Op: "limits.ParseSeries", Input: text.Cut(s), Reason: why}
	}
	return series, nil
}

// parseSeries reads a series, of some of the names if there are any.
func parseSeries(s string, of names) (series Series, why *fault.Reason) {
	if len(s) > longestText {
		return Series{}, fault.ErrSyntax
	}
	// A reduction has one amount, a head of the same name has more.
	if first, rest, _ := strings.Cut(s, "; "); strings.Count(first, " ") == 1 && strings.HasPrefix(first, reduced+" ") {
		s = rest
		if series.reduce, why = amount(first[len(reduced)+1:]); why != nil {
			return Series{}, why
		}
	}
	var all ledger
	series.names, why = read(s, of, func(i int, words string) *fault.Reason { return all[i].read(words) })
	series.close(&all)
	return series, why
}

// read reads what follows a head. A payable amount that is left out is the amount paid.
func (e *entry) read(words string) *fault.Reason {
	e.due = -1
	why := values(words, func(name string, n int64) bool {
		switch name {
		case bears:
			e.borne = yen.Amount(n)
		case count, hours:
			e.count, e.hours = n, name == hours
		default:
			return false
		}
		return true
	}, &e.loss, &e.paid, &e.due, &e.beside)
	if e.due < 0 {
		e.due = e.paid
	}
	if why == nil && (e.due > e.loss || e.loss == 0 && (e.hours || e.count > 0)) {
		why = fault.ErrRange
	}
	return why
}

func (e *erosion) read(name string, n int64) bool {
	e.borne = yen.Amount(n)
	return name == bears
}

// values reads numbers, and then pairs of a name and a number.
func values(words string, named func(name string, n int64) bool, to ...*yen.Amount) *fault.Reason {
	for first, more := true, true; more; first = false {
		var word string
		word, words, more = strings.Cut(words, " ")
		name := ""
		if !first && word >= ":" { // not a digit first
			name = word
			word, words, more = strings.Cut(words, " ")
		}
		n, why := amount(word)
		switch {
		case why != nil:
			return why
		case name != "" && named(name, int64(n)):
			to = nil
		case name != "" || len(to) == 0:
			return fault.ErrSyntax
		default:
			*to[0], to = n, to[1:]
		}
	}
	return nil
}

// read reads heads in order of name, each with what follows it. The heads are some of
// the given names or, if there are none, the names that it returns. Callers compare what
// they have read to the text.
func read(s string, of names, entry func(i int, words string) *fault.Reason) (names, *fault.Reason) {
	switch {
	case s == "":
		return of, nil
	case len(s) > longestText, strings.Count(s, "; ") >= mostHeads:
		return names{}, fault.ErrSyntax
	}
	var order []string
	rest := "" // of the given names
	if of != (names{}) {
		rest = of.Value()
	}
	last, i := "", -1
	for line := range strings.SplitSeq(s, "; ") {
		head, words, _ := strings.Cut(line, " ")
		switch i++; {
		case !Head(head).valid():
			return names{}, fault.ErrSyntax
		case head <= last:
			return names{}, fault.ErrOrder
		}
		last = head
		if of == (names{}) {
			order = append(order, head)
		} else {
			name := ""
			for name, rest, _ = strings.Cut(rest, " "); name != head; i++ {
				if name == "" {
					return names{}, fault.ErrPolicy
				}
				name, rest, _ = strings.Cut(rest, " ")
			}
		}
		if why := entry(i, words); why != nil {
			return names{}, why
		}
	}
	if of == (names{}) {
		of = unique.Make(strings.Join(order, " "))
	}
	return of, nil
}

func amount(s string) (yen.Amount, *fault.Reason) {
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil:
		return 0, fault.ErrSyntax
	case n < 0 || n > int64(yen.Max):
		return 0, fault.ErrRange
	}
	return yen.Amount(n), nil
}

// MarshalText returns [Paid.String]. It returns no error.
func (p Paid) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText sets p to the result of [ParsePaid]. On error p is unchanged.
func (p *Paid) UnmarshalText(b []byte) error {
	parsed, err := ParsePaid(text.Head(b, longestText))
	if err == nil {
		*p = parsed
	}
	return err
}

// MarshalText returns [Series.String]. It returns no error.
func (s Series) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText sets s to the result of [ParseSeries]. On error s is unchanged.
func (s *Series) UnmarshalText(b []byte) error {
	parsed, err := ParseSeries(text.Head(b, longestText))
	if err == nil {
		*s = parsed
	}
	return err
}
