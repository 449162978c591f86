// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package premium

import (
	"strconv"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Reduction is the reduction of payments for under-declared sales (ご申告売上高の
// 不足): the premium for the declared sales divided by the premium for the actual
// sales of the same fiscal year. The zero Reduction is not usable: its ratio is 0.
type Reduction struct {
	Ratio yen.Ratio `json:"ratio"` // the part of a payment that remains, exact, above 0 and at most 1
	// DeclaredPremium and ActualPremium are for a full year, before discounts. They are
	// 0円 if the sales are not under-declared.
	DeclaredPremium yen.Amount `json:"declaredPremium"`
	ActualPremium   yen.Amount `json:"actualPremium"`
	Indicative      bool       `json:"indicative"` // whether the premiums come from an indicative table
	// BetweenRows reports whether the declared or the actual sales are between
	// two rows of the table, so that the ratio depends on how the table is read
	// there. It is false for the premiums of [NewReduction].
	BetweenRows bool `json:"betweenRows"`
}

// Reduction returns the reduction for a risk as declared and as it actually was, from the
// premiums that ReductionAfter of the rules says. If no exposure is declared too low
// and the choices are the same, the ratio is 1 and the tables are not used. An unknown
// basis of sales is taken to be that of the tariff. The terms do not count.
//
// Reduction returns a [*fault.Error], or several joined, with
//   - [fault.ErrMissing] for the zero Tariff,
//   - [fault.ErrConflict] at declared.sales.basis or actual.sales.basis for another basis
//     than that of the tariff, and at actual.sales.fiscalYear if the fiscal years differ (two
//     unknown fiscal years are equal),
//   - [fault.ErrRange] at declared.sales.amount or actual.sales.amount if the amount is below
//     zero or beyond [yen.Max],
//   - the errors of [Tariff.Quote] at declared or actual,
//   - [fault.ErrRange] at declaredPremium or actualPremium if the premium is 0円.
//
// It refers to the agent with [fault.ErrNotStated] if only one of the amounts is
// 0円, and as [Tariff.Quote] does if a table has no premium for one of the risks. The
// insurer then states both premiums; see [NewReduction].
func (t Tariff) Reduction(declared, actual Risk) (Reduction, error) {
	const op = "premium.Reduction"
	if t.t == nil {
		return Reduction{}, noTariff(op)
	}
	declared.Term, actual.Term = Term{}, Term{}
	var of [2]figures
	if err := t.t.checkReduction(op, &declared, &actual, &of); err != nil {
		return Reduction{}, err
	}
	enough, fail := t.t.enough(&declared, &actual, &of)
	switch {
	case fail != nil:
		return Reduction{}, fault.In(op, "", fail)
	case enough:
		return Reduction{Ratio: yen.Percent(100)}, nil
	}
	var low, high Quote
	if err := t.t.take("", &declared, t.t.steps[:t.t.until], nil, &low); err != nil {
		return Reduction{}, fault.In(op, "declared", err)
	}
	if err := t.t.take("", &actual, t.t.steps[:t.t.until], nil, &high); err != nil {
		return Reduction{}, fault.In(op, "actual", err)
	}
	r, err := NewReduction(low.Total, high.Total)
	r.Indicative = t.t.rules.Indicative.ID != ""
	r.BetweenRows = low.Price.Origin != Published || high.Price.Origin != Published
	if err != nil {
		return Reduction{}, fault.In(op, "", err)
	}
	return r, nil
}

func (t *tariff) checkReduction(op string, declared, actual *Risk, of *[2]figures) error {
	f := faults{op: op}
	for i, r := range []*Risk{declared, actual} {
		path, s := []string{"declared", "actual"}[i], r.Sales
		if !t.hasBasis(s) {
			f.add(path+".sales.basis", s.Basis, t.rules.Basis, fault.ErrConflict)
		}
		if s.Amount < 0 || s.Amount > yen.Max {
			f.add(path+"."+salesAmount, s.Amount.String(), "0円-"+yen.Max.String(), fault.ErrRange)
		}
		var options faults
		t.stated(&options, r, &of[i])
		for _, err := range options.all {
			f.all = append(f.all, fault.In(op, path, err))
		}
	}
	if got, want := actual.Sales.FiscalYear, declared.Sales.FiscalYear; got != want {
		f.add("actual.sales.fiscalYear", strconv.Itoa(got), strconv.Itoa(want), fault.ErrConflict)
	}
	return f.err()
}

// enough reports whether no exposure is declared too low and the choices are the same, or
// returns the referral for an exposure of which only one is known.
func (t *tariff) enough(declared, actual *Risk, of *[2]figures) (bool, *fault.Error) {
	same := true
	for by := bySales; by < len(t.uses); by++ {
		p := prices{by: by}
		d, a, least := t.exposure(&p, declared, &of[0]), t.exposure(&p, actual, &of[1]), yen.Amount(0)
		switch {
		case by != bySales:
			same = same && of[0][by].place == of[1][by].place
		case !t.bySales:
			continue
		default:
			least = 1
		}
		if (d < least) != (a < least) {
			e := t.referral("", &p, fault.ErrNotStated, 0)
			e.Path = map[bool]string{true: "declared.", false: "actual."}[d < least] + e.Path
			return false, e
		}
		same = same && d >= a
	}
	return same, nil
}

// NewReduction returns the reduction for two annual premiums that the insurer
// states, for the declared and for the actual sales. The ratio is at most 1. It
// returns a [*fault.Error], or two joined, with [fault.ErrRange] at declaredPremium
// or actualPremium if the premium is not above zero or is beyond [yen.Max].
func NewReduction(declaredPremium, actualPremium yen.Amount) (Reduction, error) {
	f := faults{op: "premium.NewReduction"}
	for i, p := range []yen.Amount{declaredPremium, actualPremium} {
		if p <= 0 || p > yen.Max {
			path := []string{"declaredPremium", "actualPremium"}[i]
			f.add(path, p.String(), "1円-"+yen.Max.String(), fault.ErrRange)
		}
	}
	if err := f.err(); err != nil {
		return Reduction{}, err
	}
	ratio, err := yen.NewRatio(int64(min(declaredPremium, actualPremium)), int64(actualPremium))
	return Reduction{Ratio: ratio, DeclaredPremium: declaredPremium, ActualPremium: actualPremium}, err
}
