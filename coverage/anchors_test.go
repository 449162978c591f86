// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"slices"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
)

// dated is the made-up scheme, in which the fact crowd follows from a row. Where it is so
// X8 excludes the damages or, for an extended reporting period, T1 does not deny them.
func dated(t *testing.T, row coverage.DateFact) (coverage.Scheme, error) {
	t.Helper()
	r := madeRules(t)
	row.Fact = crowd
	row.Clause = clause.Clause{ID: "B9", JA: "期間", EN: "period"}
	r.DateFacts = append(slices.DeleteFunc(r.DateFacts, func(d coverage.DateFact) bool { return d.Fact == causeBefore }), row)
	if row.Anchor == coverage.PolicyEnd {
		i := slices.IndexFunc(r.Wording.Rules, func(x exclusions.Rule) bool { return x.Clause.ID == "T1" })
		r.Wording.Rules[i].When = both(r.Wording.Rules[i].When, not(is(crowd)))
		return coverage.New(r)
	}
	r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
		Clause: clause.Clause{ID: "X8", JA: "期間による除外", EN: "dated exclusion"}, Scope: flight, When: is(crowd),
	})
	return coverage.New(r)
}

// TestAnchors compares dates with each anchor, at both sides of each boundary. The policy
// period is from 2025-04-01 12:00 to 2026-04-01 12:00.
func TestAnchors(t *testing.T) {
	const paid, denied = "payable 4,900,000", "excluded 0"
	reported := coverage.DateFact{Date: "made", Is: coverage.Within, Anchor: coverage.PolicyEnd, Span: period.Days(60)}
	toMoment := coverage.DateFact{Date: "made", Is: coverage.Within, Anchor: coverage.PolicyEnd, Span: period.Days(60).ToMoment()}
	before := coverage.DateFact{Date: "cause", Is: coverage.Before, Anchor: coverage.RetroactiveDate}
	since := coverage.DateFact{Date: "cause", Is: coverage.Within, Anchor: coverage.RetroactiveDate}
	knew := coverage.DateFact{Date: "aware", Is: coverage.Before, Anchor: "cause"}
	week := coverage.DateFact{Date: "made", Is: coverage.Within, Anchor: "aware", Span: period.Days(7)}
	same := coverage.DateFact{Date: "made", Is: coverage.ByDay, Anchor: coverage.Delivery}
	const retroactive = "2024-04-01 12:00"
	for _, c := range []struct {
		row         coverage.DateFact
		retroactive string
		lines       string
		want        string
	}{
		// 60 days from the day after 1 April 2026: to the end of 31 May
		{reported, "", "made: 2025-04-01 11:59", "outside-period 0"},
		{reported, "", "made: 2026-04-01 11:59", paid},
		{reported, "", "made: 2026-04-01 12:00", paid},
		{reported, "", "made: 2026-04-01", paid},
		{reported, "", "made: 2026-05-31", paid},
		{reported, "", "made: 2026-05-31 23:59", paid},
		{reported, "", "made: 2026-06-01 00:00", "outside-period 0"},
		{reported, "", "made: 2026-06-01", "outside-period 0"},
		{toMoment, "", "made: 2026-05-31 11:59", paid},
		{toMoment, "", "made: 2026-05-31 12:00", "outside-period 0"},
		{toMoment, "", "made: 2026-05-31", "open 4,900,000"},

		{before, retroactive, "made: 2025-06-01\ncause: 2024-03-31", denied},
		{before, retroactive, "made: 2025-06-01\ncause: 2024-04-01 11:59", denied},
		{before, retroactive, "made: 2025-06-01\ncause: 2024-04-01", "open 4,900,000"},
		{before, retroactive, "made: 2025-06-01\ncause: 2024-04-01 12:00", paid},
		{before, retroactive, "made: 2025-06-01", "open 4,900,000"},
		{before, "", "made: 2025-06-01\ncause: 1990-01-01", paid},
		{before, "", "made: 2025-06-01", paid},
		{since, retroactive, "made: 2025-06-01\ncause: 2024-04-01 11:59", paid},
		{since, retroactive, "made: 2025-06-01\ncause: 2024-04-01 12:00", denied},
		{since, retroactive, "made: 2025-06-01\ncause: 2024-03-31", paid},

		{knew, "", "made: 2025-06-03\ncause: 2025-06-01\naware: 2025-06-02", paid},
		{knew, "", "made: 2025-06-03\ncause: 2025-06-02\naware: 2025-06-01", denied},
		{knew, "", "made: 2025-06-03\ncause: 2025-06-02\naware: 2025-06-02", "open 4,900,000"},
		{knew, "", "made: 2025-06-03\ncause: 2025-06-02 09:00\naware: 2025-06-02 09:00", paid},
		{knew, "", "made: 2025-06-03\ncause: 2025-06-02 09:00\naware: 2025-06-02 08:59", denied},

		// 7 days from the day after 1 June: to the end of 8 June
		{week, "", "made: 2025-06-08\naware: 2025-06-01", denied},
		{week, "", "made: 2025-06-08 23:59\naware: 2025-06-01", denied},
		{week, "", "made: 2025-06-09\naware: 2025-06-01", paid},

		{same, "", "made: 2025-06-02\ndelivered: 2025-06-01", paid},
		{same, "", "made: 2025-06-02\ndelivered: 2025-06-02", denied},
		{same, "", "made: 2025-06-02 18:00\ndelivered: 2025-06-02 09:00", denied},
		{same, "", "made: 2025-06-02\ndelivered: 2025-06-03", denied},
	} {
		s, err := dated(t, c.row)
		if err != nil {
			t.Fatal(err)
		}
		terms := madeTerms(s)
		if c.retroactive != "" {
			terms.Retroactive = period.MustParseInstant(c.retroactive)
		}
		p, err := s.Record(terms)
		if err != nil {
			t.Fatal(err)
		}
		of := parseMade(t, "lines", "case: dated\nclaim: one\nfacts: accident=yes cause-before-all=not-asked\n"+c.lines+"\nitem: damages 5,000,000")[0]
		a, err := p.Assess(of.claimOf(t, s, of.claim[0]), coverage.History{})
		if got := a.Decision.String() + " " + cases.Yen(a.Most); err != nil || got != c.want {
			t.Errorf("%s %s %s, %s: %s %v, want %s", c.row.Date, c.row.Is, c.row.Anchor, c.lines, got, err, c.want)
		}
		if _, err := p.Assess(of.claimOf(t, s, of.claim[0]), a.History); err != nil || a.Text(language.Japanese) == "" {
			t.Error(err)
		}
	}
}

// TestRetroactiveDate is a term of the policy, which a renewal carries over.
func TestRetroactiveDate(t *testing.T) {
	s, err := dated(t, coverage.DateFact{Date: "cause", Is: coverage.Before, Anchor: coverage.RetroactiveDate})
	if err != nil {
		t.Fatal(err)
	}
	terms := madeTerms(s)
	start := terms.Period.Start()
	for _, c := range []struct {
		s     coverage.Scheme
		since period.Instant
		want  *fault.Reason
	}{
		{s, period.MustParseInstant("2025-04-01 12:01"), fault.ErrOrder},
		{made(t), start, fault.ErrMisplaced},
		{s, start, nil},
	} {
		terms.Retroactive = c.since
		_, err := c.s.Record(terms)
		f, _ := errors.AsType[*fault.Error](err)
		if (f != nil) != (c.want != nil) || f != nil && (f.Path != "retroactive" || f.Reason != c.want) {
			t.Errorf("%v: %v", c.since, err)
		}
	}
	terms.Retroactive = period.MustParseInstant("2020-04-01 00:00")
	p, err := s.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	again := coverage.Application{Applied: period.MustParseDate("2025-05-01"), Sales: terms.Sales}
	r, err := p.Renew(s, again)
	if err != nil || r.Quote.Application.Retroactive != terms.Retroactive {
		t.Error(r.Quote.Application.Retroactive, err)
	}
	next, err := r.Quote.Record("D-2")
	if err != nil || next.Terms().Retroactive != terms.Retroactive {
		t.Error(next.Terms().Retroactive, err)
	}
	if r, err := p.Renew(made(t), again); err != nil || !r.Quote.Application.Retroactive.IsZero() {
		t.Error(r.Quote.Application.Retroactive, err)
	}
	of := parseMade(t, "lines", "case: dated\nclaim: one\nfacts: accident=yes cause-before-all=not-asked\nmade: 2025-06-01\nitem: damages 5,000,000")[0]
	a, err := p.Assess(of.claimOf(t, s, of.claim[0]), coverage.History{})
	if err != nil || len(a.Questions()) == 0 {
		t.Fatal(a.Questions(), err)
	}
	const want = "原因となった事由が発生した日はいつですか【遡及日 2020年4月1日 午前0時】"
	if got := a.Questions()[0].Text(language.Japanese); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestExtensionFromMidnight counts the first day of an extended reporting period that
// begins at 00:00: 60 days from 1 April are to the end of 30 May.
func TestExtensionFromMidnight(t *testing.T) {
	r := madeRules(t)
	r.Calendar.Base = period.MustParse("2025-04-01 12:00 - 2026-04-01 00:00")
	i := slices.IndexFunc(r.Wording.Rules, func(x exclusions.Rule) bool { return x.Clause.ID == "T1" })
	r.Wording.Rules[i].When = both(r.Wording.Rules[i].When, not(is(crowd)))
	for _, span := range []period.Span{period.Days(60), period.Days(60).ToMoment()} {
		r := r
		r.DateFacts = append(slices.Clone(r.DateFacts),
			coverage.DateFact{Fact: crowd, Date: "made", Is: coverage.Within, Anchor: coverage.PolicyEnd, Span: span})
		s, err := coverage.New(r)
		if err != nil {
			t.Fatal(err)
		}
		terms := madeTerms(s)
		terms.Period = r.Calendar.Base
		p, err := s.Record(terms)
		if err != nil {
			t.Fatal(err)
		}
		for made, want := range map[string]coverage.Verdict{
			"2026-03-31": coverage.Payable, "2026-04-01": coverage.Payable, "2026-05-30": coverage.Payable,
			"2026-05-30 23:59": coverage.Payable, "2026-05-31 00:00": coverage.OutsidePeriod, "2026-05-31": coverage.OutsidePeriod,
		} {
			of := parseMade(t, "lines", "case: dated\nclaim: one\nfacts: accident=yes\nmade: "+made+"\nitem: damages 5,000,000")[0]
			if a, err := p.Assess(of.claimOf(t, s, of.claim[0]), coverage.History{}); err != nil || a.Decision != want {
				t.Errorf("%v, %s: %v %v", span, made, a.Decision, err)
			}
		}
	}
}
