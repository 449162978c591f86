// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"cmp"
	"iter"
	"slices"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// A History holds the claims under a policy, by their numbers: what was claimed,
// decided, due and really paid. It knows what they take of the limits, and when each
// series and each incident began. It is an argument of [Policy.Assess] and a part of
// its result.
//
// A History belongs to its policy: the number, the edition, the readings and the
// period. Store it as text, in place of the one before. The text ends in a check
// value, so that a text that was changed or cut short is refused.
//
// A History is an immutable value, safe for concurrent use; [History.Equal] compares
// two. The zero History is that of a policy without claims, for any policy.
type History struct{ *history }

type history struct {
	policy string // see policy.key
	paid   limits.Paid
	claims registry[entry]
	series registry[matter]
	seen   registry[occurrence]
	next   int // the place of the next claim
}

// A Record is the entry of one claim in a [History]. The zero Record has no number.
type Record struct {
	Number   string  `json:"number,omitzero"`   // of the claim
	Series   string  `json:"series,omitzero"`   // the related third-party claims to which it belongs, or ""
	Incident string  `json:"incident,omitzero"` // the incident to which its costs respond, or ""
	Decision Verdict `json:"decision,omitzero"` // when it was assessed last

	Claimed yen.Amount `json:"claimed,omitzero"` // by all items
	Due     yen.Amount `json:"due,omitzero"`     // payable to date; in a series, what the claim added, or took off

	// Paid is the amount that was really paid to date, less what was recovered: what
	// was payable now each time it was assessed, unless [History.Disbursed] states
	// another amount.
	Paid yen.Amount `json:"paid,omitzero"`

	// Least and Most are between what is payable for a claim that is open, when it was
	// assessed last, and 0 for others. Reserve is what the adjuster expects for it, if that
	// is stated. See [Policy.Reserves] for what all open claims can still be paid.
	Least   yen.Amount `json:"least,omitzero"`
	Most    yen.Amount `json:"most,omitzero"`
	Reserve yen.Figure `json:"reserve,omitzero"`
}

// An entry is a record with what a later assessment needs of it.
type entry struct {
	Record
	place                          int           // in the order in which claims came
	late                           yen.Amount    // the reduction for late notice
	made, discovered, reputational period.Moment // the first of each that the claim gives
	first                          bool          // none of the series was made before that
	undated                        []string      // the names of those that are unknown for some items
	open                           []string      // on what its split over the heads depends; of a series, see matter

	// certain are the losses of an open claim that are covered and accepted, and possible
	// those that are not denied.
	certain, possible []part

	// parts are the third-party claims that are claims of their own, or one. In a
	// series the part has the losses of the claim alone.
	parts []part
}

type part struct {
	demand string
	limits.Series
}

// data returns the data of the history, and none for the zero History.
func (h History) data() *history {
	if h.history == nil {
		return &history{}
	}
	return h.history
}

// IsZero reports whether the history has no claims.
func (h History) IsZero() bool { return h.history == nil }

// Equal reports whether two histories hold the same.
func (h History) Equal(g History) bool { return h.history == g.history || h.String() == g.String() }

// Claims returns the claims in the order in which they came. A claim that is assessed
// anew keeps its place.
func (h History) Claims() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, e := range h.entries() {
			if !yield(e.Record) {
				return
			}
		}
	}
}

func (h History) entries() []*entry {
	return slices.SortedFunc(h.data().claims.all(), func(a, b *entry) int { return cmp.Compare(a.place, b.place) })
}

// Claim returns the claim with the number, and whether there is one.
func (h History) Claim(number string) (Record, bool) {
	if e := h.data().claims.get(number); e != nil {
		return e.Record, true
	}
	return Record{}, false
}

// Paid returns what the claims take of the limits of the policy, by head: for each
// claim or series the larger of the amount payable and the amount really paid, less
// what was recovered.
func (h History) Paid() limits.Paid { return h.data().paid }

// Series returns the names of the series in order, each with its losses and
// payments.
func (h History) Series() iter.Seq2[string, limits.Series] {
	return func(yield func(string, limits.Series) bool) {
		for _, m := range h.matters() {
			if !yield(m.name, m.losses) {
				return
			}
		}
	}
}

func (h History) matters() []*matter {
	return slices.SortedFunc(h.data().series.all(), func(a, b *matter) int { return cmp.Compare(a.name, b.name) })
}

// Undivided returns the facts and the clauses of limits on which the split of
// payments over the heads depends. Each of these payments is certain as a whole.
// Its parts are recorded without the losses that the open facts could add.
func (h History) Undivided() []string {
	var all []string
	for e := range h.data().claims.all() {
		all = append(all, e.open...)
	}
	for m := range h.data().series.all() {
		all = append(all, m.open...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// with returns the history of a policy with a claim, in place of what it held of it.
// Its series comes with it, if it has one.
func (h History) with(policy string, paid limits.Paid, e entry, m *matter) History {
	g := *h.data()
	again := g.claims.get(e.Number)
	if g.policy, g.paid = policy, paid; again != nil {
		e.place = again.place
	} else {
		e.place = g.next
		g.next++
	}
	if again != nil && again.Incident != "" {
		o := h.incident(again.Incident, again)
		g.seen = g.seen.with(again.Incident, &o)
	}
	if e.Incident != "" {
		var o occurrence
		if of := g.seen.get(e.Incident); of != nil {
			o = *of
		}
		o.and(&e)
		o.add(&e)
		g.seen = g.seen.with(e.Incident, &o)
	}
	if m != nil {
		m.add(&e)
		g.series = g.series.with(m.name, m)
	}
	g.claims = g.claims.with(e.Number, &e)
	return History{&g}
}

// Disbursed returns the history with the amount in yen that was really paid for a
// claim to date, less what was recovered. It takes the place of what the history had:
// by itself, an assessment is taken to be paid as it says. State the whole amount, and
// not a change: to state it twice is to state it once. When the claim is assessed
// again, the difference to what is due is payable, or overpaid.
//
// The claim takes of the limits what it is due, or what was paid if that is more.
//
// Disbursed returns a [*fault.Error] with
//   - [fault.ErrUnknown] at number if the history has no such claim,
//   - [fault.ErrRange] at amount if it is below zero or above [yen.Max], or more than
//     before for a claim of which nothing can be due, or an open one of a series of which
//     nothing was due: it has no head of loss to count for,
//   - [fault.ErrOverflow] at amount if what was paid under a head exceeds [yen.Max].
func (h History) Disbursed(number string, amount yen.Amount) (History, error) {
	fail := func(path, input string, why *fault.Reason) (History, error) {
		return History{}, &fault.Error{Op: "coverage.Disbursed", Path: path, Input: input, Reason: why}
	}
	old := h.data().claims.get(number)
	switch {
	case old == nil:
		return fail("number", number, fault.ErrUnknown)
	case amount < 0 || amount > yen.Max,
		amount > old.Paid && len(old.parts) == 0 && (len(old.possible) == 0 || old.Series != ""):
		return fail("amount", amount.Grouped(), fault.ErrRange)
	case amount == old.Paid:
		return h, nil
	}
	g, e := *h.history, *old
	if len(e.parts) == 0 {
		e.parts = e.possible // an advance
	}
	change, left, err := amount-e.Paid, yen.Amount(0), error(nil)
	if e.Paid = amount; e.Series != "" {
		m := *g.series.get(e.Series)
		was := m.losses
		m.losses = was.Disbursed(was.Paid() + change)
		left = was.Paid() + change - m.losses.Paid()
		if m.losses.IsZero() {
			m.losses = limits.Series{}
		}
		g.series, err = g.series.with(m.name, &m), g.hold(was, m.losses)
	} else {
		e.parts = slices.Clone(e.parts)
		left, err = g.disburse(e.parts, change)
		e.parts = slices.DeleteFunc(e.parts, func(p part) bool { return p.Series.IsZero() })
	}
	switch {
	case err != nil:
		return fail("amount", amount.Grouped(), fault.ErrOverflow)
	case left != 0:
		return fail("amount", amount.Grouped(), fault.ErrRange)
	}
	g.claims = g.claims.with(number, &e)
	return History{&g}, nil
}

// disburse changes what was paid for the parts of a claim: first of those that were
// paid less, or more, than they are due, then of the first or, for a recovery, of all.
// It returns what none of them has a loss for.
func (h *history) disburse(parts []part, change yen.Amount) (left yen.Amount, err error) {
	for _, all := range [...]bool{false, true} {
		for i := range parts {
			was := parts[i].Series
			lack, move := was.Due()-was.Paid(), change
			switch {
			case change < 0 && all:
				move = max(change, -was.Paid())
			case change < 0:
				move = max(change, min(lack, 0))
			case !all:
				move = min(change, max(lack, 0))
			}
			now := was.Disbursed(was.Paid() + move)
			change -= now.Paid() - was.Paid()
			if parts[i].Series, err = now, h.hold(was, now); err != nil {
				return change, err
			}
		}
	}
	return change, nil
}

// hold takes of the limits what a series takes in place of what it took before.
func (h *history) hold(before, after limits.Series) (err error) {
	h.paid, err = h.paid.With(before, after)
	return err
}
