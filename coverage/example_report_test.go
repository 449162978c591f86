// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
)

func ExampleAssessment_Text() {
	c := damages()
	c.Facts = c.Facts.Yes("knew-harmful")
	result, _, _ := strings.Cut(assess(c).Text(language.English), "\nBasis")
	fmt.Print(result)
	// Output:
	// 例示システム, certificate 24-0001, claim C-1, third-party claim made on 10 September 2024
	//
	// NOT PAYABLE on the facts entered: an exclusion applies (EXC-07). ¥0 of ¥5,000,000 claimed
	//   Reason          Damages: on the facts entered, the exclusion "acts known to be unlawful or harmful" (EXC-07) applies.
	//   Open questions  none
	//   To do           Do not treat this as a decision. Send the claim to the insurer, who decides.
	//
	//   Calculation                                           Amount  Running total  Clause
	//   Damages: amount claimed                           ¥5,000,000     ¥5,000,000  PAY-01
	//   Exclusion: acts known to be unlawful or harmful  -¥5,000,000             ¥0  EXC-07
	//   -----------------------------------------------------------------------------------
	//   Payable                                                                  ¥0
}

// Each question with its answer: the first of those that a person has judged.
func ExampleAssessment_Details() {
	for _, line := range strings.Split(assess(damages()).Details(language.Japanese), "\n")[:3] {
		fmt.Println(line)
	}
	// Output:
	// 担当者の判断
	//   損害賠償請求の原因となった事故は、被保険者にとって不測のものでしたか はい
	//   損害は、保険契約者または被保険者の故意によるものですか いいえ
}
