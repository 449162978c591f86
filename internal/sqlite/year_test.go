// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package sqlite_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// again is the variable of the environment with the database of another process.
const again = "BAISEKI_AGENCY"

func TestMain(m *testing.M) {
	if name := os.Getenv(again); name != "" {
		if err := reassess(name, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const number = "24-0001"

// An event is what happens to the policy at a time: an endorsement is attached, what was
// really paid for a claim is stated, or a claim is assessed, with its outcome and its
// worksheet.
type event struct {
	at     string
	attach clause.ID
	paid   yen.Amount // for the claim with the number
	claim  coverage.Claim

	decision                 coverage.Verdict
	least, most              yen.Amount
	now, due, overpaid, held yen.Amount // held: what the history has as paid for the claim
	sheet                    string
}

// year are the events of a member's year. The deductible is 1,000,000 and the limit
// 100,000,000, for a claim and for the period; the costs have no deductible.
func year(defaults fact.Set) []event {
	const man = yen.Man
	moment, exactly := period.MustParseMoment, yen.Exactly
	answers := fact.Set{}.Yes("it-services", "unforeseen-accident").No(
		"wilful-act", "crime", "knew-unlawful", "knew-harmful", "known-at-start", "cause-before-start",
		"aggravated-liability", "others-reputation", "late-completion",
		"other-ip", "copyright", "personality-right", "design-right", "trademark", "domain-name", "licence-fee",
		"cure-cost", "re-performance-cost", "recall-cost", "custody-property")

	// Damages of 50,000,000, of which 45,000,000 are accepted.
	stopped := coverage.Claim{
		Policy: number, Number: "C-1",
		Facts: answers.No("software-development").Else(defaults),
		Dates: coverage.Dates{Made: moment("2024-09-10")},
		Items: []coverage.Item{{Head: jisa2024.Damages, Claimed: 5_000 * man, Accepted: exactly(4_500 * man)}},
	}
	corrected := stopped
	corrected.Items = []coverage.Item{{Head: jisa2024.Damages, Claimed: 5_000 * man, Accepted: exactly(3_000 * man)}}

	// An attack, with an investigation of 11,000,000. Later comes an invoice of 2,000,000.
	attacked := coverage.Claim{
		Policy: number, Number: "C-2", Incident: "attack",
		Facts: answers.Yes("cyber-attack", "suspected-leak").No("leak", "managed-system", "software-development").Else(defaults),
		Dates: coverage.Dates{Made: period.Never(), Discovered: moment("2024-11-12 09:30")},
		Items: []coverage.Item{{
			Head: jisa2024.Investigation, Claimed: 1_100 * man, Accepted: exactly(1_100 * man), Incurred: moment("2024-11-20"),
		}},
	}
	invoiced := attacked
	invoiced.Items = append(slices.Clone(attacked.Items), coverage.Item{
		Head: jisa2024.Investigation, Claimed: 200 * man, Accepted: exactly(200 * man), Incurred: moment("2025-04-14"),
	})

	// Two designs, each with a claim within the month after its delivery.
	developed := answers.Yes("software-development", "in-japan").Else(defaults)
	early := coverage.Claim{
		Policy: number, Number: "C-3", Facts: developed,
		Dates: coverage.Dates{Made: moment("2024-12-10"), Aware: moment("2024-12-08"), Delivered: moment("2024-11-20")},
		Items: []coverage.Item{{Head: jisa2024.Damages, Claimed: 4_000 * man, Accepted: exactly(4_000 * man)}},
	}
	late := coverage.Claim{
		Policy: number, Number: "C-4", Facts: developed,
		Dates:   coverage.Dates{Made: moment("2025-02-20"), Aware: moment("2025-02-18"), Delivered: moment("2025-02-01")},
		Items:   []coverage.Item{{Head: jisa2024.Damages, Claimed: 8_000 * man}},
		Reserve: exactly(3_000 * man),
	}
	settled := late
	settled.Items = []coverage.Item{{Head: jisa2024.Damages, Claimed: 8_000 * man, Accepted: exactly(7_500 * man)}}

	pays := func(e event, now yen.Amount) event {
		e.decision, e.least, e.most, e.now, e.due, e.held = coverage.Payable, now, now, now, now, now
		return e
	}
	first := pays(event{
		at: "2024-10-01 10:00", claim: stopped,
		sheet: "PAY-01 50,000,000; COV-02 -5,000,000; LIM-01 -1,000,000 = 44,000,000",
	}, 4_400*man)
	refreshed := event{ // the page of the claim: 44,000,000 is due, and was paid
		claim: stopped, decision: coverage.Payable, due: 4_400 * man, held: 4_400 * man,
		sheet: "PAY-01 50,000,000; COV-02 -5,000,000; LIM-01 -1,000,000; COV-43 -44,000,000 = 0",
	}
	once, twice := refreshed, refreshed
	once.at, twice.at = "2024-10-01 10:01", "2024-10-01 10:02"

	denied := event{
		at: "2024-12-20 15:00", claim: early, decision: coverage.Excluded,
		sheet: "PAY-01 40,000,000; EXC-17 -40,000,000 = 0",
	}
	still := denied // it was made before the endorsement acts
	still.at = "2025-01-15 09:30"

	return []event{
		first, once, twice,

		// 11,000,000 of the 20,000,000 for an investigation
		pays(event{
			at: "2024-12-02 11:00", claim: attacked,
			sheet: "PAY-07 11,000,000 = 11,000,000",
		}, 1_100*man),

		// delivered on 20 November: within the month until 20 December
		denied,
		{at: "2025-01-15 09:00", attach: jisa2024.PostDeliveryEndorsement},
		still,

		// down: 30,000,000 - 1,000,000 is due, 44,000,000 was paid, 15,000,000 too much
		{
			at: "2025-01-20 10:00", claim: corrected, decision: coverage.Payable,
			due: 2_900 * man, overpaid: 1_500 * man, held: 4_400 * man,
			sheet: "PAY-01 50,000,000; COV-02 -20,000,000; LIM-01 -1,000,000; COV-43 -29,000,000 = 0",
		},
		// which the client pays back
		{at: "2025-02-03 10:00", claim: coverage.Claim{Number: "C-1"}, paid: 2_900 * man, held: 2_900 * man},
		{
			at: "2025-02-03 10:05", claim: corrected, decision: coverage.Payable, due: 2_900 * man, held: 2_900 * man,
			sheet: "PAY-01 50,000,000; COV-02 -20,000,000; LIM-01 -1,000,000; COV-43 -29,000,000 = 0",
		},

		// up to 79,000,000, of which 100,000,000 - 29,000,000 are left
		{
			at: "2025-02-25 14:00", claim: late, decision: coverage.Open, most: 7_100 * man,
			sheet: "PAY-01 80,000,000; LIM-01 -1,000,000; LIM-03 -8,000,000 = 71,000,000",
		},

		// up: 13,000,000 is due, 11,000,000 was paid
		{
			at: "2025-05-12 11:00", claim: invoiced, decision: coverage.Payable, least: 200 * man, most: 200 * man,
			now: 200 * man, due: 1_300 * man, held: 1_300 * man,
			sheet: "PAY-07 11,000,000; PAY-07 2,000,000; COV-43 -11,000,000 = 2,000,000",
		},

		// 74,000,000, of which 71,000,000 are left
		pays(event{
			at: "2025-06-10 16:00", claim: settled,
			sheet: "PAY-01 80,000,000; COV-02 -5,000,000; LIM-01 -1,000,000; LIM-03 -3,000,000 = 71,000,000",
		}, 7_100*man),
	}
}

// lines returns the clauses and the amounts of a worksheet.
func lines(s clause.Sheet) string {
	var all []string
	for l := range s.Lines() {
		all = append(all, string(l.Clause)+" "+l.Change.Grouped())
	}
	return strings.ReplaceAll(strings.Join(all, "; ")+" = "+s.Total().Grouped(), "円", "")
}

// shown returns what a page shows of an assessment: the figures, the worksheet in both
// languages, and the report.
func shown(a coverage.Assessment) string {
	return fmt.Sprintln(a.Decision, a.Least, a.Most, a.Payment.Now, a.Payment.Due, a.Payment.Overpaid) +
		a.Sheet().Text(language.Japanese) + a.Sheet().Text(language.English) + a.Text(language.Japanese)
}

// TestYear takes a member through a year: a quote, the policy, four claims, a page that
// is refreshed twice, corrections down and up, a recovery, an endorsement in the middle,
// what is left, and the renewal. Each call reads what it needs from the database, and
// another process finds the same.
func TestYear(t *testing.T) {
	name := filepath.Join(t.TempDir(), "agency.db")
	g := found(t, name)
	s, err := scheme("JISA-2024", jisa2024.ResponseToMoment)
	must(t, err)

	// 1,090,000 for 500,000,000; of the 430,000 to the next row, 3/5: 258,000
	q, err := s.Quote(coverage.Application{
		Company: "例示システム株式会社", Business: "システム開発・運用", Applied: period.MustParseDate("2024-06-03"),
		Sales: premium.Sales{Amount: 8 * yen.Oku, FiscalYear: 2024},
		Options: s.Standard().With(jisa2024.InvestigationLimit, option.Yen(2_000*yen.Man)).
			With(jisa2024.AttackResponseLimit, option.Yen(1_000*yen.Man)),
	})
	must(t, err)
	must(t, g.quoted("Q-1", q))
	g.rows(t, `SELECT applied, sales, period, premium FROM quotes`,
		row(period.MustParseDate("2024-06-03"), 8*yen.Oku, period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"), yen.Exactly(1_348_000)))
	var sheet clause.Sheet
	must(t, g.QueryRow(`SELECT sheet FROM quotes`).Scan(&sheet))
	if got, want := lines(sheet), "PRM-01 1,090,000; PRM-12 258,000 = 1,348,000"; got != want {
		t.Errorf("quote: %s, want %s", got, want)
	}
	p, err := g.recorded(s, "Q-1", number)
	must(t, err)
	if got := p.Terms().Readings; !slices.Equal(got, []coverage.Reading{jisa2024.ResponseToMoment}) {
		t.Error(got)
	}
	g.rows(t, `SELECT edition, starts, ends, first, history FROM policies`, row(clause.ID("JISA-2024"),
		period.MustParseInstant("2024-07-01 16:00"), period.MustParseInstant("2025-07-01 16:00"), period.Instant{}, coverage.History{}))
	g.rows(t, `SELECT option, value FROM options ORDER BY option`,
		row(jisa2024.AttackResponseLimit, option.Yen(1_000*yen.Man)), row(jisa2024.LiabilityDeductible, option.Yen(100*yen.Man)),
		row(jisa2024.InvestigationLimit, option.Yen(2_000*yen.Man)), row(jisa2024.LiabilityLimit, option.Yen(1*yen.Oku)),
		row(jisa2024.LitigationLimit, option.Yen(1_000*yen.Man)))

	var pages strings.Builder
	for _, e := range year(s.Defaults()) {
		at := period.MustParseInstant(e.at)
		switch {
		case e.attach != "":
			must(t, g.attach(number, e.attach, at))
			g.rows(t, `SELECT endorsement, since FROM endorsements`, row(e.attach, at))
			continue
		case e.claim.Policy == "":
			must(t, g.disbursed(number, e.claim.Number, e.paid, at))
		default:
			a, err := g.assess(e.claim, at)
			must(t, err)
			pages.WriteString(shown(a))
			if a.Decision != e.decision || a.Least != e.least || a.Most != e.most ||
				a.Payment.Now != e.now || a.Payment.Due != e.due || a.Payment.Overpaid != e.overpaid {
				t.Errorf("%s, claim %s: %v, %v to %v, %+v", e.at, e.claim.Number, a.Decision, a.Least, a.Most, a.Payment)
			}
			if got := lines(a.Sheet()); got != e.sheet {
				t.Errorf("%s, claim %s:\n got %s\nwant %s", e.at, e.claim.Number, got, e.sheet)
			}
		}
		g.rows(t, `SELECT paid FROM claims WHERE number = '`+e.claim.Number+`'`, row(e.held))
	}

	g.rows(t, `SELECT number, decision, claimed, due, paid, most, reserve FROM claims ORDER BY number`,
		row("C-1", coverage.Payable, 5_000*yen.Man, 2_900*yen.Man, 2_900*yen.Man, yen.Amount(0), yen.Figure{}),
		row("C-2", coverage.Payable, 1_300*yen.Man, 1_300*yen.Man, 1_300*yen.Man, yen.Amount(0), yen.Figure{}),
		row("C-3", coverage.Excluded, 4_000*yen.Man, yen.Amount(0), yen.Amount(0), yen.Amount(0), yen.Figure{}),
		row("C-4", coverage.Payable, 8_000*yen.Man, 7_100*yen.Man, 7_100*yen.Man, yen.Amount(0), yen.Figure{}))
	if g.total(t, `SELECT sum(now) FROM assessments`) != 12_800*yen.Man || // 4,400 + 1,100 + 200 + 7,100
		g.total(t, `SELECT sum(paid) FROM claims`) != 11_300*yen.Man { // less the 1,500 that came back
		t.Error("what was paid does not add up")
	}
	g.rows(t, `SELECT made, discovered FROM assessments WHERE at IN ('2024-10-01 10:00', '2024-12-02 11:00') ORDER BY at`,
		row(period.MustParseMoment("2024-09-10"), period.Moment{}),
		row(period.Never(), period.MustParseMoment("2024-11-12 09:30")))

	t.Run("left", func(t *testing.T) { left(t, g) })
	t.Run("stale", func(t *testing.T) { stale(t, g) })
	t.Run("another process", func(t *testing.T) { elsewhere(t, g, name, pages.String()) })
	t.Run("renewal", func(t *testing.T) { renewal(t, g) })
}

// left looks at the limits before any claim, while the last claim was open, and at the
// end.
func left(t *testing.T, g agency) {
	for _, c := range []struct {
		at                                string
		liability, investigation, overall [2]yen.Amount // left, and the most that open claims use
	}{
		{"2024-09-30 00:00", [2]yen.Amount{10_000, 0}, [2]yen.Amount{2_000, 0}, [2]yen.Amount{10_000, 0}},
		// 44,000,000 and 11,000,000 were paid
		{"2025-01-31 00:00", [2]yen.Amount{5_600, 0}, [2]yen.Amount{900, 0}, [2]yen.Amount{8_900, 0}},
		// 15,000,000 came back; 79,000,000 can be due
		{"2025-03-01 00:00", [2]yen.Amount{7_100, 7_100}, [2]yen.Amount{900, 0}, [2]yen.Amount{8_900, 0}},
		// 29,000,000 + 71,000,000, and 13,000,000
		{"2025-06-30 00:00", [2]yen.Amount{0, 0}, [2]yen.Amount{700, 0}, [2]yen.Amount{8_700, 0}},
	} {
		at := period.MustParseInstant(c.at)
		must(t, g.left(number, at))
		is := func(id clause.ID, whole yen.Amount, left [2]yen.Amount) []any {
			return row(id, yen.Exactly(whole*yen.Man), yen.Exactly(left[0]*yen.Man), yen.Amount(0), left[1]*yen.Man)
		}
		unstated := func(id clause.ID) []any { return row(id, yen.Figure{}, yen.Figure{}, yen.Amount(0), yen.Amount(0)) }
		full := func(id clause.ID) []any { return is(id, 1_000, [2]yen.Amount{1_000, 0}) }
		g.rows(t, `SELECT clause, whole, left, least, most FROM remaining WHERE at = '`+c.at+`' ORDER BY clause`,
			is("LIM-03", 10_000, c.liability), full("LIM-07"), is("LIM-08", 2_000, c.investigation),
			unstated("LIM-09"), unstated("LIM-10"), unstated("LIM-11"), unstated("LIM-12"), full("LIM-13"),
			unstated("LIM-14"), is("LIM-16", 10_000, c.overall))
	}
	g.rows(t, `SELECT at, number, least, most, stated FROM reserves`, // whatever the adjuster expects
		row(period.MustParseInstant("2025-03-01 00:00"), "C-4", yen.Amount(0), 7_100*yen.Man, yen.Exactly(3_000*yen.Man)))
}

// stale assesses a claim beside another page that was quicker.
func stale(t *testing.T, g agency) {
	_, before, err := g.policy(number)
	must(t, err)
	old := g.first(t)
	after, err := before.Disbursed("C-2", 0)
	must(t, err)
	err = g.within(func(tx *sql.Tx) error {
		return keep(tx, number, old, after, period.MustParseInstant("2025-06-11 00:00"))
	})
	if !errors.Is(err, errStale) {
		t.Error(err)
	}
	if _, h, err := g.policy(number); err != nil || !h.Equal(before) {
		t.Error(h, err)
	}
}

// first returns the history after the first claim.
func (g agency) first(t *testing.T) (h coverage.History) {
	t.Helper()
	must(t, g.QueryRow(`SELECT history FROM histories ORDER BY at LIMIT 1`).Scan(&h))
	return h
}

// elsewhere demands that another process shows the same pages, and that the claims that
// it assesses once more change nothing.
func elsewhere(t *testing.T, g agency, name, pages string) {
	_, before, err := g.policy(number)
	must(t, err)
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), again+"="+name)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	if out.String() != pages {
		t.Errorf("another process shows\n%s\nand not\n%s", out.String(), pages)
	}
	if _, h, err := g.policy(number); err != nil || !h.Equal(before) {
		t.Errorf("%v\n%s\nwas\n%s", err, h, before)
	}
}

// reassess assesses all claims of a database again, each under the terms and after the
// history that it had, and writes its pages. Then it assesses each claim as it is now.
func reassess(name string, w io.Writer) error {
	g, err := open(name)
	if err != nil {
		return err
	}
	defer g.Close()
	rows, err := g.Query(`SELECT claim, terms, before, decision, now, overpaid, sheet FROM assessments ORDER BY at`)
	if err != nil {
		return err
	}
	now := map[string]coverage.Claim{}
	for rows.Next() {
		var c coverage.Claim
		var terms coverage.Terms
		var before coverage.History
		var decision coverage.Verdict
		var paid, overpaid yen.Amount
		var sheet clause.Sheet
		if err := rows.Scan(&c, &terms, &before, &decision, &paid, &overpaid, &sheet); err != nil {
			return err
		}
		p, err := recordOf(terms)
		if err != nil {
			return err
		}
		a, err := p.Assess(c, before)
		if err != nil {
			return err
		}
		for _, tag := range []language.Tag{language.Japanese, language.English} {
			if sheet.Text(tag) != a.Sheet().Text(tag) {
				return fmt.Errorf("claim %s: stored\n%s\nnow\n%s", c.Number, sheet.Text(tag), a.Sheet().Text(tag))
			}
		}
		if a.Decision != decision || a.Payment.Now != paid || a.Payment.Overpaid != overpaid {
			return fmt.Errorf("claim %s: %v %+v", c.Number, a.Decision, a.Payment)
		}
		if _, err := io.WriteString(w, shown(a)); err != nil {
			return err
		}
		now[c.Number] = c
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	for _, number := range slices.Sorted(maps.Keys(now)) {
		c := now[number]
		a, err := g.assess(c, period.MustParseInstant("2025-06-30 12:00"))
		if err != nil {
			return err
		}
		if a.Payment.Now != 0 || a.Payment.Overpaid != 0 {
			return fmt.Errorf("claim %s once more: %+v", c.Number, a.Payment)
		}
	}
	return nil
}

// renewal renews the policy for the year after it: with its endorsement, which the
// tariff does not price, and without.
func renewal(t *testing.T, g agency) {
	p, h, err := g.policy(number)
	must(t, err)
	s, err := scheme("JISA-2025")
	must(t, err)
	next := coverage.Application{
		Applied: period.MustParseDate("2025-06-03"), Sales: premium.Sales{Amount: 10 * yen.Oku, FiscalYear: 2025},
	}
	with, err := p.Renew(s, next)
	must(t, err)
	must(t, g.quoted("Q-2", with.Quote))
	next.Attach = []clause.ID{}
	without, err := p.Renew(s, next)
	must(t, err)
	must(t, g.quoted("Q-3", without.Quote))
	year := period.MustParse("2025-07-01 16:00 - 2026-07-01 16:00")
	g.rows(t, `SELECT id, period, premium FROM quotes WHERE id > 'Q-1' ORDER BY id`,
		row("Q-2", year, yen.Figure{}), row("Q-3", year, yen.Exactly(1_520_000))) // the row of 1,000,000,000

	var asked, changed []string
	for _, q := range without.Asked {
		asked = append(asked, string(q.Fact))
	}
	for _, n := range without.Changed {
		changed = append(changed, n.EN)
	}
	if !slices.Equal(asked, []string{"cause-before-start", "known-at-start"}) {
		t.Error(asked)
	}
	want := []string{
		"scheme: JISA information-service-provider liability insurance (cyber risk insurance), 2024 → the scheme of 2025",
		"reading A10, end of the incident response period: exactly a year from the moment of discovery → " +
			"a year reckoned from the day after discovery, to the end of its last day",
		"declared sales: ¥800,000,000 → ¥1,000,000,000",
		"one-month post-delivery endorsement: attached → not attached",
	}
	if !slices.Equal(changed, want) {
		t.Errorf("%q", changed)
	}

	if _, err = g.recorded(s, "Q-3", "25-0001"); err != nil {
		t.Fatal(err)
	}
	g.rows(t, `SELECT starts, first, history FROM policies WHERE number = '25-0001'`,
		row(year.Start(), period.MustParseInstant("2024-07-01 16:00"), coverage.History{}))
	renewed, none, err := g.policy("25-0001")
	must(t, err)
	if got := renewed.Terms().Options; !none.IsZero() || got[jisa2024.InvestigationLimit] != option.Yen(2_000*yen.Man) {
		t.Error(none, got)
	}
	if _, err := renewed.Reserves(h); !errors.Is(err, fault.ErrPolicy) {
		t.Error(err)
	}
}
