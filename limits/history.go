// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"iter"
	"strings"
	"unique"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/yen"
)

// A Paid is the history of a policy period: for each head of loss, the amount by
// which the claims of the period erode the limits, and what the insured has borne of
// an [AggregateDeductible]. That is the amount paid, and
// for a claim that is not paid as it is due the larger of the amount payable and the
// amount really paid, less what was recovered; see [Series].
//
// A Paid is an immutable, comparable value. It belongs to a set of heads, so
// every program of a tree, and of another one with the same heads, can use
// it, whatever its terms and the endorsements attached. The zero Paid is a period
// without payments, for any program.
type Paid struct {
	names names
	near  [few]yen.Amount        // by place in names
	far   unique.Handle[farPaid] // what few periods have
}

// A Series is one claim to date, or a series of related claims
// (一連の損害賠償請求) that counts as one claim. It holds for each head the losses,
// the amount payable and the amount really paid less what was recovered, and the
// reduction by an adjuster.
//
// A series erodes every aggregate limit, head by head, by the larger of the amount
// payable and the amount paid. The two differ while the series is overpaid.
// If later damages scale down defence costs that were paid, for example, the
// excess is set off against damages that become payable: these erode their limit
// although nothing is paid out. The insurer decides on any recovery of an overpaid
// amount; until [Series.Disbursed] states it, the limit stays eroded.
//
// A series that is assessed anew, after [Series.Less], keeps its place: the limits
// leave it what they left it before, and more if other claims take less by now. What
// later claims take stays theirs.
//
// A Series is an immutable, comparable value. The [Paid] of its period includes
// it. [Payment.Parts] lists its amounts by head. The zero Series is a claim
// without losses.
type Series struct {
	names  names
	near   [few]line                // by place in names
	far    unique.Handle[farSeries] // what few series have
	again  bool                     // it is assessed anew
	reduce yen.Amount
}

// Reduce returns the series with an adjuster's reduction of the whole claim in
// yen. The [Reduction] of the program applies it. It replaces the reduction set
// before, and 0 means no reduction. [Program.Pay] checks the amount.
func (s Series) Reduce(by yen.Amount) Series {
	s.reduce = by
	return s
}

// Reduced returns the amount in yen by which an adjuster reduces the claim, or 0 if
// there is no reduction. See [Series.Reduce].
func (s Series) Reduced() yen.Amount { return s.reduce }

// Less returns the series without losses of it, such as those of a claim that is
// assessed anew. What was paid stays. A loss that the series does not have is ignored.
func (s Series) Less(of Series) Series {
	var all, less ledger
	s.open(&all)
	of.open(&less)
	for i, h := range each(of.names) {
		if k := s.place(h); k >= 0 {
			all[k].less(&less[i])
		}
	}
	s.close(&all)
	s.again = s.names != names{}
	return s
}

// place returns the place of a head among the names, or -1.
func (s *Series) place(head string) int {
	for i, h := range each(s.names) {
		if h == head {
			return i
		}
	}
	return -1
}

// Join returns the series with the losses of another one, and what was due and paid for
// it. Losses that wait and last other hours have no hours together: [Program.Pay]
// returns [fault.ErrConflict] for the series.
func (s Series) Join(t Series) Series {
	var all, more ledger
	s.open(&all)
	t.open(&more)
	for i := range all {
		if all[i].join(&more[i]); s.names == (names{}) {
			all[i].beside = more[i].beside
		}
	}
	if s.names == (names{}) {
		s.names = t.names
	}
	s.close(&all)
	return s
}

// Losses returns the losses of the series beyond those of another one, as a series of
// which nothing is due or paid.
func (s Series) Losses(beyond Series) Series {
	of := Series{names: s.names}
	var all ledger
	s.open(&all)
	for i := range all {
		e := &all[i]
		*e = entry{line: line{loss: e.loss}, count: e.count, hours: e.hours}
	}
	of.close(&all)
	of = of.Less(beyond)
	of.again = false
	return of
}

// Adopt returns a series of another program for this one, which may have other heads:
// what the series has under a head is under the head of the same name. Losses under other
// heads are left out. If one of these heads holds a part of a limit, Adopt returns a
// [*fault.Error] with [fault.ErrUnknown] and the head as the Input.
func (p Program) Adopt(s Series) (Series, error) {
	if p.program == nil || s.names == (names{}) || s.names == p.names {
		return s, nil
	}
	of := Series{names: p.names, again: s.again, reduce: s.reduce}
	var had, has ledger
	s.open(&had)
	for i, h := range each(s.names) {
		e := &had[i]
		switch k := of.place(h); {
		case k >= 0:
			has[k] = *e
		case e.held() > 0 || e.borne > 0:
			return Series{}, &fault.Error{Op: "limits.Adopt", Input: h, Reason: fault.ErrUnknown}
		}
	}
	of.close(&has)
	return of, nil
}

// Settled returns the series as if its losses were due and paid.
func (s Series) Settled() Series {
	var all ledger
	s.open(&all)
	for i := range all {
		all[i].due, all[i].paid, all[i].borne = all[i].loss, all[i].loss, 0
	}
	s.close(&all)
	return s
}

// IsZero reports whether the series has no losses, and nothing was due or paid.
func (s Series) IsZero() bool {
	for i := range mostHeads {
		if i == few && s.far == (unique.Handle[farSeries]{}) {
			break
		}
		if e := s.at(i); e.loss|e.due|e.paid|e.borne != 0 {
			return false
		}
	}
	return s.reduce == 0
}

// Of returns the part of a head; the zero Part if the series does not have the head.
func (s Series) Of(h Head) Part {
	i := s.place(string(h))
	if i < 0 {
		return Part{}
	}
	return s.at(i).part()
}

// PaidMore returns the series with more paid under a head, in yen. A head that the
// series does not have is ignored.
func (s Series) PaidMore(h Head, by yen.Amount) Series {
	if i := s.place(string(h)); i >= 0 {
		var all ledger
		s.open(&all)
		all[i].paid += by
		s.close(&all)
	}
	return s
}

// Paid returns the amount in yen that was paid to the series and not recovered.
func (s Series) Paid() yen.Amount {
	var sum yen.Amount
	for i := range s.near {
		sum += s.near[i].paid
	}
	if s.far != (unique.Handle[farSeries]{}) {
		for _, l := range s.far.Value().lines {
			sum += l.paid
		}
	}
	return sum
}

// Due returns the amount in yen that is payable for the series to date.
func (s Series) Due() yen.Amount {
	var sum yen.Amount
	for i := range s.near {
		sum += s.near[i].due
	}
	if s.far != (unique.Handle[farSeries]{}) {
		for _, l := range s.far.Value().lines {
			sum += l.due
		}
	}
	return sum
}

// Disbursed returns the series with the amount in yen that was really paid for it to
// date, less what was recovered. What is more than before counts first for the heads
// that were paid less than they are due, and what is less for those that were paid
// more; then for the first head with a loss, and for all of them, in order of name. The
// amount must be from 0 to [yen.Max], and 0 for a series without losses.
func (s Series) Disbursed(amount yen.Amount) Series {
	var lines ledger
	s.open(&lines)
	change := amount - s.Paid()
	for _, all := range [...]bool{false, true} {
		for i := range each(s.names) {
			e, move := &lines[i], change
			switch lack := e.due - e.paid; {
			case change > 0 && all && e.loss == 0:
				move = 0
			case change < 0 && all:
				move = max(change, -e.paid)
			case change < 0:
				move = max(change, min(lack, 0))
			case !all:
				move = min(change, max(lack, 0))
			}
			e.paid += move
			change -= move
		}
	}
	s.close(&lines)
	return s
}

// All returns the heads in order of name, each with its part of the series. Nothing
// is paid now.
func (s Series) All() iter.Seq2[Head, Part] {
	return func(yield func(Head, Part) bool) {
		for i, h := range each(s.names) {
			if !yield(Head(h), s.at(i).part()) {
				return
			}
		}
	}
}

// With returns the period with what a series takes of the limits in place of what it
// took before. It returns a [*fault.Error] with [fault.ErrPolicy] if the two belong to
// other heads or the period does not include the series before, and
// [fault.ErrOverflow] if an amount exceeds [yen.Max].
func (p Paid) With(before, after Series) (Paid, error) {
	fail := func(why *fault.Reason) (Paid, error) {
		return Paid{}, &fault.Error{Op: "limits.Paid.With", Reason: why}
	}
	for _, s := range [...]*Series{&before, &after} {
		switch {
		case s.names == (names{}):
			continue
		case p.names == (names{}):
			p.names = s.names
		case p.names != s.names:
			return fail(fault.ErrPolicy)
		}
	}
	all, n := p.open(), mostHeads
	if p.far == (unique.Handle[farPaid]{}) && before.far == after.far && after.far == (unique.Handle[farSeries]{}) {
		n = few
	}
	for i := range n {
		e, out, in := &all[i], before.at(i), after.at(i)
		e.amount += in.held() - out.held()
		e.borne += in.borne - out.borne
		switch {
		case e.amount < 0 || e.borne < 0:
			return fail(fault.ErrPolicy)
		case e.amount > yen.Max || e.borne > yen.Max:
			return fail(fault.ErrOverflow)
		}
	}
	p.close(&all)
	return p, nil
}

// All returns the heads in order of name, each with its amount.
func (p Paid) All() iter.Seq2[Head, yen.Amount] {
	return func(yield func(Head, yen.Amount) bool) {
		for i, h := range each(p.names) {
			if !yield(Head(h), p.at(i).amount) {
				return
			}
		}
	}
}

// Total returns the sum over all heads.
func (p Paid) Total() yen.Amount {
	var sum yen.Amount
	for _, e := range p.open() {
		sum += e.amount
	}
	return sum
}

// each returns the heads of a set of names, in order.
func each(n names) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		if n == (names{}) {
			return
		}
		i := 0
		for h := range strings.SplitSeq(n.Value(), " ") {
			if !yield(i, h) {
				return
			}
			i++
		}
	}
}
