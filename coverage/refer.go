// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/option"
)

// referOptions adds a referral for each option that is stated with a value that
// the tariff does not price, and a note on those that are priced in a range.
func (q *Quote) referOptions(options option.Table) {
	setting := q.scheme.rules.Setting.ID
	var ranges []group[option.Range, clause.Note]
	for i := range options {
		row := &options[i]
		v, declared := q.Application.Options[row.ID], row.ID == q.scheme.rules.Declared
		if v.IsZero() || v == row.Standard && !declared || q.scheme.tariff.Prices(row.ID, v) {
			continue
		}
		if row.With != "" && !q.scheme.tariff.PricesWith(row.With) { // which has a referral of its own
			continue
		}
		if declared { // which a policy states for its claims
			unset := *row
			unset.Standard, row = option.Value{}, &unset
		}
		if a, _ := v.Amount(); row.Printed.Has(a) {
			ranges = put(ranges, row.Printed, note("", row.JA, row.EN))
		} else {
			q.Referrals = append(q.Referrals, referral(row, v, setting))
		}
	}
	for _, g := range ranges {
		q.Notes = append(q.Notes, note(setting,
			"標準的な設定では、次の支払限度額は範囲（{}）のみが示されています：{}。保険料が変わることがあります。",
			"The standard setting states only a range of {} for these limits: {}. The premium may differ.",
			g.key, join(g.of, "、", "; ")))
	}
}

// referral returns the referral for an option with a value that the tariff does
// not price, with the clause of the option or, if it has none, another.
func referral(row *option.Row, v option.Value, other clause.ID) clause.Note {
	name := note("", row.JA, row.EN)
	stated, standard := rowText{row, v}, rowText{row, row.Standard}
	n := note("", "{}（{}）は、標準的な設定にありません。", "The standard setting has no {} ({}).", name, stated)
	switch {
	case !row.Standard.IsZero():
		n = note("", "{}{}は、標準的な設定（{}）と異なります。", "The {} of {} is not the standard {}.", name, stated, standard)
	case row.CanBeOpen():
		n = note("", "{}{}は、パンフレットに記載の範囲（{}）の外です。", "The {} of {} is outside the printed range of {}.",
			name, stated, row.Printed)
	}
	return note(cmp.Or(row.Clause, other), "{}保険料は、取扱代理店にご確認ください。", "{} Ask the agent for the premium.", n)
}

// A rowText is a value of an option, whose text has the unit.
type rowText struct {
	row *option.Row
	v   option.Value
}

// Text returns the value in the language.
func (t rowText) Text(tag language.Tag) string { return t.row.Text(t.v, tag) }
