// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
)

// Clauses returns every clause of the scheme, each with its id, both titles and
// the section of the source: the calendar, the tariff, the agreements, the
// exclusions with their exceptions, the endorsements, the heads of loss, the
// limits, and the other texts for people.
func (s Scheme) Clauses() []clause.Clause {
	if s.scheme == nil {
		return nil
	}
	return s.scheme.all()
}

func (s *scheme) all() []clause.Clause {
	r := &s.rules
	all := []clause.Clause{r.Edition}
	all = append(all, r.Year.Clauses()...)
	all = append(all, r.Tariff.Clauses()...)
	own := map[clause.ID]bool{}
	for n := range s.schedule.Nodes() {
		own[n.Clause.ID] = true
		all = append(all, n.Clause)
	}
	for _, e := range r.Wording.Endorsements {
		if !own[e.Clause.ID] {
			all = append(all, e.Clause)
		}
	}
	consents := map[clause.ID]bool{}
	for _, h := range r.Heads {
		all = append(all, h.Clause)
		for _, c := range []clause.Clause{h.Consent, h.Without} {
			if c.ID != "" && !consents[c.ID] {
				consents[c.ID] = true
				all = append(all, c)
			}
		}
	}
	all = append(all, r.Limits...)
	all = append(all, r.Recognized, r.Follows, r.Series, r.Undecided, r.Assumed, r.Notice, r.Recourse, r.Setting)
	all = append(all, r.Request...)
	all = append(all, r.Notes...)
	all = append(all, r.Caveat)
	return slices.DeleteFunc(all, func(c clause.Clause) bool { return c == (clause.Clause{}) })
}

// Check returns nil if the scheme is complete and consistent. Otherwise it returns
// an [*Error] with [ErrScheme] for the first of these faults:
//   - a clause has no ID, no Japanese or no English title, or a duplicate ID,
//   - a reading or the program cites a clause that the scheme does not have,
//   - an endorsement has no moves, or the endorsements cannot be attached
//     together,
//   - the program of a policy with every endorsement attached is not valid,
//   - a head of loss has no agreement, can never be covered, or is missing from
//     that program,
//   - a rule (with no endorsement attached), an exception or a move can never
//     apply.
func (s Scheme) Check() error {
	fail := func(path, input string) error {
		return &Error{Func: "Check", Path: path, Input: input, Err: ErrScheme}
	}
	if s.scheme == nil {
		return fail("", "")
	}
	known := map[clause.ID]bool{}
	for _, c := range s.all() {
		if c.ID == "" || c.JA == "" || c.EN == "" || known[c.ID] {
			return fail("clauses", string(c.ID))
		}
		known[c.ID] = true
	}
	for _, r := range s.rules.Readings {
		for _, id := range r.Clauses {
			if !known[id] {
				return fail("readings", r.ID+" "+string(id))
			}
		}
	}
	var every []clause.ID
	for _, e := range s.rules.Wording.Endorsements {
		if len(e.Moves) == 0 {
			return fail("endorsements", string(e.Clause.ID))
		}
		every = append(every, e.Clause.ID)
	}
	schedule, err := s.schedule.With(every...)
	if err != nil {
		return fail("endorsements", err.Error())
	}
	bound, err := schedule.Bind(exclusions.Facts{})
	if err != nil {
		return fail("wording", err.Error())
	}
	// An endorsement may give a rule back whole.
	alone, err := s.rules.Wording.Schedule()
	if err != nil {
		return fail("wording", err.Error())
	}
	unendorsed, err := alone.Bind(exclusions.Facts{})
	if err != nil {
		return fail("wording", err.Error())
	}
	for n := range schedule.Nodes() {
		by := &unendorsed
		if n.Endorsement != "" {
			by = &bound
		}
		in := n.Scope
		if len(n.In) > 0 {
			in = n.In[0]
		}
		if c, ok := by.In(in).SettleRule(n.Clause.ID); !ok || c.Truth == exclusions.No {
			return fail("dead", string(n.Clause.ID))
		}
	}
	return s.checkHeads(schedule, every, known, fail)
}

// checkHeads checks the heads of loss, with every endorsement attached.
func (s Scheme) checkHeads(schedule exclusions.Schedule, every []clause.ID, known map[clause.ID]bool, fail func(path, input string) error) error {
	choices := s.rules.Standard
	choices.Custody, choices.Malfunction, choices.Regulatory = choices.Liability, choices.Liability, choices.Liability
	program, err := s.rules.Program(choices, every)
	if err != nil {
		return fail("program", err.Error())
	}
	for id := range program.Clauses() {
		if !known[id] {
			return fail("program", string(id))
		}
	}
	bound, _ := schedule.Bind(exclusions.Facts{})
	for _, h := range s.rules.Heads {
		agreed := slices.ContainsFunc(s.rules.Agreements, func(a Agreement) bool {
			return a.About != Insured && a.Rule.Scope.Meets(h.Scope)
		})
		if !agreed || !slices.Contains(slices.Collect(program.Heads()), h.Head) || bound.Settle(h.Scope).Truth == exclusions.Yes {
			return fail("heads", string(h.Head))
		}
	}
	return nil
}
