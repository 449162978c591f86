// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// A Cut (控除) is an amount of the losses under one head that is not paid, with the
// clause of the term that cuts it. Its text gives the kind of the term with its
// figures, and the name of the term if it has one; see [Term]. The zero
// Cut has no clause and no amount.
type Cut struct {
	Clause    clause.ID  `json:"clause"`
	Head      Head       `json:"head"`
	Amount    yen.Amount `json:"amount"`    // in yen, above zero
	Aggregate bool       `json:"aggregate"` // by an aggregate limit; the text gives the amount that other claims leave
	JA        string     `json:"ja"`        // the text in Japanese
	EN        string     `json:"en"`        // the text in English
}

// Text returns the text of the cut in the language of the tag: English for
// English, Japanese for every other.
func (c Cut) Text(tag language.Tag) string { return text.In(tag, c.JA, c.EN) }

// A trace records what each term cuts, in whole yen: amounts before and after
// a term are rounded up to the next yen, so no cut is below zero. The yen that
// remain at the end belong to the last term that left a fraction.
type trace struct {
	before [mostHeads]wide
	cuts   []Cut
	last   [mostHeads]int // the index of the last cut of a head
}

// cut records what a term has cut from the heads.
func (t *trace) cut(r *run, o *op, on set) {
	for s := on; s != 0; s = s.rest() {
		h := s.first()
		if r.amount[h] == t.before[h] {
			continue
		}
		t.last[h] = len(t.cuts)
		t.cuts = append(t.cuts, o.cut(r, r.p.heads[h], r.ceil(t.before[h])-r.ceil(r.amount[h])))
	}
}

// round settles the fractions, so that each head ends at the yen that are due. A
// rounding of the program has the clause of the yen that the total loses.
func (t *trace) round(r *run, fraction *[mostHeads]wide, left wide) {
	rounded := -1
	if r.p.round >= 0 && left != (wide{}) {
		rounded, _ = r.largest(fraction, false)
	}
	for s := r.live; s != 0; s = s.rest() {
		h := s.first()
		over := r.ceil(r.amount[h]) - r.e.due[h]
		if h == rounded {
			over--
		}
		if over > 0 {
			t.cuts[t.last[h]].Amount += over
		}
	}
	if rounded >= 0 {
		t.cuts = append(t.cuts, r.p.ops[r.p.round].cut(r, r.p.heads[rounded], 1))
	}
}

// list returns the cuts of at least a yen.
func (t *trace) list() []Cut {
	return slices.DeleteFunc(t.cuts, func(c Cut) bool { return c.Amount == 0 })
}

func (r *run) ceil(a wide) yen.Amount {
	n, fraction := r.yen(a)
	if fraction != (wide{}) {
		n++
	}
	return n
}
