// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/yen"
)

// TestReadingsRefused gives New readings that there are not, and two of one point.
func TestReadingsRefused(t *testing.T) {
	for _, c := range []struct {
		readings []coverage.Reading
		path     string
		why      error
	}{
		{[]coverage.Reading{""}, "readings[0]", fault.ErrUnknown},
		{[]coverage.Reading{"A4"}, "readings[0]", fault.ErrUnknown},
		{[]coverage.Reading{"A4=outside"}, "readings[0]", fault.ErrUnknown},
		{[]coverage.Reading{jisa2024.LastDayCovered, "A99=classical"}, "readings[1]", fault.ErrUnknown},
		{[]coverage.Reading{jisa2024.DefenceClassical, jisa2024.DefenceInside}, "readings[1]", fault.ErrDuplicate},
		{[]coverage.Reading{jisa2024.DefenceClassical, jisa2024.LastDayCovered, jisa2024.DefenceClassical}, "readings[2]", fault.ErrDuplicate},
	} {
		_, err := jisa2024.New(c.readings...)
		var f *fault.Error
		if !errors.As(err, &f) || f.Path != c.path || !errors.Is(err, c.why) {
			t.Errorf("%v: %v", c.readings, err)
		}
	}
}

// TestLarge demands a typed error, and no wrapping, for amounts and numbers of
// items beyond all bounds.
func TestLarge(t *testing.T) {
	f := caseFile{terms: fields{{"assume", "usual clear"}, {"facts", "it-services=yes unforeseen-accident=yes"}}}
	p := f.policy(t)
	c := f.claimOf(t, p.Scheme(), fields{{"made", "2024-09-10"}})
	for range 1_000 {
		c.Items = append(c.Items, coverage.Item{Head: jisa2024.Damages, Claimed: yen.Max / 1_000, Accepted: yen.Exactly(yen.Max / 1_000)})
	}
	if a, err := p.Assess(c, coverage.History{}); err != nil || a.Decision == coverage.Open && a.Most > 1*yen.Oku {
		t.Error(a.Most, err)
	}
	c.Items[999].Claimed++ // yen.Max in all is allowed, a yen more is not
	if _, err := p.Assess(c, coverage.History{}); !errors.Is(err, fault.ErrRange) {
		t.Error(err)
	}
	c.Items = append(c.Items, c.Items[0])
	if _, err := p.Assess(c, coverage.History{}); !errors.Is(err, fault.ErrSize) {
		t.Error(err)
	}
	c.Items = []coverage.Item{{Head: jisa2024.Damages, Claimed: yen.Max + 1}}
	if _, err := p.Assess(c, coverage.History{}); !errors.Is(err, fault.ErrRange) {
		t.Error(err)
	}
	c.Items[0].Claimed = 1
	for _, series := range []string{"a b", "a\nb", strings.Repeat("x", 65), "\x00", "\xff"} {
		c.Series = series
		if _, err := p.Assess(c, coverage.History{}); !errors.Is(err, fault.ErrSyntax) {
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
	t.Parallel()
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
			case !a.History.Equal(other.History) || a.Text(english) != other.Text(english) || a.Details(english) != other.Details(english):
				t.Errorf("%s: read back\n%s", f.name, other)
			}
			h = a.History
		}
	}
}

// TestEveryAgreement demands that some claim under testdata is denied by each
// agreement, and that each endorsement answers for some claim.
func TestEveryAgreement(t *testing.T) {
	denied, remedied := map[clause.ID]bool{}, map[clause.ID]bool{}
	for _, f := range readClaims(t) {
		p := f.policy(t)
		for _, block := range f.claim {
			a, err := p.Assess(f.claimOf(t, p.Scheme(), block), coverage.History{})
			if err != nil {
				continue
			}
			for _, r := range a.Items() {
				for _, id := range r.By {
					denied[id] = denied[id] || r.Verdict != coverage.Open
				}
				for _, id := range r.Remedies() {
					remedied[id] = true
				}
			}
		}
	}
	scheme, err := jisa2024.New(readings("A11b=inside")...)
	if err != nil {
		t.Fatal(err)
	}
	for r := range scheme.Schedule().Rules() {
		if r.Under == "" && r.Class != exclusions.Excess && r.Class != exclusions.Waiver && !denied[r.Clause.ID] {
			t.Errorf("no claim is denied by %s", r.Clause)
		}
	}
	for _, id := range []clause.ID{"END-01", "END-02", "END-03", "END-04", "END-05"} {
		if !remedied[id] {
			t.Errorf("%s could have answered for no claim", id)
		}
	}
}
