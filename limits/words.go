// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/yen"
)

// cut returns a cut by the term in a run.
func (o *op) cut(r *run, h Head, amount yen.Amount) Cut {
	ja, en := o.words(r)
	switch o.kind {
	case perClaim, perPeriod, unstated: // the words have the name
	default:
		if o.term.named {
			ja, en = o.term.ja+"（"+ja+"）", o.term.en+" ("+en+")"
		}
	}
	return Cut{o.term.clause, h, amount, o.kind == perPeriod || o.kind == unstated, ja, en}
}

// remaining returns the words for what is above the remaining amount of an
// aggregate limit, with a remark in Japanese behind the name of the limit.
func (o *op) remaining(left yen.Amount, remark string) (ja, en string) {
	name, j, e := "支払限度額（保険期間中）", left.Grouped(), left.Text(language.English)
	en = "above the remaining aggregate limit of " + e
	if o.term.named {
		name, en = o.term.ja, "above the remaining "+e+" of the "+o.term.en
	}
	return name + remark + "の残額 " + j + "を超える額", en
}

// words returns the kind of the term with its figures.
func (o *op) words(r *run) (ja, en string) {
	amount := func(a yen.Amount) (string, string) { return a.Grouped(), a.Text(language.English) }
	j, e := amount(o.amount)
	switch o.kind {
	case deductible:
		return "免責金額 " + j, "deductible of " + e
	case franchise:
		return "フランチャイズ（" + j + "）未満の損害", "loss below the franchise of " + e
	case shareDeductible:
		leastJ, leastE := amount(o.least)
		share := o.term.ratio.String()
		ja, en = "免責金額 損害額の"+share+"（最低 "+leastJ, "deductible of "+share+" of the loss, at least "+leastE
		if o.amount < yen.Max {
			ja, en = ja+"・最高 "+j, en+", at most "+e
		}
		return ja + "）", en
	case pays:
		return "支払割合 " + o.term.ratio.String(), "payment ratio of " + o.term.ratio.String()
	case perClaim:
		if o.term.named {
			return o.term.ja + " " + j + "を超える額", "above the " + o.term.en + " of " + e
		}
		return "支払限度額（1請求 " + j + "）を超える額", "above the per-claim limit of " + e
	case perPeriod:
		return o.remaining(r.p.left(o, r.c, 0), "")
	case unstated: // cuts are those at its least
		leastJ, leastE := amount(o.least)
		ja, en = o.remaining(r.p.left(o, r.c, 0), "を"+leastJ+"とした場合")
		return ja, en + ", taking the unstated limit as " + leastE
	case scaled:
		toJ, toE := amount(yen.Amount(r.scaleTo))
		ofJ, ofE := amount(r.c.divisor)
		return "按分 " + toJ + " / " + ofJ, "pro rata " + toE + " / " + ofE
	case reduction:
		return amount(r.c.reduce)
	case round:
		to := o.mode.To(1)
		return to.Text(language.Japanese), to.Text(language.English)
	}
	return "", ""
}
