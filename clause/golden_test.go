// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause_test

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

// claim is the worksheet of damages of 1億7,000万円 under a deductible of
// 100万円 and a limit of 1億円, whose sales were declared too low.
func claim() clause.Sheet {
	return clause.NewSheet("お支払額の計算", "Payment of the claim").
		Add("PAY-01", 17_000*yen.Man, "法律上の損害賠償金 請求額", "Damages: amount claimed").
		Add("LIM-01", 16_900*yen.Man, "免責金額", "Deductible").
		Add("LIM-02", 1*yen.Oku, "支払限度額（1請求 100,000,000円）を超える額", "Above the per-claim limit of ¥100,000,000").
		Add("PRM-16", 71_710_526, "ご申告売上高の不足による削減 109/152", "Reduction for under-declared sales, 109/152").
		Add("PRM-16", 71_710_526, "1円未満切捨て", "Rounded down to ¥1").
		Close("", "お支払額（見込み）", "Payable").
		Note("PRM-17", "保険料表は概算です。", "The premium table is indicative.").
		Note("", "約款が優先します。", "The policy conditions prevail.")
}

// onHold is the worksheet of an amount on hold, whose closing line has a clause.
func onHold() clause.Sheet {
	return clause.NewSheet("計算", "Calculation").
		Add("PAY-06", 300*yen.Man, "明細1 ①サイバー攻撃対応費用 請求額", "Item 1, (1) attack response costs: amount claimed").
		Add("COV-02", 280*yen.Man, "明細1 認定対象外（認定額 2,800,000円）", "Item 1: not accepted (accepted amount ¥2,800,000)").
		Close("COV-31", "確認中の額（お支払い保留）", "On hold until the question is answered")
}

func TestGolden(t *testing.T) {
	sheet := claim()
	inJSON, err := json.MarshalIndent(sheet, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	empty, err := json.Marshal(clause.Sheet{})
	if err != nil {
		t.Fatal(err)
	}
	for file, got := range map[string]string{
		"sheet.ja.txt":     sheet.Text(language.Japanese),
		"sheet.en.txt":     sheet.Text(language.English),
		"table.ja.txt":     sheet.Table(language.Japanese, "計算"),
		"table.en.txt":     sheet.Table(language.English, "Calculation"),
		"open.ja.txt":      onHold().Table(language.Japanese, "計算"),
		"open.en.txt":      onHold().Table(language.English, "Calculation"),
		"sheet.json":       string(inJSON) + "\n",
		"sheet-empty.json": string(empty) + "\n",
		"sheet-empty.txt":  clause.Sheet{}.Text(language.Japanese),
	} {
		cases.Golden(t, cases.Path(t, filepath.Join("golden", "clause", file)), got)
	}
}
