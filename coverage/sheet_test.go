// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
)

// TestSheets holds the worksheets of six files of claims to the letter, in both
// languages, and of one of them the Markdown and the JSON of the same lines.
func TestSheets(t *testing.T) {
	if err := os.MkdirAll(cases.Path(t, "golden/coverage"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{
		"018-series-after-expiry", "024-classical-under-declared", "042-late-completion-open",
		"054-custody-attached", "064-suspected-attack", "089-aggravated-liability", "104-series-and-the-period-limit",
	} {
		t.Run(name, func(t *testing.T) {
			f := readClaim(t, cases.Path(t, "claims/"+name+".txt"))
			p := f.policy(t)
			var h coverage.History
			var text, markdown, object bytes.Buffer
			for _, block := range f.claim {
				a, err := p.Assess(f.claimOf(t, p.Scheme(), block), h)
				if err != nil {
					t.Fatal(err)
				}
				h = a.History
				s := a.Sheet()
				text.WriteString(s.Text(language.Japanese) + "\n" + s.Text(language.English) + "\n")
				markdown.WriteString(s.Markdown(language.Japanese) + "\n")
				out := json.NewEncoder(&object)
				out.SetEscapeHTML(false)
				out.SetIndent("", "  ")
				if err := out.Encode(s); err != nil {
					t.Fatal(err)
				}
			}
			golden(t, cases.Path(t, "golden/coverage/"+name+".txt"), text.Bytes())
			if name == "018-series-after-expiry" {
				golden(t, cases.Path(t, "golden/coverage/"+name+".md"), markdown.Bytes())
				golden(t, cases.Path(t, "golden/coverage/"+name+".json"), object.Bytes())
			}
		})
	}
}
