// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024

import (
	"github.com/baiseki/baiseki/coverage"
)

// settings returns the standard setting as the brochure prints it. Source:
// ご契約条件.
func settings(r coverage.OpenPoints) []coverage.Setting {
	costs := coverage.Setting{
		Clauses: ids("LIM-07", "LIM-08", "LIM-09", "LIM-10", "LIM-11", "LIM-12"),
		JA:      "事故対応費用の支払限度額（1事故・保険期間中、費用の種類ごとに設定、免責金額なし）",
		EN:      "incident response costs sublimits (per incident and aggregate, set for each head of loss, no deductible)",
		Least:   printed().Least, Most: printed().Most,
	}
	switch {
	case r.Has(CostsOverallOnly):
		costs.Clauses = ids("LIM-16")
		costs.JA = "事故対応費用全体の支払限度額（1事故・保険期間中、免責金額なし）"
		costs.EN = "incident response costs limit (per incident and aggregate, no deductible)"
	case r.Has(ReputationalOwnHead):
		costs.Clauses = append(costs.Clauses, "LIM-14")
	}
	return []coverage.Setting{
		{Clauses: ids("LIM-02", "LIM-03"), JA: "賠償責任の支払限度額（1請求・保険期間中）", EN: "liability limit (per claim and aggregate)", Least: standardLiability, Most: standardLiability},
		{Clauses: ids("LIM-01"), JA: "賠償責任の免責金額", EN: "liability deductible", Least: standardDeductible, Most: standardDeductible},
		costs,
		{Clauses: ids("LIM-13"), JA: "訴訟対応費用の支払限度額（1請求・保険期間中、免責金額なし）", EN: "litigation response costs limit (per claim and aggregate, no deductible)", Least: standardLitigation, Most: standardLitigation},
	}
}
