// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

// Reserves are what is left of the aggregate limits of a policy, and what its open
// claims can still be paid of it. The zero Reserves have no limits and no open claims.
type Reserves struct {
	// Least and Most are between what all open claims together can still be paid, in yen:
	// the payments that are made when they are decided, one after the other, in any order.
	// Claims compete for a limit, so that Least can be more than the sum of the Least of
	// the claims, and Most less than the sum of the Most.
	Least yen.Amount `json:"least,omitzero"`
	Most  yen.Amount `json:"most,omitzero"`

	Limits []Remaining `json:"limits,omitzero"` // in the order in which they act
	Claims []Reserve   `json:"claims,omitzero"` // that are open, in the order in which they came
}

// A Remaining is the remaining amount of an aggregate limit (支払限度額の残額), or of a
// deductible for the whole policy period. The zero Remaining has no limit and no amounts.
type Remaining struct {
	Limit clause.Clause `json:"limit,omitzero"`

	// Whole is the limit, and Left what the claims leave of it, with what was paid for those
	// that are open. They are unknown if the policy does not state the limit.
	Whole yen.Figure `json:"whole,omitzero"`
	Left  yen.Figure `json:"left,omitzero"`

	// Least and Most are between what the open claims can still use of it, in yen: what
	// they hold of it at the end beyond what they hold now, or 0 if that is less.
	Least yen.Amount `json:"least,omitzero"`
	Most  yen.Amount `json:"most,omitzero"`
}

// A Reserve is what one open claim can still be paid. The zero Reserve has no number and
// no amounts.
type Reserve struct {
	Number string `json:"number,omitzero"` // of the claim

	// Least and Most are between what the claim can still be paid, in yen, whichever other
	// open claims are decided before it.
	Least yen.Amount `json:"least,omitzero"`
	Most  yen.Amount `json:"most,omitzero"`

	Stated yen.Figure `json:"stated,omitzero"` // Claim.Reserve; it changes no other amount
}

// Text returns the limit with what is left of it and what open claims can use, in the
// language.
func (r Remaining) Text(tag language.Tag) string {
	n := note("", "{} ご契約に定めがないため不明", "{}: unknown, because the policy does not state it", r.Limit)
	if left, known := r.Left.Amount(); known {
		n = note("", "{}の残額 {}（ご契約に限度額の定めなし）", "remaining {}: {} at most (the policy does not state the limit)",
			r.Limit, digits(left))
		if whole, known := r.Whole.Amount(); known {
			n = note("", "{}の残額 {}（{}のうち）", "remaining {}: {} of {}", r.Limit, digits(left), digits(whole))
		}
	}
	if r.Most > 0 {
		n = note("", "{}、確認中の事案による使用見込み {}", "{}; open claims can use {}", n, between(r.Least, r.Most))
	}
	return text.Capital(n.Text(tag))
}

// String returns the text in English.
func (r Remaining) String() string { return r.Text(language.English) }

// Text returns the number of the claim with what can be paid and the reserve that is
// stated, and says where that is outside, in the language.
func (r Reserve) Text(tag language.Tag) string {
	n := note("", "事案{} {}", "Claim {}: {}", literal(r.Number), between(r.Least, r.Most))
	if stated, is := r.Stated.Amount(); is {
		n = note("", "{}、支払備金 {}", "{}; reserve {}", n, digits(stated))
		switch {
		case stated < r.Least:
			n = note("", "{}（見込額の下限未満）", "{}, below the least", n)
		case stated > r.Most:
			n = note("", "{}（見込額の上限超過）", "{}, above the most", n)
		}
	}
	return n.Text(tag)
}

// String returns the text in English.
func (r Reserve) String() string { return r.Text(language.English) }

// Text returns what can still be paid, in all and for each open claim, and what is left of
// the limits, a line each, in the language.
func (r Reserves) Text(tag language.Tag) string {
	var b strings.Builder
	line := func(indent string, s interface{ Text(language.Tag) string }) {
		b.WriteString(indent + s.Text(tag) + "\n")
	}
	if len(r.Claims) > 0 {
		line("", note("", "確認中の事案のお支払見込額 {}", "Still to be paid for open claims: {}", between(r.Least, r.Most)))
	}
	for _, c := range r.Claims {
		line("  ", c)
	}
	for _, l := range r.Limits {
		line("", l)
	}
	return b.String()
}

// String returns the text in English.
func (r Reserves) String() string { return r.Text(language.English) }

// between returns the text of two ends, or of the one amount that they are.
func between(least, most yen.Amount) clause.Note {
	if least == most {
		return note("", "{}", "{}", digits(most))
	}
	return note("", "{}から{}", "{} to {}", digits(least), digits(most))
}

// Reserves returns what the claims of a history leave of each aggregate limit, and between
// which amounts its open claims can still be paid and use the limits. For what it was at a
// date, give it the history as it was stored then.
//
// The bounds hold for every completion of what is unknown about the open claims, and for
// every order in which they are decided. They are those of the claims as they were
// assessed last: an amount that is claimed later, a date that moves a series or an
// incident to another time, and a claim that is decided anew are not in them.
//
// Both ends are reached if those of each claim are, and if no two open claims can use the
// same limit, or only limits around it act after a limit that several can use. Otherwise
// no payment is outside the ends, but they may not be reached:
//   - if a per-claim limit, a ratio, a reduction or the pro rata of defence costs acts
//     after a limit that several claims can use,
//   - if an open claim was due or paid something before,
//   - for one of several open claims of a series,
//   - by a yen for each claim and head if amounts are rounded.
//
// See [limits.Program.Outstanding]. What claims use of a limit can exceed what is left of
// it if a series is overpaid while others of its claims are open.
//
// Reserves returns a [*fault.Error] with
//   - [fault.ErrScheme] for the zero Policy,
//   - [fault.ErrPolicy] at history for the history of another policy,
//   - an error of [limits.Program.Outstanding] at history if amounts of the history do not
//     fit each other or exceed [yen.Max].
func (p Policy) Reserves(h History) (Reserves, error) {
	fail := func(err error) (Reserves, error) { return Reserves{}, fault.In("coverage.Reserves", "history", err) }
	switch {
	case p.policy == nil:
		return Reserves{}, &fault.Error{Op: "coverage.Reserves", Reason: fault.ErrScheme}
	case !p.owns(h):
		return fail(&fault.Error{Input: h.policy, Reason: fault.ErrPolicy})
	}
	all, err := p.remaining(h.Paid())
	if err != nil {
		return fail(err)
	}
	open, err := p.open(h)
	if err != nil {
		return fail(err)
	}
	out, err := p.program.Outstanding(h.Paid(), opens(open)...)
	if err != nil {
		return fail(err)
	}
	r := Reserves{Most: out.Most, Limits: all}
	whole := out
	if out.Additive && slices.ContainsFunc(open, func(of *opening) bool { return of.apart }) {
		if whole, err = p.program.Outstanding(h.Paid(), wholes(open)...); err != nil {
			return fail(err)
		}
	}
	unpaid, by := yen.Amount(0), map[*entry]Reserve{}
	for i, of := range open {
		unpaid += of.unpaid
		ends := out.Claims[i]
		ends.Least = max(ends.Least-of.unpaid, 0)
		of.apart = of.apart && out.Additive
		of.share(ends, whole.Claims[i].Least, by)
	}
	r.Least = max(out.Least-unpaid, 0)
	for i, b := range out.Limits {
		all[i].Least, all[i].Most = b.Least, b.Most
	}
	for _, e := range h.entries() {
		if x, is := by[e]; is {
			r.Claims = append(r.Claims, x)
		}
	}
	return r, nil
}
