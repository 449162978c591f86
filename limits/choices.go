// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import "github.com/baiseki/baiseki/yen"

// Choices are the limits and the deductible that a policy states, in yen. An
// endorsement that adds a cover adds a head of loss, so a history from before it
// was attached belongs to another program. The zero Choices have the standard
// limits of liability and litigation response, no deductible, and no stated
// limits of the costs.
type Choices struct {
	Liability  yen.Amount // per-claim and aggregate limit of liability; 0 means the standard 100,000,000円
	Deductible yen.Amount // of liability, 0 to 1,000,000円; [Standard] has the standard 1,000,000円
	Costs      Costs
	Litigation yen.Amount // limit of litigation response; 0 means the standard 10,000,000円

	// The sublimits of the covers that an endorsement adds. A sublimit of custody or
	// malfunction that is not below the liability limit has no effect. For
	// [JISA2024], 0 means that the endorsement is not attached: the program has no
	// such head. In the terms of a policy, 0 for Custody or Malfunction with the
	// endorsement attached means no sublimit; Regulatory must be stated.
	Custody     yen.Amount
	Malfunction yen.Amount
	Regulatory  yen.Amount

	// Declared is the ratio of the premium for the declared sales to the premium
	// for the actual sales, if sales were under-declared. The zero Ratio means
	// that no reduction applies.
	Declared yen.Ratio
}

// Costs are the limits of the incident response costs that a policy states, in yen per
// incident and for the period: any amount from 1円 to [yen.Max]. A limit of 0 is
// not stated; it is then [Unstated] between the amounts of [JISA2024CostSpan].
type Costs struct {
	// The limits of the heads with the same names. They are ignored with
	// [OverallOnly].
	AttackResponse       yen.Amount
	Investigation        yen.Amount
	Advisory             yen.Amount
	Restoration          yen.Amount
	OtherResponse        yen.Amount
	RecurrencePrevention yen.Amount
	Reputational         yen.Amount // ignored unless the reading is [OwnHead]

	// Overall is the limit over all incident response costs. 0 means 100,000,000円 with
	// [OwnAndOverall], and not stated with [OverallOnly]. It is ignored with
	// [OwnOnly].
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

// A choice is an amount that a policy states, from 0 to a bound, both included.
// 0 means the standard amount.
type choice struct {
	name           string
	chosen         *yen.Amount
	most, standard yen.Amount
}

// settle checks choices against their bounds and fills in the standard amounts.
func settle(choices ...choice) error {
	for _, c := range choices {
		if *c.chosen < 0 || *c.chosen > c.most {
			return &Error{"JISA2024", c.name + " " + c.chosen.Grouped(), ErrAmount}
		}
		if *c.chosen == 0 {
			*c.chosen = c.standard
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
