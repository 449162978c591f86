// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"math"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// An AdjustmentRule is a discount or a loading of a tariff. The zero
// AdjustmentRule is a discount without an ID that accepts only a rate of 0.
type AdjustmentRule struct {
	Clause clause.Clause  // its ID is the Clause of the Adjustment
	Kind   AdjustmentKind // a discount or a loading
	Most   yen.Ratio      // the largest rate, at least 0; at most 1 for a discount
}

// An AdjustmentKind is the direction of an adjustment. The zero kind is
// Discount.
type AdjustmentKind uint8

const (
	Discount AdjustmentKind = iota // the rate is taken off the premium (割引)
	Loading                        // the rate is added to the premium (割増)
)

// An Adjustment is a discount or a loading at a rate. The insurer decides the
// rate of a member. The zero Adjustment names no rule: Quote returns
// ErrAdjustment.
type Adjustment struct {
	Clause clause.ID // the ID of the rule
	Rate   yen.Ratio // 10% is a tenth of the premium; from 0 to Most of the rule
}

// allows reports whether the rate is between 0 and the largest rate.
func (r *AdjustmentRule) allows(rate yen.Ratio) bool {
	return rate.Num() >= 0 && rate.Num() <= math.MaxInt64-rate.Den() && rate.Compare(r.Most) <= 0
}

// factor returns the factor of the premium for an allowed rate: 1 minus the rate
// of a discount, 1 plus the rate of a loading.
func (r *AdjustmentRule) factor(rate yen.Ratio) yen.Ratio {
	num := rate.Num()
	if r.Kind == Discount {
		num = -num
	}
	f, _ := yen.NewRatio(rate.Den()+num, rate.Den())
	return f
}
