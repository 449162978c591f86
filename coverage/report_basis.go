// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// basis returns the rows of the basis: the accepted amounts, the facts that
// decide, the clauses that grant and the exceptions that act, the answers by their
// source, readings, endorsements and history.
func (a *Assessment) basis() []row {
	all := a.answers()
	n, of := counts(all), a.outcomes(all)
	not, met := note("", "{}には該当しません。", "Not applicable: {}."), note("", "{}の要件を満たします。", "Met: {}.")
	return []row{
		{"認定額", "Accepted", a.accepted()},
		{"判定に用いた事実", "Facts that decide", a.deciding()},
		{"補償の根拠", "Covered under", a.grants()},
		{"例外・特約の適用", "Exceptions", a.lifted()},
		sumUp("担当者の判断", "Judged", n[judged], of[judged], not, met),
		sumUp("回答あり", "Stated", n[stated], of[stated], not, met),
		sumUp("通常の想定", "Default", n[byDefault], of[byDefault],
			note("", "{}には該当しないものとしています。", "Taken as not applicable: {}."),
			note("", "{}の要件を満たすものとしています。", "Taken as met: {}.")),
		a.readingRow(),
		{"特約", "Endorsements", a.remedies()},
		{"参考", "For comparison", a.beside()},
		{"保険金の削減", "Reduction", a.reduction()},
		{"お支払い履歴", "History", a.recorded()},
		{"求償", "Subrogation", a.waivers()},
	}
}

// accepted returns the amounts that an adjuster accepted of the items that are or
// may be covered.
func (a *Assessment) accepted() []clause.Note {
	var total yen.Amount
	var groups []group[clause.Note, int]
	for i := range a.items {
		r := &a.items[i]
		amount, known := r.Item.Accepted.Amount()
		claimed := r.Item.Claimed
		switch {
		case !r.mayPay():
		case !known:
			groups = put(groups, note("", "未認定", "not yet accepted"), i)
		case amount == claimed: // in full, all together
			total += amount
			groups = put(groups, clause.Note{}, i)
		default:
			groups = put(groups, note("", "請求額 "+claimed.Grouped()+"のうち {}（担当者入力）",
				"{} of "+claimed.Text(language.English)+" claimed (adjuster)", digits(amount)), i)
		}
	}
	return each(groups, func(g group[clause.Note, int]) clause.Note {
		n := g.key
		if n == (clause.Note{}) {
			n = note("", "請求額の全額 {}（担当者入力）", "in full: {} (adjuster)", digits(total))
		}
		n.Clause = a.policy.scheme.rules.Accepted.ID
		if len(groups) > 1 {
			return a.of(g.of, n)
		}
		return a.ofSome(g.of, n)
	})
}

// grants returns the clauses that grant the covered items.
func (a *Assessment) grants() []clause.Note {
	var groups []group[clause.Note, int]
	for i := range a.items {
		if r := &a.items[i]; r.Verdict == Covered {
			by := each(r.granted(), func(id clause.ID) clause.Note { return cited(a.policy.scheme.clauses[id]) })
			groups = put(groups, join(by, "、", ", "), i)
		}
	}
	return each(groups, func(g group[clause.Note, int]) clause.Note { return a.ofSome(g.of, g.key) })
}

// sumUp returns the row of a source: how many questions it answers, and the
// exclusions and requirements that the answers settle, in forms for each.
func sumUp(ja, en string, count int, of outcome, spared, satisfied clause.Note) row {
	if count == 0 {
		return row{}
	}
	var lines []clause.Note
	if len(of.spared) > 0 {
		lines = append(lines, note("", spared.JA, spared.EN, titles(of.spared)))
	}
	if len(of.satisfied) > 0 {
		lines = append(lines, note("", satisfied.JA, satisfied.EN, titles(of.satisfied)))
	}
	if len(lines) == 0 {
		lines = []clause.Note{note("", "結果に用いた免責事由・要件はありません。",
			"No exclusion or requirement is settled by them alone.")}
	}
	label := note("", ja+"（{}項目）", en+" ({})", number(count))
	return row{label.JA, label.EN, []clause.Note{join(lines, "", " ")}}
}

// readings returns the readings that shaped the result, in a form for both languages.
func (a *Assessment) readings(ja, en string) []clause.Note {
	id := a.policy.scheme.rules.Assumed.ID
	return each(a.Readings(), func(r OpenPoint) clause.Note { return note(id, ja, en, r) })
}

// remedies returns the endorsements that are not attached and could have
// answered for an item, and the heads that answer instead.
func (a *Assessment) remedies() []clause.Note {
	s := a.policy.scheme
	var missing, instead []group[clause.Clause, int]
	for i := range a.items {
		r := &a.items[i]
		for _, id := range r.Remedies() {
			missing = put(missing, s.clauses[id], i)
		}
		for _, h := range r.Elsewhere() {
			instead = put(instead, s.heads[h].Clause, i)
		}
	}
	var all []clause.Note
	for _, g := range missing {
		n := note(g.key.ID, "特約{}はご契約に付帯されていません。付帯している場合は結果が変わる可能性があります。",
			"Not attached: {}. With it, the result could differ.", quoted(g.key))
		if since, is := a.policy.terms.Since[g.key.ID]; is {
			n = note(g.key.ID, "特約{}は{}から付帯されていますが、それより前の損害賠償請求、事故等には適用されません。",
				"{} is attached from {} and does not apply to what came before.", quoted(g.key), since)
		}
		all = append(all, a.of(g.of, n))
	}
	for _, g := range instead {
		all = append(all, a.of(g.of, note(g.key.ID, "補償項目{}としてご請求いただける可能性があります。",
			"May be claimed under another head instead: {}.", quoted(g.key))))
	}
	return all
}
