// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestStages demands that a quote names the points at whose stage it is, and those of
// which it states an option other than the standard one, or has an endorsement.
func TestStages(t *testing.T) {
	rules := madeRules(t)
	rules.Points = coverage.OpenPoints{{ID: "never"}, {ID: "option", Options: []option.ID{"deductible"}}, {ID: "endorsement", Endorsements: []clause.ID{"E1"}}}
	for _, s := range []coverage.Stage{
		coverage.EveryQuote, coverage.SalesStated, coverage.BetweenRows, coverage.PartOfYear, coverage.AfterWindow, coverage.OnLastDay,
	} {
		rules.Points = append(rules.Points, coverage.OpenPoint{ID: string(s), Stage: s})
	}
	for i := range rules.Points {
		rules.Points[i].JA, rules.Points[i].EN = "点", "point"
		rules.Points[i].Choices = []coverage.Choice{{Code: "one", JA: "一", EN: "one"}}
	}
	scheme, err := coverage.New(rules)
	if err != nil {
		t.Fatal(err)
	}
	opens, _ := rules.Calendar.Opens.AddDays(1)
	mid, _ := rules.Calendar.Base.Start().Date().AddDays(40)
	for _, c := range []struct {
		a    coverage.Application
		want string
	}{
		{coverage.Application{Applied: opens}, "every-quote"},
		{coverage.Application{Applied: opens, Sales: premium.Sales{Amount: 1_000 * yen.Man}}, "every-quote sales-stated"},
		{coverage.Application{Applied: opens, Sales: premium.Sales{Amount: 2_000 * yen.Man}}, "every-quote sales-stated between-rows"},
		{coverage.Application{Applied: mid, Sales: premium.Sales{Amount: 1_000 * yen.Man}}, "every-quote sales-stated part-of-year after-window"},
		{coverage.Application{Applied: opens, Options: option.Values{"deductible": option.Yen(10 * yen.Man)}}, "every-quote"},
		{coverage.Application{Applied: opens, Options: option.Values{"deductible": option.Yen(20 * yen.Man)}}, "option every-quote"},
		{coverage.Application{Applied: opens, Attach: []clause.ID{"E1"}}, "endorsement every-quote"},
	} {
		q, err := scheme.Quote(c.a)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range q.Readings() {
			got = append(got, p.ID)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%+v: %s, want %s", c.a, got, c.want)
		}
	}
}
