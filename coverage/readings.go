// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
	"github.com/baiseki/baiseki/period"
	"github.com/baiseki/baiseki/premium"
)

// Readings are the choices where the source of the 2024 edition can be read in
// more than one way: those of the other packages, and those about what is
// covered in the first place. The zero Readings are the default of the edition.
// Readings are comparable.
type Readings struct {
	Period     period.Readings     // A6, A7, A10
	Premium    premium.Readings    // A23, A26, A27
	Limits     limits.Readings     // A2 to A5, A12, A25, A28
	Exclusions exclusions.Readings // A9, A17, A18, A18b, A20

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
	OutsideWindow Window = iota // it need not
	InsideWindow                // it must
)

// Suspicion is reading A13: when the verification of an attack is paid that
// turns out not to have happened.
type Suspicion uint8

const (
	ReportAndOutsideBody Suspicion = iota // an outside body verified, and an external report came first
	ReportOrOutsideBody                   // either
)

// Publicity is reading A15: which incidents count only if they are likely to
// lead to another kind, or have become objectively clear through publication.
type Publicity uint8

const (
	ForAttacks              Publicity = iota // attacks
	ForAttacksAndSuspicions                  // attacks and suspected attacks
)

// Activity is reading A16: what IT-user activity counts for.
type Activity uint8

const (
	ForCosts             Activity = iota // the first kind of security incident alone
	ForCostsAndLiability                 // liability, too
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
		{r.Activity > ForCostsAndLiability, "A16"},
	} {
		if bad.is {
			return &Error{Func: "JISA2024", Path: bad.id, Err: ErrReading}
		}
	}
	return nil
}
