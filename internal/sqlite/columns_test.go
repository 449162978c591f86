// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package sqlite_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// A stored is a value with the literal of SQL that a column of the declared type holds.
type stored struct {
	declared string
	value    any
	literal  string
	absent   bool // NULL is the zero value; of other types it is refused
}

// stores returns values of every type that stands in a column.
func stores(t *testing.T) []stored {
	t.Helper()
	paid, err := limits.ParsePaid("damages 69000000; defence 0")
	must(t, err)
	series, err := limits.ParseSeries("damages 150000000 99500000")
	must(t, err)
	third, err := yen.NewRatio(1, 3)
	must(t, err)
	p, h := example(t)
	amount := 5 * yen.Oku
	return []stored{
		{"INTEGER", amount, "500000000", false},
		{"INTEGER", -yen.Man, "-10000", false},
		{"INTEGER", yen.Amount(0), "0", false},
		{"INTEGER", yen.Exactly(0), "0", true},
		{"INTEGER", yen.Figure{}, "NULL", true},
		{"TEXT", yen.Percent(90), "'90%'", false},
		{"TEXT", third, "'1/3'", false},

		{"DATE", period.MustParseDate("2024-06-03"), "'2024-06-03'", true},
		{"TEXT", period.MustParseDate("2024-06-03"), "'2024-06-03'", true},
		{"DATE", period.Date{}, "NULL", true},
		{"TEXT", period.MustParseInstant("2024-07-01 16:00"), "'2024-07-01 16:00'", true},
		{"TEXT", period.Instant{}, "NULL", true},
		{"TEXT", period.MustParseMoment("2024-09-10"), "'2024-09-10'", true},
		{"TEXT", period.MustParseMoment("2024-09-10 10:00"), "'2024-09-10 10:00'", true},
		{"TEXT", period.Never(), "'never'", true},
		{"TEXT", period.Moment{}, "NULL", true},
		{"TEXT", period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"), "'2024-07-01 16:00 - 2025-07-01 16:00'", true},
		{"TEXT", period.Period{}, "NULL", true},
		{"TEXT", period.Years(1), "'12 months'", true},
		{"TEXT", period.Span{}, "NULL", true},

		{"TEXT", fact.Yes, "'yes'", false},
		{"TEXT", fact.Unknown, "'unknown'", false},
		{"TEXT", fact.Disputed, "'disputed'", false},
		{"TEXT", fact.NotAsked, "'not-asked'", false},
		{"TEXT", fact.MustParse("leak=yes war=assumed-no"), "'leak=yes war=assumed-no'", true},
		{"TEXT", fact.Set{}, "NULL", true},

		{"TEXT", option.Yen(amount), "'500000000'", true},
		{"NUMERIC", option.Yen(amount), "500000000", true},
		{"TEXT", option.Ratio(yen.Percent(90)), "'90%'", true},
		{"TEXT", option.Of(jisa2024.LiabilityLimit), "'liability'", true},
		{"TEXT", option.Value{}, "NULL", true},

		{"TEXT", paid, "'damages 69000000; defence 0'", true},
		{"TEXT", limits.Paid{}, "NULL", true},
		{"TEXT", series, "'damages 150000000 99500000'", true},
		{"TEXT", limits.Series{}, "NULL", true},

		{"TEXT", coverage.OutsidePeriod, "'outside-period'", false},
		{"TEXT", coverage.Open, "'open'", false},
		{"TEXT", h, "'" + h.String() + "'", true},
		{"TEXT", coverage.History{}, "NULL", true},

		{"TEXT", p.Terms(), `'{"v":1,"edition":"JISA-2024","readings":["A4=classical"],"number":"24-2",` +
			`"applied":"2024-09-10","period":"2024-10-01 00:00 - 2025-07-01 16:00","sales":{"amount":500000000},` +
			`"attached":["END-02"]}'`, false},
		{"TEXT", coverage.Application{Applied: period.MustParseDate("2024-06-03"), Sales: premium.Sales{Amount: amount}},
			`'{"v":1,"applied":"2024-06-03","sales":{"amount":500000000}}'`, false},
		{"TEXT", claim(), `'{"v":1,"number":"C-1","facts":{"crime":"no"},"dates":{"made":"2024-11-05"},` +
			`"items":[{"head":"damages","claimed":5000000}]}'`, false},
		{"TEXT", clause.NewSheet("計算書", "Worksheet").Add("X-1", 500, "例", "it's"),
			`'{"v":1,"title":{"ja":"計算書","en":"Worksheet"},"lines":[{"clause":"X-1","ja":"例","en":"it''s","change":500,"total":500}],` +
				`"total":500,"closing":null,"notes":[]}'`, false},

		{"TEXT", jisa2024.PostDeliveryEndorsement, "'END-02'", false},
		{"TEXT", jisa2024.LiabilityLimit, "'liability'", false},
		{"TEXT", jisa2024.Damages, "'damages'", false},
		{"TEXT", jisa2024.WilfulAct, "'wilful-act'", false},
		{"TEXT", jisa2024.DefenceClassical, "'A4=classical'", false},
	}
}

func claim() coverage.Claim {
	return coverage.Claim{
		Number: "C-1", Facts: fact.Set{}.No(jisa2024.Crime),
		Dates: coverage.Dates{Made: period.MustParseMoment("2024-11-05")},
		Items: []coverage.Item{{Head: jisa2024.Damages, Claimed: 500 * yen.Man}},
	}
}

// example returns a policy with the history of an open claim.
func example(t *testing.T) (coverage.Policy, coverage.History) {
	t.Helper()
	s, err := scheme("JISA-2024", jisa2024.DefenceClassical)
	must(t, err)
	q, err := s.Quote(coverage.Application{
		Applied: period.MustParseDate("2024-09-10"), Sales: premium.Sales{Amount: 5 * yen.Oku},
		Attach: []clause.ID{jisa2024.PostDeliveryEndorsement},
	})
	must(t, err)
	p, err := q.Record("24-2")
	must(t, err)
	a, err := p.Assess(claim(), coverage.History{})
	must(t, err)
	return p, a.History
}

// TestColumns writes each value into a column and reads it back, as a text and as bytes;
// and NULL, as itself and in a sql.Null.
func TestColumns(t *testing.T) {
	g := found(t, ":memory:")
	g.SetMaxOpenConns(1) // each connection has a database of its own
	read := map[string]bool{}
	for _, s := range stores(t) {
		typ := reflect.TypeOf(s.value)
		read[typ.String()] = true
		_, err := g.Exec(`CREATE TEMP TABLE one (v ` + s.declared + `)`)
		must(t, err)
		_, err = g.Exec(`INSERT INTO one VALUES (?)`, s.value)
		must(t, err)
		var literal string
		must(t, g.QueryRow(`SELECT quote(v) FROM one`).Scan(&literal))
		if literal != s.literal {
			t.Errorf("%v %v is stored as %s, not %s", typ, s.value, literal, s.literal)
		}
		for _, query := range []string{`SELECT v FROM one`, `SELECT CAST(v AS BLOB) FROM one`} {
			got := reflect.New(typ)
			if err := g.QueryRow(query).Scan(got.Interface()); err != nil || column(got.Elem().Interface()) != column(s.value) {
				t.Errorf("%v: %s gives %v %v, not %v", typ, query, got.Elem(), err, s.value)
			}
		}
		got := reflect.New(typ)
		got.Elem().Set(reflect.ValueOf(s.value))
		err = g.QueryRow(`SELECT NULL`).Scan(got.Interface())
		zero := column(got.Elem().Interface()) == column(reflect.Zero(typ).Interface())
		if s.absent != (err == nil) || s.absent && !zero || !s.absent && column(got.Elem().Interface()) != column(s.value) {
			t.Errorf("%v: NULL gives %v %v", typ, got.Elem(), err)
		}
		var f *fault.Error
		if _, own := got.Interface().(sql.Scanner); own && err != nil && !errors.As(err, &f) {
			t.Errorf("%v: NULL: %v", typ, err)
		}
		_, err = g.Exec(`DROP TABLE one`)
		must(t, err)
	}
	for _, name := range scanners(t) {
		if !read[name] {
			t.Errorf("%s stands in a column, and none is read here", name)
		}
	}

	for _, valid := range []bool{false, true} {
		due := sql.Null[yen.Amount]{V: 5, Valid: valid}
		decided := sql.Null[coverage.Verdict]{V: coverage.Payable, Valid: valid}
		asked := sql.Null[coverage.Claim]{V: claim(), Valid: valid}
		var a sql.Null[yen.Amount]
		var v sql.Null[coverage.Verdict]
		var c sql.Null[coverage.Claim]
		must(t, g.QueryRow(`SELECT ?, ?, ?`, due, decided, asked).Scan(&a, &v, &c))
		if column(a) != column(due) || column(v) != column(decided) || column(c) != column(asked) || a.Valid != valid {
			t.Error(a, v, c)
		}
	}
}

// scanners returns the types of the library that have a method Scan.
func scanners(t *testing.T) (all []string) {
	t.Helper()
	names, err := filepath.Glob("../../testdata/api/*.txt")
	must(t, err)
	method := regexp.MustCompile(`(?m)^method \(\*(\w+)\) Scan\(`)
	for _, name := range names {
		b, err := os.ReadFile(name)
		must(t, err)
		for _, m := range method.FindAllSubmatch(b, -1) {
			all = append(all, strings.TrimSuffix(filepath.Base(name), ".txt")+"."+string(m[1]))
		}
	}
	if len(all) == 0 {
		t.Fatal("no types")
	}
	return all
}

// TestRefusedColumns reads what no value has written.
func TestRefusedColumns(t *testing.T) {
	g := found(t, ":memory:")
	g.SetMaxOpenConns(1)
	_, h := example(t)
	text := h.String()
	for _, c := range []struct {
		declared string
		stored   any
		into     any
		path     string
		why      *fault.Reason
	}{
		// A column of floating-point numbers, which loses yen above 2 to the power of 53.
		{"REAL", int64(5), new(yen.Amount), "", fault.ErrSyntax},
		{"REAL", int64(5), new(yen.Figure), "", fault.ErrSyntax},
		{"REAL", int64(5), new(option.Value), "", fault.ErrSyntax},
		{"TEXT", "1億円", new(yen.Amount), "", fault.ErrSyntax},
		{"INTEGER", int64(2), new(yen.Ratio), "", fault.ErrSyntax},

		// A column of times, which the driver takes to be of UTC: 9 hours later in Japan.
		{"DATETIME", "2024-07-01 16:00", new(period.Instant), "", fault.ErrSyntax},
		{"TIMESTAMP", "2024-07-01 16:00", new(period.Moment), "", fault.ErrSyntax},
		{"DATE", "2024-07-01 16:00", new(period.Date), "", fault.ErrSyntax},
		{"TEXT", "2024-07-01T16:00:00Z", new(period.Instant), "", fault.ErrSyntax},
		{"TEXT", "2024/7/1", new(period.Date), "", fault.ErrSyntax},
		{"TEXT", "2025-07-01 16:00 - 2024-07-01 16:00", new(period.Period), "", fault.ErrOrder},
		{"TEXT", "1 year", new(period.Span), "", fault.ErrSyntax},

		{"TEXT", "YES", new(fact.Truth), "", fault.ErrSyntax},
		{"TEXT", "YES", new(fact.Answer), "", fault.ErrSyntax},
		{"TEXT", "leak=yes leak=no", new(fact.Set), "leak", fault.ErrDuplicate},
		{"INTEGER", int64(2), new(coverage.Verdict), "", fault.ErrSyntax}, // as the number of a constant
		{"TEXT", "paid", new(coverage.Verdict), "", fault.ErrUnknown},
		{"TEXT", "damages 1; damages 2", new(limits.Paid), "", fault.ErrOrder},
		{"TEXT", "damages 1 2", new(limits.Series), "", fault.ErrRange},

		{"TEXT", text[:len(text)-20], new(coverage.History), "check", fault.ErrConflict},
		{"TEXT", strings.Replace(text, "5000000", "6000000", 1), new(coverage.History), "check", fault.ErrConflict},
		{"BLOB", []byte(text[1:]), new(coverage.History), "", fault.ErrSyntax},

		{"TEXT", `{"v":2}`, new(coverage.Terms), "v", fault.ErrUnknown},
		{"TEXT", `{"period":null}`, new(coverage.Terms), "period", fault.ErrSyntax},
		{"TEXT", `{"sales":{"amount":1.5}}`, new(coverage.Application), "sales.amount", fault.ErrFraction},
		{"TEXT", `{"items":[{"accept":5}]}`, new(coverage.Claim), "items[0].accept", fault.ErrUnknown},
		{"TEXT", `{"v":1,"title":{"ja":"","en":""},"lines":[],"total":5,"closing":null,"notes":[]}`, new(clause.Sheet), "total", fault.ErrConflict},
	} {
		_, err := g.Exec(`CREATE TEMP TABLE one (v ` + c.declared + `)`)
		must(t, err)
		_, err = g.Exec(`INSERT INTO one VALUES (?)`, c.stored)
		must(t, err)
		err = g.QueryRow(`SELECT v FROM one`).Scan(c.into)
		var f *fault.Error
		if !errors.As(err, &f) || f.Path != c.path || f.Reason != c.why {
			t.Errorf("%T: %s %v: %v", c.into, c.declared, c.stored, err)
		}
		if v := reflect.ValueOf(c.into).Elem(); column(v.Interface()) != column(reflect.Zero(v.Type()).Interface()) {
			t.Errorf("%T: %s %v leaves %v", c.into, c.declared, c.stored, v)
		}
		_, err = g.Exec(`DROP TABLE one`)
		must(t, err)
	}
}
