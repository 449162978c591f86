// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// bicycles is the scheme of another insurer in thirty lines: a tariff by the number of bicycles, a
// ratio and a limit, one exclusion with its exception, and the clauses that say so.
const bicycles = `{"v": 1, "edition": {"id": "BIKE-26", "ja": "自転車保険2026年度", "en": "bicycle insurance, 2026"},
"calendar": {"base": "2026-04-01 00:00 - 2027-04-01 00:00", "opens": "2026-02-01", "closes": "2026-03-20",
  "baseClause": {"id": "A1", "ja": "保険期間", "en": "policy period"}, "windowClause": {"id": "A2", "ja": "募集期間", "en": "enrolment"}},
"options": [{"id": "bicycles", "ja": "台数", "en": "bicycles", "unit": "pieces", "least": 1, "standard": 1}],
"tariff": {"tables": [{"clause": {"id": "B1", "ja": "年間保険料", "en": "annual premium"}, "exposure": "bicycles",
  "rows": [{"at": 1, "annual": 3000, "clause": "B1a"}, {"at": 100, "annual": 200000, "clause": "B1b"}],
  "between": "interpolated", "betweenClause": {"id": "B2", "ja": "台数の間", "en": "between two rows"}, "to": "half up to 10円"}]},
"limits": {"head": "recovery", "terms": [
  {"kind": "pays", "clause": "C1", "ratio": "90%"}, {"kind": "aggregate", "clause": "C2", "amount": 300000}]},
"limitClauses": [{"id": "C1", "ja": "支払割合", "en": "payment ratio"}, {"id": "C2", "ja": "支払限度額", "en": "limit"}],
"dateFacts": [{"fact": "in-period", "date": "discovered", "is": "within", "anchor": "policy-period"}],
"wording": {"rules": [
  {"clause": {"id": "D1", "ja": "保険期間外", "en": "outside the policy period"}, "class": "trigger", "when": "not in-period"},
  {"clause": {"id": "D2", "ja": "無灯火", "en": "riding without light"}, "when": "unlit"},
  {"clause": {"id": "D3", "ja": "灯火の故障", "en": "the light had just failed"}, "under": "D2", "when": "just-failed"}]},
"heads": [{"head": "recovery", "clause": {"id": "E1", "ja": "修理費用", "en": "repair"}, "scope": "recovery"}],
"accepted": {"id": "F1", "ja": "認定額", "en": "accepted amount"}, "series": {"id": "F2", "ja": "一連の請求", "en": "related claims"},
"restated": {"id": "F3", "ja": "既払額", "en": "paid before"}, "undecided": {"id": "F4", "ja": "確認中", "en": "on hold"}}`

// Another scheme is a document: the same program quotes and assesses.
func Example_anotherScheme() {
	scheme, err := coverage.ReadScheme(strings.NewReader(bicycles))
	if err != nil {
		log.Fatal(err)
	}
	quote, err := scheme.Quote(coverage.Application{Applied: period.MustParseDate("2026-03-01"), Options: scheme.Standard()})
	if err != nil {
		log.Fatal(err)
	}
	policy, err := quote.Record("B-1")
	if err != nil {
		log.Fatal(err)
	}
	for _, facts := range []string{"unlit=yes just-failed=yes", "unlit=yes just-failed=no"} {
		a, err := policy.Assess(coverage.Claim{
			Number: "C-1", Facts: fact.MustParse(facts), Dates: coverage.Dates{Discovered: period.MustParseMoment("2026-05-01")},
			Items: []coverage.Item{{Head: "recovery", Claimed: 50 * yen.Man, Accepted: yen.Exactly(50 * yen.Man)}},
		}, coverage.History{})
		fmt.Println(quote.Premium.Total, a.Decision, a.Payment.Now, err)
	}
	// Output:
	// 3,000円 payable 30万円 <nil>
	// 3,000円 excluded 0円 <nil>
}
