// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/option"
)

// Text returns what the term says, in the language, for those who review a tree. Its
// figures are as they are written: an amount, or the name of an option. For a term of an
// unknown kind it returns the Kind.
func (t Term) Text(tag language.Tag) string {
	ja, en := t.words()
	row := option.Row{Unit: kindOf(t.Kind).unit()}
	figure := func(v option.Value) string { return row.Text(v, tag) }
	s := text.In(tag, ja, en)
	for _, x := range []struct{ mark, with string }{
		{"{amount}", figure(t.Amount)}, {"{least}", figure(t.Least)}, {"{ratio}", figure(t.Ratio)},
	} {
		s = strings.ReplaceAll(s, x.mark, x.with)
	}
	add := func(ja, en string) { s += text.In(tag, "、"+ja, ", "+en) }
	if len(t.Heads) > 0 {
		names := make([]string, len(t.Heads))
		for i, h := range t.Heads {
			names[i] = string(h)
		}
		add("対象 "+strings.Join(names, "・"), "for "+strings.Join(names, ", "))
	}
	if !t.Below.IsZero() {
		add(figure(t.Below)+"を下回る場合に限る", "only if it is below "+figure(t.Below))
	}
	if t.With != "" {
		add(string(t.With)+"を付帯した場合", "only with "+string(t.With))
	}
	if t.Beside {
		add("比較のための表示", "beside, for comparison")
	}
	return s
}

// words returns the sentence of the kind in both languages.
func (t Term) words() (ja, en string) {
	switch kindOf(t.Kind) {
	case deductible:
		return "免責金額 {amount}、先の補償項目から順に差し引く", "deductible of {amount}, taken from the first head first"
	case franchise:
		return "フランチャイズ {amount}", "franchise of {amount}"
	case shareDeductible:
		return "免責金額 損害額合計の{ratio}（{least}以上{amount}以下）、先の補償項目から順に差し引く",
			"deductible of {ratio} of the total loss, from {least} to {amount}, taken from the first head first"
	case waiting:
		if t.Wait == WholeLoss {
			return "待機時間 {amount}（超えれば全額）", "waiting period of {amount}, beyond which the whole loss is paid"
		}
		return "待機時間 {amount}（損害を時間に均等に割り、その間の分を除く）",
			"waiting period of {amount}: the loss is spread evenly over its hours, and that of these is not paid"
	case aggregateDeductible:
		return "保険期間中の免責金額 {amount}", "deductible of {amount} for the policy period"
	case togetherAtLeast:
		return "免責金額の合計は{amount}以上", "deductibles of at least {amount} together"
	case togetherAtMost:
		return "免責金額の合計は{amount}以下", "deductibles of at most {amount} together"
	case pays:
		return "縮小支払割合 {ratio}", "pays {ratio}"
	case perClaim:
		return "1請求の支払限度額 {amount}", "limit of {amount} per claim"
	case aggregate:
		return "保険期間中の支払限度額 {amount}", "aggregate limit of {amount}"
	case perUnit:
		return "1単位につき{amount} × 単位数の支払限度額", "limit of {amount} per unit, times the units of the claim"
	case scaled:
		names := make([]string, len(t.Limits))
		for i, id := range t.Limits {
			names[i] = string(id)
		}
		return "損害が" + strings.Join(names, "・") + "を超えるときの按分",
			"pro rata of " + strings.Join(names, ", ") + " to the losses"
	case reduction:
		return "減額", "reduction"
	case round:
		return t.To.Text(language.Japanese), t.To.Text(language.English)
	case separate:
		return "関連する請求も別の請求とする", "related claims are not one claim"
	case unknown:
	}
	return text.Line(t.Kind), text.Line(t.Kind)
}

// kindOf returns the kind of a word, or unknown.
func kindOf(word string) kind {
	return kind(max(slices.IndexFunc(kinds(), func(l law) bool { return l.word == word }), 0))
}
