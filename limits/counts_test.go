// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// counting is a program with a limit for each person, a waiting period and a deductible
// for the period.
func counting(t *testing.T) limits.Program {
	t.Helper()
	p, err := readTree("[ gifts per-unit:U:10 profit waiting:W:12:first-hours fees aggregate-deductible:P:50 ]")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestCounts keeps counts where the claim is kept, worked by hand.
func TestCounts(t *testing.T) {
	p := counting(t)
	first, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "gifts", Amount: 100, Count: 3},
		limits.Loss{Head: "profit", Amount: 90, Count: 36}, limits.Loss{Head: "fees", Amount: 40, Count: 2})
	if err != nil {
		t.Fatal(err)
	}
	second, err := p.Pay(first.Paid, first.Series, limits.Loss{Head: "gifts", Amount: 5, Count: 4},
		limits.Loss{Head: "profit", Amount: 9, Count: 36}, limits.Loss{Head: "fees", Amount: 30})
	if err != nil || second.Now != 40+6+20 {
		t.Fatal(second, err)
	}
	s := first.Series
	less := func(head limits.Head, a yen.Amount, n int64) limits.Series {
		lost, err := p.Series(limits.Loss{Head: head, Amount: a, Count: n})
		if err != nil {
			t.Fatal(err)
		}
		return lost
	}
	for name, c := range map[string]struct{ got, want string }{
		"period":         {first.Paid.String(), "fees 0 bears 40; gifts 30; profit 60"},
		"claim":          {s.String(), "fees 40 0 bears 40 count 2; gifts 100 30 count 3; profit 90 60 hours 36"},
		"period later":   {second.Paid.String(), "fees 20 bears 50; gifts 70; profit 66"},
		"claim later":    {second.Series.String(), "fees 70 20 bears 50 count 2; gifts 105 70 count 7; profit 99 66 hours 36"},
		"less people":    {s.Less(less("gifts", 60, 2)).Short(), "fees 40 0 bears 40 count 2; gifts 40 30 count 1; profit 90 60 hours 36"},
		"less hours":     {s.Less(less("profit", 60, 36)).Short(), "fees 40 0 bears 40 count 2; gifts 100 30 count 3; profit 30 60 hours 36"},
		"all less":       {s.Less(s).Short(), "fees 0 0 bears 40; gifts 0 30; profit 0 60"},
		"joined":         {s.Join(second.Series).Short(), "fees 110 20 bears 90 count 4; gifts 205 100 count 10; profit 189 126 hours 36"},
		"joined none":    {s.Join(limits.Series{}).Short(), s.Short()},
		"other hours":    {s.Join(less("profit", 1, 24)).Short(), "fees 40 0 bears 40 count 2; gifts 100 30 count 3; profit 91 60 hours 0"},
		"losses beyond":  {second.Series.Losses(s).Short(), "fees 30 0; gifts 5 0 count 4; profit 9 0 hours 36"},
		"settled":        {s.Settled().Short(), "fees 40 40 count 2; gifts 100 100 count 3; profit 90 90 hours 36"},
		"borne, no loss": {fmt.Sprint(s.Less(s).IsZero()), "false"},
		"part":           {fmt.Sprint(s.Of("gifts")), "{100円 3 30円 30円 30円 0円}"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", name, c.got, c.want)
		}
	}
	for _, text := range []string{s.String(), second.Series.String(), s.Join(less("profit", 1, 24)).String()} {
		if back, err := limits.ParseSeries(text); err != nil || back.String() != text {
			t.Error(back, err)
		}
		if back, err := first.Paid.Series(text); err != nil || back.String() != text {
			t.Error(back, err)
		}
	}
	// A claim that is assessed anew bears what it bore.
	again, err := p.Pay(second.Paid, second.Series.Less(second.Series), lost(second.Series)...)
	if err != nil || again.Now != 0 || again.Paid != second.Paid || again.Series != second.Series {
		t.Error(again, err)
	}
	// Without the claim the period bears nothing.
	paid, err := second.Paid.With(second.Series, limits.Series{})
	if err != nil || paid.String() != "fees 0; gifts 0; profit 0" {
		t.Error(paid, err)
	}
	if _, err := paid.With(second.Series, limits.Series{}); !errors.Is(err, fault.ErrPolicy) {
		t.Error(err)
	}
}

// TestRemainingDeductible gives what is still to be borne.
func TestRemainingDeductible(t *testing.T) {
	p, err := readTree("[ a b ] aggregate-deductible:P:50 per-period:A:100")
	if err != nil {
		t.Fatal(err)
	}
	for paid, want := range map[string]string{"": "P 50円 A 100円 ", "a 70 bears 20; b 10 bears 5": "P 25円 A 20円 ", "a 0 bears 60; b 0": "P 0円 A 100円 "} {
		var history limits.Paid
		if err := history.UnmarshalText([]byte(paid)); err != nil {
			t.Fatal(err)
		}
		left, err := p.Remaining(history)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for id, a := range left {
			got += fmt.Sprint(id, " ", a, " ")
		}
		if got != want {
			t.Errorf("%q: %q, want %q", paid, got, want)
		}
		for range left {
			break
		}
	}
}

// TestCountFaults demands the path of a count that is missing or wrong.
func TestCountFaults(t *testing.T) {
	p := counting(t)
	for _, c := range []struct {
		series string
		loss   limits.Loss
		path   string
		want   error
	}{
		{"", limits.Loss{Head: "gifts", Amount: 1}, "losses[1].count", fault.ErrMissing},
		{"", limits.Loss{Head: "profit", Amount: 1}, "losses[1].count", fault.ErrMissing},
		{"", limits.Loss{Head: "gifts", Amount: 1, Count: -1}, "losses[1].count", fault.ErrRange},
		{"", limits.Loss{Head: "gifts", Count: math.MaxInt64}, "losses[1].count", fault.ErrRange},
		{"gifts 1 0 count 1000000000000000", limits.Loss{Head: "gifts", Amount: 1, Count: 1}, "losses[1].count", fault.ErrOverflow},
		{"profit 1 0 hours 5", limits.Loss{Head: "profit", Amount: 1, Count: 6}, "losses[1].count", fault.ErrConflict},
		{"gifts 1 0", limits.Loss{Head: "fees", Amount: 1}, "series", fault.ErrMissing},
		{"profit 1 0 hours 0", limits.Loss{Head: "fees", Amount: 1}, "series", fault.ErrConflict},
		{"fees 1 0 bears 1", limits.Loss{Head: "fees", Amount: 1}, "series", fault.ErrPolicy},
		{"gifts 1 0 count 1", limits.Loss{Head: "gifts", Count: 7}, "", nil},
	} {
		of, err := limits.ParsePaid("fees 0; gifts 0; profit 0")
		if err != nil {
			t.Fatal(err)
		}
		s, err := of.Series(c.series)
		if err != nil {
			t.Fatal(err)
		}
		_, err = p.Pay(of, s, limits.Loss{Head: "fees"}, c.loss)
		var e *fault.Error
		if !errors.Is(err, c.want) || err != nil && (!errors.As(err, &e) || e.Path != c.path) {
			t.Errorf("%q %+v: %v", c.series, c.loss, err)
		}
	}
	// A head without such a term takes a loss with or without a count.
	if _, err := p.Pay(limits.Paid{}, limits.Series{}, limits.Loss{Head: "fees", Amount: 1, Count: 4}, limits.Loss{Head: "fees", Amount: 1}); err != nil {
		t.Error(err)
	}
}

// TestLossAsJSON stores a loss with and without a count.
func TestLossAsJSON(t *testing.T) {
	for text, l := range map[string]limits.Loss{`{"head":"a","amount":5}`: {Head: "a", Amount: 5}, `{"head":"a","amount":5,"count":7}`: {Head: "a", Amount: 5, Count: 7}} {
		var back limits.Loss
		b, err := json.Marshal(l)
		if err != nil || string(b) != text || json.Unmarshal(b, &back) != nil || back != l {
			t.Errorf("%s %+v %v", b, back, err)
		}
	}
}

// TestManyHeads pays under 32 heads, of which each has a limit with the same clause, and
// pays again; what is due under each is worked by hand.
func TestManyHeads(t *testing.T) {
	var nodes []limits.Node
	var losses []limits.Loss
	for i := range 32 {
		h := limits.Head(fmt.Sprintf("h%02d", i))
		nodes = append(nodes, limits.On(h, limits.Aggregate("L", option.Yen(10))))
		losses = append(losses, limits.Loss{Head: h, Amount: 6})
	}
	p, err := program(limits.Group(nodes...).Then(limits.Aggregate("A", option.Yen(301))), nil)
	if err != nil {
		t.Fatal(err)
	}
	first, err := p.Pay(limits.Paid{}, limits.Series{}, losses...)
	if err != nil || first.Now != 192 {
		t.Fatal(first.Now, err)
	}
	second, err := p.Pay(first.Paid, limits.Series{}, losses...) // 4 of each, of 109 that are left
	if err != nil || second.Now != 109 {
		t.Fatal(second.Now, err)
	}
	i := 0
	for h, part := range second.Parts() {
		want := yen.Amount(4)
		switch {
		case i == 27:
			want = 1
		case i > 27:
			want = 0
		}
		if part.Now != want || part.Due != want || part.Paid != want || part.Loss != 6 || second.Series.Of(h).Due != want {
			t.Errorf("%s: %+v, want %d", h, part, want)
		}
		i++
	}
	if second.Paid.Total() != 301 || second.Series.Due() != 109 || second.Series.Paid() != 109 {
		t.Error(second)
	}
	again, err := p.Pay(second.Paid, second.Series.Less(second.Series), losses...)
	if err != nil || again.Now != 0 || again.Paid != second.Paid || again.Series != second.Series {
		t.Error(again, err)
	}
	if back, err := limits.ParseSeries(second.Series.String()); err != nil || back != second.Series {
		t.Error(back, err)
	}
	if back, err := limits.ParsePaid(second.Paid.String()); err != nil || back != second.Paid {
		t.Error(back, err)
	}
	for h, part := range (limits.Payment{}).Parts() {
		t.Error(h, part)
	}
	for h, part := range again.Parts() {
		if part.Now != 0 {
			t.Error(h, part)
		}
	}
	zero, err := p.Pay(second.Paid, second.Series.PaidMore("h31", 7))
	if !errors.Is(err, fault.ErrPolicy) {
		t.Error(zero, err)
	}
}
