// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/internal/cases"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestOracle compares random policies, histories and claims of which everything
// is known with the oracle: each verdict, the decision, the payment of each head,
// the figure under one cap, and, through the claims that follow, the history.
// Some claims are left open between them, which date their series and incident
// and take nothing.
func TestOracle(t *testing.T) {
	t.Parallel()
	r, known, reached := rand.New(rand.NewPCG(7, 11)), schemes{}, map[string]int{}
	for round := 0; round < 2*cases.Rounds(t); {
		w := randomWorld(r)
		w.reached = reached
		p := w.policy(t, known)
		var h coverage.History
		var alone []coverage.Claim
		shrunk := false
		for range 1 + r.IntN(12) {
			round++
			m := w.randomMatter(r)
			c := m.claim(p.Scheme(), w)
			if r.IntN(10) == 0 {
				if a, err := p.Assess(unfinished(c), h); err != nil {
					t.Fatalf("%v\n%+v\n%+v", err, w, m)
				} else if a.Decision == coverage.Open {
					if a.History.Paid().Total() != h.Paid().Total() {
						t.Fatalf("an open claim takes of a limit\n%v\n%v", h, a.History)
					}
					w.date(m, w.when(m), "open")
					h = a.History
					continue
				}
			}
			want := w.assess(m)
			a, err := p.Assess(c, h)
			if err != nil {
				t.Fatalf("%v\n%+v\n%+v", err, w, m)
			}
			if got := plain(a); got != want.String() {
				t.Fatalf("round %d\n got %s\nwant %s\n%s\n%s\nH %s", round, got, want, w.tell(m), a.Sheet().Text(english), h)
			}
			if round%8 == 0 {
				checkSheet(t, a)
			}
			stored, err := coverage.ParseHistory(a.History.String())
			if err != nil || !stored.Equal(a.History) {
				t.Fatalf("%v: history read back as\n%s\nfrom\n%s", err, stored, a.History)
			}
			for head, amount := range h.Paid().All() { // what a series gives up, an earlier claim may get
				now := maps.Collect(stored.Paid().All())
				shrunk = shrunk || now[head] < amount
			}
			if h = stored; m.series == "" && m.incident == "" { // no later claim can date it anew
				alone = append(alone, c)
			}
			if len(alone) > 0 && !shrunk {
				c := alone[r.IntN(len(alone))]
				again, err := p.Assess(c, h)
				was, _ := h.Claim(c.Number)
				now, _ := again.History.Claim(c.Number)
				if err != nil || again.Payment.Overpaid != 0 || now != was || again.History.Paid() != h.Paid() {
					t.Fatalf("round %d, again: %v %+v\n%s\n%s", round, err, again.Payment, h, again.History)
				}
			}
		}
	}
	if cases.Rounds(t) >= 4_000 {
		checkReached(t, reached)
	}
}

// unfinished is the claim while nobody has accepted an amount or knows whether
// it was on purpose.
func unfinished(c coverage.Claim) coverage.Claim {
	c.Items = slices.Clone(c.Items)
	c.Facts = c.Facts.With(fact.NotKnown, "wilful-act")
	for i := range c.Items {
		c.Items[i].Accepted, c.Items[i].Excess = yen.Figure{}, yen.Figure{}
	}
	return c
}

// TestUnknown hides facts, figures, days and hours of random claims. What is
// said of a claim with less known holds of the claim with all of it known: its
// payment lies between the bounds, and a verdict or decision that is settled
// stays one.
func TestUnknown(t *testing.T) {
	r, known := rand.New(rand.NewPCG(3, 5)), schemes{}
	open := 0
	for range cases.Rounds(t) / 4 {
		w := randomWorld(r)
		p := w.policy(t, known)
		var h coverage.History
		for range r.IntN(3) {
			m := w.randomMatter(r)
			w.assess(m)
			a, err := p.Assess(m.claim(p.Scheme(), w), h)
			if err != nil {
				t.Fatalf("%v\n%s", err, w.tell(m))
			}
			h = a.History
		}
		m := w.randomMatter(r)
		c := m.claim(p.Scheme(), w)
		full, err := p.Assess(c, h)
		if err != nil {
			t.Fatalf("%v\n%s", err, w.tell(m))
		}
		hidden := w.hide(r, m, c)
		part, err := p.Assess(hidden, h)
		if err != nil {
			t.Fatalf("%v\n%s\n%s", err, w.tell(m), says(hidden))
		}
		if wrong := settles(part, full); wrong != "" {
			t.Fatalf("%s\n%s\n%s\nhistory\n%v", wrong, w.tell(m), says(hidden), h)
		}
		if part.Decision != coverage.Open {
			continue
		}
		open++
		if part.History.Paid().Total() != h.Paid().Total() || part.Payment.Now != 0 {
			t.Fatal("an open claim pays, or takes of a limit")
		}
		if len(part.Questions()) == 0 && !slices.ContainsFunc(hidden.Items, func(it coverage.Item) bool {
			_, known := it.Accepted.Amount()
			_, excess := it.Excess.Amount()
			return !known || !excess
		}) {
			t.Fatalf("open, and nothing is needed: %v to %v", part.Least, part.Most)
		}
	}
	if open == 0 {
		t.Error("no claim was open")
	}
}

// settles says what an assessment with less known says wrongly of the full one.
func settles(part, full coverage.Assessment) string {
	for i, x := range part.Items() {
		y := full.Items()[i]
		switch {
		case x.Verdict == coverage.Open && x.Least != 0:
			return fmt.Sprintf("item %d is open, and at least %v", i, x.Least)
		case x.Verdict != coverage.Open && granted(x.Verdict) != granted(y.Verdict):
			return fmt.Sprintf("item %d: %v with less known, %v with all", i, x.Verdict, y.Verdict)
		}
	}
	switch now := full.Payment.Now; {
	case now < part.Least || now > part.Most:
		return fmt.Sprintf("%v is not between %v and %v", now, part.Least, part.Most)
	case part.Decision != coverage.Open && part.Payment.Now != now:
		return fmt.Sprintf("settled at %v, then %v", part.Payment.Now, now)
	}
	return ""
}

func granted(v coverage.Verdict) bool { return v == coverage.Covered }

// hideable are facts that may be unknown.
var hideable = strings.Fields(`it-services unforeseen-accident with-consent requirements-met at-insurers-request leak cyber-attack
	wilful-act bodily-injury property-damage property-left-out custody-property malfunction device-itself copyright trademark mixed-ip-excluded
	re-performance-cost directly-necessary necessary-for-suit under-another-head named-insured late-completion software-development
	external-report known-at-start`)

// hide takes back some of what is known of a claim. An item's own day stays, as
// without it that of the claim would be its own.
func (w *world) hide(r *rand.Rand, m *matter, c coverage.Claim) coverage.Claim {
	c.Items = slices.Clone(c.Items)
	for range r.IntN(5) {
		// A requirement that is not met denies as it is stated, and only then.
		if f := hideable[r.IntN(len(hideable))]; m.fact[f] || f != "requirements-met" && f != "with-consent" {
			c.Facts = c.Facts.With(fact.NotKnown, fact.Name(f))
		}
	}
	for i := range c.Items {
		it := &c.Items[i]
		switch r.IntN(8) {
		case 0:
			it.Accepted = yen.Figure{}
		case 1:
			it.Incurred = period.Moment{}
		case 2:
			it.Excess = yen.Figure{}
		}
	}
	for _, date := range moments(m, &c) {
		if r.IntN(6) == 0 && *date.said != period.Never() && !date.said.IsZero() {
			*date.said = period.On(date.said.Date())
		}
	}
	// A date that history has stands for the one that a later claim leaves out,
	// so that this must not be an earlier one.
	d, kept := &c.Dates, map[*period.Moment]bool{}
	if inc := w.incident[m.incident]; inc != nil && sooner(m.discovered, m.reputational).Before(inc.seen) {
		kept[&d.Discovered], kept[&d.Reputational] = true, true
	}
	// Where there is no reputational incident, its date is not missing.
	rumour := m.fact["reputational-incident"] || slices.ContainsFunc(m.items, func(it thing) bool { return it.head == "reputational" })
	kept[&d.Reputational] = kept[&d.Reputational] || !rumour
	if rec := w.series[m.series]; rec != nil && m.firstMade().Before(rec.made) {
		kept[&d.Made] = true
	}
	for _, said := range []*period.Moment{
		&d.Made, &d.Discovered, &d.Reputational, &d.Cause, &d.Aware, &d.Delivered, &d.AttackPublished, &d.LeakPublished, &d.Measure,
	} {
		if r.IntN(12) == 0 && !kept[said] {
			*said = period.Moment{}
		}
	}
	return c
}

// String writes the verdict as plain does an assessment.
func (v verdictOf) String() string {
	parts := make([]string, 0, len(v.parts))
	for h, n := range v.parts {
		parts = append(parts, fmt.Sprint(h, "=", n))
	}
	slices.Sort(parts)
	return fmt.Sprint(v.items, " ", v.decision, " ", v.now, " beside ", v.beside, " over ", v.overpaid, " ", parts)
}

func plain(a coverage.Assessment) string {
	v := verdictOf{decision: a.Decision.String(), now: int64(a.Payment.Now), beside: int64(a.Combined()), overpaid: int64(a.Payment.Overpaid), parts: map[string]int64{}}
	for _, x := range a.Items() {
		v.items = append(v.items, x.Verdict.String())
	}
	for h, part := range a.Payment.Parts() {
		if part.Now != 0 {
			v.parts[string(h)] = int64(part.Now)
		}
	}
	return v.String()
}

// tell writes what a person needs to follow a claim.
func (w *world) tell(m *matter) string {
	facts := func(all map[string]bool, only bool) (names []string) {
		for f, b := range all {
			if b {
				names = append(names, f)
			} else if only {
				names = append(names, f+"=no")
			}
		}
		slices.Sort(names)
		return names
	}
	var b strings.Builder
	date := func(name string, t time.Time) {
		switch {
		case t.Equal(never):
			fmt.Fprint(&b, " ", name, " never")
		case !t.IsZero():
			fmt.Fprint(&b, " ", name, " ", t.Format("2006-01-02T15:04"))
		}
	}
	all := func(d dates) {
		date("made", d.made)
		date("cause", d.cause)
		date("aware", d.aware)
		date("delivered", d.delivered)
		date("attack-published", d.attackOut)
		date("leak-published", d.leakOut)
	}
	fmt.Fprintf(&b, "readings %v attached %v period %v to %v first %v\nlimits %d %d %d %d %d %d own %v overall %d premiums %d of %d\nheld %v\n",
		slices.Sorted(maps.Keys(w.read)), slices.Sorted(maps.Keys(w.attached)), w.start, w.end, w.first,
		w.liability, w.deductible, w.litigation, w.custody, w.malfunction, w.regulatory, w.own, w.overall, w.declared, w.actual, w.held)
	for name, rec := range w.series {
		fmt.Fprintf(&b, "series %s %+v\n", name, *rec)
	}
	for name, inc := range w.incident {
		fmt.Fprintf(&b, "incident %s %+v\n", name, *inc)
	}
	fmt.Fprintf(&b, "claim series %q incident %q late %d", m.series, m.incident, m.late)
	date("first", m.first)
	all(m.dates)
	date("discovered", m.discovered)
	date("reputational", m.reputational)
	date("measure", m.measure)
	fmt.Fprintf(&b, "\nfacts %v\n", facts(m.fact, false))
	for _, it := range m.items {
		fmt.Fprintf(&b, "item %s %s %d excess %d", it.head, it.demand, it.accepted, it.excess)
		date("incurred", it.incurred)
		date("spent", it.spent)
		all(it.dates)
		fmt.Fprintf(&b, " %v\n", facts(it.fact, true))
	}
	return b.String()
}

// schemes are those that were made before, by their readings.
type schemes map[string]coverage.Scheme

func (w *world) policy(t *testing.T, known schemes) coverage.Policy {
	t.Helper()
	var err error
	key := strings.Join(slices.Sorted(maps.Keys(w.read)), " ")
	scheme, ok := known[key]
	if !ok {
		if scheme, err = jisa2024.New(readings(key)...); err != nil {
			t.Fatal(err)
		}
		known[key] = scheme
	}
	terms := coverage.Terms{Readings: scheme.Readings().Readings(),
		Edition: "JISA-2024", Number: "P-1", Company: "C", Period: span(w.start, w.end), First: instant(w.first),
		Options: option.Values{jisa2024.LiabilityDeductible: option.Yen(yen.Amount(w.deductible))},
	}
	limits := map[option.ID]int64{
		jisa2024.LiabilityLimit: w.liability, jisa2024.LitigationLimit: w.litigation, jisa2024.CostsLimit: w.overall,
		jisa2024.CustodyLimit: w.custody, jisa2024.MalfunctionLimit: w.malfunction, jisa2024.RegulatoryLimit: w.regulatory,
	}
	for name, limit := range w.own {
		limits[option.ID(name)] = limit
	}
	for id, limit := range limits {
		if limit != 0 {
			terms.Options[id] = option.Yen(yen.Amount(limit))
		}
	}
	for id := range w.attached {
		terms.Attached = append(terms.Attached, clause.ID(id))
	}
	p, err := scheme.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	if w.declared > 0 {
		by, err := premium.NewReduction(yen.Amount(w.declared), yen.Amount(w.actual))
		if err != nil {
			t.Fatal(err)
		}
		if p, err = p.UnderDeclared(by); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func at(t time.Time) period.Moment {
	switch {
	case t.IsZero():
		return period.Moment{}
	case t.Equal(never):
		return period.Never()
	}
	return period.At(instant(t))
}

func instant(t time.Time) period.Instant {
	return period.MustParseInstant(t.Format("2006-01-02 15:04"))
}

func span(start, end time.Time) period.Period {
	return period.MustParse(start.Format("2006-01-02 15:04") + " - " + end.Format("2006-01-02 15:04"))
}
