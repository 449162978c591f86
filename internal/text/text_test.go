// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package text_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
)

// A Matcher of x/text that knows both languages, and takes Japanese where it
// has no confidence, picks the same one.
func TestInAgreesWithTheMatcher(t *testing.T) {
	matcher := language.NewMatcher([]language.Tag{language.Japanese, language.English})
	got := map[string]int{}
	for _, s := range []string{
		"en", "en-GB", "en-US", "en-AU", "en-JP", "en-Latn", "en-Latn-JP", "en-u-ca-japanese", "en-US-x-private",
		"ja", "ja-JP", "ja-US", "ja-Latn", "ja-Hira", "ja-JP-u-ca-japanese",
		"und", "und-US", "und-Latn-US", "und-JP", "und-Jpan", "und-GB",
		"fr", "fr-CA", "de", "ko", "zh-Hant", "zh-Hans-CN", "th", "ar", "ru",
	} {
		tag := language.MustParse(s)
		_, i, confidence := matcher.Match(tag)
		want := "日本語"
		if confidence > language.No && i == 1 {
			want = "English"
		}
		if in := text.In(tag, "日本語", "English"); in != want {
			t.Errorf("%s: got %s, want %s", s, in, want)
		}
		got[want]++
	}
	if len(got) != 2 {
		t.Errorf("all tags give the same language: %v", got)
	}
	if in := text.In(language.Tag{}, "日本語", "English"); in != "日本語" {
		t.Errorf("the zero tag gives %s", in)
	}
}

func TestQuote(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", `""`},
		{"short", "1.5億", `"1.5億"`},
		{"escaped", "a\"\n\x00", `"a\"\n\x00"`},
		{"64 bytes", strings.Repeat("a", 64), `"` + strings.Repeat("a", 64) + `"`},
		{"65 bytes", strings.Repeat("a", 65), `"` + strings.Repeat("a", 64) + `"...`},
		{"63 bytes of 億", strings.Repeat("億", 21), `"` + strings.Repeat("億", 21) + `"`},
		{"億 over the edge", strings.Repeat("億", 22), `"` + strings.Repeat("億", 21) + `"...`},
		{"億 up to the edge", "a" + strings.Repeat("億", 22), `"a` + strings.Repeat("億", 21) + `"...`},
		{"four bytes, one over", strings.Repeat("a", 61) + "𠮷", `"` + strings.Repeat("a", 61) + `"...`},
		{"four bytes, three over", strings.Repeat("a", 63) + "𠮷", `"` + strings.Repeat("a", 63) + `"...`},
		{"four bytes within", strings.Repeat("a", 60) + "𠮷b", `"` + strings.Repeat("a", 60) + `𠮷"...`},
		{"no runes at all", strings.Repeat("\x80", 70), `"` + strings.Repeat(`\x80`, 60) + `"...`},
	} {
		if got := text.Quote(c.in); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestQuoteCutsWithin64Bytes(t *testing.T) {
	for lead := range 70 {
		in := strings.Repeat("a", lead) + strings.Repeat("𠮷é億", 20)
		quoted, _ := strings.CutSuffix(text.Quote(in), "...")
		got, err := strconv.Unquote(quoted)
		if err != nil || len(got) > 64 || len(got) < 61 || !utf8.ValidString(got) || !strings.HasPrefix(in, got) {
			t.Errorf("%d: got %q %v", lead, got, err)
		}
	}
}

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "会社 A　御中": "会社 A　御中", "a\tb\nc\rd": "a b c d", "\x1b[2Ja\x00\x7f\u009b": "[2Ja", "a\u2028b\u0085c": "a b c",
		"\u061ca\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069b": "ab", "\x9b31m": "\ufffd31m",
	} {
		if got := text.Line(in); got != want || text.In(language.English, "", in) != want || text.In(language.Japanese, in, "") != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestCapital(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "annual premium": "Annual premium", "Annual": "Annual", "é": "É", "1 month": "1 month",
		"年間保険料": "年間保険料", "(1) costs": "(1) costs", "\xff": "\xff", "\xe5a": "\xe5a", "IT services": "IT services",
	} {
		if got := text.Capital(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestWidth(t *testing.T) {
	for in, want := range map[string]int{
		"":                  0,
		"abc":               3,
		"¥170,000":          8,
		"1億7,000万円":         12,
		"支払限度額":             10,
		"ＡＢＣ１２３":            12,
		"ｶﾅ":                2,
		"ｶﾞ":                2,
		"が":                 2,
		"か\u3099":           2, // with a combining mark, as file names may have it
		"a\u20dd":           1, // enclosed in a circle
		"e\u0301":           1,
		"a\u200db\u200b":    2,
		"①":                 1, // ambiguous: one column outside East Asian fonts
		"　":                 2,
		"𠮷野家":               6,
		"a\nb":              2,
		"免責金額 (deductible)": 21,
		"\xff":              1,
	} {
		if got := text.Width(in); got != want {
			t.Errorf("%q: got %d, want %d", in, got, want)
		}
	}
}

func TestColumns(t *testing.T) {
	for _, c := range []struct {
		in          string
		n           int
		left, right string
	}{
		{"円", 4, "円  ", "  円"},
		{"ab", 4, "ab  ", "  ab"},
		{"円", 2, "円", "円"},
		{"円円", 3, "円円", "円円"},
		{"", 0, "", ""},
		{"a", -1, "a", "a"},
	} {
		if got := text.Left(c.in, c.n); got != c.left {
			t.Errorf("Left(%q, %d): got %q, want %q", c.in, c.n, got, c.left)
		}
		if got := text.Right(c.in, c.n); got != c.right {
			t.Errorf("Right(%q, %d): got %q, want %q", c.in, c.n, got, c.right)
		}
	}
}
