// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

var update = flag.Bool("update", false, "write the golden files")

// claim is the worksheet of damages of 1億7,000万円 under a deductible of
// 100万円 and a limit of 1億円, whose sales were declared too low.
func claim() clause.Sheet {
	return clause.NewSheet("お支払額の計算", "Payment of the claim").
		Add("ITEM-1", 17_000*yen.Man, "損害賠償金", "Damages").
		Add("LIM-DED", 16_900*yen.Man, "免責金額 100万円", "Deductible ¥1,000,000").
		Add("LIM-CLAIM", 1*yen.Oku, "1請求の支払限度額 1億円", "Limit per claim ¥100,000,000").
		Add("PRE-UNDER", 71_710_526, "過少申告 109/152、1円未満切捨て", "Under-declared sales 109/152, rounded down to ¥1").
		Note("PRE-INDICATIVE", "保険料表は概算", "The premium table is indicative").
		Note("", "約款が優先します", "The policy conditions prevail")
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
		"sheet.ja.md":      sheet.Markdown(language.Japanese),
		"sheet.en.md":      sheet.Markdown(language.English),
		"sheet.json":       string(inJSON) + "\n",
		"sheet-empty.json": string(empty) + "\n",
		"sheet-empty.md":   clause.Sheet{}.Markdown(language.English),
		"sheet-empty.txt":  clause.Sheet{}.Text(language.Japanese),
	} {
		golden(t, file, got)
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	path := cases.Path(t, filepath.Join("golden", "clause", file))
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
	}
}
