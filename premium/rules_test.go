// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// plain returns rules of two rows, a discount, a loading and short rates.
func plain() premium.Rules {
	return premium.Rules{
		Basis:       "payroll",
		BasisClause: clause.Clause{ID: "B", JA: "給与総額", EN: "payroll"},
		Tables: []premium.Table{{
			Clause:  clause.Clause{JA: "年額", EN: "annual"},
			Between: premium.Interpolated,
			Rows:    []premium.Row{{At: 1, Annual: 1_000, Clause: "T-1"}, {At: yen.Max, Annual: yen.Max, Clause: "T-2"}},
		}},
		Steps: []premium.Step{
			{Clause: clause.Clause{ID: "D", JA: "認証割引", EN: "certification discount"}, Kind: premium.Discount, Most: yen.Percent(30), To: yen.Up.To(100)},
			{Clause: clause.Clause{ID: "L", JA: "事故割増", EN: "loss loading"}, Kind: premium.Loading, Most: yen.Percent(250), To: yen.Up.To(100)},
			{Clause: clause.Clause{ID: "S"}, Kind: premium.ByShortRate, ShortRates: []premium.ShortRow{
				{Days: 7, Rate: yen.Percent(10)}, {Months: 6, Rate: yen.Percent(70)},
			}},
		},
	}
}

func tariffOf(t testing.TB, r premium.Rules) premium.Tariff {
	t.Helper()
	tariff, err := premium.New(r, nil)
	if err != nil {
		t.Fatal(err)
	}
	return tariff
}

// told returns the paths and the codes of the faults of an operation.
func told(t *testing.T, op string, err error) string {
	t.Helper()
	var all []string
	for _, f := range fault.All(err) {
		if f.Op != op {
			t.Errorf("%v: not of %s", f, op)
		}
		all = append(all, f.Path+" "+f.Reason.Code())
	}
	if len(all) == 0 && err != nil {
		t.Errorf("no fault: %v", err)
	}
	return strings.Join(all, ", ")
}

func TestNewFaults(t *testing.T) {
	short := func(r *premium.Rules, row premium.ShortRow) { r.Steps[2].ShortRates[1] = row }
	for name, c := range map[string]struct {
		change func(*premium.Rules)
		want   string
	}{
		"nothing":           {func(r *premium.Rules) { *r = premium.Rules{} }, "tables missing"},
		"too many steps":    {func(r *premium.Rules) { r.Steps = slices.Repeat(r.Steps, 22) }, "steps size"},
		"unknown between":   {func(r *premium.Rules) { r.Tables[0].Between = "cubic" }, "tables[0].between unknown"},
		"no between":        {func(r *premium.Rules) { r.Tables[0].Between = "" }, "tables[0].between unknown"},
		"no rows":           {func(r *premium.Rules) { r.Tables[0].Rows = nil }, "tables[0].rows missing"},
		"no sales":          {func(r *premium.Rules) { r.Tables[0].Rows[0].At = -1 }, "tables[0].rows[0].at range"},
		"sales too large":   {func(r *premium.Rules) { r.Tables[0].Rows[1].At++ }, "tables[0].rows[1].at range"},
		"sales stay":        {func(r *premium.Rules) { r.Tables[0].Rows[1].At = 1 }, "tables[0].rows[1].at order"},
		"no premium":        {func(r *premium.Rules) { r.Tables[0].Rows[0].Annual = 0 }, "tables[0].rows[0].annual range"},
		"premium too large": {func(r *premium.Rules) { r.Tables[0].Rows[1].Annual++ }, "tables[0].rows[1].annual range"},
		"premium falls":     {func(r *premium.Rules) { r.Tables[0].Rows[1].Annual = 999 }, "tables[0].rows[1].annual order"},
		"finer than the rounding": {func(r *premium.Rules) { r.Tables[0].To, r.Tables[0].Rows[0].Annual = yen.HalfUp.To(10), 1_005 },
			"tables[0].rows[0].annual conflict"},
		"no unit of the table": {func(r *premium.Rules) { r.Tables[0].To = yen.Up.To(0) }, "tables[0].to unknown"},
		"no unit":              {func(r *premium.Rules) { r.Steps[0].To = yen.Up.To(0) }, "steps[0].to unknown"},
		"exact and rounded":    {func(r *premium.Rules) { r.Steps[0].Exact = true }, "steps[0].exact conflict, steps fraction"},
		"no id":                {func(r *premium.Rules) { r.Steps[0].Clause.ID = "" }, "steps[0].clause.id missing"},
		"same id":              {func(r *premium.Rules) { r.Steps[1].Clause.ID = "D" }, "steps[1].clause.id duplicate"},
		"discount below 0":     {func(r *premium.Rules) { r.Steps[0].Most = yen.Percent(-1) }, "steps[0].most range"},
		"discount above 1":     {func(r *premium.Rules) { r.Steps[0].Most = yen.Percent(101) }, "steps[0].most range"},
		"loading below 0":      {func(r *premium.Rules) { r.Steps[1].Most = yen.Percent(-1) }, "steps[1].most range"},
		"unknown term":         {func(r *premium.Rules) { r.Steps[2] = premium.Step{Kind: "weeks"} }, "steps[2].kind unknown"},
		"two terms": {func(r *premium.Rules) { r.Steps = append(r.Steps, premium.Step{Kind: premium.ByDays}) },
			"steps[3].kind duplicate"},
		"no short rates":        {func(r *premium.Rules) { r.Steps[2].ShortRates = nil }, "steps[2].shortRates missing"},
		"short rates elsewhere": {func(r *premium.Rules) { r.Steps[2].Kind = premium.ByDays }, "steps[2].shortRates misplaced"},
		"no length":             {func(r *premium.Rules) { short(r, premium.ShortRow{Rate: yen.Percent(70)}) }, "steps[2].shortRates[1] missing"},
		"two lengths": {func(r *premium.Rules) { short(r, premium.ShortRow{Days: 9, Months: 1, Rate: yen.Percent(70)}) },
			"steps[2].shortRates[1] conflict"},
		"32 days":    {func(r *premium.Rules) { short(r, premium.ShortRow{Days: 32, Rate: yen.Percent(70)}) }, "steps[2].shortRates[1].days range"},
		"-1 days":    {func(r *premium.Rules) { short(r, premium.ShortRow{Days: -1, Rate: yen.Percent(70)}) }, "steps[2].shortRates[1].days range"},
		"13 months":  {func(r *premium.Rules) { short(r, premium.ShortRow{Months: 13, Rate: yen.Percent(70)}) }, "steps[2].shortRates[1].months range"},
		"days stay":  {func(r *premium.Rules) { short(r, premium.ShortRow{Days: 7, Rate: yen.Percent(70)}) }, "steps[2].shortRates[1].days order"},
		"rate falls": {func(r *premium.Rules) { short(r, premium.ShortRow{Months: 6, Rate: yen.Percent(9)}) }, "steps[2].shortRates[1].rate order"},
		"rate above": {func(r *premium.Rules) { short(r, premium.ShortRow{Months: 6, Rate: yen.Percent(101)}) }, "steps[2].shortRates[1].rate range"},
		"rate below": {func(r *premium.Rules) { short(r, premium.ShortRow{Months: 6, Rate: yen.Percent(-1)}) }, "steps[2].shortRates[1].rate range"},
		"days after months": {func(r *premium.Rules) {
			r.Steps[2].ShortRates = append(r.Steps[2].ShortRates, premium.ShortRow{Days: 20, Rate: yen.Percent(80)})
		}, "steps[2].shortRates[2].days order"},
		"months stay": {func(r *premium.Rules) {
			r.Steps[2].ShortRates = append(r.Steps[2].ShortRates, premium.ShortRow{Months: 6, Rate: yen.Percent(80)})
		}, "steps[2].shortRates[2].months order"},
		"a fraction is left":                          {func(r *premium.Rules) { r.Steps[2].Exact = true }, "steps fraction"},
		"a step that may not be taken does not round": {func(r *premium.Rules) { r.Tables[0].Exact = true }, "steps fraction"},
		"all at once": {func(r *premium.Rules) {
			r.Tables[0].Rows[0].At, r.Steps[0].Clause.ID, r.Steps[2].Kind = -1, "", "weeks"
		}, "tables[0].rows[0].at range, steps[0].clause.id missing, steps[2].kind unknown, steps[2].shortRates misplaced"},
	} {
		r := plain()
		c.change(&r)
		tariff, err := premium.New(r, nil)
		if got := told(t, "premium.New", err); got != c.want || tariff != (premium.Tariff{}) {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

// Rules that look odd and are allowed.
func TestNewAllows(t *testing.T) {
	for name, change := range map[string]func(*premium.Rules){
		"nothing": func(*premium.Rules) {},
		"no rounding with the next row": func(r *premium.Rules) {
			r.Tables[0].Between, r.Tables[0].To = premium.NextRow, yen.HalfUp.To(300)
		},
		"fractions of a table that has none": func(r *premium.Rules) {
			r.Tables[0].Between, r.Tables[0].Exact = premium.OnRow, true
		},
		"one rounding at the end": func(r *premium.Rules) {
			r.Tables[0].Exact = true
			for i := range r.Steps {
				r.Steps[i].Exact, r.Steps[i].To = true, yen.Rounding{}
			}
			r.Steps = append(r.Steps, premium.Step{To: yen.HalfUp.To(10)})
		},
		"rows far apart": func(r *premium.Rules) {
			r.Tables[0].To, r.Tables[0].Rows[0] = yen.Up.To(100_000), premium.Row{At: 2, Annual: 100_000}
		},
		"no steps":                 func(r *premium.Rules) { r.Steps = nil },
		"an exact step of nothing": func(r *premium.Rules) { r.Steps = append(r.Steps, premium.Step{Exact: true}) },
	} {
		r := plain()
		change(&r)
		if _, err := premium.New(r, nil); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A tariff keeps no slice of the caller, and gives none away.
func TestRulesAreCopied(t *testing.T) {
	r := plain()
	r.Notes = []clause.Note{{EN: "a note"}}
	tariff := tariffOf(t, r)
	spoil := func(r premium.Rules) {
		r.Steps[0].Clause.ID, r.Tables[0].Rows[0].Annual = "X", 7
		r.Steps[2].ShortRates[0].Days, r.Notes[0].EN = 1, "spoilt"
	}
	spoil(r)
	spoil(tariff.Rules())
	risk := premium.Risk{
		Sales:  premium.Sales{Amount: 1},
		Term:   premium.Term{Days: 7, YearDays: 365},
		Adjust: []premium.Adjustment{{Clause: "D", Rate: yen.Percent(30)}},
	}
	if q, err := tariff.Quote(risk); err != nil || q.Total != 70 {
		t.Error(q, err)
	}
	s, _ := tariff.Sheet(risk)
	for n := range s.Notes() {
		if n.EN != "a note" {
			t.Error(n)
		}
	}
}

func TestClauses(t *testing.T) {
	r := plain()
	r.Tables[0].Clause = clause.Clause{}
	r.Reduction, r.Indicative = clause.Clause{ID: "R"}, clause.Clause{ID: "I"}
	var got []string
	for _, c := range tariffOf(t, r).Clauses() {
		got = append(got, string(c.ID)+" "+c.EN)
	}
	want := []string{"T-1 sales ¥1", "T-2 sales ¥1,000,000,000,000,000", "D certification discount", "L loss loading", "S ", "B payroll", "R ", "I "}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestZeroValues(t *testing.T) {
	var none premium.Tariff
	_, annual := none.Annual(1)
	_, quote := none.Quote(premium.Risk{})
	_, sheet := none.Sheet(premium.Risk{})
	_, reduction := none.Reduction(premium.Risk{Sales: premium.Sales{}}, premium.Risk{Sales: premium.Sales{}})
	for op, err := range map[string]error{
		"premium.Annual": annual, "premium.Quote": quote, "premium.Sheet": sheet, "premium.Reduction": reduction,
	} {
		if got := told(t, op, err); got != "tariff missing" {
			t.Errorf("%s: %s", op, got)
		}
	}
	if none.Clauses() != nil || none.Rules().Steps != nil {
		t.Error("the zero tariff has rules")
	}
	if _, err := tariffOf(t, plain()).Quote(premium.Risk{}); !errors.Is(err, fault.ErrNotStated) {
		t.Error(err)
	}
	if !(premium.Term{}).IsFullYear() {
		t.Error("the zero term is not a full year")
	}
}
