// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestZero demands of every zero value that it is none, empty or unknown, and
// that what is asked of it answers.
func TestZero(t *testing.T) {
	var s coverage.Scheme
	for name, err := range map[string]error{
		"Quote":  second(s.Quote(coverage.Application{})),
		"Record": second(s.Record(coverage.Terms{})),
		"Check":  s.Check(),
		"Assess": second(coverage.Policy{}.Assess(coverage.Claim{}, coverage.History{})),
		"Left":   second(coverage.Policy{}.Left(coverage.History{})),
		"under":  second(coverage.Policy{}.UnderDeclared(premium.Reduction{})),
		"quote":  second(coverage.Quote{}.Record("1")),
		"New":    second(coverage.New(coverage.Rules{})),
	} {
		var e *coverage.Error
		if !errors.As(err, &e) || name != "New" && !errors.Is(err, coverage.ErrScheme) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for range s.Heads() {
		t.Error("the zero scheme has a head")
	}
	if len(s.Clauses()) > 0 || s.Edition().ID != "" || s.Standard() != (limits.Choices{}) || !s.Usual().Equal(exclusions.Facts{}) {
		t.Error("the zero scheme has something")
	}
	var a coverage.Assessment
	if a.Sheet().Total() != 0 || len(a.Notes())+len(a.Cuts())+len(a.Assumed())+len(a.Readings())+len(a.Consents())+len(a.Recourse())+len(a.Deadlines()) > 0 {
		t.Error("the zero assessment says something")
	}
	if a.Decision != coverage.Open || len(coverage.Result{}.Findings())+len(coverage.Result{}.Remedies()) > 0 {
		t.Error("the zero result says something")
	}
	if (coverage.Moment{}).String() != "" || (coverage.Figure{}).String() != "" || (coverage.History{}).String() != "" {
		t.Error("a zero value has a text")
	}
	for range (coverage.History{}).Series() {
		t.Error("the zero history has a series")
	}
}

func second[T any](_ T, err error) error { return err }

// TestReadingsRefused tries, for every reading of this package and one of each
// other, one that there is not.
func TestReadingsRefused(t *testing.T) {
	for id, alter := range map[string]func(*coverage.Readings){
		"A4":   func(r *coverage.Readings) { r.Limits.Defence = 9 },
		"A5b":  func(r *coverage.Readings) { r.Incidents = 2 },
		"A6":   func(r *coverage.Readings) { r.Period.AfterWindow = 2 },
		"A7":   func(r *coverage.Readings) { r.Period.LastDay = 2 },
		"A10":  func(r *coverage.Readings) { r.Period.Response = 2 },
		"A11":  func(r *coverage.Readings) { r.Litigation = 2 },
		"A11b": func(r *coverage.Readings) { r.Window = 2 },
		"A13":  func(r *coverage.Readings) { r.Suspicion = 2 },
		"A15":  func(r *coverage.Readings) { r.Publicity = 2 },
		"A16":  func(r *coverage.Readings) { r.Activity = 3 },
		"A29":  func(r *coverage.Readings) { r.Exclusions.Rights = 2 },
		"A18":  func(r *coverage.Readings) { r.Exclusions.Delivery = 9 },
		"A23":  func(r *coverage.Readings) { r.Premium.Basis = 2 },
		"A26":  func(r *coverage.Readings) { r.Premium.Between = 3 },
		"A27":  func(r *coverage.Readings) { r.Premium.Term = 4 },
	} {
		var r coverage.Readings
		alter(&r)
		_, err := coverage.JISA2024(r)
		if !errors.Is(err, coverage.ErrReading) && !errors.Is(err, limits.ErrReading) && !errors.Is(err, exclusions.ErrReading) {
			t.Errorf("%s: %v", id, err)
		}
	}
}

// TestOtherHistory demands that a policy refuses the history of another one.
func TestOtherHistory(t *testing.T) {
	p := caseFile{}.policy(t)
	h, err := coverage.ParseHistory("P-2\ndamages 1000000\n")
	if err != nil {
		t.Fatal(err)
	}
	c := coverage.Claim{Items: []coverage.Item{{Head: limits.Damages, Claimed: 1}}}
	if _, err := p.Assess(c, h); !errors.Is(err, coverage.ErrHistory) {
		t.Error(err)
	}
	if _, err := p.Left(h); !errors.Is(err, coverage.ErrHistory) {
		t.Error(err)
	}
}

// TestLarge demands a typed error, and no wrapping, for amounts and numbers of
// items beyond all bounds.
func TestLarge(t *testing.T) {
	f := caseFile{terms: fields{{"assume", "usual clear"}, {"facts", "it-services=yes unforeseen-accident=yes"}}}
	p := f.policy(t)
	c := f.claimOf(t, p.Scheme(), fields{{"made", "2024-09-10"}})
	for range 1_000 {
		c.Items = append(c.Items, coverage.Item{Head: limits.Damages, Claimed: yen.Max / 1_000, Recognized: coverage.Exactly(yen.Max / 1_000)})
	}
	if a, err := p.Assess(c, coverage.History{}); err != nil || a.Decision == coverage.Open && a.Most > 1*yen.Oku {
		t.Error(a.Most, err)
	}
	c.Items[999].Claimed++ // yen.Max in all is allowed, a yen more is not
	if _, err := p.Assess(c, coverage.History{}); !errors.Is(err, coverage.ErrAmount) {
		t.Error(err)
	}
	c.Items = append(c.Items, c.Items[0])
	if _, err := p.Assess(c, coverage.History{}); !errors.Is(err, coverage.ErrItems) {
		t.Error(err)
	}
	c.Items = []coverage.Item{{Head: limits.Damages, Claimed: yen.Max + 1}}
	if _, err := p.Assess(c, coverage.History{}); !errors.Is(err, coverage.ErrAmount) {
		t.Error(err)
	}
	c.Items[0].Claimed = 1
	for _, series := range []string{"a b", "a\nb", strings.Repeat("x", 65), "\x00", "\xff"} {
		c.Series = series
		if _, err := p.Assess(c, coverage.History{}); !errors.Is(err, coverage.ErrSyntax) {
			t.Errorf("%q: %v", series, err)
		}
	}
}

// TestShared assesses one claim from many goroutines, and changes what the
// caller gave afterwards: nothing that was returned changes.
func TestShared(t *testing.T) {
	f := readClaims(t)[0]
	p := f.policy(t)
	c := f.claimOf(t, p.Scheme(), f.claim[0])
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			own := c
			own.Items = append([]coverage.Item(nil), c.Items...)
			a, err := p.Assess(own, coverage.History{})
			if err != nil {
				t.Error(err)
				return
			}
			before := a.Sheet().Text(english)
			own.Items[0].Claimed = 1
			if a.Sheet().Text(english) != before || a.Payment.Now != yen.Oku {
				t.Error("what was returned has changed")
			}
		})
	}
	all.Wait()
}

// TestOrder demands that the order of the items of a claim, and splitting one
// into two of the same head, moves no payment.
func TestOrder(t *testing.T) {
	for _, f := range readClaims(t) {
		p := f.policy(t)
		for _, block := range f.claim {
			c := f.claimOf(t, p.Scheme(), block)
			a, err := p.Assess(c, coverage.History{})
			if err != nil {
				continue
			}
			back := c
			back.Items = nil
			for i := range c.Items {
				back.Items = append(back.Items, c.Items[len(c.Items)-1-i])
			}
			b, err := p.Assess(back, coverage.History{})
			if err != nil || a.Least != b.Least || a.Most != b.Most || a.Payment.Now != b.Payment.Now {
				t.Errorf("%s, %s: %v to %v, backwards %v to %v, %v", f.name, block.one("claim"), a.Least, a.Most, b.Least, b.Most, err)
			}
		}
	}
}

// TestClaimsStored stores each claim under testdata as JSON, with -short those of
// one file in eight, reads it back and finds the same result.
func TestClaimsStored(t *testing.T) {
	for i, f := range readClaims(t) {
		if testing.Short() && i%8 != 0 {
			continue
		}
		p := f.policy(t)
		var h coverage.History
		for _, block := range f.claim {
			c := f.claimOf(t, p.Scheme(), block)
			b, err := json.Marshal(c)
			if err != nil {
				t.Fatal(err)
			}
			var again coverage.Claim
			if err := json.Unmarshal(b, &again); err != nil {
				t.Fatalf("%s: %v\n%s", f.name, err, b)
			}
			a, err := p.Assess(c, h)
			other, wrong := p.Assess(again, h)
			switch {
			case err != nil || wrong != nil:
				if fmt.Sprint(err) != fmt.Sprint(wrong) {
					t.Errorf("%s: %v, and read back %v", f.name, err, wrong)
				}
				continue
			case a.History != other.History || a.Text(english) != other.Text(english) || a.Details(english) != other.Details(english):
				t.Errorf("%s: read back\n%s", f.name, other)
			}
			h = a.History
		}
	}
}

func FuzzFigureJSON(f *testing.F) {
	for _, s := range []string{"null", "0", "35000000", "-1", "1.5", "1e6", `"1"`, "9223372036854775808", "{}", " 7 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		was := coverage.Exactly(7)
		x := was
		if err := json.Unmarshal([]byte(s), &x); err != nil {
			if x != was {
				t.Errorf("%q: %v, and %v", s, err, x)
			}
			return
		}
		var again coverage.Figure
		if b, err := json.Marshal(x); err != nil || json.Unmarshal(b, &again) != nil || again != x {
			t.Errorf("%q reads as %v, written %s, %v", s, x, b, err)
		}
	})
}

func FuzzParseMoment(f *testing.F) {
	for _, s := range []string{"", "2024-07-01", "2024-07-01 16:00", "2024-07-01 16:00:30", "2024-02-30", "x", "0001-01-01", "9999-12-31 23:59:59"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := coverage.ParseMoment(s)
		if err != nil {
			if !errors.Is(err, coverage.ErrSyntax) && !errors.Is(err, coverage.ErrDate) || !m.IsZero() {
				t.Errorf("%v, %v", m, err)
			}
			return
		}
		if again, err := coverage.ParseMoment(m.String()); err != nil || again != m {
			t.Errorf("%q reads as %v, written %v, %v", s, m, again, err)
		}
	})
}

func FuzzParseHistory(f *testing.F) {
	for _, s := range []string{
		"", "P-1\n\n", "P-1\ndamages 69000000; defence 0\n",
		"P-1\ndamages 1000000\nseries outage 2024-09-10T09:30 damages 2000000 1000000\nincident leak 2024-09-10 -\nsplit - LIM-07 fire\n",
		"P-1\ndamages 1000000\nseries a - reduced 5; damages 2 1\nseries a - \n",
	} {
		f.Add(s)
	}
	p := caseFile{}.policy(f)
	f.Fuzz(func(t *testing.T, s string) {
		h, err := coverage.ParseHistory(s)
		if err != nil {
			if h != (coverage.History{}) {
				t.Error("an error, and a history")
			}
			return
		}
		if h.String() != s {
			t.Errorf("%q is written %q", s, h.String())
		}
		text, err := json.Marshal(h)
		var back coverage.History
		if err != nil || json.Unmarshal(text, &back) != nil || back != h {
			t.Errorf("%q in JSON: %s, %v", s, text, err)
		}
		c := coverage.Claim{Series: "outage", Items: []coverage.Item{{Head: limits.Damages, Claimed: 1}}}
		if a, err := p.Assess(c, h); err == nil && a.Decision == coverage.Open && a.History != h {
			t.Error("an open claim has changed history")
		}
	})
}
