// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package premium prices a cover from a sales-based table and shows how.
//
// A [Table] holds the annual premiums that a scheme prints for some sales
// figures (売上高) and prices the sales between them. A [Tariff] is the table of
// an edition with the rules around it: [Tariff.Quote] gives the premium of a
// member for a [Term] with discounts and loadings, and [Quote.Sheet] the
// worksheet of it. What the table does not price is a [*Referral] to the agent
// that names the bound. [Tariff.Reduction] is the ratio by which payments are
// cut when the declared sales were too low.
//
// [JISA2024] is the tariff of the 2024 edition. Its figures are an indication
// (概算) and never a binding quotation. Amounts are whole yen; every rounding
// belongs to a clause and is a line of the worksheet.
package premium
