// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
)

// A denies says how a clause denies an item.
type denies uint8

const (
	byExclusion   denies = iota // an exclusion applies
	byRequirement               // a requirement of the cover is not met
	byLeavingOut                // the cover leaves it out, or an endorsement would have to add it
	byFollowing                 // there is no covered third-party claim
)

// how returns how a clause denies an item.
func (s *scheme) how(r *Result, id clause.ID) denies {
	switch {
	case id == s.rules.Follows.ID:
		return byFollowing
	case id == r.head.Without.ID:
		return byRequirement
	}
	for _, a := range s.rules.Agreements {
		if a.Rule.Clause.ID == id && (a.About == AddedCover || a.About == LeftOut) {
			return byLeavingOut
		}
	}
	if _, agreement := s.denies[id]; agreement {
		return byRequirement
	}
	return byExclusion
}

// A ground is the clauses that deny an item in one way.
type ground struct {
	how denies
	by  []clause.Clause
}

// grounds returns the clauses that deny an item, by how they do. A condition of
// an agreement is with the agreement.
func (s *scheme) grounds(r *Result) []ground {
	var all []ground
	how := byExclusion
	for _, id := range r.By {
		if s.nodes[id].level == 0 {
			how = s.how(r, id)
		}
		i := slices.IndexFunc(all, func(g ground) bool { return g.how == how })
		if i < 0 {
			i = len(all)
			all = append(all, ground{how: how})
		}
		all[i].by = append(all[i].by, s.clauses[id])
	}
	return all
}

// denial returns why an item is denied, as a line of a worksheet.
func (s *scheme) denial(r *Result) clause.Note {
	var ja, en []string
	for _, g := range s.grounds(r) {
		j, e := titles(g.by)
		switch g.how {
		case byExclusion:
			j, e = "免責事由："+j, plural(len(g.by), "exclusion: ", "exclusions: ")+e
		case byRequirement:
			j, e = "要件を満たさない："+j, plural(len(g.by), "requirement not met: ", "requirements not met: ")+e
		case byFollowing:
			j, e = j+"がない", "no "+e
		case byLeavingOut:
		}
		ja, en = append(ja, j), append(en, e)
	}
	return note(r.By[0], strings.Join(ja, "／"), strings.Join(en, "; "))
}

// denied returns the same as a sentence about items.
func (a *Assessment) denied(items []int) clause.Note {
	r, x := &a.Items[items[0]], a.itemsNamed(items)
	var ja, en []string
	for _, g := range a.policy.scheme.grounds(r) {
		j, e := allQuoted(g.by)
		switch g.how {
		case byExclusion:
			j, e = "免責事由"+j+"に該当します。", plural(len(g.by), "the exclusion ", "the exclusions ")+e+plural(len(g.by), " applies", " apply")
		case byRequirement:
			j, e = j+"の要件を満たしません。", plural(len(g.by), "the requirement ", "the requirements ")+e+plural(len(g.by), " is not met", " are not met")
		case byFollowing:
			c := g.by[0]
			return note(c.ID, x.JA+"は、"+c.JA+"がないため、補償対象外です（"+string(c.ID)+"）。",
				text.Capital(x.EN)+": not covered, because there is no "+c.EN+" ("+string(c.ID)+").")
		case byLeavingOut:
			j, e = "補償対象外です："+j+"。", "not covered: "+e
		}
		ja, en = append(ja, j), append(en, e)
	}
	return note(r.By[0], x.JA+"は、入力された内容では"+strings.Join(ja, "また、"),
		text.Capital(x.EN)+": on the facts entered, "+strings.Join(en, "; ")+".")
}

// allQuoted returns the titles of clauses as a sentence quotes them.
func allQuoted(all []clause.Clause) (string, string) {
	ja, en := make([]string, len(all)), make([]string, len(all))
	for i, c := range all {
		ja[i], en[i] = quoted(c)
	}
	return strings.Join(ja, "、"), strings.Join(en, ", ")
}
