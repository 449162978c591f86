// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// bounded returns the decision with the bounds.
func bounded(a coverage.Assessment) string {
	return a.Decision.String() + " " + cases.Yen(a.Least) + " to " + cases.Yen(a.Most)
}

// expectBounds assesses a claim with each of some lines more, and demands the decision and the
// bounds.
func expectBounds(t *testing.T, change func(*coverage.Rules), lines string, want map[string]string) {
	t.Helper()
	for more, want := range want {
		a, err := varied(t, change, lines+more)
		if got := bounded(a); err != nil || got != want {
			t.Errorf("%q: got %s, want %s: %v", more, got, want, err)
		}
	}
}

// TestDoubtWithoutReputation says that no reputational incident was discovered in the policy
// period, of a claim with none: that says nothing about the discovery of the cyber incident.
func TestDoubtWithoutReputation(t *testing.T) {
	const lines = "facts: intrusion=yes receipts=yes in-response=yes posts-in-year=no posts=no\nitem: forensics 1,000,000\n"
	expectBounds(t, func(*coverage.Rules) {}, lines, map[string]string{
		"":                         "open 0 to 1,000,000",
		"reputational: never\n":    "open 0 to 1,000,000",
		"discovered: 2025-06-01\n": "payable 1,000,000 to 1,000,000",
		"discovered: 2025-06-01\nreputational: never": "payable 1,000,000 to 1,000,000",
	})
}

// TestDoubtOverpaid bounds the heads of a claim that was overpaid, whatever is accepted: then
// nothing is payable under any head, and nothing is taken back under one.
func TestDoubtOverpaid(t *testing.T) {
	c := parseMade(t, "lines", "case: overpaid\nfacts: accident=yes urgent=yes intrusion=yes receipts=yes\n"+
		"claim: urgent measures\nnumber: A\nmade: 2025-06-01\nitem: urgent 4,000,000\n"+
		"claim: other costs\nnumber: A\nmade: 2025-06-01\ndiscovered: 2025-06-01\nitem: forensics 1,000,000 accepted=open incurred=2025-06-02\n")[0]
	p := c.policy(t)
	first, err := p.Assess(c.claimOf(t, p.Scheme(), c.claim[0]), coverage.History{})
	if err != nil {
		t.Fatal(err)
	}
	claim := c.claimOf(t, p.Scheme(), c.claim[1])
	open, err := p.Assess(claim, first.History)
	if err != nil || open.Decision != coverage.Open {
		t.Fatal(open.Decision, err)
	}
	claim.Items[0].Accepted = yen.Exactly(claim.Items[0].Claimed)
	last, err := p.Assess(claim, first.History)
	if err != nil || last.Payment.Overpaid == 0 {
		t.Fatal(last.Payment.Overpaid, err)
	}
	if why := within(open, last); why != "" {
		t.Error(why)
	}
}

// TestDoubtAskedFor asks first what another question follows for any item, also if that about
// one of the items matters no more.
func TestDoubtAskedFor(t *testing.T) {
	a, err := varied(t, func(*coverage.Rules) {}, "facts: accident=yes consented=yes unlicensed=not-asked rescue=not-known\nmade: 2025-06-01\n"+
		"item: defence 1,000,000 accepted=0 unlicensed=not-known\nitem: damages 2,000,000")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range a.Questions() {
		if n.Fact != unlicensed {
			t.Errorf("%s of %v", n.Name(), n.Items)
		}
	}
}

// TestDoubtAwareAfterSeries dates the awareness of a third-party claim after the first of its
// series, when it counts as known: the spans of the question contain that.
func TestDoubtAwareAfterSeries(t *testing.T) {
	c := parseMade(t, "lines", "case: late\nfacts: accident=yes survey=yes undelivered=no\n"+
		"claim: the first\nseries: S\nmade: 2025-12-01\naware: 2025-12-01\ndelivered: 2025-08-29\nitem: damages 4,000,000\n"+
		"claim: another\nseries: S\nmade: 2026-02-01\ndelivered: 2025-08-29\nitem: damages 1,000,000\n")[0]
	p := c.policy(t)
	first, err := p.Assess(c.claimOf(t, p.Scheme(), c.claim[0]), coverage.History{})
	if err != nil {
		t.Fatal(err)
	}
	claim, at := c.claimOf(t, p.Scheme(), c.claim[1]), period.MustParseMoment("2026-01-01 12:00")
	a, err := p.Assess(claim, first.History)
	if err != nil || len(a.Questions()) != 1 || a.Questions()[0].Date != "aware" {
		t.Fatal(a.Questions(), err)
	}
	n := a.Questions()[0]
	b, err := p.Assess(claim.WithDate(n, at), first.History)
	if err != nil || b.Decision != coverage.Payable {
		t.Fatal(b.Decision, err)
	}
	if !slices.ContainsFunc(n.Cases, func(x coverage.Case) bool { return holds(x, at) && x.Least == b.Least }) {
		t.Errorf("%v", n.Cases)
	}
}

// TestDoubtOneDay bounds costs of one day, of which neither has an hour: they need not have
// come at one time.
func TestDoubtOneDay(t *testing.T) {
	before := func(r *coverage.Rules) {
		r.DateFacts = append(r.DateFacts, coverage.DateFact{Fact: fine, Date: "incurred", Is: coverage.Before, Anchor: "measure"})
		r.Wording.Rules = append(r.Wording.Rules,
			exclusions.Rule{Clause: clause.Clause{ID: "Z1", JA: "Z1", EN: "Z1"}, Scope: incident.Head("forensics"), When: is(fine)},
			exclusions.Rule{Clause: clause.Clause{ID: "Z2", JA: "Z2", EN: "Z2"}, Scope: response.Head("notices"), When: not(is(fine))})
	}
	const lines = "facts: intrusion=yes receipts=yes letter=yes fine=not-asked\ndiscovered: 2025-05-20\nmeasure: 2025-06-01 12:00\n"
	for _, c := range []struct{ forensics, notices, want string }{
		{"2025-06-01", "2025-06-01", "open 0 to 2,000,000"},
		{"2025-06-01T13:00", "2025-06-01T11:00", "payable 2,000,000 to 2,000,000"},
		{"2025-06-01T11:00", "2025-06-01T13:00", "excluded 0 to 0"},
	} {
		a, err := varied(t, before, lines+"item: forensics 1,000,000 incurred="+c.forensics+"\nitem: notices 1,000,000 incurred="+c.notices)
		if got := bounded(a); err != nil || got != c.want {
			t.Errorf("%s and %s: got %s, want %s: %v", c.forensics, c.notices, got, c.want, err)
		}
	}
}

// TestDoubtDemandsOfOneDay bounds third-party claims of one day, of which neither has an hour:
// an endorsement that was attached on it may act for either, for both or for none.
func TestDoubtDemandsOfOneDay(t *testing.T) {
	r := madeRules(t)
	r.Wording.Rules = append(r.Wording.Rules,
		exclusions.Rule{With: "E5", Clause: clause.Clause{ID: "Z1", JA: "Z1", EN: "Z1"}, Scope: flight.Head("damages"), When: is(fine)},
		exclusions.Rule{Clause: clause.Clause{ID: "Z2", JA: "Z2", EN: "Z2"}, Scope: flight.Head("damages"), When: is(hearing)},
		exclusions.Rule{With: "E5", Under: "Z2", Clause: clause.Clause{ID: "Z2a", JA: "Z2a", EN: "Z2a"}, When: is(hearing)})
	s, err := coverage.New(r)
	if err != nil {
		t.Fatal(err)
	}
	terms := madeTerms(s)
	terms.Attached = []clause.ID{"E5"}
	terms.Since = map[clause.ID]period.Instant{"E5": period.MustParseInstant("2025-07-01 12:00")}
	p, err := s.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ lost, added, want string }{
		{"2025-07-01", "2025-07-01", "open 0 to 1,800,000"},
		{"2025-07-01T11:00", "2025-07-01T13:00", "payable 1,800,000 to 1,800,000"},
		{"2025-07-01T13:00", "2025-07-01T11:00", "excluded 0 to 0"},
	} {
		c := parseMade(t, "lines", "case: one day\nfacts: accident=yes\nclaim: two\n"+
			"item: damages 1,000,000 demand=A fine=yes hearing=no made="+x.lost+
			"\nitem: damages 1,000,000 demand=B fine=no hearing=yes made="+x.added)[0]
		a, err := p.Assess(c.claimOf(t, s, c.claim[0]), coverage.History{})
		if got := bounded(a); err != nil || got != x.want {
			t.Errorf("%s and %s: got %s, want %s: %v", x.lost, x.added, got, x.want, err)
		}
	}
}

// TestDoubtStatedOfOthers bounds an item by what is stated of the same dates for another one,
// which is settled.
func TestDoubtStatedOfOthers(t *testing.T) {
	a, err := varied(t, func(*coverage.Rules) {}, "facts: accident=yes cause-before=not-asked cause-before-all=not-asked known-before=not-known intrusion=no suspected=no leak=no\nmade: 2025-06-01\n"+
		"item: damages 5,000,000\nitem: forensics 1,000,000 cause-before=no\n")
	if err != nil || a.Decision != coverage.Payable || a.Payment.Now != 490*yen.Man {
		t.Errorf("%v - %v: %v", a.Least, a.Most, err)
	}
}

// TestDoubtNeverFound says that no cyber incident was discovered in the policy period: that says
// nothing about the reputational incident, which may be the only one.
func TestDoubtNeverFound(t *testing.T) {
	const lines = "facts: accident=yes intrusion=yes posts=yes found-in-year=not-asked in-response=yes\nreputational: 2025-07-09\n" +
		"item: posts 1,000,000\nitem: forensics 500,000 found-in-year=no\n"
	expectBounds(t, func(*coverage.Rules) {}, lines, map[string]string{"": "open 0 to 1,000,000", "discovered: never": "payable 1,000,000 to 1,000,000"})
}

// TestDoubtNoReputation compares the reputational incident with an event that never came: it came
// before that, if there was one, and nothing else did if there was none.
func TestDoubtNoReputation(t *testing.T) {
	rules := func(r *coverage.Rules) {
		r.DateFacts = append(r.DateFacts,
			coverage.DateFact{Fact: hearing, Date: "reputational", Is: coverage.Before, Anchor: "attack-published"})
		r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
			Clause: clause.Clause{ID: "Z9", JA: "風評", EN: "rumour"}, Scope: "cyber/incident/forensics", When: is(hearing),
		})
	}
	const lines = "facts: intrusion=yes receipts=yes in-response=yes posts=yes hearing=not-asked\n" +
		"discovered: 2025-06-01\nattack-published: never\nitem: posts 500,000 accepted=0\nitem: forensics 1,000,000\n"
	expectBounds(t, rules, lines, map[string]string{
		"":                           "open 0 to 1,000,000",
		"reputational: never\n":      "payable 1,000,000 to 1,000,000",
		"reputational: 2025-06-02\n": "nothing-payable 0 to 0", // the posts are covered, and nothing of them is accepted
	})
}

// TestDoubtInstead dates the cost of an item that follows another head of which the claim has no
// item: what that would be follows from the date too.
func TestDoubtInstead(t *testing.T) {
	late := func(r *coverage.Rules) {
		r.DateFacts = append(r.DateFacts, coverage.DateFact{Fact: fine, Date: "incurred", Is: coverage.Before, Anchor: coverage.PolicyPeriod})
		r.Wording.Rules = append(r.Wording.Rules,
			exclusions.Rule{Clause: clause.Clause{ID: "Z1", JA: "Z1", EN: "Z1"}, Scope: flight, When: is(fine)})
	}
	a, err := varied(t, late, "facts: accident=yes consented=yes fine=not-asked\nmade: 2025-06-01\nitem: defence 1,000,000 incurred=2025-06-01")
	if err != nil || a.Decision != coverage.Payable {
		t.Errorf("%v %v: %v", a.Decision, a.Questions(), err)
	}
}

// TestDoubtTermsUndated asks when a third-party claim was made that has one excess more since an
// endorsement was attached, and asks for the fact where the scheme does not ask for dates. It was not
// made before the period: its cause came in it, which is stated.
func TestDoubtTermsUndated(t *testing.T) {
	for _, dates := range [][]fact.Question{madeDates(), nil} {
		p := excesses(t, func(r *coverage.Rules) { r.Dates = dates })
		c := parseMade(t, "lines", "case: excess\nfacts: accident=yes penalty=yes fine=yes\nclaim: one\nitem: damages 5,000,000 excess=2,000,000")[0]
		a, err := p.Assess(c.claimOf(t, p.Scheme(), c.claim[0]), coverage.History{})
		if err != nil || len(a.Questions()) != 1 {
			t.Fatal(a.Questions(), err)
		}
		got, want := fmt.Sprint(a.Questions()[0].Cases), "[from 1 April 2025 12:00 and before 1 July 2025 12:00: ¥2,900,000"+
			" from 1 July 2025 12:00 and before 1 April 2026 12:00: ¥900,000 from 1 April 2026 12:00: ¥0 never: ¥0]"
		if dates == nil {
			want = "[yes: ¥900,000 to ¥2,900,000 no: ¥0]"
		}
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestDoubtExcesses bounds an item under two rules about an excess, of which each takes it, and
// the second comes with an endorsement that was attached during the period.
func TestDoubtExcesses(t *testing.T) {
	p := excesses(t, func(*coverage.Rules) {})
	for _, x := range []struct{ facts, made, want string }{
		{"penalty=yes fine=yes wilful=not-asked", "2025-06-01", "open 0 to 2,900,000"},
		{"penalty=yes fine=yes wilful=not-asked", "2025-08-01", "open 0 to 900,000"},
		{"penalty=yes fine=not-asked", "2025-08-01", "open 900,000 to 2,900,000"},
		{"penalty=yes fine=yes", "2025-07-01", "open 900,000 to 2,900,000"},
		{"penalty=yes fine=yes", "2025-07-01T13:00", "payable 900,000 to 900,000"},
	} {
		c := parseMade(t, "lines", "case: excess\nfacts: accident=yes "+x.facts+"\nclaim: one\nmade: "+x.made+
			"\nitem: damages 5,000,000 excess=2,000,000")[0]
		a, err := p.Assess(c.claimOf(t, p.Scheme(), c.claim[0]), coverage.History{})
		if got := bounded(a); err != nil || got != x.want || !a.Exact {
			t.Errorf("%s %s: got %s, want %s: %v", x.facts, x.made, got, x.want, err)
		}
	}
}

// TestDoubtChain bounds a claim by three unknown times, of which the first matters for the second
// and that for the third.
func TestDoubtChain(t *testing.T) {
	chain := func(r *coverage.Rules) {
		r.DateFacts = append(r.DateFacts, coverage.DateFact{Fact: hearing, Date: "measure", Is: coverage.ByDay, Anchor: "leak-published"},
			coverage.DateFact{Fact: fine, Date: "measure", Is: coverage.Before, Anchor: coverage.Discovery})
		r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{Scope: flight.Head("damages"),
			Clause: clause.Clause{ID: "Z1", JA: "Z1", EN: "Z1"}, When: some(is(hearing), not(is(fine)))})
	}
	a, err := varied(t, chain, "facts: accident=yes fine=not-asked\nmade: 2025-06-01\nreputational: 2049-01-01 12:00\nleak-published: 2040-03-30\nitem: damages 5,000,000")
	if err != nil || a.Least != 0 || a.Most != 490*yen.Man {
		t.Errorf("%v - %v: %v", a.Least, a.Most, err)
	}
}

// excesses records a policy with a second rule about an excess, from an endorsement that was
// attached during the period.
func excesses(t *testing.T, change func(*coverage.Rules)) coverage.Policy {
	t.Helper()
	r := madeRules(t)
	r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{With: "E5", Class: exclusions.Excess, Scope: flight,
		Clause: clause.Clause{ID: "Z1", JA: "Z1", EN: "Z1"}, When: is(fine)})
	change(&r)
	s, err := coverage.New(r)
	if err != nil {
		t.Fatal(err)
	}
	terms := madeTerms(s)
	terms.Attached = []clause.ID{"E5"}
	terms.Since = map[clause.ID]period.Instant{"E5": period.MustParseInstant("2025-07-01 12:00")}
	p, err := s.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestDoubtUneven compares two dates that nobody knows by a month and by 30 days: which of
// them is longer depends on the month, and what can be is not denied.
func TestDoubtUneven(t *testing.T) {
	rules := func(r *coverage.Rules) {
		r.DateFacts = append(r.DateFacts,
			coverage.DateFact{Fact: hearing, Date: "measure", Is: coverage.Within, Anchor: "leak-published", Span: period.Months(1)},
			coverage.DateFact{Fact: fine, Date: "measure", Is: coverage.Within, Anchor: "leak-published", Span: period.Days(30)})
		r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
			Clause: clause.Clause{ID: "Z9", JA: "期間", EN: "periods"}, Scope: flight.Head("damages"),
			When: not(both(not(is(hearing)), is(fine))),
		})
	}
	const lines = "facts: accident=yes fine=not-asked hearing=not-asked\nmade: 2025-06-01\nitem: damages 5,000,000\n"
	expectBounds(t, rules, lines, map[string]string{
		"": "open 0 to 4,900,000",
		"measure: 2025-03-03 12:00\nleak-published: 2025-02-01 12:00\n": "payable 4,900,000 to 4,900,000",
	})
}

// TestDoubtSeriesOnOneDay has two third-party claims of a series on the first day of the policy
// period, one with a cause that bounds it and not the other one.
func TestDoubtSeriesOnOneDay(t *testing.T) {
	const lines = "series: crash\nfacts: accident=yes consented=yes known-before=not-asked cause-before=not-asked cause-before-all=not-asked\n" +
		"item: damages 1,000,000 demand=A made=2025-04-01 cause=2025-04-01T13:00\n"
	expectBounds(t, func(*coverage.Rules) {}, lines, map[string]string{
		"item: damages 2,000,000 demand=B made=2025-04-01":       "open 0 to 2,900,000",
		"item: damages 2,000,000 demand=B made=2025-04-01T10:00": "outside-period 0 to 0",
	})
}

// TestDoubtManyTimes asks about a claim with more dates than are looked at together.
func TestDoubtManyTimes(t *testing.T) {
	lines := "facts: accident=yes intrusion=yes receipts=yes\nmade: 2025-06-01\nitem: forensics 1,000,000 incurred=2025-06-01\n"
	for k := range 70 {
		day, err := period.MustParseMoment("2025-06-01").Date().AddDays(k)
		if err != nil {
			t.Fatal(err)
		}
		lines += fmt.Sprintf("item: forensics 10,000 accepted=0 in-response=yes incurred=%s\n", day)
	}
	a, err := varied(t, func(*coverage.Rules) {}, lines)
	if err != nil || a.Decision != coverage.Open || a.Exact || len(a.Questions()) == 0 {
		t.Errorf("%v, exact %v, %v: %v", a.Decision, a.Exact, a.Questions(), err)
	}
}
