// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
)

// An Application states what a company applies for, with the answers of its
// quotation request (お見積もり依頼書). It is plain data. The zero Application has no
// day of application, so Quote returns [fault.ErrMissing].
type Application struct {
	Company string `json:"company,omitzero"` // the named insured (記名被保険者)

	// Applied is the day of the application, a date in Japan. Schemes differ in
	// which day counts: that of the form, of its receipt or of the payment.
	Applied period.Date `json:"applied,omitzero"`

	// Wanted is a day on which the member wants the cover to start. If it is zero, that is
	// the first start for which the application is in time; see [period.Schedule.JoinOn].
	Wanted period.Date `json:"wanted,omitzero"`

	// Business, Certifications, Security, Legal and Losses are answers of the
	// quotation request, "" if not filled in.
	Business       string `json:"business,omitzero"`
	Certifications string `json:"certifications,omitzero"`
	Security       string `json:"security,omitzero"`
	Legal          string `json:"legal,omitzero"`
	Losses         string `json:"losses,omitzero"`

	// Sales are those of the latest confirmed fiscal year, of the basis that the
	// tariff uses. An Amount of 0円 is not stated, and its Basis is then ignored.
	Sales premium.Sales `json:"sales,omitzero"`

	// Options are the limits, the deductible and the other options that the company
	// asks for; [Scheme.Standard] returns those that the tariff prices. The standard
	// of an option applies if it is not stated.
	Options option.Values `json:"options,omitzero"`

	// Attach are the endorsements that the company asks for, in any order.
	Attach []clause.ID `json:"attach,omitzero"`

	// First is the start of the member's continuous cover, for a renewal. If it is
	// zero, that is the start of this policy period.
	First period.Instant `json:"first,omitzero"`

	// Retroactive is the retroactive date (遡及日) of a scheme that has one; see [Terms].
	Retroactive period.Instant `json:"retroactive,omitzero"`

	// Adjust are the discounts that the insurer grants. The brochure gives no rate.
	Adjust []premium.Adjustment `json:"adjust,omitzero"`
}
