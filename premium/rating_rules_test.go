// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestRatingFaults breaks the rules of the cyber product in one place at a time.
func TestRatingFaults(t *testing.T) {
	const rider, group, loss, deductible, staff, least, term = 0, 1, 2, 3, 5, 6, 7
	choice := func(id option.ID, v ...option.Value) premium.Choice { return premium.Choice{Option: id, Is: v} }
	stepped := func(rows ...premium.Row) func(*premium.Rules) {
		return func(r *premium.Rules) { r.Tables[2].Rows = rows }
	}
	per := func(between premium.Origin, rows ...premium.Row) func(*premium.Rules) {
		return func(r *premium.Rules) {
			r.Steps[staff].Tables[0].Between, r.Steps[staff].Tables[0].Rows = between, rows
		}
	}
	for name, c := range map[string]struct {
		change func(*premium.Rules)
		want   string
	}{
		"nothing":       {func(*premium.Rules) {}, ""},
		"two at once":   {func(r *premium.Rules) { r.Tables[1].When[0].Is[0] = option.Of("it") }, "tables[1].when conflict"},
		"one always":    {func(r *premium.Rules) { r.Tables[2].When = nil }, "tables[2].when conflict"},
		"other choices": {func(r *premium.Rules) { r.Tables[2].When[0] = choice("deductible", option.Yen(0)) }, "tables[2].when conflict"},
		"both choices": {func(r *premium.Rules) {
			r.Tables[2].When = append(r.Tables[2].When, choice("deductible", option.Yen(0)))
		}, ""},
		"257 tables":         {func(r *premium.Rules) { r.Tables = slices.Repeat(r.Tables[:1], 257) }, "tables size"},
		"no such option":     {func(r *premium.Rules) { r.Tables[0].When[0].Option = "plan" }, "tables[0].when[0].option unknown"},
		"no values":          {func(r *premium.Rules) { r.Tables[0].When[0].Is = nil }, "tables[0].when[0].is missing"},
		"no such class":      {func(r *premium.Rules) { r.Tables[0].When[0].Is[0] = option.Of("space") }, "tables[0].when[0].is[0] unknown"},
		"a class twice":      {func(r *premium.Rules) { r.Tables[1].When[0].Is[1] = option.Of("retail") }, "tables[1].when[0].is[1] duplicate"},
		"an option twice":    {func(r *premium.Rules) { r.Tables[0].When = append(r.Tables[0].When, r.Tables[0].When[0]) }, "tables[0].when[1].option duplicate"},
		"a name for a value": {func(r *premium.Rules) { r.Steps[deductible].When[0].Is[0] = option.Of("deductible") }, "steps[3].when[0].is[0] misplaced"},
		"not of the unit":    {func(r *premium.Rules) { r.Steps[deductible].When[0].Is[0] = option.Ratio(yen.Percent(1)) }, "steps[3].when[0].is[0] misplaced"},
		"a choice of an exposure": {func(r *premium.Rules) {
			r.Steps[term-1].When = []premium.Choice{choice("staff", option.Number(1))}
		}, "steps[6].when[0].option conflict"},
		"an exposure of a choice": {func(r *premium.Rules) {
			r.Steps[staff].Tables[0].Exposure = "deductible"
		}, "steps[5].tables[0].exposure conflict"},
		"a class as exposure":    {func(r *premium.Rules) { r.Tables[0].Exposure = "industry" }, "tables[0].exposure misplaced, tables[1].when[0].option conflict, tables[2].when[0].option conflict"},
		"unknown exposure":       {func(r *premium.Rules) { r.Steps[staff].Tables[0].Exposure = "x" }, "steps[5].tables[0].exposure unknown"},
		"another endorsement":    {func(r *premium.Rules) { r.Steps[staff].With = "E-FLAT" }, "steps[5].tables[0].exposure misplaced"},
		"no endorsement":         {func(r *premium.Rules) { r.Tables[2].Exposure = "staff" }, "tables[2].exposure misplaced"},
		"Per below 0":            {func(r *premium.Rules) { r.Tables[2].Per = -1 }, "tables[2].per range"},
		"Per too large":          {func(r *premium.Rules) { r.Tables[2].Per = yen.Max + 1 }, "tables[2].per range"},
		"Per on the line":        {func(r *premium.Rules) { r.Tables[0].Per = 1 }, "tables[0].per misplaced"},
		"Most on the line":       {func(r *premium.Rules) { r.Tables[0].Most = yen.Max }, "tables[0].most misplaced"},
		"Most below the last":    {func(r *premium.Rules) { r.Tables[2].Most = 5*yen.Oku - 1 }, "tables[2].most order"},
		"Most at the last":       {func(r *premium.Rules) { r.Tables[2].Most = 5 * yen.Oku }, ""},
		"a flat table by sales":  {func(r *premium.Rules) { r.Tables[2].Between = premium.Flat }, "tables[2].rows[1].at misplaced, tables[2].rows[2].at misplaced"},
		"a flat table by people": {per(premium.Flat, premium.Row{Annual: 1}), "steps[5].tables[0].per misplaced, steps[5].tables[0].exposure misplaced"},
		"no basic premium":       {stepped(premium.Row{}), "tables[2].rows[0].annual range"},
		"a rider for nothing":    {per(premium.Stepped, premium.Row{}), ""},
		"a rider below nothing":  {per(premium.Stepped, premium.Row{Annual: -1}), "steps[5].tables[0].rows[0].annual range"},
		// 9 x 300 = 2,700 and 10 x 270; 10 x 300 = 3,000 and 11 x 273 = 3,003
		"a rate that falls by steps": {per(premium.Stepped, premium.Row{Annual: 300}, premium.Row{At: 10, Annual: 269}), "steps[5].tables[0].rows[1].annual order"},
		"a rate that stays by steps": {per(premium.Stepped, premium.Row{Annual: 300}, premium.Row{At: 10, Annual: 270}), ""},
		"a rate that falls by rows":  {per(premium.NextRow, premium.Row{At: 10, Annual: 300}, premium.Row{At: 20, Annual: 272}), "steps[5].tables[0].rows[1].annual order"},
		"a rate that stays by rows":  {per(premium.NextRow, premium.Row{At: 10, Annual: 300}, premium.Row{At: 20, Annual: 273}), ""},
		"a rate far too large":       {per(premium.Stepped, premium.Row{Annual: yen.Max}, premium.Row{At: yen.Max, Annual: yen.Max}), ""},

		"an add of nothing":     {func(r *premium.Rules) { r.Steps[rider].Rate = yen.Ratio{} }, "steps[0] missing"},
		"an add of two":         {func(r *premium.Rules) { r.Steps[rider].Amount = 1 }, "steps[0] conflict"},
		"a rate below 0":        {func(r *premium.Rules) { r.Steps[rider].Rate = yen.Percent(-1) }, "steps[0].rate range"},
		"an amount below 0":     {func(r *premium.Rules) { r.Steps[least].Amount = -1 }, "steps[6].amount range"},
		"an amount too large":   {func(r *premium.Rules) { r.Steps[least].Amount = yen.Max + 1 }, "steps[6].amount range"},
		"no minimum":            {func(r *premium.Rules) { r.Steps[least].Amount = 0 }, "steps[6].amount missing"},
		"a rate of a step":      {func(r *premium.Rules) { r.Steps[4].Amount, r.Steps[4].Rate, r.Steps[4].Of = 0, yen.Percent(1), "LOSS" }, ""},
		"a rate of a later one": {func(r *premium.Rules) { r.Steps[rider].Of = "LOSS" }, "steps[0].of unknown"},
		"an amount of a step":   {func(r *premium.Rules) { r.Steps[4].Of = "LOSS" }, "steps[4].of misplaced"},
		"five marks": {func(r *premium.Rules) {
			for _, of := range []clause.ID{"S-RIDER", "S-GROUP", "LOSS", "S-DED", "S-DED", "S-FLAT"} {
				r.Steps = append(r.Steps, premium.Step{Kind: premium.Add, Rate: yen.Percent(1), Of: of})
			}
		}, "steps[13].of size"},
		"steps elsewhere":  {func(r *premium.Rules) { r.Steps[loss].Steps = r.Steps[group].Steps[:1] }, "steps[2].steps misplaced, steps[2].steps[0].clause.id duplicate"},
		"no steps":         {func(r *premium.Rules) { r.Steps[group].Steps = nil }, "steps[1].steps missing"},
		"steps in steps":   {func(r *premium.Rules) { r.Steps[group].Steps[0] = r.Steps[group] }, "steps[1].steps[0].kind misplaced, steps[1].steps[0].to misplaced"},
		"a part by itself": {func(r *premium.Rules) { r.Steps[group].Steps[1].Exact = true }, "steps[1].steps[1].to misplaced"},
		"a part has steps": {func(r *premium.Rules) {
			r.Steps[group].Steps[1].Steps = []premium.Step{{Kind: premium.Together}}
		}, "steps[1].steps[1].steps misplaced"},
		"a cap above 100%":      {func(r *premium.Rules) { r.Steps[group].Most = yen.Percent(101) }, "steps[1].most range"},
		"a list and a span":     {func(r *premium.Rules) { r.Steps[loss].Most = yen.Percent(20) }, "steps[2].rates conflict"},
		"a span upside down":    {func(r *premium.Rules) { r.Steps[group].Steps[1].Least = yen.Percent(21) }, "steps[1].steps[1].least order"},
		"a discount above 100%": {func(r *premium.Rules) { r.Steps[group].Steps[0].Rates[2] = yen.Percent(101) }, "steps[1].steps[0].rates[2] range"},
		"a fixed rate above":    {func(r *premium.Rules) { r.Steps[deductible].Rate = yen.Percent(101) }, "steps[3].rate range"},
		"rates of a minimum": {func(r *premium.Rules) {
			r.Steps[least].Rates, r.Steps[least].Rate, r.Steps[least].Least, r.Steps[least].Most = r.Steps[loss].Rates, yen.Percent(1), yen.Percent(1), yen.Percent(1)
		}, "steps[6].rate misplaced, steps[6].rates misplaced, steps[6].least misplaced, steps[6].most misplaced, steps[6].rates conflict"},
		"an amount of a term":     {func(r *premium.Rules) { r.Steps[term].Amount = 1 }, "steps[7].amount misplaced"},
		"a term with endorsement": {func(r *premium.Rules) { r.Steps[term].With = "E-FLAT" }, "steps[7].with misplaced"},
		"a term with choices":     {func(r *premium.Rules) { r.Steps[term].When = r.Steps[deductible].When }, "steps[7].when misplaced"},
		"tables of a loading":     {func(r *premium.Rules) { r.Steps[loss].Tables = r.Tables[2:] }, "steps[2].tables misplaced"},

		"a reduction after nothing":  {func(r *premium.Rules) { r.ReductionAfter = "X" }, "reductionAfter unknown"},
		"a reduction after the term": {func(r *premium.Rules) { r.ReductionAfter = "S-TERM" }, "reductionAfter order"},
		"a reduction before it":      {func(r *premium.Rules) { r.ReductionAfter = "S-LEAST" }, ""},
		"a refund by discount":       {func(r *premium.Rules) { r.Refund.Kind = premium.Discount }, "refund.kind misplaced, refund.clause.id missing, refund.rates missing"},
		"a refund in fractions":      {func(r *premium.Rules) { r.Refund.Kind, r.Refund.Exact = premium.ByDays, true }, "refund.exact misplaced"},
		"a refund below 0":           {func(r *premium.Rules) { r.Refund.Kind, r.Refund.Amount = premium.ByDays, -1 }, "refund.amount range"},
		"a refund without a rule":    {func(r *premium.Rules) { r.Refund.Amount = 1 }, "refund.amount misplaced"},
		"no short rates":             {func(r *premium.Rules) { r.Refund.Kind = premium.ByShortRate }, "refund.shortRates missing"},
		"a refund for some":          {func(r *premium.Rules) { r.Refund.Kind, r.Refund.With = premium.ByDays, "E" }, "refund.with misplaced"},
		"a minimum does not round": {func(r *premium.Rules) {
			r.Tables[0].Exact, r.Tables[0].To = true, yen.Rounding{}
			r.Steps = []premium.Step{r.Steps[least]}
		}, "steps fraction"},
		"a rounding for some": {func(r *premium.Rules) {
			r.Steps[term].Exact, r.Steps[term].To = true, yen.Rounding{}
			r.Steps = append(r.Steps, premium.Step{With: "E-FLAT"})
		}, "steps fraction"},
		"fractions are added":    {func(r *premium.Rules) { r.Steps[rider].Exact, r.Steps[rider].To = true, yen.Rounding{} }, "steps fraction"},
		"a whole table is added": {func(r *premium.Rules) { r.Steps[staff].Exact = true }, ""},
		"rates of a table are added": {func(r *premium.Rules) {
			r.Steps[staff].Exact, r.Steps[staff].Tables[0].Exact, r.Steps[staff].Tables[0].Per = true, true, 7
		}, "steps fraction"},
	} {
		r := cyberRules()
		c.change(&r)
		_, err := premium.New(r, cyberOptions())
		if got := told(t, "premium.New", err); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
	bad := cyberOptions()
	bad[1].Unit = "litres"
	if _, err := premium.New(cyberRules(), bad); !strings.HasPrefix(told(t, "premium.New", err), "options[1].unit unknown") {
		t.Error(err)
	}
	many := premium.Rules{Tables: cyberRules().Tables[:1]}
	many.Tables[0].When = nil
	var options option.Table
	for range 17 {
		id := option.ID("o" + strings.Repeat("x", len(options)))
		options = append(options, option.Row{ID: id, Standard: option.Yen(1)})
		many.Steps = append(many.Steps, premium.Step{When: []premium.Choice{{Option: id, Is: []option.Value{option.Yen(1)}}}})
	}
	if _, err := premium.New(many, options); told(t, "premium.New", err) != "steps[16].when[0].option size" {
		t.Error(err)
	}
}

// A tariff keeps no slice of the options or the nested rules of the caller.
func TestRatingIsCopied(t *testing.T) {
	r, options := cyberRules(), cyberOptions()
	tariff, err := premium.New(r, options)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := json.Marshal(tariff.Rules())
	spoil := func(r premium.Rules) {
		r.Tables[0].When[0].Is[0], r.Steps[5].Tables[0].Rows[0].Annual = option.Of("x"), 1
		r.Steps[1].Steps[0].Rates[0], r.Steps[3].When[0].Option = yen.Percent(99), "x"
	}
	spoil(r)
	spoil(tariff.Rules())
	options[0].Classes[0].Code, options[1].ID = "x", "x"
	after, _ := json.Marshal(tariff.Rules())
	if string(after) != string(before) {
		t.Errorf("%s became %s", before, after)
	}
	var back premium.Rules
	if err := json.Unmarshal(before, &back); err != nil {
		t.Fatal(err)
	}
	if again, _ := json.Marshal(back); string(again) != string(before) {
		t.Errorf("%s read back as %s", before, again)
	}
	risk := premium.Risk{Sales: premium.Sales{Amount: 3 * yen.Oku}, Options: option.Values{"industry": option.Of("it")}}
	if q, err := tariff.Quote(risk); err != nil || q.Total != 180_000 {
		t.Error(q, err)
	}
}

// What a tariff prices is what coverage need not refer.
func TestPrices(t *testing.T) {
	tariff := cyber(t, "")
	for _, c := range []struct {
		id   option.ID
		v    option.Value
		want bool
	}{
		{"industry", option.Of("it"), true},
		{"industry", option.Of("finance"), false},
		{"industry", option.Of("space"), false},
		{"deductible", option.Yen(50 * yen.Man), true},
		{"deductible", option.Yen(30 * yen.Man), false},
		{"staff", option.Number(3), true},
		{"sales", option.Yen(1), false},
	} {
		if got := tariff.Prices(c.id, c.v); got != c.want {
			t.Errorf("%s %v: %v", c.id, c.v, got)
		}
	}
	r := cyberRules()
	r.Steps[1].Steps[0].With = "E-CERT"
	part, err := premium.New(r, cyberOptions())
	if err != nil || !part.PricesWith("E-CERT") || tariff.PricesWith("E-CERT") {
		t.Error(err)
	}
	if !tariff.PricesWith("E-STAFF") || !tariff.PricesWith("E-FLAT") || tariff.PricesWith("") || tariff.PricesWith("E-X") {
		t.Error("the endorsements")
	}
	var none premium.Tariff
	if none.Prices("staff", option.Number(1)) || none.PricesWith("E-STAFF") {
		t.Error("the zero tariff prices something")
	}
}

// Every fault of what is stated is told, at the option.
func TestStatedFaults(t *testing.T) {
	options := worldOptions()
	r := premium.Rules{
		Tables: []premium.Table{{Between: premium.Stepped, Exposure: "guests", Rows: []premium.Row{{Annual: 1}}}},
		Steps: []premium.Step{{
			Clause: clause.Clause{ID: "D"}, Kind: premium.Discount, Most: yen.Percent(10),
			When: []premium.Choice{{Option: "deductible", Is: []option.Value{option.Yen(0)}}, {Option: "share", Is: []option.Value{option.Ratio(yen.Percent(50))}}},
		}},
	}
	tariff, err := premium.New(r, options)
	if err != nil {
		t.Fatal(err)
	}
	adjust := []premium.Adjustment{{Clause: "D", Rate: yen.Percent(5)}}
	for _, c := range []struct {
		stated option.Values
		adjust []premium.Adjustment
		want   string
	}{
		{nil, nil, "1"},
		{option.Values{"guests": option.Number(-1), "deductible": option.Ratio(yen.Percent(1))}, nil,
			"options.guests range, options.deductible misplaced"},
		{option.Values{"guests": option.Of("staff")}, nil, "options.guests misplaced"},
		{option.Values{"staff": option.Number(501)}, nil, "options.staff range"},
		{option.Values{"staff": option.Number(500)}, nil, "1"},
		{option.Values{"deductible": option.Of("payroll")}, nil, "options.deductible misplaced"},
		{option.Values{"x": option.Yen(1), "a b": {}, "devices": option.Yen(1)}, nil, "options.a b unknown, options.x unknown"},
		{option.Values{"devices": option.Yen(1)}, nil, "1"},
		{nil, adjust, "adjust[0].clause misplaced"},
		{option.Values{"deductible": option.Yen(0), "share": option.Ratio(yen.Percent(50))}, adjust, "0"},
	} {
		q, err := tariff.Quote(premium.Risk{Options: c.stated, Adjust: c.adjust})
		got := told(t, "premium.Quote", err)
		if err == nil {
			got = strings.TrimSuffix(q.Total.Grouped(), "円")
		}
		if got != c.want {
			t.Errorf("%v %v: got %s, want %s", c.stated, c.adjust, got, c.want)
		}
	}
	if p, err := tariff.Annual(0); err != nil || p.Annual != 1 { // for the standard of the option
		t.Error(p, err)
	}
	if _, err := tariffOf(t, plain()).Annual(0); told(t, "premium.Annual", err) != " not-stated" {
		t.Error(err)
	}
	if _, err := cyber(t, "").Annual(yen.Oku); told(t, "premium.Annual", err) != "options.industry missing" {
		t.Error(err)
	}
	if _, err := cyber(t, "months").Refund(premium.Risk{}, premium.Term{Months: 1}); told(t, "premium.Refund", err) != "options.industry missing" {
		t.Error(err)
	}
	var none premium.Tariff
	if _, err := none.Refund(premium.Risk{}, premium.Term{}); told(t, "premium.Refund", err) != "tariff missing" {
		t.Error(err)
	}
}

// A referral says which exposure, with its unit, in both languages.
func TestRatingReferrals(t *testing.T) {
	options := cyberOptions()[2:]
	options[0].With, options[0].Printed = "", option.Range{Least: 1, Most: 10}
	table := premium.Table{
		Clause: clause.Clause{ID: "T"}, Between: premium.OnRow, Exposure: "staff",
		Rows: []premium.Row{{At: 2, Annual: 100}, {At: 4, Annual: 200, Clause: "T-2"}},
	}
	tariff, err := premium.New(premium.Rules{Tables: []premium.Table{table}}, options)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ staff, clause, reason, ja, en string }{
		{"", "O-3", "not-stated", "従業員数のご申告がありません。従業員数をご申告ください。", "Not stated: employees. State the number."},
		{"1", "T", "below", "従業員数2名未満の保険料は、取扱代理店にご確認ください。",
			"The premium table has no premium for employees below 2 persons. Ask the agent for the premium."},
		{"5", "T-2", "above", "従業員数4名超の保険料は、取扱代理店にご確認ください。",
			"The premium table has no premium for employees above 4 persons. Ask the agent for the premium."},
		{"3", "T-2", "between", "従業員数が保険料表の行と行の間にあります（次の行は4名）。保険料は、取扱代理店にご確認ください。",
			"The employees are between two rows of the premium table (the next row is 4 persons). Ask the agent for the premium."},
	} {
		v, err := option.Parse(c.staff)
		if err != nil {
			t.Fatal(err)
		}
		_, err = tariff.Quote(premium.Risk{Options: option.Values{"staff": v}})
		f, _ := errors.AsType[*fault.Error](err)
		if f == nil || f.Clause != c.clause || f.Reason.Code() != c.reason || f.Path != "options.staff" || f.JA != c.ja || f.EN != c.en {
			t.Errorf("%s: %+v", c.staff, f)
		}
	}
	_, err = cyber(t, "").Quote(premium.Risk{Sales: premium.Sales{Amount: 1}, Options: option.Values{"industry": option.Of("finance")}})
	f, _ := errors.AsType[*fault.Error](err)
	if f == nil || f.Clause != "O-1" || f.Input != "金融業" || f.JA != "「業種：金融業」の保険料は、取扱代理店にご確認ください。" ||
		f.EN != "The premium tables have no premium for this choice (industry: finance). Ask the agent for the premium." {
		t.Errorf("%+v", f)
	}
	_, err = cyber(t, "none").Refund(premium.Risk{Sales: premium.Sales{Amount: yen.Oku}, Options: option.Values{"industry": option.Of("it")}}, premium.Term{Months: 1})
	if f, _ = errors.AsType[*fault.Error](err); f == nil || f.Text(language.English) != "There is no rule for a refund to a member who leaves during the policy period. Ask the agent." {
		t.Errorf("%+v", f)
	}
}

// Texts of worksheets that the cases do not show.
func TestRatingSheetTexts(t *testing.T) {
	tariff := func(r premium.Rules) premium.Tariff {
		t.Helper()
		options := append(cyberOptions(), option.Row{ID: "payroll", JA: "給与総額", EN: "payroll"})
		options[2].With = ""
		made, err := premium.New(r, options)
		if err != nil {
			t.Fatal(err)
		}
		return made
	}
	table := func(between premium.Origin, exposure option.ID, per yen.Amount, rows ...premium.Row) premium.Rules {
		return premium.Rules{Tables: []premium.Table{{
			Clause: clause.Clause{ID: "T", JA: "年額", EN: "annual"}, Between: between, Exposure: exposure, Per: per, Rows: rows,
			BetweenClause: clause.Clause{ID: "B", JA: "間", EN: "between"}, To: yen.Up.To(1),
		}}}
	}
	one, two := premium.Row{At: 10, Annual: 100, Clause: "T-1"}, premium.Row{At: 30, Annual: 201, Clause: "T-2"}
	extra := table(premium.Flat, "", 0, premium.Row{Annual: 100})
	extra.Steps = []premium.Step{
		{Clause: clause.Clause{ID: "M"}, Kind: premium.Minimum, Amount: 150},
		{Clause: clause.Clause{ID: "L", JA: "割増", EN: "loading"}, Kind: premium.Loading, Rate: yen.Percent(10)},
		{Clause: clause.Clause{ID: "A", JA: "特約", EN: "rider"}, Kind: premium.Add, Rate: yen.Percent(50), Of: "L", To: yen.Up.To(10)},
		{Clause: clause.Clause{ID: "G", JA: "割引", EN: "discounts"}, Kind: premium.Together, Steps: []premium.Step{
			{Clause: clause.Clause{ID: "G-1", JA: "甲", EN: "one"}, Kind: premium.Discount, Rate: yen.Percent(80)},
			{Clause: clause.Clause{ID: "G-2", JA: "乙", EN: "two"}, Kind: premium.Discount, Rate: yen.Percent(40)},
			{Clause: clause.Clause{ID: "G-3", JA: "丙", EN: "three"}, Kind: premium.Loading, Rate: yen.Percent(5)},
			{Clause: clause.Clause{ID: "G-4", JA: "丁", EN: "four"}, Kind: premium.Loading, Rate: yen.Percent(5), With: "E"},
		}},
	}
	extra.Refund = premium.Step{Clause: clause.Clause{ID: "R"}, Kind: premium.ByMonths}
	extra.Notes = []clause.Note{{Clause: "G-1", EN: "one"}, {Clause: "G-4", EN: "four"}, {Clause: "R", EN: "refund"}, {Clause: "B", EN: "between"}}
	for _, c := range []struct {
		rules premium.Rules
		v     option.Values
		want  string
	}{
		{table(premium.Interpolated, "staff", 0, one, two), option.Values{"staff": option.Number(11)},
			// 100 + 101/20 = 105.05, up
			"T-1 Annual, employees 10 persons 100円|B Interpolated for 1 person above the employees 10 persons row 105円|B Rounded up to ¥1 106円"},
		{table(premium.NextRow, "staff", 0, one, premium.Row{At: yen.Max, Annual: 300}), option.Values{"staff": option.Number(11)},
			"T Annual, employees without an upper limit (the next row) 300円"},
		{table(premium.Stepped, "staff", 0, one, two), option.Values{"staff": option.Number(30)}, "T-2 Annual, employees 30 persons 201円"},
		{table(premium.Stepped, "staff", 7, one, two), option.Values{"staff": option.Number(30)},
			// 30 x 201 / 7 = 861.43, up
			"T-2 Annual, employees 30 persons × ¥201 per 7 persons 861円|T-2 Rounded up to ¥1 862円"},
		{table(premium.Stepped, "payroll", 1, one, two), option.Values{"payroll": option.Yen(10)}, "T-1 Annual, payroll ¥10 × ¥100 per ¥1 1,000円"},
		// 100, at least 150; 165; 82.5 more, up to 90: 255; 80% off: 51; 120% off: 0; 115% off: 0
		{extra, nil, "T Annual 100円|M Minimum premium 150円|L Loading 10% 165円|A Rider (50% of the premium after: loading) 247円|A Rounded up to ¥10 255円|" +
			"G-1 One 80% 51円|G-2 Two 40% 0円|note one"},
	} {
		made := tariff(c.rules)
		q, err := made.Quote(premium.Risk{Options: c.v})
		if err != nil {
			t.Fatal(err)
		}
		s, err := made.Sheet(premium.Risk{Options: c.v})
		var got []string
		for l := range s.Lines() {
			got = append(got, string(l.Clause)+" "+l.EN+" "+l.Total.Grouped())
		}
		for n := range s.Notes() {
			got = append(got, "note "+n.EN)
		}
		if strings.Join(got, "|") != c.want || err != nil || !addsUp(s, q.Total) {
			t.Errorf("got %s, %v\nwant %s", strings.Join(got, "|"), err, c.want)
		}
	}
	s, err := tariff(extra).RefundSheet(premium.Risk{}, premium.Term{Months: 3})
	notes := slices.Collect(s.Notes())
	if err != nil || len(notes) != 1 || notes[0].EN != "refund" || s.Closing().Clause != "R" {
		t.Error(notes, err)
	}
}

// The clauses of a tariff are told once each.
func TestRatingClauses(t *testing.T) {
	seen := map[clause.ID]clause.Clause{}
	for _, c := range cyber(t, "").Clauses() {
		if other, is := seen[c.ID]; is {
			t.Errorf("%v and %v", other, c)
		}
		seen[c.ID] = c
	}
	for _, id := range []clause.ID{"T", "T-B", "T-9", "CERT", "S-GROUP", "S-STAFF", "S-TERM"} {
		if _, is := seen[id]; !is {
			t.Errorf("no %s", id)
		}
	}
	if c := seen["T-4"]; c.EN != "annual premium (retail, wholesale), sales ¥100,000,000" || c.JA != "年間保険料（小売業、卸売業） 売上高1億円" {
		t.Error(c)
	}
}

// A premium that does not fit is refused at what makes it.
func TestRatingOverflow(t *testing.T) {
	fine := func(n int64) yen.Ratio { return part(t, n) }
	flat := func(annual yen.Amount, steps ...premium.Step) premium.Rules {
		return premium.Rules{
			Tables: []premium.Table{{Between: premium.Flat, Rows: []premium.Row{{Annual: annual}}}}, Steps: append(steps, premium.Step{}),
		}
	}
	id := func(s string) clause.Clause { return clause.Clause{ID: clause.ID(s)} }
	together := func(rates ...yen.Ratio) premium.Step {
		s := premium.Step{Kind: premium.Together}
		for i, r := range rates {
			s.Steps = append(s.Steps, premium.Step{Clause: id("L" + string(rune('0'+i))), Kind: premium.Loading, Rate: r, Most: yen.Percent(100)})
		}
		return s
	}
	perUnit := flat(1)
	perUnit.Tables[0] = premium.Table{Between: premium.Stepped, Per: 1, Rows: []premium.Row{{Annual: yen.Max}}}
	large := flat(1)
	large.Tables[0] = premium.Table{Between: premium.Stepped, Per: 1, To: yen.Up.To(yen.Max - 1), Rows: []premium.Row{{Annual: yen.Max}}}
	for name, c := range map[string]struct {
		rules premium.Rules
		risk  premium.Risk
		want  string
	}{
		"a rate by units":  {perUnit, premium.Risk{Sales: premium.Sales{Amount: 2}}, "sales.amount overflow"},
		"its rounding":     {large, premium.Risk{Sales: premium.Sales{Amount: 1}}, "sales.amount overflow"},
		"an amount":        {flat(yen.Max, premium.Step{Kind: premium.Add, Amount: 1}), premium.Risk{}, "sales.amount overflow"},
		"a rate":           {flat(yen.Max, premium.Step{Kind: premium.Add, Rate: yen.Percent(200)}), premium.Risk{}, "sales.amount overflow"},
		"a sum of rates":   {flat(1, together(fine(math.MaxInt64), fine(999_983))), premium.Risk{}, "sales.amount overflow"},
		"a stated rate":    {flat(1, together(fine(math.MaxInt64), fine(7))), premium.Risk{Adjust: []premium.Adjustment{{Clause: "L1", Rate: fine(999_983)}}}, "adjust[0].rate overflow"},
		"rates that reach": {flat(yen.Max, together(fine(2))), premium.Risk{}, "sales.amount overflow"},
		"fractions": {flat(1,
			premium.Step{Clause: id("A"), Kind: premium.Loading, Rate: fine(math.MaxInt64), Exact: true},
			premium.Step{Kind: premium.Add, Rate: fine(999_983), Exact: true}), premium.Risk{}, "sales.amount overflow"},
	} {
		tariff, err := premium.New(c.rules, nil)
		if err != nil {
			t.Fatal(name, err)
		}
		_, err = tariff.Quote(c.risk)
		if got := told(t, "premium.Quote", err); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
		if _, err = tariff.Sheet(c.risk); told(t, "premium.Sheet", err) != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A part that is rounded need not be held with what was there: 1 yen and a 2^63rd of it, and
	// 40% of that, up.
	mixed := flat(1,
		premium.Step{Clause: id("A"), Kind: premium.Loading, Rate: fine(math.MaxInt64), Exact: true},
		premium.Step{Clause: id("B"), Kind: premium.Add, Rate: yen.Percent(40), To: yen.Up.To(1)})
	q, err := tariffOf(t, mixed).Quote(premium.Risk{})
	sheet, sheetErr := tariffOf(t, mixed).Sheet(premium.Risk{})
	if err != nil || sheetErr != nil || q.Total != 2 || sheet.Total() != 2 {
		t.Error(q, err, sheet, sheetErr)
	}
	// What fits is exact: a half and a third of 7 are 3.5 and 2.33, together 12.83.
	sum := flat(7, premium.Step{Kind: premium.Add, Rate: fine(2), Exact: true}, premium.Step{Kind: premium.Add, Rate: fine(3), Exact: true})
	tariff := tariffOf(t, sum)
	want := roundOf(big.NewRat(77, 6), yen.Down.To(1))
	if q, err := tariff.Quote(premium.Risk{}); err != nil || want.Cmp(big.NewRat(int64(q.Total), 1)) != 0 {
		t.Error(q, err)
	}
}

// TestRefunds holds refunds against the definition, and against the premium.
func TestRefunds(t *testing.T) {
	for _, method := range []string{"months", "days", "short", "least"} {
		tariff := cyber(t, method)
		rule := tariff.Rules().Refund
		r := premium.Risk{Sales: premium.Sales{Amount: 2*yen.Oku + 12_345}, Options: option.Values{"industry": option.Of("retail")}}
		year, err := tariff.Quote(r)
		if err != nil {
			t.Fatal(err)
		}
		for months := 1; months <= 12; months++ {
			r.Term = premium.Term{Months: months, Days: 30 * months, YearDays: 365}
			paid, err := tariff.Quote(r)
			if err != nil {
				t.Fatal(err)
			}
			last := paid.Total
			for days := 1; days <= r.Term.Days; days++ {
				left := premium.Term{Months: (days + 29) / 30, Days: days, YearDays: 365}
				kept := new(big.Rat).Mul(partOf(rule, left), big.NewRat(int64(year.Total), 1))
				if least := big.NewRat(int64(rule.Amount), 1); kept.Cmp(least) < 0 {
					kept = least
				}
				want := kept.Sub(big.NewRat(int64(paid.Total), 1), kept)
				if want.Sign() < 0 {
					want = new(big.Rat)
				}
				want = roundOf(want, rule.To)
				got, err := tariff.Refund(r, left)
				if err != nil || want.Cmp(big.NewRat(int64(got), 1)) != 0 || got > last {
					t.Fatalf("%s, %d days of %d months: %v after %v, %v, want %v", method, days, months, got, last, err, want)
				}
				last = got
			}
		}
	}
	// a rounding up does not give back more than was paid
	r := premium.Rules{
		Tables: []premium.Table{{Between: premium.Flat, Rows: []premium.Row{{Annual: 95}}}},
		Refund: premium.Step{Kind: premium.ByDays, To: yen.Up.To(100)},
	}
	if got, err := tariffOf(t, r).Refund(premium.Risk{}, premium.Term{Days: 1, YearDays: 365}); err != nil || got != 95 {
		t.Error(got, err)
	}
	// the premium of a full year can be too large where that of the term is not
	r.Tables[0].Rows[0].Annual = yen.Max
	r.Steps = []premium.Step{{Kind: premium.ByDays}, {Kind: premium.Add, Amount: 1}}
	half := premium.Term{Days: 180, YearDays: 365}
	if _, err := tariffOf(t, r).Refund(premium.Risk{Term: half}, half); told(t, "premium.Refund", err) != "sales.amount overflow" {
		t.Error(err)
	}
	r.Steps = nil
	for _, c := range []struct {
		left premium.Term
		want string
	}{
		{premium.Term{Days: 1}, "elapsed.yearDays range"},
		{premium.Term{Days: -1, YearDays: 365}, "elapsed.days range"},
		{premium.Term{Days: 367, YearDays: 365}, "elapsed.days range"},
		{premium.Term{Months: -1}, "elapsed.months range"},
	} {
		if _, err := tariffOf(t, r).Refund(premium.Risk{}, c.left); told(t, "premium.Refund", err) != c.want {
			t.Errorf("%v: %v", c.left, err)
		}
	}
}

// TestRatingReduction compares exposures that are no sales, of which one can be unknown.
func TestRatingReduction(t *testing.T) {
	r := premium.Rules{Tables: []premium.Table{{Between: premium.Stepped, Exposure: "devices", Per: 1, Rows: []premium.Row{{Annual: 10}}}}}
	tariff, err := premium.New(r, worldOptions())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		declared, actual option.Value
		want             string
	}{
		{option.Number(3), option.Number(4), "75%"},
		{option.Number(4), option.Number(3), "100%"},
		{option.Value{}, option.Value{}, "100%"},
		{option.Value{}, option.Number(3), "declared.options.devices not-stated"},
		{option.Number(3), option.Value{}, "actual.options.devices not-stated"},
		{option.Number(0), option.Number(3), "declaredPremium range"},
		{option.Number(-1), option.Number(3), "declared.options.devices range"},
	} {
		got, err := tariff.Reduction(
			premium.Risk{Options: option.Values{"devices": c.declared}}, premium.Risk{Options: option.Values{"devices": c.actual}})
		text := got.Ratio.String()
		if err != nil {
			text = told(t, "premium.Reduction", err)
		}
		if text != c.want {
			t.Errorf("%v of %v: got %s, want %s", c.declared, c.actual, text, c.want)
		}
	}
}

// TestMinimumRounds refuses a minimum that rounds: 109,000 for all below 108,617 would be
// more than a premium of 108,946.
func TestMinimumRounds(t *testing.T) {
	_, err := premium.New(premium.Rules{
		Tables: []premium.Table{{Between: premium.Flat, Rows: []premium.Row{{Annual: 1_000, Clause: "T"}}}},
		Steps:  []premium.Step{{Kind: premium.Minimum, Amount: 108_617, To: yen.HalfUp.To(1_000)}},
	}, nil)
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || f.Path != "steps[0].to" || f.Reason != fault.ErrMisplaced {
		t.Error(err)
	}
}

// TestTogetherTooLarge refuses rates whose sum does not fit, and does not price them at 0円.
func TestTogetherTooLarge(t *testing.T) {
	huge, err := yen.NewRatio(math.MaxInt64, 1)
	if err != nil {
		t.Fatal(err)
	}
	tariff, err := premium.New(premium.Rules{
		Tables: []premium.Table{{Between: premium.Flat, Rows: []premium.Row{{Annual: 1_000, Clause: "T"}}}},
		Steps: []premium.Step{{Clause: clause.Clause{ID: "G"}, Kind: premium.Together, Steps: []premium.Step{
			{Clause: clause.Clause{ID: "L"}, Kind: premium.Loading, Rate: huge},
		}}},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if q, err := tariff.Quote(premium.Risk{}); !errors.Is(err, fault.ErrOverflow) {
		t.Error(q.Total, err)
	}
}
