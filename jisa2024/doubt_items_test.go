// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"testing"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/internal/cases"
)

// developed are the answers of claims about software that was developed.
const developed = "it-services=yes unforeseen-accident=yes software-development=yes in-japan=yes business-interference=yes"

// TestDoubtOfItems bounds claims with several third-party claims, or with items that have dates
// and facts of their own.
func TestDoubtOfItems(t *testing.T) {
	for name, c := range map[string]struct {
		facts string
		dates fields
		want  string
	}{
		// What an item says of its own work is not said of that of another third-party claim.
		"one of two was never delivered": {
			developed, fields{
				{"made", "2024-11-01"}, {"cause", "2024-08-01"}, {"aware", "never"},
				{"item", "damages 3,000,000 accepted=all excess=0 demand=A never-delivered=yes"},
				{"item", "damages 7,000,000 accepted=all excess=0 demand=B"},
			}, "open 0 to 6,000,000",
		},
		// 80,000,000 or nothing, and 60,000,000 with 5,000,000 of defence costs, less 1,000,000 each,
		// within 100,000,000: from 64,000,000 to 100,000,000. The bounds leave the defence costs
		// out, and put them beside.
		"two third-party claims and one limit": {
			developed + " software-development=no", fields{
				{"made", "2024-11-01"},
				{"item", "damages 80,000,000 excess=0 demand=A"},
				{"item", "damages 60,000,000 accepted=all excess=0 demand=B"},
				{"item", "defence 5,000,000 accepted=all excess=0 demand=B"},
			}, "open 59,000,000 to 105,000,000",
		},
		// The third-party claim is dated: nobody knew of it before, and the costs are paid.
		"costs beside a claim of which nobody knew": {
			developed + " cyber-attack=yes managed-system=yes leak=yes directly-necessary=yes with-consent=yes", fields{
				{"cause", "2024-09-25"}, {"delivered", "2024-09-20"}, {"discovered", "2024-10-01"}, {"aware", "never"},
				{"item", "investigation 5,000,000 accepted=all incurred=2024-10-02"},
				{"item", "damages 7,000,000 accepted=all excess=0 made=2025-03-01"},
			}, "payable 11,000,000 to 11,000,000",
		},
	} {
		f := caseFile{terms: fields{
			{"limits", "attack-response=20,000,000 investigation=20,000,000 advisory=20,000,000"},
			{"facts", c.facts}, {"assume", "usual clear"},
		}}
		p := f.policy(t)
		a, err := p.Assess(f.claimOf(t, p.Scheme(), c.dates), coverage.History{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := a.Decision.String() + " " + cases.Yen(a.Least) + " to " + cases.Yen(a.Most); got != c.want {
			t.Errorf("%s: got %s, want %s\n%s", name, got, c.want, a)
		}
	}
}

// TestWantsExcess asks for the amount that is owed only under an agreement where there is or may be
// one, and it is not known; not of an item that is denied, or of costs.
func TestWantsExcess(t *testing.T) {
	for name, c := range map[string]struct {
		facts, item string
		want        bool
	}{
		"an agreement":         {"aggravated-liability=yes", "damages 3,000,000 accepted=all", true},
		"perhaps an agreement": {"aggravated-liability=not-known", "damages 3,000,000 accepted=all", true},
		"no agreement":         {"aggravated-liability=no", "damages 3,000,000 accepted=all", false},
		"the amount is known":  {"aggravated-liability=yes", "damages 3,000,000 accepted=all excess=1,000,000", false},
		"denied":               {"aggravated-liability=yes wilful-act=yes", "damages 3,000,000 accepted=all", false},
		"costs":                {"aggravated-liability=not-known", "defence 3,000,000 accepted=all", false},
	} {
		f := caseFile{terms: fields{{"facts", "it-services=yes unforeseen-accident=yes " + c.facts}, {"assume", "usual clear"}}}
		p := f.policy(t)
		a, err := p.Assess(f.claimOf(t, p.Scheme(), fields{{"made", "2024-11-01"}, {"cause", "2024-08-01"}, {"item", c.item}}), coverage.History{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := a.Items()[0].WantsExcess(); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if (coverage.Result{}).WantsExcess() {
		t.Error("the zero Result")
	}
}
