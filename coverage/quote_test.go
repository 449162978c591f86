// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestQuotePlainScheme quotes under rules of another insurer: with an option that
// has no clause and with a tariff that cannot price every application.
func TestQuotePlainScheme(t *testing.T) {
	table := premium.Table{
		Between: premium.Interpolated,
		Rows:    []premium.Row{{At: 1, Annual: 1_000, Clause: "T-1"}, {At: yen.Max, Annual: yen.Max, Clause: "T-2"}},
	}
	tariff := premium.Rules{Tables: []premium.Table{table}, Steps: []premium.Step{
		{Clause: clause.Clause{ID: "LOAD"}, Kind: premium.Loading, Most: yen.Percent(100)},
		{Kind: premium.ByShortRate, ShortRates: []premium.ShortRow{{Months: 6, Rate: yen.Percent(70)}}},
	}}
	rules := coverage.Rules{
		Edition: clause.Clause{ID: "PLAIN"}, Tariff: tariff,
		Calendar: period.Calendar{
			Base:  period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"),
			Opens: period.MustParseDate("2024-05-07"), Closes: period.MustParseDate("2024-06-14"), GapWithBase: true,
			Starts: []period.Start{{Day: 1, Until: 31, Before: 1}}, Last: period.MustParseDate("2025-06-01"),
		},
		Standard: option.Values{"limit": option.Yen(2)}, Setting: clause.Clause{ID: "SET"},
		Options: option.Table{{ID: "limit", EN: "limit", Least: 1, Standard: option.Yen(2)}},
		Limits:  limits.On("damages", limits.Aggregate("L", option.Of("limit"))),
		Heads:   []coverage.Head{{Head: "damages"}},
	}
	quote := func(r coverage.Rules, day string, sales yen.Amount, change func(*coverage.Application)) string {
		t.Helper()
		scheme, err := coverage.New(r)
		if err != nil {
			t.Fatal(err)
		}
		a := coverage.Application{Applied: period.MustParseDate(day), Sales: premium.Sales{Amount: sales}, Options: scheme.Standard()}
		if change != nil {
			change(&a)
		}
		q, err := scheme.Quote(a)
		if err != nil {
			return quoteRefused(t, "Quote", err)
		}
		if len(q.Settings())+len(q.Readings())+len(q.Missing()) > 0 {
			t.Errorf("%+v", q)
		}
		out := cases.Yen(q.Premium.Total)
		for _, r := range q.Referrals {
			out = string(r.Clause) + " " + r.Text(language.English)
		}
		return out
	}
	load := func(a *coverage.Application) {
		a.Adjust = []premium.Adjustment{{Clause: "LOAD", Rate: yen.Percent(100)}}
	}
	none := rules
	none.Tariff = premium.Rules{}
	for _, c := range []struct{ got, want string }{
		{quote(rules, "2024-06-03", 1, nil), "1,000"},
		{quote(rules, "2024-06-03", 1, load), "2,000"},
		{quote(rules, "2024-06-03", 1, func(a *coverage.Application) { a.Options["limit"] = option.Yen(3) }),
			"SET The limit of ¥3 is not the standard ¥2. Ask the agent for the premium."},
		{quote(rules, "2024-12-31", 1, nil), "700"},
		{quote(rules, "2024-11-30", 1, nil), "error applied: out of range"},
		{quote(rules, "2024-06-03", yen.Max, load), "error adjust[0].rate: result too large"},
		{quote(rules, "2024-06-03", 1, func(a *coverage.Application) { a.Options["limit"] = option.Yen(-1) }), "error options.limit: out of range"},
		{quote(none, "2024-06-03", 0, load), "error tariff: missing"},
		{quote(none, "2024-06-03", 1, nil), "error tariff: missing"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
	settings := []coverage.Setting{{Clauses: []clause.ID{"L"}, JA: "支払限度額", EN: "limit", Least: 1, Most: 1}}
	rules.Settings = settings
	scheme, err := coverage.New(rules)
	if err != nil {
		t.Fatal(err)
	}
	settings[0].Clauses[0], settings[0].EN = "changed", "changed"
	q, err := scheme.Quote(coverage.Application{Applied: period.MustParseDate("2024-06-03")})
	if err != nil || len(q.Settings()) != 1 || q.Settings()[0].Clauses[0] != "L" || q.Settings()[0].EN != "limit" {
		t.Errorf("%+v %v", q.Settings(), err)
	}
}

// TestReductionRefused reduces a policy of a scheme without such a reduction.
func TestReductionRefused(t *testing.T) {
	scheme, err := coverage.New(small())
	if err != nil {
		t.Fatal(err)
	}
	p, err := scheme.Record(coverage.Terms{Edition: "S", Number: "1", Period: period.MustParse("2026-04-01 00:00 - 2027-04-01 00:00")})
	if err != nil {
		t.Fatal(err)
	}
	by, err := premium.NewReduction(1, 2)
	if err != nil {
		t.Fatal(err)
	}
	var e *fault.Error
	if _, err := p.UnderDeclared(by); !errors.As(err, &e) || e.Path != "reduction" || e.Reason != fault.ErrMisplaced {
		t.Error(err)
	}
}

// quoteRefused returns the path of an error and the reason at its end.
func quoteRefused(t *testing.T, by string, err error) string {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) || f.Op != "coverage."+by {
		t.Fatalf("not a fault of %s: %v", by, err)
	}
	return "error " + f.Path + ": " + f.Reason.Error()
}
