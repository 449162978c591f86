// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
)

// TestCheck proves the edition whole under every single reading that is not the
// default.
func TestCheck(t *testing.T) {
	for _, reading := range allReadings {
		scheme, err := coverage.JISA2024(readings(t, reading))
		if err != nil {
			t.Fatal(reading, err)
		}
		if err := scheme.Check(); err != nil {
			t.Error(reading, err)
		}
	}
}

// small returns the rules of a scheme of one head that is whole.
func small() coverage.Rules {
	one := func(id clause.ID) clause.Clause { return clause.Clause{ID: id, JA: "条項", EN: "clause"} }
	return coverage.Rules{
		Edition: one("S"),
		Year: period.Year{
			Base:  period.MustParse("2026-04-01 00:00 - 2027-04-01 00:00"),
			Opens: period.MustParseDate("2026-02-01"), Closes: period.MustParseDate("2026-03-15"),
		},
		Program: func(limits.Choices, []clause.ID) (limits.Program, error) {
			return limits.New(limits.On("repair", limits.PerPeriod("L", 100)))
		},
		Limits: []clause.Clause{one("L")},
		Agreements: []coverage.Agreement{{Denies: coverage.NotCovered, Rule: exclusions.Rule{
			Clause: one("A"), Scope: "repair", When: exclusions.Not(exclusions.Is("broken"))}}},
		Wording: exclusions.Wording{
			Rules: []exclusions.Rule{{Clause: one("X"), When: exclusions.Is("wilful")}},
			Endorsements: []exclusions.Endorsement{{Clause: one("E"), Moves: []exclusions.Move{
				{Kind: exclusions.GivesBack, Target: "X", Rule: exclusions.Rule{When: exclusions.Is("child")}}}}},
		},
		Heads: []coverage.Head{{Head: "repair", Clause: one("H"), Scope: "repair"}},
	}
}

// TestCheckFinds breaks a small scheme in one place at a time.
func TestCheckFinds(t *testing.T) {
	never := exclusions.All(exclusions.Is("broken"), exclusions.Not(exclusions.Is("broken")))
	for path, breaks := range map[string]func(*coverage.Rules){
		"":                  func(*coverage.Rules) {},
		`clauses: "L"`:      func(r *coverage.Rules) { r.Recognized = r.Limits[0] },
		`clauses: "N"`:      func(r *coverage.Rules) { r.Notice = clause.Clause{ID: "N", JA: "通知"} },
		`readings: "A1 Q"`:  func(r *coverage.Rules) { r.Readings = []coverage.Reading{{ID: "A1", Clauses: []clause.ID{"Q"}}} },
		`endorsements: "E"`: func(r *coverage.Rules) { r.Wording.Endorsements[0].Moves = nil },
		`dead: "X"`:         func(r *coverage.Rules) { r.Wording.Rules[0].When = never; r.Wording.Endorsements = nil },
		`dead: "E"`:         func(r *coverage.Rules) { r.Wording.Endorsements[0].Moves[0].Rule.When = never },
		`program: "L"`:      func(r *coverage.Rules) { r.Limits = nil },
		`heads: "paint"`: func(r *coverage.Rules) {
			r.Heads = append(r.Heads, coverage.Head{Head: "paint", Clause: clause.Clause{ID: "P", JA: "塗装", EN: "paint"}, Scope: "repair"})
		},
		`heads: "repair"`: func(r *coverage.Rules) { r.Agreements[0].Rule.When = exclusions.Cond{} },
	} {
		r := small()
		breaks(&r)
		scheme, err := coverage.New(r)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		err = scheme.Check()
		if path == "" && err != nil || path != "" && (!errors.Is(err, coverage.ErrScheme) || !strings.Contains(err.Error(), path+": ")) {
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
		"year":    {func(r *coverage.Rules) { r.Year = period.Year{} }, period.ErrYear},
		"edition": {func(r *coverage.Rules) { r.Edition = clause.Clause{} }, coverage.ErrScheme},
		"program": {func(r *coverage.Rules) { r.Program = nil }, coverage.ErrScheme},
		"twice":   {func(r *coverage.Rules) { r.Heads = append(r.Heads, r.Heads[0]) }, coverage.ErrScheme},
		"follows": {func(r *coverage.Rules) { r.Heads[0].Follows = []limits.Head{"paint"} }, coverage.ErrScheme},
		"denies":  {func(r *coverage.Rules) { r.Agreements[0].Denies = coverage.Covered }, coverage.ErrScheme},
		"target":  {func(r *coverage.Rules) { r.Wording.Endorsements[0].Moves[0].Target = "Y" }, exclusions.ErrTarget},
		"rule":    {func(r *coverage.Rules) { r.Wording.Rules[0].Clause.ID = "A" }, exclusions.ErrDuplicate},
	} {
		r := small()
		c.breaks(&r)
		if _, err := coverage.New(r); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestEveryAgreement demands that some claim under testdata is denied by each
// agreement, and that each endorsement answers for some claim.
func TestEveryAgreement(t *testing.T) {
	denied, remedied := map[clause.ID]bool{}, map[clause.ID]bool{}
	for _, f := range readClaims(t) {
		p := f.policy(t)
		for _, block := range f.claim {
			a, err := p.Assess(f.claimOf(t, p.Scheme(), block), coverage.History{})
			if err != nil {
				continue
			}
			for _, r := range a.Items {
				for _, id := range r.By {
					denied[id] = denied[id] || r.Verdict != coverage.Open
				}
				for _, id := range r.Remedies() {
					remedied[id] = true
				}
			}
		}
	}
	scheme, err := coverage.JISA2024(readings(t, "A11b=inside"))
	if err != nil {
		t.Fatal(err)
	}
	for n := range scheme.Schedule().Nodes() {
		if n.Level == 0 && n.Extent == exclusions.Whole && n.Kind == exclusions.Excludes && !denied[n.Clause.ID] {
			t.Errorf("no claim is denied by %s", n.Clause)
		}
	}
	for _, id := range []clause.ID{"END-01", "END-02", "END-03", "END-04", "END-05"} {
		if !remedied[id] {
			t.Errorf("%s could have answered for no claim", id)
		}
	}
}
