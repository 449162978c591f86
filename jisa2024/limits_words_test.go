// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// TestLimitsWords demands that a cut by a limit of the edition is told by the name
// of the limit, and one by a limit of liability by its kind.
func TestLimitsWords(t *testing.T) {
	c := limitsStated()
	c.Costs.Restoration, c.Custody, c.Malfunction, c.Regulatory = 500*yen.Man, 300*yen.Man, 200*yen.Man, 100*yen.Man
	open := c // the overall limit is below the least of an unstated one
	open.Costs.Investigation, open.Costs.Overall = 0, 300*yen.Man
	for _, x := range []struct {
		c      limitsChoices
		head   limits.Head
		id     clause.ID
		ja, en string
	}{
		{c, jisa2024.Restoration, "LIM-10", "費用ごとの支払限度額（④コンピュータシステム復旧費用）の残額 5,000,000円を超える額", "above the remaining ¥5,000,000 of the restoration costs sublimit"},
		{c, jisa2024.LitigationResponse, "LIM-13", "費用ごとの支払限度額（⑦訴訟対応費用）の残額 10,000,000円を超える額", "above the remaining ¥10,000,000 of the litigation response costs sublimit"},
		{c, jisa2024.Regulatory, "LIM-15", "費用ごとの支払限度額（規制等対応費用）の残額 1,000,000円を超える額", "above the remaining ¥1,000,000 of the regulatory response costs sublimit"},
		{c, jisa2024.Custody, "LIM-05", "管理下財物の支払限度額（内枠）の残額 3,000,000円を超える額", "above the remaining ¥3,000,000 of the sublimit for property in care, custody or control"},
		{c, jisa2024.Malfunction, "LIM-06", "誤作動等の支払限度額（内枠）の残額 2,000,000円を超える額", "above the remaining ¥2,000,000 of the software malfunction sublimit"},
		{c, jisa2024.Damages, "LIM-02", "支払限度額（1請求 100,000,000円）を超える額", "above the per-claim limit of ¥100,000,000"},
		{c, jisa2024.Cooperation, "LIM-03", "支払限度額（保険期間中）の残額 100,000,000円を超える額", "above the remaining aggregate limit of ¥100,000,000"},
		{open, jisa2024.Investigation, "LIM-08", "費用ごとの支払限度額（②原因・被害範囲調査費用）を5,000,000円とした場合の残額 5,000,000円を超える額",
			"above the remaining ¥5,000,000 of the investigation costs sublimit, taking the unstated limit as ¥5,000,000"},
		{open, jisa2024.Investigation, "LIM-16", "事故対応費用全体の支払限度額の残額 3,000,000円を超える額", "above the remaining ¥3,000,000 of the aggregate limit for incident response costs"},
	} {
		_, cuts, err := limitsEdition{}.must(t, x.c, limitsUnder()).Explain(limits.Paid{}, limits.Series{}, limits.Loss{Head: x.head, Amount: 2 * yen.Oku})
		if err != nil {
			t.Fatal(x.id, err)
		}
		i := slices.IndexFunc(cuts, func(c limits.Cut) bool { return c.Clause == x.id })
		if i < 0 || cuts[i].JA != x.ja || cuts[i].EN != x.en {
			t.Errorf("%s: %+v", x.id, cuts)
		}
	}
	// 150,000,000円 of damages fill the liability limit of 100,000,000円 and, with the
	// combined limit, leave nothing for costs.
	_, cuts, err := limitsEdition{}.must(t, c, limitsUnder(jisa2024.CapAtLiability)).Explain(limits.Paid{}, limits.Series{},
		limits.Loss{Head: jisa2024.Damages, Amount: 150 * yen.Man * 100}, limits.Loss{Head: jisa2024.Advisory, Amount: 100 * yen.Man})
	if last := cuts[len(cuts)-1]; err != nil || last.JA != "全補償共通の支払限度額の残額 100,000,000円を超える額" || last.EN != "above the remaining ¥100,000,000 of the combined aggregate limit" {
		t.Errorf("%+v, %v", cuts, err)
	}
}

// TestLimitsNamed demands the names of the terms of the edition in the cuts.
func TestLimitsNamed(t *testing.T) {
	c := limitsStated()
	c.Declared, _ = yen.NewRatio(109, 152)
	_, cuts, err := limitsEdition{}.must(t, c, limitsUnder(jisa2024.DefenceClassical)).Explain(limits.Paid{}, limits.Series{}.Reduce(5),
		limits.Loss{Head: jisa2024.Damages, Amount: 15_000 * yen.Man}, limits.Loss{Head: jisa2024.Defence, Amount: 2_000 * yen.Man},
		limits.Loss{Head: jisa2024.Advisory, Amount: 600 * yen.Man})
	if err != nil {
		t.Fatal(err)
	}
	var ja, en []string
	for _, c := range cuts {
		ja, en = append(ja, c.JA), append(en, c.EN)
	}
	for _, want := range []string{"按分 100,000,000円 / 150,000,000円", "通知の遅れによる保険金の削減（5円）",
		"ご申告売上高の不足による保険金の削減（支払割合 109/152）", "1円未満切捨て"} {
		if !slices.Contains(ja, want) {
			t.Errorf("%q is not in %q", want, ja)
		}
	}
	for _, want := range []string{"pro rata ¥100,000,000 / ¥150,000,000", "reduction for late notice (¥5)",
		"reduction for under-declared sales (payment ratio of 109/152)", "rounded down to ¥1"} {
		if !slices.Contains(en, want) {
			t.Errorf("%q is not in %q", want, en)
		}
	}
}

// TestLimitsOneHistory checks that history of one reading is taken by
// every other.
func TestLimitsOneHistory(t *testing.T) {
	loss := limits.Loss{Head: jisa2024.Damages, Amount: 7_000 * yen.Man}
	first, err := limitsEdition{}.must(t, limitsStated(), limitsUnder()).Pay(limits.Paid{}, limits.Series{}, loss)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []coverage.Reading{
		jisa2024.CostsOwnOnly, jisa2024.LitigationInsideLiability, jisa2024.CapAtLiability, jisa2024.DefenceClassical,
		jisa2024.DefenceInside, jisa2024.ProRataPrinted, jisa2024.ReputationalAdvisory, jisa2024.RoundingHalfUp,
	} {
		pay, err := limitsEdition{}.must(t, limitsStated(), limitsUnder(r)).Pay(first.Paid, limits.Series{}, loss)
		if err != nil || pay.Now != 3_100*yen.Man {
			t.Errorf("%+v: %v %v", r, pay.Now, err)
		}
	}
}

// TestLimitsClauses demands that every term cites a clause of the list, and that
// the list has no other.
func TestLimitsClauses(t *testing.T) {
	cited, listed := map[clause.ID]bool{}, map[clause.ID]bool{}
	for _, r := range [][]coverage.Reading{nil, {jisa2024.RelatedEachClaim}, {jisa2024.DefenceInside}, {jisa2024.ReducedLimits}} {
		rules, err := jisa2024.Rules(r...)
		if err != nil {
			t.Fatal(err)
		}
		template, err := limits.New(rules.Limits, rules.Options)
		if err != nil {
			t.Fatal(err)
		}
		for id := range template.Clauses() {
			cited[id] = true
		}
		for _, c := range rules.LimitClauses {
			listed[c.ID] = true
		}
		for _, row := range rules.Options {
			if !listed[row.Clause] || row.JA == "" || row.EN == "" {
				t.Errorf("option %+v", row)
			}
		}
	}
	if !maps.Equal(listed, cited) {
		t.Errorf("listed %v\ncited %v", listed, cited)
	}
}

// TestLimitsEveryReading makes the template of every combination of the readings
// that shape it, stores the tree and the options as JSON, and demands that what is
// read back is equal.
func TestLimitsEveryReading(t *testing.T) {
	t.Parallel()
	points := map[string][]coverage.Reading{}
	rules, err := jisa2024.Rules()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range rules.Points {
		for _, c := range p.Choices {
			points[p.ID] = append(points[p.ID], coverage.Reading(p.ID+"="+c.Code))
		}
	}
	sets := [][]coverage.Reading{nil}
	for _, id := range []string{"A2", "A3a", "A3b", "A4", "A4b", "A5", "A12", "A25", "A28"} {
		var more [][]coverage.Reading
		for _, s := range sets {
			for _, r := range points[id] {
				more = append(more, append(slices.Clip(s), r))
			}
		}
		sets = more
	}
	if len(sets) != 3*3*2*3*2*2*3*3*2 {
		t.Fatal(len(sets))
	}
	if testing.Short() {
		sets = sets[:200]
	}
	for _, s := range sets {
		rules, err := jisa2024.Rules(s...)
		if err != nil {
			t.Fatal(s, err)
		}
		if _, err := limits.New(rules.Limits, rules.Options); err != nil {
			t.Fatal(s, err)
		}
		b, err := json.Marshal(rules.Limits)
		var tree limits.Node
		if err != nil || json.Unmarshal(b, &tree) != nil || !reflect.DeepEqual(tree, rules.Limits) {
			t.Fatalf("%v: %s", s, b)
		}
		b, err = json.Marshal(rules.Options)
		var options option.Table
		if err != nil || json.Unmarshal(b, &options) != nil || !reflect.DeepEqual(options, rules.Options) {
			t.Fatalf("%v: %s", s, b)
		}
	}
}
