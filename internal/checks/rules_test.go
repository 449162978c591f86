// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package checks

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// dated is the name of a file that may hold data of an edition: rules are also
// in other files than those that edition names.
var dated = regexp.MustCompile(`^[a-z]+\d{4}(_[a-z0-9]+)?\.go$`)

// TestRuleMoves moves the rules in the data of every edition, one move at a
// time, and demands that a case in testdata notices: that a test TestCases… of
// the package fails, or of one that imports it. The moves are
//   - of a condition: a fact turned round; All and Any exchanged; one part of
//     them left out; a Not left out,
//   - of a scope: the whole cover in its place, or the other part of it,
//   - of a list of rules, exceptions, moves of endorsements, agreements or heads,
//     and of the heads that one follows: one of them left out,
//   - of a verdict: NotCovered and OutsideTrigger exchanged; Whole in place of
//     Excess; a move of an endorsement that excludes, whatever it did,
//   - of a move of an endorsement: one of the parts of the cover in which it acts
//     left out,
//   - of an agreement: no agreement that it restores, no exception that it sets
//     aside, no endorsement,
//   - of a head: no incident; no consent; no clause for a cost without it; no fact
//     that it asks about; it does not stand alone,
//   - of a question: it follows none,
//   - of a reading: a comparison turned round; a branch of a switch that is
//     always taken, and one that never is,
//
// and with BAISEKI_DEEP set, a fact that is always so, one that never is, and
// the scope around another one in its place.
//
// A line with a move that no case can notice needs a comment with the reason:
// //checks:fixed reason.
func TestRuleMoves(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the tests of every package with rules and runs them for every move")
	}
	if runtime.GOOS == "js" {
		t.Skip("no processes here")
	}
	public := list(t, pkg.public)
	var all []ruleMove
	files := map[string][]byte{}
	tested := map[string]bool{}
	for _, p := range public {
		m := findMoves(t, p, len(all), deep)
		for _, why := range m.fails {
			t.Error(why)
		}
		if len(m.all) == 0 {
			continue
		}
		all = append(all, m.all...)
		maps.Copy(files, m.r.files())
		for _, q := range public {
			tested[q.ImportPath] = tested[q.ImportPath] || q.sees(p)
		}
	}
	binaries := map[string]string{} // one for each package holds all moves
	for _, p := range public {
		if tested[p.ImportPath] {
			binary, err := build(t, p, files)
			if err != nil {
				t.Fatal(err)
			}
			passes(t, binary, p)
			binaries[p.ImportPath] = binary
		}
	}
	noticed := make([]bool, len(all))
	each(all, func(m ruleMove) {
		noticed[m.n] = slices.ContainsFunc(public, func(q pkg) bool {
			return q.sees(m.p) && notices(t, binaries[q.ImportPath], q, m.n)
		})
	})
	unnoticed := map[string]bool{} // by line, where that is allowed
	for _, m := range all {
		if m.fixed {
			unnoticed[m.at] = unnoticed[m.at] || !noticed[m.n]
		} else if !noticed[m.n] {
			t.Errorf("%s: no case notices %s", m.at, m.what)
		}
	}
	for line, some := range unnoticed {
		if !some {
			t.Errorf("%s: //checks:fixed, but cases notice every move", line)
		}
	}
	t.Logf("%d moves", len(all))
}

// sees reports whether tests of the package can notice a move in the other one.
func (p pkg) sees(other pkg) bool {
	return p.ImportPath == other.ImportPath || slices.Contains(p.Imports, other.ImportPath)
}

// A ruleMove is one move of a rule.
type ruleMove struct {
	p     pkg
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
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
)

func rules2024(r exclusions.Readings) ([]exclusions.Rule, []coverage.Agreement) {
	is, not, all, some := exclusions.Is, exclusions.Not, exclusions.All, exclusions.Any
	always := exclusions.Cond{}
	two := some(
		is("a"),
		not(is("b")),
	)
	if r.Start != exclusions.FirstStart {
		two = all(always)
	}
	where := exclusions.Scope("")
	switch r.Property {
	case exclusions.Included:
	case exclusions.LeftOut:
		where = exclusions.Costs
	}
	const part = exclusions.Costs + "/part"
	return []exclusions.Rule{
		{When: two, Scope: where, Extent: exclusions.Excess},
		{When: all(named("c"), local()), Scope: part, Extent: exclusions.Whole}, //checks:fixed made up
	}, []coverage.Agreement{{Denies: coverage.NotCovered, Rule: exclusions.Rule{Unless: []exclusions.Rule{{}}}}, {Restores: "Y", SetsAside: "Z", Endorsement: "X"}}
}

func named(f exclusions.Fact) exclusions.Cond { return exclusions.Is(f) }
func local() exclusions.Cond                  { return exclusions.Is("d") }

func moves2024() []exclusions.Move {
	moves := []exclusions.Move{{Rule: exclusions.Rule{}}}
	return append(moves, exclusions.Move{Kind: exclusions.TakesBack, Target: "X", In: []exclusions.Scope{exclusions.Liability}})
}

func heads2024() []coverage.Head {
	some, any := []limits.Head{limits.Custody, limits.Defence}, []limits.Head{}
	any = some
	last := coverage.Head{Alone: false}
	last.Consent, last.Without = clause.Clause{ID: "C"}, clause.Clause{ID: "D"}
	return []coverage.Head{
		{Scope: exclusions.Costs.Head("x"), Follows: some, Incident: coverage.ReputationalIncident},
		{Follows: any, Consented: "e"},
		{Asked: []exclusions.Fact{"f", "g"}, Alone: true},
		last,
	}
}

func questions2024() []exclusions.Question { return []exclusions.Question{{Fact: "f", After: "e"}} }
`
	want := strings.Split(`29: named("c"): a condition whose parts cannot move: make it by Is, Not, All and Any
48: any: a list whose parts cannot move: write it here, or in a variable that has no other value
13: All in place of some( is("a"), not(is("b")), )
14: some( is("a"), not(is("b")), ) without is("a")
15: some( is("a"), not(is("b")), ) without not(is("b"))
14: not is("a") in place of is("a")
15: is("b") in place of not(is("b"))
17: the contrary of r.Start != exclusions.FirstStart
21: always exclusions.Included in place of r.Property
21: always exclusions.LeftOut in place of r.Property
23: no reading in place of exclusions.LeftOut
24: the whole cover in place of exclusions.Costs
24: the liability in place of exclusions.Costs
28: a list without {When: two, Scope: where, Extent: exclusions.Excess}
29: a list without {When: all(named("c"), local()), Scope: part, Extent: exclusions.Whole}
28: the whole cover in place of where
28: Whole in place of exclusions.Excess
29: Any in place of all(named("c"), local())
29: all(named("c"), local()) without named("c")
29: all(named("c"), local()) without local()
29: the whole cover in place of part
30: a list without {Denies: coverage.NotCovered, Rule: exclusions.Rule{Unless: []exclusions.Rule{{}…
30: a list without {Restores: "Y", SetsAside: "Z", Endorsement: "X"}
30: OutsideTrigger in place of coverage.NotCovered
30: a list without {}
30: no Restores in place of "Y"
30: no SetsAside in place of "Z"
30: no Endorsement in place of "X"
33: not exclusions.Is(f) in place of exclusions.Is(f)
34: not exclusions.Is("d") in place of exclusions.Is("d")
37: a list without {Rule: exclusions.Rule{}}
38: append(moves, exclusions.Move{Kind: exclusions.TakesBack, Target: "X", In: []exc… without exclusions.Move{Kind: exclusions.TakesBack, Target: "X", In: []exclusions.Scope{…
38: Excludes in place of exclusions.TakesBack
38: a list without exclusions.Liability
38: the whole cover in place of exclusions.Liability
38: the costs in place of exclusions.Liability
45: no Without in place of clause.Clause{ID: "D"}
45: no Consent in place of clause.Clause{ID: "C"}
47: a list without {Scope: exclusions.Costs.Head("x"), Follows: some, Incident: coverage.Reputation…
48: a list without {Follows: any, Consented: "e"}
49: a list without {Asked: []exclusions.Fact{"f", "g"}, Alone: true}
50: a list without last
47: some without limits.Custody
47: some without limits.Defence
47: no Incident in place of coverage.ReputationalIncident
47: the whole cover in place of exclusions.Costs.Head("x")
48: no Consent in place of "e"
49: a list without "f"
49: a list without "g"
49: no Alone in place of true
54: no After in place of "e"`, "\n")
	p := pkg{ImportPath: module + "/made", Dir: t.TempDir(), Name: "made", GoFiles: []string{"rules2024.go"}}
	if err := os.WriteFile(filepath.Join(p.Dir, "rules2024.go"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	m := findMoves(t, p, 7, false)
	got := slices.Clone(m.fails)
	for i, move := range m.all {
		if move.n != 7+i || move.fixed != strings.Contains(move.at, ":29") {
			t.Errorf("%+v", move)
		}
		got = append(got, move.at+": "+move.what)
	}
	for i := range got {
		_, got[i], _ = strings.Cut(got[i], "rules2024.go:")
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	m = findMoves(t, p, 7, true)
	for path, text := range m.r.files() {
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p.GoFiles = append(p.GoFiles, "moved.go")
	check(t, p)
}
