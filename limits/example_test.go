// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// must returns the program of a policy that states no option.
func must(root limits.Node, rows option.Table) limits.Program {
	template, err := limits.New(root, rows)
	if err != nil {
		log.Fatal(err)
	}
	settled, err := rows.Settle(nil)
	if err != nil {
		log.Fatal(err)
	}
	p, err := template.With(settled)
	if err != nil {
		log.Fatal(err)
	}
	return p
}

// liability is a tree with a deductible and a limit, and defence costs beside them.
func liability() limits.Node {
	return limits.Group(
		limits.On("damages", limits.Deductible("D", option.Yen(100*yen.Man)), limits.PerClaim("L", option.Yen(1*yen.Oku))),
		limits.On("defence", limits.Scaled("Q", "L", "A")),
	).Then(limits.Aggregate("A", option.Yen(1*yen.Oku)).For("damages"))
}

// Two claims erode the aggregate limit, and nothing remains for a third.
func Example() {
	program := must(liability(), nil)
	var paid limits.Paid
	for range 3 {
		pay, err := program.Pay(paid, limits.Series{}, limits.Loss{Head: "damages", Amount: 7_000 * yen.Man})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(pay.Now)
		paid = pay.Paid
	}
	// Output:
	// 6,900万円
	// 3,100万円
	// 0円
}

// The limits of an insurer: the tree and the options are made once, a policy has
// its own program.
func ExampleNew() {
	options := option.Table{
		{ID: "deductible", Most: 100 * yen.Man, Standard: option.Yen(50 * yen.Man)},
		{ID: "limit", Least: 1, Standard: option.Yen(5_000 * yen.Man)},
	}
	template, err := limits.New(limits.Group(
		limits.On("forensics", limits.Aggregate("S-1", option.Yen(300*yen.Man))),
		limits.On("notification", limits.Pays("S-2", option.Ratio(yen.Percent(90)))),
	).Then(
		limits.Deductible("D", option.Of("deductible")),
		limits.Aggregate("A", option.Of("limit")),
	), options)
	if err != nil {
		log.Fatal(err)
	}

	settled, err := options.Settle(option.Values{"deductible": option.Yen(10 * yen.Man)})
	if err != nil {
		log.Fatal(err)
	}
	program, err := template.With(settled)
	if err != nil {
		log.Fatal(err)
	}
	pay, err := program.Pay(limits.Paid{}, limits.Series{},
		limits.Loss{Head: "forensics", Amount: 400 * yen.Man}, limits.Loss{Head: "notification", Amount: 100 * yen.Man})
	fmt.Println(pay.Now, err)
	// Output:
	// 380万円 <nil>
}

// New returns every fault of a tree, each with its path.
func ExampleNew_faults() {
	_, err := limits.New(limits.Group(
		limits.On("damages", limits.Pays("R", option.Ratio(yen.Percent(110)))),
		limits.On("damages", limits.PerClaim("L", option.Of("limit"))),
	), nil)
	fmt.Println(err)
	// Output:
	// limits.New: nodes[0].terms[0].ratio: "110%": out of range (0% - 100%)
	// limits.New: nodes[1].head: "damages": duplicate
	// limits.New: nodes[1].terms[0].amount: "limit": unknown name (the name of an option)
}

// An endorsement adds a head. The history of the period goes on.
func ExampleProgram_With() {
	template, err := limits.New(limits.Group(
		limits.On("damages"), limits.Node{Head: "recall", With: "END-1"},
	).Then(limits.Aggregate("A", option.Yen(1*yen.Oku))), nil)
	if err != nil {
		log.Fatal(err)
	}
	policy := func(attached bool) limits.Program {
		var v option.Settled
		if attached {
			v, _ = option.Table{}.Settle(nil, "END-1")
		}
		p, err := template.With(v)
		if err != nil {
			log.Fatal(err)
		}
		return p
	}
	recall := limits.Loss{Head: "recall", Amount: 5_000 * yen.Man}
	first, err := policy(false).Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 7_000 * yen.Man})
	if err != nil {
		log.Fatal(err)
	}
	_, err = policy(false).Pay(first.Paid, limits.Series{}, recall)
	fmt.Println(err)
	second, err := policy(true).Pay(first.Paid, limits.Series{}, recall)
	fmt.Println(second.Now, err)
	// Output:
	// limits.Pay: losses[0].head: "recall": unknown name
	// 3,000万円 <nil>
}

// tree prints what a tree pays for a loss of 100万円 under each of two heads.
func tree(root limits.Node) {
	pay, err := must(root, nil).Pay(limits.Paid{}, limits.Series{},
		limits.Loss{Head: "a", Amount: 100 * yen.Man}, limits.Loss{Head: "b", Amount: 100 * yen.Man})
	fmt.Println(pay.Now, err)
}

func ExampleOn() {
	tree(limits.Group(limits.On("a", limits.PerClaim("L", option.Yen(30*yen.Man))), limits.On("b")))
	// Output: 130万円 <nil>
}

func ExampleGroup() {
	tree(limits.Group(limits.On("a"), limits.On("b")).Then(limits.PerClaim("L", option.Yen(150*yen.Man))))
	// Output: 150万円 <nil>
}

// A tree is data with a JSON form.
func ExampleNode() {
	node := limits.On("damages", limits.Deductible("D", option.Of("deductible")), limits.Aggregate("A", option.Yen(1*yen.Oku)))
	b, err := json.MarshalIndent(node, "", "  ")
	fmt.Println(string(b), err)
	// Output:
	// {
	//   "head": "damages",
	//   "terms": [
	//     {
	//       "kind": "deductible",
	//       "clause": "D",
	//       "amount": "deductible"
	//     },
	//     {
	//       "kind": "aggregate",
	//       "clause": "A",
	//       "amount": 100000000
	//     }
	//   ]
	// } <nil>
}

func ExampleProgram_Explain() {
	program := must(liability().Then(limits.Round("R", yen.Down)), nil)
	pay, cuts, err := program.Explain(limits.Paid{}, limits.Series{},
		limits.Loss{Head: "damages", Amount: 15_000 * yen.Man}, limits.Loss{Head: "defence", Amount: 2_000 * yen.Man})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range cuts {
		fmt.Println(c.Clause, c.Head, c.Amount.Grouped(), c.Text(language.English))
	}
	fmt.Println(pay.Due.Grouped())
	// Output:
	// D damages 1,000,000円 deductible of ¥1,000,000
	// L damages 49,000,000円 above the per-claim limit of ¥100,000,000
	// Q defence 6,666,666円 pro rata ¥100,000,000 / ¥150,000,000
	// R defence 1円 rounded down to ¥1
	// 113,333,333円
}

// The policy does not state the sublimit of forensics, which lies between 500万円
// and 1億円.
func ExampleProgram_Range() {
	rows := option.Table{{ID: "forensics", Printed: option.Range{Least: 500 * yen.Man, Most: 1 * yen.Oku}}}
	program := must(limits.On("forensics", limits.Aggregate("F", option.Of("forensics"))), rows)
	loss := limits.Loss{Head: "forensics", Amount: 1_100 * yen.Man}

	_, err := program.Pay(limits.Paid{}, limits.Series{}, loss)
	fmt.Println(errors.Is(err, fault.ErrOpen), err)

	bounds, err := program.Range(limits.Paid{}, limits.Series{}, []limits.Loss{loss}, nil)
	fmt.Println(bounds.Least, bounds.Most, err)
	// Output:
	// true limits.Pay: "F": depends on a figure that is not stated
	// 500万円 1,100万円 <nil>
}

// Damages of 4,000万円 are certain, and defence costs of up to 300万円 are not: they share a
// deductible of 100万円 and a limit of 4,000万円, which the damages use first.
func ExampleProgram_RangeHeads() {
	program := must(limits.Group(limits.On("damages"), limits.On("defence")).Then(
		limits.Deductible("D", option.Yen(100*yen.Man)), limits.PerClaim("L", option.Yen(4_000*yen.Man))), nil)
	certain := []limits.Loss{{Head: "damages", Amount: 4_000 * yen.Man}}
	possible := []limits.Loss{{Head: "defence", Amount: 300 * yen.Man}}

	heads, err := program.RangeHeads(limits.Paid{}, limits.Series{}, certain, possible)
	if err != nil {
		fmt.Println(err)
		return
	}
	for h, b := range heads {
		fmt.Println(h, b.Least, b.Most, b.Exact)
	}
	fmt.Println(program.Rises(limits.Paid{}, limits.Series{}, certain, possible))
	// Output:
	// damages 3,900万円 3,900万円 true
	// defence 0円 100万円 true
	// true <nil>
}

// A claim of 10円 to 40円 has a sublimit of 30円, and one of 80円 has none. They share a limit
// of 100円: together they are paid more than what each is paid at the least, and less than
// what each is paid at the most.
func ExampleProgram_Outstanding() {
	program := must(limits.Group(
		limits.On("data", limits.Aggregate("LIM-1", option.Yen(30))),
		limits.On("damages"),
	).Then(limits.Aggregate("LIM-2", option.Yen(100))), nil)
	open := func(h limits.Head, certain, possible yen.Amount) limits.Open {
		return limits.Open{Parts: []limits.Uncertain{{
			Certain:  []limits.Loss{{Head: h, Amount: certain}},
			Possible: []limits.Loss{{Head: h, Amount: possible}},
		}}}
	}
	o, err := program.Outstanding(limits.Paid{}, open("data", 10, 30), open("damages", 80, 0))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(o.Least, o.Most)
	fmt.Println(o.Claims)
	fmt.Println(o.Limits)
	// Output:
	// 90円 100円
	// [{10円 30円 false} {70円 80円 false}]
	// [{10円 30円 false} {90円 100円 false}]
}

func ExampleProgram_Remaining() {
	program := must(liability(), nil)
	pay, err := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 7_000 * yen.Man})
	if err != nil {
		log.Fatal(err)
	}
	remaining, err := program.Remaining(pay.Paid)
	if err != nil {
		log.Fatal(err)
	}
	for id, amount := range remaining {
		fmt.Println(id, amount)
	}
	// Output:
	// A 3,100万円
}

// Limits that are set beside are computed and not applied. Acting returns the
// program that applies them.
func ExampleProgram_Acting() {
	limit := limits.PerClaim("L", option.Yen(100))
	limit.Beside = true
	program := must(limits.On("damages", limit), nil)
	loss := limits.Loss{Head: "damages", Amount: 150}
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}, loss)
	acting, _ := program.Acting().Pay(limits.Paid{}, limits.Series{}, loss)
	fmt.Println(pay.Now, acting.Now)
	// Output:
	// 150円 100円
}

func ExampleProgram_AtLeast() {
	rows := option.Table{{ID: "a", Printed: option.Range{Least: 100, Most: 200}}}
	program := must(limits.On("damages", limits.Aggregate("A", option.Of("a"))), rows)
	loss := limits.Loss{Head: "damages", Amount: 500}
	least, _ := program.AtLeast().Pay(limits.Paid{}, limits.Series{}, loss)
	most, _ := program.AtMost().Pay(limits.Paid{}, limits.Series{}, loss)
	fmt.Println(least.Now, most.Now)
	// Output:
	// 100円 200円
}

// Items of one claim that arrive at different times share one deductible.
func ExampleSeries() {
	program := must(liability(), nil)
	loss := limits.Loss{Head: "damages", Amount: 80 * yen.Man}
	first, _ := program.Pay(limits.Paid{}, limits.Series{}, loss)
	second, _ := program.Pay(first.Paid, first.Series, loss)
	fmt.Println(first.Now, second.Now)
	// Output:
	// 0円 60万円
}

// The caller stores the history as text.
func ExamplePaid() {
	program := must(liability(), nil)
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
	// limits.ParsePaid: "damages -1": out of range
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
	program := must(liability(), nil)
	first, _ := program.Pay(limits.Paid{}, limits.Series{},
		limits.Loss{Head: "damages", Amount: 1 * yen.Oku}, limits.Loss{Head: "defence", Amount: 2_000 * yen.Man})
	second, _ := program.Pay(first.Paid, first.Series, limits.Loss{Head: "damages", Amount: 1 * yen.Oku})
	fmt.Println(first.Now)
	fmt.Println(second.Now, second.Due, second.Overpaid)
	for h, part := range second.Parts() {
		fmt.Println(h, part.Due, part.Paid, part.Held)
	}
	// Output:
	// 1億1,900万円
	// 0円 1億1,000万円 900万円
	// damages 1億円 9,900万円 1億円
	// defence 1,000万円 2,000万円 2,000万円
}

// one returns what a policy pays for one loss under one term.
func one(t limits.Term, loss yen.Amount) yen.Amount {
	pay, err := must(limits.On("damages", t), nil).Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: loss})
	if err != nil {
		log.Fatal(err)
	}
	return pay.Now
}

func ExampleDeductible() {
	deductible := limits.Deductible("D", option.Yen(100))
	fmt.Println(one(deductible, 99), one(deductible, 101))
	// Output: 0円 1円
}

func ExampleFranchise() {
	franchise := limits.Franchise("F", option.Yen(100))
	fmt.Println(one(franchise, 99), one(franchise, 100))
	// Output: 0円 100円
}

func ExampleShareDeductible() {
	share := limits.ShareDeductible("S", option.Ratio(yen.Percent(10)), option.Yen(100), option.Yen(500))
	fmt.Println(one(share, 500), one(share, 2_000), one(share, 9_000))
	// Output: 400円 1,800円 8,500円
}

func ExamplePays() {
	fmt.Println(one(limits.Pays("R", option.Ratio(yen.Percent(90))), 1_001))
	// Output: 900円
}

func ExamplePerClaim() {
	fmt.Println(one(limits.PerClaim("L", option.Yen(100)), 100), one(limits.PerClaim("L", option.Yen(100)), 101))
	// Output: 100円 100円
}

func ExampleAggregate() {
	fmt.Println(one(limits.Aggregate("A", option.Yen(100)), 101))
	// Output: 100円
}

func ExampleScaled() {
	program := must(limits.Group(
		limits.On("damages", limits.PerClaim("L", option.Yen(100))),
		limits.On("defence", limits.Scaled("Q", "L")),
	), nil)
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 150}, limits.Loss{Head: "defence", Amount: 30})
	fmt.Println(pay.Now)
	// Output: 120円
}

// An adjuster reduces a claim for late notice.
func ExampleReduction() {
	late := limits.Reduction("N")
	late.JA, late.EN = "通知の遅れによる保険金の削減", "reduction for late notice"
	program := must(limits.On("costs", late), nil)
	pay, cuts, _ := program.Explain(limits.Paid{}, limits.Series{}.Reduce(30), limits.Loss{Head: "costs", Amount: 100})
	fmt.Println(pay.Now, cuts[0].Text(language.English))
	// Output: 70円 reduction for late notice (¥30)
}

func ExampleRound() {
	program := must(limits.On("damages", limits.Pays("R", option.Ratio(yen.Percent(50))), limits.Round("U", yen.HalfUp)), nil)
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 3})
	fmt.Println(pay.Now)
	// Output: 2円
}

func ExampleSeparate() {
	program := must(limits.On("damages", limits.Deductible("D", option.Yen(100)), limits.Separate("X")), nil)
	first, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 80})
	related := first.Series
	if program.Separate() {
		related = limits.Series{}
	}
	second, _ := program.Pay(first.Paid, related, limits.Loss{Head: "damages", Amount: 80})
	fmt.Println(first.Now, second.Now)
	// Output: 0円 0円
}

// A sublimit after a deductible that two heads share.
func ExampleTerm_For() {
	program := must(limits.Group(limits.On("damages"), limits.On("custody")).Then(
		limits.Deductible("D", option.Yen(10)), limits.PerClaim("S", option.Yen(50)).For("custody"), limits.PerClaim("L", option.Yen(100)),
	), nil)
	pay, _ := program.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "damages", Amount: 5}, limits.Loss{Head: "custody", Amount: 80})
	fmt.Println(pay.Now)
	// Output: 50円
}
