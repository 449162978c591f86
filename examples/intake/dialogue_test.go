// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"cmp"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/width"

	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

// TestWords demands that each answer and each command is understood as people write it, and
// that no two share a form.
func TestWords(t *testing.T) {
	seen := map[string]word{}
	for w, all := range spellings() {
		for _, s := range all {
			if other, twice := seen[s]; twice {
				t.Errorf("%q is %s and %s", s, w, other)
			}
			seen[s] = w
			for _, form := range []string{s, strings.ToUpper(s), width.Widen.String(s), " 「" + s + "」。", `"` + s + `".`} {
				if got := wordOf(form); got != w {
					t.Errorf("%q is %q, want %s", form, got, w)
				}
			}
		}
	}
	for _, s := range []string{"", "はいいいえ", "yes no", "2024-08-01", "280万円", "。"} {
		if got := wordOf(s); got != "" {
			t.Errorf("%q is %s", s, got)
		}
	}
}

// TestManual demands that what the help tells people to type is understood, and the words
// that a prompt offers, too.
func TestManual(t *testing.T) {
	apart := func(r rune) bool { return strings.ContainsRune("、／/（）(),", r) }
	for _, lang := range []language.Tag{language.Japanese, language.English} {
		w := speech{lang}
		typed := w.asking(question{}) + "／" + w.asking(question{amount: accepted})
		for _, l := range w.manual() {
			typed += "／" + l[0]
		}
		for _, s := range strings.FieldsFunc(typed, apart) {
			s = strings.TrimSpace(s)
			if kind := strings.Contains("日付 金額 a date an amount", s); !kind && wordOf(s) == "" {
				t.Errorf("%q is not understood", s)
			}
		}
	}
}

// TestAnswers gives each answer to a question about a fact, for a date and for an amount.
func TestAnswers(t *testing.T) {
	fact := "-claim testdata/penalty.json" // which begins with an amount
	for _, x := range []struct{ args, lines, want string }{
		{"", "2024-08-01\n2024-10-01\n2024-07-15\nはい\n", "-> yes: now ¥0"},
		{"", "2024-08-01\n2024-10-01\n2024-07-15\nいいえ\n", "-> no: now ¥39,000,000"},
		{"", "2024-08-01\n2024-10-01\n2024-07-15\n分からない\n", "-> unknown: still"},
		{"", "2024-08-01\n2024-10-01\n2024-07-15\n争いあり\n", "-> disputed: still"},
		{"", "2024-08-01\n2024-10-01\n2024-07-15\nいいえ（通常の想定）\n", "> いいえ（通常の想定）\nAnswer yes, no or unknown."},
		{"", "\n", "> \nThis is not a date."},
		{"", "まだ\n", "Not possible: never."},
		{"", "不明\n", "-> date unknown: still"},
		{"-claim testdata/costs.json", "「未発生」\n", "-> never: now ¥0 to ¥2,800,000"},
		{"-claim testdata/costs.json", "not yet\n", "-> never: now ¥0 to ¥2,800,000"},
		{fact, "全額\n", "-> ¥11,000,000: still"},
		{fact, "0\n", "-> ¥0: now ¥3,000,000, which decides the claim"},
		{fact, "-5円\n", "Not possible: -¥5. Out of range"},
		{fact, "戻る\n", "There is no answer to take back."},
		{fact, "全額\n戻る\n", "<- The last answer is taken back."},
		{fact, "full\nn\nwhat\n", "There are no more questions."},
		{fact, "full\nn\nshow\n\n", "PAYABLE: ¥13,000,000 of"},
	} {
		if got := scripted(x.lines).Prints(t, 0, "-lang en "+x.args); !strings.Contains(got, x.want) {
			t.Errorf("%q: no %q in\n%s", x.lines, x.want, got)
		}
	}
}

// TestNarrows answers at random: what is payable never widens with an answer, nothing is
// asked twice, and the dialogue ends.
func TestNarrows(t *testing.T) {
	lines := []string{"yes", "no", "yes", "no", "?", "disputed", "2024-08-01", "2025-01-20", "2024-07-15", "2024-10-10",
		"never", "full", "0", "1,000,000", "back", "why", "show", "help", "nonsense", ""}
	for i := range cases.Rounds(t)/500 + 5 {
		r := rand.New(rand.NewPCG(1, uint64(i)))
		var script strings.Builder
		for range r.IntN(80) {
			script.WriteString(lines[r.IntN(len(lines))] + "\n")
		}
		for _, args := range scripts() {
			narrows(t, scripted(script.String()).Prints(t, 0, "-lang en "+args))
		}
	}
}

// A printed is what a dialogue has printed after an answer: the bounds, and the question if
// nobody knows the answer.
type printed struct {
	least, most yen.Amount
	stuck       string
}

// narrows reads a dialogue.
func narrows(t *testing.T, got string) {
	t.Helper()
	bounds := regexp.MustCompile(`(?m)^(Payable:|-> .*: (?:still|now)|<-) (?:¥([0-9,]*[0-9])(?: to ¥([0-9,]*[0-9]))?)?`)
	posed := regexp.MustCompile(`(?s)Question \d+: (.*?)\n(?:date|yes|amount) /`)
	var all []printed
	for block := range strings.SplitSeq(got, "\n\n") {
		question := ""
		if m := posed.FindStringSubmatch(block); m != nil {
			question = strings.Join(strings.Fields(m[1]), " ")
		}
		if i := slices.IndexFunc(all, func(p printed) bool { return p.stuck == question }); i >= 0 && question != "" {
			t.Fatalf("%q is asked again in\n%s", question, got)
		}
		for _, m := range bounds.FindAllStringSubmatch(block, -1) {
			if m[1] == "<-" {
				all = all[:len(all)-1]
				continue
			}
			p := printed{least: yen.MustParse(m[2]), most: yen.MustParse(cmp.Or(m[3], m[2]))}
			if len(all) > 0 && (p.least < all[len(all)-1].least || p.most > all[len(all)-1].most) {
				t.Fatalf("%s is wider than before in\n%s", m[0], got)
			}
			if strings.Contains(m[1], "unknown: ") || strings.Contains(m[1], "disputed: ") {
				p.stuck = question
			}
			if m[1] != "Payable:" || len(all) == 0 {
				all = append(all, p)
			}
		}
	}
}
