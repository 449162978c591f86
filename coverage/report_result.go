// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// headline returns the decision with the amounts.
func (a *Assessment) headline() clause.Note {
	var claimed yen.Amount
	for i := range a.items {
		claimed += a.items[i].Item.Claimed
	}
	pays := note("", "{}", "{}", digits(a.Least))
	if a.Least != a.Most {
		pays = note("", "{}〜{}", "between {} and {}", digits(a.Least), digits(a.Most))
	}
	pays = note("", "{}（請求額 {}）", "{} of {} claimed", pays, digits(claimed))
	before := yen.Amount(0)
	if a.again != nil {
		before = a.again.Paid
	}
	word := a.Decision.Text(language.Japanese)
	denied := "【" + word + "（入力内容による）】お支払額（見込み） "
	switch {
	case a.Decision == Open && before > 0:
		return note("", "【"+word+"】今回のお支払額の見込み {}、既払額 {}", "OPEN: {}, {} paid before", pays, digits(before))
	case a.Decision == Open:
		return note("", "【"+word+"】お支払額の見込み {}", "OPEN: {}", pays)
	case a.Decision == Payable && a.Payment.Now == 0:
		return note("", "【"+word+"】今回のお支払額（見込み） 0円（累計 {}、既払額 {}）",
			"NOTHING FURTHER PAYABLE: {} payable to date, {} paid before",
			digits(a.Payment.Due), digits(a.Payment.Due+a.Payment.Overpaid))
	case a.Decision == Payable:
		return note("", "【"+word+"】お支払額（見込み） {}", "PAYABLE: {}", pays)
	case !a.allDenied():
		return note("", "【"+word+"】お支払額（見込み） {}", "NOTHING PAYABLE: {}", pays)
	case a.Decision == Excluded:
		return note("", denied+"{}{}", "NOT PAYABLE on the facts entered: an exclusion applies ({}). {}",
			a.deniedBy(), pays)
	case a.Decision == OutsidePeriod:
		return note("", denied+"{}{}", "NOT PAYABLE on the facts entered: outside the policy period ({}). {}",
			a.deniedBy(), pays)
	}
	return note("", denied+"{}", "NOTHING PAYABLE on the facts entered: {}", pays)
}

// allDenied reports whether every item is denied.
func (a *Assessment) allDenied() bool {
	return !slices.ContainsFunc(a.items, func(r Result) bool { return r.mayPay() })
}

// deniedBy returns the clauses that name the verdicts of the items, in English.
func (a *Assessment) deniedBy() clause.Note {
	var ids []clause.ID
	for i := range a.items {
		ids = union(ids, a.items[i].By[0])
	}
	return note("", "", "{}", join(each(ids, id), "、", ", "))
}

// result returns the rows of the result: what is not paid and why, what is
// still to be answered, what is to be done, and what is left of the limits.
func (a *Assessment) result(w *worksheet) []row {
	rows := []row{a.refusedRow(w), a.questionRow()}
	if a.Decision == Open {
		slices.Reverse(rows)
	}
	return append(rows,
		row{"既払額", "Paid before", a.paidBefore(w)},
		row{"訂正", "Correction", a.corrected()},
		row{"お手続き", "To do", a.steps()},
		row{"支払限度額の残額", "Remaining limit", a.limitsLeft()},
		row{"既払額の超過", "Overpaid", a.overpaid()})
}

func (a *Assessment) questionRow() row {
	posed := a.questions()
	n := string(number(len(posed)))
	var all []clause.Note
	for i, q := range posed {
		if len(posed) > 1 {
			q.question = note("", "{}. {}", "{}. {}", number(i+1), q.question)
		}
		if all = append(all, q.question); q.cases != (clause.Note{}) {
			all = append(all, note("", "　{}", "  {}", q.cases))
		}
	}
	switch {
	case len(all) == 0:
		return row{"確認が必要な事項", "Open questions", []clause.Note{note("", "ありません。", "none")}}
	case a.Decision == Open:
		return row{"確認が必要な事項（" + n + "件）", "To be answered (" + n + ")", all}
	}
	all = append(all, note("", "お支払額は、これらの確認の結果によって変わりません。",
		"The amount payable does not depend on the answers."))
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
	case w.earlier > 0:
		return row{"お支払いできない額（累計）", "Not paid to date", amounts(slices.Concat(w.denied, w.cut))}
	}
	return row{"お支払いできない額", "Not paid", amounts(slices.Concat(w.denied, w.cut))}
}

// amounts returns lines with what they take off before their text.
func amounts(lines []clause.Line) []clause.Note {
	all := each(lines, func(l clause.Line) clause.Note { return note(l.Clause, "{}", "{}", digits(-l.Change)) })
	ja, en := 0, 0
	for _, n := range all {
		ja, en = max(ja, text.Width(n.JA)), max(en, text.Width(n.EN))
	}
	for i, l := range lines {
		n := &all[i]
		n.JA, n.EN = text.Right(n.JA, ja)+"  "+l.JA, text.Right(n.EN, en)+"  "+l.EN
	}
	return all
}

// reasons returns why the items are denied, and the dates from which that
// follows.
func (a *Assessment) reasons() []clause.Note {
	var all []clause.Note
	for _, x := range a.refusals() {
		all = append(all, a.denied(x.items))
		if x.dates != (clause.Note{}) {
			all = append(all, capital(x.dates))
		}
	}
	return all
}

// corrected returns by how much what is payable differs from what was decided before.
func (a *Assessment) corrected() []clause.Note {
	if a.again == nil || a.again.Decision == Open || a.Decision == Open || a.one() || a.again.Due == a.Payment.Due {
		return nil
	}
	ja, en, by := "お支払額（見込み・累計） {} → {}（{}増）", "payable to date {}, previously {} ({} more)", a.Payment.Due-a.again.Due
	if by < 0 {
		ja, en, by = "お支払額（見込み・累計） {} → {}（{}減）", "payable to date {}, previously {} ({} less)", -by
	}
	n := note(a.past().ID, ja, "", digits(a.again.Due), digits(a.Payment.Due), digits(by))
	n.EN = note("", "", en, digits(a.Payment.Due), digits(a.again.Due), digits(by)).EN
	return []clause.Note{n}
}

func (a *Assessment) paidBefore(w *worksheet) []clause.Note {
	s := a.past()
	if w.received == 0 && a.again != nil && a.again.Paid > 0 {
		return []clause.Note{note(s.ID, "{}", "{}", digits(a.again.Paid))}
	}
	if w.received == 0 {
		return nil
	}
	if !a.one() {
		return []clause.Note{note(s.ID, "{}", "{}", digits(w.received))}
	}
	return []clause.Note{note(s.ID, "{}（{}）", "{} for these {}", digits(w.received), s)}
}

// steps returns the conditions of payment, with what is known of them, and the
// deadlines. Where nothing can be payable, the insurer still decides.
func (a *Assessment) steps() []clause.Note {
	all := a.conditions()
	switch {
	case a.Payment.Overpaid > 0:
		all = append(all, note("", "返還の要否について、引受保険会社の指示を受けてください。",
			"Ask the insurer whether the excess is to be recovered."))
	case a.Most == 0 && (a.again == nil || a.again.Paid == 0):
		all = []clause.Note{note("",
			"この結果は試算です。引受保険会社へ事故のご報告をお願いします。お支払いの可否は引受保険会社が決定します。",
			"Do not treat this as a decision. Send the claim to the insurer, who decides.")}
	}
	for _, d := range a.Deadlines() {
		if a.Most > 0 || d.Until.IsZero() {
			all = append(all, note(d.Clause.ID, "{}", "{}", d))
		}
	}
	return all
}

// conditions returns the conditions of payment of the items that are or may be
// covered, each once; none where nothing can be payable.
func (a *Assessment) conditions() []clause.Note {
	var groups []group[Consent, int]
	for _, c := range a.Consents() {
		if i := c.Item; a.Most > 0 && a.items[i].mayPay() {
			c.Item = 0
			groups = put(groups, c, i)
		}
	}
	return each(groups, func(g group[Consent, int]) clause.Note {
		return a.of(g.of, note(g.key.Clause.ID, "{}", "{}", g.key))
	})
}

func (a *Assessment) overpaid() []clause.Note {
	over := a.Payment.Overpaid
	if over == 0 {
		return nil
	}
	return []clause.Note{note(a.past().ID,
		"これまでのお支払いが、お支払いすべき額を{}上回っています。返還請求の要否は引受保険会社が判断します。"+
			"支払限度額は、上回った額を含めて使用されたものとして計算します。",
		"Payments to date exceed the amount payable by {}. The insurer decides on any recovery. "+
			"The excess counts as used in the limits.", digits(over))}
}
