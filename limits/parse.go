// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"strconv"
	"strings"
	"unique"

	"github.com/baiseki/baiseki/yen"
)

// longestText is above the length of the text of any history, in bytes.
const longestText = 4096

// ParsePaid parses the output of [Paid.String], and accepts no other text. It
// returns an [*Error] with
//   - [ErrSyntax] if s does not have that form,
//   - [ErrHead] if a head is not valid or the heads are not in order of name,
//   - [ErrAmount] if an amount is below zero or above [yen.Max].
func ParsePaid(s string) (Paid, error) {
	var p Paid
	fields, err := split(s)
	if err == nil {
		p.names, err = read(fields, &p.amount)
	}
	if err != nil {
		return Paid{}, &Error{"ParsePaid", s, err}
	}
	return p, nil
}

// ParseSeries parses the output of [Series.String], and accepts no other text. It
// returns the errors of [ParsePaid], and [ErrAmount] if a head has more payments
// than losses or its third amount is not between the two.
func ParseSeries(s string) (Series, error) {
	series, err := parseSeries(s)
	if err != nil {
		return Series{}, &Error{"ParseSeries", s, err}
	}
	return series, nil
}

func parseSeries(s string) (Series, error) {
	var series Series
	fields, err := split(s)
	if err != nil {
		return Series{}, err
	}
	// A reduction has one amount, a head of the same name has more.
	if len(fields) > 0 && fields[0][0] == reduced && len(fields[0]) == 2 {
		if series.reduce, err = amount(fields[0][1]); err != nil {
			return Series{}, err
		}
		if series.reduce == 0 {
			return Series{}, ErrSyntax
		}
		fields = fields[1:]
	}
	for i, f := range fields {
		switch {
		case len(f) == 3:
			fields[i] = append(f, f[2])
		case len(f) == 4 && f[2] == f[3]:
			return Series{}, ErrSyntax
		}
	}
	if series.names, err = read(fields, &series.loss, &series.paid, &series.held); err != nil {
		return Series{}, err
	}
	for i, held := range series.held {
		if series.paid[i] > held || held > series.loss[i] {
			return Series{}, ErrAmount
		}
	}
	return series, nil
}

// split splits a text into its heads and amounts.
func split(s string) ([][]string, error) {
	if len(s) > longestText {
		return nil, ErrSyntax
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
func read(fields [][]string, columns ...*[mostHeads]yen.Amount) (names, error) {
	if len(fields) > mostHeads {
		return names{}, ErrSyntax
	}
	var order []string
	for i, f := range fields {
		if len(f) != 1+len(columns) {
			return names{}, ErrSyntax
		}
		if !Head(f[0]).valid() || i > 0 && f[0] <= order[i-1] {
			return names{}, ErrHead
		}
		order = append(order, f[0])
		for j, column := range columns {
			var err error
			if column[i], err = amount(f[1+j]); err != nil {
				return names{}, err
			}
		}
	}
	if len(order) == 0 {
		return names{}, nil
	}
	return unique.Make(strings.Join(order, " ")), nil
}

// amount reads plain digits, without a sign or leading zeros.
func amount(s string) (yen.Amount, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || strconv.FormatInt(n, 10) != s {
		return 0, ErrSyntax
	}
	if n < 0 || n > int64(yen.Max) {
		return 0, ErrAmount
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
