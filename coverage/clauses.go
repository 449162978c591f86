// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"errors"
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
)

// Clauses returns every clause of the scheme, each with its id, both titles and
// the section of the source: the calendar, the tariff, the requirements of the
// cover and the exclusions with their exceptions, the endorsements, the heads of loss, the
// limits, and the other texts for people.
func (s Scheme) Clauses() []clause.Clause { return s.data().all() }

func (s *scheme) all() []clause.Clause {
	r := &s.rules
	all := append([]clause.Clause{r.Edition}, r.Calendar.Clauses()...)
	for _, d := range r.DateFacts {
		if !slices.Contains(all, d.Clause) { // rows may share one
			all = append(all, d.Clause)
		}
	}
	all = append(all, s.tariff.Clauses()...)
	once := map[clause.ID]bool{}
	for rule := range s.schedule.Rules() {
		once[rule.Clause.ID] = true
		all = append(all, rule.Clause)
	}
	for _, e := range r.Wording.Endorsements {
		if !once[e.ID] {
			all = append(all, e)
		}
	}
	clear(once)
	for _, h := range r.Heads {
		all = append(all, h.Clause)
		for _, c := range []clause.Clause{h.Consent, h.Without} {
			if !once[c.ID] {
				once[c.ID] = true
				all = append(all, c)
			}
		}
	}
	all = append(all, r.LimitClauses...)
	all = append(all, r.Accepted, r.Follows, r.Series, r.Restated,
		r.Undecided, r.Assumed, r.Notice, r.Subrogation, r.Setting)
	for _, part := range r.Request {
		all = append(all, part.Clause)
	}
	all = append(all, r.Notes...)
	return slices.DeleteFunc(all, func(c clause.Clause) bool { return c == (clause.Clause{}) })
}

// Check returns nil if the scheme is complete and consistent. Otherwise it returns all
// faults, joined, each a [*fault.Error] with the path of the row:
//   - [fault.ErrScheme] for the zero Scheme,
//   - [fault.ErrMissing] if a clause has no ID, no Japanese or no English title, an
//     endorsement no rules, an option no Japanese or no English name, or a head of loss
//     no requirement of its own or no place in the limits,
//   - [fault.ErrDuplicate] if two clauses have an ID,
//   - [fault.ErrUnknown] if an option or a limit cites a clause, or an option or a step of
//     the tariff needs an endorsement, that the scheme does not have,
//   - [fault.ErrConflict] if a head can never be covered or, at dead, a rule (with no
//     endorsement attached) or an exception can never apply.
func (s Scheme) Check() error {
	if s.scheme == nil {
		return &fault.Error{Op: "coverage.Check", Reason: fault.ErrScheme}
	}
	var faults []error
	refuse := func(bad bool, path, input string, why *fault.Reason) {
		if bad {
			faults = append(faults, &fault.Error{Op: "coverage.Check", Path: path, Input: input, Reason: why})
		}
	}
	known := map[clause.ID]bool{"": true}
	for _, c := range s.all() {
		where, missing := "clauses["+string(c.ID)+"]", c.ID == "" || c.JA == "" || c.EN == ""
		refuse(missing, where, "", fault.ErrMissing)
		refuse(!missing && known[c.ID], where, "", fault.ErrDuplicate)
		known[c.ID] = true
	}
	adds := map[clause.ID]bool{}
	for r := range s.schedule.Rules() {
		adds[r.With] = true
	}
	every := []clause.ID{""}
	for _, e := range s.rules.Wording.Endorsements {
		refuse(!adds[e.ID], "endorsements["+string(e.ID)+"]", "", fault.ErrMissing)
		every = append(every, e.ID)
	}
	schedule, _ := s.schedule.With(every[1:]...)
	endorsed, _ := schedule.Bind(fact.Set{})
	bare, _ := exclusions.New(s.rules.Wording)
	unendorsed, _ := bare.Bind(fact.Set{})
	for r := range schedule.Rules() {
		by, in := unendorsed, r.Scope // an endorsement may restore the whole cover that a rule takes
		if r.With != "" {
			by = endorsed
		}
		if len(r.In) > 0 {
			in = r.In[0]
		}
		c, _ := by.In(in).SettleRule(r.Clause.ID)
		refuse(c.Truth == fact.No, "dead["+string(r.Clause.ID)+"]", "", fault.ErrConflict)
	}
	for id := range s.limits.Clauses() {
		refuse(!known[id], "limits", string(id), fault.ErrUnknown)
	}
	for _, row := range s.rules.Options {
		where := "options[" + string(row.ID) + "]"
		refuse(row.JA == "" || row.EN == "", where, "", fault.ErrMissing)
		refuse(!known[row.Clause], where+".clause", string(row.Clause), fault.ErrUnknown)
		refuse(!slices.Contains(every, row.With), where+".with", string(row.With), fault.ErrUnknown)
	}
	for i, step := range s.rules.Tariff.Steps {
		where := index("tariff.steps", i)
		refuse(!slices.Contains(every, step.With), where+".with", string(step.With), fault.ErrUnknown)
		for j, part := range step.Steps {
			at := where + index(".steps", j) + ".with"
			refuse(!slices.Contains(every, part.With), at, string(part.With), fault.ErrUnknown)
		}
	}
	limited := slices.Collect(s.limits.Heads())
	for _, h := range s.rules.Heads {
		agreed := false
		for r := range schedule.Rules() {
			agreed = agreed || s.requires(r.Clause.ID) && r.Class != Insured && r.Scope.Meets(h.Scope)
		}
		agreed = agreed && slices.Contains(limited, h.Head)
		refuse(!agreed, "heads["+string(h.Head)+"]", "", fault.ErrMissing)
		refuse(agreed && endorsed.Settle(h.Scope).Truth == fact.Yes, "heads["+string(h.Head)+"]", "", fault.ErrConflict)
	}
	return errors.Join(faults...)
}
