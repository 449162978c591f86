// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
)

// Notes returns the notes of the worksheet, as sentences with their clauses: why
// an item is denied and which endorsement could have changed that, the bounds of
// an open claim and the questions that would settle it, the conditions of payment,
// the figure for comparison, the overpaid amount, the default answers and the
// readings, and the sentences at the end of every assessment.
func (a Assessment) Notes() []clause.Note {
	if a.policy == nil {
		return nil
	}
	var all []clause.Note
	for _, x := range a.refusals() {
		all = append(all, a.denied(x.items))
	}
	all = append(append(all, a.remedies()...), a.boundNotes()...)
	for _, q := range a.questions() {
		all = append(all, note(q.question.Clause, "要確認：{}", "To be answered: {}", q.question))
	}
	all = append(all, a.conditions()...)
	for _, n := range a.beside() {
		all = append(all, note(n.Clause, "参考：{}", "For comparison: {}", n))
	}
	return slices.Concat(all, a.split(), a.reduction(), a.overpaid(), a.defaults(),
		a.readingNotes(), a.closing())
}

// boundNotes returns between which amounts the payment of an open claim lies.
func (a *Assessment) boundNotes() []clause.Note {
	if a.Decision != Open {
		return nil
	}
	return []clause.Note{note(a.policy.scheme.rules.Undecided.ID, "お支払額の見込みは、確認の結果により{}から{}です。",
		"Depending on the answers, the payment is between {} and {}.", digits(a.Least), digits(a.Most))}
}

// defaults returns how many default answers are used.
func (a *Assessment) defaults() []clause.Note {
	n := counts(a.answers())[byDefault]
	if n == 0 {
		return nil
	}
	return []clause.Note{note(a.policy.scheme.rules.Assumed.ID, "未確認の{}項目は、通常の想定により計算しています。",
		plural(n, "{} question was not asked; the default answer is used.",
			"{} questions were not asked; default answers are used."), number(n))}
}
