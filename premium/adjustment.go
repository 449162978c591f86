// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"math"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// An AdjustmentRule is a discount or a loading that a tariff knows. The zero
// AdjustmentRule has no ID and allows a rate of 0 alone.
type AdjustmentRule struct {
	Clause clause.Clause  // its ID is that of the Adjustment
	Kind   AdjustmentKind // a discount or a loading
	Most   yen.Ratio      // the largest rate, from 0 to 1 for a discount
}

// An AdjustmentKind is the direction of an adjustment. The zero kind is
// Discount.
type AdjustmentKind uint8

const (
	Discount AdjustmentKind = iota // takes its rate off the premium (割引)
	Loading                        // puts its rate on the premium (割増)
)

// An Adjustment is a discount or loading that the caller applies: a rate under
// a clause of the tariff. Which rate a member gets is the insurer's decision.
// The zero Adjustment is none and is refused.
type Adjustment struct {
	Clause clause.ID
	Rate   yen.Ratio // 10% for a tenth, between 0 and the largest of the rule
}

// allows reports whether the rate is in bounds.
func (r *AdjustmentRule) allows(rate yen.Ratio) bool {
	return rate.Num() >= 0 && rate.Num() <= math.MaxInt64-rate.Den() && rate.Compare(r.Most) <= 0
}

// factor returns what a rate in bounds multiplies the premium by: one less the
// rate of a discount, one and the rate of a loading.
func (r *AdjustmentRule) factor(rate yen.Ratio) yen.Ratio {
	num := rate.Num()
	if r.Kind == Discount {
		num = -num
	}
	f, _ := yen.NewRatio(rate.Den()+num, rate.Den())
	return f
}
