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

// Two claims eat one limit: 50,000,000 yen in the policy period for damages and defence costs
// together, with 1,000,000 yen of each claim borne by the insured. What the first one took, the
// second one lacks, and each yen that is not paid has its clause.
func Example_twoClaims() {
	template, err := limits.New(limits.Group(limits.On("damages"), limits.On("defence")).Then(
		limits.Deductible("D-1", option.Yen(100*yen.Man)),
		limits.Aggregate("L-1", option.Yen(5_000*yen.Man)),
	), nil)
	if err != nil {
		log.Fatal(err)
	}
	policy, err := template.With(option.Settled{})
	if err != nil {
		log.Fatal(err)
	}
	var paid limits.Paid
	for _, losses := range [][]limits.Loss{
		{{Head: "damages", Amount: 3_000 * yen.Man}, {Head: "defence", Amount: 400 * yen.Man}},
		{{Head: "damages", Amount: 2_500 * yen.Man}},
	} {
		payment, cuts, err := policy.Explain(paid, limits.Series{}, losses...)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("payable", payment.Now.Text(language.English))
		for _, cut := range cuts {
			fmt.Printf("  %s %s: %s\n", cut.Head, cut.Text(language.English), cut.Amount.Text(language.English))
		}
		paid = payment.Paid
	}
	// Output:
	// payable ¥33,000,000
	//   damages deductible of ¥1,000,000: ¥1,000,000
	// payable ¥17,000,000
	//   damages deductible of ¥1,000,000: ¥1,000,000
	//   damages above the remaining aggregate limit of ¥17,000,000: ¥7,000,000
}
