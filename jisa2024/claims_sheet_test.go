// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
)

// assessments returns the assessments of the claims of a file, in order.
func assessments(t *testing.T, name string) []coverage.Assessment {
	t.Helper()
	f := readClaim(t, cases.Path(t, "claims/"+name+".txt"))
	p := f.policy(t)
	var h coverage.History
	var all []coverage.Assessment
	for _, block := range f.claim {
		a, err := p.Assess(f.claimOf(t, p.Scheme(), block), h)
		if err != nil {
			t.Fatal(err)
		}
		h, all = a.History, append(all, a)
	}
	return all
}

// TestReports holds the assessments of some files of claims to the letter, in
// both languages.
func TestReports(t *testing.T) {
	if err := os.MkdirAll(cases.Path(t, "golden/coverage"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"018-series-after-expiry", "024-classical-under-declared", "042-late-completion-open", "054-custody-attached",
		"061-subrogation", "064-suspected-attack", "089-aggravated-liability", "100-silence", "104-series-and-the-period-limit",
		"127-several-third-party-claims", "153-overpaid-classical", "157-uncertain-amount-unstated-limit",
	} {
		t.Run(name, func(t *testing.T) {
			var text bytes.Buffer
			for _, a := range assessments(t, name) {
				text.WriteString(a.Text(language.Japanese) + "\n" + a.Text(language.English) + "\n")
			}
			cases.Golden(t, cases.Path(t, "golden/coverage/"+name+".txt"), text.String())
		})
	}
}

// TestSheets holds the worksheets of one file to the letter: as text in both
// languages, and as JSON; and the details of its first claim.
func TestSheets(t *testing.T) {
	const name = "064-suspected-attack"
	var text, object bytes.Buffer
	all := assessments(t, name)
	for _, a := range all {
		s := a.Sheet()
		text.WriteString(s.Text(language.Japanese) + "\n" + s.Text(language.English) + "\n")
		out := json.NewEncoder(&object)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		if err := out.Encode(s); err != nil {
			t.Fatal(err)
		}
	}
	details := all[0].Details(language.Japanese) + "\n" + all[0].Details(language.English)
	cases.Golden(t, cases.Path(t, "golden/coverage/"+name+".sheet.txt"), text.String())
	cases.Golden(t, cases.Path(t, "golden/coverage/"+name+".sheet.json"), object.String())
	cases.Golden(t, cases.Path(t, "golden/coverage/"+name+".details.txt"), details)
}
