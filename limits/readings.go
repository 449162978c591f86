// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import "fmt"

// Readings are the readings of what the source of the 2024 edition leaves
// open about a payment. Each shapes the tree of [JISA2024]. The zero Readings
// are the edition's own.
//
// That an incident and its reputational incident are one incident or two
// (reading A5b) moves at most the rounding and a reduction for late notice:
// costs have no deductible, and their limits are for the period. It is the
// caller's, who gives them one [Series] or two.
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

// CostLimits says which limits the response costs have (reading A2).
type CostLimits uint8

const (
	OwnAndOverall CostLimits = iota // one for each cost type, inside an overall one
	OverallOnly                     // an overall one alone
	OwnOnly                         // one for each cost type alone
)

// Litigation says where the limit of litigation response stands (reading A3a).
type Litigation uint8

const (
	InsideCosts     Litigation = iota // inside the overall limit of the costs
	BesideCosts                       // beside it
	InsideLiability                   // inside the liability limit, filled last
)

// Cap says whether all payments of a period together have a limit
// (reading A3b).
type Cap uint8

const (
	NoCap          Cap = iota // none; [Payment.Beside] shows the figure with it
	CapAtLiability            // the liability limit for the period
)

// DefenceCosts says how defence and cooperation costs are paid (reading A4).
type DefenceCosts uint8

const (
	ClassicalWithin DefenceCosts = iota // on top of the limit per claim, inside the limit for the period
	Classical                           // on top of both
	Inside                              // one loss with the damages
)

// Scale says which limit the defence costs are scaled by (reading A4b).
type Scale uint8

const (
	LimitLeft    Scale = iota // the smaller of the limit per claim and what is left for the period
	LimitPrinted              // the limit as printed
)

// Related says what claims of one series are (reading A5).
type Related uint8

const (
	OneClaim  Related = iota // one claim: one deductible, one limit per claim
	EachClaim                // claims of their own
)

// Reputation says which cost head reputational response is (reading A12).
type Reputation uint8

const (
	OwnHead           Reputation = iota // a head beside the others
	WithAdvisory                        // part of the advisory costs
	WithOtherResponse                   // part of the other response costs
)

// Reduced says what under-declared sales reduce (reading A25).
type Reduced uint8

const (
	EveryPayment Reduced = iota // every payment, after all limits
	DamagesOnly                 // the payment of damages, after all limits
	EveryLimit                  // every limit instead, cut to the yen
)

// Rounding says how the total of a claim becomes whole yen (reading A28).
type Rounding uint8

const (
	CutFraction Rounding = iota // the fraction is cut
	HalfUp                      // half a yen or more counts as one
)

// check returns the name of the first reading that there is not.
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
