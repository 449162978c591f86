// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/limits"
)

// madeHeads returns the heads of loss in the order of the source.
func madeHeads() []coverage.Head {
	title := func(id clause.ID, ja, en string) clause.Clause { return clause.Clause{ID: id, JA: ja, EN: en} }
	liable := []limits.Head{"damages", "privacy"}
	admit := title("N1", "賠償額の決定の前に、引受保険会社の同意が必要です", "Obtain the insurer's consent before agreeing an amount")
	proof := title("N3", "費用の支払要件があります", "This cost is subject to conditions for payment")
	unmet := title("N4", "費用の支払要件", "conditions for payment of the cost")
	return []coverage.Head{
		{Head: "damages", Clause: title("P1", "法律上の損害賠償金", "damages"), Scope: flight.Head("damages"),
			Consent: admit, Consented: agreed},
		{Head: "privacy", Clause: title("P2", "人格権侵害の賠償金", "damages for invasion of privacy"), Scope: flight.Head("privacy"),
			Consent: admit, Consented: agreed, Asked: []fact.Name{faces, plates}},
		{Head: "defence", Clause: title("P3", "争訟費用", "defence costs"), Scope: flight.Head("defence"), Follows: liable,
			Consent:   title("N2", "争訟費用の支出の前に、引受保険会社の同意が必要です", "Obtain the insurer's consent before incurring defence costs"),
			Consented: consented, Without: title("N5", "争訟費用への同意", "consent to defence costs")},
		{Head: "urgent", Clause: title("P4", "緊急措置費用", "urgent measures costs"), Scope: flight.Head("urgent"), Follows: liable, Alone: true},
		{Head: "forensics", Clause: title("P5", "調査費用", "investigation costs"), Scope: incident.Head("forensics"),
			Consent: proof, Consented: receipts, Without: unmet},
		{Head: "notices", Clause: title("P6", "見舞費用", "notification costs"), Scope: response.Head("notices")},
		{Head: "restore", Clause: title("P7", "復旧費用", "restoration costs"), Scope: response.Head("restore"),
			Consent: proof, Consented: receipts, Without: unmet},
		{Head: "posts", Clause: title("P8", "風評被害の対応費用", "reputational response costs"), Scope: response.Head("posts"),
			Reputational: true},
		{Head: "hearing", Clause: title("P9", "当局対応費用", "regulatory response costs"), Scope: cyber.Head("hearing")},
	}
}
