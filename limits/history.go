// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"
	"strconv"
	"strings"
	"unique"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Paid is the history of a policy period: for each head of loss, the amount by
// which the claims of the period erode the limits. That is the amount paid, and
// for a claim that is overpaid the larger of the amount payable and the amount
// really paid; see [Series]. There is no input for a recovery yet.
//
// A Paid is an immutable, comparable value. It belongs to a set of heads, so
// every program of a tree, and of another one with the same heads, can use
// it, whatever its terms and the endorsements attached. The zero Paid is a period
// without payments, for any program.
type Paid struct {
	names  names
	amount [mostHeads]yen.Amount // by place in names
}

// A Series is one claim to date, or a series of related claims
// (一連の損害賠償請求) that counts as one claim. It holds for each head the losses,
// the amount paid and the amount by which the series erodes the limits, and the
// reduction by an adjuster.
//
// A series erodes every aggregate limit, head by head, by the larger of the amount
// payable and the amount really paid. The two differ while the series is overpaid.
// If later damages scale down defence costs that were paid, for example, the
// excess is set off against damages that become payable: these erode their limit
// although nothing is paid out. The insurer decides on any recovery of an overpaid
// amount. There is no input for a recovery yet, so the limit stays eroded.
//
// A Series is an immutable, comparable value. The [Paid] of its period includes
// it. [Payment.Parts] lists its amounts by head. The zero Series is a claim
// without losses.
type Series struct {
	names  names
	loss   [mostHeads]yen.Amount
	paid   [mostHeads]yen.Amount
	held   [mostHeads]yen.Amount // of the limits, from the amount paid to the loss
	reduce yen.Amount
}

// Reduce returns the series with an adjuster's reduction of the whole claim in
// yen. The [Reduction] of the program applies it. It replaces the reduction set
// before, and 0 means no reduction. [Program.Pay] checks the amount.
func (s Series) Reduce(by yen.Amount) Series {
	s.reduce = by
	return s
}

// Reduced returns the amount in yen that an adjuster takes off the claim, or 0 if
// there is no reduction. See [Series.Reduce].
func (s Series) Reduced() yen.Amount { return s.reduce }

// All returns the heads in order of name, each with its amount.
func (p Paid) All() iter.Seq2[Head, yen.Amount] {
	return func(yield func(Head, yen.Amount) bool) {
		for i, h := range heads(p.names) {
			if !yield(h, p.amount[i]) {
				return
			}
		}
	}
}

// Total returns the sum over all heads.
func (p Paid) Total() yen.Amount { return total(&p.amount) }

// total adds amounts, each within [yen.Max].
func total(amounts *[mostHeads]yen.Amount) yen.Amount {
	var sum yen.Amount
	for _, a := range amounts {
		sum += a
	}
	return sum
}

// heads returns the heads of a set of names, in order.
func heads(n names) []Head {
	var all []Head
	if n != (names{}) {
		for h := range strings.SplitSeq(n.Value(), " ") {
			all = append(all, Head(h))
		}
	}
	return all
}

// String returns the heads in order of name, each with its amount in yen:
// "damages 69000000; defence 0". For the zero Paid it returns "".
func (p Paid) String() string {
	var b strings.Builder
	for i, h := range heads(p.names) {
		next(&b, string(h), p.amount[i])
	}
	return b.String()
}

// String returns the reduction, if there is one, and the heads in order of name,
// each with its losses and payments in yen, and with the amount by which it
// erodes the limits if that is larger:
// "reduced 500000; damages 150000000 99500000 100000000; defence 0 0". For the
// zero Series it returns "".
func (s Series) String() string {
	var b strings.Builder
	if s.reduce != 0 {
		next(&b, reduced, s.reduce)
	}
	for i, h := range heads(s.names) {
		if s.held[i] > s.paid[i] {
			next(&b, string(h), s.loss[i], s.paid[i], s.held[i])
		} else {
			next(&b, string(h), s.loss[i], s.paid[i])
		}
	}
	return b.String()
}

const reduced = "reduced"

func next(b *strings.Builder, name string, amounts ...yen.Amount) {
	if b.Len() > 0 {
		b.WriteString("; ")
	}
	b.WriteString(name)
	for _, a := range amounts {
		b.WriteString(" " + strconv.FormatInt(int64(a), 10))
	}
}

// ParsePaid parses the output of [Paid.String], and accepts no other text. It
// returns a [*fault.Error] with
//   - [fault.ErrSyntax] if s does not have that form, or a head is not valid,
//   - [fault.ErrOrder] if the heads are not in order of name, each once,
//   - [fault.ErrRange] if an amount is below zero or above [yen.Max].
func ParsePaid(s string) (Paid, error) {
	var p Paid
	var why *fault.Reason
	if p.names, why = read(s, &p.amount); why == nil && p.String() != s {
		why = fault.ErrSyntax
	}
	if why != nil {
		return Paid{}, &fault.Error{Op: "limits.ParsePaid", Input: s, Reason: why}
	}
	return p, nil
}

// ParseSeries parses the output of [Series.String], and accepts no other text. It
// returns the errors of [ParsePaid], and [fault.ErrRange] if a head has more payments
// than losses or its third amount is not between the two.
func ParseSeries(s string) (Series, error) {
	var series Series
	var why *fault.Reason
	lines := s
	// A reduction has one amount, a head of the same name has more.
	if first, rest, _ := strings.Cut(s, "; "); strings.Count(first, " ") == 1 && strings.HasPrefix(first, reduced+" ") {
		lines = rest
		series.reduce, why = amount(first[len(reduced)+1:])
	}
	if why == nil {
		series.names, why = read(lines, &series.loss, &series.paid, &series.held)
	}
	for i, held := range series.held {
		if why == nil && (series.paid[i] > held || held > series.loss[i]) {
			why = fault.ErrRange
		}
	}
	if why == nil && series.String() != s {
		why = fault.ErrSyntax
	}
	if why != nil {
		return Series{}, &fault.Error{Op: "limits.ParseSeries", Input: s, Reason: why}
	}
	return series, nil
}

// read reads heads in order of name, each with an amount for every column; the last
// amount is also that of the columns after it. Callers compare what they have read
// to the text.
func read(s string, columns ...*[mostHeads]yen.Amount) (names, *fault.Reason) {
	switch {
	case s == "":
		return names{}, nil
	case strings.Count(s, "; ") >= mostHeads:
		return names{}, fault.ErrSyntax
	}
	var order []string
	for line := range strings.SplitSeq(s, "; ") {
		words, i := strings.Split(line, " "), len(order)
		switch head := words[0]; {
		case !Head(head).valid():
			return names{}, fault.ErrSyntax
		case i > 0 && head <= order[i-1]:
			return names{}, fault.ErrOrder
		}
		for j, column := range columns {
			var why *fault.Reason
			if column[i], why = amount(words[min(1+j, len(words)-1)]); why != nil {
				return names{}, why
			}
		}
		order = append(order, words[0])
	}
	return unique.Make(strings.Join(order, " ")), nil
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
	parsed, err := ParsePaid(string(b))
	if err == nil {
		*p = parsed
	}
	return err
}

// MarshalText returns [Series.String]. It returns no error.
func (s Series) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText sets s to the result of [ParseSeries]. On error s is unchanged.
func (s *Series) UnmarshalText(b []byte) error {
	parsed, err := ParseSeries(string(b))
	if err == nil {
		*s = parsed
	}
	return err
}
