// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
	"github.com/baiseki/baiseki/yen"
)

// rules2025 is a made-up next edition: the year and its window, three premiums, one
// limit and one exclusion are others.
func rules2025(t *testing.T) coverage.Rules {
	t.Helper()
	r, err := jisa2024.Rules()
	if err != nil {
		t.Fatal(err)
	}
	r.Edition.ID = "JISA-2025"

	r.Calendar.Base = period.MustParse("2025-07-01 16:00 - 2026-07-01 16:00")
	r.Calendar.Opens, r.Calendar.Closes = period.MustParseDate("2025-05-12"), period.MustParseDate("2025-06-20")
	r.Calendar.Last = period.MustParseDate("2026-06-01")

	rows := r.Tariff.Tables[0].Rows
	rows[0].Annual, rows[1].Annual, rows[2].Annual = 112*yen.Man, 156*yen.Man, 230*yen.Man

	limit := slices.IndexFunc(r.Options, func(o option.Row) bool { return o.ID == jisa2024.LiabilityLimit })
	r.Options[limit].Standard = option.Yen(2 * yen.Oku)
	r.Standard[jisa2024.LiabilityLimit] = option.Yen(2 * yen.Oku)
	r.Settings[0].Least, r.Settings[0].Most = 2*yen.Oku, 2*yen.Oku

	r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
		Clause: clause.Clause{ID: "EXC-18", JA: "身代金の支払い", EN: "payment of a ransom", Source: "お支払いの対象とならない主な場合"},
		When:   exclusions.Is("ransom"),
	})
	r.Wording.Questions = append(r.Wording.Questions, fact.Question{
		Fact: "ransom", JA: "この明細は、身代金の支払いですか", EN: "Is this item the payment of a ransom?", Default: fact.No,
	})
	return r
}

// TestNextEdition holds two editions beside each other in one program: each has
// figures of its own, and neither takes the policies of the other.
func TestNextEdition(t *testing.T) {
	old, err := jisa2024.New()
	if err != nil {
		t.Fatal(err)
	}
	next, err := coverage.New(rules2025(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		scheme         coverage.Scheme
		applied, until string
		sales, premium yen.Amount
		facts          fact.Set
		claimed, paid  yen.Amount
	}{
		{old, "2024-06-14", "2025-07-01 16:00", 7 * yen.Oku, 1_262_000, fact.Set{}, 3 * yen.Oku, 1 * yen.Oku},
		// 1,120,000 + 2/5 of 440,000
		{next, "2025-06-20", "2026-07-01 16:00", 7 * yen.Oku, 1_296_000, fact.Set{}, 3 * yen.Oku, 2 * yen.Oku},
		{next, "2025-06-20", "2026-07-01 16:00", 7 * yen.Oku, 1_296_000, fact.Set{}.Yes("ransom"), 3 * yen.Oku, 0},
		// the seventh row is as it was
		{next, "2025-06-20", "2026-07-01 16:00", 60 * yen.Oku, 4_090_000, fact.Set{}, 500 * yen.Man, 400 * yen.Man},
	} {
		q, err := c.scheme.Quote(coverage.Application{Applied: period.MustParseDate(c.applied), Sales: premium.Sales{Amount: c.sales}})
		if err != nil || q.Membership.Period.End() != period.MustParseInstant(c.until) || q.Premium.Total != c.premium {
			t.Errorf("%s: %v, %v, %v", c.scheme.Edition().ID, q.Membership.Period, q.Premium.Total, err)
		}
		p, err := q.Record("1")
		if err != nil {
			t.Fatal(err)
		}
		made := period.On(nextDay(t, q.Membership.Period.Start().Date()))
		facts := c.facts.Over(fact.MustParse(cleared)).Over(fact.Set{}.Yes(jisa2024.ITServices, jisa2024.UnforeseenAccident))
		a, err := p.Assess(coverage.Claim{
			Number: "C-1",
			Facts:  facts.Else(c.scheme.Defaults()),
			Dates:  coverage.Dates{Made: made},
			Items:  []coverage.Item{{Head: jisa2024.Damages, Claimed: c.claimed, Accepted: yen.Exactly(c.claimed)}},
		}, coverage.History{})
		if err != nil || a.Payment.Now != c.paid || a.Least != a.Most {
			t.Errorf("%s: %v of %v, %v to %v, %v", c.scheme.Edition().ID, a.Payment.Now, c.claimed, a.Least, a.Most, err)
		}
		for _, other := range []coverage.Scheme{old, next} {
			_, err := other.Record(p.Terms())
			if same := other == c.scheme; same != (err == nil) || !same && !errors.Is(err, fault.ErrScheme) {
				t.Errorf("%s under %s: %v", c.scheme.Edition().ID, other.Edition().ID, err)
			}
		}
	}
	if _, err := old.Schedule().Bind(fact.Set{}.Yes("ransom")); !errors.Is(err, fault.ErrUnknown) {
		t.Errorf("the first edition knows a fact of the next: %v", err)
	}
}

// TestEditionIsData demands that no function stands in the rules of an edition.
func TestEditionIsData(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(path string, typ reflect.Type)
	walk = func(path string, typ reflect.Type) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		switch typ.Kind() {
		case reflect.Func, reflect.Chan, reflect.Interface, reflect.Pointer, reflect.UnsafePointer:
			t.Errorf("%s is a %s", path, typ.Kind())
		case reflect.Struct:
			for i := range typ.NumField() {
				f := typ.Field(i)
				walk(path+"."+f.Name, f.Type)
			}
		case reflect.Slice, reflect.Array:
			walk(path+"[]", typ.Elem())
		case reflect.Map:
			walk(path+" key", typ.Key())
			walk(path+"[]", typ.Elem())
		default:
		}
	}
	walk("Rules", reflect.TypeFor[coverage.Rules]())
}
