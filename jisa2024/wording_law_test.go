// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/jisa2024"
)

// editions are schedules of the edition, by their readings.
type editions map[string]exclusions.Schedule

// settle returns what is excluded in a part of the cover, with no for every fact
// that is not given.
func (e editions) settle(t *testing.T, r []coverage.Reading, part exclusions.Scope, f fact.Set, attached ...clause.ID) exclusions.Settlement {
	t.Helper()
	s, ok := e[fmt.Sprint(r)]
	if !ok {
		s = wordingOf(t, r...)
		e[fmt.Sprint(r)] = s
	}
	s, err := s.With(attached...)
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.Bind(f.Over(noToAll(s)))
	if err != nil {
		t.Fatal(err)
	}
	return b.Settle(part)
}

// noToAll returns no for every fact.
func noToAll(s exclusions.Schedule) fact.Set {
	var no []fact.Name
	for r := range s.Rules() {
		no = append(no, r.When.Facts()...)
	}
	return fact.Set{}.No(no...)
}

// Every set of infringed rights, right by right: each is excluded or not, an item
// of which all are is excluded, one of which none is is not, and on one of which
// some are, a person decides.
func TestInfringedRights(t *testing.T) {
	e := editions{}
	type right struct {
		name        fact.Name
		named, hard bool
	}
	rights := []right{
		{"other-ip", false, true}, {"copyright", false, false}, {"personality-right", false, false},
		{"design-right", true, false}, {"trademark", true, false}, {"domain-name", true, false},
	}
	for _, reading := range []coverage.Reading{jisa2024.RightsAsCopyright, jisa2024.RightsExcluded} {
		for _, endorsed := range []bool{false, true} {
			for _, leak := range []string{"none", "by an outsider", "by an insider"} {
				for mask := range 1 << len(rights) {
					var f fact.Set
					excluded, covered := 0, 0
					for i, x := range rights {
						if mask>>i&1 == 0 {
							continue
						}
						f = f.Yes(x.name)
						var out bool
						switch {
						case x.name == "copyright":
							out = endorsed
						case x.hard || x.named && reading == jisa2024.RightsExcluded:
							out = leak != "by an outsider"
						}
						if out {
							excluded++
						} else {
							covered++
						}
					}
					if leak != "none" {
						f = f.Yes("leak-in-attack")
					}
					if leak == "by an insider" {
						f = f.Yes("attacker-in-business")
					}
					var attached []clause.ID
					if endorsed {
						attached = append(attached, jisa2024.CopyrightEndorsement)
					}
					for decided, mixed := range map[fact.Truth]fact.Set{
						fact.Yes:     f.Yes("mixed-ip-excluded"),
						fact.No:      f.No("mixed-ip-excluded"),
						fact.Unknown: f.With(fact.NotKnown, "mixed-ip-excluded"),
					} {
						want := decided
						switch {
						case excluded == 0:
							want = fact.No
						case covered == 0:
							want = fact.Yes
						}
						for _, part := range []exclusions.Scope{"", exclusions.Scope("liability").Head("damages"), exclusions.Scope("costs").Head("incident")} {
							got := e.settle(t, []coverage.Reading{reading}, part, mixed, attached...)
							if got.Truth != want {
								t.Errorf("%v, %v, leak %s, %v in %q: %v by %v, want %v", reading, attached, leak, mixed, part, got.Truth, got.By, want)
							}
							if want == fact.Unknown && (len(got.Questions) != 1 || got.Questions[0].Question.Fact != "mixed-ip-excluded") {
								t.Errorf("%v: needs %v", mixed, got.Questions)
							}
						}
					}
				}
			}
		}
	}
}

// Every way in which a claim and the knowledge of it fall about the delivery of
// work, where there is one.
func TestDelivery(t *testing.T) {
	e := editions{}
	const (
		none = iota
		before
		inMonth
		later
	)
	damages, costs := exclusions.Scope("liability").Head("damages"), exclusions.Scope("costs").Head("incident").Head("response").Head("investigation")
	for _, work := range []fact.Set{
		fact.Set{}.Yes("software-development", "in-japan"), fact.Set{}.Yes("software-development"), fact.Set{}.Yes("in-japan"),
	} {
		for _, delivered := range []bool{true, false} {
			for claim := none; claim <= later; claim++ {
				for known := none; known <= later; known++ {
					if !delivered && (claim > before || known > before) {
						continue // all is before a delivery that never comes
					}
					f := work
					if !delivered {
						f = f.Yes("never-delivered")
					}
					for _, x := range []struct {
						at, when int
						fact     fact.Name
					}{
						{claim, before, "claim-before-delivery"}, {claim, inMonth, "claim-within-month"},
						{known, before, "known-before-delivery"}, {known, inMonth, "known-within-month"},
					} {
						if x.at == x.when {
							f = f.Yes(x.fact)
						}
					}
					for _, r := range [][]coverage.Reading{
						{jisa2024.DeliveryWithinMonth, jisa2024.DeliveryForAll}, {jisa2024.DeliveryUntilMonthUp, jisa2024.DeliveryForAll},
						{jisa2024.DeliveryWithinMonth, jisa2024.DeliveryForLiability}, {jisa2024.DeliveryUntilMonthUp, jisa2024.DeliveryForLiability},
					} {
						for _, attached := range [][]clause.ID{nil, {jisa2024.PostDeliveryEndorsement}} {
							early := claim == before || known == before
							caught := early || claim == inMonth || known == inMonth
							if attached != nil && delivered {
								caught = caught && early && r[0] == jisa2024.DeliveryWithinMonth
							}
							domestic := work.Equal(fact.Set{}.Yes("software-development", "in-japan"))
							for part, want := range map[exclusions.Scope]bool{
								damages: domestic && (caught || !delivered),
								costs:   domestic && caught && r[1] == jisa2024.DeliveryForAll,
							} {
								got := e.settle(t, r, part, f, attached...)
								if got.Truth != map[bool]fact.Truth{true: fact.Yes, false: fact.No}[want] {
									t.Errorf("%+v, %v, %v in %s: %v, want %v", r, attached, f, part, got.Truth, want)
								}
							}
						}
					}
				}
			}
		}
	}
}

// Property and bodily injury by every head, with and without the endorsements
// that cover them under heads of their own.
func TestPropertyAndInjuryByHead(t *testing.T) {
	e := editions{}
	liability := exclusions.Scope("liability").Head
	heads := map[exclusions.Scope]string{
		liability("damages"): "damages", liability("custody"): "custody", liability("malfunction"): "malfunction",
		liability("defence"): "follows", liability("cooperation"): "follows", exclusions.Scope("costs").Head("litigation-response"): "follows",
		exclusions.Scope("costs").Head("incident").Head("attack-response"): "costs", exclusions.Scope("costs").Head("regulatory"): "costs",
	}
	facts := []fact.Name{"bodily-injury", "property-damage", "custody-property", "malfunction", "device-itself"}
	for head, kind := range heads {
		for mask := range 1 << len(facts) {
			var f fact.Set
			so := map[fact.Name]bool{}
			for i, x := range facts {
				if so[x] = mask>>i&1 == 1; so[x] {
					f = f.Yes(x)
				}
			}
			for _, property := range []coverage.Reading{jisa2024.PropertyOpen, jisa2024.PropertyExcluded, jisa2024.PropertyCovered} {
				for left := range fact.Yes + 1 {
					g := map[fact.Truth]fact.Set{
						fact.Unknown: f.With(fact.Disputed, "property-left-out"), fact.No: f, fact.Yes: f.Yes("property-left-out"),
					}[left]
					for _, attached := range [][]clause.ID{nil, {jisa2024.CustodyEndorsement}, {jisa2024.MalfunctionEndorsement}} {
						endorsed := len(attached) > 0 && attached[0] == jisa2024.MalfunctionEndorsement
						injury := so["bodily-injury"] && !(endorsed && so["malfunction"] && (kind == "malfunction" || kind == "follows"))
						device := endorsed && kind == "malfunction" && so["property-damage"] && so["malfunction"] && so["device-itself"]
						want := fact.No
						if kind == "damages" && (so["property-damage"] || so["custody-property"]) {
							want = map[coverage.Reading]fact.Truth{jisa2024.PropertyOpen: left, jisa2024.PropertyExcluded: fact.Yes, jisa2024.PropertyCovered: fact.No}[property]
						}
						if injury || device {
							want = fact.Yes
						}
						if got := e.settle(t, []coverage.Reading{property}, head, g, attached...); got.Truth != want {
							t.Errorf("%v, %v, %v in %s: %v by %v, want %v", property, attached, g, head, got.Truth, got.By, want)
						}
					}
				}
			}
		}
	}
}
