// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// A Term (支払条件) is one step from a loss to its payment: a deductible, a ratio
// or a limit. It acts on the heads of its node, and the clause of the term is
// the clause of every yen that it cuts. The zero Term is not usable: [New]
// returns [ErrTerm].
type Term struct {
	kind   kind
	clause clause.ID
	amount yen.Amount
	least  yen.Amount
	ratio  yen.Ratio
	mode   yen.Mode
	limits []clause.ID // of a scaled term
	some   bool        // it acts only on these heads
	heads  []Head
	beside bool
	named  bool
	ja, en string // a name for its cuts
}

// A kind is the kind of a term.
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

// Deductible returns a flat deductible (免責金額) in yen. It is taken once from a
// claim, from the first head first.
func Deductible(id clause.ID, amount yen.Amount) Term {
	return Term{kind: deductible, clause: id, amount: amount}
}

// Franchise returns a franchise (フランチャイズ) in yen: a loss below the amount
// is not paid, and a loss of the amount or more is not cut.
func Franchise(id clause.ID, amount yen.Amount) Term {
	return Term{kind: franchise, clause: id, amount: amount}
}

// ShareDeductible returns a deductible that is a share of the loss, between
// least and most yen. A most of [yen.Max] sets no upper bound.
func ShareDeductible(id clause.ID, share yen.Ratio, least, most yen.Amount) Term {
	return Term{kind: shareDeductible, clause: id, ratio: share, least: least, amount: most}
}

// Pays returns a ratio from 0 to 1 by which the payment is multiplied: a reduced
// payment ratio (縮小支払割合), or the reduction for under-declared sales.
func Pays(id clause.ID, ratio yen.Ratio) Term {
	return Term{kind: pays, clause: id, ratio: ratio}
}

// PerClaim returns a per-claim limit (1請求) in yen, which is also the limit of a
// series.
func PerClaim(id clause.ID, limit yen.Amount) Term {
	return Term{kind: perClaim, clause: id, amount: limit}
}

// PerPeriod returns an aggregate limit (保険期間中) in yen for all claims of a
// policy period. Payments under its heads erode it.
func PerPeriod(id clause.ID, limit yen.Amount) Term {
	return Term{kind: perPeriod, clause: id, amount: limit}
}

// Unstated returns an aggregate limit that the policy does not state. It lies
// between least and most yen, both included.
func Unstated(id clause.ID, least, most yen.Amount) Term {
	return Term{kind: unstated, clause: id, least: least, amount: most}
}

// Scaled returns the pro rata of defence costs (争訟費用の按分). If the losses under
// the limit named first, before any deductible, exceed the limit, the payment is
// multiplied by limit ÷ losses. The limit is the smallest of the limits named;
// of an aggregate limit the remaining amount counts. A program has at most one
// such term.
func Scaled(id clause.ID, limits ...clause.ID) Term {
	return Term{kind: scaled, clause: id, limits: slices.Clone(limits)}
}

// Reduction returns the term that takes an adjuster's reduction off the claim,
// such as one for late notice. [Series.Reduce] sets the amount. It is taken from
// the first head first. A program has at most one such term.
func Reduction(id clause.ID) Term {
	return Term{kind: reduction, clause: id}.Named("保険金の削減", "reduction")
}

// Round returns the rounding of the total of a claim to whole yen. Without it the
// fraction is cut as part of the last ratio. A program has at most one such term,
// at the root.
func Round(id clause.ID, mode yen.Mode) Term { return Term{kind: round, clause: id, mode: mode} }

// Separate returns the rule that related claims are not aggregated: every payment
// is a separate claim. [Program.Pay] then uses only the reduction of its
// series, for that payment. A program has at most one such term, at the root.
func Separate(id clause.ID) Term { return Term{kind: separate, clause: id} }

// For returns the term for some heads of its node: it acts only on the heads
// named. A sublimit can thus follow a deductible that all heads share. If no head
// is named, [New] returns [ErrHead].
func (t Term) For(heads ...Head) Term {
	t.some = true
	t.heads = slices.Concat(t.heads, heads)
	return t
}

// Beside returns the limit as one that is computed and not applied: it cuts
// nothing, and Payment.Beside is the payment with it. If that depends on an
// [Unstated] limit, Payment.Beside is the smaller of the amounts at its ends.
func (t Term) Beside() Term {
	t.beside = true
	return t
}

// Named returns the term with a name in Japanese and in English, such as
// 通知の遅れによる保険金の削減 and "reduction for late notice". The texts of its cuts
// give the name before the figures. For a limit, the name replaces the words
// 支払限度額 and "limit": 調査費用の支払限度額の残額 5,000,000円を超える額.
func (t Term) Named(ja, en string) Term {
	t.named, t.ja, t.en = true, ja, en
	return t
}
