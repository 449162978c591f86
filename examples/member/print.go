// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"fmt"
	"io"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
)

// A printer writes for people who read a language.
type printer struct {
	to      io.Writer
	lang    language.Tag
	details bool
}

// line writes the one of two sentences that is in the language.
func (p printer) line(ja, en string, args ...any) {
	form := ja
	if p.lang == language.English {
		form = en
	}
	fmt.Fprintf(p.to, form+"\n", args...)
}

// quote writes the period, the premium with the setting that it is for, and what
// is still needed for a quotation.
func (p printer) quote(q coverage.Quote) {
	p.line("加入者   %s", "Member: %s", q.Application.Company)
	p.line("保険期間 %s", "Policy period: %s", q.Membership.Period.Text(p.lang))
	p.line("", "")
	fmt.Fprint(p.to, q.Sheet().Text(p.lang))
	p.line("\n標準的な設定", "\nStandard setting")
	for _, s := range q.Settings() {
		p.line("  %s", "  %s", s.Text(p.lang))
	}
	p.line("", "")
	for _, r := range q.Referrals {
		p.line("%s  %s", "%s  %s", r.Clause, r.Text(p.lang))
	}
	for _, n := range q.Notes {
		p.line("%s  %s", "%s  %s", n.Clause, n.Text(p.lang))
	}
	if missing := q.MissingText(p.lang); missing != "" {
		fmt.Fprintln(p.to, missing)
	}
}

func (p printer) recorded(policy coverage.Policy) {
	p.line("\n加入者証番号 %s として記録しました。\n", "\nRecorded as certificate %s.\n", policy.Terms().Number)
}

// story writes the title of a claim, with what is said of the title where the
// claim is assessed twice, and what is assumed.
func (p printer) story(s story, ja, en string) {
	p.line(s.ja+ja+"\n"+s.assumedJA, s.en+en+"\n"+s.assumedEN)
}

// assessed writes an assessment, with every question if details are wanted.
func (p printer) assessed(a coverage.Assessment) {
	fmt.Fprintln(p.to, a.Text(p.lang))
	if p.details {
		fmt.Fprintln(p.to, a.Details(p.lang))
	}
}

func (p printer) left(policy coverage.Policy, h coverage.History) error {
	reserves, err := policy.Reserves(h)
	if err != nil {
		return err
	}
	p.line("確認中の事案のお支払見込額", "Still to be paid for open claims")
	for _, c := range reserves.Claims {
		p.line("  %s", "  %s", c.Text(p.lang))
	}
	p.line("\n支払限度額の残額", "\nRemaining limits")
	for _, r := range reserves.Limits {
		p.line("  %s %s", "  %s %s", r.Limit.ID, r.Text(p.lang))
	}
	return nil
}
