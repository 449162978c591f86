// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"errors"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/yen"
)

var japanese = language.Japanese

// decisionWords are those with which the result starts.
var decisionWords = map[coverage.Verdict][2]string{
	coverage.Open:           {"【確認中】", "OPEN: "},
	coverage.Payable:        {"【お支払い】", "PAYABLE: "},
	coverage.Excluded:       {"【免責事由に該当（入力内容による）】", "NOT PAYABLE on the facts entered: an exclusion applies ("},
	coverage.OutsidePeriod:  {"【保険期間の要件を満たさない（入力内容による）】", "NOT PAYABLE on the facts entered: outside the policy period ("},
	coverage.NothingPayable: {"【お支払額0円", "NOTHING PAYABLE"},
}

// exclusive is an end that is not contained, shown as if it were.
var exclusive = regexp.MustCompile(`until\d|(午前0時|00:00|より前)まで|\d日まで([^（]|（[^当])`)

// checkReport demands what every report keeps to, in both languages.
func checkReport(t testing.TB, a coverage.Assessment) {
	t.Helper()
	checkSheet(t, a)
	for l := range a.Sheet().Lines() {
		if l.Change == 0 {
			t.Errorf("a line of nothing: %s", l.EN)
		}
	}
	if a.Decision == coverage.Open && a.Sheet().Total() == 0 && !strings.Contains(a.Text(language.English), " paid before") {
		t.Error("an open claim ends in nothing")
	}
	for i, tag := range []language.Tag{japanese, english} {
		s := a.Text(tag)
		amount := func(x yen.Amount) string {
			if i == 0 {
				return x.Grouped()
			}
			return x.Text(english)
		}
		want := []string{decisionWords[a.Decision][i], amount(a.Least), amount(a.Most)}
		for _, r := range a.Readings() {
			want = append(want, r.Text(tag))
		}
		for _, n := range a.Questions() {
			want = append(want, n.Text(tag))
		}
		for _, c := range a.Consents() {
			if v := a.Items()[c.Item].Verdict; a.Most > 0 && (v == coverage.Covered || v == coverage.Open) {
				want = append(want, c.Text(tag))
			}
		}
		flat := squash(s)
		for _, w := range want {
			if !strings.Contains(flat, squash(w)) {
				t.Errorf("no %q in\n%s", w, s)
			}
		}
		checkLines(t, s+a.Details(tag))
	}
}

// checkLines demands that no line ends in a space or is longer than the page,
// except in the calculation, and that no end is shown as if it were contained.
func checkLines(t testing.TB, s string) {
	t.Helper()
	for line := range strings.Lines(s) {
		line = strings.TrimSuffix(line, "\n")
		if strings.TrimRight(line, " 　\t") != line {
			t.Errorf("%q ends in a space", line)
		}
		for _, bad := range []string{"%!", "（）", "()", "、、", "。。", "「」", `""`, "：：", ": :", "() "} {
			if strings.Contains(line, bad) {
				t.Errorf("%q in %q", bad, line)
			}
		}
	}
	if found := exclusive.FindString(squash(s)); found != "" {
		t.Errorf("%q in\n%s", found, s)
	}
	table := false
	for line := range strings.Lines(s) {
		table = strings.HasPrefix(line, "  計算 ") || strings.HasPrefix(line, "  Calculation ") || table && line != "\n"
		if n := columns(strings.TrimSuffix(line, "\n")); n > 120 && !table {
			t.Errorf("%d columns: %q", n, line)
		}
	}
}

// columns counts what a line takes in a terminal.
func columns(s string) (n int) {
	for _, r := range s {
		if n++; r > 0x2E7F {
			n++
		}
	}
	return n
}

// squash takes out the spaces, and with them the breaks of lines.
func squash(s string) string { return strings.Join(strings.Fields(s), "") }

// TestReportsOfClaims looks at the report of every claim under testdata, with
// -short of one in eight.
func TestReportsOfClaims(t *testing.T) {
	t.Parallel()
	for i, f := range readClaims(t) {
		if testing.Short() && i%8 != 0 {
			continue
		}
		t.Run(f.name, func(t *testing.T) {
			p := f.policy(t)
			var h coverage.History
			for _, block := range f.claim {
				a, err := p.Assess(f.claimOf(t, p.Scheme(), block), h)
				if err != nil {
					continue
				}
				h = a.History
				checkReport(t, a)
			}
		})
	}
}

// TestReportsOfRandomClaims looks at those of random policies, some facts of
// which are not known.
func TestReportsOfRandomClaims(t *testing.T) {
	r, known := rand.New(rand.NewPCG(5, 17)), schemes{}
	for round := 0; round < cases.Rounds(t)/50; {
		w := randomWorld(r)
		p := w.policy(t, known)
		var h coverage.History
		for range 1 + r.IntN(6) {
			round++
			m := w.randomMatter(r)
			c := m.claim(p.Scheme(), w)
			if r.IntN(2) == 0 {
				c = w.hide(r, m, c)
			}
			a, err := p.Assess(c, h)
			if errors.Is(err, fault.ErrOrder) || errors.Is(err, fault.ErrConflict) {
				continue // what is hidden may be dated by history
			} else if err != nil {
				t.Fatal(err)
			}
			h = a.History
			checkReport(t, a)
			if t.Failed() {
				t.FailNow()
			}
		}
	}
}

// TestReportContent demands what the report of one claim says, and what it does
// not say.
func TestReportContent(t *testing.T) {
	const (
		services = "facts: it-services=yes unforeseen-accident=yes"
		damages  = "item: damages 5,000,000 accepted=all"
		leak     = "facts: it-services=yes leak=yes"
		inquiry  = "item: investigation 1,000,000 accepted=all incurred=2024-09-12"
	)
	for _, c := range []struct {
		name, readings string
		lines          []string
		want, not      []string
	}{
		{"the only item has no number", "", []string{services, "made: 2024-09-10", damages},
			[]string{"法律上の損害賠償金 請求額", "Damages: amount claimed", "差引計  条項", "お支払額（見込み）"},
			[]string{"明細1", "Item 1", "1円未満", "rounded"}},
		{"several items have", "", []string{services + " with-consent=yes", "made: 2024-09-10", damages, "item: defence 1,000,000 accepted=all"},
			[]string{"明細1 法律上の損害賠償金 請求額", "Item 2, defence costs: amount claimed"}, nil},
		{"consent not confirmed", "", []string{services, "made: 2024-09-10", damages},
			[]string{"引受保険会社の同意が必要です（未確認）。", "agreeing an amount (not confirmed)."}, []string{"（確認済み）"}},
		{"consent confirmed", "", []string{services + " consent-to-admit=yes", "made: 2024-09-10", damages},
			[]string{"引受保険会社の同意が必要です（確認済み）。", "agreeing an amount (confirmed)."}, []string{"（未確認）。"}},
		{"consent missing", "", []string{services + " with-consent=no", "made: 2024-09-10", damages, "item: defence 1,000,000 accepted=all"},
			[]string{"明細2 要件を満たさない：争訟費用への同意", "Item 2, requirement not met: consent to defence costs"}, nil},
		{"an exclusion", "", []string{services + " wilful-act=yes", "made: 2024-09-10", damages},
			[]string{
				"法律上の損害賠償金は、入力された内容では免責事由「故意」（EXC-01）に該当します。", `Damages: on the facts entered, the exclusion "wilful act" (EXC-01) applies.`,
				"免責事由：故意", "Exclusion: wilful act", "損害は、保険契約者または被保険者の故意によるものですか はい",
				"お支払いの可否は引受保険会社が決定します。", "who decides.",
			}, []string{"支払限度額の残額", "Remaining limit", "同意が必要です"}},
		{"two exclusions", "", []string{services + " software-development=yes in-japan=yes", "made: 2024-09-10", "delivered: never", damages},
			[]string{
				"法律上の損害賠償金は、入力された内容では免責事由「引渡し前・引渡し後1か月以内の損害賠償請求等」（EXC-17）、「未引渡しの業務」（EXC-17a）に該当します。",
				`Damages: on the facts entered, the exclusions "claims before or within one month after delivery" (EXC-17), "work never delivered" (EXC-17a) apply.`,
				"免責事由：引渡し前・引渡し後1か月以内の損害賠償請求等、未引渡しの業務", "Exclusions: claims before or within one month after delivery; work never delivered",
				"引渡日 なし", "Delivered: never",
			}, []string{"おそれがあることを認識", "likely before"}},
		{"a requirement and an exclusion", "", []string{services + " known-at-start=yes cause-before-start=yes", "made: 2024-02-10", damages},
			[]string{
				"法律上の損害賠償金は、入力された内容では「保険期間中の損害賠償請求」（TRG-01）の要件を満たしません。また、免責事由「保険期間開始時に認識していた事由」（EXC-05）に該当します。",
				`the requirement "third-party claim made in the policy period" (TRG-01) is not met; the exclusion "known circumstances at inception" (EXC-05) applies.`,
				"要件を満たさない：保険期間中の損害賠償請求／免責事由：保険期間開始時に認識していた事由",
				"Requirement not met: third-party claim made in the policy period; exclusion: known circumstances at inception",
			}, nil},
		{"a condition of an agreement", "", []string{"facts: it-services=yes suspected-attack=yes managed-system=yes may-cause-incident=yes cyber-attack=no shutdown-outsourced=no attack-verification=yes outside-body=no external-report=no", "discovered: 2024-09-10 10:00", "attack-published: 2024-09-10", "item: attack-response 1,000,000 accepted=all incurred=2024-09-12"},
			[]string{
				"「サイバー攻撃対応費用の範囲」（COV-12）、「攻撃がなかった場合の要件（判断：外部通報・外部機関）」（COV-12d）の要件を満たしません。",
				"(COV-12d) are not met.",
			}, nil},
		{"an incident has its name", "", []string{leak, "incident: server-7", "discovered: 2024-09-10 10:00", inquiry},
			[]string{"事故「server-7」", `incident "server-7"`}, nil},
		{"a requirement", "", []string{"facts: it-services=no unforeseen-accident=yes", "made: 2024-09-10", damages},
			[]string{
				"【お支払額0円（入力内容による）】", "NOTHING PAYABLE on the facts entered",
				"「IT業務に起因する不測の事故」（COV-01）の要件を満たしません。", `the requirement "unforeseen accident arising from IT services" (COV-01) is not met.`,
			}, nil},
		{"what a cover leaves out", "", []string{leak + " under-another-head=yes", "discovered: 2024-09-10 10:00", "item: other-response 1,000,000 accepted=all incurred=2024-09-12"},
			[]string{"入力された内容では補償対象外です：「他の補償項目との区分", `on the facts entered, not covered: "allocation to another head`}, nil},
		{"no covered third-party claim", "", []string{services + " wilful-act=yes with-consent=yes", "made: 2024-09-10", damages, "item: defence 1,000,000 accepted=all wilful-act=no"},
			[]string{"補償対象となる損害賠償請求がないため、補償対象外です（COV-05）。", "not covered, because there is no covered third-party claim (COV-05)."}, nil},
		{"the dates of a denial", "", []string{services + " software-development=yes in-japan=yes", "made: 2024-08-20", "aware: 2024-08-20", "delivered: 2024-08-01", damages},
			[]string{
				"引渡日 2024年8月1日、引渡し後1か月の期間 2024年9月1日まで（当日を含む）", "delivered on 1 August 2024, one month after delivery: to the end of 1 September 2024",
				"特約「引渡後１か月危険担保特約条項」（END-02）はご契約に付帯されていません。", `Not attached: "one-month post-delivery endorsement" (END-02). With it, the result could differ.`,
			}, nil},
		{"an inclusive last day", "", []string{leak, "discovered: 2024-09-10 10:00", inquiry},
			[]string{
				"2025年9月10日まで（当日を含む）に生じた費用が対象です", "Costs must be incurred by the end of 10 September 2025",
				"すみやかに書面で引受保険会社にご通知ください。", "written notice of the incident without delay.",
				"費用ごとの支払限度額（②原因・被害範囲調査費用） このお支払い後 8,000,000円（9,000,000円のうち）", "investigation costs sublimit: ¥8,000,000 of ¥9,000,000 after this payment",
				"事故対応費用全体の支払限度額 このお支払い後 99,000,000円", "補償の根拠", "②情報の漏えいまたはそのおそれ（INC-02）", "Covered under", "(INC-02)",
			}, []string{"サイバー攻撃対応費用） このお支払い後", "2025年9月11日"}},
		{"on hold, after the deductible", "", []string{services + " wilful-act=not-known", "made: 2024-09-10", damages},
			[]string{
				"0円〜4,000,000円（請求額 5,000,000円）", "between ¥0 and ¥4,000,000 of ¥5,000,000 claimed", "確認が必要な事項（1件）", "To be answered (1)", "（EXC-01、不明）", "(EXC-01; unknown)",
				"確認中の額（お支払い保留）", "On hold until the question is answered", "確認中の保険金請求として記録しました。", "recorded as open, without a payment",
			}, []string{"お支払額（見込み）", "Payable  "}},
		{"a limit that the policy does not state", "", []string{leak, "discovered: 2024-09-10 10:00", "item: advisory 8,000,000 accepted=all incurred=2024-09-12 directly-necessary=yes"},
			[]string{"ご契約に定める「費用ごとの支払限度額（③相談費用）」（LIM-09）はいくらですか", "Which amount does the policy state for the advisory costs sublimit (LIM-09)?"}, nil},
		{"several third-party claims", "", []string{services, "made: 2024-09-10", damages + " demand=A", "item: damages 3,000,000 accepted=all demand=B"},
			[]string{
				"明細1（損害賠償請求 A） 法律上の損害賠償金 請求額", "Item 2 (third-party claim B), damages: amount claimed",
				"法律上の損害賠償金（損害賠償請求 B） 免責金額", "Damages (third-party claim A): deductible",
			}, nil},
		{"what is only for comparison", "", []string{services + " leak=yes", "made: 2024-09-10", "discovered: 2024-09-10 10:00", "item: damages 101,000,000 accepted=all", inquiry},
			[]string{"参考    「全補償共通の支払限度額」（LIM-17）がある場合のお支払額は100,000,000円です。", `For comparison  with a "combined aggregate limit" (LIM-17), ¥100,000,000 would be payable.`}, nil},
		{"not accepted", "", []string{services, "made: 2024-09-10", "item: damages 5,000,000 accepted=4,000,000"},
			[]string{"認定対象外（認定額 4,000,000円）", "Not accepted (accepted amount ¥4,000,000)", "請求額 5,000,000円のうち 4,000,000円（担当者入力）", "¥4,000,000 of ¥5,000,000 claimed (adjuster)"}, nil},
		{"counts of answers", "", []string{services, "made: 2024-09-10", damages},
			[]string{"担当者の判断（5項目）", "Judged (5)", "通常の想定（18項目）", "Default (18)", "故意、犯罪行為、法令違反または加害を認識していた行為には該当しません。", "Taken as met: insured."}, nil},
	} {
		a := told(t, c.readings, c.lines...)
		checkReport(t, a)
		s := strings.ReplaceAll(a.Text(japanese)+a.Text(english), "                 ", "  ")
		flat := squash(s)
		for _, w := range c.want {
			if !strings.Contains(flat, squash(w)) {
				t.Errorf("%s: no %q in\n%s", c.name, w, s)
			}
		}
		for _, w := range c.not {
			if strings.Contains(s, w) {
				t.Errorf("%s: %q in\n%s", c.name, w, s)
			}
		}
	}
}

// TestEndorsementsInTheBasis demands that an endorsement that is not attached is
// named in the basis, and not in the result.
func TestEndorsementsInTheBasis(t *testing.T) {
	a := told(t, "", "facts: it-services=yes unforeseen-accident=yes software-development=yes in-japan=yes", "made: 2024-08-20", "aware: 2024-08-20",
		"delivered: 2024-08-01", "item: damages 5,000,000 accepted=all")
	for tag, head := range map[language.Tag]string{japanese: "計算の前提", english: "Basis"} {
		result, basis, _ := strings.Cut(a.Text(tag), "\n"+head+"\n")
		if strings.Contains(result, "END-02") || !strings.Contains(basis, "END-02") {
			t.Errorf("%s", a.Text(tag))
		}
	}
}

// TestOverpaid demands what is said of a payment beyond what is payable.
func TestOverpaid(t *testing.T) {
	all := assessments(t, "153-overpaid-classical")
	i := slices.IndexFunc(all, func(a coverage.Assessment) bool { return a.Payment.Overpaid > 0 })
	for tag, want := range map[language.Tag][]string{
		japanese: {"返還請求の要否は引受保険会社が判断します。", "支払限度額は、上回った額を含めて使用されたものとして計算します。", "6,067,164円",
			"支払限度額の使用額が500,000円増えました。", "賠償責任の支払限度額（保険期間中） 0円（100,000,000円のうち）",
			"一連の損害賠償請求「outage」", "最初の損害賠償請求を受けた日 2024年9月10日（今回の損害賠償請求 2024年10月10日）"},
		english: {"The insurer decides on any recovery.", "The excess counts as used in the limits.", "¥6,067,164",
			"no payment; ¥500,000 more of the limits is used", "liability aggregate limit: ¥0 of ¥100,000,000\n",
			`related claims "outage"`, "first third-party claim made on 10 September 2024 (this one on 10 October 2024)"},
	} {
		for _, w := range want {
			if flat := squash(all[i].Text(tag)); !strings.Contains(flat, squash(w)) {
				t.Errorf("no %q in\n%s", w, all[i].Text(tag))
			}
		}
	}
}

// TestUndivided demands that a payment whose split is open says on what that
// depends.
func TestUndivided(t *testing.T) {
	for _, a := range assessments(t, "158-certain-amount-open-head") {
		if len(a.Undivided) > 0 && !strings.Contains(squash(a.Text(english)), squash("How the payment divides over the heads of loss depends on: ")) {
			t.Errorf("%q\n%s", a.Undivided, a.Text(english))
		}
	}
}

// TestHostText demands that what a host gives stays on its line.
func TestHostText(t *testing.T) {
	f := caseFile{terms: fields{{"assume", "usual clear"}}}
	scheme := f.policy(t).Scheme()
	terms := f.policy(t).Terms()
	terms.Number = "24-0001"
	terms.Company = "例示\nシステム\t\x1b\u2028\u202e 株式会社 "
	p, err := scheme.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	c := f.claimOf(t, scheme, fields{
		{"facts", "it-services=yes unforeseen-accident=yes"}, {"made", "2024-09-10"}, {"item", "damages 5,000,000 accepted=all"},
	})
	c.Persons = []coverage.Person{{Name: "a\nb"}}
	a, err := p.Assess(c, coverage.History{})
	if err != nil {
		t.Fatal(err)
	}
	checkReport(t, a)
	if a.String() != a.Text(english) {
		t.Error("String is not the English text")
	}
	if title := a.Sheet().Title(japanese); title != "お支払額計算書 24-0001 例示 システム 株式会社（お支払い）" {
		t.Errorf("%q", title)
	}
	if s := a.Text(japanese); !strings.HasPrefix(s, "例示 システム 株式会社　加入者証番号 ") || !strings.Contains(s, "a b：") {
		t.Error(s)
	}
}
