// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// explain prints what is due for losses and what is cut.
func explain(p limits.Program, losses ...limits.Loss) {
	pay, cuts, err := p.Explain(limits.Paid{}, limits.Series{}, losses...)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(pay.Due)
	for _, c := range cuts {
		fmt.Println(c.Head, c.Amount.Grouped(), c.Text(language.English))
	}
}

// Condolence gifts: 1,000円 a person, up to 2,000,000円 a claim.
func ExamplePerUnit() {
	p := must(limits.On("gifts", limits.PerUnit("U", option.Yen(1_000)), limits.PerClaim("L", option.Yen(200*yen.Man))), nil)
	explain(p, limits.Loss{Head: "gifts", Amount: 300 * yen.Man, Count: 2_001})
	// Output:
	// 200万円
	// gifts 999,000円 above the limit of ¥1,000 × 2,001
	// gifts 1,000円 above the per-claim limit of ¥2,000,000
}

// Lost profit: the first 12 hours are not paid.
func ExampleWaiting() {
	p := must(limits.On("profit", limits.Waiting("W", option.Yen(12), limits.FirstHours)), nil)
	explain(p, limits.Loss{Head: "profit", Amount: 90 * yen.Man, Count: 36})
	// Output:
	// 60万円
	// profit 300,000円 waiting period of 12 hours, the loss spread evenly
}

// Each head has a deductible of its own, and together they are at least 30万円.
func ExampleTogetherAtLeast() {
	p := must(limits.Group(
		limits.On("damages", limits.Deductible("D", option.Yen(10*yen.Man))),
		limits.On("costs", limits.Deductible("E", option.Yen(5*yen.Man))),
	).Then(limits.TogetherAtLeast("T", option.Yen(30*yen.Man))), nil)
	explain(p, limits.Loss{Head: "damages", Amount: 100 * yen.Man}, limits.Loss{Head: "costs", Amount: 100 * yen.Man})
	// Output:
	// 170万円
	// damages 100,000円 deductible of ¥100,000
	// costs 50,000円 deductible of ¥50,000
	// damages 150,000円 deductibles of together at least ¥300,000
}

// Each head has a deductible of its own, and together they are at most 12万円.
func ExampleTogetherAtMost() {
	p := must(limits.Group(
		limits.On("damages", limits.Deductible("D", option.Yen(10*yen.Man))),
		limits.On("costs", limits.Deductible("E", option.Yen(5*yen.Man))),
	).Then(limits.TogetherAtMost("T", option.Yen(12*yen.Man))), nil)
	explain(p, limits.Loss{Head: "damages", Amount: 100 * yen.Man}, limits.Loss{Head: "costs", Amount: 100 * yen.Man})
	// Output:
	// 188万円
	// damages 100,000円 deductible of ¥100,000
	// costs 20,000円 deductible of ¥50,000 (deductibles of together at most ¥120,000)
}

// The claims of a period bear 150万円 once.
func ExampleAggregateDeductible() {
	p := must(limits.On("damages", limits.AggregateDeductible("P", option.Yen(150*yen.Man))), nil)
	var paid limits.Paid
	for range 3 {
		pay, err := p.Pay(paid, limits.Series{}, limits.Loss{Head: "damages", Amount: 100 * yen.Man})
		if err != nil {
			log.Fatal(err)
		}
		paid = pay.Paid
		fmt.Println(pay.Now, "|", paid)
	}
	// Output:
	// 0円 | damages 0 bears 1000000
	// 50万円 | damages 500000 bears 1500000
	// 100万円 | damages 1500000 bears 1500000
}
