// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
)

const wordingFile = "exclusions.txt"

// An edition makes the whole wording on which cases are computed.
type edition func(testing.TB, ...coverage.Reading) exclusions.Schedule

func TestCasesWording(t *testing.T) {
	cases.Run(t, wordingFile, wordingVerbs(wholeOf))
}

func wordingVerbs(e edition) map[string]func(*testing.T, cases.Case) string {
	return map[string]func(*testing.T, cases.Case) string{
		"rule":    func(t *testing.T, c cases.Case) string { return e.rule(t, c) },
		"certain": func(t *testing.T, c cases.Case) string { return e.certain(t, c) },
		"settle":  func(t *testing.T, c cases.Case) string { return e.settle(t, c) },
		"effect":  func(t *testing.T, c cases.Case) string { return e.effect(t, c) },
	}
}

// bind reads what is known and, after the word in, the part of the cover.
func (e edition) bind(t *testing.T, words []string) exclusions.Bound {
	t.Helper()
	var (
		r        []coverage.Reading
		f        fact.Set
		attached []clause.ID
		usual    bool
		clear    bool
		part     exclusions.Scope
	)
	for i, w := range words {
		switch {
		case i > 0 && words[i-1] == "in":
			part = exclusions.Scope(w)
		case w == "in" && i+1 < len(words):
		case w == "usual":
			usual = true
		case w == "clear":
			clear = true
		case strings.HasPrefix(w, "A"):
			r = append(r, coverage.Reading(w))
		case strings.HasPrefix(w, "END-"):
			attached = append(attached, clause.ID(w))
		default:
			g, err := fact.Parse(w)
			if err != nil {
				t.Fatal(err)
			}
			f = f.Over(g)
		}
	}
	s, err := e(t, r...).With(attached...)
	if err != nil {
		t.Fatal(err)
	}
	if usual {
		f = f.Else(s.Defaults())
	}
	if clear {
		var no []fact.Name
		for _, q := range s.Wording().Questions {
			no = append(no, q.Fact)
		}
		f = f.Over(fact.Set{}.No(no...))
	}
	b, err := s.Bind(f)
	if err != nil {
		t.Fatal(err)
	}
	return b.In(part)
}

func wordingIDs(ids []clause.ID) string {
	var words []string
	for _, id := range ids {
		words = append(words, string(id))
	}
	return strings.Join(words, " ")
}

func (e edition) rule(t *testing.T, c cases.Case) string {
	f, ok := e.bind(t, c.Args[1:]).Finding(clause.ID(c.Arg(0)))
	if !ok {
		return "no such rule"
	}
	said := map[fact.Truth]string{fact.Yes: "excluded", fact.No: "given back", fact.Unknown: "open"}[f.Applies]
	if f.Applies == fact.No && len(f.Chain) == 1 {
		said = "not caught"
	}
	var excess, in, could string
	if f.Class == exclusions.Excess {
		excess = "in excess"
	}
	if f.Scope != "" {
		in = "in " + string(f.Scope)
	}
	if len(f.Remedies) > 0 {
		could = "could " + wordingIDs(f.Remedies)
	}
	return cases.Join(said, wordingIDs(f.Chain), excess, in, could)
}

func (e edition) certain(t *testing.T, c cases.Case) string {
	s, ok := e.bind(t, c.Args[1:]).SettleRule(clause.ID(c.Arg(0)))
	if !ok {
		return "no such rule"
	}
	return wordingSettled(s)
}

func (e edition) settle(t *testing.T, c cases.Case) string {
	in := exclusions.Scope(c.Arg(0))
	if in == "all" {
		in = ""
	}
	bare := edition(func(t testing.TB, r ...coverage.Reading) exclusions.Schedule {
		whole := e(t, r...)
		s, err := exclusions.New(withoutCover(whole.Wording()))
		if err != nil {
			t.Fatal(err)
		}
		if s, err = s.With(whole.Attached()...); err != nil {
			t.Fatal(err)
		}
		return s
	})
	return wordingSettled(bare.bind(t, c.Args[1:]).Settle(in))
}

func wordingSettled(s exclusions.Settlement) string {
	said := map[fact.Truth]string{fact.Yes: "excluded", fact.No: "nothing excluded", fact.Unknown: "open"}[s.Truth]
	needs := ""
	for _, n := range s.Questions {
		needs = cases.Join(needs, string(n.Question.Fact))
	}
	if needs != "" {
		needs = "needs " + needs
	}
	if !s.Exact {
		needs = cases.Join(needs, "not exact")
	}
	return cases.Join(said, wordingIDs(s.By), needs)
}

func (e edition) effect(t *testing.T, c cases.Case) string {
	var all []string
	b := e.bind(t, c.Args)
	for r := range b.Schedule().Rules() {
		if does := wordingEffect(r); does != "" && slices.Contains(b.Schedule().Attached(), r.With) {
			s, _ := b.SettleRule(r.Clause.ID)
			all = append(all, cases.Join(string(r.Clause.ID), does, string(r.Scope))+": "+s.Truth.String())
		}
	}
	if len(all) == 0 {
		return "nothing"
	}
	return strings.Join(all, ", ")
}

// wordingEffect returns what a rule of an endorsement does that neither excludes nor
// is an exception to what does, or "".
func wordingEffect(r exclusions.Rule) string {
	switch {
	case r.With != "" && r.Class == exclusions.Waiver:
		return "waives subrogation"
	case r.With != "" && r.Under != "" && r.Class == coverage.Insured:
		return "adds an insured"
	case r.With != "" && r.Under != "" && r.Class == coverage.AddedCover:
		return "adds cover"
	}
	return ""
}

// wordingNodes returns the exclusions with their exceptions, and the effects.
func wordingNodes(t *testing.T, r ...coverage.Reading) []exclusions.Rule {
	t.Helper()
	all := slices.DeleteFunc(slices.Collect(wholeOf(t, r...).Rules()), func(r exclusions.Rule) bool {
		return r.Class != "" && r.Class != exclusions.Excess && wordingEffect(r) == ""
	})
	if len(all) < 30 {
		t.Fatalf("%d rules", len(all))
	}
	return all
}

// Every node of the edition decides a case: a rule excludes in one, does not
// catch another, is open in a third and is given back in one if anything gives
// it back; an exception gives back, or takes back, in each of the parts in which
// it acts; an effect is the only one that holds, and fails to hold.
func TestEveryNodeHasCases(t *testing.T) {
	all := cases.Read(t, wordingFile)
	excepted := map[clause.ID]bool{}
	level := map[clause.ID]int{}
	for _, n := range wordingNodes(t) {
		excepted[n.Under] = true
		if n.Under != "" {
			level[n.Clause.ID] = level[n.Under] + 1
		}
	}
	for _, n := range wordingNodes(t) {
		id := string(n.Clause.ID)
		t.Attr("rule", id)
		demand := func(what string, shows func(c cases.Case) bool) {
			t.Helper()
			if !slices.ContainsFunc(all, shows) {
				t.Errorf("%s: no case in %s in which it %s", n.Clause, wordingFile, what)
			}
		}
		said := func(words string) func(cases.Case) bool {
			return func(c cases.Case) bool {
				return c.Verb == "rule" && c.Arg(0) == id && strings.HasPrefix(c.Want+" ", words+" "+id+" ")
			}
		}
		// decides looks for a chain that contains the node, in a part of the cover.
		decides := func(words string, in exclusions.Scope) func(cases.Case) bool {
			return func(c cases.Case) bool {
				chain, _, _ := strings.Cut(c.Want, " could ")
				chain, ok := strings.CutPrefix(chain, words+" ")
				at := slices.Index(c.Args, "in")
				return ok && c.Verb == "rule" && slices.Contains(strings.Fields(chain), id) && (at < 0 && in == "" || at >= 0 && c.Arg(at+1) == string(in))
			}
		}
		parts := n.In
		if len(parts) == 0 {
			parts = []exclusions.Scope{""}
		}
		switch {
		case wordingEffect(n) != "":
			demand("alone holds", func(c cases.Case) bool {
				return c.Verb == "effect" && strings.Count(c.Want, ": yes") == 1 && slices.ContainsFunc(strings.Split(c.Want, ", "), func(one string) bool {
					return strings.HasPrefix(one, id+" ") && strings.HasSuffix(one, ": yes")
				})
			})
			demand("does not hold", func(c cases.Case) bool {
				return c.Verb == "effect" && slices.ContainsFunc(strings.Split(c.Want, ", "), func(one string) bool {
					return strings.HasPrefix(one, id+" ") && strings.HasSuffix(one, ": no")
				})
			})
		case n.Under == "":
			demand("excludes", said("excluded"))
			demand("does not catch", said("not caught"))
			demand("is open", said("open"))
			if excepted[n.Clause.ID] {
				demand("is given back", said("given back"))
			}
		case level[n.Clause.ID]%2 == 1:
			for _, in := range parts {
				demand(cases.Join("gives back", string(in)), decides("given back", in))
			}
		default:
			for _, in := range parts {
				demand(cases.Join("takes back", string(in)), decides("excluded", in))
			}
		}
	}
}

// Whatever part of a rule of the edition is turned round or left out, and in
// whatever other part of the cover it acts, a case notices.
func TestEveryPartMatters(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("computes every case for every part")
	}
	all := cases.Read(t, wordingFile)
	noticed := func(change func(*exclusions.Wording, string)) bool {
		made := map[string]exclusions.Schedule{}
		changed := edition(func(t testing.TB, r ...coverage.Reading) exclusions.Schedule {
			at := fmt.Sprint(r)
			if s, ok := made[at]; ok {
				return s
			}
			s := wholeOf(t, r...)
			attached := s.Attached()
			w := s.Wording()
			change(&w, at)
			s, err := exclusions.New(w)
			if err != nil {
				t.Fatal(err)
			}
			if s, err = s.With(attached...); err != nil {
				t.Fatal(err)
			}
			made[at] = s
			return s
		})
		run := wordingVerbs(changed)
		return slices.ContainsFunc(all, func(c cases.Case) bool { return run[c.Verb](t, c) != c.Want })
	}
	readings := [][]coverage.Reading{
		{},
		{jisa2024.KnownAtFirstStart},
		{jisa2024.DeliveryUntilMonthUp},
		{jisa2024.PropertyExcluded},
		{jisa2024.RightsExcluded},
	}
	tried := map[string]bool{}
	for _, r := range readings {
		for _, n := range wordingNodes(t, r...) {
			key := string(n.Clause.ID) + n.When.String()
			if tried[key] {
				continue // as under an earlier reading
			}
			tried[key] = true
			notice := func(what string, change func(*exclusions.Rule)) {
				t.Helper()
				if !noticed(func(w *exclusions.Wording, at string) {
					if at == fmt.Sprint(r) {
						wordingAlter(w, n.Clause.ID, change)
					}
				}) {
					t.Errorf("%v: no case notices %s: %s", r, n.Clause.ID, what)
				}
			}
			for _, mutant := range wordingMutants(t, n.When) {
				notice(fmt.Sprintf("%s in place of %s", mutant, n.When), func(r *exclusions.Rule) { r.When = mutant })
			}
			if n.Under == "" && n.Scope != "" {
				notice("the whole cover in place of "+string(n.Scope), func(r *exclusions.Rule) { r.Scope = "" })
			}
			for i, in := range n.In {
				notice("without "+string(in), func(r *exclusions.Rule) { r.In = slices.Delete(r.In, i, i+1) })
				wider, _, _ := strings.Cut(string(in), "/")
				notice(wider+" in place of "+string(in), func(r *exclusions.Rule) { r.In[i] = exclusions.Scope(wider) })
			}
		}
	}
}

// wordingAlter changes the rule with the id, which may be that of its endorsement.
func wordingAlter(w *exclusions.Wording, id clause.ID, change func(*exclusions.Rule)) {
	for i := range w.Rules {
		if r := &w.Rules[i]; r.Clause.ID == id || r.Clause.ID == "" && r.With == id {
			change(r)
		}
	}
}
