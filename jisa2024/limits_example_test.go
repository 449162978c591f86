// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"log"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// limitsPay prints the payment of a policy that states the options beside the
// standard setting, for one new claim under the readings.
func limitsPay(v option.Values, readings []coverage.Reading, losses ...limits.Loss) {
	rules, err := jisa2024.Rules(readings...)
	if err != nil {
		log.Fatal(err)
	}
	template, err := limits.New(rules.Limits, rules.Options)
	if err != nil {
		log.Fatal(err)
	}
	settled, err := rules.Options.Settle(v)
	if err != nil {
		log.Fatal(err)
	}
	program, err := template.With(settled)
	if err != nil {
		log.Fatal(err)
	}
	pay, err := program.Pay(limits.Paid{}, limits.Series{}, losses...)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(pay.Now)
}

// limitsEach prints the payment under each reading.
func limitsEach(v option.Values, readings []coverage.Reading, losses ...limits.Loss) {
	for _, r := range readings {
		limitsPay(v, []coverage.Reading{r}, losses...)
	}
}

// A policy that states its deductible.
func ExampleLimits_deductible() {
	loss := limits.Loss{Head: jisa2024.Damages, Amount: 500 * yen.Man}
	limitsPay(nil, nil, loss)
	limitsPay(option.Values{jisa2024.LiabilityDeductible: option.Yen(30 * yen.Man)}, nil, loss)
	// Output:
	// 400万円
	// 470万円
}

// A payment that depends on a limit that the policy does not state is an error.
func ExampleLimits_unstated() {
	loss := limits.Loss{Head: jisa2024.Investigation, Amount: 1_100 * yen.Man}
	limitsPay(nil, nil, loss)
	limitsPay(option.Values{jisa2024.InvestigationLimit: option.Yen(3_000 * yen.Man)}, nil, loss)
	// Output:
	// limits.Pay: "LIM-08": depends on a figure that is not stated
	// 1,100万円
}

func ExampleLimits_costs() {
	limitsEach(option.Values{jisa2024.CostsLimit: option.Yen(1 * yen.Oku)},
		[]coverage.Reading{jisa2024.CostsOwnAndOverall, jisa2024.CostsOverallOnly},
		limits.Loss{Head: jisa2024.Advisory, Amount: 600 * yen.Man})
	// Output:
	// limits.Pay: "LIM-09": depends on a figure that is not stated
	// 600万円
}

func ExampleLimits_litigation() {
	limitsEach(option.Values{jisa2024.CostsLimit: option.Yen(600 * yen.Man)},
		[]coverage.Reading{jisa2024.LitigationInsideCosts, jisa2024.LitigationBesideCosts},
		limits.Loss{Head: jisa2024.LitigationResponse, Amount: 900 * yen.Man})
	// Output:
	// 600万円
	// 900万円
}

func ExampleLimits_combined() {
	limitsEach(nil, []coverage.Reading{jisa2024.CapNone, jisa2024.CapAtLiability},
		limits.Loss{Head: jisa2024.Damages, Amount: 2 * yen.Oku}, limits.Loss{Head: jisa2024.Investigation, Amount: 500 * yen.Man})
	// Output:
	// 1億500万円
	// 1億円
}

func ExampleLimits_defence() {
	limitsEach(nil, []coverage.Reading{jisa2024.DefenceWithinAggregate, jisa2024.DefenceClassical, jisa2024.DefenceInside},
		limits.Loss{Head: jisa2024.Damages, Amount: 15_000 * yen.Man}, limits.Loss{Head: jisa2024.Defence, Amount: 2_000 * yen.Man})
	// Output:
	// 1億円
	// 1億1,333万3,333円
	// 1億円
}

func ExampleLimits_reputational() {
	limitsEach(option.Values{jisa2024.AdvisoryLimit: option.Yen(500 * yen.Man), jisa2024.ReputationalLimit: option.Yen(500 * yen.Man)},
		[]coverage.Reading{jisa2024.ReputationalOwnHead, jisa2024.ReputationalAdvisory},
		limits.Loss{Head: jisa2024.Advisory, Amount: 400 * yen.Man}, limits.Loss{Head: jisa2024.Reputational, Amount: 400 * yen.Man})
	// Output:
	// 800万円
	// 500万円
}

func ExampleLimits_declared() {
	limitsEach(option.Values{jisa2024.DeclaredRatio: option.Ratio(yen.Percent(50))},
		[]coverage.Reading{jisa2024.ReducedPayments, jisa2024.ReducedDamages, jisa2024.ReducedLimits},
		limits.Loss{Head: jisa2024.Damages, Amount: 1_100 * yen.Man}, limits.Loss{Head: jisa2024.Cooperation, Amount: 10 * yen.Man})
	// Output:
	// 505万円
	// 510万円
	// 1,010万円
}

func ExampleLimits_rounding() {
	limitsEach(option.Values{jisa2024.DeclaredRatio: option.Ratio(yen.Percent(50))},
		[]coverage.Reading{jisa2024.RoundingDown, jisa2024.RoundingHalfUp}, limits.Loss{Head: jisa2024.Cooperation, Amount: 3})
	// Output:
	// 1円
	// 2円
}
