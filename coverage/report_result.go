// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// headline returns the decision with the amounts.
func (a *Assessment) headline() clause.Note {
	var claimed yen.Amount
	for i := range a.Items {
		claimed += a.Items[i].Item.Claimed
	}
	amount := func(least, most yen.Amount) (ja, en string) {
		ja, en = least.Grouped(), least.Text(language.English)
		if least != most {
			ja, en = ja+"〜"+most.Grouped(), "between "+en+" and "+most.Text(language.English)
		}
		return ja + "（請求額 " + claimed.Grouped() + "）", en + " of " + claimed.Text(language.English) + " claimed"
	}
	ja, en := amount(a.Least, a.Most)
	word := a.Decision.Text(language.Japanese)
	switch {
	case a.Decision == Open:
		return note("", "【"+word+"】お支払額の見込み "+ja, "OPEN: "+en)
	case a.Decision == Payable:
		return note("", "【"+word+"】お支払額（見込み） "+ja, "PAYABLE: "+en)
	case !a.allDenied():
		return note("", "【"+word+"】お支払額（見込み） "+ja, "NOTHING PAYABLE: "+en)
	}
	why := map[Verdict]string{Excluded: "an exclusion applies", OutsideTrigger: OutsideTrigger.Text(language.English)}[a.Decision]
	if why == "" {
		return note("", "【"+word+"（入力内容による）】お支払額（見込み） "+ja, "NOTHING PAYABLE on the facts entered: "+en)
	}
	return note("", "【"+word+"（入力内容による）】お支払額（見込み） "+ja, "NOT PAYABLE on the facts entered: "+why+" ("+a.deniedBy()+"). "+en)
}

// allDenied reports whether every item is denied.
func (a *Assessment) allDenied() bool {
	return !slices.ContainsFunc(a.Items, func(r Result) bool { return r.mayPay() })
}

// deniedBy returns the clauses that name the verdicts of the items.
func (a *Assessment) deniedBy() string {
	var ids []string
	for i := range a.Items {
		if id := string(a.Items[i].By[0]); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return strings.Join(ids, ", ")
}

// result returns the rows of the result: what is not paid and why, what is
// still to be answered, what is to be done, and what is left of the limits.
func (a *Assessment) result(w *worksheet) []row {
	open, refused := a.questionRow(), a.refusedRow(w)
	rows := []row{refused, open}
	if a.Decision == Open {
		rows = []row{open, refused}
	}
	return append(rows,
		row{"既払額", "Paid before", a.paidBefore(w)},
		row{"お手続き", "To do", a.steps()},
		row{"支払限度額の残額", "Remaining limit", a.limitsLeft()},
		row{"既払額の超過", "Overpaid", a.overpaid()})
}

func (a *Assessment) questionRow() row {
	all := a.questions()
	if len(all) == 0 {
		return row{"確認が必要な事項", "Open questions", []clause.Note{note("", "ありません。", "none")}}
	}
	n := strconv.Itoa(len(all))
	all = numbered(all)
	if a.Decision == Open {
		return row{"確認が必要な事項（" + n + "件）", "To be answered (" + n + ")", all}
	}
	all = append(all, note("", "お支払額は、これらの確認の結果によって変わりません。", "The amount payable does not depend on the answers."))
	return row{"未確認の事項（" + n + "件）", "Open questions (" + n + ")", all}
}

// refusedRow returns what is not paid, with amounts, or the reasons where every
// item is denied.
func (a *Assessment) refusedRow(w *worksheet) row {
	switch {
	case a.allDenied():
		return row{"理由", "Reason", a.reasons()}
	case a.Decision == Open:
		return row{"お支払いできない額", "Not paid in any case", amounts(w.denied)}
	}
	if w.lost > 0 {
		return row{"お支払いできない額（累計）", "Not paid to date", amounts(slices.Concat(w.denied, w.cut))}
	}
	return row{"お支払いできない額", "Not paid", amounts(slices.Concat(w.denied, w.cut))}
}

// amounts returns lines with what they take off before their text.
func amounts(lines []clause.Line) []clause.Note {
	width := func(tag language.Tag) (n int) {
		for _, l := range lines {
			n = max(n, text.Width(yenIn(tag, -l.Change)))
		}
		return n
	}
	ja, en := width(language.Japanese), width(language.English)
	var all []clause.Note
	for _, l := range lines {
		all = append(all, note(l.Clause, text.Right(yenIn(language.Japanese, -l.Change), ja)+"  "+l.JA,
			text.Right(yenIn(language.English, -l.Change), en)+"  "+l.EN))
	}
	return all
}

// yenIn returns an amount in plain digits.
func yenIn(tag language.Tag, a yen.Amount) string {
	return text.In(tag, a.Grouped(), a.Text(language.English))
}

// reasons returns why the items are denied, and the dates from which that
// follows.
func (a *Assessment) reasons() []clause.Note {
	var all []clause.Note
	for _, g := range a.refusals() {
		all = append(all, a.denied(g.items))
		if n := joined(g.key.dates); n != (clause.Note{}) {
			all = append(all, note("", n.JA, text.Capital(n.EN)))
		}
	}
	return all
}

func (a *Assessment) paidBefore(w *worksheet) []clause.Note {
	if w.had == 0 {
		return nil
	}
	s := a.policy.scheme.rules.Series
	return []clause.Note{note(s.ID, w.had.Grouped()+"（"+s.JA+"）", w.had.Text(language.English)+" for these "+s.EN)}
}

// steps returns the conditions of payment, with what is known of them, and the
// deadlines. Where nothing can be payable, the insurer still decides.
func (a *Assessment) steps() []clause.Note {
	var all []clause.Note
	if a.Most > 0 {
		all = a.conditions()
	} else {
		all = append(all, note("", "この結果は試算です。引受保険会社へ事故のご報告をお願いします。お支払いの可否は引受保険会社が決定します。",
			"Do not treat this as a decision. Send the claim to the insurer, who decides."))
	}
	for _, d := range a.Deadlines() {
		if a.Most > 0 || d.Until.IsZero() {
			all = append(all, note(d.Clause.ID, d.Text(language.Japanese), d.Text(language.English)))
		}
	}
	return all
}

// conditions returns the conditions of payment of the items that are or may be
// covered, each once.
func (a *Assessment) conditions() []clause.Note {
	consents := map[int]Consent{}
	for _, c := range a.Consents() {
		consents[c.Item] = c
	}
	var all []clause.Note
	for _, g := range grouped(a, func(r *Result, i int) (Consent, bool) {
		c, is := consents[i]
		c.Item = 0
		return c, is && r.mayPay()
	}, equal) {
		c := g.key
		all = append(all, a.of(g.items, note(c.Clause.ID, c.Text(language.Japanese), c.Text(language.English))))
	}
	return all
}

func (a *Assessment) overpaid() []clause.Note {
	over := a.Payment.Overpaid
	if over == 0 {
		return nil
	}
	return []clause.Note{note(a.policy.scheme.rules.Series.ID,
		"これまでのお支払いが、お支払いすべき額を"+over.Grouped()+"上回っています。返還請求の要否は引受保険会社が判断します。支払限度額は、上回った額を含めて使用されたものとして計算します。",
		"Payments to date exceed the amount payable by "+over.Text(language.English)+". The insurer decides on any recovery. The excess counts as used in the limits.")}
}
