// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// TestTermText reads a term of each kind as a reviewer does.
func TestTermText(t *testing.T) {
	man := func(n int64) option.Value { return option.Yen(yen.Amount(n) * yen.Man) }
	with := limits.Aggregate("L", option.Of("limit")).For("a", "b")
	with.With, with.Below, with.Beside = "E1", option.Of("overall"), true
	for _, c := range []struct {
		term   limits.Term
		ja, en string
	}{
		{limits.Deductible("D", man(10)), "免責金額 10万円、先の補償項目から順に差し引く", "deductible of ¥100,000, taken from the first head first"},
		{limits.Franchise("D", man(10)), "フランチャイズ 10万円", "franchise of ¥100,000"},
		{limits.ShareDeductible("D", option.Ratio(yen.Percent(10)), man(10), man(100)),
			"免責金額 損害額合計の10%（10万円以上100万円以下）、先の補償項目から順に差し引く",
			"deductible of 10% of the total loss, from ¥100,000 to ¥1,000,000, taken from the first head first"},
		{limits.Waiting("D", option.Number(12), limits.FirstHours),
			"待機時間 12時間（損害を時間に均等に割り、その間の分を除く）",
			"waiting period of 12 hours: the loss is spread evenly over its hours, and that of these is not paid"},
		{limits.Waiting("D", option.Of("wait"), limits.WholeLoss),
			"待機時間 wait（超えれば全額）", "waiting period of wait, beyond which the whole loss is paid"},
		{limits.AggregateDeductible("D", man(10)), "保険期間中の免責金額 10万円", "deductible of ¥100,000 for the policy period"},
		{limits.TogetherAtLeast("D", man(10)), "免責金額の合計は10万円以上", "deductibles of at least ¥100,000 together"},
		{limits.TogetherAtMost("D", man(10)), "免責金額の合計は10万円以下", "deductibles of at most ¥100,000 together"},
		{limits.Pays("D", option.Ratio(yen.Percent(90))), "縮小支払割合 90%", "pays 90%"},
		{limits.PerClaim("D", option.Of("limit").Times("declared")),
			"1請求の支払限度額 limit * declared", "limit of limit * declared per claim"},
		{limits.PerUnit("D", option.Yen(1000)), "1単位につき1,000円 × 単位数の支払限度額", "limit of ¥1,000 per unit, times the units of the claim"},
		{limits.Scaled("D", "L1", "L2"), "損害がL1・L2を超えるときの按分", "pro rata of L1, L2 to the losses"},
		{limits.Reduction("D"), "減額", "reduction"},
		{limits.Round("D", yen.HalfUp), "1円未満四捨五入", "rounded half up to ¥1"},
		{limits.Separate("D"), "関連する請求も別の請求とする", "related claims are not one claim"},
		{with, "保険期間中の支払限度額 limit、対象 a・b、overallを下回る場合に限る、E1を付帯した場合、比較のための表示",
			"aggregate limit of limit, for a, b, only if it is below overall, only with E1, beside, for comparison"},
		{limits.Term{}, "", ""},
		{limits.Term{Kind: "ceiling"}, "ceiling", "ceiling"},
	} {
		if ja, en := c.term.Text(language.Japanese), c.term.Text(language.English); ja != c.ja || en != c.en {
			t.Errorf("%s: %q, %q", c.term.Kind, ja, en)
		}
	}
}
