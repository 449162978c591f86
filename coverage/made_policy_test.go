// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// TestMadeTermsRefused records terms with one fault each.
func TestMadeTermsRefused(t *testing.T) {
	scheme := made(t)
	type terms = coverage.Terms
	for path, c := range map[string]struct {
		change func(*terms)
		want   *fault.Reason
	}{
		"edition":            {func(x *terms) { x.Edition = "DRONE-26" }, fault.ErrScheme},
		"readings":           {func(x *terms) { x.Readings = []coverage.Reading{defenceBeside} }, fault.ErrScheme},
		"number":             {func(x *terms) { x.Number = "" }, fault.ErrMissing},
		"number ":            {func(x *terms) { x.Number = "D 1" }, fault.ErrSyntax},
		"period":             {func(x *terms) { x.Period = period.Period{} }, fault.ErrMissing},
		"period ":            {func(x *terms) { x.Period = period.MustParse("2025-05-02 00:00 - 2026-04-01 12:00") }, fault.ErrRange},
		"first":              {func(x *terms) { x.First = period.MustParseInstant("2025-04-01 13:00") }, fault.ErrOrder},
		"attached[0]":        {func(x *terms) { x.Attached = []clause.ID{"E9"} }, fault.ErrUnknown},
		"options.deductible": {func(x *terms) { x.Options["deductible"] = option.Yen(60 * yen.Man) }, fault.ErrRange},
		"options.privacy":    {func(x *terms) { x.Options["privacy"] = option.Yen(60 * yen.Man) }, fault.ErrMisplaced},
		"reduction.ratio":    {func(x *terms) { x.Reduction.Ratio = yen.Percent(101) }, fault.ErrRange},
	} {
		x := madeTerms(scheme)
		c.change(&x)
		_, err := scheme.Record(x)
		var f *fault.Error
		if !errors.As(err, &f) || f.Op != "coverage.Record" || f.Path != strings.TrimSpace(path) || f.Reason != c.want {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestMadePolicy holds what a policy gives back, and that it does not change with what
// the caller holds.
func TestMadePolicy(t *testing.T) {
	scheme := made(t, defenceBeside)
	terms := madeTerms(scheme)
	terms.Attached = []clause.ID{"E5", "E1"}
	p, err := scheme.Record(terms)
	if err != nil {
		t.Fatal(err)
	}
	want := p.Terms()
	terms.Options["forensics"], terms.Readings[0], terms.Attached[0] = option.Yen(1), relatedEach, "E9"
	given := p.Terms()
	given.Options["forensics"], given.Readings[0], given.Attached[0] = option.Yen(1), relatedEach, "E9"
	if !reflect.DeepEqual(want, p.Terms()) || !slices.Equal(want.Attached, []clause.ID{"E1", "E5"}) {
		t.Errorf("%+v becomes %+v", want, p.Terms())
	}
	b, err := json.Marshal(p)
	var back coverage.Terms
	if err != nil || json.Unmarshal(b, &back) != nil {
		t.Fatal(err, string(b))
	}
	again, err := p.Scheme().Record(back)
	if err != nil || !reflect.DeepEqual(want, again.Terms()) {
		t.Errorf("%s reads as %v: %v", b, again.Terms(), err)
	}
	if _, err := p.UnderDeclared(premium.Reduction{}); !errors.Is(err, fault.ErrMissing) {
		t.Error(err)
	}
	by, err := premium.NewReduction(1, 2)
	if err != nil {
		t.Fatal(err)
	}
	if p, err = p.UnderDeclared(by); err != nil || p.Terms().Reduction != by {
		t.Errorf("%+v %v", p.Terms().Reduction, err)
	}
}

// TestMadeHistory stores a history as text between the claims, and looks at what is
// left of the limits.
func TestMadeHistory(t *testing.T) {
	c := readMade(t)["series"][0] // 4,900,000 and 3,000,000 for one series
	p := c.policy(t)
	var h coverage.History
	for _, l := range c.claim[:2] {
		a, err := p.Assess(c.claimOf(t, p.Scheme(), l), h)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(a.History)
		if err != nil || json.Unmarshal(b, &h) != nil || !h.Equal(a.History) {
			t.Fatalf("%s reads as %v: %v", b, h, err)
		}
	}
	want := sealed("history 1 D-1 DRONE-25 2025-04-01_12:00_-_2026-04-01_12:00\n" +
		"heads damages 0; defence 0; forensics 0; hearing 0; notices 0; posts 0; privacy 0; restore 0; urgent 0\n" +
		"claim C-1 series=crash decision=payable claimed=5000000 due=4900000 paid=4900000 made=2025-06-01\npart - damages 5000000 0\n" +
		"claim C-2 series=crash decision=payable claimed=3000000 due=3000000 paid=3000000 made=2026-05-01\npart - damages 3000000 0\n" +
		"series crash made=2025-06-01 damages 8000000 7900000\n")
	if h.String() != want {
		t.Errorf("got %q, want %q", h, want)
	}
	for name, s := range h.Series() {
		if name != "crash" || !strings.HasPrefix(s.String(), "damages 8000000 7900000; ") {
			t.Errorf("%s %v", name, s)
		}
		break
	}
	reserves, err := p.Reserves(h)
	if err != nil {
		t.Fatal(err)
	}
	got := map[clause.ID]string{}
	for _, r := range reserves.Limits {
		got[r.Limit.ID] = r.Left.String()
		if r.Most != 0 {
			t.Error(r)
		}
	}
	want = "map[L10:100万円 L13:300万円 L4:9,210万円 L6:500万円 L7:]" // the policy does not state L7
	if fmt.Sprint(got) != want {
		t.Error(got)
	}
	other, err := coverage.ParseHistory(sealed("history 1 D-2\nheads \n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Reserves(other); !errors.Is(err, fault.ErrPolicy) {
		t.Error(err)
	}
	if _, err := p.Assess(c.claimOf(t, p.Scheme(), c.claim[0]), other); !errors.Is(err, fault.ErrPolicy) {
		t.Error(err)
	}
}

// TestMadeHistoryForms reads histories that no assessment writes.
func TestMadeHistoryForms(t *testing.T) {
	const start = "history 1 D-1\nheads damages 0\n"
	const claim = start + "claim A decision=payable claimed=8 due=7 paid=7"
	for s, want := range map[string]*fault.Reason{
		"D-1":           fault.ErrSyntax,
		sealed("D-1\n"): fault.ErrSyntax,
		sealed("history 2 D-1\nheads damages 0\n"):                         fault.ErrSyntax,
		sealed("history 1 \xba\nheads damages 0\n"):                        fault.ErrSyntax,
		sealed("history 1 D-1\n"):                                          fault.ErrConflict,
		sealed("history 1 D-1\nheads damages 7\n"):                         fault.ErrSyntax,
		sealed("history 1 D-1\nheads x y z\n"):                             fault.ErrSyntax,
		start:                                                              fault.ErrConflict,
		sealed(start)[1:]:                                                  fault.ErrSyntax,
		sealed(claim + "\n")[:60]:                                          fault.ErrConflict,
		sealed(claim):                                                      fault.ErrConflict, // no end of the line
		sealed(start + "claim A\n"):                                        fault.ErrSyntax,
		sealed(start + "claim A decision=paid\n"):                          fault.ErrSyntax,
		sealed(start + "claim A decision=open paid=-1\n"):                  fault.ErrSyntax,
		sealed(start + "claim A decision=open paid=0\n"):                   fault.ErrSyntax,
		sealed(start + "claim A decision=open claimed=1000000000000001\n"): fault.ErrSyntax,
		sealed(start + "claim A claimed=1 decision=open\n"):                fault.ErrConflict,
		sealed(start + "claim A decision=open made=noon\n"):                fault.ErrSyntax,
		sealed(start + "claim A decision=open first=noon\n"):               fault.ErrSyntax,
		sealed(start + "claim A decision=open undated=cause\n"):            fault.ErrSyntax,
		sealed(start + "claim A decision=open undated=made,made\n"):        fault.ErrSyntax,
		sealed(start + "claim A decision=open undated=discovered,made\n"):  fault.ErrSyntax,
		sealed(start + "claim A decision=open colour=red\n"):               fault.ErrSyntax,
		sealed(start + "claim A decision=open\nclaim A decision=open\n"):   fault.ErrConflict,
		sealed(start + "part - damages 8 7\n"):                             fault.ErrSyntax,
		sealed(claim + "\npart - damages 7\n"):                             fault.ErrSyntax,
		sealed(claim + "\npart \x1b damages 8 7\n"):                        fault.ErrSyntax,
		sealed(start + "claim \u202e decision=open\n"):                     fault.ErrSyntax,
		sealed(start + "claim A series=- decision=open\n"):                 fault.ErrSyntax,
		sealed(start + "claim A incident= decision=open\n"):                fault.ErrSyntax,
		sealed(start + "claim A decision=open open=a,,b\n"):                fault.ErrSyntax,
		sealed(start + "claim A series=S decision=open\n"):                 fault.ErrSyntax, // without the series
		sealed(start + "\n"):                                               fault.ErrSyntax,
		sealed(claim + "\npart - defence 8 7\n"):                           fault.ErrPolicy,
		sealed(start + "series S made=noon damages 8 7\n"):                 fault.ErrSyntax,
		sealed(start + "series S damages 7\n"):                             fault.ErrSyntax,
		sealed(start + "other a b\n"):                                      fault.ErrSyntax,
		strings.Repeat("x", 64<<20+1):                                      fault.ErrSize,
	} {
		h := coverage.History{}
		if err := h.UnmarshalText([]byte(s)); !errors.Is(err, want) || !h.IsZero() {
			t.Errorf("%.120q: %v", s, err)
		}
	}
	h, err := coverage.ParseHistory(sealed(claim + " open=a,b\npart - damages 8 7\nclaim B series=S decision=open claimed=1 most=1\n" +
		"series S open=b,c damages 8 7\n"))
	if err != nil || !slices.Equal(h.Undivided(), []string{"a", "b", "c"}) || h.Paid().String() != "damages 14" {
		t.Errorf("%v %v", h.Undivided(), err)
	}
	for name := range h.Series() {
		if name != "S" {
			t.Error(name)
		}
	}
	if r, ok := h.Claim("B"); !ok || r != (coverage.Record{Number: "B", Series: "S", Decision: coverage.Open, Claimed: 1, Most: 1}) {
		t.Error(r)
	}
	if _, ok := h.Claim("C"); ok {
		t.Error("there is no claim C")
	}
}

// TestMadeHistoryFull assesses claims after histories that leave no room for what is
// or may be paid: the payments under a head, or the losses of a series, pass the
// largest amount. The defence costs are beside the limit, and erode none.
func TestMadeHistoryFull(t *testing.T) {
	const (
		start  = "history 1 D-1 DRONE-25 2025-04-01_12:00_-_2026-04-01_12:00 R1=beside\n"
		heads  = start + "heads damages 0; defence 0; forensics 0; hearing 0; notices 0; posts 0; privacy 0; restore 0; urgent 0\n"
		full   = heads + "claim A decision=payable\npart - defence 1000000000000000 1000000000000000\n"
		lost   = heads + "series crash made=2025-06-01 damages 1000000000000000 0\n"
		common = "facts: accident=yes consented=yes leak=yes intrusion=no letter=yes\nmade: 2025-06-01\ndiscovered: 2025-06-01\n"
		notice = "item: notices 8,000,000 incurred=2025-06-02\n"
	)
	for name, c := range map[string]struct{ history, claim, want string }{
		"other heads":              {start + "heads hull 0\nclaim A decision=payable\npart - hull 1 1\n", "item: damages 5,000,000", "history"},
		"a certain payment":        {full, "item: defence 5,000,000", "items"},
		"of several":               {full, "item: damages 1 demand=A\nitem: damages 1 demand=B\nitem: defence 5,000,000 demand=B", "items"},
		"one of which is unstated": {full, notice + "item: damages 1 demand=A\nitem: damages 1 demand=B\nitem: defence 5,000,000 demand=B", "items"},
		"a possible payment":       {full, "item: damages 1,000,000 demand=A wilful=not-known\nitem: damages 1 demand=B\nitem: defence 5,000,000 demand=A", "items"},
		"losses of a series":       {lost, "series: crash\nitem: damages 5,000,000", "items"},
		"possible losses":          {lost, "series: crash\nitem: damages 5,000,000 wilful=not-known", "items"},
	} {
		made := parseMade(t, name, "case: "+name+"\nreadings: R1=beside\nclaim: after it\n"+common+c.claim)[0]
		p := made.policy(t)
		h, err := coverage.ParseHistory(sealed(c.history))
		if err != nil {
			t.Fatal(err)
		}
		_, err = p.Assess(made.claimOf(t, p.Scheme(), made.claim[0]), h)
		var f *fault.Error
		if !errors.As(err, &f) || f.Op != "coverage.Assess" || f.Path != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestMadeManyItems refuses more than a thousand items.
func TestMadeManyItems(t *testing.T) {
	p, err := made(t).Record(madeTerms(made(t)))
	if err != nil {
		t.Fatal(err)
	}
	many := coverage.Claim{Number: "C-1", Items: slices.Repeat([]coverage.Item{{Head: "damages", Claimed: 1}}, 1_001)}
	if _, err := p.Assess(many, coverage.History{}); !errors.Is(err, fault.ErrSize) {
		t.Error(err)
	}
}
