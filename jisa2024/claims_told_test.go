// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
)

// told assesses a claim that is written as lines of a file of claims.
func told(t *testing.T, readings string, lines ...string) coverage.Assessment {
	t.Helper()
	f := caseFile{terms: fields{{"assume", "usual clear"}, {"first", "2022-07-01 16:00"}, {"limits", "attack-response=9,000,000 investigation=9,000,000"}}}
	if readings != "" {
		f.terms = append(f.terms, [2]string{"readings", readings})
	}
	var block fields
	for _, line := range lines {
		key, value, _ := strings.Cut(line, ": ")
		block = append(block, [2]string{key, value})
	}
	p := f.policy(t)
	a, err := p.Assess(f.claimOf(t, p.Scheme(), block), coverage.History{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestReadingsNamed demands that an assessment names the reading without which
// its payment would be another one.
func TestReadingsNamed(t *testing.T) {
	damages := "item: damages 5,000,000 accepted=all"
	services := "facts: it-services=yes unforeseen-accident=yes"
	for _, c := range []struct {
		id, readings string
		lines        []string
	}{
		{"A9", "A9=first-start", []string{services + " cause-before-start=yes", "cause: 2024-06-10", "aware: 2024-06-20", "made: 2024-09-10", damages}},
		{"A20", "A20=covered", []string{services + " property-damage=yes", "made: 2024-09-10", damages}},
		{"A16", "A16=both", []string{"facts: it-services=no it-user-activity=yes unforeseen-accident=yes", "made: 2024-09-10", damages}},
		{"A10", "", []string{"facts: it-services=yes leak=yes", "discovered: 2024-09-10 10:00", "item: investigation 1,000,000 accepted=all incurred=2025-09-10"}},
		{"A13", "A13=either", []string{"facts: it-services=yes suspected-attack=yes managed-system=yes cyber-attack=no external-report=no", "discovered: 2024-09-10",
			"item: attack-response 1,000,000 accepted=all incurred=2024-09-12 attack-verification=yes outside-body=yes shutdown-outsourced=no"}},
		{"A5", "", []string{services, "series: S-1", "first: 2025-06-10", "made: 2025-09-10", damages}},
		{"A18b", "A18b=liability", []string{"facts: it-services=yes leak=yes software-development=yes in-japan=yes", "discovered: 2024-09-10 10:00", "aware: 2024-09-10",
			"delivered: 2024-09-01", "item: investigation 1,000,000 accepted=all incurred=2024-09-12"}},
	} {
		a := told(t, c.readings, c.lines...)
		named := slices.ContainsFunc(a.Readings(), func(r coverage.OpenPoint) bool { return r.ID == c.id })
		if a.Decision != coverage.Payable || !named {
			t.Errorf("%s: %v, with the readings %v\n%s", c.id, a.Decision, a.Readings(), a.Sheet().Text(english))
		}
	}
	// What does not reach an item is not named.
	for _, r := range told(t, "A13=either", services, "made: 2024-09-10", damages).Readings() {
		if r.ID != "A1" && r.ID != "A22" {
			t.Errorf("damages depend on %s", r.Text(english))
		}
	}
}

// TestDeliveryDeadline demands the end of the month after delivery only where
// the rule can reach an item, and not where it lies before the claim.
func TestDeliveryDeadline(t *testing.T) {
	of := func(readings, facts string, lines ...string) (all []string) {
		lines = append(lines, "delivered: 2024-08-10", "facts: it-services=yes unforeseen-accident=yes in-japan=yes "+facts)
		for _, d := range told(t, readings, lines...).Deadlines() {
			all = append(all, d.Text(english), d.Text(language.Japanese))
		}
		return all
	}
	damages := "item: damages 5,000,000 accepted=all"
	got := of("", "software-development=yes", "made: 2024-09-10", "aware: 2024-09-10", damages)
	want := []string{
		"Third-party claims made, or known to be likely, by the end of 10 September 2024 fall under EXC-17.",
		"2024年9月10日まで（当日を含む）になされ、またはそのおそれを認識した損害賠償請求は、EXC-17に該当します。",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := of("", "software-development=yes", "aware: 2024-09-11", damages); !slices.Equal(got, want) {
		t.Errorf("nobody says when it was claimed: %q", got)
	}
	if got := of("", "software-development=yes", "made: 2024-09-11", "aware: 2024-09-11", damages); len(got) > 0 {
		t.Errorf("claimed after it: %q", got)
	}
	if got := of("", "software-development=no", "made: 2024-09-10", "aware: 2024-09-10", damages); len(got) > 0 {
		t.Errorf("not development: %q", got)
	}
	if got := of("A18b=liability", "software-development=yes", "made: 2024-09-10", "aware: 2024-09-10", "item: litigation-response 5,000,000 accepted=all"); len(got) > 0 {
		t.Errorf("a cost, which the rule does not reach: %q", got)
	}
}

// TestImmutable changes what an assessment returned.
func TestImmutable(t *testing.T) {
	a := told(t, "", "facts: it-services=yes unforeseen-accident=yes software-development=yes in-japan=yes", "made: 2024-09-10", "aware: 2024-09-10",
		"delivered: 2024-09-01", "item: damages 5,000,000 accepted=all")
	for _, r := range a.Readings() {
		r.Clauses[0] = "changed"
	}
	a.Items()[0].Remedies()[0] = "changed"
	if got := ids(a.Items()[0].Remedies()); got != "END-02" || len(a.Readings()) == 0 || a.Readings()[0].Clauses[0] == "changed" {
		t.Errorf("what was returned changes what comes next: %s, %v", got, a.Readings())
	}
}

// TestConsents demands that litigation response has a condition of its own.
func TestConsents(t *testing.T) {
	a := told(t, "", "facts: it-services=yes unforeseen-accident=yes suit-filed=yes necessary-for-suit=yes with-consent=yes requirements-met=no",
		"made: 2024-09-10", "item: defence 1,000,000 accepted=all", "item: litigation-response 1,000,000 accepted=all incurred=2024-12-12")
	var got []string
	for _, c := range a.Consents() {
		got = append(got, string(c.Clause.ID)+" "+c.Given.String())
	}
	if want := []string{"COV-38 yes", "COV-37 no"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestUnknownAmounts demands a question about the one amount that keeps a claim
// open.
func TestUnknownAmounts(t *testing.T) {
	for want, c := range map[string]struct{ facts, item string }{
		"To be answered: How much of damages is accepted (COV-02)?":                          {"", "item: damages 5,000,000"},
		`To be answered: How much of damages is "contractually assumed liability" (EXC-04)?`: {" aggravated-liability=yes", "item: damages 5,000,000 accepted=all"},
	} {
		a := told(t, "", "facts: it-services=yes unforeseen-accident=yes"+c.facts, "made: 2024-09-10", c.item)
		if a.Decision != coverage.Open || len(a.Questions()) > 0 {
			t.Errorf("%s: %v, %v", c.item, a.Decision, a.Questions())
		}
		var asked []string
		for _, n := range a.Notes() {
			if strings.HasPrefix(n.EN, "To be answered: ") {
				asked = append(asked, n.EN)
			}
		}
		if !slices.Equal(asked, []string{want}) {
			t.Errorf("%s: %q", c.item, asked)
		}
	}
}
