// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// TestRuleMoves moves the rules in the data of every edition, one move at a
// time, and demands that a case in testdata notices: that a test TestCases… of
// the edition fails. The moves are
//   - of a condition: a fact turned round; All and Any exchanged; one part of
//     them left out; a Not left out,
//   - of a scope: the whole cover in its place, or the other part of it,
//   - of a list of rules or heads, and of the heads that one follows: one of them left
//     out, a rule with its exceptions,
//   - of the class of a rule: an exclusion in place of an excess or a waiver; a trigger
//     and a requirement of the cover exchanged; either of the two in place of another
//     requirement,
//   - of a rule: an exclusion of its own in place of an exception, no endorsement, no
//     exception that it sets aside, one of the parts of the cover in which it acts left
//     out,
//   - of a head: not reputational; no consent; no clause for a cost without it; no fact
//     that it asks about; it does not stand alone,
//   - of a question: it follows none,
//   - of a reading: the contrary of what is chosen, also in each branch of a
//     switch,
//
// and with BAISEKI_DEEP set, a fact that is always so, one that never is, and
// the scope around another one in its place.
//
// A line with a move that no case can notice needs a comment with the reason:
// //checks:fixed reason. Each sixteenth move is tried, and all with BAISEKI_MOVES or
// BAISEKI_DEEP set.
func TestRuleMoves(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the tests of every edition and runs them for every move")
	}
	if runtime.GOOS == "js" {
		t.Skip("no processes here")
	}
	for _, p := range editions(t) {
		t.Run(p.path(), func(t *testing.T) { moveRules(t, p) })
	}
}

func moveRules(t *testing.T, p pkg) {
	m := findMoves(t, p, deep)
	for _, why := range m.fails {
		t.Error(why)
	}
	binary, err := build(t, p, m.r.files()) // it holds all moves
	if err != nil {
		t.Fatal(err)
	}
	passes(t, binary, p)
	noticed, moves := make([]bool, len(m.all)), m.all
	if !allMoves {
		moves = slices.DeleteFunc(tried(m.all), func(move ruleMove) bool { return move.fixed }) // which takes all of a line
	}
	each(moves, func(move ruleMove) { noticed[move.n] = notices(t, binary, p, move.n) })
	unnoticed := map[string]bool{} // by line, where that is allowed
	for _, move := range moves {
		if move.fixed {
			unnoticed[move.at] = unnoticed[move.at] || !noticed[move.n]
		} else if !noticed[move.n] {
			t.Errorf("%s: no case notices %s", move.at, move.what)
		}
	}
	for line, some := range unnoticed {
		if !some {
			t.Errorf("%s: //checks:fixed, but cases notice every move", line)
		}
	}
	t.Logf("%d of %d moves", len(moves), len(m.all))
}

// A ruleMove is one move of a rule.
type ruleMove struct {
	n     int
	at    string
	what  string // what is moved, and to what
	fixed bool   // whether its line says that it cannot be noticed
}

// TestFindMoves finds the moves of every kind in a file made up for it, and
// demands that the file with all of them is sound Go.
func TestFindMoves(t *testing.T) {
	const source = `package made

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/limits"
)

const (
	liability exclusions.Scope = "liability"
	costs     exclusions.Scope = "costs"
)

func rules(r coverage.OpenPoints) []exclusions.Rule {
	is, not, all, some := exclusions.Is, exclusions.Not, exclusions.All, exclusions.Any
	always := exclusions.Cond{}
	two := some(
		is("a"),
		not(is("b")),
	)
	if !r.Has("A9=first-start") {
		two = all(always)
	}
	where := exclusions.Scope("")
	switch {
	case r.Has("A20=covered"):
	case r.Has("A20=excluded"):
		where = costs
	}
	const part = costs + "/part"
	return []exclusions.Rule{
		{When: two, Scope: where, Class: exclusions.Excess},
		{When: all(named("c"), local()), Scope: part, Class: ""}, //checks:fixed made up
		{Class: coverage.Cover, Under: ""}, {Under: "Y", Aside: "Z", With: "X"},
	}
}

func named(f fact.Name) exclusions.Cond { return exclusions.Is(f) }
func local() exclusions.Cond                  { return exclusions.Is("d") }

func more() []exclusions.Rule {
	more := []exclusions.Rule{{Class: coverage.LeftOut}}
	return slices.Concat(append(more, exclusions.Rule{Under: "X", In: []exclusions.Scope{liability}}), nil)
}

func heads() []coverage.Head {
	some, any := []limits.Head{"custody", "defence"}, []limits.Head{}
	any = some
	last := coverage.Head{Alone: false}
	last.Consent, last.Without = clause.Clause{ID: "C"}, clause.Clause{ID: "D"}
	return []coverage.Head{
		{Scope: costs.Head("x"), Follows: some, Reputational: true},
		{Follows: any, Consented: "e"},
		{Asked: []fact.Name{"f", "g"}, Alone: true},
		last,
	}
}

func questions() []fact.Question { return []fact.Question{{Fact: "f", After: "e"}} }
`
	want := strings.Split(`37: named("c"): a condition whose parts cannot move: make it by Is, Not, All and Any
57: any: a list whose parts cannot move: write it here, or in a variable that has no other value
21: All in place of some( is("a"), not(is("b")), )
22: some( is("a"), not(is("b")), ) without is("a")
23: some( is("a"), not(is("b")), ) without not(is("b"))
22: not is("a") in place of is("a")
23: is("b") in place of not(is("b"))
25: the contrary of r.Has("A9=first-start")
30: the contrary of r.Has("A20=covered")
31: the contrary of r.Has("A20=excluded")
32: the whole cover in place of costs
32: the liability in place of costs
36: a list without {When: two, Scope: where, Class: exclusions.Excess}
37: a list without {When: all(named("c"), local()), Scope: part, Class: ""}
38: a list without {Class: coverage.Cover, Under: ""}
38: a list without {Under: "Y", Aside: "Z", With: "X"}
36: the whole cover in place of where
36: an exclusion in place of exclusions.Excess
37: Any in place of all(named("c"), local())
37: all(named("c"), local()) without named("c")
37: all(named("c"), local()) without local()
37: the whole cover in place of part
38: trigger in place of coverage.Cover
38: no Under in place of "Y"
38: no With in place of "X"
38: no Aside in place of "Z"
42: not exclusions.Is(f) in place of exclusions.Is(f)
43: not exclusions.Is("d") in place of exclusions.Is("d")
46: a list without {Class: coverage.LeftOut}
46: trigger in place of coverage.LeftOut
46: cover in place of coverage.LeftOut
47: append(more, exclusions.Rule{Under: "X", In: []exclusions.Scope{liability}}) without exclusions.Rule{Under: "X", In: []exclusions.Scope{liability}}
47: no Under in place of "X"
47: a list without liability
47: the whole cover in place of liability
47: the costs in place of liability
54: no Without in place of clause.Clause{ID: "D"}
54: no Consent in place of clause.Clause{ID: "C"}
56: a list without {Scope: costs.Head("x"), Follows: some, Reputational: true}
57: a list without {Follows: any, Consented: "e"}
58: a list without {Asked: []fact.Name{"f", "g"}, Alone: true}
59: a list without last
56: some without "custody"
56: some without "defence"
56: no Reputational in place of true
56: the whole cover in place of costs.Head("x")
57: no Consent in place of "e"
58: a list without "f"
58: a list without "g"
58: no Alone in place of true
63: no After in place of "e"`, "\n")
	p := pkg{ImportPath: module + "/made", Dir: t.TempDir(), Name: "made", GoFiles: []string{"rules.go"}}
	if err := os.WriteFile(filepath.Join(p.Dir, "rules.go"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	m := findMoves(t, p, false)
	got := slices.Clone(m.fails)
	for i, move := range m.all {
		if move.n != i || move.fixed != strings.Contains(move.at, ":37") {
			t.Errorf("%+v", move)
		}
		got = append(got, move.at+": "+move.what)
	}
	for i := range got {
		_, got[i], _ = strings.Cut(got[i], "rules.go:")
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	m = findMoves(t, p, true)
	for path, text := range m.r.files() {
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p.GoFiles = append(p.GoFiles, "moved.go")
	check(t, p)
}
