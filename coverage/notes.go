// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strconv"

	"golang.org/x/text/language"

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
	for _, g := range a.refusals() {
		all = append(all, a.denied(g.items))
	}
	all = append(all, a.remedies()...)
	all = append(all, a.bounds()...)
	for _, q := range a.questions() {
		all = append(all, note(q.Clause, "要確認："+q.JA, "To be answered: "+q.EN))
	}
	if a.Most > 0 {
		all = append(all, a.conditions()...)
	}
	for _, n := range a.beside() {
		all = append(all, note(n.Clause, "参考："+n.JA, "For comparison: "+n.EN))
	}
	return slices.Concat(all, a.split(), a.reduction(), a.overpaid(), a.defaults(), a.applied(), a.closing())
}

// bounds returns between which amounts the payment of an open claim lies.
func (a *Assessment) bounds() []clause.Note {
	if a.Decision != Open {
		return nil
	}
	return []clause.Note{note(a.policy.scheme.rules.Undecided.ID,
		"お支払額の見込みは、確認の結果により"+a.Least.Grouped()+"から"+a.Most.Grouped()+"です。",
		"Depending on the answers, the payment is between "+a.Least.Text(language.English)+" and "+a.Most.Text(language.English)+".")}
}

// defaults returns how many default answers are used.
func (a *Assessment) defaults() []clause.Note {
	n := len(a.Assumed())
	if n == 0 {
		return nil
	}
	count := strconv.Itoa(n)
	return []clause.Note{note(a.policy.scheme.rules.Assumed.ID, "未確認の"+count+"項目は、通常の想定により計算しています。",
		count+plural(n, " question was", " questions were")+" not asked; "+plural(n, "the default answer is", "default answers are")+" used.")}
}

// applied returns the readings in words.
func (a *Assessment) applied() []clause.Note {
	all := a.readingLines()
	for i := range all {
		all[i].JA, all[i].EN = "適用した解釈："+all[i].JA, "Reading: "+all[i].EN
	}
	return all
}
