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
	case perClaim, aggregate: // the words have the name
	default:
		if nameJA, nameEN := o.name(); nameJA != "" || nameEN != "" {
			ja, en = nameJA+"（"+ja+"）", nameEN+" ("+en+")"
		}
	}
	return Cut{o.term.Clause, h, amount, o.kind == aggregate, ja, en}
}

// name returns the name of the term.
func (o *op) name() (ja, en string) {
	if t := o.term; o.kind != reduction || t.JA != "" || t.EN != "" {
		return t.JA, t.EN
	}
	return "保険金の削減", "reduction"
}

// remaining returns the words for what is above the remaining amount of an
// aggregate limit, with a remark in Japanese behind the name of the limit.
func (o *op) remaining(left yen.Amount, remark string) (ja, en string) {
	name, j, e := "支払限度額（保険期間中）", left.Grouped(), left.Text(language.English)
	en = "above the remaining aggregate limit of " + e
	if t := o.term; t.JA != "" || t.EN != "" {
		name, en = t.JA, "above the remaining "+e+" of the "+t.EN
	}
	return name + remark + "の残額 " + j + "を超える額", en
}

// words returns the kind of the term with its figures. An amount that the policy
// does not state is that which the cuts assume.
func (o *op) words(r *run) (ja, en string) {
	amount := func(a yen.Amount) (string, string) { return a.Grouped(), a.Text(language.English) }
	j, e := amount(o.amount.worst)
	switch o.kind {
	case deductible:
		ja, en = "免責金額 "+j, "deductible of "+e
	case franchise:
		ja, en = "フランチャイズ（"+j+"）未満の損害", "loss below the franchise of "+e
	case shareDeductible:
		leastJ, leastE := amount(o.least.worst)
		share := o.ratio().String()
		ja = "免責金額 損害額の" + share + "（最低 " + leastJ
		en = "deductible of " + share + " of the loss, at least " + leastE
		if o.amount.worst < yen.Max {
			ja, en = ja+"・最高 "+j, en+", at most "+e
		}
		ja += "）"
	case pays:
		share := o.ratio().String()
		return "支払割合 " + share, "payment ratio of " + share
	case perClaim:
		ja, en = "支払限度額（1請求 "+j+"）を超える額", "above the per-claim limit of "+e
		if t := o.term; t.JA != "" || t.EN != "" {
			ja, en = t.JA+" "+j+"を超える額", "above the "+t.EN+" of "+e
		}
	case aggregate:
		left := r.p.left(o, r.c, 0)
		if o.amount.open() {
			ja, en = o.remaining(left, "を"+j+"とした場合")
			return ja, en + ", taking the unstated limit as " + e
		}
		return o.remaining(left, "")
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
	if o.amount.open() || o.least.open() {
		ja, en = ja+"（定めのない金額を仮定）", en+" (an unstated amount is assumed)"
	}
	return ja, en
}

func (o *op) ratio() yen.Ratio {
	r, _ := yen.NewRatio(int64(o.num), int64(o.den))
	return r
}
