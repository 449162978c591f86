// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/strict"
	"github.com/baiseki/baiseki/internal/text"
)

// A ReadingEffect is the outcome that a claim would have under another reading (解釈),
// with all other readings, the policy and the history as they are. [Assessment.Sensitivity]
// returns it. The zero ReadingEffect has no reading.
type ReadingEffect struct {
	Point   OpenPoint `json:"point,omitzero"`   // with the choice that was made
	Reading Reading   `json:"reading,omitzero"` // the other choice

	// Is is the outcome under the other reading. If the claim cannot be assessed there, its
	// Why says why.
	Is Outcome `json:"is,omitzero"`
}

// Text returns the point with the choice that was made and, in brackets, the outcome under
// the other reading, in the language.
func (e ReadingEffect) Text(tag language.Tag) string {
	return text.In(tag, e.Point.Text(language.Japanese), e.Point.Text(language.English)+" ") + e.aside().Text(tag)
}

// aside returns what the other reading would give, in brackets.
func (e *ReadingEffect) aside() clause.Note {
	i := slices.IndexFunc(e.Point.Choices, func(c Choice) bool { return e.Point.reading(c) == e.Reading })
	other := note("", "{}", "{}", literal(e.Reading))
	if i >= 0 {
		other = note("", "{}", "{}", e.Point.Choices[i])
	}
	return note("", "（他の解釈「{}」では、{}）", "(Under the other reading, \"{}\", {}.)", other, e.Is.would())
}

// would returns an outcome as a part of a sentence about what would be.
func (o *Outcome) would() clause.Note {
	pays := digits(o.Most)
	switch {
	case len(o.Why) > 0:
		why := join(o.Why, "", " ")
		return note("", "計算できません：{}", "the claim could not be assessed: {}",
			clause.Note{JA: strings.TrimSuffix(why.JA, "。"), EN: strings.TrimSuffix(why.EN, ".")})
	case o.Least != o.Most:
		return note("", "{}、お支払額の見込み {}〜{}", "the claim would be {}: between {} and {}",
			o.Decision, digits(o.Least), pays)
	case o.Decision == Open:
		return note("", "{}、お支払額の見込み {}", "the claim would be {}: {}", o.Decision, pays)
	case o.Decision == Payable:
		return note("", "お支払額 {}", "{} would be payable now", pays)
	case o.Decision == NothingPayable:
		return note("", "お支払額 {}", "nothing would be payable", pays)
	}
	return note("", "{}、お支払額 {}", "nothing would be payable ({})", o.Decision, pays)
}

// Alternatives returns the readings of the schemes that differ from that of p in one
// choice, in the order of the points: for each, the readings that are not the default, as
// the function that makes the scheme of an edition takes them.
func (p OpenPoints) Alternatives() [][]Reading {
	var all [][]Reading
	for i, o := range p {
		for _, c := range o.Choices {
			if c == o.Choice() {
				continue
			}
			other := p.clone()
			other[i].Chosen = o.reading(c)
			all = append(all, other.Readings())
		}
	}
	return all
}

// Alternatives returns the policy under each of the schemes, for [Assessment.Sensitivity].
// They are schemes of its edition that differ from its own in one reading; an edition
// returns them. A scheme is left out if its reading is about quotes alone, with a Stage
// and a Scope in which no head of loss lies, or if the terms cannot be recorded under it:
// then the certificate contradicts the reading. A host makes the schemes once, and the policies once for
// all claims under a policy.
//
// Alternatives returns a [*fault.Error] with [fault.ErrScheme] for the zero Policy, and at
// schemes[i] for a scheme that does not differ from that of p in one reading.
func (p Policy) Alternatives(schemes ...Scheme) ([]Policy, error) {
	const op = "coverage.Alternatives"
	if p.policy == nil {
		return nil, &fault.Error{Op: op, Reason: fault.ErrScheme}
	}
	all := make([]Policy, 0, len(schemes))
	for i, s := range schemes {
		at, ok := p.scheme.apart(s.data())
		if !ok {
			return nil, &fault.Error{Op: op, Path: index("schemes", i), Want: oneApart, Reason: fault.ErrScheme}
		}
		if p.scheme.quotesOnly(at) {
			continue
		}
		if q, err := p.In(s); err == nil {
			all = append(all, q)
		}
	}
	return all, nil
}

// quotesOnly reports whether a point shapes quotes and no claim.
func (s *scheme) quotesOnly(at int) bool {
	p := &s.rules.Points[at]
	about := func(h Head) bool { return p.Scope.Meets(h.Scope) }
	return p.Stage != "" && !slices.ContainsFunc(s.rules.Heads, about)
}

const oneApart = "one other reading"

// apart returns the index of the point of which another scheme of the edition has
// another choice, and whether there is one such point.
func (s *scheme) apart(t *scheme) (at int, ok bool) {
	p, q := s.rules.Points, t.rules.Points
	if s.rules.Edition.ID != t.rules.Edition.ID || len(p) != len(q) {
		return 0, false
	}
	for i := range p {
		switch {
		case p[i].ID != q[i].ID, p[i].code() != q[i].code() && ok:
			return 0, false
		case p[i].code() != q[i].code():
			at, ok = i, true
		}
	}
	return at, ok
}

// code returns the code of the choice that was made.
func (p *OpenPoint) code() string {
	switch n := len(p.ID) + 1; {
	case p.Chosen == "" && len(p.Choices) > 0:
		return p.Choices[0].Code
	case len(p.Chosen) >= n:
		return string(p.Chosen[n:])
	}
	return ""
}

// same reports whether the terms are those of one certificate, whatever the readings.
func (t *Terms) same(u *Terms) bool {
	return t.Number == u.Number && t.Period == u.Period && t.First == u.First && t.Retroactive == u.Retroactive &&
		t.Reduction == u.Reduction && maps.Equal(t.Options, u.Options) && slices.Equal(t.Attached, u.Attached) &&
		maps.Equal(t.Since, u.Since)
}

// Sensitivity returns the readings that affect the result, in the order of others: for
// each policy under which the claim has another decision, Least or Most, the reading in
// which the policy differs, and the outcome. Bounds that are not Exact tell a difference only
// if they do not overlap. [Policy.Alternatives] returns the policies.
// The history is as it is: the claims before were decided under the readings of the
// assessment. Sensitivity makes no worksheets; [Assessment.Under] explains a difference
// line by line.
//
// Sensitivity returns a [*fault.Error] with [fault.ErrScheme] for the zero Assessment, and
// [fault.ErrPolicy] at others[i] for a policy with other terms, or that does not differ in
// one reading.
func (a Assessment) Sensitivity(others ...Policy) ([]ReadingEffect, error) {
	const op = "coverage.Sensitivity"
	if a.policy == nil {
		return nil, &fault.Error{Op: op, Reason: fault.ErrScheme}
	}
	var all []ReadingEffect
	c, was := a.restate(), a.outcome().now()
	for i, p := range others {
		other := p.data()
		at, ok := a.policy.apart(other)
		if !ok {
			return nil, &fault.Error{
				Op: op, Path: index("others", i), Input: other.terms.Number, Want: oneApart, Reason: fault.ErrPolicy,
			}
		}
		is, exact := Outcome{}, true
		if b, err := a.under(other, c); err != nil {
			is = refused(err)
		} else {
			is, exact = b.outcome().now(), a.Exact && b.Exact
		}
		if !is.same(was) && (exact || is.Decision != was.Decision || is.Least > was.Most || is.Most < was.Least) {
			point := a.policy.scheme.rules.Points[at : at+1].clone()[0]
			reading := Reading(point.ID + "=" + other.scheme.rules.Points[at].code())
			all = append(all, ReadingEffect{point, reading, is})
		}
	}
	return all, nil
}

// apart returns the index of the reading in which the other policy differs, and whether
// nothing else differs.
func (p *policy) apart(q *policy) (at int, ok bool) {
	if q.scheme == nil || !p.terms.same(&q.terms) {
		return 0, false
	}
	return p.scheme.apart(q.scheme)
}

// WithSensitivity returns the assessment with a text that names, in place of the readings
// that shaped the result, those that affect it: each in words, with the outcome under the
// other reading. The effects are those that [Assessment.Sensitivity] returned, for all other
// readings. Without effects, the text says that no reading affects the result or, while the
// claim is open, the bounds so far: a reading can still decide after the next answer.
// [Assessment.Details] and the notes of the worksheet name them too.
func (a Assessment) WithSensitivity(effects ...ReadingEffect) Assessment {
	if a.policy != nil {
		a.weighed, a.effects = true, slices.Clone(effects)
	}
	return a
}

// readingRow returns the readings that shaped the result or, if they were weighed, those
// that affect it.
func (a *Assessment) readingRow() row {
	if !a.weighed {
		return row{"適用した解釈", "Readings", a.readings("{}", "{}")}
	}
	id := a.policy.scheme.rules.Assumed.ID
	r := row{ja: "結果に影響する解釈", en: "Readings that affect the result"}
	for i, e := range a.effects {
		if i == 0 || a.effects[i-1].Point.ID != e.Point.ID {
			r.lines = append(r.lines, note(id, "{}", "{}", e.Point))
		}
		r.lines = append(r.lines, note(id, "　{}", "  {}", e.aside()))
	}
	if len(r.lines) == 0 {
		r.lines = []clause.Note{note(id, "ありません。", "none affects the result")}
		if a.Decision == Open {
			r.lines = []clause.Note{note(id, "現在の見込みの幅を変えるものはありません。", "none changes the bounds so far")}
		}
	}
	return r
}

// readingNotes returns the notes about the readings, for the worksheet.
func (a *Assessment) readingNotes() []clause.Note {
	if !a.weighed {
		return a.readings("適用した解釈：{}", "Reading: {}")
	}
	id := a.policy.scheme.rules.Assumed.ID
	switch {
	case len(a.effects) > 0:
	case a.Decision == Open:
		return []clause.Note{note(id, "現在の見込みの幅を変える解釈：ありません。", "Readings that change the bounds so far: none")}
	default:
		return []clause.Note{note(id, "結果に影響する解釈：ありません。", "Readings that affect the result: none")}
	}
	return each(a.effects, func(e ReadingEffect) clause.Note {
		return note(id, "結果に影響する解釈：{}", "Reading that affects the result: {}", e)
	})
}

// UnmarshalJSON sets e to a JSON form of it. It returns a [*fault.Error] with the path
// of the first fault. On error e is unchanged.
func (e *ReadingEffect) UnmarshalJSON(b []byte) error {
	return strict.Unmarshal("coverage.ReadingEffect", b, e)
}
