// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"cmp"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/option"
)

// next returns the name of the question that a page of a claim asks, or "".
func next(page string) string {
	_, rest, _ := strings.Cut(page, `name="question" value="`)
	name, _, _ := strings.Cut(rest, `"`)
	return name
}

// TestAnswerLimit states the limit that the record of the policy lacks, as the last question of a
// claim for costs. It is recorded, and the claim is settled; to take back an answer leaves it.
func TestAnswerLimit(t *testing.T) {
	b := newBrowser(t)
	b.post(303, "/policies", member("number", "24-0001")...)
	at := b.post(303, "/policies/24-0001/claims", "number", "C-1", "dates.made", "請求なし", "dates.discovered", "2025-01-15",
		"items[0].head", "investigation", "items[0].claimed", "1,100万円", "items[0].accepted", "800万円")
	const limit = "option.investigation"
	answers := map[string]string{
		"it-services": "yes", "cyber-attack": "yes", "suspected-leak": "yes",
		"@cause": "2025-01-10", "@incurred": "2025-01-20", "@attack-published": "なし", "@leak-published": "なし",
	}
	page := b.get(200, at)
	for n := 0; next(page) != limit; n++ {
		name := next(page)
		if name == "" || n > 40 {
			t.Fatal(page)
		}
		fact, _, _ := strings.Cut(name, "/")
		value := answers[fact]
		if value == "" {
			value = "no"
		}
		b.post(303, at, "question", name, "value", value)
		page = b.get(200, at)
	}
	wants(t, page, "確認中", "5,000,000円〜8,000,000円", "②原因・被害範囲調査費用の支払限度額", "LIM-08", "加入者証でご確認ください")
	for typed, says := range map[string]string{
		"": "入力がありません", "abc": "金額として読み取れません", "0円": "範囲外の値です", "-5円": "範囲外の値です", "90%": "金額として読み取れません",
	} {
		wants(t, b.post(422, at, "question", limit, "value", typed), `value="`+typed+`"`, `id="wrong-value">`+says)
	}
	b.post(303, at, "question", limit, "value", "1,000万円")
	page = b.get(200, at)
	wants(t, page, "お支払い", "8,000,000円")
	if name := next(page); name != "" {
		t.Errorf("%s is asked about a claim that is settled", name)
	}
	stated := func() {
		t.Helper()
		f, err := b.desk.read("24-0001")
		if err != nil || f.Terms.Options["investigation"] != option.Yen(10_000_000) {
			t.Error(f.Terms.Options, err)
		}
	}
	stated()
	b.post(303, at, "question", limit, "value", "100万円")
	b.post(303, at+"/back")
	stated()
	b.lang = "en"
	wants(t, b.get(200, "/policies/24-0001"), "<dt>investigation costs sublimit</dt><dd>¥10,000,000</dd>")
}

// TestAnswerExcess asks how much is owed only under an agreement, once it is known that there is
// one and nothing else is open, and settles the claim with the answer.
func TestAnswerExcess(t *testing.T) {
	b := newBrowser(t)
	at := b.record(t)
	answers := map[string]string{
		"@cause": "2024-08-01", "it-services": "yes", "unforeseen-accident": "yes", "aggravated-liability": "yes",
		"accepted.0": "3,500万円", "excess.0": "500万円",
	}
	var asked []string
	for name := next(b.get(200, at)); name != "" && len(asked) < 40; name = next(b.get(200, at)) {
		fact, _, _ := strings.Cut(name, "/")
		asked = append(asked, fact)
		b.post(303, at, "question", name, "value", cmp.Or(answers[fact], "no"))
	}
	if len(asked) < 3 || asked[len(asked)-1] != "excess.0" {
		t.Error(asked)
	}
	wants(t, b.get(200, at), "お支払い", "29,000,000円")
}

// TestAnswerTwice sends an answer again, and answers to what was never asked: the browser goes to
// the claim, which stays as it is.
func TestAnswerTwice(t *testing.T) {
	b := newBrowser(t)
	at := b.record(t)
	b.post(303, at, "question", "@cause/0", "value", "2024-08-01")
	b.post(303, at, "question", "accepted.0", "value", "3,500万円")
	page := b.get(200, at)
	for _, x := range [][2]string{
		{"@cause/0", "2024-08-01"}, {"@cause/0", "x"}, {"accepted.0", "1円"}, {"accepted.9", "1円"}, {"option.investigation", "1円"}, {"", ""},
	} {
		if to := b.post(303, at, "question", x[0], "value", x[1]); to != at {
			t.Error(to)
		}
	}
	if got := b.get(200, at); got != page {
		t.Errorf("%s\nit was\n%s", got, page)
	}
	b.post(404, "/policies/24-0001/claims/C-2", "question", "@cause/0", "value", "2024-08-01")
}

// TestTerms shows what a policy was recorded with: what it states, what applies where it states
// nothing, and the endorsements with the limits that they add.
func TestTerms(t *testing.T) {
	b := newBrowser(t)
	post := func(number string, more ...string) {
		t.Helper()
		b.post(303, "/policies", member(append(more, "number", number)...)...)
	}
	post("24-0001", "options.deductible", "50万円", "options.advisory", "3,000万円")
	page := b.get(200, "/policies/24-0001")
	wants(t, page, "<dt>会社名</dt><dd>例示システム株式会社</dd>", "<dt>売上高</dt><dd>700,000,000円（2024年に終了する会計年度）</dd>",
		"<dt>賠償責任の支払限度額</dt><dd>1億円（標準）</dd>", "<dt>賠償責任の免責金額</dt><dd>50万円</dd>",
		"<dt>③相談費用の支払限度額</dt><dd>3,000万円</dd>", "<dt>④コンピュータシステム復旧費用の支払限度額</dt><dd>記録なし</dd>",
		"<dt>付帯した特約</dt><dd>なし</dd>")
	post("24-0002", "attach", "END-04", "company", "")
	wants(t, b.get(200, "/policies/24-0002"), "<dt>会社名</dt><dd>記録なし</dd>",
		"<dt>誤作動等の支払限度額</dt><dd>「賠償責任の支払限度額」と同じ（標準）</dd>",
		"<dd>ソフトウェア・プログラム誤作動等追加特約条項（END-04）</dd>")
	post("24-0003", "attach", "END-05", "options.regulatory", "300万円")
	b.lang = "en"
	wants(t, b.get(200, "/policies/24-0003"), "<dt>regulatory response costs sublimit</dt><dd>¥3,000,000</dd>")
	if strings.Contains(page, "誤作動等の支払限度額") || strings.Contains(page, "売上高の不足") {
		t.Error("a limit without its endorsement, or a reduction that is not stated, is shown")
	}
}
