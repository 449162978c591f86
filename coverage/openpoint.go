// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/option"
)

// A Reading (解釈) is the interpretation that is used where the source of a scheme
// is open: the ID of the open point and the code of a choice, such as
// A4=classical. An edition has a constant for each. The zero Reading is no choice.
type Reading string

// An OpenPoint is a point that the source of a scheme leaves open: the question,
// the choices, the clauses that they shape, and the choice that was made.
type OpenPoint struct {
	ID      string   `json:"id,omitzero"`      // such as A4
	JA      string   `json:"ja,omitzero"`      // the question
	EN      string   `json:"en,omitzero"`      // the same in English
	Choices []Choice `json:"choices,omitzero"` // the first is the default
	Chosen  Reading  `json:"chosen,omitzero"`  // "" is the default

	// Clauses are those that the choice shapes. A choice that is not the default
	// may remove a clause, so it is reported for every item in Scope. The zero
	// Scope is the whole cover.
	Clauses []clause.ID      `json:"clauses,omitzero"`
	Scope   exclusions.Scope `json:"scope,omitzero"`

	// The choice shapes a quote at the Stage, or in which one of the Options is stated
	// other than in the standard setting, or one of the Endorsements is attached. A point
	// with a Stage is about quotes alone if no head of loss lies in its Scope.
	Stage        Stage       `json:"stage,omitzero"`
	Options      []option.ID `json:"options,omitzero"`
	Endorsements []clause.ID `json:"endorsements,omitzero"`
}

// A Stage says which quotes an open point shapes. The zero Stage means that no stage of a
// quote makes the point shape it; its options and endorsements can.
type Stage string

const (
	EveryQuote          Stage = "every-quote"            // every quote
	SalesStated         Stage = "sales-stated"           // the sales are stated
	BetweenRows         Stage = "between-rows"           // sales between two rows decide the premium or a referral
	PartOfYear          Stage = "part-of-year"           // there is a premium for a part of a year
	AfterWindow         Stage = "after-window"           // the application is after the enrolment window
	AfterWindowWithBase Stage = "after-window-with-base" // it is, and the cover starts with the base period
	OnLastDay           Stage = "on-last-day"            // the cover is for the hours of the last day
)

// A Choice is one way to read an open point.
type Choice struct {
	Code string `json:"code,omitzero"` // such as classical
	JA   string `json:"ja,omitzero"`   // in words
	EN   string `json:"en,omitzero"`   // the same in English
}

// Text returns the choice, in the language.
func (c Choice) Text(tag language.Tag) string { return text.In(tag, c.JA, c.EN) }

// Choice returns the choice that was made, or the zero Choice if the point has
// no such choice.
func (p OpenPoint) Choice() Choice {
	for i, c := range p.Choices {
		if i == 0 && p.Chosen == "" || p.reading(c) == p.Chosen {
			return c
		}
	}
	return Choice{}
}

func (p OpenPoint) reading(c Choice) Reading { return Reading(p.ID + "=" + c.Code) }

func (p OpenPoint) offers(r Reading) bool {
	return slices.ContainsFunc(p.Choices, func(c Choice) bool { return p.reading(c) == r })
}

func (p OpenPoint) isDefault() bool {
	return p.Chosen == "" || len(p.Choices) > 0 && p.Chosen == p.reading(p.Choices[0])
}

// Text returns the question and the choice that was made, in the language.
func (p OpenPoint) Text(tag language.Tag) string {
	return text.Line(p.ID) + " " + text.In(tag, p.JA+"："+p.Choice().JA, p.EN+": "+p.Choice().EN)
}

// OpenPoints are the open points of a scheme, in the order in which they are
// shown.
type OpenPoints []OpenPoint

// Choose returns a copy of the points in which the readings are chosen. A point
// that no reading names keeps its choice. It returns a [*fault.Error], with the
// path readings[i] for the reading with the index i:
//   - [fault.ErrUnknown] if no point has the reading,
//   - [fault.ErrDuplicate] if another reading is about the same point.
func (p OpenPoints) Choose(readings ...Reading) (OpenPoints, error) {
	chosen := p.clone()
	named := map[int]bool{}
	for i, r := range readings {
		at, why := slices.IndexFunc(p, func(o OpenPoint) bool { return o.offers(r) }), fault.ErrUnknown
		if named[at] {
			why = fault.ErrDuplicate
		}
		if at < 0 || named[at] {
			return nil, &fault.Error{Op: "coverage.Choose", Path: index("readings", i), Input: string(r), Reason: why}
		}
		named[at], chosen[at].Chosen = true, r
	}
	return chosen, nil
}

// Has reports whether r is the choice that was made for its point.
func (p OpenPoints) Has(r Reading) bool {
	return slices.ContainsFunc(p, func(o OpenPoint) bool { return o.reading(o.Choice()) == r })
}

// Readings returns the readings that are not the default, to be stored with what
// was computed under them.
func (p OpenPoints) Readings() []Reading {
	var all []Reading
	for _, o := range p {
		if !o.isDefault() {
			all = append(all, o.Chosen)
		}
	}
	return all
}

func (p OpenPoints) clone() OpenPoints {
	p = slices.Clone(p)
	for i, o := range p {
		p[i].Choices, p[i].Clauses = slices.Clone(o.Choices), slices.Clone(o.Clauses)
		p[i].Options, p[i].Endorsements = slices.Clone(o.Options), slices.Clone(o.Endorsements)
	}
	return p
}
