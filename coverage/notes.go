// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
)

// Notes returns what a person must be told with the decision: the clause that
// denies an item and the endorsement that could have answered, the bounds of an
// open claim and what would settle it, the figure under one limit over all
// payments where it differs, what was assumed, and the standing words.
func (a Assessment) Notes() []clause.Note {
	if a.policy == nil {
		return nil
	}
	r := &a.policy.scheme.rules
	var all []clause.Note
	add := func(id clause.ID, ja, en string) { all = append(all, clause.Note{Clause: id, JA: ja, EN: en}) }
	for i, x := range a.Items {
		if x.Verdict == Covered || x.Verdict == Open {
			continue
		}
		n := strconv.Itoa(i + 1)
		c := a.policy.scheme.clauses[x.By[0]]
		add(c.ID, n+"番目の項目は、入力された事実によれば"+string(c.ID)+"（"+c.JA+"）に該当します。",
			"Item "+n+": on the facts entered, "+string(c.ID)+" ("+c.EN+") applies.")
		for _, id := range x.Remedies() {
			e := a.policy.scheme.clauses[id]
			add(id, "付帯していれば"+n+"番目の項目に応え得た特約："+e.JA, "An endorsement that could have answered for item "+n+": "+e.EN+".")
		}
	}
	for i, x := range a.Items {
		if x.Verdict != Covered && x.Verdict != Open {
			continue
		}
		n := strconv.Itoa(i + 1)
		if _, known := x.Item.Recognized.Amount(); !known {
			add(r.Recognized.ID, n+"番目の項目の認定額は未確定です。", "Item "+n+": the amount recognized is not known.")
		}
		for _, id := range x.head.excess {
			_, known := x.Item.Excess.Amount()
			if c, _ := x.bound.SettleRule(id); !known && c.Truth != exclusions.No {
				c := a.policy.scheme.clauses[id]
				add(id, n+"番目の項目のうち"+c.JA+"の額は未確定です。", "Item "+n+": the amount of "+c.EN+" is not known.")
			}
		}
	}
	if a.Decision == Open {
		add(r.Undecided.ID, "お支払額は"+a.Least.String()+"から"+a.Most.String()+"までの間です。",
			"What is paid lies between "+a.Least.Text(language.English)+" and "+a.Most.Text(language.English)+".")
		if a.Unstated != "" {
			c := a.policy.scheme.clauses[a.Unstated]
			add(c.ID, c.JA+"が契約に定められていません。", "The policy does not state its "+c.EN+".")
		}
	}
	for _, n := range a.Needed {
		add(first(n.By), "確認が必要："+n.Question.JA, "To be asked: "+n.Question.EN)
	}
	if a.Payment.Beside != a.Payment.Now {
		add(r.Beside, "全補償に共通の支払限度額がある場合のお支払額は"+a.Payment.Beside.String()+"です。",
			"If one limit stood over all payments of the period, "+a.Payment.Beside.Text(language.English)+" would be paid.")
	}
	if by := a.policy.terms.Reduction; by.ActualPremium > 0 { // none where the sales declared were high enough
		ja, en := "", ""
		if by.Indicative {
			ja, en = "（保険料例による概算）", ", which are indicative"
		}
		add(r.Reduction, "申告売上高による年間保険料"+by.DeclaredPremium.String()+"、実際の売上高による年間保険料"+by.ActualPremium.String()+ja,
			"Annual premiums of "+by.DeclaredPremium.Text(language.English)+" on the sales declared and "+by.ActualPremium.Text(language.English)+" on the actual ones"+en+".")
	}
	if a.Payment.Overpaid > 0 {
		add(r.Series.ID, "これまでのお支払いが"+a.Payment.Overpaid.String()+"上回っていますが、返還は求めません。",
			"Payments to date exceed what is due by "+a.Payment.Overpaid.Text(language.English)+", which is not claimed back.")
	}
	if n := len(a.Assumed()); n > 0 {
		add(r.Assumed.ID, "確認のない"+strconv.Itoa(n)+"項目は通常の回答を仮定しています。", "Usual answers were assumed for "+strconv.Itoa(n)+" facts that nobody was asked about.")
	}
	if ids := readingIDs(a.Readings()); ids != "" {
		add(r.Assumed.ID, "適用した読み方："+strings.ReplaceAll(ids, ", ", "、"), "Readings applied: "+ids+".")
	}
	if a.Decision == Payable {
		add(r.Caveat.ID, r.Caveat.JA, r.Caveat.EN)
	}
	for _, n := range r.Notes {
		add(n.ID, n.JA, n.EN)
	}
	return all
}

func first(ids []clause.ID) clause.ID {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

func readingIDs(all []Reading) string {
	ids := make([]string, len(all))
	for i, r := range all {
		ids[i] = r.ID
	}
	return strings.Join(ids, ", ")
}
