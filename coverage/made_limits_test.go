// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// madeOptions returns what a policy can state: an option of each kind, and one
// of each answer to what applies if it is not stated.
func madeOptions() option.Table {
	printed := option.Range{Least: 100 * yen.Man, Most: 1_000 * yen.Man}
	return option.Table{
		{ID: "limit", Clause: "L2", JA: "賠償責任の支払限度額", EN: "liability limit", Least: 1, Standard: option.Yen(1 * yen.Oku)},
		{ID: "deductible", Clause: "L1", JA: "免責金額", EN: "deductible", Most: 50 * yen.Man, Standard: option.Yen(10 * yen.Man)},
		{ID: "privacy", Clause: "L3", JA: "人格権侵害の支払限度額", EN: "invasion of privacy sublimit", Least: 1, Standard: option.Of("limit"), With: "E2"},
		{ID: "forensics", Clause: "L6", JA: "調査費用の支払限度額", EN: "investigation costs sublimit", Least: 1, Printed: printed},
		{ID: "notices", Clause: "L7", JA: "見舞費用の支払限度額", EN: "notification costs sublimit", Least: 1, Printed: printed},
		{ID: "restore", JA: "復旧費用の支払限度額", EN: "restoration costs sublimit", Least: 1, Standard: option.Yen(300 * yen.Man)},
		{ID: "hearing", Clause: "L8", JA: "当局対応費用の支払限度額", EN: "regulatory response sublimit", Least: 1, With: "E3"},
		{ID: "declared", Clause: "L12", JA: "ご申告売上高の不足による保険金の削減", EN: "reduction for under-declared sales", Unit: option.AsRatio, Standard: option.Ratio(yen.Percent(100))},
	}
}

// madeLimits returns the tree of deductible and limits.
func madeLimits(r coverage.OpenPoints) limits.Node {
	sublimit := named(limits.Aggregate("L3", option.Of("privacy"))).For("privacy")
	sublimit.Below = option.Of("limit")
	damages := limits.Group(limits.On("damages"), limits.Node{Head: "privacy", With: "E2"}).Then(
		limits.Deductible("L1", option.Of("deductible")), sublimit, limits.PerClaim("L2", option.Of("limit")))
	defence := limits.On("defence", limits.Scaled("L5", "L2", "L4"))
	perPeriod := limits.Aggregate("L4", option.Of("limit"))
	if r.Has(defenceBeside) {
		perPeriod = perPeriod.For("damages", "privacy")
	}
	liability := limits.Group(damages, defence, limits.On("urgent")).Then(perPeriod)

	costs := limits.Group(
		limits.On("forensics", named(limits.Aggregate("L6", option.Of("forensics")))),
		limits.On("notices", named(limits.Aggregate("L7", option.Of("notices")))),
		limits.On("restore", limits.Pays("L14", option.Ratio(yen.Percent(90))), named(limits.Aggregate("L13", option.Of("restore")))),
		limits.On("posts", named(limits.Aggregate("L10", option.Yen(100*yen.Man)))),
		limits.Node{Head: "hearing", With: "E3", Terms: []limits.Term{named(limits.Aggregate("L8", option.Of("hearing")))}},
	)

	combined := named(limits.Aggregate("L9", option.Of("limit")))
	combined.Beside = r.Has(combinedNone)
	root := limits.Group(liability, costs).Then(combined,
		named(limits.Reduction("L16").For("forensics", "notices", "restore", "posts")),
		named(limits.Pays("L12", option.Of("declared"))))
	if r.Has(relatedEach) {
		root = root.Then(limits.Separate("L11"))
	}
	return root.Then(limits.Round("L15", yen.Down))
}

// named returns the term with the title of its clause as its name.
func named(t limits.Term) limits.Term {
	for _, c := range madeLimitClauses() {
		if c.ID == t.Clause {
			t.JA, t.EN = c.JA, c.EN
		}
	}
	return t
}

// madeLimitClauses returns the clauses of the terms.
func madeLimitClauses() []clause.Clause {
	return []clause.Clause{
		{ID: "L1", JA: "免責金額", EN: "deductible"},
		{ID: "L2", JA: "賠償責任の支払限度額（1請求）", EN: "liability per-claim limit"},
		{ID: "L3", JA: "人格権侵害の支払限度額（内枠）", EN: "invasion of privacy sublimit"},
		{ID: "L4", JA: "賠償責任の支払限度額（保険期間中）", EN: "liability aggregate limit"},
		{ID: "L5", JA: "争訟費用の按分", EN: "defence costs pro rata"},
		{ID: "L6", JA: "調査費用の支払限度額", EN: "investigation costs sublimit"},
		{ID: "L7", JA: "見舞費用の支払限度額", EN: "notification costs sublimit"},
		{ID: "L8", JA: "当局対応費用の支払限度額", EN: "regulatory response sublimit"},
		{ID: "L9", JA: "全補償共通の支払限度額", EN: "combined aggregate limit"},
		{ID: "L10", JA: "風評被害の支払限度額", EN: "reputational response sublimit"},
		{ID: "L11", JA: "一連の請求の合算なし", EN: "related claims not aggregated"},
		{ID: "L12", JA: "ご申告売上高の不足による保険金の削減", EN: "reduction for under-declared sales"},
		{ID: "L13", JA: "復旧費用の支払限度額", EN: "restoration costs sublimit"},
		{ID: "L14", JA: "復旧費用の縮小支払", EN: "reduced payment of restoration costs"},
		{ID: "L15", JA: "お支払額の端数処理", EN: "rounding of payments"},
		{ID: "L16", JA: "通知の遅れによる保険金の削減", EN: "reduction for late notice"},
	}
}
