// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// pays prints the payment of a policy for one new claim.
func pays(c limits.Choices, r limits.Readings, losses ...limits.Loss) {
	program, err := limits.JISA2024(c, r)
	if err != nil {
		fmt.Println(err)
		return
	}
	pay, err := program.Pay(limits.Paid{}, limits.Series{}, losses...)
	fmt.Println(pay.Now, err)
}

func ExampleStandard() {
	pays(limits.Standard(), limits.Readings{}, limits.Loss{Head: limits.Damages, Amount: 1*yen.Oku + 7_000*yen.Man})
	// Output:
	// 1億円 <nil>
}

// A policy that states its deductible.
func ExampleChoices() {
	c := limits.Standard()
	c.Deductible = 30 * yen.Man
	pays(c, limits.Readings{}, limits.Loss{Head: limits.Damages, Amount: 500 * yen.Man})
	// Output:
	// 470万円 <nil>
}

// A payment that depends on an unstated limit is an error.
func ExampleCosts() {
	c := limits.Standard()
	loss := limits.Loss{Head: limits.Investigation, Amount: 1_100 * yen.Man}
	pays(c, limits.Readings{}, loss)
	c.Costs = limits.Costs{Investigation: 3_000 * yen.Man}
	pays(c, limits.Readings{}, loss)
	// Output:
	// 0円 limits.Pay: "LIM-08": total depends on an unstated limit
	// 1,100万円 <nil>
}

func ExampleCut() {
	program, _ := limits.JISA2024(limits.Standard(), limits.Readings{})
	_, cuts, _ := program.Explain(limits.Paid{}, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: 4_000 * yen.Man})
	for _, cut := range cuts {
		fmt.Println(cut.Clause, cut.Head, cut.Amount, cut.Text(language.English))
	}
	// Output:
	// LIM-01 damages 100万円 deductible of ¥1,000,000
}

// A scheme can define its own heads.
func ExampleHead() {
	const droneRecovery limits.Head = "drone-recovery"
	_, err := limits.New(limits.On(droneRecovery))
	fmt.Println(err)
	_, err = limits.New(limits.On("drone recovery"))
	fmt.Println(err)
	// Output:
	// <nil>
	// limits.New: "drone recovery": unknown, invalid or repeated head of loss
}

// tree prints what a tree pays for a loss of 100万円 under each of two heads.
func tree(root limits.Node) {
	program, err := limits.New(root)
	if err != nil {
		fmt.Println(err)
		return
	}
	pay, err := program.Pay(limits.Paid{}, limits.Series{},
		limits.Loss{Head: "a", Amount: 100 * yen.Man}, limits.Loss{Head: "b", Amount: 100 * yen.Man})
	fmt.Println(pay.Now, err)
}

func ExampleOn() {
	tree(limits.Group(limits.On("a", limits.PerClaim("L", 30*yen.Man)), limits.On("b")))
	// Output:
	// 130万円 <nil>
}

func ExampleGroup() {
	tree(limits.Group(limits.On("a"), limits.On("b")).Then(limits.PerClaim("L", 150*yen.Man)))
	// Output:
	// 150万円 <nil>
}

func ExampleNode() {
	var none limits.Node
	tree(none)
	// Output:
	// limits.New: program empty or too large
}

func ExampleLoss() {
	program, _ := limits.JISA2024(limits.Standard(), limits.Readings{})
	_, err := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: -1})
	fmt.Println(err)
	// Output:
	// limits.Pay: "damages": amount out of range
}

func ExamplePart() {
	program, _ := limits.JISA2024(limits.Standard(), limits.Readings{})
	pay, _ := program.Pay(limits.Paid{}, limits.Series{},
		limits.Loss{Head: limits.Damages, Amount: 9_950 * yen.Man}, limits.Loss{Head: limits.Defence, Amount: 200 * yen.Man})
	for head, part := range pay.Parts() {
		if part.Loss > 0 {
			fmt.Println(head, part.Loss, part.Now)
		}
	}
	// Output:
	// damages 9,950万円 9,850万円
	// defence 200万円 150万円
}

// The readings, each with a claim that it changes. The first is the default.

func ExampleCostLimits() {
	c := limits.Standard()
	c.Costs.Overall = 1 * yen.Oku
	for _, r := range []limits.CostLimits{limits.OwnAndOverall, limits.OverallOnly} {
		pays(c, limits.Readings{Costs: r}, limits.Loss{Head: limits.Advisory, Amount: 600 * yen.Man})
	}
	// Output:
	// 0円 limits.Pay: "LIM-09": total depends on an unstated limit
	// 600万円 <nil>
}

func ExampleLitigation() {
	c := limits.Standard()
	c.Costs.Overall = 600 * yen.Man
	for _, r := range []limits.Litigation{limits.InsideCosts, limits.BesideCosts} {
		pays(c, limits.Readings{Litigation: r}, limits.Loss{Head: limits.LitigationResponse, Amount: 900 * yen.Man})
	}
	// Output:
	// 600万円 <nil>
	// 900万円 <nil>
}

func ExampleCap() {
	for _, r := range []limits.Cap{limits.NoCap, limits.CapAtLiability} {
		pays(limits.Standard(), limits.Readings{Cap: r},
			limits.Loss{Head: limits.Damages, Amount: 2 * yen.Oku}, limits.Loss{Head: limits.Investigation, Amount: 500 * yen.Man})
	}
	// Output:
	// 1億500万円 <nil>
	// 1億円 <nil>
}

func ExampleDefenceCosts() {
	for _, r := range []limits.DefenceCosts{limits.ClassicalWithin, limits.Classical, limits.Inside} {
		pays(limits.Standard(), limits.Readings{Defence: r},
			limits.Loss{Head: limits.Damages, Amount: 15_000 * yen.Man}, limits.Loss{Head: limits.Defence, Amount: 2_000 * yen.Man})
	}
	// Output:
	// 1億円 <nil>
	// 1億1,333万3,333円 <nil>
	// 1億円 <nil>
}

func ExampleScale() {
	for _, r := range []limits.Scale{limits.LimitLeft, limits.LimitPrinted} {
		program, _ := limits.JISA2024(limits.Standard(), limits.Readings{Defence: limits.Classical, Scale: r})
		first, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: 5_100 * yen.Man})
		second, _ := program.Pay(first.Paid, limits.Series{},
			limits.Loss{Head: limits.Damages, Amount: 10_000 * yen.Man}, limits.Loss{Head: limits.Defence, Amount: 1_000 * yen.Man})
		fmt.Println(second.Now)
	}
	// Output:
	// 5,500万円
	// 6,000万円
}

func ExampleRelated() {
	for _, r := range []limits.Related{limits.OneClaim, limits.EachClaim} {
		program, _ := limits.JISA2024(limits.Standard(), limits.Readings{Related: r})
		loss := limits.Loss{Head: limits.Damages, Amount: 300 * yen.Man}
		first, _ := program.Pay(limits.Paid{}, limits.Series{}, loss)
		second, _ := program.Pay(first.Paid, first.Series, loss)
		fmt.Println(first.Now, second.Now)
	}
	// Output:
	// 200万円 300万円
	// 200万円 200万円
}

func ExampleReputation() {
	c := limits.Standard()
	c.Costs = limits.Costs{Advisory: 500 * yen.Man, Reputational: 500 * yen.Man}
	for _, r := range []limits.Reputation{limits.OwnHead, limits.WithAdvisory} {
		pays(c, limits.Readings{Reputational: r},
			limits.Loss{Head: limits.Advisory, Amount: 400 * yen.Man}, limits.Loss{Head: limits.Reputational, Amount: 400 * yen.Man})
	}
	// Output:
	// 800万円 <nil>
	// 500万円 <nil>
}

func ExampleReduced() {
	c := limits.Standard()
	c.Declared = yen.Percent(50)
	for _, r := range []limits.Reduced{limits.EveryPayment, limits.DamagesOnly, limits.EveryLimit} {
		pays(c, limits.Readings{Reduction: r},
			limits.Loss{Head: limits.Damages, Amount: 1_100 * yen.Man}, limits.Loss{Head: limits.Cooperation, Amount: 10 * yen.Man})
	}
	// Output:
	// 505万円 <nil>
	// 510万円 <nil>
	// 1,010万円 <nil>
}

func ExampleRounding() {
	c := limits.Standard()
	c.Declared = yen.Percent(50)
	for _, r := range []limits.Rounding{limits.CutFraction, limits.HalfUp} {
		pays(c, limits.Readings{Rounding: r}, limits.Loss{Head: limits.Cooperation, Amount: 3})
	}
	// Output:
	// 1円 <nil>
	// 2円 <nil>
}
