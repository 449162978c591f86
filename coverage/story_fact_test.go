// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// answered are the answers of the adjuster, but for the day of delivery.
const answered = "it-services=yes unforeseen-accident=yes software-development=yes in-japan=yes business-interference=yes" +
	" wilful-act=no crime=no knew-unlawful=no knew-harmful=no known-at-start=no cause-before-start=no aggravated-liability=no" +
	" others-reputation=no late-completion=no other-ip=no copyright=no personality-right=no design-right=no trademark=no" +
	" domain-name=no licence-fee=no cure-cost=no re-performance-cost=no recall-cost=no custody-property=no"

// A claim with a fact missing: nobody has said when the work was delivered. What can be payable, what
// is to be asked and what each answer would leave come before the answer.
func Example_missingFact() {
	scheme, err := jisa2024.New()
	if err != nil {
		log.Fatal(err)
	}
	quote, err := scheme.Quote(coverage.Application{
		Company: "Example Systems", Applied: period.MustParseDate("2024-06-03"), Sales: premium.Sales{Amount: 7 * yen.Oku, FiscalYear: 2024},
	})
	if err != nil {
		log.Fatal(err)
	}
	policy, err := quote.Record("24-0001")
	if err != nil {
		log.Fatal(err)
	}
	claim := coverage.Claim{
		Number: "C-1",
		Facts:  fact.MustParse(answered).Else(scheme.Defaults()),
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-11-05"), Aware: period.MustParseMoment("2024-11-05")},
		Items:  []coverage.Item{{Head: jisa2024.Damages, Claimed: 4_000 * yen.Man, Accepted: yen.Exactly(4_000 * yen.Man)}},
	}
	open, err := policy.Assess(claim, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(open.Decision, open.Least, open.Most)
	for _, need := range open.Questions() {
		fmt.Println(need.Text(language.English))
		for _, c := range need.Cases {
			fmt.Println(" ", c)
		}
		claim = claim.WithDate(need, period.MustParseMoment("2024-08-01"))
	}
	decided, err := policy.Assess(claim, coverage.History{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(decided.Decision, decided.Payment.Now)
	// Output:
	// open 0円 3,900万円
	// On what date was the work delivered (final delivery, if a trial comes first; say so if the work has not been delivered)?
	//   until the end of 4 October 2024: ¥39,000,000
	//   from 5 October 2024: ¥0
	//   never: ¥0
	// payable 3,900万円
}
