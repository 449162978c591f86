// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
)

// editions are schedules of the edition, by their readings.
type editions map[exclusions.Readings]exclusions.Schedule

// settle returns what is excluded in a part of the cover, with no for every fact
// that is not given.
func (e editions) settle(t *testing.T, r exclusions.Readings, part exclusions.Scope, f exclusions.Facts, attached ...clause.ID) exclusions.Settlement {
	t.Helper()
	s, ok := e[r]
	if !ok {
		var err error
		if s, err = exclusions.JISA2024(r); err != nil {
			t.Fatal(err)
		}
		e[r] = s
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
func noToAll(s exclusions.Schedule) exclusions.Facts {
	var no []exclusions.Fact
	for n := range s.Nodes() {
		no = append(no, n.When.Facts()...)
	}
	return exclusions.Facts{}.No(no...)
}

// Every set of infringed rights, right by right: each is excluded or not, an item
// of which all are is excluded, one of which none is is not, and on one of which
// some are, a person decides.
func TestInfringedRights(t *testing.T) {
	e := editions{}
	type right struct {
		name        exclusions.Fact
		named, hard bool
	}
	rights := []right{
		{"other-ip", false, true}, {"copyright", false, false}, {"personality-right", false, false},
		{"design-right", true, false}, {"trademark", true, false}, {"domain-name", true, false},
	}
	for _, reading := range []exclusions.Rights{exclusions.WithCopyright, exclusions.OtherProperty} {
		for _, endorsed := range []bool{false, true} {
			for _, leak := range []string{"none", "by an outsider", "by an insider"} {
				for mask := range 1 << len(rights) {
					var f exclusions.Facts
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
						case x.hard || x.named && reading == exclusions.OtherProperty:
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
						attached = append(attached, exclusions.Copyright)
					}
					for decided, mixed := range map[exclusions.Truth]exclusions.Facts{
						exclusions.Yes:     f.Yes("mixed-ip-excluded"),
						exclusions.No:      f.No("mixed-ip-excluded"),
						exclusions.Unknown: f.Unclear(exclusions.NotKnown, "mixed-ip-excluded"),
					} {
						want := decided
						switch {
						case excluded == 0:
							want = exclusions.No
						case covered == 0:
							want = exclusions.Yes
						}
						for _, part := range []exclusions.Scope{"", exclusions.Liability.Head("damages"), exclusions.Costs.Head("incident")} {
							got := e.settle(t, exclusions.Readings{Rights: reading}, part, mixed, attached...)
							if got.Truth != want {
								t.Errorf("%v, %v, leak %s, %v in %q: %v by %v, want %v", reading, attached, leak, mixed, part, got.Truth, got.By, want)
							}
							if want == exclusions.Unknown && (len(got.Needed) != 1 || got.Needed[0].Question.Fact != "mixed-ip-excluded") {
								t.Errorf("%v: needs %v", mixed, got.Needed)
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
	damages, costs := exclusions.Liability.Head("damages"), exclusions.Costs.Head("incident").Head("response").Head("investigation")
	for _, work := range []exclusions.Facts{
		exclusions.Know("software-development", "in-japan"), exclusions.Know("software-development"), exclusions.Know("in-japan"),
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
						fact     exclusions.Fact
					}{
						{claim, before, "claim-before-delivery"}, {claim, inMonth, "claim-within-month"},
						{known, before, "known-before-delivery"}, {known, inMonth, "known-within-month"},
					} {
						if x.at == x.when {
							f = f.Yes(x.fact)
						}
					}
					for _, r := range []exclusions.Readings{
						{}, {Delivery: exclusions.UntilMonthUp}, {Reach: exclusions.LiabilityOnly},
						{Delivery: exclusions.UntilMonthUp, Reach: exclusions.LiabilityOnly},
					} {
						for _, attached := range [][]clause.ID{nil, {exclusions.PostDelivery}} {
							early := claim == before || known == before
							caught := early || claim == inMonth || known == inMonth
							if attached != nil && delivered {
								caught = caught && early && r.Delivery == exclusions.WithinMonth
							}
							domestic := work.Equal(exclusions.Know("software-development", "in-japan"))
							for part, want := range map[exclusions.Scope]bool{
								damages: domestic && (caught || !delivered),
								costs:   domestic && caught && r.Reach == exclusions.AllCovers,
							} {
								got := e.settle(t, r, part, f, attached...)
								if got.Truth != map[bool]exclusions.Truth{true: exclusions.Yes, false: exclusions.No}[want] {
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
	liability := exclusions.Liability.Head
	heads := map[exclusions.Scope]string{
		liability("damages"): "damages", liability("custody"): "custody", liability("malfunction"): "malfunction",
		liability("defence"): "follows", liability("cooperation"): "follows", exclusions.Costs.Head("litigation-response"): "follows",
		exclusions.Costs.Head("incident").Head("attack-response"): "costs", exclusions.Costs.Head("regulatory"): "costs",
	}
	facts := []exclusions.Fact{"bodily-injury", "property-damage", "custody-property", "malfunction", "device-itself"}
	for head, kind := range heads {
		for mask := range 1 << len(facts) {
			var f exclusions.Facts
			so := map[exclusions.Fact]bool{}
			for i, x := range facts {
				if so[x] = mask>>i&1 == 1; so[x] {
					f = f.Yes(x)
				}
			}
			for property := range exclusions.Included + 1 {
				for left := range exclusions.Yes + 1 {
					g := map[exclusions.Truth]exclusions.Facts{
						exclusions.Unknown: f.Unclear(exclusions.Disputed, "property-left-out"), exclusions.No: f, exclusions.Yes: f.Yes("property-left-out"),
					}[left]
					for _, attached := range [][]clause.ID{nil, {exclusions.Custody}, {exclusions.Malfunction}} {
						endorsed := len(attached) > 0 && attached[0] == exclusions.Malfunction
						injury := so["bodily-injury"] && !(endorsed && so["malfunction"] && (kind == "malfunction" || kind == "follows"))
						device := endorsed && kind == "malfunction" && so["property-damage"] && so["malfunction"] && so["device-itself"]
						want := exclusions.No
						if kind == "damages" && (so["property-damage"] || so["custody-property"]) {
							want = map[exclusions.Property]exclusions.Truth{exclusions.LeftOpen: left, exclusions.LeftOut: exclusions.Yes, exclusions.Included: exclusions.No}[property]
						}
						if injury || device {
							want = exclusions.Yes
						}
						if got := e.settle(t, exclusions.Readings{Property: property}, head, g, attached...); got.Truth != want {
							t.Errorf("%v, %v, %v in %s: %v by %v, want %v", property, attached, g, head, got.Truth, got.By, want)
						}
					}
				}
			}
		}
	}
}
