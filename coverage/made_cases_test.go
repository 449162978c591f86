// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A madeCase is a policy of the made-up scheme with its claims, one after the other,
// as the files in testdata/made write them:
//
//	case: a title
//	attach: E1 E2
//	claim: what happens
//	made: 2025-06-01
//	item: damages 5,000,000
//	expect: payable 4,900,000
type madeCase struct {
	title string
	terms madeLines
	claim []madeLines
}

// madeLines are lines of a case: the word before the colon and what follows it.
type madeLines [][2]string

func (l madeLines) all(key string) (all []string) {
	for _, kv := range l {
		if kv[0] == key {
			all = append(all, kv[1])
		}
	}
	return all
}

func (l madeLines) one(key string) string { return strings.Join(l.all(key), " ") }

var (
	madeTermKeys  = strings.Fields("readings period first options attach since declared assume facts company")
	madeClaimKeys = strings.Fields("number disbursed policy series incident made first discovered reputational cause aware delivered" +
		" attack-published leak-published measure facts item late-notice stated person report")
)

// readMade returns the cases of the files in testdata/made, by file.
func readMade(t testing.TB) map[string][]madeCase {
	t.Helper()
	names, err := filepath.Glob("testdata/made/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	files := map[string][]madeCase{}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files[strings.TrimSuffix(filepath.Base(name), ".txt")] = parseMade(t, name, string(b))
	}
	return files
}

func parseMade(t testing.TB, name, s string) (all []madeCase) {
	t.Helper()
	lines := bufio.NewScanner(strings.NewReader(s))
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		kv := [2]string{key, strings.Join(strings.Fields(value), " ")}
		if key == "case" {
			all = append(all, madeCase{title: kv[1]})
			continue
		}
		c := &all[len(all)-1]
		switch {
		case !ok || kv[1] == "":
			t.Fatalf("%s:%d: %s", name, n, line)
		case key == "claim":
			c.claim = append(c.claim, madeLines{kv})
		case len(c.claim) == 0 && slices.Contains(madeTermKeys, key):
			c.terms = append(c.terms, kv)
		case len(c.claim) > 0 && (slices.Contains(madeClaimKeys, key) || slices.Contains(madeWants, key)):
			c.claim[len(c.claim)-1] = append(c.claim[len(c.claim)-1], kv)
		default:
			t.Fatalf("%s:%d: no such line here: %s", name, n, line)
		}
	}
	return all
}

// policy records the terms of a case.
func (c madeCase) policy(t testing.TB) coverage.Policy {
	t.Helper()
	var readings []coverage.Reading
	for word := range strings.FieldsSeq(c.terms.one("readings")) {
		readings = append(readings, coverage.Reading(word))
	}
	scheme := made(t, readings...)
	terms := madeTerms(scheme)
	if s := c.terms.one("company"); s != "" {
		terms.Company = s
	}
	if s := c.terms.one("period"); s != "" {
		terms.Period = period.MustParse(s)
	}
	if s := c.terms.one("first"); s != "" {
		terms.First = period.MustParseInstant(s)
	}
	for word := range strings.FieldsSeq(c.terms.one("options")) {
		name, amount, _ := strings.Cut(word, "=")
		terms.Options[option.ID(name)] = option.Yen(yen.MustParse(amount))
	}
	for word := range strings.FieldsSeq(c.terms.one("attach")) {
		terms.Attached = append(terms.Attached, clause.ID(word))
	}
	for _, s := range c.terms.all("since") {
		id, since, _ := strings.Cut(s, " ")
		terms.Since = map[clause.ID]period.Instant{clause.ID(id): period.MustParseInstant(since)}
	}
	p, err := scheme.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	if declared, actual, ok := strings.Cut(c.terms.one("declared"), " of "); ok {
		of := func(s string) premium.Sales { return premium.Sales{Amount: yen.MustParse(s), Basis: "flights"} }
		by, err := made(t).Tariff().Reduction(premium.Risk{Sales: of(declared)}, premium.Risk{Sales: of(actual)})
		if err != nil {
			t.Fatal(err)
		}
		if p, err = p.UnderDeclared(by); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// madeTerms returns the terms of a policy for the whole year.
func madeTerms(s coverage.Scheme) coverage.Terms {
	return coverage.Terms{
		Edition: s.Edition().ID, Readings: s.Readings().Readings(), Number: "D-1", Company: "例示ドローン株式会社",
		Applied: period.MustParseDate("2025-02-03"), Period: madeCalendar().Base,
		Sales:   premium.Sales{Amount: 3_000 * yen.Man, Basis: "flights", FiscalYear: 2024},
		Options: option.Values{"forensics": option.Yen(500 * yen.Man)},
	}
}

// madeClear is what an adjuster has judged of a claim unless the case says otherwise.
const madeClear = "wilful=no penalty=no cause-before=no cause-before-all=no unlicensed=no survey=no" +
	" other-head=no fine=no"

// cleared returns the answers of madeClear without those that a case says were not
// asked for.
func cleared(t testing.TB, said ...string) fact.Set {
	t.Helper()
	words := slices.DeleteFunc(strings.Fields(madeClear), func(word string) bool {
		return strings.Contains(strings.Join(said, " "), strings.Replace(word, "=no", "=not-asked", 1))
	})
	return madeAnswers(t, strings.Join(words, " "))
}

// claimOf reads a claim. The answers that it does not give are those of madeClear and
// the default answers of the scheme, unless the case assumes nothing.
func (c madeCase) claimOf(t testing.TB, s coverage.Scheme, l madeLines) coverage.Claim {
	t.Helper()
	x := coverage.Claim{Number: c.numberOf(l), Policy: l.one("policy"), Series: l.one("series"), Incident: l.one("incident")}
	x.Facts = madeAnswers(t, c.terms.one("facts")+" "+l.one("facts"))
	if c.terms.one("assume") != "nothing" {
		x.Facts = x.Facts.Over(cleared(t, c.terms.one("facts"), l.one("facts"), l.one("item"))).Else(s.Defaults())
	}
	d := &x.Dates
	for key, to := range map[string]*period.Moment{
		"made": &d.Made, "first": &d.First, "discovered": &d.Discovered, "reputational": &d.Reputational,
		"cause": &d.Cause, "aware": &d.Aware, "delivered": &d.Delivered, "attack-published": &d.AttackPublished,
		"leak-published": &d.LeakPublished, "measure": &d.Measure,
	} {
		*to = madeMoment(t, l.one(key))
	}
	for _, s := range l.all("item") {
		x.Items = append(x.Items, madeItem(t, strings.Fields(s)))
	}
	if s := l.one("late-notice"); s != "" {
		x.LateNotice = yen.MustParse(s)
	}
	if s := l.one("stated"); s != "" {
		x.Reserve = yen.Exactly(yen.MustParse(s))
	}
	for _, s := range l.all("person") {
		name, facts, _ := strings.Cut(s, " ")
		x.Persons = append(x.Persons, coverage.Person{Name: name, Facts: madeAnswers(t, facts)})
	}
	return x
}

// madeAnswers reads words such as leak=yes; a later one for a fact wins.
func madeAnswers(t testing.TB, s string) (f fact.Set) {
	t.Helper()
	for word := range strings.FieldsSeq(s) {
		one, err := fact.Parse(word)
		if err != nil {
			t.Fatal(err)
		}
		f = one.Over(f)
	}
	return f
}

// madeItem reads a head, the amount claimed and, in any order, accepted=open or an
// amount, excess, demand, dates and facts. Without accepted, it is the amount claimed.
func madeItem(t testing.TB, words []string) coverage.Item {
	t.Helper()
	x := coverage.Item{Head: limits.Head(words[0]), Claimed: yen.MustParse(words[1])}
	x.Accepted = yen.Exactly(x.Claimed)
	d := &x.Dates
	dates := map[string]*period.Moment{
		"incurred": &x.Incurred, "spent": &x.Spent, "made": &d.Made, "cause": &d.Cause, "aware": &d.Aware,
		"delivered": &d.Delivered, "attack-published": &d.AttackPublished, "leak-published": &d.LeakPublished,
	}
	facts := ""
	for _, word := range words[2:] {
		name, value, _ := strings.Cut(word, "=")
		switch to := dates[name]; {
		case word == "accepted=open":
			x.Accepted = yen.Figure{}
		case name == "accepted":
			x.Accepted = yen.Exactly(yen.MustParse(value))
		case name == "excess":
			x.Excess = yen.Exactly(yen.MustParse(value))
		case name == "demand":
			x.Demand = value
		case to != nil:
			*to = madeMoment(t, value)
		default:
			facts += " " + word
		}
	}
	x.Facts = madeAnswers(t, facts)
	return x
}

func madeMoment(t testing.TB, s string) period.Moment {
	t.Helper()
	m, err := period.ParseMoment(strings.Replace(s, "T", " ", 1))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// numberOf returns the number of a claim of the case: C-1 is the first.
func (c madeCase) numberOf(l madeLines) string {
	for i := range c.claim {
		if len(l) > 0 && len(c.claim[i]) > 0 && &c.claim[i][0] == &l[0] {
			return cmp.Or(l.one("number"), fmt.Sprint("C-", i+1))
		}
	}
	return "C-1"
}
