// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// Cuts returns the amount that each term of the policy takes from the covered
// losses of the claim, or of its series, to date. There are none unless Decision
// is Payable or NothingDue.
func (a Assessment) Cuts() []limits.Cut {
	if a.policy == nil || a.Decision != Payable && a.Decision != NothingDue {
		return nil
	}
	var all []limits.Cut
	for _, c := range a.explain().cuts {
		all = append(all, c.Cut)
	}
	return all
}

// Sheet returns the worksheet (計算書) from the amounts claimed to the amount
// payable, each line with its clause: the earlier losses of the series; the
// amount claimed of each item; what is denied, not accepted or contractually
// assumed; what the terms of the policy cut; and what the series was paid
// before. The notes are those of [Assessment.Notes].
//
// While the claim is open, nothing is paid and the worksheet ends in the amount
// on hold: Most, which is payable if every open question is answered in favour
// of payment. Deductible and limits are taken off for that case. If Most is not
// the amount payable for all open losses together, deductible and limits are one
// line. For example, damages that are open can scale down defence costs that are
// certain, so that more is payable without these damages.
func (a Assessment) Sheet() clause.Sheet {
	if a.policy == nil {
		return clause.Sheet{}
	}
	s := a.worksheet().sheet
	for _, n := range a.Notes() {
		s = s.Note(n.Clause, n.JA, n.EN)
	}
	return s
}

// An explanation is what the terms of the policy do to the losses of a claim:
// the certain ones or, while the claim is open, the possible ones too.
type explanation struct {
	cuts     []demandCut
	lost     yen.Amount // before this claim, by the series
	had, now yen.Amount // paid to the series before, and this time
	settled  bool       // whether the terms can be told apart
}

// A demandCut is a cut with the name of the third-party claim that it is about,
// if that is a claim of its own beside others.
type demandCut struct {
	limits.Cut
	demand string
}

func (a *Assessment) explain() (x explanation) {
	x.settled = true
	if a.Decision == Excluded || a.Decision == OutsideTrigger {
		return x
	}
	program, paid, open := a.program, a.before.paid, a.Decision == Open
	if open {
		program = program.AtMost()
	}
	for i := range a.parts {
		d := &a.parts[i]
		losses := d.certain
		if open {
			losses = possibly(d)
		}
		pay, cuts, err := program.Explain(paid, d.had, losses...)
		if err != nil {
			return explanation{}
		}
		paid, x.now, x.had = pay.Paid, x.now+pay.Now, x.had+pay.Due+pay.Overpaid-pay.Now
		for _, part := range pay.Parts() {
			x.lost += part.Loss
		}
		for _, l := range losses {
			x.lost -= l.Amount
		}
		for _, c := range cuts {
			name := ""
			if h := a.policy.scheme.heads[c.Head]; len(a.parts) > 1 && h != nil && h.answers {
				name = d.name
			}
			x.cuts = append(x.cuts, demandCut{c, name})
		}
	}
	if open && x.now != a.Most {
		x.cuts, x.settled = nil, false
	}
	return x
}

// A worksheet is a sheet in the making.
type worksheet struct {
	*Assessment
	sheet  clause.Sheet
	denied []clause.Line // what of the items is not paid, whatever the terms
	cut    []clause.Line // what the terms take
	lost   yen.Amount    // what the series lost before
	had    yen.Amount    // what it was paid before
}

func (a *Assessment) worksheet() *worksheet {
	x := a.explain()
	w := &worksheet{Assessment: a, sheet: a.title(), lost: x.lost, had: x.had}
	rules := &a.policy.scheme.rules
	series := rules.Series
	w.take(series.ID, -x.lost, series.JA+" これまでの損害額", series.EN+": earlier losses")
	for i := range a.Items {
		name := a.itemLine(i)
		w.take(a.Items[i].head.Clause.ID, -a.Items[i].Item.Claimed, name.JA+" 請求額", name.EN+": amount claimed")
	}
	for i := range a.Items {
		w.deny(i)
	}
	w.terms(&x)
	if paid := min(x.had, w.sheet.Total()); paid > 0 {
		ja, en := series.JA+" 既払額", series.EN+": paid before"
		if paid < x.had {
			ja, en = ja+"（"+x.had.Grouped()+"）", en+" ("+x.had.Text(language.English)+")"
		}
		w.take(series.ID, paid, ja, en)
	}
	if !x.settled {
		w.cut = append(w.cut, w.take(rules.Undecided.ID, w.sheet.Total()-a.Most,
			"免責金額・支払限度額等（最小の見込み）", "deductible, limits and other terms, at least")...)
	}
	if a.Decision == Open {
		w.sheet = w.sheet.Close(rules.Undecided.ID, "確認中の額（お支払い保留）", "On hold until "+plural(len(a.questions()), "the question is", "the questions are")+" answered")
	} else {
		w.sheet = w.sheet.Close("", "お支払額（見込み）", "Payable")
	}
	return w
}

func (a *Assessment) title() clause.Sheet {
	of := oneLine(a.policy.terms.Number + " " + a.policy.terms.Company)
	return clause.NewSheet("お支払額計算書 "+of+"（"+a.Decision.Text(language.Japanese)+"）",
		"Claim worksheet "+of+" ("+a.Decision.Text(language.English)+")")
}

// take adds a line that takes the amount off, unless it is nothing, and returns
// the line.
func (w *worksheet) take(id clause.ID, amount yen.Amount, ja, en string) []clause.Line {
	if amount == 0 {
		return nil
	}
	total := w.sheet.Total() - amount
	ja, en = oneLine(ja), text.Capital(oneLine(en))
	w.sheet = w.sheet.Add(id, total, ja, en)
	return []clause.Line{{Clause: id, JA: ja, EN: en, Change: -amount, Total: total}}
}

// deny takes off what of an item is denied, not accepted or contractually
// assumed, and, in a claim that is decided, what is still open.
func (w *worksheet) deny(i int) {
	r := &w.Items[i]
	line := func(id clause.ID, amount yen.Amount, ja, en string) {
		if name := w.item(i); name != (clause.Note{}) {
			between := ": "
			if strings.Contains(en, between) {
				between = ", "
			}
			ja, en = name.JA+" "+ja, name.EN+between+en
		}
		w.denied = append(w.denied, w.take(id, amount, ja, en)...)
	}
	if !r.mayPay() {
		t := w.policy.scheme.denial(r)
		line(r.By[0], r.Item.Claimed, t.JA, t.EN)
		return
	}
	rules := &w.policy.scheme.rules
	accepted, known := r.Item.Recognized.Amount()
	if !known {
		accepted = r.Item.Claimed
	}
	line(rules.Recognized.ID, r.Item.Claimed-accepted,
		"認定対象外（認定額 "+accepted.Grouped()+"）", "not accepted (accepted amount "+accepted.Text(language.English)+")")
	for _, id := range r.head.excess {
		if c, _ := r.bound.SettleRule(id); c.Truth == fact.Yes {
			t := w.policy.scheme.clauses[id]
			line(id, accepted-r.Most, t.JA, t.EN)
			accepted = r.Most
		}
	}
	if w.Decision == Open {
		return
	}
	certain := r.Least
	if r.Verdict == Open {
		certain = 0
	}
	line(rules.Undecided.ID, r.Most-certain, "確認中の額（お支払額に影響なし）", "still open, without effect on the amount payable")
}

// terms takes off what the terms of the policy cut. A line names its head where
// there are several.
func (w *worksheet) terms(x *explanation) {
	heads := map[limits.Head]bool{}
	for i := range w.Items {
		heads[w.Items[i].Item.Head] = true
	}
	for _, c := range x.cuts {
		heads[c.Head] = true
	}
	for _, c := range x.cuts {
		ja, en := short(c.Cut)
		if x.had > 0 && c.Aggregate {
			ja, en = ja+"（この一連の損害賠償請求への既払額を差し引く前）", en+" (before the payments on these related claims)"
		}
		switch h := w.policy.scheme.heads[c.Head]; {
		case c.demand != "":
			ja, en = h.Clause.JA+"（損害賠償請求 "+c.demand+"） "+ja, h.Clause.EN+" (third-party claim "+c.demand+"): "+en
		case len(heads) > 1:
			ja, en = h.Clause.JA+" "+ja, h.Clause.EN+": "+en
		}
		w.cut = append(w.cut, w.take(c.Clause, c.Amount, ja, en)...)
	}
}
