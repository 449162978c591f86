// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// cyberOptions are the options of a made-up cyber product.
func cyberOptions() option.Table {
	return option.Table{
		{ID: "industry", Clause: "O-1", JA: "業種", EN: "industry", Unit: option.ByClass, Classes: []option.Class{
			{Code: "it", JA: "情報サービス業", EN: "IT services"},
			{Code: "retail", JA: "小売業", EN: "retail"},
			{Code: "wholesale", JA: "卸売業", EN: "wholesale"},
			{Code: "medical", JA: "医療業", EN: "medical care"},
			{Code: "finance", JA: "金融業", EN: "finance"},
		}},
		{ID: "deductible", Clause: "O-2", JA: "免責金額", EN: "deductible", Standard: option.Yen(10 * yen.Man)},
		{ID: "staff", Clause: "O-3", JA: "従業員数", EN: "employees", Unit: option.People, Most: 10_000, With: "E-STAFF"},
	}
}

// cyberRules are the rules of the product: the tables by sales and industry, three riders,
// discounts with a cap, a loading, a setting with a price, a minimum and months of twelve.
func cyberRules() premium.Rules {
	ten, percent := yen.HalfUp.To(10), yen.Percent
	is := func(id option.ID, v ...option.Value) []premium.Choice { return []premium.Choice{{Option: id, Is: v}} }
	table := clause.Clause{ID: "T", JA: "年間保険料", EN: "annual premium"}
	between := clause.Clause{ID: "T-B", JA: "行と行の間の保険料", EN: "premium between two rows"}
	staff := clause.Clause{ID: "S-STAFF", JA: "従業員特約保険料", EN: "employees' premium"}
	return premium.Rules{
		Tables: []premium.Table{{
			Clause: table, When: is("industry", option.Of("it")), Between: premium.Interpolated, BetweenClause: between, To: ten,
			Rows: []premium.Row{
				{At: yen.Oku, Annual: 100_000, Clause: "T-1"},
				{At: 5 * yen.Oku, Annual: 260_000, Clause: "T-2"},
				{At: 10 * yen.Oku, Annual: 400_000, Clause: "T-3"},
			},
		}, {
			Clause: table, When: is("industry", option.Of("retail"), option.Of("wholesale")),
			Between: premium.Interpolated, BetweenClause: between, To: ten,
			Rows: []premium.Row{
				{At: yen.Oku, Annual: 60_000, Clause: "T-4"},
				{At: 5 * yen.Oku, Annual: 160_000, Clause: "T-5"},
				{At: 10 * yen.Oku, Annual: 250_000, Clause: "T-6"},
			},
		}, {
			Clause: table, When: is("industry", option.Of("medical")), Between: premium.Stepped,
			Rows: []premium.Row{
				{Annual: 40_000, Clause: "T-7"},
				{At: yen.Oku, Annual: 80_000, Clause: "T-8"},
				{At: 5 * yen.Oku, Annual: 150_000, Clause: "T-9"},
			},
		}},
		Steps: []premium.Step{{
			Clause: clause.Clause{ID: "S-RIDER", JA: "追加補償特約", EN: "additional cover"}, With: "E-RIDER",
			Kind: premium.Add, Rate: percent(20), To: ten,
		}, {
			Clause: clause.Clause{ID: "S-GROUP", JA: "割引合計", EN: "discounts together"},
			Kind:   premium.Together, Most: percent(30), To: ten,
			Steps: []premium.Step{
				{Clause: clause.Clause{ID: "CERT", JA: "認証割引", EN: "certification discount"}, Kind: premium.Discount,
					Rates: []yen.Ratio{percent(5), percent(10), percent(15)}},
				{Clause: clause.Clause{ID: "DRILL", JA: "訓練割引", EN: "training discount"}, Kind: premium.Discount, Most: percent(20)},
			},
		}, {
			Clause: clause.Clause{ID: "LOSS", JA: "事故割増", EN: "loss loading"},
			Kind:   premium.Loading, Rates: []yen.Ratio{percent(20)}, To: ten,
		}, {
			Clause: clause.Clause{ID: "S-DED", JA: "免責金額50万円割引", EN: "discount for a deductible of ¥500,000"},
			Kind:   premium.Discount, Rate: percent(10), When: is("deductible", option.Yen(50*yen.Man)), To: ten,
		}, {
			Clause: clause.Clause{ID: "S-FLAT", JA: "現場対応特約", EN: "on-site response"}, With: "E-FLAT",
			Kind: premium.Add, Amount: 12_000,
		}, {
			Clause: staff, Kind: premium.Add, With: "E-STAFF",
			Tables: []premium.Table{{
				Clause: staff, Exposure: "staff",
				Between: premium.Stepped, Per: 1, Rows: []premium.Row{{Annual: 300}},
			}},
		}, {
			Clause: clause.Clause{ID: "S-LEAST", JA: "最低保険料", EN: "minimum premium"}, Kind: premium.Minimum, Amount: 50_000,
		}, {
			Clause: clause.Clause{ID: "S-TERM", JA: "中途加入の保険料", EN: "premium of a mid-term joiner"}, Kind: premium.ByMonths, To: ten,
		}},
	}
}

// cyberVariants change the rules.
var cyberVariants = map[string]func(*premium.Rules){
	"": func(*premium.Rules) {},
	"after": func(r *premium.Rules) { // the minimum after the term
		n := len(r.Steps)
		r.Steps[n-2], r.Steps[n-1] = r.Steps[n-1], r.Steps[n-2]
	},
	"once": func(r *premium.Rules) { // one rounding, at the end
		for i := range r.Tables {
			r.Tables[i].Exact, r.Tables[i].To = r.Tables[i].Between == premium.Interpolated, yen.Rounding{}
		}
		for i := range r.Steps {
			r.Steps[i].Exact, r.Steps[i].To = true, yen.Rounding{}
		}
		r.Steps = append(r.Steps, premium.Step{To: yen.HalfUp.To(10)})
	},
	"staff":  func(r *premium.Rules) { r.ReductionAfter = "S-STAFF" },
	"none":   func(*premium.Rules) {},
	"months": func(r *premium.Rules) { r.Refund.Kind = premium.ByMonths },
	"days":   func(r *premium.Rules) { r.Refund.Kind, r.Refund.To = premium.ByDays, yen.HalfUp.To(10) },
	"least":  func(r *premium.Rules) { r.Refund.Kind, r.Refund.Amount = premium.ByMonths, 30_000 },
	"full":   func(r *premium.Rules) { r.Refund.Kind = premium.ByFullYear },
	"short": func(r *premium.Rules) {
		r.Refund.Kind = premium.ByShortRate
		for i, rate := range []int{25, 35, 45, 55, 65, 70, 75, 80, 85, 90, 95, 100} {
			r.Refund.ShortRates = append(r.Refund.ShortRates, premium.ShortRow{Months: i + 1, Rate: yen.Percent(rate)})
		}
		days := []premium.ShortRow{{Days: 7, Rate: yen.Percent(10)}, {Days: 15, Rate: yen.Percent(15)}}
		r.Refund.ShortRates = slices.Concat(days, r.Refund.ShortRates)
	},
}

func cyber(t testing.TB, variant string) premium.Tariff {
	t.Helper()
	r := cyberRules()
	cyberVariants[variant](&r)
	tariff, err := premium.New(r, cyberOptions())
	if err != nil {
		t.Fatal(err)
	}
	return tariff
}

// cyberTerm reads 9m, 100d or 1m7d.
func cyberTerm(t *testing.T, s string) premium.Term {
	t.Helper()
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	var term premium.Term
	if months, rest, ok := strings.Cut(s, "m"); ok {
		term.Months, s = number(months), rest
	}
	if days, ok := strings.CutSuffix(s, "d"); ok {
		term.Days, term.YearDays = number(days), 365
	}
	return term
}

// cyberRisk reads an industry, sales and the words of a case.
func cyberRisk(t *testing.T, words []string) premium.Risk {
	t.Helper()
	r := premium.Risk{Sales: premium.Sales{Amount: yen.MustParse(words[1])}, Options: option.Values{}}
	if words[0] != "-" {
		r.Options["industry"] = option.Of(option.ID(words[0]))
	}
	for _, word := range words[2:] {
		switch name, value, stated := strings.Cut(word, "="); name {
		case "rider":
			r.Attached = append(r.Attached, "E-RIDER")
		case "flat":
			r.Attached = append(r.Attached, "E-FLAT")
		case "staff":
			r.Attached = append(r.Attached, "E-STAFF")
			if n, err := strconv.ParseInt(value, 10, 64); stated && err == nil {
				r.Options["staff"] = option.Number(n)
			}
		case "120": // without the endorsement
			r.Options["staff"] = option.Number(120)
		case "deductible":
			r.Options["deductible"] = option.Yen(yen.MustParse(value))
		case "cert", "drill", "loss":
			rate, err := yen.ParseRatio(value)
			if err != nil {
				t.Fatal(err)
			}
			r.Adjust = append(r.Adjust, premium.Adjustment{Clause: clause.ID(strings.ToUpper(name)), Rate: rate})
		default:
			r.Term = cyberTerm(t, word)
		}
	}
	return r
}

// cyberError returns a referral with its bound and its path, or faults.
func cyberError(t *testing.T, op string, err error) string {
	t.Helper()
	if f, _ := errors.AsType[*fault.Error](err); f.JA != "" {
		if f.EN == "" || f.Op != op {
			t.Errorf("%+v", f)
		}
		return strings.Join(strings.Fields(f.Reason.Code()+" "+f.Want+" "+f.Path), " ")
	}
	var all []string
	for _, f := range fault.All(err) {
		all = append(all, f.Reason.Code()+" "+f.Path)
	}
	return "fault " + strings.Join(all, ", ")
}

// cyberLines returns the lines of a worksheet, which add up.
func cyberLines(t *testing.T, s clause.Sheet, total yen.Amount) string {
	t.Helper()
	var all []string
	for l := range s.Lines() {
		all = append(all, l.JA+" "+cases.Yen(l.Total))
	}
	if !addsUp(s, total) {
		t.Errorf("%v: not %v", s, total)
	}
	return strings.Join(all, " | ")
}

func TestCasesRating(t *testing.T) {
	type verb = func(*testing.T, cases.Case) string
	verbs := map[string]verb{}
	quote := func(variant string) verb {
		return func(t *testing.T, c cases.Case) string {
			q, err := cyber(t, variant).Quote(cyberRisk(t, c.Args))
			if err != nil {
				return cyberError(t, "premium.Quote", err)
			}
			return cases.Yen(q.Total)
		}
	}
	refund := func(method string, sheet string) verb {
		return func(t *testing.T, c cases.Case) string {
			tariff, r := cyber(t, method), cyberRisk(t, c.Args[:3])
			if c.Args[2] == "12m" {
				r.Term = premium.Term{}
			}
			left := cyberTerm(t, c.Arg(3))
			amount, err := tariff.Refund(r, left)
			s, sheetErr := tariff.RefundSheet(r, left)
			switch {
			case err != nil && sheetErr != nil:
				return cyberError(t, "premium.Refund", err)
			case err != nil || sheetErr != nil:
				t.Fatal(err, sheetErr)
			}
			if lines := cyberLines(t, s, amount); sheet != "" {
				return lines
			}
			return cases.Yen(amount)
		}
	}
	reduce := func(variant string) verb {
		return func(t *testing.T, c cases.Case) string {
			of := slices.Index(c.Args, "of")
			r, err := cyber(t, variant).Reduction(cyberRisk(t, c.Args[:of]), cyberRisk(t, c.Args[of+1:]))
			if err != nil {
				return cyberError(t, "premium.Reduction", err)
			}
			return r.Ratio.String()
		}
	}
	for _, variant := range []string{"", "after", "once"} {
		verbs[strings.TrimSuffix("quote:"+variant, ":")] = quote(variant)
	}
	verbs["sheet"] = func(t *testing.T, c cases.Case) string {
		r := cyberRisk(t, c.Args)
		q, err := cyber(t, "").Quote(r)
		s, sheetErr := cyber(t, "").Sheet(r)
		if err != nil || sheetErr != nil {
			t.Fatal(err, sheetErr)
		}
		return cyberLines(t, s, q.Total)
	}
	for _, method := range []string{"months", "days", "short", "least", "full", "none"} {
		verbs["refund:"+method] = refund(method, "")
	}
	for _, method := range []string{"months", "days", "least", "full"} {
		verbs["refunded:"+method] = refund(method, "sheet")
	}
	verbs["reduce"], verbs["reduce:staff"] = reduce(""), reduce("staff")
	cases.Run(t, "rating.txt", verbs)
}
