// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// mustReach is what the random claims have to come upon, a line each: a rule
// that they never reach is one that cannot fail.
const mustReach = `
property in custody, left out yes
property in custody, left out no
property in custody, A20 covered
property by malfunction, left out yes
property by malfunction, left out no
property by malfunction, A20 covered
other property, left out yes
other property, left out no
other property, A20 covered
custody under damages, END-03
custody under custody, END-03 yes
custody under custody, END-03 no
malfunction under damages, END-04
malfunction under malfunction, END-04 yes
malfunction under malfunction, END-04 no
the device itself
bodily injury by malfunction, END-04, damages
bodily injury by malfunction, END-04, custody
bodily injury by malfunction, END-04, malfunction
bodily injury by malfunction, END-04, defence
bodily injury by malfunction, END-04, cooperation
bodily injury by malfunction, END-04, litigation-response
bodily injury by malfunction, END-04, restoration
never delivered, liability, excluded yes
never delivered, costs, excluded yes
never delivered, costs, excluded no
never delivered, END-02, A18 until the month
delivered and past the month
END-02, early yes
END-02, early no
END-02 until the month, early yes
END-02 until the month, early no
no requirements-met for attack-response
no requirements-met for investigation
no requirements-met for advisory
no requirements-met for restoration
no requirements-met for other-response
no requirements-met for recurrence-prevention
no requirements-met for litigation-response
no with-consent for defence
no at-insurers-request for cooperation
no directly-necessary for advisory
no necessary-for-suit for litigation-response
under another head
incidents 2 and 3 are no other loss
investigation or advice
consolation, clear yes
consolation, clear no
defence alone, granted yes
defence alone, granted no
defence of a demand, granted yes
defence of a demand, granted no
cooperation alone, granted yes
cooperation alone, granted no
cooperation of a demand, granted yes
cooperation of a demand, granted no
suit beside its demand yes, granted yes
suit beside its demand yes, granted no
suit beside its demand no, granted yes
several demands, claims of their own
several demands in a series
several demands of a series, each a claim
two demands paid under damages
two demands paid under defence
two demands paid under litigation-response
series began in the period, claim after it
series began before the period, claim in it
series dated by a claim payable
series dated by a claim nothing-payable
series dated by a claim outside-period
series dated by a claim excluded
series dated by a claim open
incident dated by a claim payable
incident dated by a claim nothing-payable
incident dated by a claim outside-period
incident dated by a claim excluded
incident dated by a claim open
a series and an incident
an item of its own made
an item of its own cause
an item of its own aware
an item of its own delivered
an item of its own attack published
an item of its own leak published
never made
never aware
never delivered
never attack published
never leak published
an attack contains its suspicion
A10 to the moment
A16 lead sentence for incident 1 alone
incident 3 by a mark alone
A29 other IP, a leak in an attack yes
A29 other IP, a leak in an attack no
mixed IP, excluded yes
mixed IP, excluded no
cause before the start, known yes, aware yes
cause before the start, known yes, aware no
cause before the start, known no, aware no
overpaid
held more than due
set off
`

// checkReached fails for every line that was not reached, and for what was and
// has no line.
func checkReached(t *testing.T, reached map[string]int) {
	t.Helper()
	all := strings.Split(strings.TrimSpace(mustReach), "\n")
	for _, what := range all {
		if reached[what] == 0 {
			t.Errorf("never reached: %s", what)
		}
	}
	for _, what := range slices.Sorted(maps.Keys(reached)) {
		t.Logf("%7d %s", reached[what], what)
	}
}
