// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
)

// small returns the rules of a scheme of one head that is whole.
func small() coverage.Rules {
	one := func(id clause.ID) clause.Clause { return clause.Clause{ID: id, JA: "条項", EN: "clause"} }
	return coverage.Rules{
		Edition: one("S"),
		Calendar: period.Calendar{
			Base:  period.MustParse("2026-04-01 00:00 - 2027-04-01 00:00"),
			Opens: period.MustParseDate("2026-02-01"), Closes: period.MustParseDate("2026-03-15"),
		},
		Limits:       limits.On("repair", limits.Aggregate("L", option.Yen(100))),
		LimitClauses: []clause.Clause{one("L")},
		Wording: exclusions.Wording{
			Rules: []exclusions.Rule{
				{Clause: one("A"), Class: coverage.Cover, Scope: "repair", When: exclusions.Not(exclusions.Is("broken"))},
				{Clause: one("X"), When: exclusions.Is("wilful")},
				{With: "E", Under: "X", When: exclusions.Is("child")},
			},
			Endorsements: []clause.Clause{one("E")},
		},
		Heads: []coverage.Head{{Head: "repair", Clause: one("H"), Scope: "repair"}},

		Accepted: one("K1"), Follows: one("K2"), Series: one("K3"), Restated: one("K4"), Undecided: one("K5"),
	}
}

// TestCheckFinds breaks a small scheme in one place at a time.
func TestCheckFinds(t *testing.T) {
	never := exclusions.All(exclusions.Is("broken"), exclusions.Not(exclusions.Is("broken")))
	for path, breaks := range map[string]func(*coverage.Rules){
		"":                        func(*coverage.Rules) {},
		"accepted":                func(r *coverage.Rules) { r.Accepted = r.LimitClauses[0] },
		"notice":                  func(r *coverage.Rules) { r.Notice = clause.Clause{ID: "N", JA: "通知"} },
		"wording.endorsements[E]": func(r *coverage.Rules) { r.Wording.Rules = r.Wording.Rules[:2] },
		"wording.rules[X].when": func(r *coverage.Rules) {
			r.Wording.Rules[1].When = never
			r.Wording.Rules = r.Wording.Rules[:2]
			r.Wording.Endorsements = nil
		},
		"wording.rules[E].when":  func(r *coverage.Rules) { r.Wording.Rules[2].When = never },
		"limits.terms[0].clause": func(r *coverage.Rules) { r.LimitClauses = nil },
		"options[a]":             func(r *coverage.Rules) { r.Options = option.Table{{ID: "a", EN: "a", Unit: option.AsRatio}} },
		"options[b].with": func(r *coverage.Rules) {
			r.Options = option.Table{{ID: "b", JA: "b", EN: "b", Unit: option.AsRatio, With: "F"}}
		},
		"heads[paint]": func(r *coverage.Rules) {
			r.Heads = append(r.Heads, coverage.Head{Head: "paint", Clause: clause.Clause{ID: "P", JA: "塗装", EN: "paint"}, Scope: "repair"})
		},
		"heads[repair]": func(r *coverage.Rules) { r.Wording.Rules[0].When = exclusions.Cond{} },
	} {
		r := small()
		breaks(&r)
		_, err := coverage.New(r)
		if path == "" && err != nil || path != "" && (err == nil || fault.All(err)[0].Path != path) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestNewRefuses breaks what New itself demands.
func TestNewRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		breaks func(*coverage.Rules)
		want   error
	}{
		"year":    {func(r *coverage.Rules) { r.Calendar = period.Calendar{} }, fault.ErrMissing},
		"edition": {func(r *coverage.Rules) { r.Edition = clause.Clause{} }, fault.ErrMissing},
		"limits":  {func(r *coverage.Rules) { r.Limits = limits.Node{} }, fault.ErrMissing},
		"figure":  {func(r *coverage.Rules) { r.Limits.Terms[0].Amount = option.Of("limit") }, fault.ErrUnknown},
		"options": {func(r *coverage.Rules) { r.Options = option.Table{{ID: "a", Standard: option.Of("b")}} }, fault.ErrUnknown},
		"setting": {func(r *coverage.Rules) { r.Standard = option.Values{"a": option.Yen(1)} }, fault.ErrUnknown},
		"reduces": {func(r *coverage.Rules) { r.Declared = "a" }, fault.ErrUnknown},
		"twice":   {func(r *coverage.Rules) { r.Heads = append(r.Heads, r.Heads[0]) }, fault.ErrDuplicate},
		"follows": {func(r *coverage.Rules) { r.Heads[0].Follows = []limits.Head{"paint"} }, fault.ErrUnknown},
		"class":   {func(r *coverage.Rules) { r.Wording.Rules[0].Class = "covered" }, fault.ErrUnknown},
		"under":   {func(r *coverage.Rules) { r.Wording.Rules[2].Under = "Y" }, fault.ErrUnknown},
		"rule":    {func(r *coverage.Rules) { r.Wording.Rules[1].Clause.ID = "A" }, fault.ErrDuplicate},
	} {
		r := small()
		c.breaks(&r)
		if _, err := coverage.New(r); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRefusedSchemes demands that a head follows none that follows others, and
// that every clause ID can stand in a history.
func TestRefusedSchemes(t *testing.T) {
	head := func(name string, follows ...limits.Head) coverage.Head {
		return coverage.Head{Head: limits.Head(name), Clause: clause.Clause{ID: clause.ID("H-" + name), JA: name, EN: name}, Scope: "repair", Follows: follows}
	}
	for name, alter := range map[string]func(*coverage.Rules){
		"chain": func(r *coverage.Rules) { r.Heads = append(r.Heads, head("paint", "repair"), head("wax", "paint")) },
		"self":  func(r *coverage.Rules) { r.Heads = append(r.Heads, head("paint", "paint")) },
		"space": func(r *coverage.Rules) { r.Accepted.ID = "Z 1" },
	} {
		r := small()
		alter(&r)
		if _, err := coverage.New(r); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	r := small()
	r.Heads = append(r.Heads, head("paint", "repair"))
	r.Limits = limits.Group(r.Limits, limits.On("paint"))
	if _, err := coverage.New(r); err != nil {
		t.Error(err)
	}
}

// TestImmutable changes what was given to a scheme and what it returned.
func TestImmutable(t *testing.T) {
	r := small()
	r.Heads = append(r.Heads, coverage.Head{Head: "paint", Clause: clause.Clause{ID: "P", JA: "塗装", EN: "paint"}, Scope: "repair", Follows: []limits.Head{"repair"}})
	r.Limits = limits.Group(r.Limits, limits.On("paint"))
	r.Points = []coverage.OpenPoint{{ID: "A1", JA: "点", EN: "point", Clauses: []clause.ID{"X"},
		Choices: []coverage.Choice{{Code: "one", JA: "一", EN: "one"}}}}
	r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
		Clause: clause.Clause{ID: "U", JA: "例外", EN: "exception"}, Under: "A", In: []exclusions.Scope{"repair"}, When: exclusions.Is("spare")})
	for _, f := range []fact.Name{"broken", "spare", "wilful", "child"} {
		r.Wording.Questions = append(r.Wording.Questions, fact.Question{Fact: f, JA: "質問", EN: "Question?"})
	}
	s, err := coverage.New(r)
	if err != nil {
		t.Fatal(err)
	}
	look := func() string {
		var all []string
		for h := range s.Heads() {
			all = append(all, fmt.Sprint(h.Follows))
			if len(h.Follows) > 0 {
				h.Follows[0] = "changed"
			}
		}
		w := s.Schedule().Wording()
		all = append(all, fmt.Sprint(w.Questions, w.Rules))
		w.Questions[0].EN, w.Rules[3].In[0] = "changed", "changed"
		rules := s.Rules()
		all = append(all, fmt.Sprint(rules))
		rules.Limits.Nodes[0].Terms[0].Clause, rules.Heads[0].Head = "changed", "changed"
		rules.Wording.Rules[0].Clause.ID = "changed"
		return fmt.Sprint(all, s.Clauses())
	}
	before := look()
	r.Heads[1].Follows[0], r.Points[0].Clauses[0] = "changed", "changed"
	r.Wording.Rules[3].In[0], r.Wording.Rules[0].Clause.EN, r.Wording.Questions[0].EN = "changed", "changed", "changed"
	r.Wording.Endorsements[0].EN = "changed"
	if after := look(); after != before {
		t.Errorf("%s\nbecomes\n%s", before, after)
	}
}
