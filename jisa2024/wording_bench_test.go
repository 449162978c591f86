// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"testing"

	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/jisa2024"
)

// wordingFull returns the schedule of the 2024 edition with the post-delivery and the
// copyright endorsements, and an answer for every fact of it.
func wordingFull(b *testing.B) (exclusions.Schedule, fact.Set) {
	b.Helper()
	s, err := wordingOf(b).With(jisa2024.PostDeliveryEndorsement, jisa2024.CopyrightEndorsement)
	if err != nil {
		b.Fatal(err)
	}
	var f fact.Set
	for _, q := range s.Wording().Questions {
		f = f.No(q.Fact)
	}
	f = f.Yes("software-development", "in-japan", "claim-within-month", "late-completion", "sudden-accident", "system-stopped", "copyright")
	return s, fact.MustParse(f.String()) // names of their own, as a decoder makes them
}

// BenchmarkApplying goes from facts with names of their own to the rules that
// apply.
func BenchmarkApplying(b *testing.B) {
	s, f := wordingFull(b)
	b.ReportAllocs()
	for b.Loop() {
		bound, err := s.Bind(f)
		if err != nil {
			b.Fatal(err)
		}
		for range bound.Applying() {
		}
	}
}

// BenchmarkApplyingBound begins with facts that are bound.
func BenchmarkApplyingBound(b *testing.B) {
	s, f := wordingFull(b)
	bound, err := s.Bind(f)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for range bound.Applying() {
		}
	}
}

// BenchmarkFindings builds the finding of every rule, with its chain and remedies.
func BenchmarkFindings(b *testing.B) {
	s, f := wordingFull(b)
	bound, err := s.Bind(f)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for x := range bound.Findings() {
			if len(x.Chain) == 0 {
				b.Fatal(x)
			}
		}
	}
}

// BenchmarkSettleBound says whether anything is excluded, every fact known.
func BenchmarkSettleBound(b *testing.B) {
	s, f := wordingFull(b)
	bound, err := s.Bind(f.No("copyright"))
	if err != nil {
		b.Fatal(err)
	}
	if got := bound.Settle("").Truth; got != fact.No {
		b.Fatal(got)
	}
	b.ReportAllocs()
	for b.Loop() {
		bound.Settle("")
	}
}

// BenchmarkSettleHead says so for one head, in which a move acts.
func BenchmarkSettleHead(b *testing.B) {
	s, f := wordingFull(b)
	bound, err := s.Bind(f.No("copyright"))
	if err != nil {
		b.Fatal(err)
	}
	head := exclusions.Scope("liability").Head("malfunction")
	if got := bound.Settle(head).Truth; got != fact.No {
		b.Fatal(got)
	}
	b.ReportAllocs()
	for b.Loop() {
		bound.Settle(head)
	}
}

// BenchmarkSettleUsual says so with the default answers and the other facts
// unknown.
func BenchmarkSettleUsual(b *testing.B) {
	s, _ := wordingFull(b)
	bound, err := s.Bind(s.Defaults())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		bound.Settle("")
	}
}

// BenchmarkSettleNothingKnown says so with nothing known at all.
func BenchmarkSettleNothingKnown(b *testing.B) {
	s, _ := wordingFull(b)
	bound, err := s.Bind(fact.Set{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		bound.Settle("")
	}
}

// BenchmarkApplyingBoundByHand is the same schedule in booleans, with neither
// unknown facts nor names, scopes or reasons.
func BenchmarkApplyingBoundByHand(b *testing.B) {
	f := byHand{softwareDevelopment: true, inJapan: true, claimWithinMonth: true, lateCompletion: true, suddenAccident: true, systemStopped: true, copyright: true}
	b.ReportAllocs()
	for b.Loop() {
		_ = f.find(true, true)
	}
}

// BenchmarkApplyingByHand does so from open strings in a map.
func BenchmarkApplyingByHand(b *testing.B) {
	_, facts := wordingFull(b)
	m := map[string]bool{}
	for f, a := range facts.All() {
		m[string(f)] = a.Truth() == fact.Yes
	}
	b.ReportAllocs()
	for b.Loop() {
		f := fromMap(m)
		_ = f.find(true, true)
	}
}

func TestByHand(t *testing.T) {
	s, err := wordingOf(t).With(jisa2024.PostDeliveryEndorsement, jisa2024.CopyrightEndorsement)
	if err != nil {
		t.Fatal(err)
	}
	var no []fact.Name
	for _, q := range s.Wording().Questions {
		no = append(no, q.Fact)
	}
	for _, yes := range [][]fact.Name{
		{}, {"wilful-act"}, {"crime"}, {"crime", "crime-of-negligence"}, {"copyright"}, {"other-ip", "leak-in-attack"},
		{"late-completion"}, {"late-completion", "fire"}, {"late-completion", "sudden-accident", "system-stopped"},
		{"software-development", "in-japan", "claim-within-month"}, {"software-development", "in-japan", "never-delivered"},
		{"prepaid-issuer", "wrongful-transfer"}, {"property-damage", "property-left-out"}, {"licence-fee", "copyright"},
		{"custody-property", "property-left-out"}, {"bodily-injury", "malfunction"}, {"trademark"}, {"design-right", "copyright"},
		{"domain-name", "copyright", "mixed-ip-excluded"}, {"other-ip", "copyright"}, {"other-ip", "personality-right"},
		{"other-ip", "personality-right", "mixed-ip-excluded"}, {"other-ip", "copyright", "leak-in-attack"},
		{"other-ip", "copyright", "leak-in-attack", "mixed-ip-excluded"}, {"copyright", "leak-in-attack", "attacker-in-business"},
	} {
		b, err := s.Bind(fact.Set{}.No(no...).Yes(yes...))
		if err != nil {
			t.Fatal(err)
		}
		m := map[string]bool{}
		for _, f := range yes {
			m[string(f)] = true
		}
		f := fromMap(m)
		hand, i := f.find(true, true), 0
		for x := range b.Findings() {
			if (x.Applies == fact.Yes) != hand[i] {
				t.Errorf("%v: %s applies: %v", yes, x.Rule.ID, x.Applies)
			}
			i++
		}
	}
}

type byHand struct {
	wilfulAct, war, riot, labourDispute                                    bool
	earthquake, eruption, flood, tsunami, stormSurge                       bool
	aggravatedLiability, causeBeforeStart, knownAtStart                    bool
	crime, crimeOfNegligence, knewUnlawful, knewHarmful                    bool
	bodilyInjury, othersReputation                                         bool
	otherIP, copyright, personalityRight, leakInAttack, attackerInBusiness bool
	designRight, trademark, domainName, mixedIPExcluded                    bool
	licenceFee, productDefect, salesAnalysis, salesForecast, financial     bool
	lateCompletion, fire, suddenAccident, systemStopped                    bool
	cureCost, rePerformanceCost, recallCost                                bool
	prepaidIssuer, fundsTransferOperator, prepaidMisuse, wrongfulTransfer  bool
	cryptoExchange, softwareDevelopment, inJapan, neverDelivered           bool
	claimBefore, claimWithinMonth, knownBefore, knownWithinMonth           bool
	propertyDamage, custodyProperty, propertyLeftOut                       bool
}

// infringed reports whether a right is infringed that is excluded, and one that
// is not.
func (f *byHand) infringed(copyright bool) (excluded, covered bool) {
	leaked := f.leakInAttack && !f.attackerInBusiness
	excluded = f.otherIP && !leaked || f.copyright && copyright
	covered = f.otherIP && leaked || f.copyright && !copyright || f.personalityRight || f.designRight || f.trademark || f.domainName
	return excluded, covered
}

func (f *byHand) find(postDelivery, copyright bool) [20]bool {
	ip, other := f.infringed(copyright)
	return [20]bool{
		f.wilfulAct,
		f.war || f.riot || f.labourDispute,
		f.earthquake || f.eruption || f.flood || f.tsunami || f.stormSurge,
		f.aggravatedLiability,
		f.causeBeforeStart && f.knownAtStart,
		f.crime && !f.crimeOfNegligence,
		f.knewUnlawful || f.knewHarmful,
		f.bodilyInjury,
		f.othersReputation,
		ip && (!other || f.mixedIPExcluded),
		f.licenceFee,
		f.productDefect,
		f.salesAnalysis || f.salesForecast || f.financial,
		f.lateCompletion && !f.fire && !(f.suddenAccident && f.systemStopped),
		f.cureCost || f.rePerformanceCost || f.recallCost,
		(f.prepaidIssuer || f.fundsTransferOperator) && (f.prepaidMisuse || f.wrongfulTransfer),
		f.cryptoExchange,
		f.softwareDevelopment && f.inJapan &&
			(f.claimBefore || f.claimWithinMonth || f.knownBefore || f.knownWithinMonth) &&
			!(postDelivery && (f.claimWithinMonth || f.knownWithinMonth) && !f.claimBefore && !f.knownBefore),
		f.softwareDevelopment && f.inJapan && f.neverDelivered,
		(f.propertyDamage || f.custodyProperty) && f.propertyLeftOut,
	}
}

func fromMap(m map[string]bool) byHand {
	return byHand{
		wilfulAct: m["wilful-act"], war: m["war"], riot: m["riot"], labourDispute: m["labour-dispute"],
		earthquake: m["earthquake"], eruption: m["eruption"], flood: m["flood"], tsunami: m["tsunami"], stormSurge: m["storm-surge"],
		aggravatedLiability: m["aggravated-liability"], causeBeforeStart: m["cause-before-start"], knownAtStart: m["known-at-start"],
		crime: m["crime"], crimeOfNegligence: m["crime-of-negligence"], knewUnlawful: m["knew-unlawful"], knewHarmful: m["knew-harmful"],
		bodilyInjury: m["bodily-injury"], othersReputation: m["others-reputation"],
		otherIP: m["other-ip"], copyright: m["copyright"], personalityRight: m["personality-right"],
		designRight: m["design-right"], trademark: m["trademark"], domainName: m["domain-name"], mixedIPExcluded: m["mixed-ip-excluded"],
		leakInAttack: m["leak-in-attack"], attackerInBusiness: m["attacker-in-business"],
		licenceFee: m["licence-fee"], productDefect: m["product-defect"],
		salesAnalysis: m["sales-analysis"], salesForecast: m["sales-forecast"], financial: m["financial-analysis"],
		lateCompletion: m["late-completion"], fire: m["fire"], suddenAccident: m["sudden-accident"], systemStopped: m["system-stopped"],
		cureCost: m["cure-cost"], rePerformanceCost: m["re-performance-cost"], recallCost: m["recall-cost"],
		prepaidIssuer: m["prepaid-issuer"], fundsTransferOperator: m["funds-transfer-operator"],
		prepaidMisuse: m["prepaid-misuse"], wrongfulTransfer: m["wrongful-transfer"], cryptoExchange: m["crypto-exchange"],
		softwareDevelopment: m["software-development"], inJapan: m["in-japan"], neverDelivered: m["never-delivered"],
		claimBefore: m["claim-before-delivery"], claimWithinMonth: m["claim-within-month"],
		knownBefore: m["known-before-delivery"], knownWithinMonth: m["known-within-month"],
		propertyDamage: m["property-damage"], custodyProperty: m["custody-property"], propertyLeftOut: m["property-left-out"],
	}
}
