// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
)

// A refusal is why an item is denied: the clauses, the facts that decide and the
// dates from which they follow.
type refusal struct {
	by    []clause.ID
	facts []clause.Note
	dates []clause.Note
}

// refusals groups the denied items that have the same reasons.
func (a *Assessment) refusals() []group[refusal] {
	return grouped(a, func(r *Result, i int) (refusal, bool) {
		if r.mayPay() {
			return refusal{}, false
		}
		x := refusal{by: r.By}
		a.refuse(r, i, &x)
		return x, true
	}, func(x, y refusal) bool {
		return slices.Equal(x.by, y.by) && slices.Equal(x.facts, y.facts) && slices.Equal(x.dates, y.dates)
	})
}

// refuse fills in the facts that decide a denied item.
func (a *Assessment) refuse(r *Result, i int, x *refusal) {
	var derived truths
	if all, err := a.fromDates(r, i, nil); err == nil {
		derived = merge(all)
	}
	for _, f := range a.decisive(r) {
		q := a.policy.scheme.question(f)
		answer := a.reply(i, q, &derived)
		truth := answer.answer.Truth()
		ja, en := truth.Text(language.Japanese), truth.Text(language.English)
		switch answer.from {
		case dated:
			ja, en = ja+"（日付・金額から判定）", en+" (from dates or amounts)"
			for _, d := range a.datesBehind(r, f) {
				if !slices.Contains(x.dates, d) {
					x.dates = append(x.dates, d)
				}
			}
		case byDefault:
			ja, en = ja+"（通常の想定）", en+" (default answer)"
		case judged, stated, unanswered, sources:
		}
		short := bare(q)
		x.facts = append(x.facts, note("", short.JA+" "+ja, short.EN+" "+en))
	}
}

// decisive returns facts that are enough for the clauses that deny an item:
// without one of them, one of the clauses need not. Where no such facts are
// found, because hours are unknown, they are those that the clause names and
// that are known.
func (a *Assessment) decisive(r *Result) []fact.Name {
	s := a.policy.scheme
	var facts, known []fact.Name // those that are enough, and those of the rules that hold
	var rules []clause.ID
	for _, id := range r.By {
		switch c, ok := r.bound.SettleRule(id); {
		case id == r.head.Without.ID:
			facts = append(facts, r.head.Consented)
		case s.nodes[id].level > 0: // what it names, its agreement does
		case ok && c.Truth == fact.Yes:
			rules = append(rules, id)
			known = append(known, a.knownOf(r, id)...)
		default:
			facts = append(facts, a.knownOf(r, id)...)
		}
	}
	without := r.bound
	known = s.inOrderOf(known)
	for _, f := range slices.SortedStableFunc(slices.Values(known), func(x, y fact.Name) int { return a.distance(r, y) - a.distance(r, x) }) {
		b, err := without.Under(fact.Set{}.With(fact.NotKnown, f))
		holds := err == nil && !slices.ContainsFunc(rules, func(id clause.ID) bool {
			c, _ := b.SettleRule(id)
			return c.Truth != fact.Yes
		})
		if holds {
			without = b
		} else {
			facts = append(facts, f)
		}
	}
	return s.inOrderOf(facts)
}

// knownOf returns the facts that a rule and its exceptions name and that are
// known of an item.
func (a *Assessment) knownOf(r *Result, id clause.ID) []fact.Name {
	return slices.DeleteFunc(a.policy.scheme.factsOf(a.policy, id), func(f fact.Name) bool { return r.bound.Of(f) == fact.Unknown })
}

// distance returns how far a fact is from what was entered about an item: each
// date that is unknown counts, and an awareness that says no more than the
// third-party claim does.
func (a *Assessment) distance(r *Result, f fact.Name) int {
	far := 0
	for _, name := range a.sourcesOf(r, f) {
		m := a.momentOf(r, name)
		if m.IsZero() {
			far += 2
		}
		if name == "aware" && m.Before(a.momentOf(r, "made")) != fact.Yes {
			far++
		}
	}
	return far
}

// factsOf returns the facts that a rule and its exceptions name.
func (s *scheme) factsOf(p *policy, id clause.ID) []fact.Name {
	below := map[clause.ID]bool{id: true}
	facts := slices.Clone(s.nodes[id].facts)
	for n := range p.schedule.Nodes() {
		if below[n.Under] && n.Under != "" {
			below[n.Clause.ID] = true
			facts = append(facts, s.nodes[n.Clause.ID].facts...)
		}
	}
	return facts
}

// inOrderOf returns facts in the order of the questions, each once.
func (s *scheme) inOrderOf(facts []fact.Name) []fact.Name {
	var all []fact.Name
	for _, q := range s.questions {
		if slices.Contains(facts, q.Fact) {
			all = append(all, q.Fact)
		}
	}
	return all
}

// deciding returns the facts that decide the denied items, and the dates from
// which they follow where the reasons do not give them.
func (a *Assessment) deciding() row {
	var all []clause.Note
	for _, g := range a.refusals() {
		lines := slices.Clone(g.key.facts)
		if n := joined(g.key.dates); n != (clause.Note{}) && !a.allDenied() {
			lines = append(lines, n)
		}
		if len(lines) > 0 {
			lines[0] = a.of(g.items, lines[0])
		}
		all = append(all, lines...)
	}
	return row{"判定に用いた事実", "Facts that decide", all}
}
