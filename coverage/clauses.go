// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
)

// Clauses returns every clause of the scheme, each with its id, both titles and
// the section of the source: the calendar, the tariff, the requirements of the
// cover and the exclusions with their exceptions, the endorsements, the heads of loss, the
// limits, and the other texts for people.
func (s Scheme) Clauses() []clause.Clause {
	var all []clause.Clause
	for _, c := range s.data().named() {
		all = append(all, c.Clause)
	}
	return all
}

// A namedClause is a clause of the rules with the path of its field.
type namedClause struct {
	clause.Clause
	path string
}

// named returns the clauses of the scheme, in the order in which they are shown.
func (s *scheme) named() (all []namedClause) {
	r := &s.rules
	add := func(path string, some ...clause.Clause) {
		for _, c := range some {
			if c != (clause.Clause{}) {
				all = append(all, namedClause{c, path})
			}
		}
	}
	once := map[clause.Clause]bool{} // what rows may share
	first := func(path string, c clause.Clause) {
		if !once[c] {
			once[c] = true
			add(path, c)
		}
	}
	add("edition", r.Edition)
	add("calendar", r.Calendar.Clauses()...)
	for _, d := range r.DateFacts {
		first("dateFacts["+string(d.Fact)+"].clause", d.Clause)
	}
	for _, c := range s.tariff.Clauses() {
		first("tariff", c)
	}
	owned := map[clause.ID]bool{}
	for rule := range s.schedule.Rules() {
		owned[rule.Clause.ID] = true
		add("wording.rules["+string(rule.Clause.ID)+"].clause", rule.Clause)
	}
	for _, e := range r.Wording.Endorsements {
		if !owned[e.ID] { // no rule has the clause of the endorsement
			add("wording.endorsements["+string(e.ID)+"]", e)
		}
	}
	for _, h := range r.Heads {
		path := "heads[" + string(h.Head) + "]"
		add(path+".clause", h.Clause)
		first(path+".consent", h.Consent)
		first(path+".without", h.Without)
	}
	for i, c := range r.LimitClauses {
		add(index("limitClauses", i), c)
	}
	add("accepted", r.Accepted)
	add("follows", r.Follows)
	add("series", r.Series)
	add("restated", r.Restated)
	add("undecided", r.Undecided)
	add("assumed", r.Assumed)
	add("notice", r.Notice)
	add("subrogation", r.Subrogation)
	add("setting", r.Setting)
	for i, part := range r.Request {
		add(index("request", i)+".clause", part.Clause)
	}
	for i, c := range r.Notes {
		add(index("notes", i), c)
	}
	return all
}
