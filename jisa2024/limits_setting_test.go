// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"strings"
	"testing"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/jisa2024"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/option"
	"github.com/baiseki/baiseki/yen"
)

// limitsReadings are the readings that shape payments, each chosen.
type limitsReadings struct {
	Costs, Litigation, Cap, Defence, Scale, Related, Reputational, Reduction, Rounding coverage.Reading
}

func (r *limitsReadings) all() []*coverage.Reading {
	return []*coverage.Reading{&r.Costs, &r.Litigation, &r.Cap, &r.Defence, &r.Scale, &r.Related, &r.Reputational, &r.Reduction, &r.Rounding}
}

// limitsUnder returns the default readings but for those given.
func limitsUnder(chosen ...coverage.Reading) limitsReadings {
	r := limitsReadings{
		Costs: jisa2024.CostsOwnAndOverall, Litigation: jisa2024.LitigationInsideCosts, Cap: jisa2024.CapNone,
		Defence: jisa2024.DefenceWithinAggregate, Scale: jisa2024.ProRataRemaining, Related: jisa2024.RelatedOneClaim,
		Reputational: jisa2024.ReputationalOwnHead, Reduction: jisa2024.ReducedPayments, Rounding: jisa2024.RoundingDown,
	}
	for _, reading := range chosen {
		for _, of := range r.all() {
			if id, _, _ := strings.Cut(string(reading), "="); strings.HasPrefix(string(*of), id+"=") {
				*of = reading
			}
		}
	}
	return r
}

// limitsChoices are the amounts of a policy. Of all but the deductible, 0円 is not
// stated, and of a cover by endorsement it is not attached.
type limitsChoices struct {
	Liability, Deductible, Litigation, Custody, Malfunction, Regulatory yen.Amount
	Costs                                                               limitsCosts
	Declared                                                            yen.Ratio // 0 is not stated
}

type limitsCosts struct {
	AttackResponse, Investigation, Advisory, Restoration, OtherResponse, RecurrencePrevention, Reputational, Overall yen.Amount
}

// limitsStandard returns the standard setting.
func limitsStandard() limitsChoices {
	return limitsChoices{Liability: 1 * yen.Oku, Deductible: 100 * yen.Man, Litigation: 1_000 * yen.Man}
}

// limitsStated returns the standard setting with every own limit stated.
func limitsStated() limitsChoices {
	c := limitsStandard()
	c.Costs = limitsCosts{AttackResponse: 500 * yen.Man, Investigation: 2_000 * yen.Man, Advisory: 500 * yen.Man,
		Restoration: 3_000 * yen.Man, OtherResponse: 1_000 * yen.Man, RecurrencePrevention: 500 * yen.Man, Reputational: 500 * yen.Man}
	return c
}

// values returns what the policy states and the endorsements that it needs.
func (c limitsChoices) values() (option.Values, []clause.ID) {
	v := option.Values{jisa2024.LiabilityDeductible: option.Yen(c.Deductible)}
	for id, a := range map[option.ID]yen.Amount{
		jisa2024.LiabilityLimit: c.Liability, jisa2024.LitigationLimit: c.Litigation,
		jisa2024.CustodyLimit: c.Custody, jisa2024.MalfunctionLimit: c.Malfunction, jisa2024.RegulatoryLimit: c.Regulatory,
		jisa2024.AttackResponseLimit: c.Costs.AttackResponse, jisa2024.InvestigationLimit: c.Costs.Investigation,
		jisa2024.AdvisoryLimit: c.Costs.Advisory, jisa2024.RestorationLimit: c.Costs.Restoration,
		jisa2024.OtherResponseLimit: c.Costs.OtherResponse, jisa2024.RecurrencePreventionLimit: c.Costs.RecurrencePrevention,
		jisa2024.ReputationalLimit: c.Costs.Reputational, jisa2024.CostsLimit: c.Costs.Overall,
	} {
		if a != 0 {
			v[id] = option.Yen(a)
		}
	}
	if c.Declared != (yen.Ratio{}) {
		v[jisa2024.DeclaredRatio] = option.Ratio(c.Declared)
	}
	var attached []clause.ID
	for id, a := range map[clause.ID]yen.Amount{
		jisa2024.CustodyEndorsement: c.Custody, jisa2024.MalfunctionEndorsement: c.Malfunction, jisa2024.RegulatoryEndorsement: c.Regulatory,
	} {
		if a != 0 {
			attached = append(attached, id)
		}
	}
	return v, attached
}

// A limitsEdition makes programs, with the template of each set of readings made
// once.
type limitsEdition map[limitsReadings]limitsScheme

type limitsScheme struct {
	template limits.Program
	options  option.Table
}

func (e limitsEdition) program(c limitsChoices, r limitsReadings) (limits.Program, error) {
	s, ok := e[r]
	if !ok {
		var chosen []coverage.Reading
		for _, reading := range r.all() {
			chosen = append(chosen, *reading)
		}
		rules, err := jisa2024.Rules(chosen...)
		if err != nil {
			return limits.Program{}, err
		}
		if s.template, err = limits.New(rules.Limits, rules.Options); err != nil {
			return limits.Program{}, err
		}
		s.options = rules.Options
		e[r] = s
	}
	v, attached := c.values()
	settled, err := s.options.Settle(v, attached...)
	if err != nil {
		return limits.Program{}, err
	}
	return s.template.With(settled)
}

func (e limitsEdition) must(t testing.TB, c limitsChoices, r limitsReadings) limits.Program {
	t.Helper()
	p, err := e.program(c, r)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
