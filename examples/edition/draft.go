// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

import (
	"slices"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// ransom is the fact that the draft asks about, and the 2024 edition does not.
const ransom fact.Name = "ransom"

// draft returns the rules with changes that are made up: dearer rows from 30億円 on, half
// the standard deductible, and ransoms excluded.
func draft(r coverage.Rules) coverage.Rules {
	r.Edition.ID += "-draft"
	r.Edition.JA, r.Edition.EN = r.Edition.JA+"（案）", r.Edition.EN+" (draft)"
	rows := r.Tariff.Tables[0].Rows
	for i := range rows {
		if rows[i].At >= 30*yen.Oku {
			rows[i].Annual += 10 * yen.Man
		}
	}
	for i := range r.Options {
		if r.Options[i].ID == jisa2024.LiabilityDeductible {
			r.Options[i].Standard = option.Yen(50 * yen.Man)
		}
	}
	r.Standard = r.Standard.With(jisa2024.LiabilityDeductible, option.Yen(50*yen.Man))
	for i := range r.Settings {
		if slices.Contains(r.Settings[i].Clauses, "LIM-01") {
			r.Settings[i].Least, r.Settings[i].Most = 50*yen.Man, 50*yen.Man
		}
	}
	r.Wording.Rules = append(r.Wording.Rules, exclusions.Rule{
		Clause: clause.Clause{ID: "EXC-99", JA: "身代金の支払い", EN: "payment of a ransom", Source: "案"},
		When:   exclusions.Is(ransom),
	})
	r.Wording.Questions = append(r.Wording.Questions, fact.Question{
		Fact: ransom, JA: "この明細は、身代金の支払いですか", EN: "Is this item the payment of a ransom?", Default: fact.No,
	})
	return r
}
