// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// A Term (支払条件) is one step from a loss to what is paid for it: a
// deductible, a ratio, a limit. It acts on the heads of the node where it
// stands, and every yen that it cuts is named by its clause. The zero Term is
// none, and [New] refuses it.
type Term struct {
	kind   kind
	clause clause.ID
	amount yen.Amount
	least  yen.Amount
	ratio  yen.Ratio
	mode   yen.Mode
	limits []clause.ID // of a scaled term
	some   bool        // it acts on these heads only
	heads  []Head
	beside bool
}

// A kind says what a term does.
type kind uint8

const (
	none kind = iota
	deductible
	franchise
	shareDeductible
	pays
	perClaim
	perPeriod
	unstated
	scaled
	reduction
	round
	separate
)

// Deductible returns a flat deductible (免責金額) in yen, taken once from a
// claim, from its first head first.
func Deductible(id clause.ID, amount yen.Amount) Term {
	return Term{kind: deductible, clause: id, amount: amount}
}

// Franchise returns a franchise (フランチャイズ免責): a claim below the amount
// is not paid, a claim of the amount or more is not cut.
func Franchise(id clause.ID, amount yen.Amount) Term {
	return Term{kind: franchise, clause: id, amount: amount}
}

// ShareDeductible returns a deductible that is a share of the loss, but at
// least and at most so many yen; a most of [yen.Max] is none.
func ShareDeductible(id clause.ID, share yen.Ratio, least, most yen.Amount) Term {
	return Term{kind: shareDeductible, clause: id, ratio: share, least: least, amount: most}
}

// Pays returns a ratio of what has come so far that is paid, from 0 to 1: a
// reduced payment ratio (縮小支払割合), or the reduction of a payment.
func Pays(id clause.ID, ratio yen.Ratio) Term {
	return Term{kind: pays, clause: id, ratio: ratio}
}

// PerClaim returns a limit in yen for one claim (1請求), or for one series.
func PerClaim(id clause.ID, limit yen.Amount) Term {
	return Term{kind: perClaim, clause: id, amount: limit}
}

// PerPeriod returns a limit in yen for all claims of a policy period
// (保険期間中), which payments under its heads use up.
func PerPeriod(id clause.ID, limit yen.Amount) Term {
	return Term{kind: perPeriod, clause: id, amount: limit}
}

// Unstated returns a limit for a policy period that the policy should state
// and does not: it lies between least and most yen, both included.
func Unstated(id clause.ID, least, most yen.Amount) Term {
	return Term{kind: unstated, clause: id, least: least, amount: most}
}

// Scaled returns the pro rata of defence costs (争訟費用): where the losses
// under the limit named first, as they are before any deductible, exceed the
// limit, what has come so far is multiplied by limit ÷ losses. The limit is
// the smallest of those named, a limit for the period counting as what is left
// of it. A program has at most one such term.
func Scaled(id clause.ID, limits ...clause.ID) Term {
	return Term{kind: scaled, clause: id, limits: slices.Clone(limits)}
}

// Reduction returns the place at which an amount that an adjuster takes off
// the claim acts, such as one for late notice; [Series.Reduce] sets it. It is
// taken from the first head first. A program has at most one such term.
func Reduction(id clause.ID) Term { return Term{kind: reduction, clause: id} }

// Round returns the rounding of the total of a claim to whole yen. Without it
// the fraction is cut as part of the last ratio. It stands at the root, once.
func Round(id clause.ID, mode yen.Mode) Term { return Term{kind: round, clause: id, mode: mode} }

// Separate returns the rule that no claims are related: what [Program.Pay] is
// given as a series counts as nothing except its reduction, which holds for
// this payment alone, and every payment is a claim of its own. It stands at
// the root, once.
func Separate(id clause.ID) Term { return Term{kind: separate, clause: id} }

// For returns the term, acting only on those of the node's heads that are
// named. So a sublimit can come after a deductible that all heads share. A
// term for no head is refused by [New].
func (t Term) For(heads ...Head) Term {
	t.some = true
	t.heads = slices.Concat(t.heads, heads)
	return t
}

// Beside returns the limit, which then cuts nothing: a payment shows beside
// itself what would be paid if it did. Where that depends on a limit that is
// [Unstated], it shows the smaller of the figures at its ends.
func (t Term) Beside() Term {
	t.beside = true
	return t
}
