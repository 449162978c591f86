// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/yen"
)

// sealed returns the text of a history with its check value, which the text lacks.
func sealed(s string) string {
	sum := fnv.New64a()
	sum.Write([]byte(s))
	return s + fmt.Sprintf("check %016x\n", sum.Sum64())
}

// TestRefreshed assesses each claim of the files again, at once and after all the
// others. Nothing more is paid, nothing is overpaid that was not, and what is recorded
// stays.
func TestRefreshed(t *testing.T) {
	for _, f := range readClaims(t) {
		p := f.policy(t)
		var h coverage.History
		var claims []coverage.Claim
		again := func(c coverage.Claim) {
			t.Helper()
			a, err := p.Assess(c, h)
			if err != nil {
				t.Fatalf("%s: %v", f.name, err)
			}
			was, _ := h.Claim(c.Number)
			now, _ := a.History.Claim(c.Number)
			if a.Decision != coverage.Open && a.Payment.Now != 0 || a.History.Paid().Total() != h.Paid().Total() || differs(was, now) {
				t.Errorf("%s, claim %s: %+v\nwas %+v\nnow %+v\n%s\n%s", f.name, c.Number, a.Payment, was, now, h.Paid(), a.History.Paid())
			}
		}
		numbers := map[string]bool{}
		for _, block := range f.claim {
			h = disburse(t, h, block.all("disbursed"))
			c := f.claimOf(t, p.Scheme(), block)
			a, err := p.Assess(c, h)
			if err != nil {
				continue
			}
			if numbers[c.Number] { // a correction: what it was is not what it is
				claims = nil
			}
			h, numbers[c.Number] = a.History, true
			if again(c); a.Decision != coverage.Open { // others may settle it
				claims = append(claims, c)
			}
		}
		for _, c := range claims {
			again(c)
		}
	}
}

// differs reports whether two records differ other than by the bounds of an open claim in
// a series, which depend on the claims that came after it.
func differs(a, b coverage.Record) bool {
	if a.Series != "" {
		a.Least, a.Most = b.Least, b.Most
	}
	return a != b
}

// TestOtherHistory demands that a policy refuses the history of another one: of
// another number, edition, period or reading.
func TestOtherHistory(t *testing.T) {
	p := caseFile{}.policy(t)
	c := coverage.Claim{Number: "C-1", Items: []coverage.Item{{Head: jisa2024.Damages, Claimed: 1}}}
	own, err := p.Assess(c, coverage.History{})
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]string{
		"number":   strings.Replace(own.History.String(), " P-1 ", " P-2 ", 1),
		"edition":  strings.Replace(own.History.String(), "JISA-2024", "JISA-2025", 1),
		"period":   strings.Replace(own.History.String(), "2024-07-01", "2024-08-01", 1),
		"readings": strings.Replace(own.History.String(), "\n", " A4=classical\n", 1),
	} {
		body, _, _ := strings.Cut(s, "check ")
		h, err := coverage.ParseHistory(sealed(body))
		if err != nil {
			t.Fatal(name, err)
		}
		if _, err := p.Assess(c, h); !errors.Is(err, fault.ErrPolicy) {
			t.Error(name, err)
		}
		if _, err := p.Reserves(h); !errors.Is(err, fault.ErrPolicy) {
			t.Error(name, err)
		}
	}
	if _, err := p.Assess(c, own.History); err != nil {
		t.Error(err)
	}
}

// TestDamagedHistory changes every byte of a history, and cuts it at every place.
func TestDamagedHistory(t *testing.T) {
	for _, f := range readClaims(t)[:20] {
		p := f.policy(t)
		var h coverage.History
		for _, block := range f.claim {
			if a, err := p.Assess(f.claimOf(t, p.Scheme(), block), h); err == nil {
				h = a.History
			}
		}
		s := h.String()
		for i := range s {
			damaged := []byte(s)
			damaged[i] ^= 1
			for _, text := range []string{string(damaged), s[:i], s[:i] + s[i+1:]} {
				if g, err := coverage.ParseHistory(text); err == nil && text != "" || !g.IsZero() {
					t.Fatalf("%s, byte %d: %v", f.name, i, err)
				}
			}
		}
	}
}

// FuzzParseHistory reads texts as they are and with the right check value.
func FuzzParseHistory(f *testing.F) {
	const start = "history 1 P-1 JISA-2024 2024-07-01_16:00_-_2025-07-01_16:00\nheads damages 0; defence 0\n"
	for _, s := range []string{
		"", "history 1 P-1\n", start, start + "claim C-1 decision=open claimed=1 most=1\n",
		start + "claim C-1 series=S incident=I decision=payable claimed=5 due=4 paid=4 made=2024-09-10T10:00 discovered=2024-09-10 open=fire\n" +
			"part - damages 5 0\nseries S made=2024-09-10T10:00 open=a,b damages 5 4 3 2\n",
		start + "claim C-1 decision=payable claimed=5 due=5 paid=7 late=3\npart A reduced 3; damages 5 7 5\npart B defence 2 2\n",
		"history 1 \xba\nheads a 0\n", start + "claim C-1 decision=open claimed=1 due=-1 most=1\npossible - damages 1 0\n",
		start + "claim C-1 decision=open claimed=9 paid=2 least=3 most=9\ncertain - damages 3 0\npossible - damages 9 0\npart - damages 9 2 0\n",
		start + "claim A series=S decision=open least=2 most=9\ncertain - damages 2 0\npossible - reduced 1; damages 9 0\n" +
			"claim B series=S decision=open most=7\npossible - defence 7 0\npart - damages 5 0\nseries S damages 5 5\n",
		start + "claim C\x1b decision=open\n", start + "claim C series=S decision=open\n", start + "part A damages 1 1\n", start + "claim C-1 decision=paid\n", start + "claim C-1\n", start + "series S\n",
	} {
		f.Add(s)
	}
	p := caseFile{}.policy(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, s := range []string{s, sealed(s)} {
			h, err := coverage.ParseHistory(s)
			if err != nil {
				if !h.IsZero() {
					t.Error("an error, and a history")
				}
				continue
			}
			if h.String() != s {
				t.Errorf("%q is written %q", s, h.String())
			}
			text, err := json.Marshal(h)
			var back coverage.History
			if err != nil || json.Unmarshal(text, &back) != nil || !back.Equal(h) {
				t.Errorf("%q in JSON: %s, %v", s, text, err)
			}
			for r := range h.Claims() {
				if g, err := h.Disbursed(r.Number, 1_000); err == nil {
					if now, _ := g.Claim(r.Number); now.Paid != 1_000 {
						t.Error(now)
					}
				}
			}
			if reserves, err := p.Reserves(h); err == nil && (reserves.Least > reserves.Most || reserves.Least < 0) {
				t.Error(reserves)
			}
			c := coverage.Claim{Number: "C-1", Series: "outage", Items: []coverage.Item{{Head: jisa2024.Damages, Claimed: 1}}}
			if a, err := p.Assess(c, h); err == nil && a.Decision == coverage.Open && a.History.Paid().Total() != h.Paid().Total() {
				t.Error("an open claim takes of the limits")
			}
		}
	})
}

// TestDisbursed states what was really paid for claims that are one, several and a
// series, and refuses what cannot be.
func TestDisbursed(t *testing.T) {
	f := caseFile{terms: fields{{"assume", "usual clear"}, {"facts", "it-services=yes unforeseen-accident=yes"}}}
	p := f.policy(t)
	var h coverage.History
	for _, block := range []fields{
		{{"number", "one"}, {"made", "2024-09-10"}, {"item", "damages 5,000,000 accepted=all"}},                                                               // 4,000,000
		{{"number", "two"}, {"made", "2024-09-10"}, {"item", "damages 5,000,000 accepted=all demand=A"}, {"item", "damages 3,000,000 accepted=all demand=B"}}, // 4,000,000 and 2,000,000
		{{"number", "s1"}, {"series", "S"}, {"made", "2024-09-10"}, {"item", "damages 5,000,000 accepted=all"}},                                               // 4,000,000
		{{"number", "s2"}, {"series", "S"}, {"made", "2024-09-11"}, {"item", "damages 5,000,000 accepted=all"}},                                               // 5,000,000
		{{"number", "open"}, {"made", "2024-09-11"}, {"item", "damages 5,000,000"}},
		{{"number", "denied"}, {"made", "2024-09-11"}, {"facts", "wilful-act=yes"}, {"item", "damages 5,000,000 accepted=all"}},
	} {
		a, err := p.Assess(f.claimOf(t, p.Scheme(), block), h)
		if err != nil {
			t.Fatal(err)
		}
		h = a.History
	}
	for _, c := range []struct {
		number, paid string
		total, takes string // of the claim, and of all claims from the limits
	}{
		{"one", "4,000,000", "4,000,000", "19,000,000"},
		{"one", "3,000,000", "3,000,000", "19,000,000"},
		{"one", "4,500,000", "4,500,000", "19,500,000"},
		{"two", "7,000,000", "7,000,000", "20,000,000"},
		{"two", "0", "0", "19,000,000"},
		{"s1", "4,000,001", "4,000,001", "19,000,001"},
		{"s2", "4,000,000", "4,000,000", "19,000,000"},
		{"open", "1,000,000", "1,000,000", "20,000,000"}, // an advance
		{"denied", "0", "0", "19,000,000"},
	} {
		g, err := h.Disbursed(c.number, yen.MustParse(c.paid))
		if err != nil {
			t.Fatal(c, err)
		}
		r, _ := g.Claim(c.number)
		if r.Paid != yen.MustParse(c.total) || g.Paid().Total() != yen.MustParse(c.takes) {
			t.Errorf("%+v: %+v, %v", c, r, g.Paid())
		}
		if twice, err := g.Disbursed(c.number, r.Paid); err != nil || !twice.Equal(g) {
			t.Error(c, err)
		}
	}
	for _, c := range []struct {
		number string
		amount int64
		want   error
	}{{"none", 1, fault.ErrUnknown}, {"one", -1, fault.ErrRange}, {"one", 1_000_000_000_000_001, fault.ErrRange}, {"denied", 1, fault.ErrRange}} {
		if g, err := h.Disbursed(c.number, yen.Amount(c.amount)); !errors.Is(err, c.want) || !g.IsZero() {
			t.Error(c, err)
		}
	}
}
