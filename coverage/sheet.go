// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// Cuts returns what each term of the policy takes from the covered losses of the
// claim, or of its series, to date: none unless the claim is payable or nothing
// is due.
func (a Assessment) Cuts() []limits.Cut {
	if a.policy == nil || a.Decision != Payable && a.Decision != NothingDue {
		return nil
	}
	_, cuts, err := a.policy.program.Explain(a.before.paid, a.had, a.certain...)
	if err != nil {
		return nil
	}
	return cuts
}

// Sheet returns the worksheet (計算書) from the amounts claimed to the amount paid,
// each line with its clause: what the series lost before and what is claimed,
// item by item; what is denied, not recognized or in excess; what the terms of
// the policy cut; and what the series had before. While the claim is open, its
// last line is that nothing is paid yet.
func (a Assessment) Sheet() clause.Sheet {
	if a.policy == nil {
		return clause.Sheet{}
	}
	w := worksheet{a.policy.scheme, a.title()}
	rules := &w.scheme.rules
	var lost, had yen.Amount
	if a.Decision != Open {
		for _, part := range a.Payment.Parts() {
			lost += part.Loss
		}
		for _, l := range a.certain {
			lost -= l.Amount
		}
		had = a.Payment.Due + a.Payment.Overpaid - a.Payment.Now
		w.take(rules.Series, -lost, "これまでの損害", "losses so far")
	}
	for i := range a.Items {
		it := &a.Items[i].Item
		w.take(w.head(it.Head), -it.Claimed, "請求額", "claimed")
	}
	for i := range a.Items {
		w.deny(&a.Items[i], a.Decision)
	}
	if a.Decision == Open {
		w.take(rules.Undecided, w.sheet.Total(), "お支払い前", "nothing is paid yet")
	}
	for _, c := range a.Cuts() {
		head := w.head(c.Head)
		head.ID = c.Clause
		if had > 0 && strings.HasSuffix(c.EN, " left") { // without what this series had
			c.JA, c.EN = c.JA+"（この一連の請求の前）", c.EN+" before this series"
		}
		w.take(head, c.Amount, c.JA, c.EN)
	}
	w.take(rules.Series, min(had, w.sheet.Total()), "既払額 "+had.Grouped(), "paid before, "+had.Text(language.English))
	for _, n := range a.Notes() {
		w.sheet = w.sheet.Note(n.Clause, n.JA, n.EN)
	}
	return w.sheet
}

func (a Assessment) title() clause.Sheet {
	t := a.policy.terms
	return clause.NewSheet("お支払額計算書 "+t.Number+" "+t.Company+"（"+a.Decision.Text(language.Japanese)+"）",
		"Claim worksheet "+t.Number+" "+t.Company+" ("+a.Decision.Text(language.English)+")")
}

// A worksheet is a sheet in the making.
type worksheet struct {
	scheme *scheme
	sheet  clause.Sheet
}

func (w *worksheet) head(h limits.Head) clause.Clause { return w.scheme.heads[h].Clause }

// take adds a line that takes the amount off, unless it is nothing.
func (w *worksheet) take(c clause.Clause, amount yen.Amount, ja, en string) {
	if amount != 0 {
		w.sheet = w.sheet.Add(c.ID, w.sheet.Total()-amount, c.JA+" "+ja, c.EN+": "+en)
	}
}

// deny takes off what of an item is denied, not recognized or in excess, and, in
// a claim that is decided, what is still open.
func (w *worksheet) deny(r *Result, decision Verdict) {
	head := w.head(r.Item.Head)
	line := func(id clause.ID, amount yen.Amount, c clause.Clause) {
		w.take(clause.Clause{ID: id, JA: head.JA, EN: head.EN}, amount, c.JA, c.EN)
	}
	if r.Verdict != Covered && r.Verdict != Open {
		line(r.By[0], r.Item.Claimed, w.scheme.clauses[r.By[0]])
		return
	}
	recognized, known := r.Item.Recognized.Amount()
	if !known {
		recognized = r.Item.Claimed
	}
	line(w.scheme.rules.Recognized.ID, r.Item.Claimed-recognized, w.scheme.rules.Recognized)
	if known && r.Verdict == Covered && r.Least == r.Most {
		for _, id := range r.head.excess {
			line(id, recognized-r.Least, w.scheme.clauses[id])
			recognized = r.Least
		}
	}
	if decision == Open {
		return
	}
	certain := r.Least
	if r.Verdict == Open {
		certain = 0
	}
	line(w.scheme.rules.Undecided.ID, recognized-certain, w.scheme.rules.Undecided)
}
