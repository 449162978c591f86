// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
)

// A form is a phrase about clauses, in English for one of them and for more.
type form struct{ ja, one, more string }

func (f form) of(clauses []clause.Clause, names clause.Note) clause.Note {
	return note("", f.ja, plural(len(clauses), f.one, f.more), names)
}

// A manner is how a clause denies an item.
type manner uint8

const (
	byExclusion   manner = iota // an exclusion applies
	byRequirement               // a requirement of the cover is not met
	byLeavingOut                // the cover leaves it out, or an endorsement would have to add it
	byFollowing                 // there is no covered third-party claim
)

// forms returns the words of a manner in a line of a worksheet and in a sentence.
func (m manner) forms() (line, sentence form) {
	all := [...][2]form{
		byExclusion: {
			{"免責事由：{}", "exclusion: {}", "exclusions: {}"},
			{"免責事由{}に該当します。", "the exclusion {} applies", "the exclusions {} apply"},
		},
		byRequirement: {
			{"要件を満たさない：{}", "requirement not met: {}", "requirements not met: {}"},
			{"{}の要件を満たしません。", "the requirement {} is not met", "the requirements {} are not met"},
		},
		byLeavingOut: {
			{"補償対象外：{}", "not covered: {}", "not covered: {}"},
			{"補償対象外です：{}。", "not covered: {}", "not covered: {}"},
		},
		byFollowing: {{"{}がない", "no {}", "no {}"}},
	}
	return all[m][0], all[m][1]
}

// manner returns how a clause denies an item.
func (s *scheme) manner(r *Result, id clause.ID) manner {
	class := s.nodes[id].class
	switch {
	case id == s.rules.Follows.ID:
		return byFollowing
	case (class == AddedCover || class == LeftOut) && id != r.head.Without.ID:
		return byLeavingOut
	case s.requires(id) || id == r.head.Without.ID:
		return byRequirement
	}
	return byExclusion
}

// grounds returns the clauses that deny an item, by how they do. A condition of
// a requirement is with the requirement.
func (s *scheme) grounds(r *Result) []group[manner, clause.Clause] {
	var all []group[manner, clause.Clause]
	how := byExclusion
	for _, id := range r.By {
		if s.nodes[id].level == 0 {
			how = s.manner(r, id)
		}
		all = put(all, how, s.clauses[id])
	}
	return all
}

// denial returns why an item is denied, as a line of a worksheet.
func (s *scheme) denial(r *Result) clause.Note {
	n := join(each(s.grounds(r), func(g group[manner, clause.Clause]) clause.Note {
		line, _ := g.key.forms()
		return line.of(g.of, titles(g.of))
	}), "／", "; ")
	n.Clause = r.By[0]
	return n
}

// denied returns the same as a sentence about items.
func (a *Assessment) denied(items []int) clause.Note {
	s, r, x := a.policy.scheme, &a.items[items[0]], a.itemNumbers(items)
	if len(items) == 1 {
		x = a.itemNamed(items[0])
	}
	if c := s.rules.Follows; slices.Contains(r.By, c.ID) {
		return capital(note(c.ID, "{}は、{}がないため、補償対象外です（{}）。", "{}: not covered, because there is no {} ({}).",
			x, c, literal(c.ID)))
	}
	why := join(each(s.grounds(r), func(g group[manner, clause.Clause]) clause.Note {
		_, sentence := g.key.forms()
		return sentence.of(g.of, join(each(g.of, quoted), "、", ", "))
	}), "また、", "; ")
	return capital(note(r.By[0], "{}は、入力された内容では{}", "{}: on the facts entered, {}.", x, why))
}

// A refusal is why items are denied: the facts that decide, and the dates from which
// they follow.
type refusal struct {
	items []int
	facts []clause.Note
	dates clause.Note
}

// refusals returns why the items are denied, those with the same reasons together.
func (a *Assessment) refusals() []refusal {
	var all []refusal
	for i := range a.items {
		r := &a.items[i]
		if r.mayPay() {
			continue
		}
		x := a.refuse(i)
		at := slices.IndexFunc(all, func(y refusal) bool {
			return slices.Equal(r.By, a.items[y.items[0]].By) && slices.Equal(x.facts, y.facts) && x.dates == y.dates
		})
		if at < 0 {
			all = append(all, x)
		} else {
			all[at].items = append(all[at].items, i)
		}
	}
	return all
}

// refuse returns why an item is denied.
func (a *Assessment) refuse(i int) refusal {
	r, derived := &a.items[i], a.derived(i)
	var facts, dates []clause.Note
	for _, f := range a.decisive(r) {
		q := a.policy.scheme.question(f)
		answer := a.reply(i, q, &derived)
		n := note("", "{} {}", "{} {}", bare(q), answer)
		if answer.from == dated {
			n = note("", "{}（日付・金額から判定）", "{} (from dates or amounts)", n)
			dates = union(dates, a.datesBehind(r, f)...)
		}
		facts = append(facts, n)
	}
	if len(r.orders) > 0 { // whatever the hours are
		for _, id := range r.By {
			for _, f := range a.policy.factsOf(id) {
				if r.bound.Of(f) == fact.Unknown {
					dates = union(dates, a.datesBehind(r, f)...)
				}
			}
		}
	}
	dates = slices.DeleteFunc(dates, func(n clause.Note) bool { // which another one says as well
		return slices.ContainsFunc(dates, func(m clause.Note) bool { return m != n && strings.HasPrefix(m.EN, n.EN) })
	})
	return refusal{[]int{i}, facts, join(dates, "、", "; ")}
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
		of := slices.DeleteFunc(a.policy.factsOf(id), func(f fact.Name) bool { return r.bound.Of(f) == fact.Unknown })
		switch c, ok := r.bound.SettleRule(id); {
		case id == r.head.Without.ID:
			facts = append(facts, r.head.Consented)
		case s.nodes[id].level > 0: // what it names, its requirement does
		case ok && c.Truth == fact.Yes:
			rules, known = append(rules, id), append(known, of...)
		default:
			facts = append(facts, of...)
		}
	}
	without := r.bound
	known = s.inOrderOf(known)
	slices.SortStableFunc(known, func(x, y fact.Name) int { return a.distance(r, y) - a.distance(r, x) })
	for _, f := range known {
		b, err := without.Under(fact.Set{}.With(fact.NotKnown, f))
		if err != nil || slices.ContainsFunc(rules, func(id clause.ID) bool {
			c, _ := b.SettleRule(id)
			return c.Truth != fact.Yes
		}) {
			facts = append(facts, f)
		} else {
			without = b
		}
	}
	return s.inOrderOf(facts)
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

// factsOf returns the facts that a rule and its exceptions in force name.
func (p *policy) factsOf(id clause.ID) []fact.Name {
	below := map[clause.ID]bool{id: true}
	facts := slices.Clone(p.scheme.nodes[id].facts)
	for r := range p.schedule.Rules() {
		if below[r.Under] && r.Under != "" && p.has(r.With) {
			below[r.Clause.ID] = true
			facts = append(facts, p.scheme.nodes[r.Clause.ID].facts...)
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
func (a *Assessment) deciding() []clause.Note {
	var all []clause.Note
	for _, x := range a.refusals() {
		lines := x.facts
		if x.dates != (clause.Note{}) && !a.allDenied() {
			lines = append(lines, x.dates)
		}
		if len(lines) > 0 {
			lines[0] = a.of(x.items, lines[0])
		}
		all = append(all, lines...)
	}
	return all
}
