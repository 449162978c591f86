// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package examples_test holds the program of the README, which is compared with
// it.
package examples_test

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

const answers = `it-services=yes unforeseen-accident=yes software-development=no cause-before-start=no wilful-act=no crime=no
	knew-unlawful=no knew-harmful=no aggravated-liability=no others-reputation=no other-ip=no licence-fee=no
	late-completion=no cure-cost=no re-performance-cost=no recall-cost=no custody-property=no`

func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}

func Example() {
	scheme := must(jisa2024.New())
	quote := must(scheme.Quote(coverage.Application{
		Company: "Example Systems",
		Applied: period.MustParseDate("2024-09-10"),
		Sales:   premium.Sales{Amount: 700_000_000, FiscalYear: 2024},
	}))
	fmt.Println(quote.Membership.Period, quote.Premium.Total)
	policy := must(quote.Record("24-0001"))
	result := must(policy.Assess(coverage.Claim{
		Number: "C-1",
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-11-05")},
		Facts:  fact.MustParse(answers).Else(scheme.Defaults()),
		Items:  []coverage.Item{{Head: jisa2024.Damages, Claimed: 40_000_000, Accepted: yen.Exactly(35_000_000)}},
	}, coverage.History{}))
	fmt.Print(result.Text(language.English))
	// Output:
	// 2024-10-01 00:00 - 2025-07-01 16:00 94万6,500円
	// Example Systems, certificate 24-0001, claim C-1, third-party claim made on 5 November 2024
	//
	// PAYABLE: ¥34,000,000 of ¥40,000,000 claimed
	//   Not paid         ¥5,000,000  Not accepted (accepted amount ¥35,000,000)
	//                    ¥1,000,000  Deductible
	//   Open questions   none
	//   To do            Obtain the insurer's prior consent before admitting liability or agreeing an amount (not confirmed).
	//   Remaining limit  liability aggregate limit: ¥66,000,000 of ¥100,000,000 after this payment
	//
	//   Calculation                                      Amount  Running total  Clause
	//   Damages: amount claimed                     ¥40,000,000    ¥40,000,000  PAY-01
	//   Not accepted (accepted amount ¥35,000,000)  -¥5,000,000    ¥35,000,000  COV-02
	//   Deductible                                  -¥1,000,000    ¥34,000,000  LIM-01
	//   ------------------------------------------------------------------------------
	//   Payable                                                    ¥34,000,000
	//
	// Basis
	//   Accepted       ¥35,000,000 of ¥40,000,000 claimed (adjuster)
	//   Covered under  insured (INS-01), third-party claim made in the policy period (TRG-01), unforeseen accident arising
	//                    from IT services (COV-01)
	//   Judged (5)     Not applicable: wilful act; criminal acts; acts known to be unlawful or harmful. Met: unforeseen
	//                    accident arising from IT services.
	//   Stated (12)    Not applicable: contractually assumed liability; known circumstances at inception; harm to another
	//                    business's reputation; infringement of intellectual property; fees payable in any event; failure to
	//                    complete on time; cost of remedying, redoing or recalling work; claims before or within one month
	//                    after delivery; work never delivered.
	//   Default (18)   Taken as not applicable: war, disorder and labour disputes; earthquake, eruption, flood, tsunami and
	//                    storm surge; bodily injury; defects in products made with the work; errors in sales analysis,
	//                    forecasting or financial analysis; prepaid instruments and funds transfer; crypto-asset exchange;
	//                    property damage (not in the brochure; the policy conditions decide). Taken as met: insured.
	//   Readings       A1 liability deductible: the member chooses ¥0 to ¥1,000,000
	//                  A22 consent, conditions and reasonableness: a consent or condition for costs denies if it is not met,
	//                    and is a condition of the payment if it is not confirmed; what is reasonable, and damages admitted
	//                    without consent, are the adjuster's accepted amount
	//                  A29 design rights, trademarks and domain names: treated as copyright and personality rights are
	//   History        updated with this payment
	//
	// Estimate on the facts entered. The insurer decides whether and how much to pay.
	// Computed from the brochure of May 2024. The policy conditions and the proposal document prevail.
	// Only the main exclusions in the brochure are checked. The policy conditions prevail.
}
