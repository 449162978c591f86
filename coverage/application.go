// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
)

// An Application is what a company asks for, with what its request for a
// quotation (お見積もり依頼書) states. It is plain data.
type Application struct {
	Company string      // the named insured (記名被保険者)
	Applied period.Date // the day of the application

	// Business, Certifications, Security, Legal and Losses are answers to the
	// request; "" is one that is still missing.
	Business       string
	Certifications string
	Security       string
	Legal          string
	Losses         string

	// Sales are those of the latest confirmed fiscal year, of the basis that the
	// tariff reads.
	Sales premium.Sales

	// Choices are the limits and the deductible wanted; [Scheme.Standard] has
	// the setting that the tariff prices. Attach are the endorsements wanted.
	Choices limits.Choices
	Attach  []clause.ID

	// First is the start of the first of the unbroken periods of the member, for
	// a renewal; none is the start of this one.
	First period.Instant

	// Adjust are the discounts that the insurer grants. None is published.
	Adjust []premium.Adjustment
}
