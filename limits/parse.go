// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"strconv"
	"strings"
	"unique"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// longestText is above the length of the text of any history, in bytes.
const longestText = 4096

// ParsePaid parses the output of [Paid.String], and accepts no other text. It
// returns a [*fault.Error] with
//   - [fault.ErrSyntax] if s does not have that form, or a head is not valid,
//   - [fault.ErrOrder] if the heads are not in order of name, each once,
//   - [fault.ErrRange] if an amount is below zero or above [yen.Max].
func ParsePaid(s string) (Paid, error) {
	var p Paid
	fields, why := split(s)
	if why == nil {
		p.names, why = read(fields, &p.amount)
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
	series, why := parseSeries(s)
	if why != nil {
		return Series{}, &fault.Error{Op: "limits.ParseSeries", Input: s, Reason: why}
	}
	return series, nil
}

func parseSeries(s string) (Series, *fault.Reason) {
	var series Series
	fields, why := split(s)
	if why != nil {
		return Series{}, why
	}
	// A reduction has one amount, a head of the same name has more.
	if len(fields) > 0 && fields[0][0] == reduced && len(fields[0]) == 2 {
		if series.reduce, why = amount(fields[0][1]); why != nil {
			return Series{}, why
		}
		if series.reduce == 0 {
			return Series{}, fault.ErrSyntax
		}
		fields = fields[1:]
	}
	for i, f := range fields {
		switch {
		case len(f) == 3:
			fields[i] = append(f, f[2])
		case len(f) == 4 && f[2] == f[3]:
			return Series{}, fault.ErrSyntax
		}
	}
	if series.names, why = read(fields, &series.loss, &series.paid, &series.held); why != nil {
		return Series{}, why
	}
	for i, held := range series.held {
		if series.paid[i] > held || held > series.loss[i] {
			return Series{}, fault.ErrRange
		}
	}
	return series, nil
}

// split splits a text into its heads and amounts.
func split(s string) ([][]string, *fault.Reason) {
	if len(s) > longestText {
		return nil, fault.ErrSyntax
	}
	if s == "" {
		return nil, nil
	}
	var fields [][]string
	for f := range strings.SplitSeq(s, "; ") {
		fields = append(fields, strings.Split(f, " "))
	}
	return fields, nil
}

// read reads heads in order of name, each with one amount for every column.
func read(fields [][]string, columns ...*[mostHeads]yen.Amount) (names, *fault.Reason) {
	if len(fields) > mostHeads {
		return names{}, fault.ErrSyntax
	}
	var order []string
	for i, f := range fields {
		if len(f) != 1+len(columns) {
			return names{}, fault.ErrSyntax
		}
		if !Head(f[0]).valid() {
			return names{}, fault.ErrSyntax
		}
		if i > 0 && f[0] <= order[i-1] {
			return names{}, fault.ErrOrder
		}
		order = append(order, f[0])
		for j, column := range columns {
			var why *fault.Reason
			if column[i], why = amount(f[1+j]); why != nil {
				return names{}, why
			}
		}
	}
	if len(order) == 0 {
		return names{}, nil
	}
	return unique.Make(strings.Join(order, " ")), nil
}

// amount reads plain digits, without a sign or leading zeros.
func amount(s string) (yen.Amount, *fault.Reason) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || strconv.FormatInt(n, 10) != s {
		return 0, fault.ErrSyntax
	}
	if n < 0 || n > int64(yen.Max) {
		return 0, fault.ErrRange
	}
	return yen.Amount(n), nil
}

// heads returns the heads of a set of names, in order.
func heads(n names) []Head {
	if n == (names{}) {
		return nil
	}
	text := strings.Split(n.Value(), " ")
	all := make([]Head, len(text))
	for i, h := range text {
		all[i] = Head(h)
	}
	return all
}
