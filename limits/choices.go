// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import "github.com/baiseki/baiseki/yen"

// Choices are the limits and the deductible that a policy states, in yen. An
// endorsement that adds a cover adds a head, so history from before it is
// attached is of another program. The zero Choices are a policy without a
// deductible that states no own limits.
type Choices struct {
	Liability  yen.Amount // per claim and for the period; 0 is the standard one
	Deductible yen.Amount // of liability, 0 to 1,000,000円; [Standard] has the standard one
	Costs      Costs
	Litigation yen.Amount // per claim and for the period; 0 is the standard one

	// Covers that an endorsement adds; 0 is one that is not attached. Custody
	// and Malfunction are own sublimits; the liability limit or more is none.
	Custody     yen.Amount
	Malfunction yen.Amount
	Regulatory  yen.Amount

	// Declared is the ratio of the premium for the sales declared to that for
	// the actual ones, where they were under-declared; 0 is none, so a ratio of
	// 0 cannot be stated.
	Declared yen.Ratio
}

// Costs are the limits of the response costs that a policy states, in yen per
// incident and for the period. An own limit lies between 5,000,000円 and
// 100,000,000円; while it is 0 it is [Unstated] between the two.
type Costs struct {
	// The own limits, each of the head with that name. They are ignored with
	// [OverallOnly].
	AttackResponse       yen.Amount
	Investigation        yen.Amount
	Advisory             yen.Amount
	Restoration          yen.Amount
	OtherResponse        yen.Amount
	RecurrencePrevention yen.Amount
	Reputational         yen.Amount // only with [OwnHead], else it has none

	// Overall is over all of them. 0 is 100,000,000円 where own limits stand
	// under it, and unstated like an own limit where it stands alone. It is
	// ignored with [OwnOnly].
	Overall yen.Amount
}

// The heads of loss of the JISA scheme, in the order in which they are filled.
const (
	Damages              Head = "damages"               // 法律上の損害賠償金
	Custody              Head = "custody"               // 管理下財物の損壊等, by endorsement
	Malfunction          Head = "malfunction"           // 誤作動等による身体障害・財物損壊, by endorsement
	Defence              Head = "defence"               // 争訟費用
	Cooperation          Head = "cooperation"           // 協力費用
	AttackResponse       Head = "attack-response"       // ① サイバー攻撃対応費用
	Investigation        Head = "investigation"         // ② 原因・被害範囲調査費用
	Advisory             Head = "advisory"              // ③ 相談費用
	Restoration          Head = "restoration"           // ④ コンピュータシステム復旧費用
	OtherResponse        Head = "other-response"        // ⑤ その他事故対応費用
	RecurrencePrevention Head = "recurrence-prevention" // ⑥ 再発防止費用
	LitigationResponse   Head = "litigation-response"   // ⑦ 訴訟対応費用
	Reputational         Head = "reputational"          // 風評被害拡大防止の費用
	Regulatory           Head = "regulatory"            // 規制等対応費用, by endorsement
)

// A span is what a choice may be, in yen, both ends included. A choice of 0 is
// taken for the standard.
type span struct {
	name        string
	chosen      *yen.Amount
	least, most yen.Amount
	standard    yen.Amount
}

// settle checks choices against their spans and fills in the standards.
func settle(spans ...span) error {
	for _, s := range spans {
		if *s.chosen == 0 {
			*s.chosen = s.standard
			continue
		}
		if *s.chosen < s.least || *s.chosen > s.most {
			return &Error{"JISA2024", s.name + " " + s.chosen.Grouped(), ErrAmount}
		}
	}
	return nil
}

func (c Choices) checkDeclared() error {
	if c.Declared.Num() < 0 || c.Declared.Num() > c.Declared.Den() {
		return &Error{"JISA2024", "declared " + c.Declared.String(), ErrRatio}
	}
	return nil
}
