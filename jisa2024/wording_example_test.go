// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"fmt"
	"log"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/jisa2024"
)

// applied returns whether an exclusion applies under a reading of the edition.
func applied(reading coverage.Reading, rule clause.ID, facts fact.Set, attached ...clause.ID) fact.Truth {
	rules, err := jisa2024.Rules(reading)
	if err != nil {
		log.Fatal(err)
	}
	schedule, err := exclusions.New(rules.Wording)
	if err != nil {
		log.Fatal(err)
	}
	if schedule, err = schedule.With(attached...); err != nil {
		log.Fatal(err)
	}
	b, err := schedule.Bind(facts)
	if err != nil {
		log.Fatal(err)
	}
	f, _ := b.Finding(rule)
	return f.Applies
}

// The exclusions alone: what the post-delivery endorsement restores.
func ExampleWording_schedule() {
	rules, err := exclusions.New(jisa2024.Wording())
	if err != nil {
		log.Fatal(err)
	}
	facts := fact.Set{}.Yes("software-development", "in-japan", "claim-within-month").No("claim-before-delivery", "known-before-delivery")
	for _, attached := range [][]clause.ID{nil, {jisa2024.PostDeliveryEndorsement}} {
		with, err := rules.With(attached...)
		if err != nil {
			log.Fatal(err)
		}
		b, err := with.Bind(facts)
		if err != nil {
			log.Fatal(err)
		}
		f, _ := b.Finding("EXC-17")
		fmt.Println(f.Text(language.Japanese), f.Remedies)
	}
	// Output:
	// 免責事由に該当（EXC-17） [END-02]
	// 免責事由に該当（EXC-17）、特約による免責の不適用（END-02） []
}

// Reading A9: known at the start of which period.
func ExampleRules_knownCircumstances() {
	facts := fact.Set{}.Yes("cause-before-start", "known-at-start").No("cause-before-first-start")
	for _, r := range []coverage.Reading{jisa2024.KnownAtOwnStart, jisa2024.KnownAtFirstStart} {
		fmt.Println(r, applied(r, "EXC-05", facts))
	}
	// Output:
	// A9=own-start yes
	// A9=first-start no
}

// Reading A17: additional insureds are insured without their endorsement.
func ExampleRules_additionalInsureds() {
	for _, r := range []coverage.Reading{jisa2024.InsuredsAttached, jisa2024.InsuredsBuiltIn} {
		rules, err := jisa2024.Rules(r)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(r, rules.Attached)
	}
	// Output:
	// A17=attached []
	// A17=built-in [END-01]
}

// Reading A18: the post-delivery endorsement and what arose before delivery.
func ExampleRules_delivery() {
	facts := fact.Set{}.Yes("software-development", "in-japan", "claim-before-delivery").No("never-delivered")
	for _, r := range []coverage.Reading{jisa2024.DeliveryWithinMonth, jisa2024.DeliveryUntilMonthUp} {
		fmt.Println(r, applied(r, "EXC-17", facts, jisa2024.PostDeliveryEndorsement))
	}
	// Output:
	// A18=within-month yes
	// A18=until-month no
}

// Reading A18b: the cover to which the delivery exclusion applies.
func ExampleRules_deliveryScope() {
	for _, r := range []coverage.Reading{jisa2024.DeliveryForAll, jisa2024.DeliveryForLiability} {
		rules, err := jisa2024.Rules(r)
		if err != nil {
			log.Fatal(err)
		}
		for _, rule := range rules.Wording.Rules {
			if rule.Clause.ID == "EXC-17" {
				fmt.Println(r, rule.Scope.Meets("costs"))
			}
		}
	}
	// Output:
	// A18b=all true
	// A18b=liability false
}

// Reading A20: property without an endorsement.
func ExampleRules_property() {
	for _, r := range []coverage.Reading{jisa2024.PropertyOpen, jisa2024.PropertyExcluded} {
		fmt.Println(r, applied(r, "OPEN-01", fact.Set{}.Yes("property-damage")))
	}
	// Output:
	// A20=open unknown
	// A20=excluded yes
}

// Reading A29: whether a trademark is treated as a copyright is.
func ExampleRules_rights() {
	facts := fact.Set{}.Yes("trademark").No("other-ip", "copyright", "personality-right", "leak-in-attack")
	for _, r := range []coverage.Reading{jisa2024.RightsAsCopyright, jisa2024.RightsExcluded} {
		fmt.Println(r, applied(r, "EXC-10", facts))
	}
	// Output:
	// A29=as-copyright no
	// A29=excluded yes
}
