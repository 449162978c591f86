// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import "fmt"

// Readings are the readings of the questions about payments that the source of
// the 2024 edition leaves open. Each shapes the tree of [JISA2024]. The zero
// Readings are the default readings of the edition.
//
// Whether an incident and its reputational incident are one incident or two
// (reading A5b) changes at most the rounding and a reduction for late notice:
// costs have no deductible, and their limits are aggregate limits. The caller
// applies that reading with one [Series] or two.
type Readings struct {
	Costs        CostLimits   // reading A2
	Litigation   Litigation   // reading A3a
	Cap          Cap          // reading A3b
	Defence      DefenceCosts // reading A4
	Scale        Scale        // reading A4b
	Related      Related      // reading A5
	Reputational Reputation   // reading A12
	Reduction    Reduced      // reading A25
	Rounding     Rounding     // reading A28
}

// CostLimits selects the limits of the incident response costs (reading A2).
type CostLimits uint8

const (
	OwnAndOverall CostLimits = iota // a limit for each head, inside an aggregate limit
	OverallOnly                     // only the aggregate limit
	OwnOnly                         // only a limit for each head
)

// Litigation selects which limit, if any, litigation response payments erode in
// addition to their own (reading A3a).
type Litigation uint8

const (
	InsideCosts     Litigation = iota // the aggregate limit of the costs
	BesideCosts                       // no other limit
	InsideLiability                   // the liability limit, filled last
)

// Cap selects the combined aggregate limit of a period (reading A3b).
type Cap uint8

const (
	NoCap          Cap = iota // no limit; Payment.Beside is the payment with it
	CapAtLiability            // the amount of the liability limit
)

// DefenceCosts selects how defence and cooperation costs are paid (reading A4).
// Classical follows the general Japanese liability conditions: defence costs are
// paid in addition to the limit, and scaled when damages exceed it.
// ClassicalWithin scales them in the same way and pays them inside the aggregate
// limit.
type DefenceCosts uint8

const (
	ClassicalWithin DefenceCosts = iota // in addition to the per-claim limit, inside the aggregate limit
	Classical                           // in addition to both limits
	Inside                              // inside both limits, as one loss with the damages
)

// Scale selects the limit by which defence costs are scaled (reading A4b).
type Scale uint8

const (
	LimitLeft    Scale = iota // the smaller of the per-claim limit and the remaining aggregate limit
	LimitPrinted              // the per-claim limit
)

// Related selects how related claims are paid (reading A5).
type Related uint8

const (
	OneClaim  Related = iota // as one claim: one deductible, one per-claim limit
	EachClaim                // not aggregated: each is a separate claim
)

// Reputation selects the head of reputational response costs (reading A12).
type Reputation uint8

const (
	OwnHead           Reputation = iota // a head of its own
	WithAdvisory                        // part of the advisory costs
	WithOtherResponse                   // part of the other response costs
)

// Reduced selects the amounts that under-declared sales reduce (reading A25).
type Reduced uint8

const (
	EveryPayment Reduced = iota // every payment, after all limits
	DamagesOnly                 // payments of damages, after all limits
	EveryLimit                  // every limit, cut to the yen, instead of payments
)

// Rounding selects the rounding of the total of a claim (reading A28).
type Rounding uint8

const (
	CutFraction Rounding = iota // the fraction is cut
	HalfUp                      // half a yen or more becomes a yen
)

// check returns an error for the first unknown reading.
func (r Readings) check() error {
	for _, x := range []struct {
		name       string
		value, end uint8
	}{
		{"costs", uint8(r.Costs), uint8(OwnOnly)},
		{"litigation", uint8(r.Litigation), uint8(InsideLiability)},
		{"cap", uint8(r.Cap), uint8(CapAtLiability)},
		{"defence", uint8(r.Defence), uint8(Inside)},
		{"scale", uint8(r.Scale), uint8(LimitPrinted)},
		{"related", uint8(r.Related), uint8(EachClaim)},
		{"reputational", uint8(r.Reputational), uint8(WithOtherResponse)},
		{"reduction", uint8(r.Reduction), uint8(EveryLimit)},
		{"rounding", uint8(r.Rounding), uint8(HalfUp)},
	} {
		if x.value > x.end {
			return &Error{"JISA2024", fmt.Sprintf("%s %d", x.name, x.value), ErrReading}
		}
	}
	return nil
}
