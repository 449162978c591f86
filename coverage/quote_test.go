// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

func TestQuotes(t *testing.T) {
	cases.Run(t, "quotes.txt", map[string]func(*testing.T, cases.Case) string{"quote": quoteCase})
}

func quoteCase(t *testing.T, c cases.Case) string {
	var r coverage.Readings
	a := coverage.Application{
		Company: "例示システム株式会社",
		Applied: period.MustParseDate(c.Arg(0)),
		Sales:   premium.Sales{Amount: yen.MustParse(c.Arg(1)), FiscalYear: 2024},
	}
	scheme, err := coverage.JISA2024(r)
	if err != nil {
		t.Fatal(err)
	}
	a.Choices = scheme.Standard()
	for _, word := range c.Args[2:] {
		name, value, _ := strings.Cut(word, "=")
		switch {
		case word == "request=complete":
			a.Business, a.Certifications, a.Security, a.Legal, a.Losses = "IT", "ISMS", "CISO", "none", "none"
		case word == "basis=total":
			a.Sales.Basis = premium.TotalSales
		case word == "A6=refused":
			r.Period.AfterWindow = period.AfterWindowRefused
			if scheme, err = coverage.JISA2024(r); err != nil {
				t.Fatal(err)
			}
		case strings.HasPrefix(word, "END-"):
			a.Attach = append(a.Attach, clause.ID(word))
		case name == "discount":
			rate, err := yen.ParseRatio(value)
			if err != nil {
				t.Fatal(err)
			}
			a.Adjust = append(a.Adjust, premium.RiskDiscount(rate))
		default:
			choose(t, &a.Choices, word)
		}
	}
	q, err := scheme.Quote(a)
	if err != nil {
		for cause := err; cause != nil; cause = errors.Unwrap(cause) {
			err = cause
		}
		return "error " + err.Error()
	}
	words := []string{q.Membership.Period.Start().String()}
	if len(q.Referrals) == 0 {
		words = append(words, cases.Yen(q.Premium.Total))
	} else {
		if q.Premium != (premium.Quote{}) {
			t.Error("referred, with a premium")
		}
		words = append(words, "refer")
		for _, r := range q.Referrals {
			words = append(words, string(r.Clause))
		}
	}
	for _, n := range q.Notes {
		words = append(words, "note "+string(n.Clause))
	}
	if len(q.Missing) > 0 {
		words = append(words, "missing")
		for _, m := range q.Missing {
			words = append(words, string(m.ID))
		}
	}
	return strings.Join(words, " ")
}

// TestPolicyStored records the policy of a quote, stores it as JSON and records
// what is read back: the same terms, and the same payment of the same claim.
func TestPolicyStored(t *testing.T) {
	scheme, err := coverage.JISA2024(coverage.Readings{})
	if err != nil {
		t.Fatal(err)
	}
	a := coverage.Application{
		Company: "例示システム株式会社", Business: "IT", Applied: period.MustParseDate("2024-09-10"),
		Sales: premium.Sales{Amount: 7 * yen.Oku, FiscalYear: 2024}, Choices: scheme.Standard(),
		Attach: []clause.ID{"END-05", "END-02"}, First: period.MustParseInstant("2022-07-01 16:00"),
	}
	a.Choices.Regulatory = 1_000 * yen.Man
	q, err := scheme.Quote(a)
	if err != nil {
		t.Fatal(err)
	}
	p, err := q.Record("24-0001")
	if err != nil {
		t.Fatal(err)
	}
	by, err := premium.NewReduction(109, 152)
	if err != nil {
		t.Fatal(err)
	}
	if p, err = p.UnderDeclared(by); err != nil {
		t.Fatal(err)
	}
	stored, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var terms coverage.Terms
	if err := json.Unmarshal(stored, &terms); err != nil {
		t.Fatal(err)
	}
	read, err := scheme.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(read)
	if err != nil || string(again) != string(stored) {
		t.Errorf("%v\n%s\n%s", err, stored, again)
	}
	var e *coverage.Error
	if _, err := read.UnderDeclared(premium.Reduction{}); !errors.As(err, &e) || e.Err != coverage.ErrTerms || e.Func != "UnderDeclared" {
		t.Errorf("the zero reduction: %v", err)
	}
	by.Ratio = yen.Percent(200)
	if _, err := read.UnderDeclared(by); !errors.As(err, &e) || e.Func != "UnderDeclared" {
		t.Errorf("a reduction above one: %v", err)
	}
	terms.Attached = nil
	if _, err := scheme.Record(terms); !errors.As(err, &e) || e.Err != coverage.ErrEndorsement || e.Func != "Record" || e.Path != "attached" {
		t.Errorf("a limit without its endorsement: %v", err)
	}
	if got := ids(read.Terms().Attached); got != "END-02 END-05" {
		t.Errorf("attached: %s", got)
	}
}

// TestCasesRefused tries terms that are no policy of the scheme.
func TestCasesRefused(t *testing.T) {
	f := caseFile{terms: fields{}}
	good := f.policy(t)
	for name, c := range map[string]struct {
		alter func(*coverage.Terms)
		want  error
	}{
		"edition":  {func(x *coverage.Terms) { x.Edition = "JISA-2025" }, coverage.ErrTerms},
		"number":   {func(x *coverage.Terms) { x.Number = "" }, coverage.ErrTerms},
		"spaces":   {func(x *coverage.Terms) { x.Number = "24 1" }, coverage.ErrTerms},
		"long":     {func(x *coverage.Terms) { x.Number = strings.Repeat("1", 65) }, coverage.ErrTerms},
		"period":   {func(x *coverage.Terms) { x.Period = period.Period{} }, coverage.ErrTerms},
		"early":    {func(x *coverage.Terms) { x.Period = period.MustParse("2024-07-01 15:59 - 2025-07-01 16:00") }, coverage.ErrTerms},
		"late":     {func(x *coverage.Terms) { x.Period = period.MustParse("2024-07-01 16:00 - 2025-07-01 16:01") }, coverage.ErrTerms},
		"first":    {func(x *coverage.Terms) { x.First = period.MustParseInstant("2024-07-01 16:01") }, coverage.ErrTerms},
		"attached": {func(x *coverage.Terms) { x.Attached = []clause.ID{"END-05"} }, coverage.ErrEndorsement},
		"custody":  {func(x *coverage.Terms) { x.Choices.Custody = 1 }, coverage.ErrEndorsement},
	} {
		terms := good.Terms()
		c.alter(&terms)
		if _, err := good.Scheme().Record(terms); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
