// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
)

// answers are what a host knows of a loss of a software house, in its own booleans.
type answers struct {
	intent, war, disorder, earthquake, flood, agreed       bool
	earlier, known, shouldHaveKnown, crime, negligent      bool
	unlawful, injury, malfunction, malfunctionCovered      bool
	reputation, rights, personality, copyright             bool
	leak, insider, noCopyright, royalty, defect, analysis  bool
	late, fire, failure, redone, prepaid, transfer, crypto bool
	development, withinMonth, monthCovered, delivered      bool
}

// software returns the exclusions of such a policy, 17 rules on 36 facts, and the
// form of the answers.
func software(tb testing.TB) (exclusions.Schedule, fact.Form) {
	tb.Helper()
	is, all, either, not := exclusions.Is, exclusions.All, exclusions.Any, exclusions.Not
	var w exclusions.Wording
	for i, when := range []exclusions.Cond{
		is("intent"),
		either(is("war"), is("disorder")),
		either(is("earthquake"), is("flood")),
		is("agreed"),
		all(is("earlier"), either(is("known"), is("should-have-known"))),
		all(is("crime"), not(is("negligent"))),
		is("unlawful"),
		all(is("injury"), not(all(is("malfunction"), is("malfunction-covered")))),
		is("reputation"),
		all(is("rights"), either(is("royalty"), not(either(is("personality"),
			all(is("copyright"), not(is("no-copyright"))),
			all(is("leak"), not(is("insider")), not(all(is("copyright"), is("no-copyright")))))))),
		is("defect"),
		is("analysis"),
		all(is("late"), not(either(is("fire"), is("failure")))),
		is("redone"),
		all(is("prepaid"), is("transfer")),
		is("crypto"),
		all(is("development"), is("within-month"), not(all(is("month-covered"), is("delivered")))),
	} {
		w.Rules = append(w.Rules, exclusions.Rule{Clause: one(fmt.Sprintf("S-%02d", i+1)), When: when})
	}
	s, err := exclusions.New(w)
	if err != nil {
		tb.Fatal(err)
	}
	form, err := s.Facts().Vocabulary().Form(
		"intent", "war", "disorder", "earthquake", "flood", "agreed",
		"earlier", "known", "should-have-known", "crime", "negligent",
		"unlawful", "injury", "malfunction", "malfunction-covered",
		"reputation", "rights", "personality", "copyright",
		"leak", "insider", "no-copyright", "royalty", "defect", "analysis",
		"late", "fire", "failure", "redone", "prepaid", "transfer", "crypto",
		"development", "within-month", "month-covered", "delivered")
	if err != nil {
		tb.Fatal(err)
	}
	return s, form
}

// facts returns the answers as facts, in the order of the form.
func (a *answers) facts(form fact.Form) fact.Set {
	so := fact.Stated
	return form.Set(
		so(a.intent), so(a.war), so(a.disorder), so(a.earthquake), so(a.flood), so(a.agreed),
		so(a.earlier), so(a.known), so(a.shouldHaveKnown), so(a.crime), so(a.negligent),
		so(a.unlawful), so(a.injury), so(a.malfunction), so(a.malfunctionCovered),
		so(a.reputation), so(a.rights), so(a.personality), so(a.copyright),
		so(a.leak), so(a.insider), so(a.noCopyright), so(a.royalty), so(a.defect), so(a.analysis),
		so(a.late), so(a.fire), so(a.failure), so(a.redone), so(a.prepaid), so(a.transfer), so(a.crypto),
		so(a.development), so(a.withinMonth), so(a.monthCovered), so(a.delivered))
}

// applying appends the IDs of the rules that apply, in booleans: without unknown
// facts, names or reasons.
func (a *answers) applying(ids []clause.ID) []clause.ID {
	add := func(applies bool, id clause.ID) {
		if applies {
			ids = append(ids, id)
		}
	}
	add(a.intent, "S-01")
	add(a.war || a.disorder, "S-02")
	add(a.earthquake || a.flood, "S-03")
	add(a.agreed, "S-04")
	add(a.earlier && (a.known || a.shouldHaveKnown), "S-05")
	add(a.crime && !a.negligent, "S-06")
	add(a.unlawful, "S-07")
	add(a.injury && !(a.malfunction && a.malfunctionCovered), "S-08")
	add(a.reputation, "S-09")
	excluded := a.copyright && a.noCopyright
	covered := a.personality || a.copyright && !a.noCopyright || a.leak && !a.insider && !excluded
	add(a.rights && (a.royalty || !covered), "S-10")
	add(a.defect, "S-11")
	add(a.analysis, "S-12")
	add(a.late && !(a.fire || a.failure), "S-13")
	add(a.redone, "S-14")
	add(a.prepaid && a.transfer, "S-15")
	add(a.crypto, "S-16")
	add(a.development && a.withinMonth && !(a.monthCovered && a.delivered), "S-17")
	return ids
}

// randomAnswers returns answers of which one in five is yes.
func randomAnswers(n int) []answers {
	r := rand.New(rand.NewPCG(1, 12))
	so := func() bool { return r.IntN(5) == 0 }
	all := make([]answers, n)
	for i := range all {
		all[i] = answers{
			so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(),
			so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(), so(),
		}
	}
	return all
}

// TestApplyingByHand compares random answers with the rules written out in Go.
func TestApplyingByHand(t *testing.T) {
	s, form := software(t)
	for _, a := range randomAnswers(rounds(t, 2000)) {
		b, err := s.Bind(a.facts(form))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := slices.Collect(b.Applying()), a.applying(nil); !slices.Equal(got, want) {
			t.Fatalf("%+v: %v, by hand %v", a, got, want)
		}
	}
}

// BenchmarkApplying goes from booleans to the IDs of the rules that apply.
func BenchmarkApplying(b *testing.B) {
	s, form := software(b)
	all := randomAnswers(64)
	ids := make([]clause.ID, 0, 17)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		bound, err := s.Bind(all[i%64].facts(form))
		if err != nil {
			b.Fatal(err)
		}
		ids = ids[:0]
		for id := range bound.Applying() {
			ids = append(ids, id)
		}
	}
}

// BenchmarkApplyingBound begins with facts that are bound.
func BenchmarkApplyingBound(b *testing.B) {
	s, form := software(b)
	var bound [64]exclusions.Bound
	for i, a := range randomAnswers(64) {
		bound[i], _ = s.Bind(a.facts(form))
	}
	ids := make([]clause.ID, 0, 17)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		ids = ids[:0]
		for id := range bound[i%64].Applying() {
			ids = append(ids, id)
		}
	}
}

// BenchmarkApplyingByHand does what BenchmarkApplying does, in Go.
func BenchmarkApplyingByHand(b *testing.B) {
	all := randomAnswers(64)
	ids := make([]clause.ID, 0, 17)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		ids = all[i%64].applying(ids[:0])
	}
}

// BenchmarkForm makes facts of booleans.
func BenchmarkForm(b *testing.B) {
	_, form := software(b)
	all := randomAnswers(64)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if f := all[i%64].facts(form); f.IsZero() {
			b.Fatal(f)
		}
	}
}

// BenchmarkSettle decides whether anything is excluded, with more and more unknown.
func BenchmarkSettle(b *testing.B) {
	s, form := software(b)
	names := s.Facts().Vocabulary().Names()
	for _, unknown := range []int{0, 12, 36} {
		b.Run(fmt.Sprint(unknown, "-unknown"), func(b *testing.B) {
			f := new(answers).facts(form).With(fact.NotAsked, names[:unknown]...)
			bound, err := s.Bind(f)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				bound.Settle("")
			}
		})
	}
}

// BenchmarkSettleHard decides conditions that are made to be hard.
func BenchmarkSettleHard(b *testing.B) {
	var chain []exclusions.Cond
	for i := range 200 {
		chain = append(chain, exclusions.Is(nth(i)))
	}
	rule := func(when exclusions.Cond) []exclusions.Rule { return []exclusions.Rule{{Clause: one("A"), When: when}} }
	for _, c := range []struct {
		name  string
		rules []exclusions.Rule
	}{
		{"chain-of-200", pairs(chain)},
		{"8-crossed-pairs", rule(crossed(8))},
		{"40-crossed-pairs", rule(crossed(40))}, // out of steps
	} {
		b.Run(c.name, func(b *testing.B) {
			bound := bind(b, fact.Set{}, c.rules...)
			b.ReportAllocs()
			for b.Loop() {
				bound.Settle("")
			}
		})
	}
}
