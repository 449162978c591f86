// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
)

// Text returns the assessment for people, in the language. From the top down:
//
//   - whose claim it is, and when it was made or discovered;
//   - the result, for everybody: the decision and the amount payable, what is
//     not paid and why, what is still to be answered, the conditions of payment
//     and the deadlines, each with its last day, and the remaining limits;
//   - the calculation, for a clerk: the worksheet of [Assessment.Sheet];
//   - the basis, for an adjuster: accepted amounts, the facts that decide a
//     denied item, the clauses that grant a covered one, the exceptions that act,
//     judgements and default answers counted and summed up, readings, endorsements
//     and history;
//   - the sentences that close every assessment.
//
// Lines are broken at 120 columns, except in the calculation. The text of the
// zero Assessment is "".
func (a Assessment) Text(tag language.Tag) string {
	if a.policy == nil {
		return ""
	}
	w := a.worksheet()
	table := w.sheet.Table(tag, text.In(tag, "計算", "Calculation"))
	parts := []string{
		paragraph(tag, a.identity()),
		paragraph(tag, a.headline()) + block(a.result(w), tag),
		"  " + strings.ReplaceAll(strings.TrimSuffix(table, "\n"), "\n", "\n  ") + "\n",
		text.In(tag, "計算の前提", "Basis") + "\n" + block(a.basis(), tag),
		paragraph(tag, a.closing()...),
	}
	return strings.Join(parts, "\n")
}

// String returns the English text.
func (a Assessment) String() string { return a.Text(language.English) }

// paragraph returns texts on lines of their own, without an indent.
func paragraph(tag language.Tag, all ...clause.Note) string {
	var b strings.Builder
	for _, n := range all {
		for _, line := range wrap(n.Text(tag), pageWidth, 0) {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// closing returns the sentences that close every assessment.
func (a *Assessment) closing() []clause.Note { return each(a.policy.scheme.rules.Notes, title) }
