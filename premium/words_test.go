// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium_test

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestRulesText reads a tariff as a reviewer does.
func TestRulesText(t *testing.T) {
	named := func(id clause.ID, ja, en string) clause.Clause { return clause.Clause{ID: id, JA: ja, EN: en} }
	half := yen.HalfUp.To(10)
	r := premium.Rules{
		Tables: []premium.Table{
			{Clause: named("T1", "基本保険料", "basic premium"), When: []premium.Choice{{Option: "plan", Is: []option.Value{option.Of("a"), option.Of("b")}}},
				Between: premium.Interpolated, Rows: []premium.Row{{Annual: 1_000, Clause: "T1-1"}, {At: 100_000_000, Annual: 20_000, Clause: "T1-2"}}},
			{Exposure: "staff", Between: premium.Stepped, Per: 10, Most: 500, Rows: []premium.Row{{Annual: 300, Clause: "T2"}}},
		},
		Steps: []premium.Step{
			{Clause: named("D", "割引", "discount"), Kind: premium.Discount, Rates: []yen.Ratio{yen.Percent(5), yen.Percent(10)}, To: half},
			{Clause: named("U", "割増", "loading"), Kind: premium.Loading, Rate: yen.Percent(20), Exact: true},
			{Clause: named("G", "合計", "together"), Kind: premium.Together, Most: yen.Percent(30), Steps: []premium.Step{
				{Clause: clause.Clause{ID: "G1"}, Kind: premium.Discount, Most: yen.Percent(15)},
			}},
			{Clause: named("A", "特約", "endorsement"), Kind: premium.Add, With: "E1", Rate: yen.Percent(3), Of: "D", To: half,
				When:   []premium.Choice{{Option: "wait", Is: []option.Value{option.Number(12)}}},
				Tables: []premium.Table{{Between: premium.Flat, Rows: []premium.Row{{Annual: 700, Clause: "A1"}}}}},
			{Clause: named("M", "最低保険料", "minimum premium"), Kind: premium.Minimum, Amount: 5_000},
			{Kind: premium.Round, To: half},
		},
		Refund: premium.Step{Clause: named("R", "解約", "leaving"), Kind: premium.ByShortRate, To: half,
			ShortRates: []premium.ShortRow{{Days: 7, Rate: yen.Percent(10)}, {Months: 1, Rate: yen.Percent(25)}}},
	}
	for tag, want := range map[language.Tag]string{
		language.Japanese: `基本保険料：売上高、行と行の間は比例計算 [plan: a, b] (T1)
  0円：1,000円 (T1-1)
  100,000,000円：20,000円 (T1-2)
staff、行と行の間は直前の行の保険料、10につき、500まで
  0：300円 (T2)
割引：割引 5%・10%のいずれか 10円未満四捨五入 (D)
割増：割増 20% 端数処理なし (U)
合計：合算 0%から30% 1円未満切捨て (G)
  割引 0%から15% 1円未満切捨て (G1)
特約：加算 3% 基準 D 10円未満四捨五入 （E1を付帯した場合）  [wait: 12] (A)
  定額
    700円 (A1)
最低保険料：最低額 5,000円 (M)
端数処理 10円未満四捨五入
解約：短期率 7日まで10% 1か月まで25% 10円未満四捨五入 (R)
`,
		language.English: `basic premium: by sales, between two rows: interpolated [plan: a, b] (T1)
  ¥0: ¥1,000 (T1-1)
  ¥100,000,000: ¥20,000 (T1-2)
by staff, between two rows: stepped, for each 10, up to 500
  0: ¥300 (T2)
discount: discount of one of 5%, 10% rounded half up to ¥10 (D)
loading: loading 20% not rounded (U)
together: together 0% to 30% rounded down to ¥1 (G)
  discount 0% to 15% rounded down to ¥1 (G1)
endorsement: add 3% of D rounded half up to ¥10 (only with E1)  [wait: 12] (A)
  flat
    ¥700 (A1)
minimum premium: minimum ¥5,000 (M)
rounding rounded half up to ¥10
leaving: short-rate 7 days 10% 1 months 25% rounded half up to ¥10 (R)
`,
	} {
		if got := r.Text(tag); got != want {
			t.Errorf("%v:\n%s", tag, got)
		}
	}
	if got := (premium.Rules{}).Text(language.English); got != "" {
		t.Error(got)
	}
}
