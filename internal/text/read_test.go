// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/baiseki/baiseki/internal/text"
)

func TestCut(t *testing.T) {
	for lead := range 70 {
		for _, in := range []string{
			strings.Repeat("a", lead), strings.Repeat("a", lead) + strings.Repeat("𠮷é億", 20), strings.Repeat("\x80", lead),
		} {
			got := text.Cut(in)
			head, cut := strings.CutSuffix(got, "…")
			if !strings.HasPrefix(in, head) || len(head) > 67 || cut != (len(in) > 67) || cut && len(head) < 60 {
				t.Errorf("%q: got %q", in, got)
			}
			if utf8.ValidString(in) && !utf8.ValidString(got) || text.Cut(got) != got || text.Cut([]byte(in)) != got {
				t.Errorf("%q: got %q, then %q and %q", in, got, text.Cut(got), text.Cut([]byte(in)))
			}
		}
	}
	long := strings.Repeat("a", 10_000_000)
	if n := testing.AllocsPerRun(10, func() { _ = text.Cut(long) }); n > 2 {
		t.Errorf("Cut allocates %v times", n)
	}
}

func TestHead(t *testing.T) {
	for in, want := range map[string]string{"": "", "abc": "abc", "abcd": "abcd", "abcde": "abcd"} {
		if got := text.Head([]byte(in), 3); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestReader(t *testing.T) {
	r := text.NewReader("　Ｒ６年 \u00a0 9 ．10 ￥＼①ー−　To\u3000\n")
	if want := "r6年   9 .10 ¥\\①ー− to"; r.Rest != want {
		t.Fatalf("got %q, want %q", r.Rest, want)
	}
	for _, step := range []struct{ got, want string }{
		{r.Take("s", "r"), "r"},
		{r.Take("6"), ""}, // no word starts with a digit
		{r.Run(""), "6"},
		{r.Run(""), ""},
		{r.Take("月"), ""},
		{r.Take("年"), "年"},
		{r.Run("."), "9"}, // and not across a space
		{r.Run("."), ".10"},
		{r.Take("¥"), "¥"},
		{r.Rest, "\\①ー− to"},
	} {
		if step.got != step.want {
			t.Errorf("got %q, want %q", step.got, step.want)
		}
	}
	if r.Digit() {
		t.Error("a digit comes next")
	}
}

func TestLike(t *testing.T) {
	ja, en := text.Like("1,250, 1.25億円", "金額ではありません", "This is not an amount")
	if ja != "金額ではありません（例：1,250、1.25億円）。" || en != "This is not an amount. Write, for example, 1,250 or 1.25億円." {
		t.Errorf("got %s, %s", ja, en)
	}
}
