// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
)

// questions returns what is still to be answered, in words: facts and dates,
// amounts, and the limit that the policy does not state. In brackets behind a
// question are the items, the clauses that ask, why there is no answer, and the
// dates of the claim that are known.
func (a *Assessment) questions() []clause.Note {
	var all []clause.Note
	for _, n := range a.Needed {
		q := note(firstOf(n.By), n.Text(language.Japanese), n.Text(language.English))
		all = append(all, a.about(q, n.Items, n.By, a.whyOpen(&n)))
	}
	all = append(all, a.amountQuestions()...)
	if a.Unstated != "" {
		c := a.policy.scheme.clauses[a.Unstated]
		ja, _ := quoted(c)
		all = append(all, note(c.ID, "ご契約に定める"+ja+"はいくらですか", "Which amount does the policy state for the "+c.EN+" ("+string(c.ID)+")?"))
	}
	return all
}

// amountQuestions asks for the amounts that are unknown of items that are or may
// be covered.
func (a *Assessment) amountQuestions() []clause.Note {
	s := a.policy.scheme
	var all []clause.Note
	for i := range a.Items {
		r := &a.Items[i]
		if !r.mayPay() {
			continue
		}
		name := a.itemNamed(i)
		if _, known := r.Item.Recognized.Amount(); !known {
			id := s.rules.Recognized.ID
			all = append(all, note(id, name.JA+"の認定額はいくらですか（"+string(id)+"）", "How much of "+name.EN+" is accepted ("+string(id)+")?"))
		}
		for _, id := range r.head.excess {
			_, known := r.Item.Excess.Amount()
			if c, _ := r.bound.SettleRule(id); !known && c.Truth != fact.No {
				ja, en := quoted(s.clauses[id])
				all = append(all, note(id, name.JA+"のうち"+ja+"に当たる額はいくらですか", "How much of "+name.EN+" is "+en+"?"))
			}
		}
	}
	return all
}

// about puts in brackets behind a question what it is about.
func (a *Assessment) about(q clause.Note, items []int, by []clause.ID, more []clause.Note) clause.Note {
	var ja, en []string
	if name := a.itemNumbers(items); len(items) > 0 && name != (clause.Note{}) {
		ja, en = append(ja, name.JA), append(en, name.EN)
	}
	for _, id := range by {
		ja, en = append(ja, string(id)), append(en, string(id))
	}
	for _, n := range more {
		ja, en = append(ja, n.JA), append(en, n.EN)
	}
	if len(ja) > 0 {
		q.JA, q.EN = q.JA+"（"+strings.Join(ja, "、")+"）", q.EN+" ("+strings.Join(en, "; ")+")"
	}
	return q
}

// whyOpen returns why a question has no answer, and the dates that are known
// from which it would follow.
func (a *Assessment) whyOpen(n *Need) []clause.Note {
	var all []clause.Note
	add := func(n clause.Note) {
		if n != (clause.Note{}) && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	for _, i := range n.Items {
		r := &a.Items[i]
		if answer := r.Item.Facts.Over(a.claim.Facts).Of(n.Fact); n.Fact != "" && answer.Truth() == fact.Unknown {
			add(note("", answer.Text(language.Japanese), answer.Text(language.English)))
		}
		for _, f := range n.Facts {
			for _, d := range a.datesOwn(r, f) {
				add(d)
			}
		}
	}
	return all
}

// numbered puts numbers before texts of which there are several.
func numbered(all []clause.Note) []clause.Note {
	if len(all) < 2 {
		return all
	}
	for i := range all {
		n := strconv.Itoa(i+1) + ". "
		all[i].JA, all[i].EN = n+all[i].JA, n+all[i].EN
	}
	return all
}

func firstOf(ids []clause.ID) clause.ID {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}
