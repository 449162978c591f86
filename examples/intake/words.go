// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// A speech has the sentences of the program in a language.
type speech struct{ lang language.Tag }

// in returns the one of two texts that is in the language.
func (w speech) in(ja, en string) string {
	if w.lang == language.English {
		return en
	}
	return ja
}

// yen returns an amount in digits.
func (w speech) yen(a yen.Amount) string { return w.in(a.Grouped(), a.Text(language.English)) }

// bounds returns the amounts between which a payment is.
func (w speech) bounds(least, most yen.Amount) string {
	if least == most {
		return w.yen(most)
	}
	return w.yen(least) + w.in("〜", " to ") + w.yen(most)
}

func (w speech) defaults(n int) string {
	switch n {
	case 0:
		return w.in("通常の想定による回答は使っていません。", "No default answers are used.")
	case 1:
		return w.in("未確認の1項目は、通常の想定により計算します。", "1 question was not asked; the default answer is used.")
	}
	return w.in(fmt.Sprintf("未確認の%d項目は、通常の想定により計算します。", n),
		fmt.Sprintf("%d questions were not asked; default answers are used.", n))
}

func (w speech) matter(company, policy, claim string) string {
	return plain(w.in(company+"　加入者証番号 "+policy+"　保険金請求番号 "+claim,
		company+", certificate "+policy+", claim "+claim))
}

// item returns an item with its amounts, and its number if there are others.
func (w speech) item(s coverage.Scheme, c *coverage.Claim, i int) string {
	it, name := &c.Items[i], w.head(s, c.Items[i].Head)
	if len(c.Items) > 1 {
		name = w.in("明細"+strconv.Itoa(i+1)+" ", "Item "+strconv.Itoa(i+1)+": ") + name
	}
	taken := w.in("未定", "not known yet")
	if a, known := it.Accepted.Amount(); known {
		taken = w.yen(a)
	}
	return plain(w.in(name+"　請求額 "+w.yen(it.Claimed)+"　認定額 "+taken,
		upper(name)+", "+w.yen(it.Claimed)+" claimed, accepted amount "+taken))
}

// inSentence returns an item as a sentence names it.
func (w speech) inSentence(s coverage.Scheme, c *coverage.Claim, i int) string {
	name, claimed := w.head(s, c.Items[i].Head), w.yen(c.Items[i].Claimed)
	if len(c.Items) == 1 {
		return plain(w.in(name+"（請求額 "+claimed+"）", name+" ["+claimed+" claimed]"))
	}
	n := strconv.Itoa(i + 1)
	return plain(w.in("明細"+n+"（"+name+"、請求額 "+claimed+"）", "item "+n+" ["+name+", "+claimed+" claimed]"))
}

// head returns the title of a head of loss.
func (w speech) head(s coverage.Scheme, head limits.Head) string {
	for h := range s.Heads() {
		if h.Head == head {
			return h.Clause.Text(w.lang)
		}
	}
	return string(head)
}

// upper returns a text with a capital at its start.
func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func (w speech) hint() string {
	return w.in("質問にお答えください。「なぜ」で質問の理由、「ヘルプ」で使い方を表示します。",
		`Please answer the questions. "why" says why a question is asked, "help" how to answer.`)
}

// standing returns the bounds of the amount payable, with the number of questions left.
func (w speech) standing(least, most yen.Amount, left int) string {
	questions := " questions"
	if left == 1 {
		questions = " question"
	}
	return w.in("お支払額の見込み "+w.bounds(least, most)+"（残り"+strconv.Itoa(left)+"問）",
		"Payable: "+w.bounds(least, most)+" ("+strconv.Itoa(left)+questions+" left)")
}

func (w speech) number(n int) string {
	return w.in("質問"+strconv.Itoa(n)+"　", "Question "+strconv.Itoa(n)+": ")
}

func (w speech) listed(n int) string { return fmt.Sprintf("%3d. ", n) }

// about names the items of a question by their numbers.
func (w speech) about(items []int) string {
	var all []string
	for _, i := range items {
		all = append(all, strconv.Itoa(i+1))
	}
	if w.lang != language.English {
		return "（明細" + strings.Join(all, "・") + "）"
	}
	if len(all) == 1 {
		return "(item " + all[0] + ") "
	}
	return "(items " + strings.Join(all, ", ") + ") "
}

// howMuch asks for an amount of an item.
func (w speech) howMuch(s coverage.Scheme, c *coverage.Claim, q question) string {
	item := w.inSentence(s, c, q.item())
	if q.amount == accepted {
		return w.in(item+"の認定額はいくらですか", "How much of "+item+" is accepted?")
	}
	return w.in(item+"の認定額のうち、特別の約定（違約金の定めなど）により法律上の賠償責任より加重された額はいくらですか（約定がない場合は0円）",
		"How much of the accepted amount of "+item+" is owed only under an agreement that adds to the liability that the law "+
			"imposes (¥0 if there is no such agreement)?")
}

// asking returns the prompt for an answer.
func (w speech) asking(q question) string {
	switch {
	case q.amount != "":
		return w.in("金額／全額／不明", "amount / full / unknown")
	case q.Date != "" && q.mayBeNever():
		return w.in("日付／"+cmp.Or(q.nothing(), "なし")+"／不明", "date / never / unknown")
	case q.Date != "":
		return w.in("日付／不明", "date / unknown")
	}
	return w.in("はい／いいえ／不明", "yes / no / unknown")
}

// answerText returns an answer as it was understood.
func (w speech) answerText(q question, a answer) string {
	amount, known := a.amount.Amount()
	switch {
	case known:
		return w.yen(amount)
	case !a.date.IsZero():
		return a.date.Text(w.lang)
	case a.fact != fact.NotAsked:
		return a.fact.Text(w.lang)
	case q.amount != "":
		return w.in("金額は不明", "amount unknown")
	}
	return w.in("日付は不明", "date unknown")
}

// moved says what an answer was, and what it left.
func (w speech) moved(answer string, was, is coverage.Assessment) string {
	answer += w.in("：", ": ")
	switch bounds := w.bounds(is.Least, is.Most); {
	case is.Decision != coverage.Open:
		return w.in("→ "+answer+"見込みは"+bounds+"に定まりました。", "-> "+answer+"now "+bounds+", which decides the claim")
	case is.Least == was.Least && is.Most == was.Most:
		return w.in("→ "+answer+"見込みは"+bounds+"のままです。", "-> "+answer+"still "+bounds)
	default:
		return w.in("→ "+answer+"見込みは"+bounds+"になりました。", "-> "+answer+"now "+bounds)
	}
}

// sentence returns an error as a sentence for the person who answered.
func (w speech) sentence(err error) string {
	if all := fault.All(err); len(all) > 0 {
		return w.ended(all[0].Text(w.lang))
	}
	return w.ended(err.Error())
}

func (w speech) ended(s string) string {
	if strings.HasSuffix(s, "。") || strings.HasSuffix(s, ".") {
		return s
	}
	return upper(s) + w.in("。", ".")
}

// refused says why an answer does not go with the claim, and which dates would.
func (w speech) refused(q question, a answer, err error) string {
	answer := w.answerText(q, a)
	s := w.in("「"+answer+"」は受け付けられません。", "Not possible: "+answer+". ") + w.sentence(err)
	if c, ok := q.reach(); ok {
		when := c.When().Text(w.lang)
		s += w.in("ほかの入力と合うのは、"+when+"です。", " The other answers leave: "+when+".")
	}
	return s
}

func (w speech) nothingBack() string {
	return w.in("取り消す回答はありません。", "There is no answer to take back.")
}

func (w speech) tookBack() string {
	return w.in("← 直前の回答を取り消しました。", "<- The last answer is taken back.")
}

func (w speech) decided() string {
	return w.in("お尋ねすることはもうありません。試算の結果は次のとおりです。", "There is nothing left to ask. This is the result.")
}

// open says that nobody can answer what is left.
func (w speech) open(stuck int) string {
	if stuck == 0 {
		return w.in("お尋ねすることはもうありませんが、お支払額は定まっていません。",
			"There is nothing left to ask, and the claim is still open.")
	}
	return w.in("お尋ねすることはもうありません。お支払額は、次の事項の確認の結果によります。",
		"There is nothing left to ask. The amount payable depends on:")
}

// reason says why a question has no answer.
func (w speech) reason(q question) string {
	if q.Answer == fact.Disputed {
		return w.in("（争いあり）", " (disputed)")
	}
	return w.in("（不明）", " (unknown)")
}

func (w speech) unstated(title string) string {
	return w.in("次の金額がご契約の記録にありません。加入者証でご確認ください：",
		"The policy does not state this limit; look it up on the certificate: ") + title
}

func (w speech) inputEnded() string {
	return w.in("入力が終わりました。ここまでの内容は次のとおりです。", "The input has ended. This is the claim so far.")
}

func (w speech) quitting() string {
	return w.in("終了します。ここまでの内容は次のとおりです。", "You have quit. This is the claim so far.")
}

func (w speech) closing() string {
	return w.in("Enterで終了、「戻る」で直前の回答を取り消し", `Enter to end, "back" to take the last answer back`)
}

func (w speech) closed() string {
	return w.in("質問はもうありません。", "There are no more questions.")
}

func (w speech) saved(name string) string {
	return plain(w.in("保険金請求の内容を "+name+" に保存しました。", "The claim is saved in "+name+"."))
}
