// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// basis returns the rows of the basis: the accepted amounts, the facts that
// decide, the answers by their source, readings, endorsements and history.
func (a *Assessment) basis() []row {
	by := a.summaries(a.answers())
	return []row{
		{"認定額", "Accepted", a.accepted()},
		a.deciding(),
		{"補償の根拠", "Covered under", a.grants()},
		sumUp("担当者の判断", "Judged", &by[judged], "には該当しません。", "の要件を満たします。", "Not applicable: ", "Met: "),
		sumUp("回答あり", "Stated", &by[stated], "には該当しません。", "の要件を満たします。", "Not applicable: ", "Met: "),
		sumUp("通常の想定", "Default", &by[byDefault], "には該当しないものとしています。", "の要件を満たすものとしています。", "Taken as not applicable: ", "Taken as met: "),
		{"適用した解釈", "Readings", a.readingLines()},
		{"特約", "Endorsements", a.remedies()},
		{"参考", "For comparison", a.beside()},
		{"保険金の削減", "Reduction", a.reduction()},
		{"お支払い履歴", "History", a.recorded()},
		{"求償", "Subrogation", a.subrogation()},
	}
}

// accepted returns the amounts that an adjuster accepted of the items that are or
// may be covered.
func (a *Assessment) accepted() []clause.Note {
	type part struct {
		ja, en string
		full   bool
	}
	id := a.policy.scheme.rules.Recognized.ID
	var total yen.Amount
	groups := grouped(a, func(r *Result, _ int) (part, bool) {
		amount, known := r.Item.Recognized.Amount()
		switch {
		case !r.mayPay():
			return part{}, false
		case !known:
			return part{"未認定", "not yet accepted", false}, true
		case amount == r.Item.Claimed:
			total += amount
			return part{full: true}, true
		}
		c := r.Item.Claimed
		return part{"請求額 " + c.Grouped() + "のうち " + amount.Grouped() + "（担当者入力）", amount.Text(language.English) + " of " + c.Text(language.English) + " claimed (adjuster)", false}, true
	}, equal)
	var all []clause.Note
	for _, g := range groups {
		n := note(id, g.key.ja, g.key.en)
		if g.key.full {
			n = note(id, "請求額の全額 "+total.Grouped()+"（担当者入力）", "in full: "+total.Text(language.English)+" (adjuster)")
		}
		if len(groups) > 1 || !a.all(g.items) {
			n = a.of(g.items, n)
		}
		all = append(all, n)
	}
	return all
}

// all reports whether the items are all of the claim.
func (a *Assessment) all(items []int) bool { return len(items) == len(a.Items) }

// grants returns the clauses that grant the covered items.
func (a *Assessment) grants() []clause.Note {
	var all []clause.Note
	for _, g := range grouped(a, func(r *Result, _ int) ([]clause.ID, bool) { return r.By, r.Verdict == Covered }, slices.Equal) {
		var titles []clause.Clause
		for _, id := range g.key {
			titles = append(titles, a.policy.scheme.clauses[id])
		}
		ja, en := listed(titles)
		n := note(firstOf(g.key), ja, en)
		if !a.all(g.items) {
			n = a.of(g.items, n)
		}
		all = append(all, n)
	}
	return all
}

// listed returns the titles of clauses with their ids.
func listed(all []clause.Clause) (string, string) {
	ja, en := make([]string, len(all)), make([]string, len(all))
	for i, c := range all {
		ja[i], en[i] = c.JA+"（"+string(c.ID)+"）", c.EN+" ("+string(c.ID)+")"
	}
	return strings.Join(ja, "、"), strings.Join(en, ", ")
}

// sumUp returns the row of a source: how many questions it answers, and the
// exclusions and requirements that the answers settle.
func sumUp(ja, en string, s *summary, notJA, metJA, notEN, metEN string) row {
	if s.count == 0 {
		return row{}
	}
	n := strconv.Itoa(s.count)
	var line clause.Note
	if j, e := titles(s.spared); j != "" {
		line.JA, line.EN = j+notJA, notEN+e+". "
	}
	if j, e := titles(s.satisfied); j != "" {
		line.JA, line.EN = line.JA+j+metJA, line.EN+metEN+e+"."
	}
	if line.JA == "" {
		line = note("", "結果に用いた免責事由・要件はありません。", "No exclusion or requirement is settled by them alone.")
	}
	line.EN = strings.TrimSpace(line.EN)
	return row{ja + "（" + n + "項目）", en + " (" + n + ")", []clause.Note{line}}
}

func titles(all []clause.Clause) (string, string) {
	ja, en := make([]string, len(all)), make([]string, len(all))
	for i, c := range all {
		ja[i], en[i] = c.JA, c.EN
	}
	return strings.Join(ja, "、"), strings.Join(en, "; ")
}

func (a *Assessment) readingLines() []clause.Note {
	id := a.policy.scheme.rules.Assumed.ID
	var all []clause.Note
	for _, r := range a.Readings() {
		all = append(all, note(id, r.Text(language.Japanese), r.Text(language.English)))
	}
	return all
}

// remedies returns the endorsements that are not attached and could have
// answered for an item, and the heads that answer instead.
func (a *Assessment) remedies() []clause.Note {
	s := a.policy.scheme
	var all []clause.Note
	gather := func(of func(r *Result) []clause.Clause, text func(c clause.Clause) clause.Note) {
		var seen []clause.Clause
		for i := range a.Items {
			for _, c := range of(&a.Items[i]) {
				if slices.Contains(seen, c) {
					continue
				}
				seen = append(seen, c)
				var items []int
				for k := range a.Items {
					if slices.Contains(of(&a.Items[k]), c) {
						items = append(items, k)
					}
				}
				all = append(all, a.of(items, text(c)))
			}
		}
	}
	gather(func(r *Result) (of []clause.Clause) {
		for _, id := range r.Remedies() {
			of = append(of, s.clauses[id])
		}
		return of
	}, func(c clause.Clause) clause.Note {
		ja, en := quoted(c)
		return note(c.ID, "特約"+ja+"はご契約に付帯されていません。付帯している場合は結果が変わる可能性があります。", "Not attached: "+en+". With it, the result could differ.")
	})
	gather(func(r *Result) (of []clause.Clause) {
		for _, h := range r.Elsewhere() {
			of = append(of, s.heads[h].Clause)
		}
		return of
	}, func(c clause.Clause) clause.Note {
		ja, en := quoted(c)
		return note(c.ID, "補償項目"+ja+"としてご請求いただける可能性があります。", "May be claimed under another head instead: "+en+".")
	})
	return all
}
