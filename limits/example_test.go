// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// Two claims erode the aggregate limit, and nothing remains for a third.
func Example() {
	program, err := limits.JISA2024(limits.Standard(), limits.Readings{})
	if err != nil {
		fmt.Println(err)
		return
	}
	var paid limits.Paid
	for range 3 {
		pay, _ := program.Pay(paid, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: 7_000 * yen.Man})
		fmt.Println(pay.Now)
		paid = pay.Paid
	}
	// Output:
	// 6,900万円
	// 3,100万円
	// 0円
}

// The program of another insurer's scheme.
func ExampleNew() {
	program, err := limits.New(limits.Group(
		limits.On("damages", limits.Deductible("D", 50*yen.Man), limits.PerClaim("L", 5_000*yen.Man)),
		limits.On("drone-recovery", limits.Pays("R", yen.Percent(90)), limits.PerPeriod("S", 300*yen.Man)),
	).Then(limits.PerPeriod("A", 5_000*yen.Man)))
	if err != nil {
		fmt.Println(err)
		return
	}
	pay, _ := program.Pay(limits.Paid{}, limits.Series{},
		limits.Loss{Head: "damages", Amount: 1_000 * yen.Man},
		limits.Loss{Head: "drone-recovery", Amount: 200 * yen.Man})
	fmt.Println(pay.Now)

	_, err = limits.New(limits.On("damages", limits.Pays("R", yen.Percent(110))))
	fmt.Println(err)
	// Output:
	// 1,130万円
	// limits.New: "R": ratio outside 0 to 1
}

func ExampleProgram_Explain() {
	c := limits.Standard()
	c.Declared, _ = yen.NewRatio(109, 152) // sales were under-declared
	program, _ := limits.JISA2024(c, limits.Readings{Defence: limits.Classical})
	pay, cuts, _ := program.Explain(limits.Paid{}, limits.Series{},
		limits.Loss{Head: limits.Damages, Amount: 15_000 * yen.Man},
		limits.Loss{Head: limits.Defence, Amount: 2_000 * yen.Man},
		limits.Loss{Head: limits.Cooperation, Amount: 50 * yen.Man})
	for _, c := range cuts {
		fmt.Println(c.Clause, c.Head, c.Amount.Grouped(), c.Text(language.English))
	}
	fmt.Println(pay.Due.Grouped())
	// Output:
	// LIM-01 damages 1,000,000円 deductible of ¥1,000,000
	// LIM-02 damages 49,000,000円 above the per-claim limit of ¥100,000,000
	// LIM-04 defence 6,666,666円 pro rata ¥100,000,000 / ¥150,000,000
	// LIM-19 damages 28,289,474円 reduction for under-declared sales (payment ratio of 109/152)
	// LIM-19 defence 3,771,930円 reduction for under-declared sales (payment ratio of 109/152)
	// LIM-19 cooperation 141,447円 reduction for under-declared sales (payment ratio of 109/152)
	// LIM-20 defence 1円 rounded down to ¥1
	// 81,630,482円
}

// The policy does not state the sublimit of investigation costs, which lies
// between 500万円 and 1億円.
func ExampleProgram_Range() {
	program, _ := limits.JISA2024(limits.Standard(), limits.Readings{})
	investigation := limits.Loss{Head: limits.Investigation, Amount: 1_100 * yen.Man}

	_, err := program.Pay(limits.Paid{}, limits.Series{}, investigation)
	fmt.Println(errors.Is(err, limits.ErrOpen))

	least, most, _ := program.Range(limits.Paid{}, limits.Series{}, []limits.Loss{investigation}, nil)
	fmt.Println(least, most)
	// Output:
	// true
	// 500万円 1,100万円
}

func ExampleProgram_Left() {
	program, _ := limits.JISA2024(limits.Standard(), limits.Readings{})
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: 7_000 * yen.Man})
	left, _ := program.Left(pay.Paid)
	for id, amount := range left {
		if id == "LIM-03" || id == "LIM-16" {
			fmt.Println(id, amount)
		}
	}
	// Output:
	// LIM-03 3,100万円
	// LIM-16 1億円
}

func ExampleProgram_Heads() {
	program, _ := limits.New(limits.Group(limits.On("damages"), limits.On("defence")).Then(limits.PerClaim("L", 1*yen.Oku)))
	for h := range program.Heads() {
		fmt.Println(h)
	}
	for id := range program.Clauses() {
		fmt.Println(id)
	}
	// Output:
	// damages
	// defence
	// L
}

// Items of one claim that arrive at different times share one deductible.
func ExampleSeries() {
	program, _ := limits.JISA2024(limits.Standard(), limits.Readings{})
	first, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: limits.Damages, Amount: 80 * yen.Man})
	second, _ := program.Pay(first.Paid, first.Series, limits.Loss{Head: limits.Damages, Amount: 80 * yen.Man})
	fmt.Println(first.Now, second.Now)
	// Output:
	// 0円 60万円
}

// An adjuster reduces the costs for late notice.
func ExampleSeries_Reduce() {
	c := limits.Standard()
	c.Costs.Investigation = 2_000 * yen.Man
	program, _ := limits.JISA2024(c, limits.Readings{})
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}.Reduce(300*yen.Man), limits.Loss{Head: limits.Investigation, Amount: 1_100 * yen.Man})
	fmt.Println(pay.Now)
	// Output:
	// 800万円
}

// The caller stores the history as text.
func ExamplePaid() {
	program, _ := limits.New(limits.Group(
		limits.On("damages", limits.Deductible("D", 100*yen.Man)), limits.On("defence"),
	).Then(limits.PerPeriod("L", 1*yen.Oku)))
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 7_000 * yen.Man})
	stored, _ := json.Marshal(pay.Paid)
	fmt.Println(string(stored))

	var paid limits.Paid
	fmt.Println(json.Unmarshal(stored, &paid), paid == pay.Paid, paid.Total())
	for h, a := range paid.All() {
		fmt.Println(h, a)
	}
	// Output:
	// "damages 69000000; defence 0"
	// <nil> true 6,900万円
	// damages 6,900万円
	// defence 0円
}

func ExampleParsePaid() {
	_, err := limits.ParsePaid("damages -1")
	fmt.Println(err)
	// Output:
	// limits.ParsePaid: "damages -1": amount out of range
}

func ExampleParseSeries() {
	s, err := limits.ParseSeries("reduced 500000; damages 70000000 69000000")
	fmt.Println(s, err)
	// Output:
	// reduced 500000; damages 70000000 69000000 <nil>
}

// Later damages scale down the defence costs of a claim. The excess is overpaid,
// and nothing is paid for the damages that become payable. They erode the limit.
func ExamplePayment() {
	program, _ := limits.JISA2024(limits.Standard(), limits.Readings{Defence: limits.Classical})
	first, _ := program.Pay(limits.Paid{}, limits.Series{},
		limits.Loss{Head: limits.Damages, Amount: 1 * yen.Oku}, limits.Loss{Head: limits.Defence, Amount: 2_000 * yen.Man})
	second, _ := program.Pay(first.Paid, first.Series, limits.Loss{Head: limits.Damages, Amount: 1 * yen.Oku})
	fmt.Println(first.Now)
	fmt.Println(second.Now, second.Due, second.Overpaid)
	for h, part := range second.Parts() {
		if part.Loss > 0 {
			fmt.Println(h, part.Due, part.Paid, part.Held)
		}
	}
	// Output:
	// 1億1,900万円
	// 0円 1億1,000万円 900万円
	// damages 1億円 9,900万円 1億円
	// defence 1,000万円 2,000万円 2,000万円
}

// The total is 1億円 for every sublimit of investigation from 500万円 to 1億円. Only
// the split over the heads depends on it.
func ExamplePayment_split() {
	c := limits.Standard()
	c.Costs.Restoration = 1 * yen.Oku
	program, _ := limits.JISA2024(c, limits.Readings{})
	pay, err := program.Pay(limits.Paid{}, limits.Series{},
		limits.Loss{Head: limits.Investigation, Amount: 1_100 * yen.Man}, limits.Loss{Head: limits.Restoration, Amount: 1 * yen.Oku})
	fmt.Println(pay.Now, pay.Split, err)
	for h, part := range pay.Parts() {
		if part.Loss > 0 {
			fmt.Println(h, part.Now)
		}
	}
	// Output:
	// 1億円 LIM-08 <nil>
	// investigation 500万円
	// restoration 9,500万円
}

func ExampleJISA2024() {
	c := limits.Standard()
	c.Deductible = 101 * yen.Man
	_, err := limits.JISA2024(c, limits.Readings{})
	fmt.Println(err)
	// Output:
	// limits.JISA2024: "deductible 1,010,000円": amount out of range
}

// A caller compares the limits of a certificate with the printed amounts.
func ExampleJISA2024CostSpan() {
	least, most := limits.JISA2024CostSpan()
	fmt.Println(least, most)
	// Output:
	// 500万円 1億円
}

func ExampleReadings() {
	claim := []limits.Loss{{Head: limits.Damages, Amount: 15_000 * yen.Man}, {Head: limits.Defence, Amount: 2_000 * yen.Man}}
	for _, r := range []limits.DefenceCosts{limits.ClassicalWithin, limits.Classical, limits.Inside} {
		program, _ := limits.JISA2024(limits.Standard(), limits.Readings{Defence: r})
		pay, _ := program.Pay(limits.Paid{}, limits.Series{}, claim...)
		fmt.Println(pay.Now.Grouped())
	}
	// Output:
	// 100,000,000円
	// 113,333,333円
	// 100,000,000円
}

func ExampleJISA2024Clauses() {
	for c := range limits.JISA2024Clauses() {
		if c.ID == "LIM-01" {
			fmt.Println(c, c.JA)
		}
	}
	// Output:
	// LIM-01 liability deductible 賠償責任の免責金額
}

// one pays one loss under one term.
func one(t limits.Term, loss yen.Amount) yen.Amount {
	program, err := limits.New(limits.On("damages", t))
	if err != nil {
		return -1
	}
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: loss})
	return pay.Now
}

func ExampleDeductible() {
	fmt.Println(one(limits.Deductible("D", 100), 99), one(limits.Deductible("D", 100), 101))
	// Output: 0円 1円
}

func ExampleFranchise() {
	fmt.Println(one(limits.Franchise("F", 100), 99), one(limits.Franchise("F", 100), 100))
	// Output: 0円 100円
}

func ExampleShareDeductible() {
	share := limits.ShareDeductible("S", yen.Percent(10), 100, 500)
	fmt.Println(one(share, 500), one(share, 2_000), one(share, 9_000))
	// Output: 400円 1,800円 8,500円
}

func ExamplePays() {
	fmt.Println(one(limits.Pays("R", yen.Percent(90)), 1_001))
	// Output: 900円
}

func ExamplePerClaim() {
	fmt.Println(one(limits.PerClaim("L", 100), 100), one(limits.PerClaim("L", 100), 101))
	// Output: 100円 100円
}

func ExamplePerPeriod() {
	fmt.Println(one(limits.PerPeriod("A", 100), 101))
	// Output: 100円
}

func ExampleUnstated() {
	program, _ := limits.New(limits.On("damages", limits.Unstated("U", 100, 200)))
	least, most, _ := program.Range(limits.Paid{}, limits.Series{}, []limits.Loss{{Head: "damages", Amount: 150}}, nil)
	fmt.Println(least, most)
	// Output: 100円 150円
}

func ExampleScaled() {
	program, _ := limits.New(limits.Group(
		limits.On("damages", limits.PerClaim("L", 100)),
		limits.On("defence", limits.Scaled("Q", "L")),
	))
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 150}, limits.Loss{Head: "defence", Amount: 30})
	fmt.Println(pay.Now)
	// Output: 120円
}

func ExampleReduction() {
	program, _ := limits.New(limits.On("costs", limits.Reduction("R")))
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}.Reduce(30), limits.Loss{Head: "costs", Amount: 100})
	fmt.Println(pay.Now)
	// Output: 70円
}

func ExampleRound() {
	program, _ := limits.New(limits.On("damages", limits.Pays("R", yen.Percent(50)), limits.Round("U", yen.HalfUp)))
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 3})
	fmt.Println(pay.Now)
	// Output: 2円
}

func ExampleSeparate() {
	program, _ := limits.New(limits.On("damages", limits.Deductible("D", 100), limits.Separate("X")))
	first, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 80})
	second, _ := program.Pay(first.Paid, first.Series, limits.Loss{Head: "damages", Amount: 80})
	fmt.Println(first.Now, second.Now)
	// Output: 0円 0円
}

// A sublimit after a deductible that two heads share.
func ExampleTerm_For() {
	program, _ := limits.New(limits.Group(limits.On("damages"), limits.On("custody")).
		Then(limits.Deductible("D", 10), limits.PerClaim("S", 50).For("custody"), limits.PerClaim("L", 100)))
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 5}, limits.Loss{Head: "custody", Amount: 80})
	fmt.Println(pay.Now)
	// Output: 50円
}

func ExampleTerm_Named() {
	program, _ := limits.New(limits.On("damages", limits.Pays("R", yen.Percent(90)).Named("縮小支払", "reduced payment")))
	_, cuts, _ := program.Explain(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 1_000})
	for _, c := range cuts {
		fmt.Println(c.Amount, c.Text(language.Japanese), c.Text(language.English))
	}
	// Output: 100円 縮小支払（支払割合 90%） reduced payment (payment ratio of 90%)
}

func ExampleTerm_Beside() {
	program, _ := limits.New(limits.On("damages", limits.PerClaim("L", 100).Beside()))
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 150})
	fmt.Println(pay.Now, pay.Beside)
	// Output: 150円 100円
}

func ExampleError() {
	program, _ := limits.JISA2024(limits.Standard(), limits.Readings{})
	_, err := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "profit", Amount: 1})
	var refused *limits.Error
	fmt.Println(errors.As(err, &refused) && refused.Input == "profit", errors.Is(err, limits.ErrHead))
	fmt.Println(err)
	// Output:
	// true true
	// limits.Pay: "profit": unknown, invalid or repeated head of loss
}
