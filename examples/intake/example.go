// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// examplePolicy returns the policy of a member that states every limit of its costs.
func examplePolicy() (coverage.Policy, error) {
	scheme, err := jisa2024.New()
	if err != nil {
		return coverage.Policy{}, err
	}
	quote, err := scheme.Quote(coverage.Application{
		Company: "例示システム株式会社",
		Applied: period.MustParseDate("2024-06-03"),
		Sales:   premium.Sales{Amount: 7 * yen.Oku, FiscalYear: 2024},
		Options: option.Values{
			jisa2024.AttackResponseLimit:       option.Yen(1_000 * yen.Man),
			jisa2024.InvestigationLimit:        option.Yen(2_000 * yen.Man),
			jisa2024.AdvisoryLimit:             option.Yen(1_000 * yen.Man),
			jisa2024.RestorationLimit:          option.Yen(3_000 * yen.Man),
			jisa2024.OtherResponseLimit:        option.Yen(1_000 * yen.Man),
			jisa2024.RecurrencePreventionLimit: option.Yen(500 * yen.Man),
			jisa2024.ReputationalLimit:         option.Yen(500 * yen.Man),
		},
	})
	if err != nil {
		return coverage.Policy{}, err
	}
	return quote.Record("24-0001")
}

// exampleClaim returns case 2 of the brochure with the facts that are printed there, and
// what a claims handler has judged. When the work was delivered, when the defect arose, and
// whether the amount is for redoing the work, is not printed.
func exampleClaim() coverage.Claim {
	facts := fact.Set{}.Yes("it-services", "unforeseen-accident", "software-development", "in-japan").No(
		"wilful-act", "crime", "knew-unlawful", "knew-harmful", "cure-cost", "recall-cost",
		"never-delivered", "claim-before-delivery", "known-before-delivery",
		"aggravated-liability", "others-reputation", "other-ip", "licence-fee", "late-completion", "custody-property")
	return coverage.Claim{
		Number: "C-2",
		Facts:  facts,
		Dates:  coverage.Dates{Made: period.MustParseMoment("2024-11-05")},
		Items: []coverage.Item{
			{Head: jisa2024.Damages, Claimed: 4_000 * yen.Man, Accepted: yen.Exactly(4_000 * yen.Man)},
		},
	}
}
