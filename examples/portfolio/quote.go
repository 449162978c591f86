// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/examples/internal/officecsv"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A quoter quotes the rows of a file, in the form of the file and the language of its
// header.
type quoter struct {
	form
	csv  officecsv.Form
	lang language.Tag
}

func (q *quoter) say(ja, en string) string { return in(q.lang, ja, en) }

// header returns the names of the columns that are added to those of the input.
func (q *quoter) header() []string {
	return []string{
		q.say("保険期間の始期", "Start"), q.say("保険期間の終期", "End"), q.say("概算保険料（円）", "Indicative premium (yen)"),
		q.say("計算の基礎", "Basis"), q.say("理由", "Reason"),
	}
}

// badHeader returns the names of the columns before those of the input, in the file of the
// rows that cannot be read.
func (q *quoter) badHeader() []string {
	return []string{q.say("行", "Line"), q.say("項目", "Column"), q.say("理由", "Reason")}
}

// A clerk quotes rows, one after the other, and keeps the texts that come again.
type clerk struct {
	*quoter
	said map[string]string // in the encoding of the file
	when map[period.Period][2]string
	ways map[way][2]string // in the encoding of the file
	days map[string]period.Date
	row  []string // room for one
}

func (q *quoter) clerk() *clerk {
	return &clerk{
		quoter: q, said: map[string]string{}, when: map[period.Period][2]string{},
		ways: map[way][2]string{}, days: map[string]period.Date{},
	}
}

// period returns the start and the end of a period.
func (c *clerk) period(p period.Period) [2]string {
	t, ok := c.when[p]
	if !ok {
		t = [2]string{p.Start().String(), p.End().String()}
		c.when[p] = t
	}
	return t
}

// day parses a date.
func (c *clerk) day(s string) (period.Date, error) {
	d, ok := c.days[s]
	if ok {
		return d, nil
	}
	d, err := officecsv.ParseDate(s)
	if err == nil && len(c.days) < mostSaid {
		c.days[s] = d
	}
	return d, err
}

// encode returns a text in the encoding of the file.
func (c *clerk) encode(s string) (string, error) {
	in, ok := c.said[s]
	if ok {
		return in, nil
	}
	in, err := c.csv.Encode(s)
	if err == nil && len(c.said) < mostSaid {
		c.said[s] = in
	}
	return in, err
}

const mostSaid = 1000

// A quoted row is the result of one row of the input: a row of the output, or one of the
// bad rows.
type quoted struct {
	premium yen.Amount
	why     string // the clause and the reason of a referral or a refusal
	refused bool
	bad     *officecsv.Error
}

// quote appends the row of the output to b, unless the row is bad.
func (c *clerk) quote(b []byte, r officecsv.Row, err error) ([]byte, quoted) {
	var a coverage.Application
	if err == nil {
		a, err = c.application(r, c.day)
	}
	if err != nil {
		return b, quoted{bad: r.Fail(err)}
	}
	quote, err := c.scheme.Quote(a)
	var x quoted
	var when [2]string
	var price, basis, why string
	switch f, no := refused(err); {
	case no:
		x.refused, x.why = true, c.reason(f.Clause, f.Text(c.lang))
	case err != nil:
		return b, quoted{bad: c.place(a, r, err)}
	default:
		when = c.period(quote.Membership.Period)
		for i, n := range quote.Referrals {
			if i > 0 {
				x.why += c.say("", " ")
			}
			x.why += c.reason(string(n.Clause), n.Text(c.lang))
		}
		if x.why == "" {
			x.premium = quote.Premium.Total
			price = strconv.FormatInt(int64(x.premium), 10)
			if basis, err = c.basis(&quote.Premium); err != nil {
				return b, quoted{bad: r.Fail(err)}
			}
		}
	}
	if why, err = c.encode(x.why); err != nil {
		return b, quoted{bad: r.Fail(err)}
	}
	b, err = c.csv.Append(b, append(append(c.row[:0], r.Fields...), when[0], when[1], price, basis, why))
	if err != nil {
		return b, quoted{bad: r.Fail(err)}
	}
	return b, x
}

func (q *quoter) reason(clause, text string) string {
	return text + q.say("（"+clause+"）", " ("+clause+")")
}

// badRow appends a bad row, as it was, behind the line, the column and the reason.
func (q *quoter) badRow(b []byte, r officecsv.Row, e *officecsv.Error) []byte {
	row := []string{strconv.Itoa(e.Line)}
	for _, s := range []string{e.Column, e.Reason(q.lang)} {
		in, err := q.csv.Encode(s)
		if err != nil {
			in = "-"
		}
		row = append(row, in)
	}
	b, _ = q.csv.Append(b, append(row, r.Fields...))
	return b
}

// A way is the part of the basis of a premium that is beside the annual premium.
type way struct {
	origin    premium.Origin
	low, high yen.Amount
	months    int // 0 for a full year
}

// basis says how the premium comes about: the sales in the table, the annual premium and the
// part of a year.
func (c *clerk) basis(p *premium.Quote) (string, error) {
	w := way{p.Price.Origin, p.Price.Low, p.Price.High, p.Term.Months}
	if p.Term.IsFullYear() {
		w.months = 0
	}
	around, ok := c.ways[w]
	if !ok {
		before, after := c.around(w)
		for k, s := range [...]string{before, after} {
			var err error
			if around[k], err = c.csv.Encode(s); err != nil {
				return "", err
			}
		}
		c.ways[w] = around
	}
	digits := strings.TrimSuffix(p.Price.Annual.Grouped(), "円")
	return around[0] + digits + around[1], nil
}

// around returns the texts before and after the annual premium.
func (q *quoter) around(w way) (before, after string) {
	low, high := w.low.Text(q.lang), w.high.Text(q.lang)
	switch w.origin {
	case premium.Interpolated:
		before = q.say("表の"+low+"と"+high+"の間", "between the rows of "+low+" and "+high)
	case premium.NextRow:
		before = q.say("表の"+high+"の行", "the row of "+high)
	case premium.Flat:
		before = q.say("一律", "for all")
	default:
		before = q.say("表の"+low+"の行", "the row of "+low)
	}
	before += q.say("、年間 ", ", a year ¥")
	after = q.say("円", "")
	if w.months > 0 {
		after += q.say("、", ", ") + strconv.Itoa(w.months) + q.say("か月", " months")
	}
	return before, after
}
