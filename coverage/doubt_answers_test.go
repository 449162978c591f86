// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// TestDoubtHeadsHold answers each question of a claim for defence costs alone, of which what they
// follow is asked about the same item: no answer widens a bound of a head.
func TestDoubtHeadsHold(t *testing.T) {
	rules := func(r *coverage.Rules) {
		r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
			Clause: clause.Clause{ID: "Z1", JA: "Z1", EN: "Z1"}, Scope: flight, When: is(penalty),
		})
	}
	r := madeRules(t)
	rules(&r)
	s, err := coverage.New(r)
	if err != nil {
		t.Fatal(err)
	}
	terms := madeTerms(s)
	terms.Options["limit"] = option.Yen(1_000 * yen.Man)
	p, err := s.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	c := parseMade(t, "lines", "case: two\nclaim: one\nseries: S\nfacts: accident=yes consented=yes penalty=not-known\nmade: 2025-06-01\n"+
		"item: defence 4,350,000 demand=B excess=0 wilful=not-known\nitem: damages 9,200,000 demand=A excess=0\n")[0]
	claim := c.claimOf(t, s, c.claim[0])
	a, err := p.Assess(claim, coverage.History{})
	if err != nil || a.Decision != coverage.Open {
		t.Fatal(a.Decision, err)
	}
	for _, n := range a.Questions() {
		for _, yes := range []bool{false, true} {
			b, err := p.Assess(claim.WithFact(n, fact.Stated(yes)), coverage.History{})
			if err != nil {
				t.Fatal(err)
			}
			if why := within(a, b); why != "" {
				t.Errorf("%s of %v: %v: %s", n.Name(), n.Items, yes, why)
			}
		}
	}
}

// TestDoubtTakesTheLimit lets the damages of one third-party claim take the limit by which the
// defence costs of another one are scaled: of 15,000,000 and of 6,025,000 less 100,000 each the
// limit is 10,000,000, and defence costs of 12,550,000 are beside it.
func TestDoubtTakesTheLimit(t *testing.T) {
	c := parseMade(t, "lines", "case: two\nreadings: R1=beside\noptions: limit=10,000,000\nclaim: one\nfacts: accident=not-known consented=yes\n"+
		"made: 2025-06-01\nitem: damages 15,000,000 demand=A\nitem: damages 6,025,000 demand=B accident=yes\n"+
		"item: defence 12,550,000 demand=B accident=yes\n")[0]
	p := c.policy(t)
	a, err := p.Assess(c.claimOf(t, p.Scheme(), c.claim[0]), coverage.History{})
	if got := bounded(a); err != nil || got != "open 10,000,000 to 18,475,000" || !a.Exact {
		t.Errorf("%s, exact %v: %v", got, a.Exact, err)
	}
}

// TestDoubtHeadsOfAmounts bounds the heads of a claim of which an amount or a limit is unknown: the
// damages bear their deductible of 100,000 whatever the defence costs come to, and what these have
// of the aggregate limit of 50,000,000 is what the damages leave.
func TestDoubtHeadsOfAmounts(t *testing.T) {
	const facts = "facts: accident=yes consented=yes\nmade: 2025-06-01\n"
	for lines, want := range map[string]string{
		facts + "item: damages 35,000,000\nitem: defence 3,000,000 accepted=open":    "damages 34,900,000 to 34,900,000, defence 0 to 3,000,000",
		facts + "item: damages 48,000,000\nitem: defence 3,000,000 accepted=open":    "damages 47,900,000 to 47,900,000, defence 0 to 2,100,000",
		facts + "item: damages 48,000,000 accepted=open\nitem: defence 3,000,000":    "damages 0 to 47,900,000, defence 2,100,000 to 3,000,000, not exact",
		facts + "item: damages 48,000,000 wilful=not-known\nitem: defence 3,000,000": "damages 0 to 47,900,000, defence 0 to 2,100,000",
		// the sum is the limit whatever the answers are, in more ways than are tried
		facts + "item: damages 30,000,000\nitem: damages 10,000,000 wilful=not-known\nitem: defence 30,000,000\n" +
			strings.Repeat("item: defence 1,000,000 wilful=not-known\n", 10): "damages 29,900,000 to 39,900,000, defence 10,100,000 to 20,100,000, not exact",
	} {
		c := parseMade(t, "lines", "case: heads\noptions: limit=50,000,000\nclaim: one\n"+lines)[0]
		p := c.policy(t)
		a, err := p.Assess(c.claimOf(t, p.Scheme(), c.claim[0]), coverage.History{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for h, b := range a.Bounds() {
			if b.Most > 0 {
				got = append(got, string(h)+" "+cases.Yen(b.Least)+" to "+cases.Yen(b.Most))
			}
			if !b.Exact {
				got = append(got, "not exact")
			}
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", lines, got, want)
		}
	}
}

// TestDoubtUnaware has costs beside a third-party claim of which nobody knew before, made at a time
// that is unknown: then it became known.
func TestDoubtUnaware(t *testing.T) {
	rules := func(r *coverage.Rules) {
		r.DateFacts = append(r.DateFacts, coverage.DateFact{Fact: fine, Date: "aware", Is: coverage.ByDay, Anchor: "measure"})
		r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
			Clause: clause.Clause{ID: "Z9", JA: "Z9", EN: "Z9"}, Scope: "cyber/incident/forensics", When: is(fine),
		})
	}
	const lines = "facts: intrusion=yes receipts=yes in-response=yes fine=not-asked\ndiscovered: 2025-05-01\naware: never\nmeasure: 2025-07-09\n" +
		"item: forensics 1,000,000\n"
	expectBounds(t, rules, lines, map[string]string{
		"":                   "open 0 to 1,000,000",
		"made: never\n":      "payable 1,000,000 to 1,000,000",
		"made: 2025-07-09\n": "excluded 0 to 0",
		"made: 2025-07-10\n": "payable 1,000,000 to 1,000,000",
	})
}

// TestDoubtApart has a date that is compared by months in two ways, and others by days: they do
// not meet, and the first are exact.
func TestDoubtApart(t *testing.T) {
	const lines = "facts: insured=not-known accident=yes intrusion=yes survey=no in-response=not-asked\n" +
		"made: 2025-07-09T11:59:59\ncause: 2025-07-01\ndelivered: 2025-07-09\ndiscovered: 2025-08-29T12:00\nreputational: 2025-06-12\n" +
		"item: forensics 11,350,000\nitem: restore 2,050,000 survey=yes incurred=2025-07-21\n"
	expectBounds(t, func(*coverage.Rules) {}, lines, map[string]string{"": "open 0 to 5,000,000"})
}

// TestDoubtFoundBefore states that a third-party claim came before the discovery of the one
// incident, of which the reputational one is dated: a measure before both is not of its day.
func TestDoubtFoundBefore(t *testing.T) {
	rules := func(r *coverage.Rules) {
		r.DateFacts = append(r.DateFacts,
			coverage.DateFact{Fact: hearing, Date: "made", Is: coverage.Before, Anchor: coverage.Discovery},
			coverage.DateFact{Fact: fine, Date: "measure", Is: coverage.Within, Anchor: coverage.Discovery, Span: period.Days(1)})
		r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
			Clause: clause.Clause{ID: "Z9", JA: "Z9", EN: "Z9"}, Scope: flight.Head("damages"), When: is(fine),
		})
	}
	const lines = "facts: accident=yes fine=not-asked\nmade: 2025-05-20\nreputational: 2025-06-01\nmeasure: 2025-05-01T12:00\n" +
		"item: damages 1,000,000"
	expectBounds(t, rules, lines, map[string]string{
		"":                                 "open 0 to 900,000",
		" hearing=yes":                     "payable 900,000 to 900,000",
		"\ndiscovered: never\n":            "payable 900,000 to 900,000",
		"\ndiscovered: 2025-05-01T10:00\n": "excluded 0 to 0",
	})
}

// TestDoubtNeverAware states that nobody came to know of a third-party claim, and does not date it:
// then there was none, for whoever did not know before knew when it was made.
func TestDoubtNeverAware(t *testing.T) {
	rules := func(r *coverage.Rules) {
		r.DateFacts = append(r.DateFacts, coverage.DateFact{Fact: fine, Date: "aware", Is: coverage.Happened},
			coverage.DateFact{Fact: hearing, Date: "made", Is: coverage.ByDay, Anchor: "measure"})
		r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
			Clause: clause.Clause{ID: "Z9", JA: "Z9", EN: "Z9"}, Scope: "cyber/incident/forensics", When: is(hearing),
		})
	}
	const lines = "facts: intrusion=yes receipts=yes in-response=yes fine=not-asked hearing=not-asked survey=no\ndiscovered: 2025-05-01\nmeasure: 2025-07-09\n" +
		"item: forensics 1,000,000"
	expectBounds(t, rules, lines, map[string]string{
		"":                     "open 0 to 1,000,000",
		" fine=no":             "payable 1,000,000 to 1,000,000",
		"\nmade: never\n":      "payable 1,000,000 to 1,000,000",
		"\nmade: 2025-07-09\n": "excluded 0 to 0",
	})
}

// TestDoubtUnrumoured says that there is no reputational incident: nobody is asked when it was
// discovered, and all else came before it.
func TestDoubtUnrumoured(t *testing.T) {
	rules := func(r *coverage.Rules) {
		r.DateFacts = append(r.DateFacts, coverage.DateFact{Fact: fine, Date: "spent", Is: coverage.ByDay, Anchor: "reputational"})
		r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
			Clause: clause.Clause{ID: "Z9", JA: "Z9", EN: "Z9"}, Scope: "cyber/incident/forensics", When: not(is(fine)),
		})
	}
	const lines = "discovered: 2025-05-01\nitem: forensics 1,000,000 incurred=2025-05-10 fine=not-asked"
	for facts, want := range map[string]string{
		"posts=no": "payable 1,000,000 to 1,000,000", "posts=yes": "open 0 to 1,000,000", "posts=not-known": "open 0 to 1,000,000",
	} {
		expectBounds(t, rules, "facts: intrusion=yes receipts=yes in-response=yes "+facts+"\n", map[string]string{lines: want})
	}
}
