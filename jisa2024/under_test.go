// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
)

// An underFile is one file under testdata/under: a policy with claims, and for each claim
// its outcome under other policies. See README.md there.
type underFile struct {
	caseFile
	under [][]fields // by claim
}

// The keys of the lines that say what is expected of a claim, and of what is otherwise.
var (
	claimWants = []string{"expect", "reading"}
	underWants = []string{"expect", "line", "by", "error"}
)

func readUnder(t testing.TB) (all []underFile) {
	t.Helper()
	names, err := filepath.Glob(cases.Path(t, "under/*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatal("no files", err)
	}
	for _, path := range names {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := underFile{caseFile: caseFile{name: strings.TrimSuffix(filepath.Base(path), ".txt")}}
		lines := bufio.NewScanner(strings.NewReader(string(b)))
		for n := 1; lines.Scan(); n++ {
			line := strings.TrimSpace(lines.Text())
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			key, value, ok := strings.Cut(line, ":")
			kv := [2]string{key, strings.Join(strings.Fields(value), " ")}
			last := len(f.claim) - 1
			known := termKeys
			switch {
			case key == "claim":
				f.claim, f.under = append(f.claim, nil), append(f.under, nil)
				last++
				known = claimKeys
			case key == "under" && last >= 0:
				f.under[last] = append(f.under[last], fields{kv})
				continue
			case last >= 0 && len(f.under[last]) > 0:
				known = append(slices.Concat(termKeys, underWants), "edition")
			case last >= 0:
				known = append(claimKeys, claimWants...)
			}
			if !ok || kv[1] == "" || !slices.Contains(known, key) {
				t.Fatalf("%s:%d: no such line here: %s", path, n, line)
			}
			switch {
			case last < 0:
				f.terms = append(f.terms, kv)
			case len(f.under[last]) > 0:
				to := &f.under[last][len(f.under[last])-1]
				*to = append(*to, kv)
			default:
				f.claim[last] = append(f.claim[last], kv)
			}
		}
		all = append(all, f)
	}
	return all
}

// policyUnder records the terms of the file with those of a block in their place.
func (f underFile) policyUnder(t testing.TB, block fields) coverage.Policy {
	t.Helper()
	other := caseFile{name: f.name}
	for _, kv := range f.terms {
		if len(block.all(kv[0])) == 0 {
			other.terms = append(other.terms, kv)
		}
	}
	for _, kv := range block {
		if kv[1] != "none" {
			other.terms = append(other.terms, kv)
		}
	}
	p := other.policy(t)
	without, ok := strings.CutPrefix(block.one("edition"), "without ")
	if !ok {
		return p
	}
	rules, err := jisa2024.Rules(p.Terms().Readings...)
	if err != nil {
		t.Fatal(err)
	}
	rules.Edition.ID = "JISA-2024-1"
	rules.Wording.Rules = slices.DeleteFunc(rules.Wording.Rules, func(r exclusions.Rule) bool { return r.Clause.ID == clause.ID(without) })
	scheme, err := coverage.New(rules)
	if err != nil {
		t.Fatal(err)
	}
	if p, err = p.In(scheme); err != nil {
		t.Fatal(err)
	}
	return p
}

// result writes an outcome as a file does.
func result(o coverage.Outcome) string {
	switch {
	case len(o.Why) > 0:
		return "refused " + o.Why[0].EN
	case o.Least == o.Most:
		return fmt.Sprint(o.Decision, " ", cases.Yen(o.Least))
	}
	return fmt.Sprint(o.Decision, " ", cases.Yen(o.Least), " to ", cases.Yen(o.Most))
}

// wants returns the lines of a block with the keys.
func wants(block fields, keys []string) (all []string) {
	for _, kv := range block {
		if slices.Contains(keys, kv[0]) {
			all = append(all, kv[0]+": "+kv[1])
		}
	}
	return all
}

// TestUnder compares the claims of every file under testdata/under with their outcome
// under other policies.
func TestUnder(t *testing.T) {
	for _, f := range readUnder(t) {
		t.Run(f.name, func(t *testing.T) {
			p := f.policy(t)
			var h coverage.History
			for i, block := range f.claim {
				a, err := p.Assess(f.claimOf(t, p.Scheme(), block), h)
				if err != nil {
					t.Fatal(err)
				}
				for _, other := range f.under[i] {
					q := f.policyUnder(t, other)
					c, err := a.Under(q)
					if want, got := wants(other, underWants), underLines(t, c, err); !slices.Equal(want, got) {
						t.Errorf("%s\nwant\n  %s\ngot\n  %s\n%s", other.one("under"),
							strings.Join(want, "\n  "), strings.Join(got, "\n  "), c)
					}
					if err == nil {
						checkComparison(t, a, c)
					}
				}
				h = a.History
			}
		})
	}
}

// underLines writes a comparison as a file does.
func underLines(t testing.TB, c coverage.Comparison, err error) []string {
	t.Helper()
	if f := new(fault.Error); errors.As(err, &f) {
		if f.Op != "coverage.Under" {
			t.Error(err)
		}
		return []string{cases.Join("error:", f.Path, f.Reason.Error())}
	}
	all := []string{"expect: " + result(c.Is)}
	for _, l := range c.Lines {
		if l.Difference() != 0 {
			all = append(all, cases.Join("line:", string(l.Clause), cases.Yen(l.Was), cases.Yen(l.Is)))
		}
	}
	by := ids(c.By)
	if by == "" {
		by = "none"
	}
	return append(all, "by: "+by)
}

// checkComparison demands of every comparison that it begins with the assessment, that
// its lines are those of the worksheets and add up to the outcomes, and that it says so
// if nothing has changed.
func checkComparison(t testing.TB, a coverage.Assessment, c coverage.Comparison) {
	t.Helper()
	if c.Was.Decision != a.Decision || c.Was.Least != a.Least || c.Was.Most != a.Most {
		t.Errorf("%+v is not how the claim was assessed: %v %v", c.Was, a.Least, a.Most)
	}
	was, is := c.Was.Most, c.Is.Most
	before := slices.Collect(a.Sheet().Lines())
	for _, l := range c.Lines {
		if was, is = was-l.Was, is-l.Is; l.Was == 0 && l.Is == 0 {
			t.Errorf("an empty line %+v", l)
		}
		if l.Was != 0 {
			if len(before) == 0 || before[0].Change != l.Was || before[0].Clause != l.Clause {
				t.Fatalf("%+v is not the next line of\n%s\n%s", l, a.Sheet().Text(english), c)
			}
			before = before[1:]
		}
	}
	if was != 0 || is != 0 || len(before) > 0 {
		t.Errorf("%v and %v are in no line, and %v\n%s\n%s", was, is, before, a.Sheet().Text(english), c)
	}
	if over := a.Payment.Overpaid; c.Was.Overpaid != over {
		t.Errorf("%v overpaid, not %v", c.Was.Overpaid, over)
	}
	same := result(c.Was) == result(c.Is) && c.Was.Overpaid == c.Is.Overpaid
	if said := strings.Contains(c.String(), "unchanged: ") && strings.Contains(c.Text(japanese), "変わりません。"); said != same {
		t.Errorf("%s to %s:\n%s", result(c.Was), result(c.Is), c)
	}
}

// TestSensitivity compares the readings that would change the claims of every file under
// testdata/under with those in the file.
func TestSensitivity(t *testing.T) {
	for _, f := range readUnder(t) {
		t.Run(f.name, func(t *testing.T) {
			p := f.policy(t)
			others, err := p.Alternatives(alternatives(t, p.Scheme())...)
			if err != nil {
				t.Fatal(err)
			}
			var h coverage.History
			for _, block := range f.claim {
				a, err := p.Assess(f.claimOf(t, p.Scheme(), block), h)
				if err != nil {
					t.Fatal(err)
				}
				effects, err := a.Sensitivity(others...)
				if err != nil {
					t.Fatal(err)
				}
				got := []string{"expect: " + result(coverage.Outcome{Decision: a.Decision, Least: a.Least, Most: a.Most})}
				for _, e := range effects {
					got = append(got, cases.Join("reading:", string(e.Reading), result(e.Is)))
				}
				if len(effects) == 0 {
					got = append(got, "reading: none")
				}
				if want := wants(block, claimWants); !slices.Equal(want, got) {
					t.Errorf("%s\nwant\n  %s\ngot\n  %s", block.one("claim"), strings.Join(want, "\n  "), strings.Join(got, "\n  "))
				}
				h = a.History
			}
		})
	}
}

// alternatives returns the schemes that differ from a scheme in one reading, each made
// once for all tests.
func alternatives(t testing.TB, s coverage.Scheme) (all []coverage.Scheme) {
	t.Helper()
	for _, other := range s.Readings().Alternatives() {
		all = append(all, readEdition(t, other...))
	}
	return all
}
