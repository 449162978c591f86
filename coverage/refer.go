// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/option"
)

// referOptions adds a referral for each option that is stated with a value that
// the tariff does not price, and a note on those that are priced in a range.
func (q *Quote) referOptions(options option.Table) {
	type flag struct{ ja, en []string }
	flags := map[option.Range]*flag{}
	var ranges []option.Range
	for i := range options {
		row := &options[i]
		v := q.Application.Options[row.ID]
		a, _ := v.Amount()
		switch {
		case v.IsZero() || row.Priced == option.ByEndorsement || row.Priced == option.AtStandard && v == row.Standard:
		case row.Priced != option.InRange || !row.Printed.Has(a):
			q.Referrals = append(q.Referrals, referral(row, v, q.scheme.rules.Setting.ID))
		default:
			if flags[row.Printed] == nil {
				flags[row.Printed] = &flag{}
				ranges = append(ranges, row.Printed)
			}
			f := flags[row.Printed]
			f.ja, f.en = append(f.ja, row.JA), append(f.en, row.EN)
		}
	}
	for _, r := range ranges {
		f := flags[r]
		q.Notes = append(q.Notes, clause.Note{
			Clause: q.scheme.rules.Setting.ID,
			JA: "標準的な設定では、次の支払限度額は範囲（" + r.Text(language.Japanese) + "）のみが示されています：" +
				strings.Join(f.ja, "、") + "。保険料が変わることがあります。",
			EN: "The standard setting states only a range of " + r.Text(language.English) + " for these limits: " +
				strings.Join(f.en, "; ") + ". The premium may differ.",
		})
	}
}

// referral returns the referral for an option with a value that the tariff does
// not price, with the clause of the option or, if it has none, another.
func referral(row *option.Row, v option.Value, other clause.ID) Referral {
	id := row.Clause
	if id == "" {
		id = other
	}
	valueJA, valueEN := v.Text(language.Japanese), v.Text(language.English)
	ja, en := row.JA+"（"+valueJA+"）は、標準的な設定にありません。", "The standard setting has no "+row.EN+" ("+valueEN+")."
	switch row.Priced {
	case option.AtStandard:
		ja = row.JA + valueJA + "は、標準的な設定（" + row.Standard.Text(language.Japanese) + "）と異なります。"
		en = "The " + row.EN + " of " + valueEN + " is not the standard " + row.Standard.Text(language.English) + "."
	case option.InRange:
		ja = row.JA + valueJA + "は、パンフレットに記載の範囲（" + row.Printed.Text(language.Japanese) + "）の外です。"
		en = "The " + row.EN + " of " + valueEN + " is outside the printed range of " + row.Printed.Text(language.English) + "."
	default:
	}
	return Referral{id, ja + "保険料は、取扱代理店にご確認ください。", en + " Ask the agent for the premium."}
}
