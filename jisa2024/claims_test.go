// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestCases assesses the claims of every file under testdata/claims, in order,
// and compares what comes out, line by line, with what was worked out by hand.
func TestCases(t *testing.T) {
	for _, f := range readClaims(t) {
		t.Run(f.name, func(t *testing.T) {
			for _, rule := range strings.Fields(f.terms.one("rules")) {
				t.Attr("rule", rule)
			}
			p := f.policy(t)
			var h coverage.History
			for i, block := range f.claim {
				h = disburse(t, h, block.all("disbursed"))
				a, err := p.Assess(f.claimOf(t, p.Scheme(), block), h)
				got := outcome(t, a, h, block, err)
				want := make([]string, 0, len(block))
				for _, kv := range block {
					if slices.Contains(expectKeys, kv[0]) {
						want = append(want, kv[0]+": "+strings.Join(strings.Fields(kv[1]), " "))
					}
				}
				if !slices.Equal(want, got) {
					t.Errorf("claim %d, %s\nwant\n  %s\ngot\n  %s", i+1, block.one("claim"), strings.Join(want, "\n  "), strings.Join(got, "\n  "))
				}
				if err == nil {
					h = a.History
				}
			}
		})
	}
}

// expectKeys are the lines that say what is expected, in the order of a file.
var expectKeys = strings.Fields("error expect verdict grant bounds remedy elsewhere consent cut part beside overpaid undivided unstated needed ask pursue")

// outcome writes an assessment as a file does. Some lines are only written where
// the file has such a line.
func outcome(t *testing.T, a coverage.Assessment, before coverage.History, block fields, err error) []string {
	t.Helper()
	if err != nil {
		var e *fault.Error
		if !errors.As(err, &e) {
			t.Fatalf("not a fault: %v", err)
		}
		reason := e.Reason.Error()
		if a.History != (coverage.History{}) {
			t.Error("a refused claim has a history")
		}
		return []string{"error: " + cases.Join(e.Path, reason)}
	}
	var lines []string
	add := func(key string, words ...string) { lines = append(lines, key+": "+cases.Join(words...)) }
	amount := cases.Yen(a.Least)
	if a.Least != a.Most {
		amount += " to " + cases.Yen(a.Most)
	}
	add("expect", a.Decision.String(), amount)
	for _, r := range a.Items() {
		if r.Verdict == coverage.Covered {
			add("verdict", "covered")
		} else {
			add("verdict", r.Verdict.String(), ids(r.By))
		}
		if r.Verdict == coverage.Open && r.Least != 0 {
			t.Errorf("an open item is at least %v", r.Least)
		}
		if r.Verdict != coverage.Open && r.Verdict != coverage.Covered && (r.Least != 0 || r.Most != 0) {
			t.Errorf("%v, and from %v to %v", r.Verdict, r.Least, r.Most)
		}
	}
	if len(block.all("grant")) > 0 {
		for _, r := range a.Items() {
			if r.Verdict == coverage.Covered {
				add("grant", ids(r.By))
			}
		}
	}
	if len(block.all("bounds")) > 0 {
		for _, r := range a.Items() {
			add("bounds", cases.Yen(r.Least), "to", cases.Yen(r.Most))
		}
	}
	// Those that no item has are asked for by the word none.
	if len(block.all("remedy")) > 0 {
		n := len(lines)
		for _, r := range a.Items() {
			if r := r.Remedies(); len(r) > 0 {
				add("remedy", ids(r))
			}
		}
		if len(lines) == n {
			add("remedy", "none")
		}
	}
	if len(block.all("elsewhere")) > 0 {
		n := len(lines)
		for _, r := range a.Items() {
			for _, h := range r.Elsewhere() {
				add("elsewhere", string(h))
			}
		}
		if len(lines) == n {
			add("elsewhere", "none")
		}
	}
	if len(block.all("consent")) > 0 {
		consents := a.Consents()
		for _, c := range consents {
			add("consent", string(c.Clause.ID), c.Given.String())
		}
		if len(consents) == 0 {
			add("consent", "none")
		}
	}
	for _, c := range a.Cuts() {
		add("cut", string(c.Clause), string(c.Head), cases.Yen(c.Amount))
	}
	if len(block.all("part")) > 0 {
		for h, part := range a.Payment.Parts() {
			if part.Now != 0 {
				add("part", string(h), cases.Yen(part.Now))
			}
		}
	}
	if a.Combined() != a.Payment.Now {
		add("beside", cases.Yen(a.Combined()))
	}
	if a.Payment.Overpaid > 0 {
		add("overpaid", cases.Yen(a.Payment.Overpaid))
	}
	if len(a.Undivided) > 0 {
		add("undivided", a.Undivided...)
		if got := strings.Join(a.History.Undivided(), " "); !strings.Contains(got, a.Undivided[0]) {
			t.Errorf("history says %q is undivided", got)
		}
	}
	if a.Unstated != "" {
		add("unstated", string(a.Unstated))
	}
	if len(a.Questions()) > 0 {
		var facts []string
		for _, n := range a.Questions() {
			facts = append(facts, n.Name())
		}
		add("needed", facts...)
	}
	if len(block.all("ask")) > 0 {
		for _, n := range a.Questions() {
			add("ask", n.EN)
		}
	}
	for _, r := range a.Subrogation() {
		state := map[fact.Truth]string{fact.Unknown: "open", fact.No: "yes", fact.Yes: "no"}[r.Waived]
		add("pursue", r.Name, state, string(r.By))
	}
	checkRecord(t, a, before)
	checkSheet(t, a)
	return lines
}

// checkRecord demands that the history has the claim, and that what it takes of the
// limits is what the payment says.
func checkRecord(t testing.TB, a coverage.Assessment, before coverage.History) {
	t.Helper()
	fresh := true
	for last := range a.History.Claims() {
		if was, ok := before.Claim(last.Number); ok && was == last {
			continue
		}
		was, again := before.Claim(last.Number)
		fresh = !again
		if last.Decision != a.Decision || a.Decision == coverage.Open && last.Most != a.Most ||
			a.Decision != coverage.Open && (last.Series == "" && last.Due != a.Payment.Due || last.Paid != was.Paid+a.Payment.Now) {
			t.Errorf("%+v %+v", last, a.Payment)
		}
	}
	if fresh && (a.Decision == coverage.Open || a.Payment.Due == 0) && a.History.Paid().Total() != before.Paid().Total() {
		t.Errorf("%q %q", a.History.Paid(), before.Paid())
	}
}

// checkSheet demands that a worksheet ends at what is payable or, while the claim
// is open, at the amount on hold, which is the most that can be payable; that no
// running total is below zero, and that what was paid before is only ever taken
// off.
func checkSheet(t testing.TB, a coverage.Assessment) {
	t.Helper()
	s := a.Sheet()
	want := a.Payment.Now
	if a.Decision == coverage.Open {
		want = a.Most
	}
	if s.Total() != want {
		t.Errorf("the sheet ends at %v, not at %v:\n%s", s.Total(), want, s.Text(english))
	}
	for l := range s.Lines() {
		if l.Total < 0 || strings.Contains(l.EN, "paid before") && l.Change > 0 {
			t.Errorf("%s comes to %v by %v:\n%s", l.EN, l.Total, l.Change, s.Text(english))
		}
	}
}

func ids(all []clause.ID) string {
	words := make([]string, len(all))
	for i, id := range all {
		words[i] = string(id)
	}
	return strings.Join(words, " ")
}

// policy records the terms of a file.
func (f caseFile) policy(t testing.TB) coverage.Policy {
	t.Helper()
	scheme, err := jisa2024.New(readings(f.terms.one("readings"))...)
	if err != nil {
		t.Fatal(err)
	}
	terms := coverage.Terms{Readings: scheme.Readings().Readings(),
		Edition: "JISA-2024", Number: "P-1", Company: "例示システム株式会社",
		Applied: period.MustParseDate("2024-06-03"),
		Period:  period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"),
		Sales:   premium.Sales{Amount: 5 * yen.Oku, FiscalYear: 2024},
		Options: jisa2024.Standard(),
	}
	if s := f.terms.one("period"); s != "" {
		terms.Period = period.MustParse(s)
	}
	if s := f.terms.one("first"); s != "" {
		terms.First = period.MustParseInstant(s)
	}
	for _, s := range strings.Fields(f.terms.one("limits")) {
		choose(t, terms.Options, s)
	}
	for _, s := range strings.Fields(f.terms.one("attach")) {
		terms.Attached = append(terms.Attached, clause.ID(s))
	}
	for _, s := range f.terms.all("since") {
		id, since, _ := strings.Cut(s, " ")
		if terms.Since == nil {
			terms.Since = map[clause.ID]period.Instant{}
		}
		terms.Since[clause.ID(id)] = period.MustParseInstant(since)
	}
	p, err := scheme.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	if s := f.terms.one("declared"); s != "" {
		declared, actual, _ := strings.Cut(s, " of ")
		by, err := jisa2024.Tariff().Reduction(
			premium.Risk{Sales: premium.Sales{Amount: yen.MustParse(declared)}}, premium.Risk{Sales: premium.Sales{Amount: yen.MustParse(actual)}})
		if err != nil {
			t.Fatal(err)
		}
		if p, err = p.UnderDeclared(by); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

// choose states one option of the policy, written as name=amount. An amount of
// 0円 states a deductible of 0円 and no other option.
func choose(t testing.TB, v option.Values, s string) {
	t.Helper()
	name, amount, _ := strings.Cut(s, "=")
	id := option.ID(name)
	if _, ok := jisa2024.Options().Row(id); !ok {
		t.Fatalf("no such option: %s", s)
	}
	if v[id] = option.Yen(yen.MustParse(amount)); v[id] == option.Yen(0) && id != jisa2024.LiabilityDeductible {
		delete(v, id)
	}
}

// readings reads the readings that are not the default, such as A4=classical.
func readings(s string) (all []coverage.Reading) {
	for word := range strings.FieldsSeq(s) {
		all = append(all, coverage.Reading(word))
	}
	return all
}

// cleared is what the word "clear" stands for: a person has judged the facts that
// would exclude, and none is so.
const cleared = "wilful-act=no crime=no knew-unlawful=no knew-harmful=no cause-before-start=no" +
	" cure-cost=no re-performance-cost=no recall-cost=no software-development=no aggravated-liability=no others-reputation=no" +
	" other-ip=no copyright=no personality-right=no design-right=no trademark=no domain-name=no licence-fee=no late-completion=no" +
	" custody-property=no consolation=no under-another-head=no investigation-or-advice=no ordinary-spending=no fine-itself=no"

// claimOf reads a claim.
func (f caseFile) claimOf(t testing.TB, s coverage.Scheme, block fields) coverage.Claim {
	t.Helper()
	c := coverage.Claim{Number: f.numberOf(block), Policy: block.one("policy"), Series: block.one("series"), Incident: block.one("incident")}
	words := strings.Fields(f.terms.one("facts") + " " + block.one("facts"))
	usual, clean := false, false
	for _, word := range strings.Fields(f.terms.one("assume")) {
		switch word {
		case "usual":
			usual = true
		case "clear":
			clean = true
		default:
			t.Fatalf("assume what? %s", word)
		}
	}
	c.Facts = facts(t, words)
	if clean {
		c.Facts = c.Facts.Over(fact.MustParse(cleared))
	}
	if usual {
		c.Facts = c.Facts.Else(s.Defaults())
	}
	for key, to := range map[string]*period.Moment{
		"made": &c.Dates.Made, "first": &c.Dates.First, "discovered": &c.Dates.Discovered,
		"reputational": &c.Dates.Reputational, "cause": &c.Dates.Cause, "aware": &c.Dates.Aware,
		"delivered": &c.Dates.Delivered, "attack-published": &c.Dates.AttackPublished, "leak-published": &c.Dates.LeakPublished, "measure": &c.Dates.Measure,
	} {
		*to = moment(t, block.one(key))
	}
	for _, s := range block.all("item") {
		c.Items = append(c.Items, item(t, strings.Fields(s)))
	}
	if s := block.one("late-notice"); s != "" {
		c.LateNotice = yen.MustParse(s)
	}
	for _, s := range block.all("person") {
		words := strings.Fields(s)
		c.Persons = append(c.Persons, coverage.Person{Name: words[0], Facts: facts(t, words[1:])})
	}
	return c
}

// facts reads words such as leak=yes; a later one for the same fact wins.
func facts(t testing.TB, words []string) fact.Set {
	t.Helper()
	byName := map[string]string{}
	for _, word := range words {
		name, _, _ := strings.Cut(word, "=")
		byName[name] = word
	}
	all := make([]string, 0, len(byName))
	for _, word := range byName {
		all = append(all, word)
	}
	f, err := fact.Parse(strings.Join(all, " "))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// item reads a head, the amount claimed, and in any order accepted=all or an
// amount, excess, incurred and facts.
func item(t testing.TB, words []string) coverage.Item {
	t.Helper()
	if len(words) < 2 {
		t.Fatal("an item is a head and an amount")
	}
	it := coverage.Item{Head: limits.Head(words[0]), Claimed: yen.MustParse(words[1])}
	var own []string
	for _, word := range words[2:] {
		name, value, _ := strings.Cut(word, "=")
		switch {
		case word == "accepted=all":
			it.Accepted = yen.Exactly(it.Claimed)
		case name == "accepted":
			it.Accepted = yen.Exactly(yen.MustParse(value))
		case name == "excess":
			it.Excess = yen.Exactly(yen.MustParse(value))
		case name == "incurred":
			it.Incurred = moment(t, value)
		case name == "spent":
			it.Spent = moment(t, value)
		case name == "demand":
			it.Demand = value
		case ownDate(&it.Dates, name) != nil:
			*ownDate(&it.Dates, name) = moment(t, value)
		default:
			own = append(own, word)
		}
	}
	it.Facts = facts(t, own)
	return it
}

// ownDate returns the date of an item with the name, or nil.
func ownDate(d *coverage.Dates, name string) *period.Moment {
	return map[string]*period.Moment{
		"made": &d.Made, "cause": &d.Cause, "aware": &d.Aware, "delivered": &d.Delivered,
		"attack-published": &d.AttackPublished, "leak-published": &d.LeakPublished,
	}[name]
}

func moment(t testing.TB, s string) period.Moment {
	t.Helper()
	m, err := period.ParseMoment(strings.Replace(s, "T", " ", 1))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// allReadings are the default and every reading that is not.
var allReadings = []string{
	"", "A2=overall-only", "A2=own-only", "A3a=beside-costs", "A3a=inside-liability", "A3b=capped", "A4=classical",
	"A4=inside", "A4b=printed", "A5=each-claim", "A5b=two", "A9=first-start", "A10=to-moment", "A11=both", "A11b=inside",
	"A12=advisory", "A12=other-response", "A13=either", "A15=both", "A16=both", "A16=lead-first", "A29=excluded", "A17=built-in", "A18=until-month",
	"A18b=liability", "A20=excluded", "A20=covered", "A25=damages", "A25=limits", "A28=half-up",
}

var english = language.English

// numberOf returns the number of a claim of the file: C-1 is the first.
func (f caseFile) numberOf(block fields) string {
	for i := range f.claim {
		if &f.claim[i][0] == &block[0] {
			return cmp.Or(block.one("number"), fmt.Sprint("C-", i+1))
		}
	}
	return cmp.Or(block.one("number"), "C-1")
}

// disburse states what was really paid: C-1 5,000,000.
func disburse(t testing.TB, h coverage.History, all []string) coverage.History {
	t.Helper()
	for _, s := range all {
		number, amount, _ := strings.Cut(s, " ")
		var err error
		if h, err = h.Disbursed(number, yen.MustParse(amount)); err != nil {
			t.Fatal(err)
		}
	}
	return h
}
