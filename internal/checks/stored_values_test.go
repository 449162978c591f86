// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// version1 returns the values that are stored in testdata/stored/v1, by their type.
// They are made up: every member has a value, and every text one of each of its kinds.
func version1() map[string]any {
	return map[string]any{
		"coverage.Application": application1(),
		"coverage.Claim":       claim1(),
		"coverage.Rules":       rules1(),
		"coverage.Terms":       terms1(),
		"clause.Sheet":         sheet1(),
		"exclusions.Wording":   wording1(),
		"fact.Set":             facts1(),
		"limits.Node":          limits1(),
		"premium.Quote":        quote1(),
	}
}

func facts1() fact.Set {
	return fact.Set{}.Yes("leak").No("war").With(fact.Disputed, "crime").With(fact.NotKnown, "fire").
		With(fact.AssumedNo, "explosion").With(fact.AssumedYes, "insured").With(fact.NotAsked, "wilful-act")
}

func sheet1() clause.Sheet {
	return clause.NewSheet("お支払額", "Payment").
		Add("PAY-01", 40_000_000, "損害賠償金 請求額", "Damages: amount claimed").
		Add("LIM-01", 39_000_000, "免責金額", "Deductible").
		Close("PAY-02", "お支払額", "Payable").
		Note("COV-31", "約款が優先します。", "The policy conditions prevail.")
}

func application1() coverage.Application {
	return coverage.Application{
		Company: "例示システム株式会社", Applied: period.MustParseDate("2024-09-10"),
		Business: "受託開発", Certifications: "ISMS", Security: "MFA", Legal: "none", Losses: "なし",
		Sales:   sales1(),
		Options: options1(),
		Attach:  []clause.ID{"END-01", "END-02"},
		First:   period.MustParseInstant("2022-07-01 16:00"),
		Adjust:  []premium.Adjustment{{Clause: "PRM-03", Rate: yen.Percent(10)}, {Clause: "PRM-04"}},
	}
}

func sales1() premium.Sales {
	return premium.Sales{Amount: 700_000_000, Basis: "it-services", FiscalYear: 2024}
}

func options1() option.Values {
	return option.Values{
		"liability": option.Yen(100_000_000), "deductible": option.Yen(0), "share": option.Ratio(yen.Percent(90)),
		"same": option.Of("liability"), "part": option.Of("liability").Times("share"), "unstated": option.Value{},
	}
}

func terms1() coverage.Terms {
	return coverage.Terms{
		Edition: "JISA-2024", Readings: []coverage.Reading{"A4=classical", "A7=covered"}, Number: "24-0001",
		Company: "例示システム株式会社", Business: "受託開発", Applied: period.MustParseDate("2024-06-03"),
		Period: period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"), First: period.MustParseInstant("2022-07-01 16:00:30"),
		Sales: sales1(), Options: options1(),
		Attached: []clause.ID{"END-01", "END-02"},
		Since:    map[clause.ID]period.Instant{"END-02": period.MustParseInstant("2024-10-01 00:00")},
		Reduction: premium.Reduction{
			Ratio: must(yen.NewRatio(109, 152)), DeclaredPremium: 1_090_000, ActualPremium: 1_520_000,
			Indicative: true, BetweenRows: true,
		},
	}
}

func claim1() coverage.Claim {
	m := period.MustParseMoment
	return coverage.Claim{
		Number: "C-1", Policy: "24-0001", Series: "S-1", Incident: "I-1", Facts: facts1(),
		Dates: coverage.Dates{
			Made: m("2024-09-10 10:00"), Cause: m("2024-08-01"), Aware: m("2024-09-09 23:59:59"), Delivered: m("never"),
			AttackPublished: m("2024-09-11"), LeakPublished: m("2024-09-12"), First: m("2024-09-10"),
			Discovered: m("2024-09-08"), Reputational: m("2024-09-13"), Measure: m("2024-10-01 09:00"),
		},
		Items: []coverage.Item{
			{
				Head: "damages", Demand: "D-1", Claimed: 40_000_000, Accepted: yen.Exactly(35_000_000), Excess: yen.Exactly(0),
				Dates: coverage.Dates{Made: m("2024-09-10 10:00")}, Facts: fact.Set{}.No("leak"),
			},
			{Head: "defence", Claimed: 1_000_000, Incurred: m("2024-09-20"), Spent: m("2024-10-31")},
		},
		LateNotice: 100_000, Reserve: yen.Exactly(5_000_000),
		Persons: []coverage.Person{{Name: "例示商事株式会社", Facts: fact.Set{}.Yes("waived")}},
	}
}

func quote1() premium.Quote {
	return premium.Quote{
		Sales:    700_000_000,
		Price:    premium.Price{Annual: 1_262_000, Origin: premium.Interpolated, Low: 500_000_000, High: 1_000_000_000},
		Adjusted: 1_135_800, Term: premium.Term{Months: 9, Days: 273, YearDays: 365}, Total: 851_850, Indicative: true,
	}
}

func clause1(id clause.ID) clause.Clause {
	return clause.Clause{ID: id, JA: "条項" + string(id), EN: "clause " + string(id), Source: "お支払いする保険金"}
}

func limits1() limits.Node {
	return limits.Group(
		limits.On("damages",
			limits.Deductible("LIM-01", option.Of("deductible")),
			limits.Term{
				Kind: "aggregate", Clause: "LIM-02", Amount: option.Of("liability").Times("share"), With: "END-01",
				Below: option.Yen(100_000_000), Beside: true, JA: "調査費用", EN: "investigation",
			},
		),
		limits.Node{Head: "defence", With: "END-02", Terms: []limits.Term{
			limits.ShareDeductible("LIM-03", option.Ratio(yen.Percent(10)), option.Yen(0), option.Yen(yen.Max)),
		}},
	).Then(
		limits.Term{Kind: "scaled", Clause: "LIM-04", Limits: []clause.ID{"LIM-02"}, Heads: []limits.Head{"damages"}},
		limits.Term{Kind: "round", Clause: "LIM-05", To: yen.HalfEven.To(10)},
	)
}

func question1() fact.Question {
	return fact.Question{Fact: "fire", JA: "火災でしたか", EN: "Was it a fire?", Judged: true, Default: fact.No, After: "leak"}
}

func wording1() exclusions.Wording {
	is, not, all, either := exclusions.Is, exclusions.Not, exclusions.All, exclusions.Any
	return exclusions.Wording{
		Rules: []exclusions.Rule{
			{
				Clause: clause1("EXC-01"), Scope: "liability", Class: exclusions.Waiver,
				When: all(is("late-completion"), not(either(is("fire"), all(is("explosion"), not(is("war")))))),
			},
			{
				Clause: clause1("EXC-02"), In: []exclusions.Scope{"liability/damages"}, Under: "EXC-01", With: "END-01",
				When: either(), Aside: "EXC-03",
			},
			{Clause: clause1("EXC-03")},
		},
		Endorsements: []clause.Clause{clause1("END-01")},
		Questions:    []fact.Question{question1(), {Fact: "leak"}},
		Parts:        []exclusions.Scope{"liability", "costs"},
	}
}

func tariff1() premium.Rules {
	when := []premium.Choice{{Option: "class", Is: []option.Value{option.Of("a"), option.Yen(5)}}}
	return premium.Rules{
		Tables: []premium.Table{{
			Clause: clause1("PRM-01"), When: when, Exposure: "staff", Per: 10, Most: 500,
			Rows:    []premium.Row{{At: 500_000_000, Annual: 1_090_000, Clause: "PRM-01"}},
			Between: premium.Interpolated, BetweenClause: clause1("PRM-02"), To: yen.HalfUp.To(10), Exact: true,
		}},
		Steps: []premium.Step{
			{Clause: clause1("PRM-03"), Kind: premium.Discount, Most: yen.Percent(60), To: yen.Up.To(1_000), Exact: true},
			{Clause: clause1("PRM-04"), Kind: premium.ByShortRate, ShortRates: []premium.ShortRow{
				{Days: 7, Rate: must(yen.NewRatio(1, 8))}, {Months: 1, Rate: yen.Percent(25)},
			}},
			{Kind: premium.Together, With: "E", When: when, Steps: []premium.Step{
				{Kind: premium.Loading, Rate: yen.Percent(5), Rates: []yen.Ratio{yen.Percent(10)}, Least: yen.Percent(1)},
			}},
			{Kind: premium.Add, Amount: 5, Of: "PRM-03", Tables: []premium.Table{{Between: premium.Flat}}},
		},
		Basis: "it-services", BasisClause: clause1("PRM-05"), Indicative: clause1("PRM-07"),
		Reduction: clause1("PRM-06"), ReductionAfter: "PRM-03", Refund: premium.Step{Kind: premium.ByDays},
		Notes: []clause.Note{{Clause: "PRM-08", JA: "概算です。", EN: "It is indicative."}},
	}
}

func calendar1() period.Calendar {
	return period.Calendar{
		Base: period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"), BaseClause: clause1("PER-01"),
		Opens: period.MustParseDate("2024-05-07"), Closes: period.MustParseDate("2024-06-14"), WindowClause: clause1("PER-02"),
		GapWithBase: true, Starts: []period.Start{{Day: 1, Hour: 16, Until: 31, Before: 1}},
		Last: period.MustParseDate("2025-06-01"), MidTermClause: clause1("PER-03"),
	}
}

func rules1() coverage.Rules {
	return coverage.Rules{
		Edition: clause1("EXAMPLE-2024"), Calendar: calendar1(), Tariff: tariff1(),
		Options: option.Table{
			{
				ID: "liability", Clause: "LIM-01", JA: "支払限度額", EN: "limit", Least: 1, Most: 1_000_000_000,
				Printed: option.Range{Least: 50_000_000, Most: 500_000_000}, Standard: option.Yen(100_000_000), With: "END-01",
			},
			{ID: "share", Unit: option.AsRatio, Standard: option.Ratio(yen.Percent(90))},
		},
		Limits: limits1(), LimitClauses: []clause.Clause{clause1("LIM-01")}, Declared: "share",
		Standard: options1(),
		Settings: []coverage.Setting{{
			JA: "支払限度額", EN: "limit", Least: 1, Most: 2, Clauses: []clause.ID{"LIM-01", "LIM-02"},
		}},
		Wording: wording1(), Attached: []clause.ID{"END-01"},
		Heads: []coverage.Head{
			{
				Head: "defence", Clause: clause1("PAY-02"), Scope: "liability/defence", Reputational: true,
				Follows: []limits.Head{"damages"}, Alone: true, Consent: clause1("CON-01"), Consented: "consented",
				Without: clause1("CON-02"), Asked: []fact.Name{"leak"},
			},
			{Head: "damages", Scope: "liability"},
		},
		DateFacts: []coverage.DateFact{{
			Fact: "in-period", Date: "made", Is: coverage.Within, Anchor: coverage.Delivery, Span: period.Months(12),
			Clause: clause1("TRG-01"),
		}, {Fact: "late", Date: "spent", Is: coverage.KnownBy, Span: period.Days(180).ToMoment()}},
		Heavier: "heavier", Reputational: "reputational", TwoIncidents: true,
		Points: coverage.OpenPoints{{
			ID: "A4", JA: "問い", EN: "question", Choices: []coverage.Choice{{Code: "classical", JA: "従来", EN: "classical"}},
			Chosen: "A4=classical", Clauses: []clause.ID{"LIM-01"}, Scope: "liability", Stage: coverage.BetweenRows,
			Options: []option.ID{"share"}, Endorsements: []clause.ID{"END-01"},
		}},
		SameDay: question1(), Dates: []fact.Question{{Fact: "made", JA: "いつですか", EN: "When?"}},
		Accepted: clause1("COV-01"), Follows: clause1("COV-02"), Series: clause1("COV-03"), Restated: clause1("COV-04"),
		Undecided: clause1("COV-05"), Assumed: clause1("COV-06"), Notice: clause1("COV-07"), Subrogation: clause1("COV-08"),
		Setting: clause1("COV-09"), Request: []coverage.Request{{Clause: clause1("REQ-01"), Field: "business"}},
		Notes: []clause.Clause{clause1("COV-10")}, Reduction: "PRM-06", Beside: "LIM-02", Between: "PRM-02", Sales: "PRM-05",
	}
}
