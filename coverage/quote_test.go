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
	"github.com/baiseki/baiseki/exclusions"
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
		{Clause: clause.Clause{ID: "LOAD", JA: "割増", EN: "loading"}, Kind: premium.Loading, Most: yen.Percent(100)},
		{Kind: premium.ByShortRate, ShortRates: []premium.ShortRow{{Months: 6, Rate: yen.Percent(70)}}},
	}}
	rules := coverage.Rules{
		Edition: clause.Clause{ID: "PLAIN", JA: "制度", EN: "scheme"}, Tariff: tariff,
		Calendar: period.Calendar{
			Base:  period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"),
			Opens: period.MustParseDate("2024-05-07"), Closes: period.MustParseDate("2024-06-14"), GapWithBase: true,
			Starts: []period.Start{{Day: 1, Until: 31, Before: 1}}, Last: period.MustParseDate("2025-06-01"),
		},
		Standard: option.Values{"limit": option.Yen(2)}, Setting: clause.Clause{ID: "SET", JA: "標準", EN: "standard"},
		Options: option.Table{{ID: "limit", JA: "限度額", EN: "limit", Least: 1, Standard: option.Yen(2)}},
		Limits:  limits.On("damages", limits.Aggregate("L", option.Of("limit"))),
		Heads:   []coverage.Head{{Head: "damages"}},

		LimitClauses: []clause.Clause{{ID: "L", JA: "限度額", EN: "limit"}},
		Accepted:     clause.Clause{ID: "K1", JA: "認定", EN: "accepted"},
		Series:       clause.Clause{ID: "K2", JA: "一連", EN: "related"},
		Restated:     clause.Clause{ID: "K3", JA: "既払", EN: "paid before"},
		Undecided:    clause.Clause{ID: "K4", JA: "確認中", EN: "open"},
		Wording: exclusions.Wording{Rules: []exclusions.Rule{{
			Clause: clause.Clause{ID: "C", JA: "補償", EN: "cover"}, Class: coverage.Cover, When: exclusions.Is("none"),
		}}},
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
		{quote(none, "2024-06-03", 0, load), "0"},
		{quote(none, "2024-06-03", 1, nil), "0"},
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

// TestWanted quotes for a start that the member wants, and refuses one that nothing has.
func TestWanted(t *testing.T) {
	for wanted, want := range map[string]string{
		"":           "2025-05-16 00:00",
		"2025-05-16": "2025-05-16 00:00",
		"2025-07-16": "2025-07-16 00:00",
		"2025-07-17": "wanted: out of range",
		"2026-04-01": "wanted: the scheme year has ended",
	} {
		a := coverage.Application{Applied: period.MustParseDate("2025-05-01"), Sales: premium.Sales{Amount: 1_000 * yen.Man}}
		if wanted != "" {
			a.Wanted = period.MustParseDate(wanted)
		}
		q, err := made(t).Quote(a)
		got := q.Membership.Period.Start().String()
		if f, ok := errors.AsType[*fault.Error](err); ok {
			got = f.Path + ": " + f.Reason.Error()
		}
		if got != want {
			t.Errorf("%s: %s, want %s", wanted, got, want)
		}
		later := slices.ContainsFunc(q.Notes, func(n clause.Note) bool { return strings.HasPrefix(n.EN, "The wanted start is later") })
		if later != (wanted == "2025-07-16") {
			t.Errorf("%s: %v", wanted, q.Notes)
		}
	}
}

// TestQuotePriced quotes under a tariff that prices an option, an endorsement and its
// option: nothing of them is referred, except for a value without a price.
func TestQuotePriced(t *testing.T) {
	named := func(id clause.ID) clause.Clause { return clause.Clause{ID: id, JA: "条項", EN: "clause"} }
	r := small()
	r.Wording.Endorsements = append(r.Wording.Endorsements, named("F"))
	r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{With: "F", Under: "X", When: exclusions.Is("young")})
	r.Calendar.Starts, r.Calendar.Last = []period.Start{{Day: 1, Until: 31, Before: 1}}, period.MustParseDate("2027-03-01")
	r.Options = option.Table{
		{ID: "class", JA: "区分", EN: "class", Unit: option.ByClass, Classes: []option.Class{{Code: "a", JA: "甲", EN: "a"}, {Code: "b", JA: "乙", EN: "b"}}, Standard: option.Of("a")},
		{ID: "deductible", JA: "免責金額", EN: "deductible", Standard: option.Yen(10)},
		{ID: "staff", JA: "人数", EN: "staff", Unit: option.People, With: "E"},
		{ID: "hours", JA: "時間", EN: "hours", Unit: option.Hours, With: "E", Standard: option.Number(8)},
	}
	r.Points = coverage.OpenPoints{{ID: "A1", JA: "点", EN: "point", Choices: []coverage.Choice{{Code: "one", JA: "一", EN: "one"}}}}
	is := func(id option.ID, v option.Value) []premium.Choice {
		return []premium.Choice{{Option: id, Is: []option.Value{v}}}
	}
	flat := func(annual yen.Amount) premium.Table {
		return premium.Table{Between: premium.Flat, Rows: []premium.Row{{Annual: annual}}}
	}
	a, b := flat(1_000), flat(2_000)
	a.When, b.When = is("class", option.Of("a")), is("class", option.Of("b"))
	r.Tariff = premium.Rules{Tables: []premium.Table{a, b}, Steps: []premium.Step{
		{Clause: named("D"), Kind: premium.Discount, Rate: yen.Percent(10), When: is("deductible", option.Yen(50))},
		{Clause: named("ST"), Kind: premium.Add, With: "E", Tables: []premium.Table{
			{Exposure: "staff", Between: premium.Stepped, Per: 1, Most: 100, Rows: []premium.Row{{Annual: 7}}},
		}},
	}}
	scheme, err := coverage.New(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		options option.Values
		attach  []clause.ID
		want    string
	}{
		{nil, nil, "1,000"},
		{option.Values{"class": option.Of("b")}, nil, "2,000"},
		{option.Values{"class": option.Of("b"), "deductible": option.Yen(50)}, nil, "1,800"},
		{option.Values{"deductible": option.Yen(20)}, nil, "The deductible of ¥20 is not the standard ¥10. Ask the agent for the premium."},
		{option.Values{"staff": option.Number(3)}, []clause.ID{"E"}, "1,021"},
		{option.Values{"staff": option.Number(3), "hours": option.Number(8)}, []clause.ID{"E"}, "1,021"},
		{option.Values{"staff": option.Number(3), "hours": option.Number(9)}, []clause.ID{"E"},
			"The hours of 9 hours is not the standard 8 hours. Ask the agent for the premium."},
		{option.Values{"staff": option.Number(101)}, []clause.ID{"E"},
			"The premium table has no premium for staff above 100 persons. Ask the agent for the premium."},
		{nil, []clause.ID{"E"}, "error options.staff: missing"},
		{option.Values{"staff": option.Number(-1)}, []clause.ID{"E"}, "error options.staff: out of range"},
		{option.Values{"class": option.Of("c")}, nil, "error options.class: unknown name"},
		{nil, []clause.ID{"F"}, "The premium table has no premium with the clause. Ask the agent for the premium."},
		{option.Values{"staff": option.Number(3)}, []clause.ID{"E", "F"}, "The premium table has no premium with the clause. Ask the agent for the premium."},
	} {
		q, err := scheme.Quote(coverage.Application{Applied: period.MustParseDate("2026-03-02"), Options: c.options, Attach: c.attach})
		got := cases.Yen(q.Premium.Total)
		if err != nil {
			if n := len(fault.All(err)); n != 1 {
				t.Errorf("%v: %d faults: %v", c.options, n, err)
			}
			got = quoteRefused(t, "Quote", err)
		}
		if n := len(q.Referrals); n > 0 {
			got = q.Referrals[0].Text(language.English)
			if n > 1 || q.Premium != (premium.Quote{}) {
				t.Errorf("%v: %+v", c.options, q)
			}
		}
		if got != c.want {
			t.Errorf("%v %v: got %s, want %s", c.options, c.attach, got, c.want)
		}
		if sheet := q.Sheet(); sheet.Total() != q.Premium.Total {
			t.Errorf("%v: %v of %v", c.options, sheet.Total(), q.Premium.Total)
		}
	}
	r.Tariff.Steps[0].With = "G"
	r.Tariff.Steps = append(r.Tariff.Steps, premium.Step{Clause: named("T"), Kind: premium.Together, Steps: []premium.Step{
		{Clause: named("P"), Kind: premium.Discount, With: "H", Rate: yen.Percent(5)},
	}})
	_, err = coverage.New(r)
	var unknown []string
	for _, f := range fault.All(err) {
		if f.Reason == fault.ErrUnknown {
			unknown = append(unknown, f.Path+" "+f.Input)
		}
	}
	if got := strings.Join(unknown, ", "); got != "tariff.steps[0].with G, tariff.steps[2].steps[0].with H" {
		t.Error(got)
	}
}
