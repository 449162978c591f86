// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strings"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// Cuts returns the amount that each term of the policy takes from the covered
// losses of the claim, or of its series, to date. There are none unless Decision
// is Payable or NothingPayable.
func (a Assessment) Cuts() []limits.Cut {
	if a.policy == nil || a.Decision != Payable && a.Decision != NothingPayable {
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
	cuts              []demandCut
	earlier, received yen.Amount // what the series lost before, and what it was paid
	taken, others     yen.Amount // what of it is taken off what is due, and what is due for others
	settled           bool       // whether the terms can be told apart
}

// A demandCut is a cut with the name of the third-party claim that it is about,
// if that is a claim of its own beside others.
type demandCut struct {
	limits.Cut
	demand string
}

func (a *Assessment) explain() (x explanation) {
	x.settled = true
	if a.Decision == Excluded || a.Decision == OutsidePeriod {
		return x
	}
	program, paid, open := a.program, a.base, a.Decision == Open
	if open {
		program = program.AtMost()
	}
	var now yen.Amount
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
		paid, now, x.received = pay.Paid, now+pay.Now, x.received+pay.Due+pay.Overpaid-pay.Now
		x.taken += pay.Due - pay.Now
		for _, part := range pay.Parts() {
			x.earlier += part.Loss
		}
		for _, l := range losses {
			x.earlier -= l.Amount
		}
		for _, c := range cuts {
			name := ""
			if h := a.policy.scheme.heads[c.Head]; len(a.parts) > 1 && h != nil && h.answers {
				name = d.name
			}
			x.cuts = append(x.cuts, demandCut{c, name})
		}
	}
	before := a.pooled().Paid()
	x.others = min(a.owed, now)
	now -= x.others
	x.received, x.taken, now = x.received+before, x.taken+min(before, now), max(now-before, 0)
	if open && now != a.Most {
		x.cuts, x.settled = nil, false
	}
	return x
}

// A worksheet is a sheet in the making.
type worksheet struct {
	*Assessment
	explanation
	sheet  clause.Sheet
	about  topic         // of the next line
	of     []topic       // of each line
	denied []clause.Line // what of the items is not paid, whatever the terms
	cut    []clause.Line // what the terms take
}

// A topic is what a line of a worksheet is about, whatever amounts it has.
type topic struct {
	clause clause.ID
	item   int // counted from 1; 0 for none
	head   limits.Head
	demand string
	nth    int // of the lines about the same, counted from 0
}

func (a *Assessment) worksheet() *worksheet {
	of := literal(oneLine(a.policy.terms.Number + " " + a.policy.terms.Company))
	head := note("", "お支払額計算書 {}（{}）", "Claim worksheet {} ({})", of, a.Decision)
	w := &worksheet{Assessment: a, explanation: a.explain(), sheet: clause.NewSheet(head.JA, head.EN)}
	rules := &a.policy.scheme.rules
	series := rules.Series
	w.take(-w.earlier, note(series.ID, "{} これまでの損害額", "{}: earlier losses", series))
	for i := range a.items {
		r := &a.items[i]
		name := a.itemWith(i, "{} {}", "{}, {}")
		w.about = topic{item: i + 1}
		w.take(-r.Item.Claimed, note(r.head.Clause.ID, "{} 請求額", "{}: amount claimed", name))
	}
	for i := range a.items {
		w.about = topic{item: i + 1}
		w.deny(i)
	}
	w.terms()
	w.about = topic{}
	paid := w.taken
	if !w.settled {
		paid = min(w.received, w.sheet.Total())
	}
	if paid > 0 {
		n := title(w.past())
		if w.one() {
			n = note(series.ID, "{} 既払額", "{}: paid before", series)
		}
		if paid < w.received {
			n = note(n.Clause, "{}（{}）", "{} ({})", n, digits(w.received))
		}
		w.take(paid, n)
	}
	if w.settled {
		w.take(w.others, note(series.ID, "{} 他の保険金請求の未払額", "{}: to be paid under the other claims", series))
	}
	if !w.settled {
		w.cut = append(w.cut, w.take(w.sheet.Total()-a.Most, note(rules.Undecided.ID,
			"免責金額・支払限度額等（最小の見込み）", "deductible, limits and other terms, at least"))...)
	}
	if a.Decision == Open {
		until := plural(len(a.questions()), "the question is", "the questions are")
		w.sheet = w.sheet.Close(rules.Undecided.ID, "確認中の額（お支払い保留）", "On hold until "+until+" answered")
	} else {
		w.sheet = w.sheet.Close("", "お支払額（見込み）", "Payable")
	}
	return w
}

// take adds a line that takes the amount off, unless it is nothing, and returns
// the line.
func (w *worksheet) take(amount yen.Amount, n clause.Note) []clause.Line {
	if amount == 0 {
		return nil
	}
	line := clause.Line{Change: -amount, Total: w.sheet.Total() - amount}
	line.Note = clause.Note{Clause: n.Clause, JA: oneLine(n.JA), EN: text.Capital(oneLine(n.EN))}
	if w.sheet = w.sheet.Add(line.Clause, line.Total, line.JA, line.EN); w.sheet.Err() == nil {
		about := w.about
		about.clause = line.Clause
		w.of = append(w.of, about)
	}
	return []clause.Line{line}
}

// deny takes off what of an item is denied, not accepted or contractually
// assumed, and, in a claim that is decided, what is still open.
func (w *worksheet) deny(i int) {
	r := &w.items[i]
	line := func(amount yen.Amount, n clause.Note) {
		if name := w.item(i); name != (clause.Note{}) {
			between := ": "
			if strings.Contains(n.EN, between) {
				between = ", "
			}
			n = note(n.Clause, "{} {}", "{}"+between+"{}", name, n)
		}
		w.denied = append(w.denied, w.take(amount, n)...)
	}
	if !r.mayPay() {
		line(r.Item.Claimed, w.policy.scheme.denial(r))
		return
	}
	rules := &w.policy.scheme.rules
	accepted, known := r.Item.Accepted.Amount()
	if !known {
		accepted = r.Item.Claimed
	}
	line(r.Item.Claimed-accepted, note(rules.Accepted.ID,
		"認定対象外（認定額 {}）", "not accepted (accepted amount {})", digits(accepted)))
	for _, id := range r.head.excess {
		if c, _ := r.bound.SettleRule(id); c.Truth == fact.Yes {
			line(accepted-r.Most, title(w.policy.scheme.clauses[id]))
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
	line(r.Most-certain, note(rules.Undecided.ID,
		"確認中の額（お支払額に影響なし）", "still open, without effect on the amount payable"))
}

// terms takes off what the terms of the policy cut. A line names its head where
// there are several.
func (w *worksheet) terms() {
	heads := map[limits.Head]bool{}
	for i := range w.items {
		heads[w.items[i].Item.Head] = true
	}
	for _, c := range w.cuts {
		heads[c.Head] = true
	}
	for _, c := range w.cuts {
		n := short(c.Cut)
		if w.received > 0 && c.Aggregate {
			ja, en := "{}（この保険金請求への既払額を差し引く前）", "{} (before the payments on this claim)"
			if w.one() {
				ja, en = "{}（この一連の損害賠償請求への既払額を差し引く前）", "{} (before the payments on these related claims)"
			}
			n = note(c.Clause, ja, en, n)
		}
		switch h := w.policy.scheme.heads[c.Head]; {
		case c.demand != "":
			n = note(c.Clause, "{}（損害賠償請求 {}） {}", "{} (third-party claim {}): {}", h.Clause, literal(c.demand), n)
		case len(heads) > 1:
			n = note(c.Clause, "{} {}", "{}: {}", h.Clause, n)
		}
		w.about = topic{head: c.Head, demand: c.demand}
		w.cut = append(w.cut, w.take(c.Amount, n)...)
	}
}
