// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// A Term (支払条件) is one step from a loss to its payment: a deductible, a ratio
// or a limit. It acts on the heads of its node, and its clause is that of every
// yen that it cuts. It is plain data, which the functions that return a Term fill
// in; each of its figures is a number or the name of an option. The zero Term is
// not valid.
type Term struct {
	// Kind is what the term does: deductible, franchise, share-deductible, waiting,
	// aggregate-deductible, together-at-least, together-at-most, pays, per-claim,
	// aggregate, per-unit, scaled, reduction, round or separate. The function of the same
	// name says what the word means.
	Kind string `json:"kind"`

	Clause clause.ID    `json:"clause"`
	Amount option.Value `json:"amount,omitzero"` // in yen, or in hours of a waiting period
	Least  option.Value `json:"least,omitzero"`  // in yen, of a share deductible
	Ratio  option.Value `json:"ratio,omitzero"`
	To     yen.Rounding `json:"to,omitzero"`     // of a rounding, to one yen
	Limits []clause.ID  `json:"limits,omitzero"` // of a scaled term
	Wait   Wait         `json:"wait,omitempty"`  // of a waiting period

	// Heads are the heads of the node on which the term acts. The nil Heads are all
	// of them.
	Heads []Head `json:"heads,omitzero"`

	// With is the endorsement with which the term acts. A term with "" always acts.
	With clause.ID `json:"with,omitempty"`

	// Below is an amount in yen. If it is set, the term acts only if its own Amount
	// is below it. A sublimit can thus be left out if it is not below the limit
	// around it.
	Below option.Value `json:"below,omitzero"`

	// Beside makes a limit one that is set beside the program for comparison: it acts
	// only in that of [Program.Acting].
	Beside bool `json:"beside,omitempty"`

	// JA and EN are a name for the term, such as 通知の遅れによる保険金の削減 and
	// "reduction for late notice". The texts of its cuts give the name before the
	// figures. For a limit, the name replaces the words 支払限度額 and "limit":
	// 調査費用の支払限度額の残額 5,000,000円を超える額.
	JA string `json:"ja,omitempty"`
	EN string `json:"en,omitempty"`
}

// A kind is the place of a word in [kinds].
type kind uint8

const (
	unknown kind = iota
	deductible
	franchise
	shareDeductible
	waiting
	aggregateDeductible
	togetherAtLeast
	togetherAtMost
	pays
	perClaim
	aggregate
	perUnit
	scaled
	reduction
	round
	separate
)

// limit reports whether a kind is one of limits.
func (k kind) limit() bool { return perClaim <= k && k <= perUnit }

// unit returns the unit of the Amount.
func (k kind) unit() option.Unit {
	if k == waiting {
		return option.Hours
	}
	return option.InYen
}

// deducts reports whether a kind is one of deductibles, which others can count.
func (k kind) deducts() bool {
	return k == deductible || k == shareDeductible || k == aggregateDeductible || k == togetherAtLeast
}

// together reports whether a kind counts the deductibles before it.
func (k kind) together() bool { return k == togetherAtLeast || k == togetherAtMost }

// A kindSet holds kinds, one a bit.
type kindSet uint32

func (s kindSet) has(k kind) bool { return s>>k&1 != 0 }

// A law is what a tree has to follow for a kind of term: the figures that it needs,
// and whether it is there once, and only at the root.
type law struct {
	word                 string
	amount, least, ratio bool
	once, root           bool
}

// kinds returns the kinds in the order of their constants.
func kinds() []law {
	return []law{
		deductible:          {word: "deductible", amount: true},
		franchise:           {word: "franchise", amount: true},
		shareDeductible:     {word: "share-deductible", amount: true, least: true, ratio: true},
		waiting:             {word: "waiting", amount: true},
		aggregateDeductible: {word: "aggregate-deductible", amount: true},
		togetherAtLeast:     {word: "together-at-least", amount: true},
		togetherAtMost:      {word: "together-at-most", amount: true},
		pays:                {word: "pays", ratio: true},
		perClaim:            {word: "per-claim", amount: true},
		aggregate:           {word: "aggregate", amount: true},
		perUnit:             {word: "per-unit", amount: true},
		scaled:              {word: "scaled", once: true},
		reduction:           {word: "reduction", once: true},
		round:               {word: "round", once: true, root: true},
		separate:            {word: "separate", once: true, root: true},
	}
}

func newTerm(k kind, id clause.ID) Term { return Term{Kind: kinds()[k].word, Clause: id} }

func withAmount(k kind, id clause.ID, a option.Value) Term {
	t := newTerm(k, id)
	t.Amount = a
	return t
}

// Deductible returns a flat deductible (免責金額) in yen. It is taken once from a
// claim, from the first head first.
func Deductible(id clause.ID, a option.Value) Term { return withAmount(deductible, id, a) }

// Franchise returns a franchise (フランチャイズ) in yen: a loss below the amount
// is not paid, and a loss of the amount or more is not cut.
func Franchise(id clause.ID, a option.Value) Term { return withAmount(franchise, id, a) }

// ShareDeductible returns a deductible that is a share of the loss, between
// least and most yen. A most of [yen.Max] sets no upper bound.
func ShareDeductible(id clause.ID, share, least, most option.Value) Term {
	t := withAmount(shareDeductible, id, most)
	t.Ratio, t.Least = share, least
	return t
}

// A Wait is how a waiting period (待機時間) of some hours acts on a loss. The zero Wait is
// not valid.
type Wait string

const (
	// FirstHours does not pay the first hours. The loss is spread evenly over its hours:
	// with a waiting period of 12 hours, two thirds of a loss of 36 hours are paid.
	FirstHours Wait = "first-hours"

	// WholeLoss pays nothing for a loss that lasts no longer than the waiting period,
	// and the whole of one that does.
	WholeLoss Wait = "whole-loss"
)

// Waiting returns a waiting period (待機時間) in hours, which are the count of a loss; see
// [Loss]. It acts on each head by the hours of that head.
func Waiting(id clause.ID, hours option.Value, how Wait) Term {
	t := withAmount(waiting, id, hours)
	t.Wait = how
	return t
}

// AggregateDeductible returns a deductible (保険期間中の免責金額) in yen for all claims of a
// policy period. It is taken from the first head first, as far as other claims have not
// borne it, and what a claim has borne is counted in whole yen, a fraction as one.
// A claim that is assessed anew bears what the others have not.
func AggregateDeductible(id clause.ID, a option.Value) Term {
	return withAmount(aggregateDeductible, id, a)
}

// TogetherAtLeast returns the least in yen that the deductibles of a claim come to
// together (免責金額の合計の最低額). What the deductibles before it have taken counts, and it
// takes the rest as one more deductible. The deductibles are the terms of the kinds
// [Deductible], [ShareDeductible], [AggregateDeductible] and TogetherAtLeast of which
// all heads are among its own.
func TogetherAtLeast(id clause.ID, a option.Value) Term { return withAmount(togetherAtLeast, id, a) }

// TogetherAtMost returns the most in yen that the deductibles of a claim come to
// together (免責金額の合計の最高額). Each of the deductibles before it takes no more than those
// that act earlier have left of it, so it cuts nothing itself. The deductibles are
// those of [TogetherAtLeast].
func TogetherAtMost(id clause.ID, a option.Value) Term { return withAmount(togetherAtMost, id, a) }

// Pays returns a ratio from 0 to 1 by which the payment is multiplied: a reduced
// payment ratio (縮小支払割合), or the reduction for under-declared sales. For a
// ratio of 1 the term does not act.
func Pays(id clause.ID, ratio option.Value) Term {
	t := newTerm(pays, id)
	t.Ratio = ratio
	return t
}

// PerClaim returns a per-claim limit (1請求) in yen, which is also the limit of a
// series.
func PerClaim(id clause.ID, limit option.Value) Term { return withAmount(perClaim, id, limit) }

// Aggregate returns an aggregate limit (保険期間中) in yen for all claims of a
// policy period. Payments under its heads erode it.
func Aggregate(id clause.ID, limit option.Value) Term { return withAmount(aggregate, id, limit) }

// PerUnit returns a limit in yen for each unit of the count of the losses, such as
// 1,000円 a person (1名につき). It does not look at one person: it limits the sum for the claim: the count of its losses
// under all heads of the term times the amount.
func PerUnit(id clause.ID, limit option.Value) Term { return withAmount(perUnit, id, limit) }

// Scaled returns the pro rata of defence costs (争訟費用の按分). If the losses under
// the limit named first, before any deductible, exceed the limit, the payment is
// multiplied by limit ÷ losses. The limit is the smallest of the limits named;
// of an aggregate limit the remaining amount counts. A limit per unit cannot be named,
// nor one with the clause of another limit. A tree has at most one such term.
func Scaled(id clause.ID, limits ...clause.ID) Term {
	t := newTerm(scaled, id)
	t.Limits = slices.Clone(limits)
	return t
}

// Reduction returns the term that takes an adjuster's reduction off the claim,
// such as one for late notice. [Series.Reduce] sets the amount. It is taken from
// the first head first. A tree has at most one such term.
func Reduction(id clause.ID) Term { return newTerm(reduction, id) }

// Round returns the rounding of the total of a claim to whole yen. Without it the
// fraction is cut as part of the last ratio. A tree has at most one such term, at
// the root.
func Round(id clause.ID, mode yen.Mode) Term {
	t := newTerm(round, id)
	t.To = mode.To(1)
	return t
}

// Separate returns the rule that related claims are not aggregated: each is a claim
// of its own, with a [Series] of its own. It is for the caller of [Program.Pay] to give
// it that one; [Program.Separate] reports the rule. A tree has at most one such term,
// at the root.
func Separate(id clause.ID) Term { return newTerm(separate, id) }

// For returns the term for some heads of its node: it acts only on the heads
// named. A sublimit can thus follow a deductible that all heads share. A term with
// more than 32 heads, for which [New] returns an error, takes no more.
func (t Term) For(heads ...Head) Term {
	if len(t.Heads) <= mostHeads {
		t.Heads = append(append([]Head{}, t.Heads...), heads...)
	}
	return t
}
