// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// nextYear is the made-up scheme a year later: without the endorsement E1, with another
// reading.
func nextYear(t *testing.T) coverage.Scheme {
	t.Helper()
	r := madeRules(t, "R1=beside")
	r.Edition = clause.Clause{ID: "DRONE-26", JA: "ドローン事業者保険2026年度", EN: "drone operators' insurance, 2026"}
	r.Calendar.Base = period.MustParse("2026-04-01 12:00 - 2027-04-01 12:00")
	r.Calendar.Opens, r.Calendar.Closes = period.MustParseDate("2026-01-10"), period.MustParseDate("2026-03-10")
	r.Calendar.Last = period.MustParseDate("2027-03-16")
	r.Wording.Rules = slices.DeleteFunc(r.Wording.Rules, func(x exclusions.Rule) bool { return x.With == "E1" })
	r.Wording.Endorsements = slices.DeleteFunc(r.Wording.Endorsements, func(e clause.Clause) bool { return e.ID == "E1" })
	r.Wording.Questions = slices.DeleteFunc(r.Wording.Questions, func(q fact.Question) bool { return q.Fact == pilot })
	s, err := coverage.New(r)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestRenew renews a policy in time and after a gap.
func TestRenew(t *testing.T) {
	terms := madeTerms(made(t))
	terms.Attached, terms.Business = []clause.ID{"E1", "E2"}, "survey"
	terms.Options = terms.Options.With("deductible", option.Yen(5*yen.Man))
	terms.First = period.MustParseInstant("2023-04-01 12:00")
	p, err := made(t).Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Renew(nextYear(t), coverage.Application{
		Applied: period.MustParseDate("2026-02-01"), Sales: premium.Sales{Amount: 2 * yen.Oku, Basis: "flights"},
	})
	if err != nil {
		t.Fatal(err)
	}
	a := &r.Quote.Application
	if a.Company != terms.Company || a.Business != "survey" || a.First != terms.First || !slices.Equal(a.Attach, []clause.ID{"E2"}) ||
		a.Options["deductible"] != option.Yen(5*yen.Man) {
		t.Errorf("%+v", a)
	}
	next, err := r.Quote.Record("D-2")
	if err != nil || next.Terms().First != terms.First || next.Terms().Edition != "DRONE-26" {
		t.Errorf("%+v %v", next.Terms(), err)
	}
	var asked, changed []string
	for _, q := range r.Asked {
		asked = append(asked, string(q.Fact))
	}
	for _, n := range r.Changed {
		changed = append(changed, string(n.Clause)+" "+n.EN)
	}
	if diff := cmp.Diff([]string{"cause-before", "known-before"}, asked); diff != "" {
		t.Error(diff)
	}
	want := []string{
		"DRONE-26 scheme: drone operators' insurance, 2025 → drone operators' insurance, 2026",
		" reading R1, Defence costs and the limit: they erode the aggregate limit → they do not erode it",
		"T7 declared sales: ¥30,000,000 → ¥200,000,000",
		"E1 contracted pilots endorsement: attached → not attached",
	}
	if diff := cmp.Diff(want, changed); diff != "" {
		t.Error(diff)
	}

	late, err := p.Renew(nextYear(t), coverage.Application{
		Company: "別会社", Applied: period.MustParseDate("2026-05-01"), Sales: terms.Sales, Attach: []clause.ID{},
		Options: option.Values{"limit": option.Yen(2 * yen.Oku)},
	})
	if err != nil {
		t.Fatal(err)
	}
	changed = nil
	for _, n := range late.Changed[2:] {
		changed = append(changed, string(n.Clause)+" "+n.EN)
	}
	want = []string{
		"L2 liability limit: ¥100,000,000 → ¥200,000,000",
		"L1 deductible: ¥50,000 → ¥100,000",
		"L3 invasion of privacy sublimit: ¥100,000,000 → none",
		"L6 investigation costs sublimit: ¥5,000,000 → not stated",
		"E1 contracted pilots endorsement: attached → not attached",
		"E2 invasion of privacy endorsement: attached → not attached",
		"B1 The last policy period ends on 1 April 2026 12:00, and the next starts on 16 May 2026 00:00: cover is not continuous.",
	}
	if diff := cmp.Diff(want, changed); diff != "" || !late.Quote.Application.First.IsZero() || late.Quote.Application.Company != "別会社" {
		t.Error(diff, late.Quote.Application)
	}

	if p, err = p.Attach("E3", period.MustParseInstant("2025-07-01 12:00"), option.Values{"hearing": option.Yen(200 * yen.Man)}); err != nil {
		t.Fatal(err)
	}
	dropped, err := p.Renew(nextYear(t), coverage.Application{
		Applied: period.MustParseDate("2026-02-01"), Sales: terms.Sales, Attach: []clause.ID{"E2"},
	})
	if err != nil {
		t.Fatal(err) // the limit of the endorsement goes with it
	}
	changed = nil
	for _, n := range dropped.Changed[2:] {
		changed = append(changed, string(n.Clause)+" "+n.EN)
	}
	want = []string{
		"L8 regulatory response sublimit: ¥2,000,000 → none",
		"E1 contracted pilots endorsement: attached → not attached",
		"E3 regulatory response endorsement: attached → not attached",
	}
	if diff := cmp.Diff(want, changed); diff != "" {
		t.Error(diff)
	}

	again, err := p.Renew(made(t), coverage.Application{Applied: period.MustParseDate("2025-05-01"), Sales: terms.Sales})
	if err != nil || again.Quote.Application.First != terms.First {
		t.Fatal(again.Quote.Application, err)
	}
	overlap := again.Changed[len(again.Changed)-1]
	if overlap.EN != "The last policy period ends on 1 April 2026 12:00, after the next starts on 16 May 2025 00:00: they overlap." {
		t.Error(overlap)
	}

	if _, err := (coverage.Policy{}).Renew(nextYear(t), coverage.Application{}); !errors.Is(err, fault.ErrScheme) {
		t.Error(err)
	}
	_, err = p.Renew(nextYear(t), coverage.Application{})
	var f *fault.Error
	if !errors.As(err, &f) || f.Op != "coverage.Renew" || f.Path != "applied" {
		t.Error(err)
	}
	if _, err := p.Renew(coverage.Scheme{}, coverage.Application{}); !errors.Is(err, fault.ErrScheme) {
		t.Error(err)
	}
}
