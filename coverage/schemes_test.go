// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestSchemes runs the cases of schemes that are documents.
func TestSchemes(t *testing.T) {
	schemes := map[string]coverage.Scheme{}
	for name, file := range map[string]string{
		"cyber": "../examples/insurer/scheme.json", "association": "../testdata/schemes/association.json",
	} {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		s, err := coverage.ReadScheme(f)
		if err != nil {
			t.Fatal(name, err)
		}
		schemes[name] = s
	}
	cases.Run(t, "schemes.txt", map[string]func(*testing.T, cases.Case) string{
		"quote": func(t *testing.T, c cases.Case) string { return quoteOf(schemes[c.Arg(0)], c.Args[1:]) },
		"claim": func(t *testing.T, c cases.Case) string { return claimOf(t, schemes[c.Arg(0)], c.Args[1:]) },
	})
}

// failed returns the first fault of an error.
func failed(err error) string {
	f := fault.All(err)[0]
	return "error " + f.Path + " " + f.Reason.Error()
}

// quoteOf returns the start and the premium of a quote.
func quoteOf(s coverage.Scheme, args []string) string {
	a := coverage.Application{
		Applied: period.MustParseDate(args[0]), Sales: premium.Sales{Amount: yen.MustParse(args[1])}, Options: s.Standard(),
	}
	for _, word := range args[2:] {
		name, value, is := strings.Cut(word, "=")
		switch {
		case !is:
			a.Attach = append(a.Attach, clause.ID(name))
		case name == "discount", name == "loading":
			rate, err := yen.ParseRatio(value)
			if err != nil {
				return failed(err)
			}
			by := premium.Adjustment{Clause: "T5", Rate: rate}
			if name == "loading" {
				by.Clause = "T6"
			}
			a.Adjust = append(a.Adjust, by)
		default:
			v, err := option.Parse(value)
			if err != nil {
				return failed(err)
			}
			a.Options = a.Options.With(option.ID(name), v)
		}
	}
	q, err := s.Quote(a)
	switch {
	case err != nil:
		return failed(err)
	case len(q.Referrals) > 0:
		all := "refer"
		for _, n := range q.Referrals {
			all += " " + string(n.Clause)
		}
		return all
	}
	if sheet := q.Sheet(); sheet.Total() != q.Premium.Total {
		return "a sheet of another total"
	}
	return q.Membership.Period.Start().String() + " " + cases.Yen(q.Premium.Total)
}

// claimOf assesses claims, one after the other, and returns the outcome of the last.
func claimOf(t *testing.T, s coverage.Scheme, args []string) string {
	terms := coverage.Terms{Edition: s.Edition().ID, Number: "N-1", Period: s.Calendar().Calendar().Base, Options: s.Standard()}
	claims := []coverage.Claim{{Number: "1", Facts: fact.Set{}.No("wilful")}}
	for _, word := range args {
		c := &claims[len(claims)-1]
		head, amount, isItem := strings.Cut(word, ":")
		name, value, is := strings.Cut(word, "=")
		switch {
		case word == "then":
			claims = append(claims, coverage.Claim{Number: strconv.Itoa(len(claims) + 1), Facts: fact.Set{}.No("wilful")})
		case name == "retroactive":
			terms.Retroactive = period.MustParseInstant(value)
		case name == "made":
			c.Dates.Made = period.MustParseMoment(value)
		case name == "cause":
			c.Dates.Cause = period.MustParseMoment(value)
		case name == "discovered":
			c.Dates.Discovered = period.MustParseMoment(value)
		case is:
			c.Facts = c.Facts.With(map[string]fact.Answer{"yes": fact.StatedYes, "no": fact.StatedNo}[value], fact.Name(name))
		case isItem:
			amount, count, _ := strings.Cut(amount, "*")
			n, _ := strconv.ParseInt(count, 10, 64)
			it := coverage.Item{Head: limits.Head(head), Claimed: yen.MustParse(amount), Count: n, Incurred: c.Dates.Discovered}
			it.Accepted = yen.Exactly(it.Claimed)
			c.Items = append(c.Items, it)
		default:
			terms.Attached = append(terms.Attached, clause.ID(word))
		}
	}
	p, err := s.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	var a coverage.Assessment
	for _, c := range claims {
		for _, f := range []fact.Name{"stolen-credentials", "unpatched"} { // of the cyber insurance
			if c.Facts.Of(f) == fact.NotAsked && s.Edition().ID == "CYBER-2026" {
				c.Facts = c.Facts.No(f)
			}
		}
		c.Facts = c.Facts.Else(s.Defaults())
		if a, err = p.Assess(c, a.History); err != nil {
			return failed(err)
		}
	}
	if a.Decision == coverage.Open {
		return "open " + cases.Yen(a.Least) + " to " + cases.Yen(a.Most)
	}
	return a.Decision.String() + " " + cases.Yen(a.Payment.Now)
}

// cyberRules returns the rules of the cyber insurance.
func cyberRules(t *testing.T) coverage.Rules {
	t.Helper()
	f, err := os.Open("../examples/insurer/scheme.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s, err := coverage.ReadScheme(f)
	if err != nil {
		t.Fatal(err)
	}
	return s.Rules()
}

// TestCountOfOpenItem bounds an item of which a part is certain: 300 persons are 300,000,
// whether 500,000 or 800,000 are covered.
func TestCountOfOpenItem(t *testing.T) {
	r := cyberRules(t)
	r.Limits.Nodes[2].Terms = []limits.Term{limits.PerUnit("L4", option.Yen(1_000))}
	r.Limits.Terms = []limits.Term{limits.Aggregate("L1", option.Of("limit"))}
	r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
		Clause: clause.Clause{ID: "X9", JA: "加重", EN: "assumed"}, Class: exclusions.Excess, Scope: "costs/notification",
		When: exclusions.Is("assumed"),
	})
	r.Wording.Questions = append(r.Wording.Questions, fact.Question{Fact: "assumed", JA: "質問", EN: "Question?"})
	s, err := coverage.New(r)
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Record(coverage.Terms{Edition: "CYBER-2026", Number: "N-1", Period: r.Calendar.Base})
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.Assess(coverage.Claim{
		Number: "C-1", Dates: coverage.Dates{Discovered: period.MustParseMoment("2026-06-01")},
		Facts: fact.Set{}.Yes("incident", "leak").No("wilful", "stolen-credentials", "unpatched").Else(s.Defaults()),
		Items: []coverage.Item{{
			Head: "notification", Claimed: 800_000, Accepted: yen.Exactly(800_000), Excess: yen.Exactly(300_000), Count: 300,
			Incurred: period.MustParseMoment("2026-06-02"),
		}},
	}, coverage.History{})
	if err != nil || a.Decision != coverage.Payable || a.Payment.Now != 300_000 {
		t.Error(a.Decision, a.Least, a.Most, err)
	}
}

// TestRenewUnits names the options that a renewal changes, each in its unit.
func TestRenewUnits(t *testing.T) {
	r := cyberRules(t)
	s, err := coverage.New(r)
	if err != nil {
		t.Fatal(err)
	}
	p, err := s.Record(coverage.Terms{Edition: "CYBER-2026", Number: "N-1", Period: r.Calendar.Base})
	if err != nil {
		t.Fatal(err)
	}
	renewal, err := p.Renew(s, coverage.Application{
		Applied: period.MustParseDate("2026-03-01"), Sales: premium.Sales{Amount: yen.Oku},
		Options: option.Values{"industry": option.Of("manufacturing"), "wait": option.Number(48)},
	})
	var all []string
	for _, n := range renewal.Changed {
		all = append(all, n.EN)
	}
	got := strings.Join(all, "\n")
	for _, want := range []string{"industry: retail and services → manufacturing", "waiting period: 12 hours → 48 hours"} {
		if err != nil || !strings.Contains(got, want) {
			t.Errorf("%s\nlacks %q, %v", got, want, err)
		}
	}
}

// TestStandardOfAttached states an option of an endorsement that every policy has in the
// standard setting.
func TestStandardOfAttached(t *testing.T) {
	r := cyberRules(t)
	r.Attached = []clause.ID{"E1"}
	r.Options = append(r.Options, option.Row{ID: "extra", JA: "追加", EN: "extra", Standard: option.Yen(1), With: "E1"})
	extra := limits.PerClaim("L9", option.Of("extra")).For("damages")
	extra.With = "E1"
	r.Limits.Terms = append(r.Limits.Terms, extra)
	r.LimitClauses = append(r.LimitClauses, clause.Clause{ID: "L9", JA: "追加の限度額", EN: "extra limit"})
	r.Standard = r.Standard.With("extra", option.Yen(1))
	if _, err := coverage.New(r); err != nil {
		t.Error(err)
	}
}
