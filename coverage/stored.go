// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"database/sql/driver"
	"encoding/json"
	"io"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/internal/strict"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/yen"
)

// storedTerms are the terms in JSON.
type storedTerms struct {
	Version strict.Version `json:"v"`
	plainTerms
}

type plainTerms Terms

// MarshalJSON returns the terms in JSON. The member v is the version of the form.
func (t Terms) MarshalJSON() ([]byte, error) {
	return json.Marshal(storedTerms{plainTerms: plainTerms(t)})
}

// UnmarshalJSON sets t to the terms of which [Terms.MarshalJSON] returned b, in this
// version or an earlier one. It returns a [*fault.Error] with the path of the first
// fault. On error t is unchanged.
func (t *Terms) UnmarshalJSON(b []byte) error {
	var in storedTerms
	err := strict.Unmarshal("coverage.Terms", b, &in)
	if err == nil {
		*t = Terms(in.plainTerms)
	}
	return err
}

// Value returns the JSON of the terms, for a column of a database, and Scan reads it.
func (t Terms) Value() (driver.Value, error) { return strict.FormValue(t) }

// Scan is described with [Terms.Value].
func (t *Terms) Scan(src any) error { return strict.ScanForm("coverage.Terms", src, t) }

// storedApplication is an application in JSON.
type storedApplication struct {
	Version strict.Version `json:"v"`
	plainApplication
}

type plainApplication Application

// MarshalJSON returns the application in JSON. The member v is the version of the form.
func (a Application) MarshalJSON() ([]byte, error) {
	return json.Marshal(storedApplication{plainApplication: plainApplication(a)})
}

// UnmarshalJSON sets a to a JSON form of it, in this version or an earlier one. It
// returns a [*fault.Error] with the path of the first fault. On error a is unchanged.
func (a *Application) UnmarshalJSON(b []byte) error {
	var in storedApplication
	err := strict.Unmarshal("coverage.Application", b, &in)
	if err == nil {
		*a = Application(in.plainApplication)
	}
	return err
}

// storedClaim is a claim in JSON.
type storedClaim struct {
	Version strict.Version `json:"v"`
	plainClaim
}

type plainClaim Claim

// MarshalJSON returns the claim in JSON. The member v is the version of the form.
func (c Claim) MarshalJSON() ([]byte, error) {
	return json.Marshal(storedClaim{plainClaim: plainClaim(c)})
}

// UnmarshalJSON sets c to a JSON form of it, in this version or an earlier one. It
// returns a [*fault.Error] with the path of the first fault. On error c is unchanged.
func (c *Claim) UnmarshalJSON(b []byte) error {
	var in storedClaim
	err := strict.Unmarshal("coverage.Claim", b, &in)
	if err == nil {
		*c = Claim(in.plainClaim)
	}
	return err
}

// Value returns the JSON of the application, for a column of a database, and Scan reads
// it.
func (a Application) Value() (driver.Value, error) { return strict.FormValue(a) }

// Scan is described with [Application.Value].
func (a *Application) Scan(src any) error { return strict.ScanForm("coverage.Application", src, a) }

// Value returns the JSON of the claim, for a column of a database, and Scan reads it.
func (c Claim) Value() (driver.Value, error) { return strict.FormValue(c) }

// Scan is described with [Claim.Value].
func (c *Claim) Scan(src any) error { return strict.ScanForm("coverage.Claim", src, c) }

// storedRules are the rules in JSON: the document of an edition.
type storedRules struct {
	Version strict.Version `json:"v"`
	plainRules
}

type plainRules Rules

// MarshalJSON returns the document of the edition. The member v is the version of the
// form.
func (r Rules) MarshalJSON() ([]byte, error) {
	return json.Marshal(storedRules{plainRules: plainRules(r)})
}

// UnmarshalJSON sets r to a document of an edition, in this version or an earlier one. It
// returns a [*fault.Error] with the path of the first fault. On error r is unchanged.
// [New] finds what is wrong with the rules.
func (r *Rules) UnmarshalJSON(b []byte) error {
	var in storedRules
	err := strict.Unmarshal("coverage.Rules", b, &in)
	if err == nil {
		*r = Rules(in.plainRules)
	}
	return err
}

// ReadScheme returns the scheme of the document of an edition: the JSON of [Rules], of
// at most 8 MiB. It returns the errors of [Rules.UnmarshalJSON] or of [New], with its own
// name, and an error of r as it is.
func ReadScheme(r io.Reader) (Scheme, error) {
	b, err := io.ReadAll(io.LimitReader(r, longestDocument+1))
	if err != nil {
		return Scheme{}, err
	}
	var rules Rules
	if err := rules.UnmarshalJSON(b); err != nil {
		return Scheme{}, fault.In("coverage.ReadScheme", "", err)
	}
	s, err := New(rules)
	return s, fault.In("coverage.ReadScheme", "", err)
}

const longestDocument = 8 << 20

// MarshalText returns History.String, so that a history is a text in JSON.
func (h History) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText sets h to the result of [ParseHistory]. On error, h is unchanged.
func (h *History) UnmarshalText(b []byte) error {
	return h.keep(parseHistory("coverage.ParseHistory", b))
}

func (h *History) keep(g History, err error) error {
	if err == nil {
		*h = g
	}
	return err
}

// Value returns the text of the history, for a column of a database, and Scan reads it.
// NULL is the zero History.
func (h History) Value() (driver.Value, error) { return strict.Value(h) }

// Scan is described with [History.Value].
func (h *History) Scan(src any) error {
	const op = "coverage.History.Scan"
	switch s := src.(type) {
	case string:
		return h.keep(parseHistory(op, s))
	case []byte:
		return h.keep(parseHistory(op, s))
	}
	return strict.Scan(op, src, h)
}

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store the edition and
// the readings.
func (Scheme) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("coverage.Scheme") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see
// [Scheme.MarshalJSON].
func (*Scheme) UnmarshalJSON([]byte) error { return strict.NoForm("coverage.Scheme") }

// MarshalJSON returns the JSON of p.Terms(). A Policy is not read from JSON: read
// [Terms] and give them to [Scheme.Record].
func (p Policy) MarshalJSON() ([]byte, error) { return json.Marshal(p.Terms()) }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see
// [Policy.MarshalJSON].
func (*Policy) UnmarshalJSON([]byte) error { return strict.NoForm("coverage.Policy") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store the
// [Application], and quote again.
func (*Quote) UnmarshalJSON([]byte) error { return strict.NoForm("coverage.Quote") }

// A shownPart is a part of a payment in JSON.
type shownPart struct {
	Head limits.Head `json:"head"`
	limits.Part
}

// MarshalJSON returns the amounts and the parts.
func (p Payment) MarshalJSON() ([]byte, error) {
	type amounts Payment
	out := struct {
		amounts
		Parts []shownPart `json:"parts,omitzero"`
	}{amounts: amounts(p)}
	for head, part := range p.Parts() {
		out.Parts = append(out.Parts, shownPart{head, part})
	}
	return json.Marshal(out)
}

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store the claim and
// the history before it, and assess it again.
func (*Payment) UnmarshalJSON([]byte) error { return strict.NoForm("coverage.Payment") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see
// [Payment.UnmarshalJSON].
func (*Result) UnmarshalJSON([]byte) error { return strict.NoForm("coverage.Result") }

// MarshalJSON returns the assessment as a host shows it: the decision, the amounts, the
// items, the questions, the cuts, what is to be done, the worksheet and the history. A
// list that is empty is left out.
func (a Assessment) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Decision    Verdict       `json:"decision"`
		Least       yen.Amount    `json:"least"`
		Most        yen.Amount    `json:"most"`
		Exact       bool          `json:"exact,omitzero"`
		Payment     Payment       `json:"payment"`
		Unstated    clause.ID     `json:"unstated,omitzero"`
		Undivided   []string      `json:"undivided,omitzero"`
		Items       []Result      `json:"items,omitempty"`
		Questions   []Need        `json:"questions,omitempty"`
		Cuts        []limits.Cut  `json:"cuts,omitempty"`
		Consents    []Consent     `json:"consents,omitempty"`
		Deadlines   []Deadline    `json:"deadlines,omitempty"`
		Subrogation []Subrogation `json:"subrogation,omitempty"`
		Sheet       clause.Sheet  `json:"sheet"`
		History     History       `json:"history"`
	}{
		a.Decision, a.Least, a.Most, a.Exact, a.Payment, a.Unstated, a.Undivided, a.Items(), a.Questions(), a.Cuts(),
		a.Consents(), a.Deadlines(), a.Subrogation(), a.Sheet(), a.History,
	})
}

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see
// [Payment.UnmarshalJSON].
func (*Assessment) UnmarshalJSON([]byte) error { return strict.NoForm("coverage.Assessment") }
