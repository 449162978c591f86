// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
)

// Readings are the readings of the questions that the source of the 2024 edition
// leaves open. [JISA2024] returns [ErrReading] for an unknown reading. The zero
// Readings are the default readings of the edition. Readings are comparable.
type Readings struct {
	Period     period.Readings     // A6, A7, A10
	Premium    premium.Readings    // A23, A26, A27
	Limits     limits.Readings     // A2 to A5, A12, A25, A28
	Exclusions exclusions.Readings // A9, A17, A18, A18b, A20, A29

	Incidents  Incidents  // A5b
	Litigation Litigation // A11
	Window     Window     // A11b
	Suspicion  Suspicion  // A13
	Publicity  Publicity  // A15
	Activity   Activity   // A16
}

// Incidents is reading A5b: whether a security incident and the reputational
// incident that follows it are one.
type Incidents uint8

const (
	OneIncident  Incidents = iota // one incident, both dated by the first discovery of either
	TwoIncidents                  // two, each dated by its own discovery
)

// Litigation is reading A11: when litigation response is triggered.
type Litigation uint8

const (
	ByClaim             Litigation = iota // a claim made in the policy period, instead of discovery in it
	ByClaimAndDiscovery                   // both
)

// Window is reading A11b: whether litigation response must arise in the
// incident response period.
type Window uint8

const (
	OutsideWindow Window = iota // it can arise at any time
	InsideWindow                // it must arise in the period
)

// Suspicion is reading A13: when the cost of verifying an attack is paid if no
// attack took place.
type Suspicion uint8

const (
	ReportAndOutsideBody Suspicion = iota // an outside organisation verified, and an external report came first
	ReportOrOutsideBody                   // either is enough
)

// Publicity is reading A15: which incidents count only if they are likely to
// lead to another kind, or have become objectively apparent by publication.
type Publicity uint8

const (
	ForAttacks              Publicity = iota // attacks
	ForAttacksAndSuspicions                  // attacks and suspected attacks
)

// Activity is reading A16: what must arise from IT services, and what IT-user
// activity counts for.
type Activity uint8

const (
	ForCosts             Activity = iota // every incident arises from IT services; IT-user activity counts for the first kind of incident only
	ForCostsAndLiability                 // the same, and IT-user activity counts for liability
	LeadForFirst                         // the lead sentence binds the first kind of incident only: the others need no IT services
)

func (r Readings) check() error {
	for _, bad := range []struct {
		is bool
		id string
	}{
		{r.Period.AfterWindow > period.AfterWindowRefused, "A6"},
		{r.Period.LastDay > period.LastDayCovered, "A7"},
		{r.Period.Response > period.ResponseToMoment, "A10"},
		{r.Premium.Basis > premium.TotalSales, "A23"},
		{r.Premium.Between > premium.NotBetween, "A26"},
		{r.Premium.Term > premium.ByFullYear, "A27"},
		{r.Incidents > TwoIncidents, "A5b"},
		{r.Litigation > ByClaimAndDiscovery, "A11"},
		{r.Window > InsideWindow, "A11b"},
		{r.Suspicion > ReportOrOutsideBody, "A13"},
		{r.Publicity > ForAttacksAndSuspicions, "A15"},
		{r.Activity > LeadForFirst, "A16"},
	} {
		if bad.is {
			return &Error{Func: "JISA2024", Path: bad.id, Err: ErrReading}
		}
	}
	return nil
}
