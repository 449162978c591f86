// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// varied assesses the claim that is written as lines of a case under the made-up
// scheme with a change.
func varied(t *testing.T, change func(*coverage.Rules), lines string) (coverage.Assessment, error) {
	t.Helper()
	r := madeRules(t)
	change(&r)
	s, err := coverage.New(r)
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Record(madeTerms(s))
	if err != nil {
		t.Fatal(err)
	}
	c := parseMade(t, "lines", "case: varied\nclaim: one\n"+lines)[0]
	return p.Assess(c.claimOf(t, s, c.claim[0]), coverage.History{})
}

// TestVariants assesses claims under schemes that differ from the made-up one in one
// place.
func TestVariants(t *testing.T) {
	unasked := func(r *coverage.Rules) { // people see the names of the facts
		r.Wording.Questions = nil
		for i := range r.Heads {
			r.Heads[i].Consented, r.Heads[i].Consent = "", clause.Clause{}
		}
	}
	const split = "facts: accident=yes urgent=yes insured=yes war=no cause-before-all=not-asked\nmade: 2025-06-01\n" +
		"item: damages 5,000,000 wilful=not-known\nitem: damages 1,000,000\nitem: urgent 200,000,000"
	for name, c := range map[string]struct {
		change func(*coverage.Rules)
		lines  string
		want   string // the decision, or the path and the reason
		report string // a part of the English report
	}{
		"without a reduction for late notice": {func(r *coverage.Rules) {
			r.Limits.Terms = slices.DeleteFunc(r.Limits.Terms, func(x limits.Term) bool { return x.Kind == "reduction" })
		}, "facts: accident=yes\nmade: 2025-06-01\nitem: damages 5,000,000\nlate-notice: 1", "lateNotice not allowed here", ""},

		"without an end of the response period": {func(r *coverage.Rules) { r.DateFacts[4].Span = period.Years(8_000) },
			"facts: intrusion=yes\ndiscovered: 2025-06-01\nitem: forensics 1,000,000 incurred=2035-06-02", "payable 1,000,000",
			"written notice of the incident"},

		// 300,000,000 are above the limit, whatever the deductible is.
		"with a deductible that the policy does not state": {func(r *coverage.Rules) {
			r.Options[1].Standard = option.Value{}
			r.Options[1].Printed = option.Range{Least: 10 * yen.Man, Most: 50 * yen.Man}
			delete(r.Standard, "deductible")
		}, "facts: accident=yes\nmade: 2025-06-01\nitem: damages 300,000,000", "payable 100,000,000", "liability aggregate limit: ¥0 of ¥100,000,000"},

		"costs that must be paid in the policy period": {func(r *coverage.Rules) {
			r.DateFacts = append(r.DateFacts, coverage.DateFact{Fact: urgent, Date: "spent", Is: coverage.Within, Anchor: coverage.PolicyPeriod})
		}, "facts: accident=yes\nmade: 2025-06-01\nitem: urgent 1,000,000 incurred=2026-03-31 spent=2026-04-02", "nothing-payable 0",
			"cost paid on 2 April 2026"},

		"a cause in the continuous cover": {func(r *coverage.Rules) {
			r.DateFacts = append(r.DateFacts, coverage.DateFact{Fact: urgent, Date: "cause", Is: coverage.Within, Anchor: coverage.ContinuousCover})
		}, "facts: accident=yes cause-before=yes cause-before-all=yes known-before=no\nmade: 2025-06-01\ncause: 2025-03-31\nitem: urgent 1,000,000",
			"nothing-payable 0", "continuous cover starts on 1 April 2025 12:00"},

		// It was delivered at an unknown hour of a day on which another thing has one.
		"a month after delivery to the hour": {func(r *coverage.Rules) {
			r.DateFacts = r.DateFacts[:14] // without what was known of a claim
			r.DateFacts[13].Span = r.DateFacts[13].Span.ToMoment()
		}, "facts: accident=yes survey=yes undelivered=no known-early=no known-in-month=no\nmade: 2025-07-10 12:00\naware: 2025-06-10 09:00\ndelivered: 2025-06-10\nitem: damages 5,000,000",
			"open 4,900,000", "month after delivery: before 10 July 2025"},

		// The damages lend their date to the defence costs, which follow another head.
		"defence costs of another head": {func(r *coverage.Rules) { r.Heads[2].Follows = []limits.Head{"privacy"} },
			"facts: accident=yes claim-in-year=yes\nmade: 2026-05-01\nitem: damages 5,000,000 made=2025-06-01\nitem: defence 1,000,000",
			"facts.claim-in-year contradicts other input", ""},

		"without questions": {unasked, split, "payable 100,000,000", "Open questions (1)  wilful (item 1; X1; unknown)\n"},
		"its split":         {unasked, split, "payable 100,000,000", "divides over the heads of loss depends on: wilful\n"},
	} {
		a, err := varied(t, c.change, c.lines)
		got := a.Decision.String() + " " + cases.Yen(a.Most)
		if err != nil {
			f := fault.All(err)[0]
			got = f.Path + " " + f.Reason.Error()
		}
		if got != c.want || !strings.Contains(a.Text(language.English), c.report) {
			t.Errorf("%s: got %s, want %s and %q in\n%s", name, got, c.want, c.report, a.Text(language.English))
		}
	}
}

// TestSplitAgain adds what the split of a payment to no series depends on to what the
// history has.
func TestSplitAgain(t *testing.T) {
	all := readMade(t)["series"]
	c := all[slices.IndexFunc(all, func(c madeCase) bool { return c.title == "a certain payment with an open split" })]
	p := c.policy(t)
	h, err := coverage.ParseHistory(sealed("history 1 D-1 DRONE-25 2025-04-01_12:00_-_2026-04-01_12:00\nheads \n" +
		"claim A decision=payable open=a\n"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.Assess(c.claimOf(t, p.Scheme(), c.claim[0]), h)
	if err != nil || !slices.Equal(a.History.Undivided(), []string{"a", "wilful"}) {
		t.Errorf("%q %v", a.History.Undivided(), err)
	}
}

// TestRatioTooFine records a ratio whose fractions the limits cannot compute.
func TestRatioTooFine(t *testing.T) {
	fine, err := yen.NewRatio(1, 1<<62-1)
	if err != nil {
		t.Fatal(err)
	}
	terms := madeTerms(made(t))
	terms.Options["declared"] = option.Ratio(fine)
	_, err = made(t).Record(terms)
	var f *fault.Error
	if !errors.As(err, &f) || f.Op != "coverage.Record" || f.Path != "options" || f.Reason != fault.ErrOverflow {
		t.Error(err)
	}
}

// TestCheckClauses cites clauses that the scheme does not have.
func TestCheckClauses(t *testing.T) {
	r := madeRules(t)
	r.Options[0].Clause = "L99"
	_, err := coverage.New(r)
	all := fault.All(err)
	if len(all) != 1 || all[0].Path != "options[limit].clause" || all[0].Reason != fault.ErrUnknown {
		t.Errorf("%v", all)
	}
}

// TestHourOfVariant asks for the hour of a third-party claim on the day on which an
// endorsement was attached.
func TestHourOfVariant(t *testing.T) {
	all := readMade(t)["anew"]
	c := all[slices.IndexFunc(all, func(c madeCase) bool { return c.title == "attached during the period" })]
	p := c.policy(t)
	a, err := p.Assess(c.claimOf(t, p.Scheme(), c.claim[2]), coverage.History{})
	if err != nil || len(a.Questions()) != 1 {
		t.Fatal(a.Questions(), err)
	}
	for tag, want := range map[language.Tag]string{
		language.Japanese: "。2025年7月1日の何時か】",
		language.English:  "; at what time on 1 July 2025]",
	} {
		if got := a.Questions()[0].Text(tag); !strings.HasSuffix(got, want) {
			t.Errorf("%s does not end in %s", got, want)
		}
	}
}
