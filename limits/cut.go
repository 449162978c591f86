// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// A Cut (控除) is an amount of the losses under one head that is not paid, with the
// clause of the term that cuts it. Its text gives the kind of the term with its
// figures, and the name of the term if it has one; see [Term]. The zero
// Cut has no clause and no amount.
type Cut struct {
	clause.Note
	Head      Head       `json:"head"`
	Amount    yen.Amount `json:"amount"`    // in yen, above zero
	Aggregate bool       `json:"aggregate"` // by an aggregate limit; the text gives the amount that other claims leave
}

// A trace records what each term cuts, in whole yen: amounts before and after
// a term are rounded up to the next yen, so no cut is below zero. The yen that
// remain at the end belong to the last term that left a fraction.
type trace struct {
	before [mostHeads]wide
	cuts   []Cut
	last   [mostHeads]int // the index of the last cut of a head
}

// cut records what a term has cut from the heads.
func (t *trace) cut(r *run, o *op, on set) {
	for h := range on.all() {
		if r.amount[h] != t.before[h] {
			t.last[h] = len(t.cuts)
			t.add(r, o, h, r.ceil(t.before[h])-r.ceil(r.amount[h]))
		}
	}
}

func (t *trace) add(r *run, o *op, h int, amount yen.Amount) {
	text := o.words(r)
	note := clause.Note{Clause: o.term.Clause, JA: text.ja, EN: text.en}
	t.cuts = append(t.cuts, Cut{note, r.p.heads[h], amount, o.kind == aggregate})
}

// round settles the fractions, so that each head ends at the yen that are due. A
// rounding of the program has the clause of the yen that the total loses.
func (t *trace) round(r *run, left wide) {
	o, on := r.p.the(round)
	rounded := -1
	if on != 0 && left != (wide{}) {
		rounded = r.largest(false)
	}
	for h := range r.live.all() {
		if h != rounded && r.amount[h] != (wide{}) {
			t.cuts[t.last[h]].Amount++
		}
	}
	if rounded >= 0 {
		t.add(r, o, rounded, 1)
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

// texts are in both languages. {1} and {2} mark amounts.
type texts struct{ ja, en string }

// words returns the text of a cut by the term in a run. An amount that the policy
// does not state is that which the cuts assume.
func (o *op) words(r *run) texts {
	var text, whole texts // whole is the text of a limit or a reduction with a name
	first, second, n := r.p.at(o, o.amount), r.p.at(o, o.least), int64(0)
	switch o.kind {
	case deductible:
		text = texts{"免責金額 {1}", "deductible of {1}"}
	case franchise:
		text = texts{"フランチャイズ（{1}）未満の損害", "loss below the franchise of {1}"}
	case shareDeductible:
		text = texts{"免責金額 損害額合計の{ratio}（最低 {2}・最高 {1}）",
			"deductible of {ratio} of the total loss, at least {2}, at most {1}"}
		if first == yen.Max {
			text = texts{"免責金額 損害額合計の{ratio}（最低 {2}）", "deductible of {ratio} of the total loss, at least {2}"}
		}
	case aggregateDeductible:
		text = texts{"免責金額（保険期間中）の残額 {1}", "remaining aggregate deductible of {1}"}
		first = r.p.bearing(o, r.c)
	case togetherAtLeast:
		text = texts{"免責金額の合計の最低額 {1}", "deductibles of together at least {1}"}
	case waiting:
		text = texts{"待機時間 {n}時間（損害は時間に均等）", "waiting period of {n} hours, the loss spread evenly"}
		if o.term.Wait == WholeLoss {
			text = texts{"待機時間 {n}時間以内の損害", "loss within the waiting period of {n} hours"}
		}
		n = int64(first)
	case pays:
		text = texts{"支払割合 {ratio}", "payment ratio of {ratio}"}
	case perClaim:
		text = texts{"支払限度額（1請求 {1}）を超える額", "above the per-claim limit of {1}"}
		whole = texts{"{name} {1}を超える額", "above the {name} of {1}"}
	case aggregate:
		text = texts{"支払限度額（保険期間中）の残額 {1}を超える額", "above the remaining aggregate limit of {1}"}
		whole = texts{"{name}の残額 {1}を超える額", "above the remaining {1} of the {name}"}
		first, second = r.p.left(o, r.c), first
	case perUnit:
		text = texts{"支払限度額（{1} × {n}）を超える額", "above the limit of {1} × {n}"}
		whole = texts{"{name} {1} × {n}を超える額", "above the {name} of {1} × {n}"}
		n = r.c.units(o)
	case scaled:
		text = texts{"按分 {1} / {2}", "pro rata {1} / {2}"}
		first, second = yen.Amount(r.scaleTo), r.c.divisor
	case reduction:
		text = texts{"保険金の削減（{1}）", "reduction ({1})"}
		whole = texts{"{name}（{1}）", "{name} ({1})"}
		first = r.c.reduce
	case round:
		text = texts{o.term.To.Text(language.Japanese), o.term.To.Text(language.English)}
	}
	if most := r.most; most != nil && o.kind.deducts() {
		text.ja += "（免責金額の合計の最高額 {3}）"
		text.en += " (deductibles of together at most {3})"
		text = text.amount("{3}", r.p.at(most, most.amount))
	}
	t := o.term
	named := t.JA != "" || t.EN != ""
	if named && whole != (texts{}) {
		text, named = whole.put("{name}", texts{t.JA, t.EN}), false
	}
	switch {
	case !o.open || r.p.settled:
	case o.kind == aggregate:
		text = text.put("の残額", texts{ja: "を{2}とした場合の残額"})
		text.en += ", taking the unstated limit as {2}"
	default:
		text = texts{text.ja + "（定めのない金額を仮定）", text.en + " (an unstated amount is assumed)"}
	}
	if named {
		text = texts{t.JA + "（" + text.ja + "）", t.EN + " (" + text.en + ")"}
	}
	if o.kind == shareDeductible || o.kind == pays {
		ratio, _ := yen.NewRatio(int64(o.num), int64(o.den))
		text = text.put("{ratio}", texts{ratio.String(), ratio.String()})
	}
	count := strings.TrimSuffix(yen.Amount(n).Grouped(), "円")
	return text.put("{n}", texts{count, count}).amount("{1}", first).amount("{2}", second)
}

// put returns the texts with others in place of a mark.
func (t texts) put(mark string, by texts) texts {
	if before, after, ok := strings.Cut(t.ja, mark); ok {
		t.ja = before + by.ja + after
	}
	if before, after, ok := strings.Cut(t.en, mark); ok {
		t.en = before + by.en + after
	}
	return t
}

func (t texts) amount(mark string, a yen.Amount) texts {
	if !strings.Contains(t.ja, mark) {
		return t
	}
	return t.put(mark, texts{a.Grouped(), a.Text(language.English)})
}
