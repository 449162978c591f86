// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"fmt"
	"io"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
)

// A printer writes for people who read a language.
type printer struct {
	to   io.Writer
	lang language.Tag
}

// line writes the one of two sentences that is in the language.
func (p printer) line(ja, en string, args ...any) {
	form := ja
	if p.lang == language.English {
		form = en
	}
	fmt.Fprintf(p.to, form+"\n", args...)
}

func (p printer) quote(q coverage.Quote) {
	p.line("加入者   %s", "Member: %s", q.Application.Company)
	p.line("保険期間 %s", "Period: %s", q.Membership.Period.Text(p.lang))
	p.line("", "")
	fmt.Fprintln(p.to, q.Premium.Sheet().Text(p.lang))
	for _, r := range q.Referrals {
		p.line("%s %s", "%s %s", r.Clause, r.Text(p.lang))
	}
	for _, n := range q.Notes {
		p.line("%s %s", "%s %s", n.Clause, n.Text(p.lang))
	}
	for _, c := range q.Missing {
		p.line("%s お見積もり依頼書の未記入：%s", "%s still missing from the request: %s", c.ID, c.Text(p.lang))
	}
}

func (p printer) recorded(policy coverage.Policy) {
	p.line("\n証券番号 %s として記録しました。\n", "\nRecorded as policy %s.\n", policy.Terms().Number)
}

// assumed writes the usual answers, which fill the silence of every claim.
func (p printer) assumed(s coverage.Scheme) {
	p.line("どの請求でも、確認のない事実は通常の回答を仮定しています。", "Of every claim the usual answers are assumed where nobody was asked:")
	for _, q := range s.Schedule().Wording().Questions {
		if q.Usual != exclusions.Unknown {
			fmt.Fprintln(p.to, "  "+q.Text(p.lang), q.Usual.Text(p.lang))
		}
	}
	p.line("", "")
}

// judged writes the facts of a story that a person is assumed to have judged.
func (p printer) judged(s coverage.Scheme, f exclusions.Facts) {
	p.line("担当者の判断として、次のとおりとします。", "Assumed to have been judged by a person:")
	for _, q := range s.Schedule().Wording().Questions {
		if judged().Of(q.Fact).Basis == exclusions.Stated {
			fmt.Fprintln(p.to, "  "+q.Text(p.lang), f.Of(q.Fact).Truth.Text(p.lang))
		}
	}
	p.line("", "")
}

func (p printer) story(c story, s coverage.Scheme) {
	p.line(c.ja+"\n"+c.assumedJA, c.en+"\n"+c.assumedEN)
	p.judged(s, c.claim.Facts)
}

func (p printer) assessed(a coverage.Assessment) {
	fmt.Fprintln(p.to, a.Sheet().Text(p.lang))
	if cuts := a.Cuts(); a.Decision == coverage.NothingDue && len(cuts) > 0 {
		last := cuts[len(cuts)-1]
		p.line("お支払いのない理由 %s %s", "Nothing is due by %s: %s", last.Clause, last.Text(p.lang))
	}
	for _, d := range a.Deadlines() {
		p.line("期限 %s %s", "Deadline %s %s", d.Clause.ID, d.Text(p.lang))
	}
	for _, x := range a.Consents() {
		p.line("同意 %s %s %s", "Consent %s %s %s", x.Clause.ID, x.Clause.Text(p.lang), x.Given.Text(p.lang))
	}
	p.line("", "")
}

func (p printer) left(policy coverage.Policy, h coverage.History) error {
	left, err := policy.Left(h)
	if err != nil {
		return err
	}
	titles := map[clause.ID]string{}
	for _, c := range policy.Scheme().Clauses() {
		titles[c.ID] = c.Text(p.lang)
	}
	p.line("限度額の残り", "What is left of each limit")
	for id, amount := range left {
		p.line("%s %s %s", "%s %s %s", id, titles[id], amount.Text(p.lang))
	}
	return nil
}
