// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

// madeWants are the lines of a case that say what is expected: those of madeAlways
// whenever there is something to say, and the others where the case has them.
var (
	madeAlways = strings.Fields("error expect verdict cut beside overpaid undivided unstated needed pursue")
	madeWants  = append(madeAlways, strings.Fields("grant bounds remedy elsewhere consent part ask readings"+
		" deadline note reserves reserve left told")...)
)

// TestMadeCases assesses the claims of each case in order, and compares what comes
// out with what was worked out by hand.
func TestMadeCases(t *testing.T) {
	for file, all := range readMade(t) {
		for _, c := range all {
			t.Run(file+"/"+c.title, func(t *testing.T) { c.run(t) })
		}
	}
}

func (c madeCase) run(t *testing.T) {
	p := c.policy(t)
	var h coverage.History
	for i, l := range c.claim {
		for _, s := range l.all("disbursed") {
			number, amount, _ := strings.Cut(s, " ")
			var err error
			if h, err = h.Disbursed(number, yen.MustParse(amount)); err != nil {
				t.Fatal(err)
			}
		}
		a, err := p.Assess(c.claimOf(t, p.Scheme(), l), h)
		if err == nil {
			checkMade(t, a, h)
		}
		var want, got []string
		for _, kv := range l {
			if slices.Contains(madeWants, kv[0]) {
				want = append(want, kv[0]+": "+kv[1])
			}
		}
		outcome := madeOutcome(t, a, err)
		if err == nil {
			outcome = append(outcome, madeReserves(t, p, a.History)...)
		}
		for _, kv := range outcome {
			if slices.Contains(madeAlways, kv[0]) || len(l.all(kv[0])) > 0 {
				got = append(got, kv[0]+": "+kv[1])
			}
		}
		slices.SortStableFunc(want, byKey)
		slices.SortStableFunc(got, byKey)
		if !slices.Equal(want, got) {
			const next = "\n  "
			t.Errorf("claim %d, %s\nwant\n  %s\ngot\n  %s", i+1, l[0][1], strings.Join(want, next), strings.Join(got, next))
		}
		if name := l.one("report"); name != "" {
			checkMadeReport(t, name, a)
		}
		if err == nil {
			h = a.History
		}
	}
}

// byKey orders lines by the word before the colon.
func byKey(x, y string) int {
	x, _, _ = strings.Cut(x, ":")
	y, _, _ = strings.Cut(y, ":")
	return strings.Compare(x, y)
}

// madeOutcome writes all that can be said of an assessment as a case does.
func madeOutcome(t *testing.T, a coverage.Assessment, err error) (lines madeLines) {
	t.Helper()
	add := func(key string, words ...string) {
		if s := cases.Join(words...); s != "" {
			lines = append(lines, [2]string{key, s})
		}
	}
	if err != nil {
		var f *fault.Error
		if !errors.As(err, &f) || f.Op != "coverage.Assess" {
			t.Fatalf("not a fault of Assess: %v", err)
		}
		add("error", f.Path, f.Reason.Error())
		return lines
	}
	amount := cases.Yen(a.Least)
	if a.Least != a.Most {
		amount += " to " + cases.Yen(a.Most)
	}
	add("expect", a.Decision.String(), amount)
	for _, r := range a.Items() {
		if r.Verdict == coverage.Covered {
			add("verdict", "covered")
			add("grant", clauseIDs(r.By))
		} else {
			add("verdict", r.Verdict.String(), clauseIDs(r.By))
		}
		add("bounds", cases.Yen(r.Least), "to", cases.Yen(r.Most))
		add("remedy", orNone(clauseIDs(r.Remedies())))
		for _, h := range r.Elsewhere() {
			add("elsewhere", string(h))
		}
	}
	for _, c := range a.Consents() {
		add("consent", string(c.Clause.ID), c.Given.String())
	}
	for _, c := range a.Cuts() {
		add("cut", string(c.Clause), string(c.Head), cases.Yen(c.Amount))
	}
	for h, part := range a.Payment.Parts() {
		if part.Now != 0 {
			add("part", string(h), cases.Yen(part.Now))
		}
	}
	if a.Combined() != a.Payment.Now {
		add("beside", cases.Yen(a.Combined()))
	}
	if a.Payment.Overpaid > 0 {
		add("overpaid", cases.Yen(a.Payment.Overpaid))
	}
	add("undivided", a.Undivided...)
	add("unstated", string(a.Unstated))
	var facts, readings []string
	for _, n := range a.Questions() {
		facts = append(facts, n.Name())
		add("ask", n.Text(language.English))
	}
	add("needed", facts...)
	for _, r := range a.Subrogation() {
		add("pursue", r.Name, [...]string{fact.Unknown: "open", fact.No: "yes", fact.Yes: "no"}[r.Waived], string(r.By))
	}
	for _, p := range a.Readings() {
		readings = append(readings, p.ID)
	}
	add("readings", orNone(strings.Join(readings, " ")))
	for _, d := range a.Deadlines() {
		add("deadline", d.Text(language.English))
	}
	for _, n := range a.Notes() {
		add("note", string(n.Clause), n.EN)
	}
	return lines
}

func clauseIDs(all []clause.ID) string {
	words := make([]string, len(all))
	for i, id := range all {
		words[i] = string(id)
	}
	return strings.Join(words, " ")
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// checkMade demands of every assessment that its bounds are in order and its worksheet
// ends at what is payable or on hold, and that its history reads back.
func checkMade(t *testing.T, a coverage.Assessment, before coverage.History) {
	t.Helper()
	if a.Least < 0 || a.Least > a.Most || a.Decision != coverage.Open && a.Payment.Now != a.Most {
		t.Errorf("%v to %v, paid %v", a.Least, a.Most, a.Payment.Now)
	}
	want := a.Payment.Now
	if a.Decision == coverage.Open {
		want = a.Most
	}
	if s := a.Sheet(); s.Total() != want {
		t.Errorf("the worksheet ends at %v, not at %v:\n%s", s.Total(), want, s.Text(language.English))
	}
	if h, err := coverage.ParseHistory(a.History.String()); err != nil || !h.Equal(a.History) {
		t.Errorf("%q reads as %q: %v", a.History, h, err)
	}
	if a.Decision == coverage.Open && a.History.Paid().Total() != before.Paid().Total() {
		t.Error("an open claim erodes a limit")
	}
	for _, tag := range []language.Tag{language.Japanese, language.English} {
		for line := range strings.Lines(a.Text(tag) + a.Details(tag)) {
			for _, bad := range []string{"%!", "（）", "()", "、、", "「」", `""`, ": :", " \n"} {
				if strings.Contains(line, bad) {
					t.Errorf("%q in %q", bad, line)
				}
			}
		}
	}
}

// checkMadeReport compares the report and its details in both languages with the
// golden text.
func checkMadeReport(t *testing.T, name string, a coverage.Assessment) {
	t.Helper()
	for _, tag := range []language.Tag{language.Japanese, language.English} {
		file := "testdata/made/reports/" + name + "." + tag.String() + ".txt"
		cases.Golden(t, file, a.Text(tag)+"\n"+a.Details(tag))
	}
}
