// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
)

// The columns of testdata/rules.txt.
const (
	ruleNumber = iota
	ruleClauses
	ruleEN
	ruleJA
	ruleHeading
	ruleDecided
	ruleCases
	ruleColumns
)

// TestRules holds CLAUSES.md to testdata/rules.txt, the clauses of the scheme and
// the claims: every rule of the source once, in order, with clauses of the
// scheme, in both languages and under a heading of the source, and with a case
// unless it is not computed.
func TestRules(t *testing.T) {
	scheme, err := jisa2024.New()
	if err != nil {
		t.Fatal(err)
	}
	titles := map[clause.ID]clause.Clause{}
	for _, c := range scheme.Clauses() {
		titles[c.ID] = c
	}
	exercised := map[string][]string{}
	for _, f := range readClaims(t) {
		number, _, _ := strings.Cut(f.name, "-")
		for _, rule := range strings.Fields(f.terms.one("rules")) {
			exercised[rule] = append(exercised[rule], number)
		}
	}
	rules := readRules(t)
	if len(rules) != 130 {
		t.Errorf("%d rules", len(rules))
	}
	out := bytes.NewBufferString(header)
	for i, cell := range rules {
		n := i + 1
		if cell[ruleNumber] != strconv.Itoa(n) {
			t.Fatalf("rule %d is missing before rule %s", n, cell[ruleNumber])
		}
		var clauses []string
		for _, id := range strings.Fields(cell[ruleClauses]) {
			c, ok := titles[clause.ID(id)]
			if !ok {
				t.Errorf("rule %d: no clause %s", n, id)
			}
			clauses = append(clauses, id+" "+c.JA)
		}
		var by []string
		by = append(append(by, exercised[cell[ruleNumber]]...), strings.Fields(cell[ruleCases])...)
		delete(exercised, cell[ruleNumber])
		if computed := !strings.HasPrefix(cell[ruleDecided], "not computed: "); computed && len(by) == 0 {
			t.Errorf("rule %d: no case", n)
		}
		for _, file := range strings.Fields(cell[ruleCases]) {
			if _, err := os.Stat(cases.Path(t, file)); err != nil {
				t.Errorf("rule %d: %v", n, err)
			}
		}
		fmt.Fprintf(out, "| %s | %s | %s | %s | %s | %s | %s |\n", cell[ruleNumber], cell[ruleEN], cell[ruleJA], cell[ruleHeading],
			strings.Join(clauses, "<br>"), cell[ruleDecided], strings.Join(by, " "))
	}
	for rule, by := range exercised {
		t.Errorf("claims %v exercise rule %s, which does not exist", by, rule)
	}
	cases.Golden(t, filepath.Join("..", "CLAUSES.md"), out.String())
}

// TestRuleTexts demands that every rule says what it says in both languages, in
// Japanese as one polite sentence that no other rule has, and that it stands
// under a heading of the source, each of which is used.
func TestRuleTexts(t *testing.T) {
	polite := regexp.MustCompile(`(です|ます|ません|ください)。$`)
	headings := map[string]int{}
	for _, h := range ruleHeadings() {
		headings[h] = 0
	}
	first := map[string]string{}
	for _, cell := range readRules(t) {
		n, ja, en := cell[ruleNumber], cell[ruleJA], cell[ruleEN]
		if !polite.MatchString(ja) || strings.Count(ja, "。") != 1 {
			t.Errorf("rule %s: not one polite sentence: %q", n, ja)
		}
		if en == "" || strings.ContainsFunc(en, func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }) {
			t.Errorf("rule %s: not English: %q", n, en)
		}
		for _, text := range []string{ja, en} {
			if other, ok := first[text]; ok {
				t.Errorf("rules %s and %s say the same: %q", other, n, text)
			}
			first[text] = n
		}
		if _, ok := headings[cell[ruleHeading]]; !ok {
			t.Errorf("rule %s: no heading %q", n, cell[ruleHeading])
		}
		headings[cell[ruleHeading]]++
		if cell[ruleDecided] == "" {
			t.Errorf("rule %s: neither decided nor a reason", n)
		}
	}
	for h, n := range headings {
		if n == 0 {
			t.Errorf("no rule under the heading %q", h)
		}
	}
}

// ruleHeadings returns the headings of the source, in its order.
func ruleHeadings() []string {
	return []string{
		"表紙",
		"事例１", "事例２", "事例３",
		"お支払いの対象となる損害",
		"法律上の損害賠償金",
		"サイバーセキュリティ事故対応費用",
		"付随する各種費用",
		"サイバー攻撃対応費用",
		"原因・被害範囲調査費用",
		"相談費用",
		"コンピュータシステム復旧費用",
		"その他事故対応費用",
		"再発防止費用",
		"訴訟対応費用",
		"基本補償：費用部分",
		"基本補償：賠償責任部分",
		"追加被保険者特約条項",
		"引渡後１か月危険担保特約条項",
		"管理下財物損壊等担保特約条項",
		"ソフトウェア・プログラム誤作動等追加特約条項",
		"個人情報保護に関する規制等対応費用担保特約条項",
		"著作権侵害不担保特約条項",
		"求償権不行使特約",
		"お支払いの対象とならない主な場合",
		"ご契約条件",
		"保険料に関する事項",
		"保険料例",
		"ご加入方法",
		"取扱代理店",
	}
}

// readRules returns the cells of testdata/rules.txt, a line of the file each.
func readRules(t *testing.T) [][ruleColumns]string {
	t.Helper()
	data, err := os.ReadFile(cases.Path(t, "rules.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var rules [][ruleColumns]string
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "|")
		if len(cells) != ruleColumns {
			t.Fatalf("%d columns, not %d: %s", len(cells), ruleColumns, line)
		}
		var rule [ruleColumns]string
		for i, c := range cells {
			rule[i] = strings.TrimSpace(c)
		}
		rules = append(rules, rule)
	}
	return rules
}

const header = `# Clauses

The rules of the public brochure of May 2024, numbered 1 to 130. Each has the
sentence in which a claims handler would say it, the heading of the brochure
under which it stands, the clauses that state it here, the packages that decide
it, and the cases that exercise it: the number of a file in testdata/claims or
the name of one in testdata. The brochure is a summary; the policy conditions
prevail.

This file is generated: go test ./jisa2024 -run TestRules -update

| rule | what it says | 日本語 | 見出し | clauses | decided in | cases |
|---|---|---|---|---|---|---|
`
