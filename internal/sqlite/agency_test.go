// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package sqlite_test

import (
	"database/sql"
	"errors"
	"testing"

	_ "modernc.org/sqlite"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/yen"
)

// schema are the tables. What the library reads back stands in one column: the
// application of a quote, the terms and the history of a policy, a claim, a worksheet.
// The other columns are for the queries of the agency.
const schema = `
CREATE TABLE quotes (
	id          TEXT    PRIMARY KEY,
	applied     DATE    NOT NULL,
	sales       INTEGER NOT NULL,
	period      TEXT    NOT NULL,
	premium     INTEGER,          -- NULL: ask the agent
	application TEXT    NOT NULL,
	sheet       TEXT    NOT NULL
);
CREATE TABLE policies (
	number  TEXT PRIMARY KEY,
	edition TEXT NOT NULL,
	starts  TEXT NOT NULL,
	ends    TEXT NOT NULL,
	first   TEXT,                 -- NULL: no policy before it
	terms   TEXT NOT NULL,
	history TEXT                  -- NULL: no claims
);
CREATE TABLE options (
	policy TEXT NOT NULL REFERENCES policies,
	option TEXT NOT NULL,
	value  TEXT NOT NULL
);
CREATE TABLE endorsements (
	policy      TEXT NOT NULL REFERENCES policies,
	endorsement TEXT NOT NULL,
	since       TEXT              -- NULL: from the start
);
CREATE TABLE assessments (
	policy     TEXT    NOT NULL REFERENCES policies,
	number     TEXT    NOT NULL,
	at         TEXT    NOT NULL,
	made       TEXT,              -- NULL: not known
	discovered TEXT,
	facts      TEXT,              -- NULL: nothing was asked
	claim      TEXT    NOT NULL,
	terms      TEXT    NOT NULL,  -- under which it was assessed
	before     TEXT,              -- the history before it
	decision   TEXT    NOT NULL,
	now        INTEGER NOT NULL,
	overpaid   INTEGER NOT NULL,
	sheet      TEXT    NOT NULL
);
CREATE TABLE claims (
	policy   TEXT    NOT NULL REFERENCES policies,
	number   TEXT    NOT NULL,
	decision TEXT    NOT NULL,
	claimed  INTEGER NOT NULL,
	due      INTEGER NOT NULL,
	paid     INTEGER NOT NULL,
	least    INTEGER NOT NULL,
	most     INTEGER NOT NULL,
	reserve  INTEGER,             -- NULL: not stated
	PRIMARY KEY (policy, number)
);
CREATE TABLE histories (
	policy  TEXT NOT NULL REFERENCES policies,
	at      TEXT NOT NULL,
	history TEXT NOT NULL
);
CREATE TABLE remaining (
	policy TEXT NOT NULL REFERENCES policies,
	at     TEXT NOT NULL,
	clause TEXT NOT NULL,
	whole  INTEGER,               -- NULL: the policy does not state it
	left   INTEGER,
	least  INTEGER NOT NULL,      -- open claims use of it
	most   INTEGER NOT NULL
);
CREATE TABLE reserves (
	policy TEXT NOT NULL REFERENCES policies,
	at     TEXT NOT NULL,
	number TEXT NOT NULL,
	least  INTEGER NOT NULL,
	most   INTEGER NOT NULL,
	stated INTEGER                -- NULL: not stated
);`

// errStale says that the history has changed in the meantime.
var errStale = errors.New("the history is not what it was")

// An agency keeps its members in a database, and nothing in memory.
type agency struct{ *sql.DB }

// open opens the database of an agency.
func open(name string) (agency, error) {
	db, err := sql.Open("sqlite", name+"?_pragma=foreign_keys(1)")
	return agency{db}, err
}

// found opens the database of a new agency.
func found(t *testing.T, name string) agency {
	t.Helper()
	g, err := open(name)
	must(t, err)
	t.Cleanup(func() { must(t, g.Close()) })
	_, err = g.Exec(schema)
	must(t, err)
	return g
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// within runs a transaction.
func (g agency) within(do func(tx *sql.Tx) error) error {
	tx, err := g.Begin()
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// scheme returns the scheme of an edition with the readings. That of 2025 is made up: the
// rules of 2024 a year later.
func scheme(edition clause.ID, readings ...coverage.Reading) (coverage.Scheme, error) {
	rules, err := jisa2024.Rules(readings...)
	if err != nil {
		return coverage.Scheme{}, err
	}
	if edition == "JISA-2025" {
		rules.Edition = clause.Clause{ID: edition, JA: "2025年度", EN: "the scheme of 2025"}
		rules.Calendar.Base = period.MustParse("2025-07-01 16:00 - 2026-07-01 16:00")
		rules.Calendar.Opens, rules.Calendar.Closes = period.MustParseDate("2025-05-12"), period.MustParseDate("2025-06-20")
		rules.Calendar.Last = period.MustParseDate("2026-06-01")
	}
	return coverage.New(rules)
}

// quoted stores a quote.
func (g agency) quoted(id string, q coverage.Quote) error {
	var total yen.Figure
	if len(q.Referrals) == 0 {
		total = yen.Exactly(q.Premium.Total)
	}
	a := &q.Application
	_, err := g.Exec(`INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?, ?)`,
		id, a.Applied, a.Sales.Amount, q.Membership.Period, total, *a, q.Sheet())
	return err
}

// recorded records the policy of a quote under a scheme, and stores it.
func (g agency) recorded(s coverage.Scheme, id, number string) (coverage.Policy, error) {
	var a coverage.Application
	if err := g.QueryRow(`SELECT application FROM quotes WHERE id = ?`, id).Scan(&a); err != nil {
		return coverage.Policy{}, err
	}
	q, err := s.Quote(a)
	if err != nil {
		return coverage.Policy{}, err
	}
	p, err := q.Record(number)
	if err != nil {
		return coverage.Policy{}, err
	}
	t := p.Terms()
	return p, g.within(func(tx *sql.Tx) error {
		if _, err := tx.Exec(`INSERT INTO policies VALUES (?, ?, ?, ?, ?, ?, ?)`, t.Number, t.Edition,
			t.Period.Start(), t.Period.End(), t.First, t, coverage.History{}); err != nil {
			return err
		}
		for id, v := range t.Options {
			if _, err := tx.Exec(`INSERT INTO options VALUES (?, ?, ?)`, number, id, v); err != nil {
				return err
			}
		}
		return endorsed(tx, t)
	})
}

// endorsed stores the endorsements of the terms, in place of those before.
func endorsed(tx *sql.Tx, t coverage.Terms) error {
	if _, err := tx.Exec(`DELETE FROM endorsements WHERE policy = ?`, t.Number); err != nil {
		return err
	}
	for _, id := range t.Attached {
		if _, err := tx.Exec(`INSERT INTO endorsements VALUES (?, ?, ?)`, t.Number, id, t.Since[id]); err != nil {
			return err
		}
	}
	return nil
}

// policy returns a policy with its history.
func (g agency) policy(number string) (p coverage.Policy, h coverage.History, err error) {
	var t coverage.Terms
	err = g.QueryRow(`SELECT terms, history FROM policies WHERE number = ?`, number).Scan(&t, &h)
	if err == nil {
		p, err = recordOf(t)
	}
	return p, h, err
}

// recordOf returns the policy of the terms.
func recordOf(t coverage.Terms) (coverage.Policy, error) {
	s, err := scheme(t.Edition, t.Readings...)
	if err != nil {
		return coverage.Policy{}, err
	}
	return s.Record(t)
}

// assess assesses a claim at a time, and stores what comes of it.
func (g agency) assess(c coverage.Claim, at period.Instant) (coverage.Assessment, error) {
	p, h, err := g.policy(c.Policy)
	if err != nil {
		return coverage.Assessment{}, err
	}
	a, err := p.Assess(c, h)
	if err != nil {
		return a, err
	}
	return a, g.within(func(tx *sql.Tx) error {
		if _, err := tx.Exec(`INSERT INTO assessments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			c.Policy, c.Number, at, c.Dates.Made, c.Dates.Discovered, c.Facts, c, p.Terms(), h,
			a.Decision, a.Payment.Now, a.Payment.Overpaid, a.Sheet()); err != nil {
			return err
		}
		return keep(tx, c.Policy, h, a.History, at)
	})
}

// keep stores the history of a policy in place of the one before, which must be what
// it was when it was read.
func keep(tx *sql.Tx, policy string, before, after coverage.History, at period.Instant) error {
	r, err := tx.Exec(`UPDATE policies SET history = ? WHERE number = ? AND history IS ?`, after, policy, before)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n != 1 {
		return errors.Join(errStale, err)
	}
	if _, err := tx.Exec(`INSERT INTO histories VALUES (?, ?, ?)`, policy, at, after); err != nil {
		return err
	}
	for r := range after.Claims() {
		if _, err := tx.Exec(`INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			policy, r.Number, r.Decision, r.Claimed, r.Due, r.Paid, r.Least, r.Most, r.Reserve); err != nil {
			return err
		}
	}
	return nil
}

// disbursed states what was really paid for a claim.
func (g agency) disbursed(policy, number string, amount yen.Amount, at period.Instant) error {
	_, h, err := g.policy(policy)
	if err != nil {
		return err
	}
	after, err := h.Disbursed(number, amount)
	if err != nil {
		return err
	}
	return g.within(func(tx *sql.Tx) error { return keep(tx, policy, h, after, at) })
}

// attach attaches an endorsement from a time on.
func (g agency) attach(policy string, id clause.ID, since period.Instant) error {
	p, _, err := g.policy(policy)
	if err != nil {
		return err
	}
	t := p.Terms()
	t.Attached = append(t.Attached, id)
	if t.Since == nil {
		t.Since = map[clause.ID]period.Instant{}
	}
	t.Since[id] = since
	if p, err = p.Scheme().Record(t); err != nil {
		return err
	}
	return g.within(func(tx *sql.Tx) error {
		if _, err := tx.Exec(`UPDATE policies SET terms = ? WHERE number = ?`, p.Terms(), policy); err != nil {
			return err
		}
		return endorsed(tx, p.Terms())
	})
}

// left stores what was left of the limits of a policy at a time, and what its open claims
// could still be paid.
func (g agency) left(policy string, at period.Instant) error {
	p, _, err := g.policy(policy)
	if err != nil {
		return err
	}
	var h coverage.History
	err = g.QueryRow(`SELECT history FROM histories WHERE policy = ? AND at <= ? ORDER BY at DESC LIMIT 1`,
		policy, at).Scan(&h)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	all, err := p.Reserves(h)
	if err != nil {
		return err
	}
	return g.within(func(tx *sql.Tx) error {
		for _, r := range all.Limits {
			if _, err := tx.Exec(`INSERT INTO remaining VALUES (?, ?, ?, ?, ?, ?, ?)`,
				policy, at, r.Limit.ID, r.Whole, r.Left, r.Least, r.Most); err != nil {
				return err
			}
		}
		for _, r := range all.Claims {
			if _, err := tx.Exec(`INSERT INTO reserves VALUES (?, ?, ?, ?, ?, ?)`,
				policy, at, r.Number, r.Least, r.Most, r.Stated); err != nil {
				return err
			}
		}
		return nil
	})
}
