// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"encoding/json"
	"errors"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
)

// TestStored writes and reads what a host keeps, and is refused what it does not.
func TestStored(t *testing.T) {
	c := readMade(t)["series"][0]
	p := c.policy(t)
	claim := c.claimOf(t, p.Scheme(), c.claim[0])
	a, err := p.Assess(claim, coverage.History{})
	if err != nil {
		t.Fatal(err)
	}

	b, err := json.Marshal(claim)
	var back coverage.Claim
	if err != nil || json.Unmarshal(b, &back) != nil {
		t.Fatal(err)
	}
	if again, err := p.Assess(back, coverage.History{}); err != nil || !again.History.Equal(a.History) {
		t.Error(err)
	}
	text, err := p.Terms().Value()
	if err != nil {
		t.Fatal(err)
	}
	for _, src := range []any{text, []byte(text.(string))} {
		var terms coverage.Terms
		if err := terms.Scan(src); err != nil {
			t.Fatal(err)
		}
		if same, err := p.Scheme().Record(terms); err != nil || same.Terms().Number != "D-1" {
			t.Error(err)
		}
	}
	column, err := a.History.Value()
	var h coverage.History
	if err != nil || h.Scan(column) != nil || !h.Equal(a.History) {
		t.Error(err)
	}
	if none, err := (coverage.History{}).Value(); none != nil || err != nil || h.Scan(nil) != nil || !h.IsZero() {
		t.Error(none, err)
	}
	var verdict coverage.Verdict
	if err := verdict.UnmarshalText([]byte("not-covered")); err != nil || verdict != coverage.NotCovered {
		t.Error(verdict, err)
	}

	var application coverage.Application
	var rules coverage.Rules
	var terms coverage.Terms
	for name, err := range map[string]error{
		"a number as terms":       terms.Scan(7),
		"misspelt terms":          json.Unmarshal([]byte(`{"nummer":"1"}`), &terms),
		"terms of a later form":   json.Unmarshal([]byte(`{"v":2}`), &terms),
		"a misspelt claim":        json.Unmarshal([]byte(`{"nummer":"1"}`), &back),
		"a null application":      json.Unmarshal([]byte(`{"company":null}`), &application),
		"rules with two editions": json.Unmarshal([]byte(`{"edition":{},"edition":{}}`), &rules),
		"a verdict":               verdict.UnmarshalText([]byte("paid")),
		"a damaged history":       h.Scan("history 1"),
		"a scheme":                json.Unmarshal([]byte(`{}`), &coverage.Scheme{}),
		"a policy":                json.Unmarshal([]byte(`{}`), &coverage.Policy{}),
		"a quote":                 json.Unmarshal([]byte(`{}`), &coverage.Quote{}),
		"a payment":               json.Unmarshal([]byte(`{}`), &coverage.Payment{}),
		"a result":                json.Unmarshal([]byte(`{}`), &coverage.Result{}),
		"an assessment":           json.Unmarshal([]byte(`{}`), &coverage.Assessment{}),
		"a scheme, written":       second(json.Marshal(p.Scheme())),
	} {
		if f, ok := errors.AsType[*fault.Error](err); !ok || f.Text(language.Japanese) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	shown := map[string]any{}
	b, err = json.Marshal(a)
	if err != nil || json.Unmarshal(b, &shown) != nil || shown["decision"] != "payable" || shown["sheet"] == nil {
		t.Errorf("%s %v", b, err)
	}
}
