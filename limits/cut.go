// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// A Cut (控除) is a part of a loss that is not paid, with the clause of the
// term that says so. Its text says what kind of term that is and with which
// figures; why the program has it, and for what, is said by the title of its
// clause, such as those of [JISA2024Clauses]. The zero Cut is none.
type Cut struct {
	Clause clause.ID  `json:"clause"`
	Head   Head       `json:"head"`
	Amount yen.Amount `json:"amount"` // above zero
	JA     string     `json:"ja"`     // what the term says, in Japanese
	EN     string     `json:"en"`     // the same in English
}

// Text returns what the term says, in the language.
func (c Cut) Text(tag language.Tag) string { return text.In(tag, c.JA, c.EN) }

// A trace records what each term cuts, in whole yen: amounts before and after
// a term count up to the next yen, so no cut is below zero. The yen that this
// leaves over at the end belong to the last term that left a fraction.
type trace struct {
	before [mostHeads]wide
	cuts   []Cut
	last   [mostHeads]int // the index of the last cut of a head
}

// cut records what a term has cut from the heads.
func (t *trace) cut(r *run, o *op, on set) {
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		if r.amount[h] == t.before[h] {
			continue
		}
		ja, en := o.text(r)
		t.last[h] = len(t.cuts)
		t.cuts = append(t.cuts, Cut{o.term.clause, r.p.heads[h], r.ceil(t.before[h]) - r.ceil(r.amount[h]), ja, en})
	}
}

// round settles the fractions: each head ends at the yen that are due. Where
// the program names a rounding, that names the one yen that the total loses.
func (t *trace) round(r *run, fraction *[mostHeads]wide, left wide) {
	rounded := -1
	if r.p.round != nil && left != (wide{}) {
		rounded, _ = r.largest(fraction, false)
	}
	for s := r.live; s != 0; s = s.rest() {
		h := s.first()
		over := r.ceil(r.amount[h]) - r.e.due[h]
		if h == rounded {
			over--
		}
		if over > 0 {
			t.cuts[t.last[h]].Amount += over
		}
	}
	if rounded >= 0 {
		ja, en := r.p.round.text(r)
		t.cuts = append(t.cuts, Cut{r.p.round.term.clause, r.p.heads[rounded], 1, ja, en})
	}
}

// list returns the cuts of at least a yen.
func (t *trace) list() []Cut {
	return slices.DeleteFunc(t.cuts, func(c Cut) bool { return c.Amount == 0 })
}

func (r *run) ceil(a wide) yen.Amount {
	n, fraction := r.yen(a)
	if fraction != (wide{}) {
		n++
	}
	return n
}

// text returns what the term says, for the claim at hand.
func (o *op) text(r *run) (ja, en string) {
	amount := func(a yen.Amount) (string, string) { return a.Grouped(), a.Text(language.English) }
	j, e := amount(o.amount)
	switch o.kind {
	case deductible:
		return "免責金額 " + j, "deductible of " + e
	case franchise:
		return "フランチャイズ免責 " + j + "未満は対象外", "franchise, nothing below " + e
	case shareDeductible:
		leastJ, leastE := amount(o.least)
		share := o.term.ratio.String()
		ja, en = "免責 損害額の"+share+" 最低 "+leastJ, "deductible of "+share+" of the loss, at least "+leastE
		if o.amount < yen.Max {
			ja, en = ja+" 最高 "+j, en+", at most "+e
		}
		return ja, en
	case pays:
		return "支払割合 " + o.term.ratio.String(), "ratio paid " + o.term.ratio.String()
	case perClaim:
		return "1請求の支払限度額 " + j, "limit per claim of " + e
	case perPeriod, unstated:
		leftJ, leftE := amount(r.p.left(o, r.c, r.v.most))
		if o.kind == unstated && !r.v.most {
			j, e = amount(o.least)
		}
		return "保険期間中の支払限度額 " + j + " 残額 " + leftJ, "limit for the policy period of " + e + ", " + leftE + " left"
	case scaled:
		toJ, toE := amount(yen.Amount(r.scaleTo))
		ofJ, ofE := amount(r.c.divisor)
		return "按分 " + toJ + " / " + ofJ, "pro rata " + toE + " / " + ofE
	case reduction:
		byJ, byE := amount(r.c.reduce)
		return "減額 " + byJ, "reduction of " + byE
	case round:
		to := o.mode.To(1)
		return to.Text(language.Japanese), to.Text(language.English)
	}
	return "", ""
}
