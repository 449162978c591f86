// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
)

// The parts of the cover of the machinery policy.
const (
	property = exclusions.Scope("property") // damage to insured machinery
	third    = exclusions.Scope("third")    // damage to others
)

// machinery returns the wording of a machinery policy that nobody sells: a few
// exclusions, one of them with an exception to its exception, and endorsements that
// add rules of every kind.
func machinery() exclusions.Wording {
	is, not, all, either := exclusions.Is, exclusions.Not, exclusions.All, exclusions.Any
	c := func(id clause.ID, ja, en string) clause.Clause { return clause.Clause{ID: id, JA: ja, EN: en} }
	return exclusions.Wording{
		Rules: []exclusions.Rule{
			{Clause: c("M-1", "故意", "intent"), When: is("intent")},
			{Clause: c("M-2", "戦争・暴動", "war and riot"), When: either(is("war"), is("riot"))},
			{Clause: c("M-3", "水災", "flood"), Scope: property, When: is("flood")},
			{Clause: c("M-4", "摩耗", "wear"), Scope: property, When: is("wear")},
			{Clause: c("M-4a", "摩耗による火災", "fire caused by wear"), Under: "M-4", When: is("fire")},
			{Clause: c("M-4b", "点検の懈怠", "missed inspection"), Under: "M-4a", When: all(is("inspection-due"), not(is("inspected")))},
			{Clause: c("M-4c", "摩耗による急激な事故", "sudden accident caused by wear"), Under: "M-4", When: all(is("sudden"), is("stopped"))},
			{Clause: c("M-5", "約定により加重された賠償責任", "contractually assumed liability"), Scope: third, Class: exclusions.Excess,
				When: is("penalty")},
			{Clause: c("M-6", "運送（特約を付帯した場合に限り補償）", "transit (covered only by endorsement)"), Scope: property.Head("transit"), Class: "added"},

			{With: "N-1", Under: "M-3", In: []exclusions.Scope{property.Head("indoors"), property.Head("vehicle")}, When: not(is("basement"))},
			{With: "N-2", Under: "M-4c", When: is("old")},
			{With: "N-3", Under: "M-6", When: is("in-transit")},
			{With: "N-3", Clause: c("N-3a", "荷造りの不備", "poor packing"), Scope: property.Head("transit"), When: is("poor-packing")},
			{With: "N-5", Class: exclusions.Waiver, When: all(is("carrier"), is("declared"))},
		},
		Endorsements: []clause.Clause{
			c("N-1", "水災担保特約", "flood endorsement"),
			c("N-2", "摩耗免責特約", "wear exclusion endorsement"),
			c("N-3", "運送担保特約", "transit endorsement"),
			c("N-4", "共同保険特約", "coinsurance endorsement"), // it adds no rule
			c("N-5", "求償権不行使特約", "waiver of subrogation endorsement"),
		},
		Questions: []fact.Question{
			{Fact: "intent", JA: "損害は、被保険者の故意によるものですか", EN: "Did an insured cause the loss intentionally?", Judged: true},
			{Fact: "war", JA: "損害は、戦争によるものですか", EN: "Is the loss due to war?", Default: fact.No},
			{Fact: "riot", JA: "損害は、暴動によるものですか", EN: "Is the loss due to riot?", Default: fact.No},
			{Fact: "flood", JA: "損害は、水災によるものですか", EN: "Is the loss due to flood?"},
			{Fact: "basement", JA: "機械は、地下にありましたか", EN: "Was the machine in a basement?", After: "flood"},
			{Fact: "wear", JA: "損害は、摩耗によるものですか", EN: "Is the loss due to wear?"},
			{Fact: "fire", JA: "摩耗により、火災が生じましたか", EN: "Did the wear cause a fire?", After: "wear"},
			{Fact: "inspection-due", JA: "点検の期日は過ぎていましたか", EN: "Was an inspection due?", After: "fire"},
			{Fact: "inspected", JA: "点検は行われていましたか", EN: "Had the machine been inspected?", After: "inspection-due"},
			{Fact: "sudden", JA: "摩耗により、急激な事故が生じましたか", EN: "Did the wear cause a sudden accident?", After: "wear"},
			{Fact: "stopped", JA: "その事故により、機械は停止しましたか", EN: "Did that accident stop the machine?", After: "sudden"},
			{Fact: "old", JA: "機械は、製造後10年を過ぎていましたか", EN: "Was the machine more than ten years old?", Default: fact.No},
			{Fact: "penalty", JA: "損害賠償金に、約定により加重された部分がありますか", EN: "Do the damages include contractually assumed liability?", Default: fact.No},
			{Fact: "in-transit", JA: "損害は、運送中に生じましたか", EN: "Did the loss occur in transit?", Default: fact.No},
			{Fact: "poor-packing", JA: "荷造りに不備がありましたか", EN: "Was the packing poor?", After: "in-transit"},
			{Fact: "carrier", JA: "その者は、運送人ですか", EN: "Is the party a carrier?"},
			{Fact: "declared", JA: "その運送人は、契約時に申告されていましたか", EN: "Was the carrier declared at inception?", After: "carrier"},
		},
	}
}

// machines returns the schedule of the machinery policy with endorsements.
func machines(t testing.TB, attached ...clause.ID) exclusions.Schedule {
	t.Helper()
	s, err := exclusions.New(machinery())
	if err != nil {
		t.Fatal(err)
	}
	if s, err = s.With(attached...); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestMachinery holds the rules of the machinery policy to results that were
// worked out by hand.
func TestMachinery(t *testing.T) {
	for _, c := range []struct {
		attached string
		part     exclusions.Scope
		facts    string
		rule     clause.ID
		applies  fact.Truth
		en       string
	}{
		{"", "", "war=yes", "M-2", fact.Yes, "excluded by M-2"},
		{"", "", "war=no riot=not-known", "M-2", fact.Unknown, "open: M-2"},
		{"", "", "wear=yes fire=no sudden=no", "M-4", fact.Yes, "excluded by M-4"},
		{"", "", "wear=yes fire=yes inspection-due=no", "M-4", fact.No, "excluded by M-4, exception M-4a applies"},
		{"", "", "wear=yes fire=yes inspection-due=yes inspected=no sudden=no", "M-4", fact.Yes,
			"excluded by M-4, exception M-4a applies, M-4b overrides the exception"},
		{"", "", "wear=yes fire=no sudden=yes stopped=yes", "M-4", fact.No, "excluded by M-4, exception M-4c applies"},
		{"N-2", "", "wear=yes fire=no sudden=yes stopped=yes old=yes", "M-4", fact.Yes,
			"excluded by M-4, exception M-4c applies, cover restricted by N-2"},
		{"N-1", "property/indoors", "flood=yes basement=no", "M-3", fact.No, "excluded by M-3, cover restored by N-1"},
		{"N-1", "property/indoors", "flood=yes basement=yes", "M-3", fact.Yes, "excluded by M-3"},
		{"N-1", "property/outdoors", "flood=yes basement=no", "M-3", fact.Yes, "excluded by M-3"},
		{"N-3", "property/transit", "poor-packing=yes", "N-3a", fact.Yes, "excluded by N-3a"},
	} {
		b, err := machines(t, attach(c.attached)...).Bind(fact.MustParse(c.facts))
		if err != nil {
			t.Fatal(err)
		}
		f, ok := b.In(c.part).Finding(c.rule)
		if !ok || f.Applies != c.applies || f.String() != c.en {
			t.Errorf("%s %s in %q: %v, %s", c.attached, c.facts, c.part, f.Applies, f)
		}
	}
}

func attach(id string) []clause.ID {
	if id == "" {
		return nil
	}
	return []clause.ID{clause.ID(id)}
}

// TestMachineryClasses asks what rules of classes come to that exclude nothing, or not
// the whole.
func TestMachineryClasses(t *testing.T) {
	b, err := machines(t, "N-3", "N-5").Bind(fact.MustParse("penalty=yes in-transit=yes carrier=yes"))
	if err != nil {
		t.Fatal(err)
	}
	if got := b.Settle(third); slices.Contains(got.By, "M-5") {
		t.Errorf("the excess excludes the whole: %v", got.By)
	}
	for id, want := range map[clause.ID]fact.Truth{"M-5": fact.Yes, "M-6": fact.No, "N-3": fact.Yes, "N-5": fact.Unknown} {
		if got, ok := b.SettleRule(id); !ok || got.Truth != want {
			t.Errorf("%s: %v, want %v", id, got.Truth, want)
		}
	}
	for id, want := range map[clause.ID]exclusions.Class{"M-4": "", "M-5": exclusions.Excess, "M-6": "added"} {
		if f, ok := b.Finding(id); !ok || f.Class != want {
			t.Errorf("%s: %q, want %q", id, f.Class, want)
		}
	}
	if b, err = b.Under(fact.Set{}.Yes("declared")); err != nil {
		t.Fatal(err)
	}
	if s, _ := b.SettleRule("N-5"); s.Truth != fact.Yes || slices.Contains(slices.Collect(b.Applying()), "N-5") {
		t.Errorf("the waiver: %v", s.Truth)
	}
	if _, ok := b.Finding("N-5"); ok {
		t.Error("a finding for the waiver")
	}
}

// TestMachineryText reads a condition as its questions with their answers.
func TestMachineryText(t *testing.T) {
	s := machines(t)
	for _, c := range []struct{ id, ja, en string }{
		{"M-4b", "「点検の期日は過ぎていましたか」がはい かつ 「点検は行われていましたか」がいいえ", `"Was an inspection due?" yes and "Had the machine been inspected?" no`},
		{"N-1", "「機械は、地下にありましたか」がいいえ", `"Was the machine in a basement?" no`},
	} {
		ja, _ := s.Text(clause.ID(c.id), japanese)
		en, ok := s.Text(clause.ID(c.id), english)
		if !ok || ja != c.ja || en != c.en {
			t.Errorf("%s: %s, %s", c.id, ja, en)
		}
	}
}

// TestMachineryByHand compares every way to answer what the rules for the whole
// cover ask with the rules written out in Go.
func TestMachineryByHand(t *testing.T) {
	s := machines(t, "N-1", "N-2", "N-3")
	names := []fact.Name{
		"intent", "war", "riot", "flood", "wear", "fire", "inspection-due", "inspected", "sudden", "stopped", "old", "penalty", "poor-packing", "in-transit",
	}
	form, err := s.Facts().Vocabulary().Form(names...)
	if err != nil {
		t.Fatal(err)
	}
	answers := make([]fact.Answer, len(names))
	for mask := range 1 << len(names) {
		is := func(i int) bool { return mask>>i&1 == 1 }
		for i := range names {
			answers[i] = fact.Stated(is(i))
		}
		b, err := s.Bind(form.Set(answers...))
		if err != nil {
			t.Fatal(err)
		}
		var want []clause.ID
		for _, rule := range [...]struct {
			id      clause.ID
			applies bool
		}{
			{"M-1", is(0)},
			{"M-2", is(1) || is(2)},
			{"M-3", is(3)},
			{"M-4", is(4) && (!is(5) || is(6) && !is(7)) && (!(is(8) && is(9)) || is(10))},
			{"M-5", is(11)},
			{"M-6", !is(13)},
			{"N-3a", is(12)},
		} {
			if rule.applies {
				want = append(want, rule.id)
			}
		}
		if got := slices.Collect(b.Applying()); !slices.Equal(got, want) {
			t.Fatalf("%v: %v, by hand %v", form.Set(answers...), got, want)
		}
	}
}

// Default answers are assumed, and what a person must judge has none.
func TestDefaults(t *testing.T) {
	ask := func(f fact.Name, d fact.Truth) fact.Question {
		return fact.Question{Fact: f, JA: "問", EN: "Q", Default: d}
	}
	s, err := exclusions.New(exclusions.Wording{Questions: []fact.Question{
		ask("indoors", fact.Yes), ask("war", fact.No), ask("flood", fact.Unknown), {Fact: "intent", JA: "問", EN: "Q", Judged: true},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if got := s.Defaults().String(); got != "indoors=assumed-yes war=assumed-no" {
		t.Error(got)
	}
}
